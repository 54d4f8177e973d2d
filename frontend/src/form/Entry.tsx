/** The form itself: what stands in it, and what to do where the server refuses. */
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formFields, type KindFields } from '../api/fields';
import type { RecordJson } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import type { KindView } from '../ui/KindView';
import { A } from '../ui/router';
import { useFormOpen } from '../undo/open';
import { Control } from './Control';
import { Crossed } from './Crossed';
import { Form } from './context';
import { Refused } from './Refused';
import { useSaving } from './saving';
import { sectionsOf } from './sections';

export function Entry({ view, kind, record }: { view: KindView; kind: KindFields; record: RecordJson | null }) {
  const fields = useMemo(() => formFields(kind), [kind]);
  const saving = useSaving(view, fields, record);
  const { base, before, values, refusal, crossing, busy, dirty, put } = saving;
  const { moves } = useWords();
  const form = useRef<HTMLFormElement>(null);
  useFormOpen();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0) focusFirst(form.current);
  }, [round]);

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

  function discard() {
    saving.discard();
    setRound(round + 1);
  }
  function settle(merged: typeof values) {
    saving.settle(merged);
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
          void saving.save(false);
        }}
        onKeyDown={(e) => {
          if ((e.ctrlKey || e.metaKey) && e.key === 's') {
            e.preventDefault();
            form.current?.requestSubmit();
          }
        }}
      >
        {saving.restored && (
          <p className="callout callout--note" role="status">
            <span>
              What you typed here before was kept.{' '}
              <button type="button" className="btn btn--s" onClick={discard}>
                Discard it
              </button>
            </span>
          </p>
        )}
        {refusal && <Refused refusal={refusal} fields={fields} />}
        {crossing && <Crossed crossing={crossing} fields={fields} before={before} mine={values} settle={settle} />}
        {sectionsOf(view.sections, fields).map((s) => (
          <section className="sheet stack" key={`${s.title} ${round}`} aria-label={s.title}>
            <h2>{s.title}</h2>
            {s.fields.map((f) => (
              <Control key={f.name} field={f} path={`/${f.name}`} value={values[f.name] ?? null} />
            ))}
          </section>
        ))}
        <Reason reason={saving.reason} put={saving.setReason} />
        <div className="savebar">
          <button type="submit" className="btn btn--primary save" disabled={busy}>
            {busy ? 'Saving…' : 'Save'}
          </button>
          {values.lifecycle === 'draft' && (
            <button type="button" className="btn" disabled={busy} onClick={() => void saving.save(true)}>
              Save and publish
            </button>
          )}
          <A className="btn" href={saving.home} onClick={saving.forget}>
            Cancel
          </A>
          <span className="state">{dirty ? 'Draft kept in this tab' : 'Nothing changed yet'}</span>
        </div>
      </form>
    </Form>
  );
}

const focusFirst = (form: HTMLElement | null) => form?.querySelector<HTMLElement>('section :is(input, select, textarea)')?.focus();

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
