/** What stands around a record: who refers to it, and what it was before. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSaved } from '../App';
import { address, type Kind, read, type RecordJson, type Ref, useKey, write } from '../api';
import { useFields } from '../form/fields';
import { go } from '../router';
import { day, Failure, Glyph, Icon, RefLink } from '../ui/parts';
import { useWords } from '../vocabulary';

type Reference = { record: Ref; field: string; type: string | null; role: string | null; from: string | null; to: string | null; on: string | null; note: string | null };
type Version = { version: number; at: string; op: string; by: { role: string | null; name?: string | null }; via: string; reason: string | null; changes: { pointer: string; before: unknown; after: unknown }[] };
type Listed<T> = { items: T[]; page: { next: string | null } };

/** How a link reads from its other end. */
const inverse: Record<string, string> = {
  hosts: 'Hosted', funders: 'Paid for', parent: 'Has as a unit', followsFrom: 'Led to', fundedBy: 'Paid for',
  'participants.organization': 'Someone from it took part in',
};

/** Pages of something, one after another as they are asked for. */
function usePages<T>(path: string) {
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

const More = ({ more }: { more: (() => void) | null }) => more && <p><button type="button" className="btn btn--s" onClick={more}>Show more</button></p>;

export function References({ plural, id }: { plural: Kind; id: string }) {
  const { data, error, more, refetch } = usePages<Reference>(`${address(plural, id)}/references`);
  const { word } = useWords();
  if (error) return <Failure failure={error} retry={() => void refetch()} />;
  if (!data) return <p role="status" className="muted">Reading who refers to it…</p>;
  if (data.items.length === 0) return <div className="empty"><div><h3>Nothing on record refers to it yet</h3></div></div>;
  return (
    <>
      <ul className="list">
        {data.items.map((r, i) => (
          <li key={i} className="refers">
            <Glyph kind={r.record.kind} />
            <div>
              <p className="small muted">{[r.type ? `${word('organization-relationships-type', r.type)}, says` : (inverse[r.field] ?? r.field), r.role, r.on && day(r.on), r.from && `from ${day(r.from)}`, r.to && `until ${day(r.to)}`].filter(Boolean).join(', ')}</p>
              <RefLink to={r.record} />
              {r.note && <p className="small soft">{r.note}</p>}
            </div>
          </li>
        ))}
      </ul>
      <More more={more} />
    </>
  );
}

const ops: Record<string, string> = { create: 'Made', update: 'Changed', delete: 'Deleted', restore: 'Restored' };
const vias: Record<string, string> = { workbench: 'in the browser', api: 'over the API', load: 'from a file', demo: 'with the demonstration', batch: 'in a batch', undo: 'by an undo', import: 'by an import' };

function say(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return 'not stated';
  if (Array.isArray(value)) return value.map(say).join('; ');
  if (typeof value !== 'object') return String(value);
  const o = value as Record<string, unknown>;
  return String(o.title ?? o.name ?? o.measure ?? o.value ?? o.organizationName ?? 'one entry');
}

export function History({ plural, record }: { plural: Kind; record: RecordJson }) {
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
  if (!data) return <p role="status" className="muted">Reading its history…</p>;
  return (
    <>
      {failure !== null && <Failure failure={failure} />}
      <ol className="history">
        {data.items.map((v) => (
          <li key={v.version}>
            <span className="v">v{v.version}</span>
            <div>
              <p className="muted">{ops[v.op] ?? v.op} {vias[v.via] ?? ''}, <time dateTime={v.at}>{new Date(v.at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' })}</time>{v.by.role && `, by ${v.by.name ?? `the ${v.by.role}`}`}</p>
              {v.reason && <p>{v.reason}</p>}
              {v.changes.map((c) => <p key={c.pointer} className="diff">{label(c.pointer)}: <del>{say(c.before)}</del> <ins>{say(c.after)}</ins></p>)}
              {signedIn && v.version !== record.version && v.op !== 'delete' && <button type="button" className="btn btn--s" onClick={() => void restore(v.version)}><Icon name="undo" />Put back to version {v.version}</button>}
            </div>
          </li>
        ))}
      </ol>
      <More more={more} />
    </>
  );
}

export function Delete({ plural, record, title }: { plural: Kind; record: RecordJson; title: string }) {
  const client = useQueryClient();
  const tellSaved = useSaved();
  const [failure, setFailure] = useState<unknown>(null);
  async function remove() {
    try {
      const { changeSet } = await write('DELETE', address(plural, record.id), { etag: record.etag });
      tellSaved({ words: `${title} is deleted.`, changeSet, back: `/${plural}/${record.id}` });
      go(`/${plural}`);
      await client.invalidateQueries({ queryKey: ['list'] });
    } catch (refused) {
      setFailure(refused);
    }
  }
  return (
    <>
      <button type="button" className="btn" onClick={() => void remove()}><Icon name="trash" />Delete</button>
      {failure !== null && <Failure failure={failure} />}
    </>
  );
}
