import { expect, test } from 'vitest';
import { parseView, queryParams, sortedBy, toggled, viewParams } from './view';

test('an address says the view, and the view the same address', () => {
  const address = 'q=rural&sort=-name&sector=museum,null&state.not=TX';
  const view = parseView(`?${address}`, 'name');
  expect(view).toEqual({ q: 'rural', sort: '-name', filters: { sector: ['museum', 'null'], 'state.not': ['TX'] } });
  expect(viewParams(view, 'name')).toBe(address);
});

test('what goes without saying stands in no address', () => {
  expect(viewParams(parseView('', 'name'), 'name')).toBe('');
  expect(viewParams(parseView('?sector=', 'name'), 'name')).toBe('');
});

test('a search is ranked unless another order is asked for', () => {
  expect(queryParams(parseView('?q=rural', 'name'), 'name', {})).toBe('q=rural');
  expect(queryParams(parseView('?q=rural&sort=-name', 'name'), 'name', {})).toBe('q=rural&sort=-name');
  expect(queryParams(parseView('', 'name'), 'name', {})).toBe('sort=name');
});

test('a value is taken in and out again; a second click turns the order round', () => {
  const view = parseView('?state=TX', 'name');
  expect(toggled(view, 'state', 'VA').filters.state).toEqual(['TX', 'VA']);
  expect(toggled(view, 'state', 'TX').filters.state).toEqual([]);
  expect(sortedBy(view, 'name').sort).toBe('-name');
  expect(sortedBy(sortedBy(view, 'name'), 'name').sort).toBe('name');
});
