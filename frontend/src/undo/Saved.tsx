/** What was done last, said for as long as wanted, and taken back by its button or Ctrl+Z. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { undo } from '../api/client';
import { Icon } from '../ui/icons';
import { go } from '../ui/router';

/** `back`: the page on which undoing it shows. */
type Saved = { words: string; changeSet: string | null; back: string };
type Undoing = { state: 'no' | 'now' | 'done' } | { state: 'failed'; why: string };

const SavedContext = createContext<(saved: Saved) => void>(() => {});
export const useSaved = () => useContext(SavedContext);

export function SavedChanges({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [undoing, setUndoing] = useState<Undoing>({ state: 'no' });
  const tellSaved = useCallback((next: Saved) => {
    setUndoing({ state: 'no' });
    setSaved(next);
  }, []);

  /** Undoing a change gives a change set too; undoing that one is the redo. */
  async function takeBack() {
    if (!saved?.changeSet || undoing.state === 'now') return;
    const again = undoing.state === 'done';
    setUndoing({ state: 'now' });
    try {
      const { changeSet } = await undo(saved.changeSet);
      setSaved({ ...saved, changeSet });
      setUndoing({ state: again ? 'no' : 'done' });
      void client.resetQueries({ queryKey: ['record'] });
      await client.invalidateQueries();
      go(saved.back);
    } catch (failure) {
      setUndoing({ state: 'failed', why: failure instanceof Error ? failure.message : 'It could not be undone.' });
    }
  }
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.shiftKey !== (undoing.state === 'done')) return;
      event.preventDefault();
      void takeBack();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <SavedContext value={tellSaved}>
      {children}
      <div className="toasts floating" role="status">
        {saved && <Toast saved={saved} undoing={undoing} takeBack={() => void takeBack()} close={() => setSaved(null)} />}
      </div>
    </SavedContext>
  );
}

function Toast({ saved, undoing, takeBack, close }: { saved: Saved; undoing: Undoing; takeBack: () => void; close: () => void }) {
  const failed = undoing.state === 'failed';
  const words = { no: saved.words, now: 'Working…', done: 'Undone.', failed: failed ? undoing.why : '' }[undoing.state];
  return (
    <div className={failed ? 'toast toast--bad' : 'toast'}>
      <Icon name={failed ? 'alert' : 'check'} />
      <span>{words}</span>
      {saved.changeSet && (
        <button type="button" className="btn btn--s" disabled={undoing.state === 'now'} onClick={takeBack}>
          <Icon name="undo" />
          {undoing.state === 'done' ? 'Redo' : 'Undo'}
        </button>
      )}
      <button type="button" className="btn btn--s btn--quiet" onClick={close}>
        Close
      </button>
    </div>
  );
}
