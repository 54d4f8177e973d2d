import { expect, test } from 'vitest';
import type { Field } from '../api/fields';
import { sayChange } from './changes';

const field = (name: string, more: object = {}) => ({ name, label: name[0]!.toUpperCase() + name.slice(1), fields: [], ...more });
const fields = [
  field('status', { vocabulary: 'states-of-it' }),
  field('startsOn', { label: 'Starts on', type: 'date' }),
  field('tags'),
  field('hosts'),
  field('sources', { itemTitle: ['title'] }),
  field('participants', { itemTitle: ['name', 'organizationName'], fields: [field('role', { vocabulary: 'roles' }), field('name')] }),
] as unknown as Field[];
const word = (vocabulary: string, code: string) => `${code} of ${vocabulary}`;
const said = (pointer: string, before: unknown, after: unknown) => {
  const { label, was, is } = sayChange(fields, { pointer, before, after }, word);
  return `${label}: ${was ?? ''} → ${is ?? ''}`;
};

test('codes and dates are said in words', () => {
  expect(said('/status', null, 'held')).toBe('Status: not stated → held of states-of-it');
  expect(said('/startsOn', '2026-01-02', null)).toBe('Starts on: January 2, 2026 → not stated');
});

test('what changed within an item is named by its place', () => {
  expect(said('/participants/1/role', 'speaker', 'host')).toBe('Participants 2, Role: speaker of roles → host of roles');
});

test('an item that came or went is named by what it is called', () => {
  expect(said('/participants/0', { id: 'x', name: 'Ana', organizationName: null }, null)).toBe('Participants 1: Ana → ');
  expect(said('/hosts/0', null, { id: 'org_1', kind: 'organization', title: 'OCLC' })).toBe('Hosts 1:  → OCLC');
});

test('of a list of values, only what went and what came is said', () => {
  expect(said('/tags', ['a', 'b', 'c'], ['b', 'd'])).toBe('Tags: a; c → d');
  expect(said('/tags', ['a', 'b'], ['b', 'a'])).toBe('Tags:  → in another order');
  expect(said('/sources', [], [{ title: 'A page', url: null }])).toBe('Sources: not stated → A page');
});

test('a place that no field declares is said as it is', () => {
  expect(said('/unheard/of', 1, 2)).toBe('unheard, of: 1 → 2');
});
