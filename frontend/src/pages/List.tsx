/** The list of a kind: searched, filtered and sorted by its address, read page by page as one scrolls. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Title } from '../App';
import { type Kind, type Page, read, useKey } from '../api';
import { useFields } from '../form/fields';
import { A, go, useQueryString } from '../router';
import { day, Failure, Icon, Illustrative, place } from '../ui/parts';
import { useWords } from '../vocabulary';
import { Chips, type Counts, Facets } from './Facets';
import { type Column, Grid } from './Grid';
import { parseView, queryParams, sortedBy, type View, viewParams } from './view';

type Row = { id: string; origin: string; name?: string; title?: string; sector?: string; city?: string; state?: string; lifecycle: string; startsOn?: string; status?: string; populationServed?: number };
type Counted = { page: { total?: number }; facets?: Counts };

const words = {
  organizations: { title: 'Organizations', lede: 'Who hosts and attends convenings, pays for them, and provides what staff learn from.', sort: 'name', fields: 'name,sector,city,state,populationServed,lifecycle', facets: ['sector', 'state', 'origin', 'lifecycle', 'locale', 'tags', 'country'] },
  convenings: { title: 'Convenings', lede: 'Meetings on the continuing education of library staff, latest first.', sort: '-startsOn', fields: 'title,startsOn,city,state,status,lifecycle', facets: ['status', 'state', 'hosts', 'origin', 'lifecycle', 'format', 'sectors', 'funders', 'tags'] },
};
const Unknown = () => <span className="muted">not stated</span>;
const vocabularies: Record<string, string> = { lifecycle: 'lifecycles', origin: 'origins' };

function useColumns(kind: Kind): Column<Row>[] {
  const { word } = useWords();
  const titled = (row: Row) => <>{row.name ?? row.title} <Illustrative origin={row.origin} /></>;
  const where: Column<Row> = { name: 'place', label: 'Place', sort: 'state', cell: (r) => place(r) || <Unknown /> };
  const lifecycle: Column<Row> = { name: 'lifecycle', label: 'Lifecycle', cell: (r) => <span className="status" data-s={r.lifecycle}>{word('lifecycles', r.lifecycle)}</span> };
  return kind === 'organizations'
    ? [
        { name: 'name', label: 'Name', sort: 'name', cell: titled },
        { name: 'sector', label: 'Sector', cell: (r) => (r.sector ? word('sectors', r.sector) : <Unknown />) },
        where,
        { name: 'populationServed', label: 'Serves', sort: 'populationServed', cell: (r) => r.populationServed?.toLocaleString('en-US') ?? <Unknown /> },
        lifecycle,
      ]
    : [
        { name: 'title', label: 'Title', sort: 'title', cell: titled },
        { name: 'startsOn', label: 'When', sort: 'startsOn', cell: (r) => (r.startsOn ? day(r.startsOn) : <Unknown />) },
        where,
        { name: 'status', label: 'Status', sort: 'status', cell: (r) => (r.status ? <span className="status" data-s={r.status}>{word('convening-status', r.status)}</span> : <Unknown />) },
        lifecycle,
      ];
}

/** What is typed goes into the address a moment later; what the address says otherwise is typed. */
function useTyped(q: string, settle: (q: string) => void) {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const wait = setTimeout(() => {
      asked.current = typed.trim();
      settle(asked.current);
    }, 250);
    return () => clearTimeout(wait);
  }, [typed, settle]);
  return [typed, setTyped] as const;
}

export function List({ kind }: { kind: Kind }) {
  const said = words[kind];
  const search = useQueryString();
  const view = parseView(search, said.sort);
  const signedIn = useKey() !== null;
  const columns = useColumns(kind);
  const { word } = useWords();
  const fields = useFields().data?.kinds.find((k) => k.plural === kind)?.fields ?? [];

  const change = (next: View, how: 'push' | 'replace' = 'push') => {
    const params = viewParams(next, said.sort);
    go(params ? `/${kind}?${params}` : `/${kind}`, how);
  };
  const settle = (q: string) => change({ ...parseView(window.location.search, said.sort), q }, 'replace');
  const latest = useRef(settle);
  latest.current = settle;
  const [typed, setTyped] = useTyped(view.q, useCallback((q: string) => latest.current(q), []));

  const list = useInfiniteQuery({
    queryKey: ['list', kind, search, signedIn],
    queryFn: ({ pageParam, signal }) => read<Page<Row>>(pageParam, signal),
    initialPageParam: `/api/v1/${kind}?${queryParams(view, said.sort, { limit: '100', fields: said.fields })}`,
    getNextPageParam: (last) => last.page.next,
    placeholderData: keepPreviousData,
  });
  const counted = useQuery({
    queryKey: ['list', kind, 'counts', JSON.stringify([view.q, view.filters]), signedIn],
    queryFn: ({ signal }) => read<Counted>(`/api/v1/${kind}?${queryParams({ ...view, sort: said.sort }, said.sort, { limit: '1', count: 'true', facets: said.facets.join(',') })}`, signal),
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = list;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const total = counted.data?.page.total;
  const narrowed = view.q !== '' || Object.keys(view.filters).length > 0;
  const state = list.isPending || list.isPlaceholderData ? 'Reading the list…'
    : list.isError && rows.length === 0 ? ''
      : rows.length === 0 ? 'None found.'
        : total === undefined || counted.isPlaceholderData ? 'Counting…' : `${total.toLocaleString('en-US')} ${narrowed ? 'found' : 'in all'}`;
  const label = (name: string) => fields.find((f) => f.name === name.replace(/\.not$/, ''))?.label ?? name;
  const say = (name: string, value: string, known?: string | null) => {
    const counts = counted.data?.facets?.[name];
    const vocabulary = fields.find((f) => f.name === name)?.vocabulary ?? vocabularies[name];
    if (value === 'null') return 'none stated';
    return known ?? counts?.find((c) => c.value === value)?.label ?? (vocabulary ? word(vocabulary, value) : value);
  };
  const shared = { label, say, view, change };

  return (
    <div className="wrap stack">
      <div className="head">
        <Title>{said.title}</Title>
        <div className="btns">
          <a className="btn" href={`/api/v1/${kind}?${queryParams(view, said.sort, {})}`}><Icon name="braces" />JSON</a>
          <A className="btn btn--primary" href={`/${kind}/new`}><Icon name="plus" />New</A>
        </div>
      </div>
      <p className="lede">{said.lede}</p>
      <search className="row">
        <div className="search">
          <Icon name="search" />
          <label className="sr" htmlFor="q">Search {kind}</label>
          <input className="input" id="q" type="search" autoComplete="off" placeholder={`Search ${kind}`} value={typed} onChange={(e) => setTyped(e.target.value)} />
        </div>
        <button type="button" className="btn btn--s only-narrow" popoverTarget="facets">Filters</button>
        {signedIn && <label className="check"><input type="checkbox" checked={view.filters.lifecycle?.includes('draft') ?? false} onChange={(e) => change({ ...view, filters: { ...view.filters, lifecycle: e.target.checked ? ['draft', 'published'] : [] } })} /><span>With drafts</span></label>}
        <p role="status" className="small muted">{state}</p>
      </search>
      <Chips {...shared} />
      {list.isError && rows.length === 0 && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {!list.isError && (
        <div className="bench">
          <Facets {...shared} names={said.facets} counts={counted.data?.facets ?? {}} />
          <div className="center">
            {list.isSuccess && !list.isPlaceholderData && rows.length === 0 && (
              <div className="empty"><div>
                <h2>{view.q ? `Nothing on record for “${view.q}”` : narrowed ? 'Nothing on record under these filters' : 'Nothing on record yet'}</h2>
                {narrowed && <button type="button" className="btn" onClick={() => { setTyped(''); change({ ...view, q: '', filters: {} }); }}>Show all {kind}</button>}
              </div></div>
            )}
            {rows.length > 0 && (
              <Grid key={search} label={said.title} columns={columns} rows={rows} total={total} busy={list.isFetching} sort={view.q && view.sort === said.sort ? '' : view.sort}
                href={(r) => `/${kind}/${r.id}`} onOpen={(r) => go(`/${kind}/${r.id}`)} onSort={(f) => change(sortedBy(view, f))} onEnd={onEnd} />
            )}
            {isFetchingNextPage && <p className="small muted" role="status">Reading more…</p>}
            {isFetchNextPageError && <div className="row"><p className="error" role="alert"><Icon name="alert" />The next rows could not be read. {error?.message}</p><button type="button" className="btn btn--s" onClick={() => void fetchNextPage()}>Try again</button></div>}
          </div>
        </div>
      )}
    </div>
  );
}
