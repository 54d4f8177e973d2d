/** The shell: the bar, the navigation, and the page that the address names. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { keepKey, useEnded, useKey } from '../api/key';
import { RecordForm } from '../form/RecordForm';
import { List } from '../grid/List';
import { kinds } from '../kinds/kinds';
import { RecordPage } from '../record/RecordPage';
import { Icon, Mark } from '../ui/icons';
import { iconOf } from '../ui/kinds';
import { A, usePath } from '../ui/router';
import { Title } from '../ui/Title';
import { SavedChanges } from '../undo/Saved';
import { Home } from './Home';
import { SignInPage } from './SignInPage';
import { toggleTheme } from './theme';

function page(path: string): ReactNode {
  const [, folder, id, verb, more] = path.replace(/\/$/, '').split('/');
  const view = kinds.find((k) => k.plural === folder);
  if (!folder) return <Home />;
  if (folder === 'sign-in' && !id) return <SignInPage />;
  if (!view || more !== undefined) return <Lost />;
  if (!id) return <List key={folder} view={view} />;
  if (id === 'new' && !verb) return <RecordForm key={`${folder}-new`} view={view} />;
  if (verb === 'edit') return <RecordForm key={id} view={view} id={id} />;
  return verb ? <Lost /> : <RecordPage key={id} view={view} id={id} />;
}

function Lost() {
  return (
    <div className="wrap wrap--read stack">
      <Title>No such page</Title>
      <p className="lede">
        Nothing lies at this address. <A href="/">Begin at the start page</A>.
      </p>
    </div>
  );
}

export function App() {
  const path = usePath();
  return (
    <SavedChanges>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="app">
        <Bar />
        <Navigation />
        <main className="main main--read" id="main" tabIndex={-1}>
          <Ended path={path} />
          {page(path)}
        </main>
      </div>
    </SavedChanges>
  );
}

/** Says that the key was refused, on the page on which that happened. */
function Ended({ path }: { path: string }) {
  const ended = useEnded();
  const at = useRef(path);
  useEffect(() => {
    if (ended && at.current !== path) keepKey(null);
    at.current = path;
  }, [ended, path]);
  return (
    <div role="status">
      {ended && (
        <p className="callout callout--warn ended">
          <span>
            Your key is no longer valid. You are signed out. <A href="/sign-in">Sign in again</A>
          </span>
        </p>
      )}
    </div>
  );
}

function Bar() {
  const signedIn = useKey() !== null;
  const client = useQueryClient();
  const enter = useRef<HTMLAnchorElement>(null);
  const was = useRef(signedIn);
  useEffect(() => {
    if (was.current && !signedIn) {
      // What only who is signed in may see goes with the key.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'edit' || queryKey.includes(true) });
      void client.invalidateQueries({ queryKey: ['registry'] });
      if (document.activeElement === document.body) enter.current?.focus();
    }
    was.current = signedIn;
  }, [signedIn, client]);
  return (
    <header className="bar">
      <button type="button" className="btn btn--quiet btn--icon only-narrow" popoverTarget="nav" aria-label="Menu">
        <Icon name="menu" />
      </button>
      <A className="brand" href="/">
        <Mark />
        Throughline
      </A>
      <div className="bar-end">
        {signedIn ? (
          <button type="button" className="btn btn--quiet" onClick={() => keepKey(null)}>
            Sign out
          </button>
        ) : (
          <A className="btn btn--quiet" href="/sign-in" ref={enter}>
            Sign in
          </A>
        )}
        <button
          type="button"
          className="btn btn--quiet btn--icon only-wide"
          aria-label="Switch between light and dark"
          onClick={toggleTheme}
        >
          <Icon name="theme" />
        </button>
      </div>
    </header>
  );
}

function Navigation() {
  const path = usePath();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (nav.current?.matches(':popover-open')) nav.current.hidePopover();
  }, [path]);
  const current = (href: string) => (path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined);
  return (
    <nav className="nav" id="nav" ref={nav} aria-label="Main" popover="auto">
      <ul>
        <li>
          <A href="/" aria-current={path === '/' ? 'page' : undefined}>
            <Icon name="house" />
            <span className="lbl">Home</span>
          </A>
        </li>
      </ul>
      <section aria-labelledby="nav-met">
        <h2 id="nav-met">Who met</h2>
        <ul>
          {kinds.map(({ kind, plural, label }) => (
            <li key={kind}>
              <A href={`/${plural}`} data-kind={kind} aria-current={current(`/${plural}`)}>
                <Icon name={iconOf(kind)} />
                <span className="lbl">{label}</span>
              </A>
            </li>
          ))}
        </ul>
      </section>
      <button type="button" className="btn only-narrow" onClick={toggleTheme}>
        <Icon name="theme" />
        Switch between light and dark
      </button>
      <p className="nav-foot">
        <a href="/q/swagger-ui">API for developers</a>
      </p>
    </nav>
  );
}
