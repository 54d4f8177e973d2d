/** Parts that several pages share: references, links, prose and what failed. */
import type { ReactNode } from 'react';
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

const inline = (text: string): ReactNode[] =>
  text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .map((part, i) =>
      part.startsWith('**') && part.length > 4 ? (
        <strong key={i}>{part.slice(2, -2)}</strong>
      ) : part.startsWith('*') && part.length > 2 ? (
        <em key={i}>{part.slice(1, -1)}</em>
      ) : (
        part
      ),
    );

/** The Markdown that records use: paragraphs, lists, strong and emphasis. Anything else stays as it was typed. */
export const Prose = ({ text }: { text: string }) => (
  <div className="prose">
    {text.split(/\n{2,}/).map((block, i) => {
      const lines = block.split('\n');
      return lines.every((line) => line.startsWith('- ')) ? (
        <ul key={i}>
          {lines.map((line, n) => (
            <li key={n}>{inline(line.slice(2))}</li>
          ))}
        </ul>
      ) : (
        <p key={i}>{inline(block)}</p>
      );
    })}
  </div>
);

export const Failure = ({ failure, retry }: { failure: unknown; retry?: () => void }) => (
  <div className="callout callout--bad" role="alert">
    <Icon name="alert" />
    <h2>{failure instanceof Refusal && failure.status === 404 ? 'No such record' : 'This could not be read'}</h2>
    <p>{failure instanceof Error ? failure.message : 'Something failed.'}</p>
    {retry && (
      <p>
        <button type="button" className="btn btn--s" onClick={retry}>
          Try again
        </button>
      </p>
    )}
  </div>
);
