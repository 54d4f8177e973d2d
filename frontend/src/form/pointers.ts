/** Where in a form the server's errors lie, and what they say there. */
import type { Field } from '../api/fields';
import type { FieldError } from '../api/shapes';

/** The fields on the way to a pointer, as far as it leads to any. */
function way(fields: Field[], pointer: string): Field[] {
  const found: Field[] = [];
  let within = fields;
  for (const step of pointer.split('/').slice(1)) {
    const field = within.find((f) => f.name === step);
    if (!field) continue;
    found.push(field);
    within = field.fields;
  }
  return found;
}

/** What the server says of a call, said of the form: where a record is wanted and none is chosen, to choose one. */
export function inTheForm(fields: Field[], error: FieldError): FieldError {
  if (!error.pointer || !['type', 'required'].includes(error.code)) return error;
  const field = way(fields, error.pointer).at(-1);
  if (field?.type === 'reference') return { ...error, detail: 'Choose a record' };
  const item = field?.type === 'claim-link' && /\/\d+$/.test(error.pointer);
  return item ? { ...error, pointer: `${error.pointer}/id`, detail: 'Choose a record' } : error;
}
