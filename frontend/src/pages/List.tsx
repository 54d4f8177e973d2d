import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Title } from '../App';
import { type Convening, type Kind, type Organization, type Page, read, useKey } from '../api';
import { A, go, useQueryString } from '../router';
import { day, Failure, Icon, Illustrative, place } from '../ui/parts';
import { useWords } from '../vocabulary';

const words = {
  organizations: { title: 'Organizations', lede: 'Who hosts and attends convenings, pays for them, and provides what staff learn from.', sort: 'name', search: 'Search organizations' },
  convenings: { title: 'Convenings', lede: 'Meetings on the continuing education of library staff, latest first.', sort: '-startsOn', search: 'Search convenings' },
};

const Unknown = () => <span className="muted">not stated</span>;

export function List({ kind }: { kind: Kind }) {
  const said = words[kind];
  const q = new URLSearchParams(useQueryString()).get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  const signedIn = useKey() !== null;
  const { word } = useWords();
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The address changed by other means than typing: back, forward, a link.
    if (q !== asked.current) {
      asked.current = q;
      setTyped(q);
    }
  }, [q]);
  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const wait = setTimeout(() => {
      asked.current = typed.trim();
      go(asked.current ? `/${kind}?${new URLSearchParams({ q: asked.current })}` : `/${kind}`, 'replace');
    }, 250);
    return () => clearTimeout(wait);
  }, [typed, kind]);

  const list = useInfiniteQuery({
    queryKey: ['list', kind, q, signedIn],
    queryFn: ({ pageParam, signal }) => read<Page<Organization | Convening>>(pageParam, signal),
    initialPageParam: `/api/v1/${kind}?${new URLSearchParams({ ...(q ? { q } : {}), limit: '50', sort: said.sort })}`,
    getNextPageParam: (last) => last.page.next,
    placeholderData: (before) => before,
  });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;

  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((s) => s.isIntersecting)) void fetchNextPage();
    }, { rootMargin: '400px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const state = list.isPending || list.isPlaceholderData ? 'Reading the list…'
    : list.isError && rows.length === 0 ? ''
      : rows.length === 0 ? 'None found.'
        : hasNextPage ? `${rows.length.toLocaleString('en-US')} shown, more below`
          : `${rows.length.toLocaleString('en-US')} ${q ? 'found' : 'in all'}`;

  return (
    <div className="wrap stack">
      <div className="head">
        <Title>{said.title}</Title>
        <div className="btns">
          <a className="btn" href={`/api/v1/${kind}${q ? `?${new URLSearchParams({ q })}` : ''}`}><Icon name="braces" />JSON</a>
          <A className="btn btn--primary" href={`/${kind}/new`}><Icon name="plus" />New</A>
        </div>
      </div>
      <p className="lede">{said.lede}</p>
      <search className="row">
        <div className="search">
          <Icon name="search" />
          <label className="sr" htmlFor="q">{said.search}</label>
          <input className="input" id="q" type="search" autoComplete="off" placeholder={said.search} value={typed} onChange={(e) => setTyped(e.target.value)} />
        </div>
        <p role="status" className="small muted">{state}</p>
      </search>
      {list.isError && rows.length === 0 && <Failure failure={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && !list.isPlaceholderData && rows.length === 0 && (
        <div className="empty"><div>
          <h2>{q ? `Nothing on record for “${q}”` : 'Nothing on record yet'}</h2>
          {q && <button type="button" className="btn" onClick={() => setTyped('')}>Show all {kind}</button>}
        </div></div>
      )}
      {rows.length > 0 && (
        <div className="sheet sheet--grid">
          <table className="grid grid--cards" aria-label={said.title} aria-busy={list.isFetching}>
            <thead>
              {kind === 'organizations'
                ? <tr><th scope="col">Name</th><th scope="col">Sector</th><th scope="col">Place</th><th scope="col">Lifecycle</th></tr>
                : <tr><th scope="col">Title</th><th scope="col">When</th><th scope="col">Place</th><th scope="col">Status</th></tr>}
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row" className="title">
                    <span className="t"><A href={`/${kind}/${row.id}`}>{'name' in row ? row.name : row.title}</A><Illustrative origin={row.origin} /></span>
                  </th>
                  <td>{'name' in row ? (row.sector ? word('sectors', row.sector) : <Unknown />) : row.startsOn ? day(row.startsOn) : <Unknown />}</td>
                  <td>{place(row) || <Unknown />}</td>
                  <td>{'name' in row
                    ? <span className="status" data-s={row.lifecycle}>{word('lifecycles', row.lifecycle)}</span>
                    : row.status ? <span className="status" data-s={row.status}>{word('convening-status', row.status)}</span> : <Unknown />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div ref={end} className="row">
        {isFetchNextPageError && <p className="error" role="alert"><Icon name="alert" />The next rows could not be read. {list.error?.message}</p>}
        {hasNextPage && rows.length > 0 && <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{isFetchingNextPage ? 'Reading more…' : 'Load more'}</button>}
      </div>
    </div>
  );
}
