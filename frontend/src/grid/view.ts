/** What a list shows, as its address says it: the API's own parameters, so that the two read alike. */
import type { Field } from '../api/fields';

/** `sort` is empty where the address names none: then a search is ranked, and else the list has its usual order. */
export type View = { q: string; sort: string; filters: Record<string, string[]> };

const own = ['q', 'sort'];

export function parseView(search: string): View {
  const params = new URLSearchParams(search);
  const filters: Record<string, string[]> = {};
  for (const [name, value] of params) {
    const values = own.includes(name) ? [] : value.split(',').filter(Boolean);
    if (values.length > 0) filters[name] = [...new Set([...(filters[name] ?? []), ...values])];
  }
  return { q: params.get('q') ?? '', sort: params.get('sort') ?? '', filters };
}

/** The view without what the kind's fields do not have, and what that was: an address may have passed through many hands. */
export function knownView(search: string, fields: Field[]): { view: View; unknown: string[] } {
  const { q, sort, filters } = parseView(search);
  const named = new Set([...new URLSearchParams(search).keys()]);
  const filtered = new Set(fields.flatMap((f) => (f.filter ?? []).map((op) => (op === 'eq' ? f.name : `${f.name}.${op}`))));
  const sorted = sort === '' || sort.split(',').every((s) => fields.some((f) => f.sort && f.name === s.replace(/^-/, '')));
  return {
    view: { q, sort: sorted ? sort : '', filters: Object.fromEntries(Object.entries(filters).filter(([name]) => filtered.has(name))) },
    unknown: [...[...named].filter((name) => !own.includes(name) && !filtered.has(name)), ...(sorted ? [] : [`sort=${sort}`])],
  };
}

/** The order in which the rows come; empty where they are ranked. */
export const orderOf = (view: View, usual: string) => view.sort || (view.q ? '' : usual);

/** Without what goes without saying; commas stay commas, since people read addresses. */
export function viewParams(view: View, usual: string): string {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  if (view.sort && (view.q || view.sort !== usual)) params.set('sort', view.sort);
  for (const [name, values] of Object.entries(view.filters)) if (values.length > 0) params.set(name, values.join(','));
  return params.toString().replaceAll('%2C', ',');
}

/** The same to the API. A search is ranked unless the reader asks for another order. */
export function queryParams(view: View, usual: string, more: Record<string, string>): string {
  const order = orderOf(view, usual);
  const filters = Object.fromEntries(Object.entries(view.filters).map(([name, values]) => [name, values.join(',')]));
  return new URLSearchParams({ ...filters, ...(view.q ? { q: view.q } : {}), ...(order ? { sort: order } : {}), ...more }).toString();
}

export function toggled(view: View, name: string, value: string): View {
  const chosen = view.filters[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  return { ...view, filters: { ...view.filters, [name]: next } };
}
export const sortedBy = (view: View, field: string, usual: string): View => ({
  ...view,
  sort: orderOf(view, usual) === field ? `-${field}` : field,
});

const operators: Record<string, string> = { not: 'not', gte: 'at least', lte: 'at most', gt: 'more than', lt: 'less than' };

/** A filter's name as its field and, before the value, its operator in words: `state.not` is `state` and `not`. */
export function operatorOf(name: string): { field: string; words: string } {
  const [field = '', operator = ''] = name.split('.');
  return { field, words: operators[operator] ?? operator };
}
