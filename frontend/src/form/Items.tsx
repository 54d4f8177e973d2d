/** Repeated groups and lists of lines: each item can be added, removed and moved, by keyboard as by hand. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Field } from '../api/fields';
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { Control, Errors, Label } from './Control';
import { type ControlProps, errorsAt, idOf, useForm, useMissing } from './context';
import { type Item, inShort, isGroup, newItem, type Value } from './model';

const singular = (label: string) => label.replace(/ies$/, 'y').replace(/s$/, '').toLowerCase();

export function Items({ field, path, value }: ControlProps) {
  const { put, errors, drop } = useForm();
  const missing = useMissing(field);
  const items = (value ?? []) as Value[];
  const root = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<string | null>(null);
  const group = isGroup(field);
  const what = field.type === 'claim-link' ? 'link' : singular(field.label);

  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const to = root.current?.querySelector<HTMLElement>(focusNext.current);
    focusNext.current = null;
    (to ?? root.current?.querySelector<HTMLElement>('.add'))?.focus();
  });

  function add() {
    focusNext.current = `[data-at="${items.length}"] :is(input, select, textarea)`;
    put(path, [...items, group ? { ...newItem(field.fields), fresh: true } : '']);
  }
  function remove(i: number) {
    focusNext.current = `[data-at="${Math.min(i, items.length - 2)}"] .remove`;
    drop(path);
    put(
      path,
      items.filter((_, n) => n !== i),
    );
  }
  function move(i: number, by: 1 | -1) {
    const next = [...items];
    [next[i], next[i + by]] = [next[i + by]!, next[i]!];
    const reached = i + by === 0 || i + by === items.length - 1;
    const other = by === 1 ? '.up' : '.down';
    focusNext.current = `[data-at="${i + by}"] ${reached ? other : by === 1 ? '.down' : '.up'}`;
    drop(path);
    put(path, next);
  }
  const own = errorsAt(errors, path, false).length > 0;
  const mayAdd = field.maxItems === null || items.length < field.maxItems;
  return (
    <fieldset
      className={own ? 'field items field--bad' : 'field items'}
      id={idOf(path)}
      tabIndex={-1}
      ref={root}
      aria-describedby={own ? `${idOf(path)}-hint ${idOf(path)}-error` : `${idOf(path)}-hint`}
    >
      <legend className="label">
        <Label field={field} />
        {items.length > 0 && <span className="opt"> {items.length}</span>}
      </legend>
      <span className="hint" id={`${idOf(path)}-hint`}>
        {[field.description, missing].filter(Boolean).join('. ')}
      </span>
      <Errors path={path} whole={false} />
      {items.map((item, i) => (
        <ItemFrame
          key={group ? (item as Item).key : i}
          field={field}
          path={`${path}/${i}`}
          value={item}
          at={i}
          name={`${what} ${i + 1}`}
          enter={() => i === items.length - 1 && mayAdd && add()}
          ends={
            <ItemButtons
              name={`${what} ${i + 1}`}
              first={i === 0}
              last={i === items.length - 1}
              move={(by) => move(i, by)}
              remove={() => remove(i)}
            />
          }
        />
      ))}
      {!missing && (
        <div>
          <button type="button" className="btn btn--s add" disabled={!mayAdd} onClick={add}>
            <Icon name="plus" />
            Add {what}
          </button>
        </div>
      )}
    </fieldset>
  );
}

function ItemButtons({
  name,
  first,
  last,
  move,
  remove,
}: {
  name: string;
  first: boolean;
  last: boolean;
  move: (by: 1 | -1) => void;
  remove: () => void;
}) {
  return (
    <span className="item-buttons">
      <button
        type="button"
        className="btn btn--quiet btn--s btn--icon up"
        disabled={first}
        aria-label={`Move ${name} up`}
        onClick={() => move(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="btn btn--quiet btn--s btn--icon down"
        disabled={last}
        aria-label={`Move ${name} down`}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </button>
      <button type="button" className="btn btn--quiet btn--s btn--icon remove" aria-label={`Remove ${name}`} onClick={remove}>
        <Icon name="trash" />
      </button>
    </span>
  );
}

/** `enter`: what Enter does at the end of a line. */
type FrameProps = ControlProps & { at: number; name: string; enter: () => void; ends: ReactNode };

function ItemFrame({ field, path, value, at, name, enter, ends }: FrameProps) {
  const { put, errors } = useForm();
  const { word } = useWords();
  if (!isGroup(field)) {
    const bad = errorsAt(errors, path, true).length > 0;
    return (
      <div className={bad ? 'field field--bad' : 'field'} data-at={at}>
        <div className="line-item">
          <input
            className="input"
            id={idOf(path)}
            type="text"
            aria-label={`${field.label}: ${name}`}
            aria-invalid={bad || undefined}
            aria-describedby={bad ? `${idOf(path)}-error` : undefined}
            value={String(value ?? '')}
            onChange={(e) => put(path, e.target.value)}
            onKeyDown={(e) => {
              if (e.key !== 'Enter') return;
              e.preventDefault();
              if (e.currentTarget.value.trim() !== '') enter();
            }}
          />
          {ends}
        </div>
        <Errors path={path} whole />
      </div>
    );
  }
  const item = value as Item;
  const titled = inShort({ ...field, many: false }, item, word);
  const wrong = errors.some((e) => e.pointer?.startsWith(`${path}/`) || e.pointer === path);
  const own = errorsAt(errors, path, false).length > 0;
  return (
    <div
      className="sheet item"
      data-at={at}
      id={idOf(path)}
      tabIndex={-1}
      role="group"
      aria-label={titled ? `${name}: ${titled}` : name}
      aria-describedby={own ? `${idOf(path)}-error` : undefined}
    >
      <div className="item-head">
        <span className="item-title">{titled || <span className="muted">New {name}</span>}</span>
        {ends}
      </div>
      <Errors path={path} whole={false} />
      <ItemFields
        key={wrong ? 'wrong' : 'right'}
        open={wrong || item.fresh === true}
        fields={field.fields}
        path={path}
        item={item}
        name={name}
      />
    </div>
  );
}

/** What was there already is closed: a record of many participants stays readable. */
function ItemFields({ open, fields, path, item, name }: { open: boolean; fields: Field[]; path: string; item: Item; name: string }) {
  const inside = (
    <div className="twos">
      {fields.map((f) => (
        <Control key={f.name} field={f} path={`${path}/${f.name}`} value={item.values[f.name] ?? null} />
      ))}
    </div>
  );
  return open ? (
    inside
  ) : (
    <details>
      <summary className="btn btn--s">Change {name}</summary>
      {inside}
    </details>
  );
}

/** A group that stands once or not at all, like the source of a figure. */
export function One({ field, path, value }: ControlProps) {
  const { put, errors } = useForm();
  const item = value as Item | null;
  const own = errorsAt(errors, path, false).length > 0;
  return (
    <fieldset className="field one" id={idOf(path)} tabIndex={-1} aria-describedby={own ? `${idOf(path)}-error` : undefined}>
      <legend className="label">
        <Label field={field} />
      </legend>
      <Errors path={path} whole={false} />
      {item && (
        <div className="twos">
          {field.fields.map((f) => (
            <Control key={f.name} field={f} path={`${path}/${f.name}`} value={item.values[f.name] ?? null} />
          ))}
        </div>
      )}
      <div>
        {item ? (
          <button type="button" className="btn btn--s" onClick={() => put(path, null)}>
            <Icon name="trash" />
            Remove {field.label.toLowerCase()}
          </button>
        ) : (
          <button type="button" className="btn btn--s" onClick={() => put(path, newItem(field.fields))}>
            <Icon name="plus" />
            Add {field.label.toLowerCase()}
          </button>
        )}
      </div>
    </fieldset>
  );
}
