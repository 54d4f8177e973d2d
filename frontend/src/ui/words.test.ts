import { expect, test } from 'vitest';
import { hours, span } from './words';

test('a session of one day says the day once, one over several days both', () => {
  expect(hours('2026-03-04T09:00', '2026-03-04T12:30')).toBe('March 4, 2026, 09:00 to 12:30');
  expect(hours('2026-03-04T09:00', '2026-03-05T12:30')).toBe('March 4, 2026, 09:00 to March 5, 2026, 12:30');
  expect(hours('2026-03-04T09:00')).toBe('March 4, 2026, 09:00');
});

test('a time says as much as is known of it', () => {
  expect(span({ from: '2001', to: '2004-05' })).toBe('from 2001, until May 2004');
  expect(span({ from: null })).toBe('');
});
