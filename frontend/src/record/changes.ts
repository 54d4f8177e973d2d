/** What a version changed, in words. */
import type { Field } from '../api/fields';
import { fieldAt, inWords } from '../api/pointer';
import { day } from '../ui/words';

type Change = { pointer: string; before: unknown; after: unknown };
type Word = (vocabulary: string, code: string) => string;

const nothing = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** An item by the members that name it, or by what it mostly is. */
function named(item: Record<string, unknown>, field: Field | undefined, word: Word): string {
  const members = field?.itemTitle?.length ? field.itemTitle : ['title', 'name', 'measure', 'value', 'text', 'url'];
  const said = members
    .filter((m) => !nothing(item[m]))
    .map((m) =>
      say(
        item[m],
        field?.fields.find((f) => f.name === m),
        word,
      ),
    );
  return said.join(', ') || 'one entry';
}

function say(value: unknown, field: Field | undefined, word: Word): string {
  if (nothing(value)) return 'not stated';
  if (Array.isArray(value)) return value.map((v) => say(v, field, word)).join('; ');
  if (typeof value === 'object') return 'title' in value! ? String(value.title) : named(value as Record<string, unknown>, field, word);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field?.vocabulary) return word(field.vocabulary, String(value));
  return field?.type === 'date' || field?.type === 'partial-date' ? day(String(value)) : String(value);
}

/** The label of what changed, what it was and what it is: of a list only what went and what came, of an item that came or went one side. */
export function sayChange(fields: Field[], { pointer, before, after }: Change, word: Word) {
  const field = fieldAt(fields, pointer);
  const label = inWords(fields, pointer);
  const both = (was: string | null, is: string | null) => ({ label, was, is });
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    const missing = (from: unknown[], others: unknown[]) =>
      from.filter((v) => !others.some((o) => JSON.stringify(o) === JSON.stringify(v)));
    const went = missing(before, after);
    const came = missing(after, before);
    if (went.length === 0 && came.length === 0) return both(null, 'in another order');
    return both(went.length > 0 ? say(went, field, word) : null, came.length > 0 ? say(came, field, word) : null);
  }
  const item = /\/\d+$/.test(pointer);
  return both(item && nothing(before) ? null : say(before, field, word), item && nothing(after) ? null : say(after, field, word));
}
