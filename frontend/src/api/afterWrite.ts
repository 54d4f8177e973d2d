/** What is read again after a write of one's own. */
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

/** All but what no record changes. */
const ofRecords = ({ queryKey }: { queryKey: QueryKey }) => queryKey[0] !== 'fields' && queryKey[0] !== 'vocabularies';

/** What is shown is read again, a long list from its first page on; what is not shown is forgotten. */
export async function afterWrite(client: QueryClient): Promise<void> {
  client.removeQueries({ type: 'inactive', predicate: ofRecords });
  client.setQueriesData<InfiniteData<unknown> | object>({ queryKey: ['list'] }, (known) =>
    known && 'pages' in known ? { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) } : known,
  );
  await client.invalidateQueries({ predicate: ofRecords });
}
