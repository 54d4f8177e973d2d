/** What a record was before, version by version, and putting one back. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { address, write } from '../api/client';
import { useFields } from '../api/fields';
import { useKey } from '../api/key';
import type { RecordJson } from '../api/shapes';
import { Icon } from '../ui/icons';
import { Failure } from '../ui/parts';
import { useSaved } from '../undo/Saved';
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

function say(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return 'not stated';
  if (Array.isArray(value)) return value.map(say).join('; ');
  if (typeof value !== 'object') return String(value);
  const o = value as Record<string, unknown>;
  return String(o.title ?? o.name ?? o.measure ?? o.value ?? o.organizationName ?? 'one entry');
}

export function History({ plural, record }: { plural: string; record: RecordJson }) {
  const { data, error, more, refetch } = usePages<Version>(`${address(plural, record.id)}/history`);
  const signedIn = useKey() !== null;
  const fields = useFields().data?.kinds.find((k) => k.plural === plural)?.fields ?? [];
  const client = useQueryClient();
  const tellSaved = useSaved();
  const [failure, setFailure] = useState<unknown>(null);

  async function restore(version: number) {
    try {
      const { changeSet } = await write('POST', `${address(plural, record.id)}/history/${version}/restore`, { etag: record.etag });
      tellSaved({ words: `Put back to version ${version}.`, changeSet, back: `/${plural}/${record.id}` });
      await client.invalidateQueries();
    } catch (refused) {
      setFailure(refused);
    }
  }
  const label = (pointer: string) => fields.find((f) => `/${f.name}` === pointer || pointer.startsWith(`/${f.name}/`))?.label ?? pointer;
  if (error) return <Failure failure={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" className="muted">
        Reading its history…
      </p>
    );
  return (
    <>
      {failure !== null && <Failure failure={failure} />}
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
              {v.changes.map((c) => (
                <p key={c.pointer} className="diff">
                  {label(c.pointer)}: <del>{say(c.before)}</del> <ins>{say(c.after)}</ins>
                </p>
              ))}
              {signedIn && v.version !== record.version && v.op !== 'delete' && (
                <button type="button" className="btn btn--s" onClick={() => void restore(v.version)}>
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
