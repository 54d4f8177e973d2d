import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Title, useSaved } from '../App';
import { address, call, type FieldError, keepKey, type Organization, read, Refusal, useKey, write } from '../api';
import { A, go } from '../router';
import { Failure, Icon } from '../ui/parts';
import { useWords } from '../vocabulary';

/** Asked once a tab; the key is tried before it is kept. */
function SignIn() {
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function enter(event: FormEvent) {
    event.preventDefault();
    const value = field.current!.value.trim();
    setBusy(true);
    try {
      if (!/^[\x21-\x7e]+$/.test(value)) throw new Refusal(401, 'Paste the key: one line, without spaces.');
      await call('/api/v1/me', { as: value });
      keepKey(value);
    } catch (failure) {
      setBusy(false);
      setRefused(failure instanceof Refusal && failure.status === 401 ? 'This is not the key of this server. Copy the whole line of the file.' : failure instanceof Error ? failure.message : 'It could not be checked.');
      field.current?.focus();
    }
  }
  return (
    <form className="sheet stack quiet" onSubmit={enter} noValidate>
      <h2>Sign in with the operator's key</h2>
      <p className="soft">Only who runs this server can change records. The key lies in the file <code>operator.key</code> in the server's data folder. It is kept until you close this tab or sign out.</p>
      <div className={refused ? 'field field--bad' : 'field'}>
        <label htmlFor="key">Operator's key</label>
        <input className="input" id="key" ref={field} type="password" autoComplete="off" aria-invalid={refused ? true : undefined} aria-describedby={refused ? 'key-error' : undefined} />
        {refused && <p className="error" id="key-error" role="alert"><Icon name="alert" />{refused}</p>}
      </div>
      <div className="btns"><button className="btn btn--primary" disabled={busy}>{busy ? 'Checking…' : 'Sign in'}</button></div>
    </form>
  );
}

const names = ['name', 'acronym', 'sector', 'city', 'state', 'url', 'description', 'sourceTitle', 'sourceUrl', 'lifecycle'] as const;
type Name = (typeof names)[number];
type Values = Record<Name, string>;

const labels: Values = {
  name: 'Name', acronym: 'Acronym', sector: 'Sector', city: 'City', state: 'State', url: 'Web address',
  description: 'Description', sourceTitle: 'Source: title', sourceUrl: 'Source: web address', lifecycle: 'Lifecycle',
};
const pointers: Record<string, Name> = { '/sources/0/title': 'sourceTitle', '/sources/0/url': 'sourceUrl', '/sources/0': 'sourceTitle', '/sources': 'sourceTitle' };
const fieldOf = (pointer: string): Name | undefined =>
  pointers[pointer] ?? names.find((n) => pointer === `/${n}`);

const valuesOf = (o?: Organization): Values => ({
  name: o?.name ?? '', acronym: o?.acronym ?? '', sector: o?.sector ?? '', city: o?.city ?? '', state: o?.state ?? '',
  url: o?.url ?? '', description: o?.description ?? '', sourceTitle: o?.sources[0]?.title ?? '', sourceUrl: o?.sources[0]?.url ?? '',
  lifecycle: o?.lifecycle ?? 'draft',
});

/** What differs, as a merge patch: an emptied field is null. Sources after the first stay as they are. */
function changes(before: Values, now: Values, o?: Organization): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const n of names) {
    if (n !== 'sourceTitle' && n !== 'sourceUrl' && now[n] !== before[n]) body[n] = now[n] === '' ? null : now[n];
  }
  if (now.sourceTitle !== before.sourceTitle || now.sourceUrl !== before.sourceUrl) {
    const rest = o?.sources.slice(1) ?? [];
    body.sources = now.sourceTitle === '' && now.sourceUrl === ''
      ? rest
      : [{ ...o?.sources[0], title: now.sourceTitle, url: now.sourceUrl || null }, ...rest];
  }
  return body;
}

export function OrganizationForm({ id }: { id?: string }) {
  const title = id ? 'Edit organization' : 'New organization';
  const signedIn = useKey() !== null;
  const record = useQuery({
    queryKey: ['edit', id],
    queryFn: ({ signal }) => read<Organization>(address('organizations', id!), signal),
    enabled: signedIn && id !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  // Once open, the form stays where it is: a key that is refused on saving is asked for again above what was typed.
  const [opened, setOpened] = useState(signedIn);
  if (signedIn && !opened) setOpened(true);
  return (
    <div className="wrap wrap--read stack">
      <ol className="crumbs"><li><A href="/organizations">Organizations</A></li>{id && record.data && <li><A href={`/organizations/${id}`}>{record.data.name}</A></li>}</ol>
      <Title>{title}</Title>
      {!signedIn && <SignIn />}
      {!opened ? null
        : id && record.isError ? <Failure failure={record.error} retry={() => void record.refetch()} />
          : id && !record.data ? <p role="status" className="muted">Reading the record…</p>
            : <Fields key={record.data?.etag ?? 'new'} record={record.data} reread={() => void record.refetch()} />}
    </div>
  );
}

function Fields({ record, reread }: { record?: Organization; reread: () => void }) {
  const before = valuesOf(record);
  const [values, setValues] = useState(before);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { terms } = useWords();
  const client = useQueryClient();
  const tellSaved = useSaved();

  useEffect(() => {
    if (refusal) summary.current?.focus();
  }, [refusal]);

  async function save(event: FormEvent) {
    event.preventDefault();
    const trimmed = Object.fromEntries(names.map((n) => [n, values[n].trim()])) as Values;
    const body = changes(before, trimmed, record);
    if (record && Object.keys(body).length === 0) {
      go(`/organizations/${record.id}`);
      return;
    }
    setBusy(true);
    try {
      const { body: kept, changeSet } = record
        ? await write('PATCH', address('organizations', record.id), body, record.etag)
        : await write('POST', '/api/v1/organizations', { ...body, name: trimmed.name, lifecycle: trimmed.lifecycle });
      client.removeQueries({ queryKey: ['record'] });
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['registry'] });
      const page = `/organizations/${kept.id}`;
      tellSaved({ words: record ? 'Saved.' : `${kept.name} is on record.`, changeSet, back: record ? page : '/organizations' });
      go(page);
    } catch (failure) {
      setBusy(false);
      if (failure instanceof Refusal && failure.status === 401) keepKey(null);
      setRefusal(failure instanceof Refusal ? failure : new Refusal(0, 'It could not be saved.'));
    }
  }

  const errors = refusal?.errors ?? [];
  const at = (n: Name): FieldError[] => errors.filter((e) => fieldOf(e.pointer) === n);
  const conflict = refusal?.status === 412 || refusal?.status === 409;

  function field(n: Name, hint: string, control?: (props: { id: string; value: string; 'aria-invalid'?: true; 'aria-describedby': string; onChange: (e: { target: { value: string } }) => void }) => ReactNode) {
    const wrong = at(n);
    const props = {
      id: `f-${n}`,
      value: values[n],
      'aria-invalid': wrong.length > 0 ? (true as const) : undefined,
      'aria-describedby': `f-${n}-hint${wrong.length > 0 ? ` f-${n}-error` : ''}`,
      onChange: (e: { target: { value: string } }) => setValues((v) => ({ ...v, [n]: e.target.value })),
    };
    return (
      <div className={wrong.length > 0 ? 'field field--bad' : 'field'}>
        <label htmlFor={props.id}>{labels[n]}</label>
        <span className="hint" id={`f-${n}-hint`}>{hint}</span>
        {control ? control(props) : <input className="input" type="text" {...props} />}
        {wrong.length > 0 && <p className="error" id={`f-${n}-error`}><Icon name="alert" /><span>{wrong.map((e) => e.detail).join('. ')}</span></p>}
      </div>
    );
  }
  const options = (vocabulary: string, none: string, current: string) => {
    const known = terms(vocabulary).filter((t) => t.active || t.code === current);
    return (
      <>
        <option value="">{none}</option>
        {current && !known.some((t) => t.code === current) && <option value={current}>{current}</option>}
        {known.map((t) => <option key={t.code} value={t.code}>{t.label}</option>)}
      </>
    );
  };

  return (
    <form className="stack form" onSubmit={save} noValidate>
      {refusal && (
        <div className="callout callout--bad" ref={summary} tabIndex={-1} role="group" aria-labelledby="refused">
          <Icon name="alert" />
          <h2 id="refused">{conflict ? 'Not saved: the record changed meanwhile' : 'Not saved'}</h2>
          <p>{conflict ? 'Somebody changed this record after you read it. What you typed still stands here: copy what you need, then read the record again.' : `${refusal.message.replace(/\.$/, '')}.`}</p>
          {errors.length > 0 && (
            <ul>
              {errors.map((e, i) => {
                const n = fieldOf(e.pointer);
                return <li key={i}>{n ? <a href={`#f-${n}`} onClick={(event) => { event.preventDefault(); document.getElementById(`f-${n}`)?.focus(); }}>{labels[n]}: {e.detail}</a> : <>{e.pointer}: {e.detail}</>}</li>;
              })}
            </ul>
          )}
          {conflict && record && <p><button type="button" className="btn btn--s" onClick={reread}>Read the record again</button></p>}
        </div>
      )}
      <fieldset className="sheet stack"><legend className="sr">What it is</legend>
        {field('name', 'What it calls itself')}
        {field('acronym', 'The letters it goes by, if any')}
        {field('sector', 'What sort of organization it is; needed to publish', (p) => <select className="select" {...p}>{options('sectors', 'Not stated', values.sector)}</select>)}
        {field('description', 'What it does, in its own words where there are any', (p) => <textarea className="textarea" rows={5} {...p} />)}
      </fieldset>
      <fieldset className="sheet stack"><legend className="sr">Where it is</legend>
        {field('city', 'City or town')}
        {field('state', 'State or territory', (p) => <select className="select" {...p}>{options('states', 'Not stated', values.state)}</select>)}
        {field('url', 'Its own site, beginning with http:// or https://', (p) => <input className="input" type="url" {...p} />)}
      </fieldset>
      <fieldset className="sheet stack"><legend className="sr">Where it is known from</legend>
        {field('sourceTitle', 'What the source is called')}
        {field('sourceUrl', 'Where the source can be read', (p) => <input className="input" type="url" {...p} />)}
      </fieldset>
      <fieldset className="sheet stack"><legend className="sr">Who sees it</legend>
        {field('lifecycle', 'A draft is seen only by who is signed in', (p) => (
          <select className="select" {...p}><option value="draft">Draft</option><option value="published">Published</option>{values.lifecycle === 'withdrawn' && <option value="withdrawn">Withdrawn</option>}</select>
        ))}
      </fieldset>
      <div className="btns">
        <button className="btn btn--primary" disabled={busy}>{busy ? 'Saving…' : 'Save'}</button>
        <A className="btn" href={record ? `/organizations/${record.id}` : '/organizations'}>Cancel</A>
      </div>
    </form>
  );
}
