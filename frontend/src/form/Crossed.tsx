/** Someone saved the record meanwhile: what was, what they made of it, what is typed here, and the choice. */
import { useEffect, useRef, useState } from 'react';
import type { Field } from '../api/fields';
import type { RecordJson } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { inShort, toValues, type Values } from './model';

export type Crossing = { theirs: RecordJson; values: Values; both: string[]; changedByThem: string[] };

export function Crossed({
  crossing,
  fields,
  before,
  mine,
  settle,
}: {
  crossing: Crossing;
  fields: Field[];
  before: Values;
  mine: Values;
  settle: (values: Values) => void;
}) {
  const [taken, setTaken] = useState<string[]>([]);
  const { word } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), [crossing]);
  const theirs = toValues(fields, crossing.theirs);
  const say = (field: Field, values: Values) => inShort(field, values[field.name] ?? null, word) || 'not stated';
  const named = fields.filter((f) => crossing.changedByThem.includes(f.name));
  return (
    <div className="callout callout--warn" ref={root} tabIndex={-1} role="group" aria-labelledby="crossed">
      <Icon name="alert" />
      <h2 id="crossed">Not saved: the record changed meanwhile</h2>
      <p>
        Somebody saved version {crossing.theirs.version} while you were editing. What you typed is kept.
        {crossing.both.length === 0 && ' The two changes touch different fields and go together.'}
      </p>
      <dl className="crossed">
        {named.map((f) => (
          <div key={f.name}>
            <dt>{f.label}</dt>
            <dd>
              <span className="muted">Before:</span> {say(f, before)}
            </dd>
            {crossing.both.includes(f.name) ? (
              <>
                <dd>
                  <label className="check">
                    <input
                      type="radio"
                      name={`take-${f.name}`}
                      checked={taken.includes(f.name)}
                      onChange={() => setTaken([...taken, f.name])}
                    />
                    <span>Theirs: {say(f, theirs)}</span>
                  </label>
                </dd>
                <dd>
                  <label className="check">
                    <input
                      type="radio"
                      name={`take-${f.name}`}
                      checked={!taken.includes(f.name)}
                      onChange={() => setTaken(taken.filter((n) => n !== f.name))}
                    />
                    <span>Yours: {say(f, mine)}</span>
                  </label>
                </dd>
              </>
            ) : (
              <dd>
                <span className="muted">Theirs:</span> {say(f, theirs)}
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p>
        <button
          type="button"
          className="btn btn--s"
          onClick={() => settle({ ...crossing.values, ...Object.fromEntries(taken.map((n) => [n, theirs[n]!])) })}
        >
          Go on from version {crossing.theirs.version}
        </button>
      </p>
    </div>
  );
}
