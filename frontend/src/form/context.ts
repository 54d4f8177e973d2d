import { createContext, useContext } from 'react';
import type { Field } from '../api/fields';
import type { FieldError } from '../api/shapes';
import type { Value } from './model';

/** What every control of a form shares: where to put what is typed, and what the server said of it. */
export type FormContext = { put: (path: string, value: Value) => void; errors: FieldError[]; moves: Record<string, string[]> };
export const Form = createContext<FormContext>({ put: () => {}, errors: [], moves: {} });
export const useForm = () => useContext(Form);

/** Errors at a control: at its own place, and at places within it that have no control of their own. */
export const errorsAt = (errors: FieldError[], path: string, whole: boolean) =>
  errors.filter((e) => e.pointer === path || (whole && e.pointer?.startsWith(`${path}/`)));

export const idOf = (path: string) => `f${path}`;
export type ControlProps = { field: Field; path: string; value: Value };
