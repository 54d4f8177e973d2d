/** Short lists around a record, read page by page as more is asked for. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../api/client';
import { useKey } from '../api/key';

type Listed<T> = { items: T[]; page: { next: string | null } };

/** Pages of something, one after another as they are asked for. */
export function usePages<T>(path: string) {
  const signedIn = useKey() !== null;
  const [asked, setAsked] = useState([path]);
  const query = useQuery({
    queryKey: ['around', ...asked, signedIn],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(asked.map((p) => read<Listed<T>>(p, signal)));
      return { items: pages.flatMap((p) => p.items), next: pages.at(-1)?.page.next ?? null };
    },
    placeholderData: (before) => before,
  });
  const more = query.data?.next;
  return { ...query, more: more ? () => setAsked([...asked, more]) : null };
}

export const More = ({ more }: { more: (() => void) | null }) =>
  more && (
    <p>
      <button type="button" className="btn btn--s" onClick={more}>
        Show more
      </button>
    </p>
  );
