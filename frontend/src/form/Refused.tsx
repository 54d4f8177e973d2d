/** Why it was not saved: a summary that takes the focus and leads to each field. */
import { useEffect, useRef } from 'react';
import type { Refusal } from '../api/client';
import type { Field } from '../api/fields';
import { Icon } from '../ui/icons';
import { RefLink } from '../ui/parts';
import { idOf } from './context';

/** A pointer in words: /sessions/2/startsAt as "Sessions 3, Starts at". */
function inWords(fields: Field[], pointer: string): string {
  const words: string[] = [];
  let within = fields;
  for (const step of pointer.split('/').slice(1)) {
    const field = within.find((f) => f.name === step);
    if (field) {
      words.push(field.label);
      within = field.fields;
    } else if (/^\d+$/.test(step) && words.length > 0) {
      words[words.length - 1] += ` ${Number(step) + 1}`;
    } else {
      words.push(step);
    }
  }
  return words.join(', ');
}

/** The control at a pointer, or the nearest around it, opened where it lies in something closed. */
function lead(pointer: string) {
  for (let path = pointer; path; path = path.slice(0, path.lastIndexOf('/'))) {
    const control = document.getElementById(idOf(path));
    if (!control) continue;
    control.closest('details')?.setAttribute('open', '');
    control.focus();
    return;
  }
}

export function Refused({ refusal, fields }: { refusal: Refusal; fields: Field[] }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [refusal]);
  const { errors, records } = refusal;
  return (
    <div className="callout callout--bad" ref={summary} tabIndex={-1} role="group" aria-labelledby="refused">
      <Icon name="alert" />
      <h2 id="refused">Not saved</h2>
      <p>
        {refusal.message.replace(/\.$/, '')}. What you typed is kept.
        {refusal.unanswered && ' It may have arrived: saving again does not save it twice.'}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map((e, i) => (
            <li key={i}>
              {e.pointer ? (
                <a
                  href={`#${idOf(e.pointer)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    lead(e.pointer!);
                  }}
                >
                  {inWords(fields, e.pointer)}: {e.detail}
                </a>
              ) : (
                e.detail
              )}
            </li>
          ))}
        </ul>
      )}
      {records.length > 0 && (
        <ul>
          {records.map((r) => (
            <li key={r.id}>
              <RefLink to={r} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
