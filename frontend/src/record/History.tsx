/** What a record was before, version by version, and putting one back. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { afterWrite } from '../api/afterWrite';
import { address, write } from '../api/client';
import { useFields } from '../api/fields';
import { useKey } from '../api/key';
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { Failure } from '../ui/parts';
import { useSaved } from '../undo/Saved';
import { sayChange } from './changes';
import { NotDone } from './NotDone';
import { More, usePages } from './paging';

type Version = {
  version: number;
  at: string;
  op: string;
  by: { role: string | null; name?: string | null };
  via: string;
  reason: string | null;
  changes: { pointer: string; before: unknown; after: unknown }[];
};

const ops: Record<string, string> = { create: 'Made', update: 'Changed', delete: 'Deleted', restore: 'Restored' };
const vias: Record<string, string> = {
  workbench: 'in the browser',
  api: 'over the API',
  load: 'from a file',
  demo: 'with the demonstration',
  batch: 'in a batch',
  undo: 'by an undo',
  import: 'by an import',
};

/** The record whose past it is: as it is now, or without an etag where it is deleted. */
export type Past = { plural: string; id: string; version?: number; etag?: string };
export const useVersions = ({ plural, id }: Past) => usePages<Version>(`${address(plural, id)}/history`);

/** Puts a record back to a version, and says so, or why not. */
export function usePutBack({ plural, id, etag }: Past) {
  const client = useQueryClient();
  const tellSaved = useSaved();
  const [failure, setFailure] = useState<unknown>(null);
  async function putBack(version: number, words = `Put back to version ${version}.`) {
    setFailure(null);
    try {
      const { changeSet } = await write('POST', `${address(plural, id)}/history/${version}/restore`, { etag });
      tellSaved({ words, changeSet, back: `/${plural}/${id}` });
      // The button of a deleted record's page goes with what it did.
      if (!etag) document.querySelector('h1')?.focus();
      await afterWrite(client);
    } catch (refused) {
      setFailure(refused);
    }
  }
  return { putBack, refused: failure !== null && <NotDone title="Not put back" failure={failure} /> };
}

export function History(past: Past) {
  const { plural } = past;
  const { data, error, more, refetch } = useVersions(past);
  const signedIn = useKey() !== null;
  const fields = useFields().data?.kinds.find((k) => k.plural === plural)?.fields ?? [];
  const { putBack, refused } = usePutBack(past);
  const { word } = useWords();
  if (error) return <Failure failure={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" className="muted">
        Reading its history…
      </p>
    );
  return (
    <>
      {refused}
      <ol className="history">
        {data.items.map((v) => (
          <li key={v.version}>
            <span className="v">v{v.version}</span>
            <div>
              <p className="muted">
                {ops[v.op] ?? v.op} {vias[v.via] ?? ''},{' '}
                <time dateTime={v.at}>{new Date(v.at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' })}</time>
                {v.by.role && `, by ${v.by.name ?? `the ${v.by.role}`}`}
              </p>
              {v.reason && <p>{v.reason}</p>}
              {v.changes.map((c, i) => {
                const { label, was, is } = sayChange(fields, c, word);
                return (
                  <p key={i} className="diff">
                    {label}: {was !== null && <del>{was}</del>} {is !== null && <ins>{is}</ins>}
                  </p>
                );
              })}
              {signedIn && v.version !== past.version && v.op !== 'delete' && (
                <button type="button" className="btn btn--s" onClick={() => void putBack(v.version)}>
                  <Icon name="undo" />
                  Put back to version {v.version}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <More more={more} />
    </>
  );
}
