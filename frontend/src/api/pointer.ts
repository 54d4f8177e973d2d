/** Places within a record's body, as JSON pointers, in the words of its declared fields. */
import type { Field } from './fields';

/** The field that a pointer leads to, or to an item of. */
export function fieldAt(fields: Field[], pointer: string): Field | undefined {
  let found: Field | undefined;
  for (const step of pointer.split('/').slice(1)) {
    if (!/^\d+$/.test(step)) found = (found?.fields ?? fields).find((f) => f.name === step);
  }
  return found;
}

/** A pointer in words: /sessions/2/startsAt as "Sessions 3, Starts at". */
export function inWords(fields: Field[], pointer: string): string {
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
