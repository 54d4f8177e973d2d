/** How a form is saved: one write at a time, each under its own key, and what was typed meanwhile as the next one. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { afterWrite } from '../api/afterWrite';
import { type Answer, address, prepare, Refusal, read, send } from '../api/client';
import type { Field } from '../api/fields';
import { keepKey } from '../api/key';
import type { RecordJson } from '../api/shapes';
import type { KindView } from '../ui/KindView';
import { go } from '../ui/router';
import { useSaved } from '../undo/Saved';
import type { Crossing } from './Crossed';
import { keepDraft, type Unanswered } from './draft';
import { adopt, changed, merge, tidy, toBody, toValues, type Values } from './model';
import { useTyped } from './typed';

/** These refuse whoever asks: they say nothing of whether an earlier try of the same write happened. */
const undecided = [401, 403, 429];

export function useSaving(view: KindView, fields: Field[], record: RecordJson | null) {
  const page = record ? `/${view.plural}/${record.id}` : `/${view.plural}/new`;
  const typed = useTyped(page, fields, record);
  const { base, before, values, unanswered, latest, stand, setUnanswered } = typed;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [crossing, setCrossing] = useState<Crossing | null>(null);
  const client = useQueryClient();
  const tellSaved = useSaved();
  const saving = useRef(false);
  const here = useHere();
  const home = base ? `/${view.plural}/${base.id}` : `/${view.plural}`;

  async function save(publish: boolean) {
    if (saving.current) return;
    const now = asSaved(fields, values, publish);
    if (base && !unanswered && changed(fields, before, now).length === 0) return leave();
    saving.current = true;
    setBusy(true);
    setRefusal(null);
    setCrossing(null);
    typed.setValues(tidy(fields, values));
    try {
      await sendAll(now, publish);
    } catch (failure) {
      await refused(failure instanceof Refusal ? failure : new Refusal(0, 'It could not be saved.'));
    }
    saving.current = false;
    setBusy(false);
  }

  /** The write that brings a record to these values. */
  function writing(on: RecordJson | null, names: string[], now: Values): Unanswered {
    const body = toBody(on ? fields.filter((f) => names.includes(f.name)) : fields, now);
    const told = { body, reason: latest.current.reason };
    const sent = on
      ? prepare('PATCH', address(view.plural, on.id), { ...told, etag: on.etag })
      : prepare('POST', `/api/v1/${view.plural}`, told);
    return { sent, values: now };
  }
  const first = (now: Values) => writing(base, changed(fields, before, now), now);

  /** First what has no answer yet, as it went, then what differs from it, until nothing does. */
  async function sendAll(now: Values, publish: boolean) {
    let next = unanswered ?? first(now);
    let answer = await sendOne(next, unanswered !== null);
    if (!answer) {
      next = first(now);
      answer = await sendOne(next, false);
    }
    for (let made = base === null; answer; made = false) {
      const kept: RecordJson = answer.body;
      const is = toValues(fields, kept);
      const wanted = asSaved(fields, latest.current.values, publish);
      const names = changed(fields, next.values, wanted).filter((n) => changed(fields, is, wanted).includes(n));
      if (names.length === 0) return done(kept, answer.changeSet, made);
      const mine = { ...is, ...Object.fromEntries(names.map((n) => [n, adopt(wanted[n]!, next.values[n]!, is[n]!)])) };
      stand(kept, mine);
      next = writing(kept, names, mine);
      answer = await sendOne(next, false);
    }
  }

  /** Null where what goes again was refused at last: it never happened, and what stands in the form now may. */
  async function sendOne(next: Unanswered, again: boolean): Promise<Answer<RecordJson> | null> {
    setUnanswered(next);
    try {
      const answer = await send(next.sent);
      setUnanswered(null);
      return answer;
    } catch (failure) {
      const known = failure instanceof Refusal && !failure.unanswered && !(again && undecided.includes(failure.status));
      if (known) setUnanswered(null);
      const other = changed(fields, next.values, asSaved(fields, latest.current.values, false)).length > 0;
      if (known && again && other) return null;
      throw failure;
    }
  }

  function done(kept: RecordJson, changeSet: string | null, made: boolean) {
    keepDraft(page, null);
    void afterWrite(client);
    const at = `/${view.plural}/${kept.id}`;
    tellSaved({ words: made ? `${view.titleOf(kept)} is on record.` : 'Saved.', changeSet, back: made ? `/${view.plural}` : at });
    if (here.current) go(at);
  }

  async function refused(failure: Refusal) {
    if (failure.status === 401) keepKey(null);
    if (failure.status !== 412 || !base) return setRefusal(failure);
    try {
      const theirs = await read<RecordJson>(address(view.plural, base.id));
      setCrossing({ theirs, ...merge(fields, before, toValues(fields, theirs), latest.current.values) });
    } catch {
      setRefusal(failure);
    }
  }

  function leave() {
    keepDraft(page, null);
    go(home);
  }
  function discard() {
    typed.discard(crossing?.theirs ?? record);
    setRefusal(null);
    setCrossing(null);
  }
  function settle(merged: Values) {
    stand(crossing!.theirs, merged);
    setCrossing(null);
  }
  return { ...typed, busy, refusal, crossing, home, save, refuse: setRefusal, settle, discard, forget: () => keepDraft(page, null) };
}

const asSaved = (fields: Field[], values: Values, publish: boolean): Values => ({
  ...tidy(fields, values),
  ...(publish ? { lifecycle: 'published' } : {}),
});

/** Whether the page still stands when an answer comes. */
function useHere() {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
