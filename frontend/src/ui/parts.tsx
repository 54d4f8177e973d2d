/** Parts that several pages share: references, links, prose and what failed. */
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { Refusal } from '../api/client';
import type { Ref } from '../api/shapes';
import { Icon } from './icons';
import { iconOf, pageOf } from './kinds';
import { A } from './router';

/** The mark of a kind: its drawing in its colour. */
export const Glyph = ({ kind, here }: { kind: string; here?: boolean }) => (
  <span className={here ? 'glyph glyph--fill' : 'glyph'} data-kind={kind} aria-hidden="true">
    <Icon name={iconOf(kind)} />
  </span>
);

export const Unknown = () => <span className="muted">not stated</span>;

export const Illustrative = ({ origin }: { origin?: string }) =>
  origin === 'illustrative' ? <span className="illus">Illustrative</span> : null;

/** A reference is a link where this site has the page, and plain words where it has not. */
export const RefLink = ({ to }: { to: Ref }) => {
  const page = pageOf(to);
  return (
    <span className="row ref">
      {page ? <A href={page}>{to.title}</A> : <span>{to.title}</span>}
      <Illustrative origin={to.origin} />
    </span>
  );
};

export const Web = ({ href, children }: { href: string; children?: ReactNode }) =>
  /^https?:\/\//i.test(href) ? (
    <a href={href} rel="noreferrer">
      {children ?? href}
    </a>
  ) : (
    (children ?? href)
  );

/** Plain text, its blank lines kept as paragraphs and its lines as lines. */
export const Plain = ({ text }: { text: string }) => (
  <div className="prose plain">
    {text.split(/\n{2,}/).map((block, i) => (
      <p key={i}>{block}</p>
    ))}
  </div>
);

/** What reads Markdown is loaded with the first page that has some. */
const Markdown = lazy(() => import('./markdown').then((m) => ({ default: m.Markdown })));

/** A text that may be marked up; as it was typed until it is read, or where what reads it cannot be had. */
export const Prose = ({ text }: { text: string }) => (
  <Otherwise shown={<Plain text={text} />}>
    <Suspense fallback={<Plain text={text} />}>
      <div className="prose">
        <Markdown text={text} />
      </div>
    </Suspense>
  </Otherwise>
);

class Otherwise extends Component<{ shown: ReactNode; children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render = () => (this.state.failed ? this.props.shown : this.props.children);
}

/** What was refused, and which records stand in the way. */
export const Failure = ({ failure, title, retry }: { failure: unknown; title?: string; retry?: () => void }) => (
  <div className="callout callout--bad" role="alert">
    <Icon name="alert" />
    <h2>{title ?? (failure instanceof Refusal && failure.status === 404 ? 'No such record' : 'This could not be read')}</h2>
    <p>{failure instanceof Error ? failure.message : 'Something failed.'}</p>
    {failure instanceof Refusal && failure.records.length > 0 && (
      <ul>
        {failure.records.map((r) => (
          <li key={r.id}>
            <RefLink to={r} />
          </li>
        ))}
      </ul>
    )}
    {retry && (
      <p>
        <button type="button" className="btn btn--s" onClick={retry}>
          Try again
        </button>
      </p>
    )}
  </div>
);
