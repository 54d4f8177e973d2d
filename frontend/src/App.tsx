import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keepKey, undo, useKey } from './api';
import { RecordForm } from './form/RecordForm';
import { Home } from './pages/Home';
import { List } from './pages/List';
import { ConveningRecord, OrganizationRecord } from './pages/Record';
import { A, go, usePath } from './router';
import { Icon, Mark } from './ui/parts';

type Saved = { words: string; changeSet: string | null; back: string };
const SavedContext = createContext<(saved: Saved) => void>(() => {});
export const useSaved = () => useContext(SavedContext);

function page(path: string): ReactNode {
  const [, folder, id, verb, more] = path.replace(/\/$/, '').split('/');
  if (more !== undefined) return <Lost />;
  if (!folder) return <Home />;
  if (folder === 'organizations' || folder === 'convenings') {
    if (id === 'new' && !verb) return <RecordForm key={`${folder}-new`} plural={folder} />;
    if (id && verb === 'edit') return <RecordForm key={id} plural={folder} id={id} />;
  }
  if (folder === 'organizations') {
    if (!id) return <List key="organizations" kind="organizations" />;
    if (!verb) return <OrganizationRecord key={id} id={id} />;
  }
  if (folder === 'convenings') {
    if (!id) return <List key="convenings" kind="convenings" />;
    if (!verb) return <ConveningRecord key={id} id={id} />;
  }
  return <Lost />;
}

/** Names the page and, after a change of page, takes the focus: the document's title and its h1 are one. */
export function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = usePath();
  useEffect(() => {
    document.title = path === '/' ? 'Throughline' : `${children} · Throughline`;
  }, [children, path]);
  useLayoutEffect(() => {
    const own = heading.current;
    return () => {
      last.held = document.activeElement === own;
    };
  }, []);
  useEffect(() => {
    if (last.path !== path || last.held) heading.current?.focus({ preventScroll: true });
    last.path = path;
    last.held = false;
  }, [path]);
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>;
}
/** The page that was named last, and whether its heading had the focus when it went: its successor takes it over. */
const last = { path: window.location.pathname, held: false };

function Lost() {
  return (
    <div className="wrap wrap--read stack">
      <Title>No such page</Title>
      <p className="lede">Nothing lies at this address. <A href="/">Begin at the start page</A>.</p>
    </div>
  );
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('throughline.theme', root.dataset.theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

const places = [
  { href: '/', label: 'Home', icon: 'house', kind: undefined },
  { href: '/convenings', label: 'Convenings', icon: 'users', kind: 'convening' },
  { href: '/organizations', label: 'Organizations', icon: 'landmark', kind: 'organization' },
] as const;

export function App() {
  const path = usePath();
  const signedIn = useKey() !== null;
  const client = useQueryClient();
  const nav = useRef<HTMLElement>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [undoing, setUndoing] = useState<'no' | 'now' | 'done' | string>('no');

  useEffect(() => {
    if (nav.current?.matches(':popover-open')) nav.current.hidePopover();
  }, [path]);

  const tellSaved = useCallback((next: Saved) => {
    setUndoing('no');
    setSaved(next);
  }, []);

  function signOut() {
    keepKey(null);
    // What only who is signed in may see goes with the key.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'edit' || queryKey.includes(true) });
    void client.invalidateQueries({ queryKey: ['registry'] });
  }

  /** Undoing a change gives a change set too; undoing that one is the redo. */
  async function takeBack() {
    if (!saved?.changeSet || undoing === 'now') return;
    const again = undoing === 'done';
    setUndoing('now');
    try {
      const { changeSet } = await undo(saved.changeSet);
      setSaved({ ...saved, changeSet });
      setUndoing(again ? 'no' : 'done');
      void client.resetQueries({ queryKey: ['record'] });
      await client.invalidateQueries();
      go(saved.back);
    } catch (failure) {
      setUndoing(failure instanceof Error ? failure.message : 'It could not be undone.');
    }
  }
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.shiftKey !== (undoing === 'done')) return;
      event.preventDefault();
      void takeBack();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const failed = undoing !== 'no' && undoing !== 'now' && undoing !== 'done';
  return (
    <SavedContext value={tellSaved}>
      <a className="skip" href="#main">Skip to content</a>
      <div className="app">
        <header className="bar">
          <button type="button" className="btn btn--quiet btn--icon only-narrow" popoverTarget="nav" aria-label="Menu"><Icon name="menu" /></button>
          <A className="brand" href="/"><Mark />Throughline</A>
          <div className="bar-end">
            {signedIn && <button type="button" className="btn btn--quiet" onClick={signOut}>Sign out</button>}
            <button type="button" className="btn btn--quiet btn--icon" aria-label="Switch between light and dark" onClick={toggleTheme}><Icon name="theme" /></button>
          </div>
        </header>
        <nav className="nav" id="nav" ref={nav} aria-label="Main" popover="auto">
          <ul>
            {places.map(({ href, label, icon, kind }) => (
              <li key={href}>
                <A href={href} data-kind={kind} aria-current={(href === '/' ? path === '/' : path.startsWith(href)) ? (path === href ? 'page' : 'true') : undefined}>
                  <Icon name={icon} /><span className="lbl">{label}</span>
                </A>
              </li>
            ))}
          </ul>
          <p className="nav-foot"><a href="/api/v1">The same as JSON</a></p>
        </nav>
        <main className="main main--read" id="main" tabIndex={-1}>{page(path)}</main>
      </div>
      <div className="toasts floating" role="status">
        {saved && (
          <div className={failed ? 'toast toast--bad' : 'toast'}>
            <Icon name={failed ? 'alert' : 'check'} />
            <span>{undoing === 'now' ? 'Working…' : undoing === 'done' ? 'Undone.' : failed ? undoing : saved.words}</span>
            {saved.changeSet && (
              <button type="button" className="btn btn--s" disabled={undoing === 'now'} onClick={() => void takeBack()}><Icon name="undo" />{undoing === 'done' ? 'Redo' : 'Undo'}</button>
            )}
            <button type="button" className="btn btn--s btn--quiet" onClick={() => setSaved(null)}>Close</button>
          </div>
        )}
      </div>
    </SavedContext>
  );
}
