/** What a list shows, as its address says it: the API's own parameters, so that the two read alike. */
export type View = { q: string; sort: string; filters: Record<string, string[]> };

const own = ['q', 'sort'];

export function parseView(search: string, sort: string): View {
  const params = new URLSearchParams(search);
  const filters = [...params]
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => [name, value.split(',').filter(Boolean)] as const);
  return {
    q: params.get('q') ?? '',
    sort: params.get('sort') ?? sort,
    filters: Object.fromEntries(filters.filter(([, v]) => v.length > 0)),
  };
}

/** Without what goes without saying; commas stay commas, since people read addresses. */
export function viewParams(view: View, sort: string): string {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  if (view.sort !== sort) params.set('sort', view.sort);
  for (const [name, values] of Object.entries(view.filters)) if (values.length > 0) params.set(name, values.join(','));
  return params.toString().replaceAll('%2C', ',');
}

/** The same to the API. A search is ranked unless the reader asks for another order. */
export function queryParams(view: View, usual: string, more: Record<string, string>): string {
  const sort: Record<string, string> = view.q && view.sort === usual ? {} : { sort: view.sort };
  const filters = Object.fromEntries(Object.entries(view.filters).map(([name, values]) => [name, values.join(',')]));
  return new URLSearchParams({ ...filters, ...(view.q ? { q: view.q } : {}), ...sort, ...more }).toString();
}

export function toggled(view: View, name: string, value: string): View {
  const chosen = view.filters[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  return { ...view, filters: { ...view.filters, [name]: next } };
}
export const sortedBy = (view: View, field: string): View => ({ ...view, sort: view.sort === field ? `-${field}` : field });
