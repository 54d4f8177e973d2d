import { expect, test } from 'vitest';
import type { Field } from '../api/fields';
import { knownView, operatorOf, orderOf, parseView, queryParams, sortedBy, toggled, viewParams } from './view';

test('an address says the view, and the view the same address', () => {
  const address = 'q=rural&sort=-name&sector=museum,null&state.not=TX';
  const view = parseView(`?${address}`);
  expect(view).toEqual({ q: 'rural', sort: '-name', filters: { sector: ['museum', 'null'], 'state.not': ['TX'] } });
  expect(viewParams(view, 'name')).toBe(address);
});

test('what goes without saying stands in no address', () => {
  expect(viewParams(parseView(''), 'name')).toBe('');
  expect(viewParams(parseView('?sector='), 'name')).toBe('');
  expect(viewParams(parseView('?sort=name'), 'name')).toBe('');
});

test('a search is ranked unless the address names an order, the usual one too', () => {
  expect(queryParams(parseView('?q=rural'), 'name', {})).toBe('q=rural');
  expect(queryParams(parseView('?q=rural&sort=-name'), 'name', {})).toBe('q=rural&sort=-name');
  expect(queryParams(parseView('?q=rural&sort=name'), 'name', {})).toBe('q=rural&sort=name');
  expect(viewParams(parseView('?q=rural&sort=name'), 'name')).toBe('q=rural&sort=name');
  expect(queryParams(parseView(''), 'name', {})).toBe('sort=name');
});

test('a filter that stands twice counts with both its values', () => {
  expect(parseView('?state=TX&state=CA,TX').filters).toEqual({ state: ['TX', 'CA'] });
});

test('a value is taken in and out again; a second click turns the order round', () => {
  const view = parseView('?state=TX');
  expect(toggled(view, 'state', 'VA').filters.state).toEqual(['TX', 'VA']);
  expect(toggled(view, 'state', 'TX').filters.state).toEqual([]);
  expect(sortedBy(view, 'name', 'name').sort).toBe('-name');
  expect(sortedBy(sortedBy(view, 'name', 'name'), 'name', 'name').sort).toBe('name');
});

test('a search that was ranked is first sorted upwards', () => {
  const view = parseView('?q=rural');
  expect(orderOf(view, 'name')).toBe('');
  expect(sortedBy(view, 'name', 'name').sort).toBe('name');
});

test('what no field has is left out of the view, and named', () => {
  const fields = [
    { name: 'state', filter: ['eq', 'not'], sort: true },
    { name: 'url', filter: [], sort: false },
  ] as unknown as Field[];
  const { view, unknown } = knownView('?state=TX&state.not=CA&state.gte=A&url=x&foo=1&utm_source=&sort=bogus', fields);
  expect(view).toEqual({ q: '', sort: '', filters: { state: ['TX'], 'state.not': ['CA'] } });
  expect(unknown).toEqual(['state.gte', 'url', 'foo', 'utm_source', 'sort=bogus']);
  expect(knownView('?sort=-state', fields)).toEqual({ view: { q: '', sort: '-state', filters: {} }, unknown: [] });
});

test('an operator is said in words', () => {
  expect(operatorOf('state.not')).toEqual({ field: 'state', words: 'not' });
  expect(operatorOf('startsOn.gte')).toEqual({ field: 'startsOn', words: 'at least' });
  expect(operatorOf('state')).toEqual({ field: 'state', words: '' });
});
