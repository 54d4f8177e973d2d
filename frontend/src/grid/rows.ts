/** The rows of a view, page by page, and apart from them its counts, which take the server longer. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import { useKey } from '../api/key';
import type { Common, Page } from '../api/shapes';
import type { KindView } from '../ui/KindView';
import { queryParams, type View } from './view';

export type Counts = Record<string, { value: string | null; label: string | null; count: number }[]>;
type Counted = { page: { total?: number; facetsCut?: string[] }; facets?: Counts };

/** Within a visit, rows are read once: only a write of one's own makes them read again, from the first page on. */
export function useRows({ plural, list: { sort, fields, facets } }: KindView, view: View, enabled: boolean) {
  const signedIn = useKey() !== null;
  const address = `/api/v1/${plural}`;
  const rows = useInfiniteQuery({
    queryKey: ['list', plural, JSON.stringify(view), signedIn],
    queryFn: ({ pageParam, signal }) => read<Page<Common>>(pageParam, signal),
    initialPageParam: `${address}?${queryParams(view, sort, { limit: '100', fields: [...fields, 'lifecycle'].join(',') })}`,
    getNextPageParam: (last) => last.page.next,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  const counted = useQuery({
    queryKey: ['list', plural, 'counts', JSON.stringify([view.q, view.filters]), signedIn],
    queryFn: ({ signal }) =>
      read<Counted>(
        `${address}?${queryParams({ ...view, sort: '' }, sort, { limit: '1', count: 'true', facets: facets.join(',') })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  return { rows, counted };
}
