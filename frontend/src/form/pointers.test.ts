import { expect, test } from 'vitest';
import { inWords } from '../api/pointer';
import { inTheForm } from './pointers';
import { field } from './test-fields';

const fields = [
  field('parent', { type: 'reference' }),
  field('name'),
  field('came', { type: 'claim-link', many: true, label: 'Came out of', fields: [field('id', { type: 'reference', label: 'Record' })] }),
];
const error = (pointer: string, code: string) => ({ pointer, code, rule: null, limit: null, detail: 'As the server says it' });
const said = (pointer: string, code: string) => {
  const { detail, pointer: at } = inTheForm(fields, error(pointer, code));
  return [at, detail];
};

test('an empty link or reference says to choose a record, at its box', () => {
  expect(said('/came/1', 'type')).toEqual(['/came/1/id', 'Choose a record']);
  expect(said('/parent', 'required')).toEqual(['/parent', 'Choose a record']);
  expect(inWords(fields, '/came/1/id')).toBe('Came out of 2, Record');
});

test('whatever else the server says stands as it said it', () => {
  for (const [pointer, code] of [
    ['/name', 'required'],
    ['/came', 'required'],
    ['/parent', 'unknown-reference'],
  ] as const)
    expect(said(pointer, code)).toEqual([pointer, 'As the server says it']);
});
