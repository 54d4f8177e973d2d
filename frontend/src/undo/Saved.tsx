/** What was done last, said for as long as wanted, and taken back by its button or Ctrl+Z. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { afterWrite } from '../api/afterWrite';
import { prepare, Refusal, read, type Sent, send } from '../api/client';
import type { ChangeSet } from '../api/shapes';
import { go } from '../ui/router';
import { formIsOpen } from './open';
import { Toast, type Undoing } from './Toast';

/** `back`: the page on which undoing it shows. */
export type Saved = { words: string; changeSet: string | null; back: string };

const SavedContext = createContext<(saved: Saved) => void>(() => {});
export const useSaved = () => useContext(SavedContext);

const addressOf = (changeSet: string) => `/api/v1/change-sets/${encodeURIComponent(changeSet)}`;

/** Why an undo was refused, and whether anything of the change set is left to undo. */
async function told(failure: unknown, changeSet: string): Promise<Undoing> {
  if (!(failure instanceof Refusal)) return { state: 'failed', why: 'It could not be undone.', since: [], rest: false };
  const since = failure.changedSince;
  const records = since.length > 0 ? (await read<ChangeSet>(addressOf(changeSet)).catch(() => null))?.records : undefined;
  return { state: 'failed', why: failure.message, since, rest: (records?.length ?? 0) > since.length };
}

export function SavedChanges({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [undoing, setUndoing] = useState<Undoing>({ state: 'no' });
  const [undone, setUndone] = useState(false);
  const unanswered = useRef<Sent | null>(null);
  /** The page to which the change led: who has gone on from there is left where they are. */
  const led = useRef('');
  const tellSaved = useCallback((next: Saved) => {
    unanswered.current = null;
    setUndoing({ state: 'no' });
    setUndone(false);
    setSaved(next);
  }, []);
  useEffect(() => {
    if (saved) led.current = window.location.pathname;
  }, [saved]);

  /** Undoing a change gives a change set too; undoing that one is the redo. */
  async function takeBack(rest: boolean) {
    if (!saved?.changeSet || undoing.state === 'now') return;
    const from = led.current;
    setUndoing({ state: 'now' });
    try {
      // Without an answer it may have happened: the same undo goes again, not another.
      unanswered.current ??= prepare('POST', `${addressOf(saved.changeSet)}/undo${rest ? '?skipChanged=true' : ''}`);
      const { changeSet } = await send<ChangeSet>(unanswered.current);
      unanswered.current = null;
      setSaved((now) => (now === saved ? { ...saved, changeSet } : now));
      setUndone(!undone);
      setUndoing({ state: 'no' });
      void client.resetQueries({ queryKey: ['record'] });
      await afterWrite(client);
      const { pathname } = window.location;
      if (pathname === from && pathname !== saved.back && !formIsOpen()) go(saved.back);
    } catch (failure) {
      if (!(failure instanceof Refusal && failure.unanswered)) unanswered.current = null;
      setUndoing(await told(failure, saved.changeSet));
    }
  }
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (typing || formIsOpen() || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.shiftKey !== undone) return;
      event.preventDefault();
      void takeBack(false);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <SavedContext value={tellSaved}>
      {children}
      <div className="toasts floating" role="status">
        {saved && <Toast {...{ saved, undone, undoing }} takeBack={(rest) => void takeBack(rest)} close={() => setSaved(null)} />}
      </div>
    </SavedContext>
  );
}
