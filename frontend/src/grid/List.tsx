/** The list of a kind: searched, filtered and sorted by its address, read page by page as one scrolls. */
import { useCallback, useRef } from 'react';
import { type Field, useFields } from '../api/fields';
import { useKey } from '../api/key';
import type { Common } from '../api/shapes';
import { useWords, type Words } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { Json } from '../ui/Json';
import type { Column, KindView } from '../ui/KindView';
import { Failure } from '../ui/parts';
import { A, go, useQueryString } from '../ui/router';
import { Title } from '../ui/Title';
import { Chips, Facets, toSearch } from './Facets';
import { Grid } from './Grid';
import { useRows } from './rows';
import { useTyped } from './typed';
import { knownView, operatorOf, orderOf, parseView, queryParams, sortedBy, type View, viewParams } from './view';

const vocabularies: Record<string, string> = { lifecycle: 'lifecycles', origin: 'origins' };

/** What every kind has, whatever its own columns are. */
const lifecycle = ({ word }: Words): Column<Common> => ({
  name: 'lifecycle',
  label: 'Lifecycle',
  cell: (r) => (
    <span className="status" data-s={r.lifecycle}>
      {word('lifecycles', r.lifecycle)}
    </span>
  ),
});

/** The view that the address says, as far as the kind's fields have it, and how to change it: by a new address. */
function useView({ plural, list: { sort } }: KindView, fields: Field[] | undefined) {
  const known = (search: string) => (fields ? knownView(search, fields) : { view: parseView(search), unknown: [] });
  const { view, unknown } = known(useQueryString());
  const change = (next: View, how: 'push' | 'replace' = 'push') => {
    const params = viewParams(next, sort);
    go(params ? `/${plural}?${params}` : `/${plural}`, how);
  };
  const settle = (q: string) => change({ ...known(window.location.search).view, q }, 'replace');
  const latest = useRef(settle);
  latest.current = settle;
  const [typed, setTyped] = useTyped(
    view.q,
    useCallback((q: string) => latest.current(q), []),
  );
  return { view, unknown, change, typed, setTyped };
}

export function List({ view: kind }: { view: KindView }) {
  const { plural, label: title, lede, list } = kind;
  const declared = useFields();
  const fields = declared.data?.kinds.find((k) => k.plural === plural)?.fields;
  const { view, unknown, change, typed, setTyped } = useView(kind, fields);
  // An address that says more than a search is read once it is known which of it can be.
  const plain = view.sort === '' && Object.keys(view.filters).length === 0;
  const { rows: query, counted } = useRows(kind, view, plain || !declared.isPending);
  const signedIn = useKey() !== null;
  const words = useWords();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, error } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  const total = counted.data?.page.total;
  const narrowed = view.q !== '' || Object.keys(view.filters).length > 0;
  const state =
    query.isPending || query.isPlaceholderData || !words.ready
      ? 'Reading the list…'
      : query.isError && rows.length === 0
        ? ''
        : rows.length === 0
          ? 'None found.'
          : counted.isError
            ? 'How many there are could not be counted.'
            : total === undefined || counted.isPlaceholderData
              ? 'Counting…'
              : `${total.toLocaleString('en-US')} ${narrowed ? 'found' : 'in all'}`;
  // Where only what is published is shown, a column that says so of each row says nothing.
  const columns = view.filters.lifecycle ? [...list.columns(words), lifecycle(words)] : list.columns(words);
  const label = (name: string) => fields?.find((f) => f.name === operatorOf(name).field)?.label ?? name;
  const say = (name: string, value: string, known?: string | null) => {
    const { field, words: operator } = operatorOf(name);
    const counts = counted.data?.facets?.[field];
    const vocabulary = fields?.find((f) => f.name === field)?.vocabulary ?? vocabularies[field];
    if (value === 'null') return operator === 'not' ? 'any stated' : 'none stated';
    const said = known ?? counts?.find((c) => c.value === value)?.label ?? (vocabulary ? words.word(vocabulary, value) : value);
    return operator ? `${operator} ${said}` : said;
  };
  const shared = { label, say, view, change };
  const showAll = () => {
    setTyped('');
    change({ ...view, q: '', filters: {} });
    toSearch();
  };

  return (
    <div className="wrap stack">
      <div className="head">
        <Title>{title}</Title>
        <div className="btns">
          <Json href={`/api/v1/${plural}?${queryParams(view, list.sort, {})}`} />
          <A className="btn btn--primary" href={`/${plural}/new`}>
            <Icon name="plus" />
            New
          </A>
        </div>
      </div>
      <p className="lede">{lede}</p>
      <search className="row">
        <div className="search">
          <Icon name="search" />
          <label className="sr" htmlFor="q">
            Search {plural}
          </label>
          <input
            className="input"
            id="q"
            type="search"
            autoComplete="off"
            placeholder={`Search ${plural}`}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        </div>
        <button type="button" className="btn btn--s only-narrow" popoverTarget="facets">
          Filters
        </button>
        {signedIn && <WithDrafts view={view} change={change} />}
        <p role="status" className="small muted">
          {state}
        </p>
      </search>
      {unknown.length > 0 && (
        <p role="status" className="callout callout--note">
          <span>This list does not know these words of its address, and leaves them out: {unknown.join(', ')}.</span>
        </p>
      )}
      <Chips {...shared} />
      {query.isError && rows.length === 0 ? (
        <Failure failure={query.error} retry={() => void query.refetch()} />
      ) : (
        <div className="bench">
          <Facets {...shared} names={list.facets} counts={counted.data?.facets ?? {}} cut={counted.data?.page.facetsCut ?? []} />
          <div className="center">
            {query.isSuccess && !query.isPlaceholderData && rows.length === 0 && (
              <Nothing q={view.q} narrowed={narrowed} showAll={showAll} plural={plural} />
            )}
            {rows.length > 0 && words.ready && (
              <Grid
                key={JSON.stringify([view.q, view.filters])}
                label={title}
                columns={columns}
                rows={rows}
                total={total}
                busy={query.isFetching}
                sort={orderOf(view, list.sort)}
                href={(r) => `/${plural}/${r.id}`}
                onOpen={(r) => go(`/${plural}/${r.id}`)}
                onSort={(f) => change(sortedBy(view, f, list.sort))}
                onEnd={onEnd}
              />
            )}
            {isFetchingNextPage && (
              <p className="small muted" role="status">
                Reading more…
              </p>
            )}
            {isFetchNextPageError && (
              <div className="row">
                <p className="error" role="alert">
                  <Icon name="alert" />
                  The next rows could not be read. {error?.message}
                </p>
                <button type="button" className="btn btn--s" onClick={() => void fetchNextPage()}>
                  Try again
                </button>
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function WithDrafts({ view, change }: { view: View; change: (view: View) => void }) {
  const shown = view.filters.lifecycle?.includes('draft') ?? false;
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={shown}
        onChange={() => change({ ...view, filters: { ...view.filters, lifecycle: shown ? [] : ['draft', 'published'] } })}
      />
      <span>With drafts</span>
    </label>
  );
}

function Nothing({ q, narrowed, showAll, plural }: { q: string; narrowed: boolean; showAll: () => void; plural: string }) {
  return (
    <div className="empty">
      <div>
        <h2>{q ? `Nothing on record for “${q}”` : narrowed ? 'Nothing on record under these filters' : 'Nothing on record yet'}</h2>
        {narrowed && (
          <button type="button" className="btn" onClick={showAll}>
            Show all {plural}
          </button>
        )}
      </div>
    </div>
  );
}
