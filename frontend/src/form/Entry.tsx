/** The form itself: what is typed, its draft, saving it, and what to do where the server refuses. */
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { address, Refusal, read, write } from '../api/client';
import { formFields, type KindFields } from '../api/fields';
import { keepKey } from '../api/key';
import type { RecordJson } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import type { KindView } from '../ui/KindView';
import { A, go } from '../ui/router';
import { useSaved } from '../undo/Saved';
import { Control } from './Control';
import { Crossed, type Crossing } from './Crossed';
import { Form } from './context';
import { keepDraft, readDraft } from './draft';
import { changed, merge, put as putAt, tidy, toBody, toValues, type Value } from './model';
import { Refused } from './Refused';
import { sectionsOf } from './sections';

export function Entry({ view, kind, record }: { view: KindView; kind: KindFields; record: RecordJson | null }) {
  const page = record ? `/${view.plural}/${record.id}` : `/${view.plural}/new`;
  const fields = useMemo(() => formFields(kind), [kind]);
  const [draft] = useState(() => readDraft(page));
  const [base, setBase] = useState<RecordJson | null>(draft?.base ?? record);
  const [values, setValues] = useState(() => draft?.values ?? toValues(fields, record ?? {}));
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [crossing, setCrossing] = useState<Crossing | null>(null);
  const [restored, setRestored] = useState(draft !== null);
  const { moves } = useWords();
  const client = useQueryClient();
  const tellSaved = useSaved();
  const form = useRef<HTMLFormElement>(null);

  const before = useMemo(() => toValues(fields, base ?? {}), [fields, base]);
  const dirty = changed(fields, before, values).length > 0;
  useEffect(() => keepDraft(page, dirty ? { values, base } : null), [page, dirty, values, base]);

  const put = useCallback((path: string, value: Value) => setValues((v) => putAt(v, path, value)), []);
  const open = useMemo(() => {
    const moving = fields.filter((f) => base && f.type === 'code' && !f.many && typeof base[f.name] === 'string');
    return Object.fromEntries(
      moving.flatMap((f) => {
        const from = base![f.name] as string;
        const to = moves(f.vocabulary ?? '')?.[from];
        return to ? [[`/${f.name}`, [from, ...to]]] : [];
      }),
    );
  }, [fields, base, moves]);

  async function save(publish: boolean) {
    const tidied = tidy(fields, values);
    const sent = publish ? { ...tidied, lifecycle: 'published' } : tidied;
    const names = changed(fields, before, sent);
    if (base && names.length === 0) return leave();
    setValues(tidied);
    setBusy(true);
    setRefusal(null);
    try {
      const body = toBody(base ? fields.filter((f) => names.includes(f.name)) : fields, sent);
      const { body: kept, changeSet } = base
        ? await write('PATCH', address(view.plural, base.id), { body, etag: base.etag, reason })
        : await write('POST', `/api/v1/${view.plural}`, { body, reason });
      keepDraft(page, null);
      client.removeQueries({ queryKey: ['record'] });
      for (const queryKey of [['list'], ['registry'], ['hits']]) void client.invalidateQueries({ queryKey });
      const at = `/${view.plural}/${kept.id}`;
      tellSaved({ words: base ? 'Saved.' : `${view.titleOf(kept)} is on record.`, changeSet, back: base ? at : `/${view.plural}` });
      go(at);
    } catch (failure) {
      setBusy(false);
      await refused(failure instanceof Refusal ? failure : new Refusal(0, 'It could not be saved.'));
    }
  }

  async function refused(failure: Refusal) {
    if (failure.status === 401) keepKey(null);
    if (failure.status !== 412 || !base) return setRefusal(failure);
    try {
      const theirs = await read<RecordJson>(address(view.plural, base.id));
      setCrossing({ theirs, ...merge(fields, before, toValues(fields, theirs), values) });
    } catch {
      setRefusal(failure);
    }
  }

  function leave() {
    keepDraft(page, null);
    go(base ? page : `/${view.plural}`);
  }
  function forget() {
    setBase(record);
    setValues(toValues(fields, record ?? {}));
    setRestored(false);
  }
  function settle(merged: typeof values) {
    setBase(crossing!.theirs);
    setValues(merged);
    setCrossing(null);
    form.current?.querySelector<HTMLElement>('.save')?.focus();
  }

  return (
    <Form value={useMemo(() => ({ put, errors: refusal?.errors ?? [], moves: open }), [put, refusal, open])}>
      <form
        className="stack form"
        ref={form}
        noValidate
        onSubmit={(e: FormEvent) => {
          e.preventDefault();
          void save(false);
        }}
        onKeyDown={(e) => {
          if ((e.ctrlKey || e.metaKey) && e.key === 's') {
            e.preventDefault();
            form.current?.requestSubmit();
          }
        }}
      >
        {restored && (
          <p className="callout callout--note" role="status">
            <span>
              What you typed here before was kept.{' '}
              <button type="button" className="btn btn--s" onClick={forget}>
                Discard it
              </button>
            </span>
          </p>
        )}
        {refusal && <Refused refusal={refusal} fields={fields} />}
        {crossing && <Crossed crossing={crossing} fields={fields} before={before} mine={values} settle={settle} />}
        {sectionsOf(view.sections, fields).map((s) => (
          <section className="sheet stack" key={s.title} aria-label={s.title}>
            <h2>{s.title}</h2>
            {s.fields.map((f) => (
              <Control key={f.name} field={f} path={`/${f.name}`} value={values[f.name] ?? null} />
            ))}
          </section>
        ))}
        <Reason reason={reason} put={setReason} />
        <div className="savebar">
          <button type="submit" className="btn btn--primary save" disabled={busy}>
            {busy ? 'Saving…' : 'Save'}
          </button>
          {values.lifecycle === 'draft' && (
            <button type="button" className="btn" disabled={busy} onClick={() => void save(true)}>
              Save and publish
            </button>
          )}
          <A className="btn" href={base ? page : `/${view.plural}`} onClick={() => keepDraft(page, null)}>
            Cancel
          </A>
          <span className="state">{dirty ? 'Draft kept in this tab' : 'Nothing changed yet'}</span>
        </div>
      </form>
    </Form>
  );
}

function Reason({ reason, put }: { reason: string; put: (reason: string) => void }) {
  return (
    <div className="field">
      <label htmlFor="why">
        Why this change <span className="opt">optional</span>
      </label>
      <input
        className="input"
        id="why"
        maxLength={300}
        placeholder="Shown in the history"
        value={reason}
        onChange={(e) => put(e.target.value)}
      />
    </div>
  );
}
