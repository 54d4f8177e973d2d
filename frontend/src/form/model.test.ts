import { describe, expect, test } from 'vitest';
import { adopt, changed, inShort, merge, newItem, put, tidy, toBody, toValues } from './model';
import { field } from './test-fields';

const fields = [
  field('title'),
  field('expected', { type: 'integer' }),
  field('tags', { many: true }),
  field('host', { type: 'reference', targets: ['organization'] }),
  field('sessions', { type: 'group', many: true, itemTitle: ['title'], fields: [field('title'), field('notes')] }),
];
const record = {
  title: 'A meeting',
  expected: 15,
  tags: ['ce'],
  host: { id: 'org_1', kind: 'organization', title: 'A library', origin: 'sourced' },
  sessions: [{ id: 'ses_1', title: 'First', notes: null }],
};

describe('the form beside the record', () => {
  test('a record that was not touched goes back as it came, references by id', () => {
    expect(toBody(fields, toValues(fields, record))).toEqual({ ...record, host: 'org_1' });
  });

  test('what was emptied is null, and what is no number goes as it was typed', () => {
    const values = put(put(toValues(fields, record), '/title', ' '), '/expected', 'fifteen');
    expect(toBody(fields, values)).toMatchObject({ title: null, expected: 'fifteen' });
  });

  test('only plain decimal digits are a number', () => {
    const sent = (typed: string) => toBody(fields, put(toValues(fields, record), '/expected', typed)).expected;
    expect(['15', ' 15 ', '-1.5'].map(sent)).toEqual([15, 15, -1.5]);
    for (const typed of ['0x7dd', '2e3', '1,200', 'Infinity']) expect(sent(typed)).toBe(typed);
  });

  test('an item that was sent without an id takes the one it came back with', () => {
    const group = fields[4]!.fields;
    const [first, second] = [newItem(group, { title: 'First' }), newItem(group, { title: 'Second' })];
    const kept = [newItem(group, { id: 'ses_1', title: 'First' }), newItem(group, { id: 'ses_2', title: 'Second' })];
    const later = newItem(group, { title: 'Third' });
    expect(adopt([second, later, first], [first, second], kept)).toEqual([{ ...second, id: 'ses_2' }, later, { ...first, id: 'ses_1' }]);
  });

  test('a JSON pointer reaches into a group, and nothing else changes', () => {
    const before = toValues(fields, record);
    const after = put(before, '/sessions/0/notes', 'Full house');
    expect(toBody(fields, after)).toMatchObject({ sessions: [{ id: 'ses_1', title: 'First', notes: 'Full house' }] });
    expect(changed(fields, before, after)).toEqual(['sessions']);
    expect(changed(fields, before, put(after, '/sessions/0/notes', ''))).toEqual([]);
  });

  test('blank lines of a list go before sending', () => {
    const values = put(toValues(fields, record), '/tags', ['', 'ce', '  ']);
    expect(tidy(fields, values).tags).toEqual(['ce']);
  });

  test('a group is named by its title fields', () => {
    expect(inShort(fields[4]!, [newItem(fields[4]!.fields, { title: 'First' })], () => '')).toBe('First');
  });
});

describe('mine on theirs', () => {
  const base = toValues(fields, record);
  const theirs = put(base, '/title', 'Their title');

  test('different fields go together', () => {
    const { values, both } = merge(fields, base, theirs, put(base, '/expected', '20'));
    expect(both).toEqual([]);
    expect(toBody(fields, values)).toMatchObject({ title: 'Their title', expected: 20 });
  });

  test('the same field keeps what I typed, and is named', () => {
    const { values, both } = merge(fields, base, theirs, put(base, '/title', 'My title'));
    expect(both).toEqual(['title']);
    expect(values.title).toBe('My title');
  });

  test('the same change by both crosses nothing', () => {
    expect(merge(fields, base, theirs, put(base, '/title', 'Their title')).both).toEqual([]);
  });
});
