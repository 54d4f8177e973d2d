/** The form itself: what stands in it, and what to do where the server refuses. */
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Refusal } from '../api/client';
import { type Field, formFields, type KindFields, useFields } from '../api/fields';
import { useKey } from '../api/key';
import type { RecordJson } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import type { KindView } from '../ui/KindView';
import { A } from '../ui/router';
import { useFormOpen } from '../undo/open';
import { Control } from './Control';
import { Crossed } from './Crossed';
import { Form, unchosen as notChosen } from './context';
import { NoWords } from './NoWords';
import { inTheForm } from './pointers';
import { Refused } from './Refused';
import { useSaving } from './saving';
import { sectionsOf } from './sections';

/** `asked`: whether the key was asked for on this page, so that the focus goes into the form once it is there. */
type Props = { view: KindView; kind: KindFields; record: RecordJson | null; asked: boolean };

export function Entry({ view, kind, record, asked }: Props) {
  const fields = useMemo(() => formFields(kind), [kind]);
  const saving = useSaving(view, fields, record);
  const { base, before, values, crossing, busy, dirty, put } = saving;
  const form = useRef<HTMLFormElement>(null);
  useFormOpen();
  const signedIn = useKey() !== null;
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0 || (asked && signedIn)) focusFirst(form.current);
  }, [round, asked, signedIn]);
  const refusal = saving.refusal?.status === 401 && signedIn ? null : saving.refusal;
  const { errors, drop } = useErrors(fields, refusal);
  const moves = useMoves(fields, base);
  const kinds = useFields().data?.kinds;
  const [unchosen] = useState(() => new Map<string, string>());

  function save(publish: boolean) {
    const left = [...unchosen].map(([pointer, typed]) => ({ ...none, pointer, code: 'unchosen', detail: notChosen(typed) }));
    if (left.length > 0) saving.refuse(new Refusal(422, 'Something was typed, and nothing chosen', left));
    else void saving.save(publish);
  }
  function discard() {
    saving.discard();
    setRound(round + 1);
  }
  function settle(merged: typeof values) {
    saving.settle(merged);
    form.current?.querySelector<HTMLElement>('.save')?.focus();
  }
  const shared = useMemo(
    () => ({
      ...{ put, drop, moves, unchosen },
      // A box says itself that nothing was chosen, and no longer than that is so.
      errors: errors.filter((e) => e.code !== 'unchosen'),
      kinds: kinds?.map((k) => k.kind) ?? null,
    }),
    [put, drop, moves, unchosen, errors, kinds],
  );

  return (
    <Form value={shared}>
      <form
        className="stack form"
        ref={form}
        noValidate
        onSubmit={(e: FormEvent) => {
          e.preventDefault();
          save(false);
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
        <NoWords />
        {refusal && <Refused refusal={refusal} errors={errors} fields={fields} />}
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
            <button type="button" className="btn" disabled={busy} onClick={() => save(true)}>
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

const none = { rule: null, limit: null };
const focusFirst = (form: HTMLElement | null) => form?.querySelector<HTMLElement>('section :is(input, select, textarea)')?.focus();

/** What was refused, where it lies in the form; without what lay in a list whose items moved since. */
function useErrors(fields: Field[], refusal: Refusal | null) {
  const [dropped, setDropped] = useState<{ of: Refusal | null; paths: string[] }>({ of: null, paths: [] });
  const errors = useMemo(() => {
    const paths = dropped.of === refusal ? dropped.paths : [];
    const said = (refusal?.errors ?? []).map((e) => inTheForm(fields, e));
    return said.filter((e) => !paths.some((p) => e.pointer?.startsWith(`${p}/`)));
  }, [fields, refusal, dropped]);
  const drop = useCallback(
    (path: string) => setDropped((d) => ({ of: refusal, paths: d.of === refusal ? [...d.paths, path] : [path] })),
    [refusal],
  );
  return { errors, drop };
}

/** To which codes a status can move from where it stands in the record. */
function useMoves(fields: Field[], base: RecordJson | null) {
  const { moves } = useWords();
  return useMemo(() => {
    const moving = fields.filter((f) => base && f.type === 'code' && !f.many && typeof base[f.name] === 'string');
    return Object.fromEntries(
      moving.flatMap((f) => {
        const from = base![f.name] as string;
        const to = moves(f.vocabulary ?? '')?.[from];
        return to ? [[`/${f.name}`, [from, ...to]]] : [];
      }),
    );
  }, [fields, base, moves]);
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
