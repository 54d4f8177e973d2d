/** Why it was not saved: a summary that takes the focus and leads to each field. */
import { useEffect, useRef } from 'react';
import type { Refusal } from '../api/client';
import type { Field } from '../api/fields';
import { inWords } from '../api/pointer';
import type { FieldError } from '../api/shapes';
import { Icon } from '../ui/icons';
import { RefLink } from '../ui/parts';
import { idOf } from './context';

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

/** `errors`: those of the refusal that still have their place in the form. */
export function Refused({ refusal, errors, fields }: { refusal: Refusal; errors: FieldError[]; fields: Field[] }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [refusal]);
  const { records } = refusal;
  return (
    <div className="callout callout--bad" ref={summary} tabIndex={-1} role="group" aria-labelledby="refused">
      <Icon name="alert" />
      <h2 id="refused">Not saved</h2>
      <p>
        {refusal.status === 401
          ? 'Your key is no longer valid. Sign in again; what you typed is kept.'
          : `${refusal.message.replace(/\.$/, '')}. What you typed is kept.`}
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
