/** One field: its label, its hint, the control that its type asks for, and what the server said of it. */
import { memo, type ReactNode } from 'react';
import type { Field } from '../api/fields';
import type { Ref } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { type ControlProps, errorsAt, idOf, useForm, useMissing } from './context';
import { Items, One } from './Items';
import { isGroup } from './model';
import { Reference } from './Reference';

const examples: Record<string, string> = {
  date: 'A day like 2013-06-06',
  'partial-date': 'A day, month or year: 2013-06-06, 2013-06 or 2013',
  'local-date-time': 'Like 2013-06-06T09:00',
  'time-zone': 'Like America/New_York',
  url: 'Begins with https:// or http://',
  markdown: 'Markdown works here',
};
const inputTypes: Record<string, string> = { url: 'url', email: 'email' };
const modes: Record<string, 'numeric' | 'decimal'> = { integer: 'numeric', number: 'decimal', money: 'decimal' };

const need = (f: Field) => (f.required ? 'required' : f.requiredToPublish ? 'needed to publish' : '');

export const Control = memo(function Control({ field, path, value }: ControlProps) {
  if (isGroup(field))
    return field.many ? <Items field={field} path={path} value={value} /> : <One field={field} path={path} value={value} />;
  if (field.many && field.type !== 'reference' && field.type !== 'code') return <Items field={field} path={path} value={value} />;
  if (field.many && field.type === 'code') return <Codes field={field} path={path} value={value} />;
  return <Single field={field} path={path} value={value} />;
});

export function Errors({ path, whole }: { path: string; whole: boolean }) {
  const wrong = errorsAt(useForm().errors, path, whole);
  if (wrong.length === 0) return null;
  return (
    <p className="error" id={`${idOf(path)}-error`}>
      <Icon name="alert" />
      <span>{wrong.map((e) => e.detail).join('. ')}</span>
    </p>
  );
}

export function Label({ field, as }: { field: Field; as?: ReactNode }) {
  return (
    <>
      {as ?? field.label}
      {need(field) && <span className="opt"> {need(field)}</span>}
      {field.private && <span className="opt"> private: only who is signed in sees it</span>}
    </>
  );
}

function Single({ field, path, value }: ControlProps) {
  const { put, errors } = useForm();
  const id = idOf(path);
  const invalid = errorsAt(errors, path, true).length > 0;
  const missing = useMissing(field);
  const hint = [field.description, examples[field.type], missing].filter(Boolean).join('. ');
  const describedBy = [hint && `${id}-hint`, invalid && `${id}-error`].filter(Boolean).join(' ');
  const shared = { id, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy || undefined };
  const typed = { ...shared, value: String(value ?? ''), onChange: (e: { target: { value: string } }) => put(path, e.target.value) };
  if (field.type === 'boolean') {
    return (
      <div className={invalid ? 'field field--bad' : 'field'}>
        <label className="check" htmlFor={id}>
          <input type="checkbox" {...shared} checked={value === true} onChange={(e) => put(path, e.target.checked)} />
          <span>
            <Label field={field} />
          </span>
        </label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <Errors path={path} whole />
      </div>
    );
  }
  return (
    <div className={invalid ? 'field field--bad' : 'field'}>
      <label htmlFor={id}>
        <Label field={field} />
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {field.type === 'code' ? (
        <Select field={field} path={path} value={value} shared={typed} />
      ) : field.type === 'reference' ? (
        <Reference
          field={field}
          path={path}
          describedBy={describedBy}
          invalid={invalid}
          disabled={missing !== ''}
          chosen={(Array.isArray(value) ? value : value ? [value] : []) as Ref[]}
          onChoose={(refs) => put(path, field.many ? refs : (refs[0] ?? null))}
        />
      ) : field.type === 'text' || field.type === 'markdown' ? (
        <textarea className="textarea" rows={field.type === 'markdown' ? 5 : 3} {...typed} />
      ) : (
        <input className="input" type={inputTypes[field.type] ?? 'text'} inputMode={modes[field.type]} autoComplete="off" {...typed} />
      )}
      <Errors path={path} whole />
    </div>
  );
}

/** A status offers what it can move to from where it stood when the record was read. */
function Select({ field, path, value, shared }: ControlProps & { shared: object }) {
  const { terms } = useWords();
  const open = useForm().moves[path];
  const known = terms(field.vocabulary ?? '').filter((t) => (t.active !== false || t.code === value) && (!open || open.includes(t.code)));
  const mustHave = field.default !== null && field.default !== undefined;
  return (
    <select className="select" {...shared}>
      {!mustHave && <option value="">Not stated</option>}
      {typeof value === 'string' && value !== '' && !known.some((t) => t.code === value) && <option value={value}>{value}</option>}
      {known.map((t) => (
        <option key={t.code} value={t.code}>
          {t.label}
        </option>
      ))}
    </select>
  );
}

function Codes({ field, path, value }: ControlProps) {
  const { put, errors } = useForm();
  const { terms } = useWords();
  const chosen = (value ?? []) as string[];
  const id = idOf(path);
  const invalid = errorsAt(errors, path, true).length > 0;
  return (
    <fieldset
      className={invalid ? 'field field--bad' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={invalid ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend className="label">
        <Label field={field} />
      </legend>
      <span className="hint" id={`${id}-hint`}>
        {field.description}
      </span>
      <div className="checks">
        {terms(field.vocabulary ?? '')
          .filter((t) => t.active !== false || chosen.includes(t.code))
          .map((t) => (
            <label className="check" key={t.code}>
              <input
                type="checkbox"
                checked={chosen.includes(t.code)}
                onChange={(e) => put(path, e.target.checked ? [...chosen, t.code] : chosen.filter((c) => c !== t.code))}
              />
              <span>{t.label}</span>
            </label>
          ))}
      </div>
      <Errors path={path} whole />
    </fieldset>
  );
}
