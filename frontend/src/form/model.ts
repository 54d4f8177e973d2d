/** The form's values beside the record's JSON: plain functions, each there and back. */
import type { Field } from '../api/fields';
import type { Ref } from '../api/shapes';

/** `fresh`: added in this form, so that it stands open. */
export type Item = { key: string; id?: string; fresh?: boolean; values: Values };
export type Value = string | boolean | Ref | null | Item | Value[];
export type Values = { [name: string]: Value };
type Json = Record<string, unknown>;

const numbers = ['integer', 'number'];
/** What is a number to people: not 0x7dd, nor 2e3. */
const decimal = /^-?\d+(\.\d+)?$/;
export const isGroup = (f: Field) => f.type === 'group' || f.type === 'claim-link';

export function newItem(fields: Field[], json: Json = {}): Item {
  const id = typeof json.id === 'string' && !fields.some((f) => f.name === 'id') ? json.id : undefined;
  // Random, since drafts bring the keys of an earlier page back.
  return { key: Math.random().toString(36).slice(2), ...(id ? { id } : {}), values: toValues(fields, json) };
}

/** A claim link is its target with more beside it; in the form the target is the member `id`. */
const opened = (field: Field, json: Json): Json =>
  field.type === 'claim-link' ? { ...json, id: { id: json.id, kind: json.kind, title: json.title, origin: json.origin } } : json;

function toValue(field: Field, json: unknown): Value {
  if (field.many) return ((json as unknown[]) ?? []).map((one) => toValue({ ...field, many: false }, one));
  if (isGroup(field)) return json ? newItem(field.fields, opened(field, json as Json)) : null;
  if (field.type === 'reference') return (json as Ref) ?? null;
  if (field.type === 'boolean') return json === true;
  return json === null || json === undefined ? '' : String(json);
}

export function toValues(fields: Field[], json: Json = {}): Values {
  const value = (f: Field) => toValue(f, json[f.name] === undefined ? (f.default ?? null) : json[f.name]);
  return Object.fromEntries(fields.map((f) => [f.name, value(f)]));
}

/** What was typed, as the API takes it. What is no number goes as it is, and the server says so at its place. */
function toJson(field: Field, value: Value): unknown {
  if (Array.isArray(value)) return value.map((one) => toJson({ ...field, many: false }, one));
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (value.trim() === '') return null;
    return numbers.includes(field.type) && decimal.test(value.trim()) ? Number(value) : value;
  }
  if ('values' in value) {
    return { ...(value.id ? { id: value.id } : {}), ...toBody(field.fields, value.values) };
  }
  return value.id;
}

export const toBody = (fields: Field[], values: Values): Json =>
  Object.fromEntries(fields.map((f) => [f.name, toJson(f, values[f.name] ?? null)]));

/** Blank lines of lists go before sending, so that the server's pointers meet the places in the form. */
export function tidy(fields: Field[], values: Values): Values {
  return Object.fromEntries(fields.map((f) => [f.name, tidied(f, values[f.name] ?? null)]));
}
function tidied(field: Field, value: Value): Value {
  if (Array.isArray(value)) {
    return value.map((one) => tidied(field, one)).filter((one) => one !== null && !(typeof one === 'string' && one.trim() === ''));
  }
  if (typeof value === 'string') return ['text', 'markdown'].includes(field.type) ? value : value.trim();
  return value && typeof value === 'object' && 'values' in value ? { ...value, values: tidy(field.fields, value.values) } : value;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The names of the fields in which two states of a form differ. */
export const changed = (fields: Field[], before: Values, now: Values): string[] =>
  fields.filter((f) => !same(toJson(f, before[f.name] ?? null), toJson(f, now[f.name] ?? null))).map((f) => f.name);

/** Mine on theirs: what I did not change is theirs; what only I changed is mine; what both did is named. */
export function merge(fields: Field[], base: Values, theirs: Values, mine: Values) {
  const my = changed(fields, base, mine);
  const their = changed(fields, base, theirs);
  return {
    values: { ...theirs, ...Object.fromEntries(my.map((n) => [n, mine[n]!])) } as Values,
    both: my.filter((n) => their.includes(n) && changed(fields, theirs, mine).includes(n)),
    changedByThem: their,
  };
}

/** Items that were sent without an id take the one they came back with, so that a change of them makes no new item. */
export function adopt(typed: Value, sent: Value, kept: Value): Value {
  if (!Array.isArray(typed) || !Array.isArray(sent) || !Array.isArray(kept) || sent.length !== kept.length) return typed;
  const ids = new Map(sent.map((one, i) => [keyOf(one), (kept[i] as Item | null)?.id]));
  return typed.map((one) => {
    const id = ids.get(keyOf(one));
    return keyOf(one) && id && !(one as Item).id ? { ...(one as Item), id } : one;
  });
}
const keyOf = (value: Value) => (value && typeof value === 'object' && 'key' in value ? value.key : undefined);

/** A copy of the values with one place changed; `path` is a JSON pointer into the body. */
export function put(values: Values, path: string, value: Value): Values {
  const [name, ...rest] = path.slice(1).split('/') as [string, ...string[]];
  return { ...values, [name]: putIn(values[name] ?? null, rest, value) };
}
function putIn(at: Value, rest: string[], value: Value): Value {
  const [step, ...more] = rest;
  if (step === undefined) return value;
  if (Array.isArray(at)) return at.map((one, i) => (String(i) === step ? putIn(one, more, value) : one));
  if (at && typeof at === 'object' && 'values' in at) return { ...at, values: put(at.values, `/${rest.join('/')}`, value) };
  return at;
}

/** A value in few words, for a card's head and for what differs. */
export function inShort(field: Field, value: Value, word: (vocabulary: string, code: string) => string): string {
  if (Array.isArray(value))
    return value
      .map((one) => inShort(field, one, word))
      .filter(Boolean)
      .join('; ');
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return field.vocabulary ? word(field.vocabulary, value) : value;
  if (!('values' in value)) return value.title;
  const named = field.itemTitle.length > 0 ? field.itemTitle : field.fields.slice(0, 1).map((f) => f.name);
  return named
    .map((n) => field.fields.find((f) => f.name === n))
    .map((f) => (f ? inShort(f, value.values[f.name] ?? null, word) : ''))
    .filter(Boolean)
    .join(', ');
}
