import { createContext, useContext } from 'react';
import type { Field } from '../api/fields';
import type { FieldError } from '../api/shapes';
import type { Value } from './model';

/** What every control of a form shares: where to put what is typed, and what the server said of it. */
export type FormContext = {
  put: (path: string, value: Value) => void;
  errors: FieldError[];
  /** Forgets what was said of places in a list whose items are no longer where they were. */
  drop: (path: string) => void;
  moves: Record<string, string[]>;
  /** The kinds that are on record; null until that is known. */
  kinds: string[] | null;
  /** What stands in boxes of references and was not chosen, by path. */
  unchosen: Map<string, string>;
};
const none: FormContext = { put: () => {}, errors: [], drop: () => {}, moves: {}, kinds: null, unchosen: new Map() };
export const Form = createContext<FormContext>(none);
export const useForm = () => useContext(Form);

/** Errors at a control: at its own place, and at places within it that have no control of their own. */
export const errorsAt = (errors: FieldError[], path: string, whole: boolean) =>
  errors.filter((e) => e.pointer === path || (whole && e.pointer?.startsWith(`${path}/`)));

export const idOf = (path: string) => `f${path}`;
export type ControlProps = { field: Field; path: string; value: Value };

/** Why a field that refers to records can refer to none: its kinds are not there yet. */
export function useMissing(field: Field): string {
  const { kinds } = useForm();
  if (!kinds || field.targets.length === 0 || field.targets.some((t) => kinds.includes(t))) return '';
  const words = field.targets.map((t) => `${t.replaceAll('-', ' ')}s`.replace(/ys$/, 'ies')).join(' and ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} are not on record yet`;
}
export const unchosen = (typed: string) => `Nothing was chosen for “${typed}”. Choose one of the hits, or empty the box`;
