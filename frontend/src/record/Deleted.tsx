/** The page of a record that was deleted: what it was, and bringing it back. */
import type { Refusal } from '../api/client';
import { useKey } from '../api/key';
import { Icon } from '../ui/icons';
import type { KindView } from '../ui/KindView';
import { A } from '../ui/router';
import { Title } from '../ui/Title';
import { Section } from './Facts';
import { History, usePutBack, useVersions } from './History';

export function Deleted({ view, id, refusal }: { view: KindView; id: string; refusal: Refusal }) {
  const signedIn = useKey() !== null;
  const title = refusal.records[0]?.title;
  return (
    <article className="wrap wrap--read stack-l">
      <header className="stack">
        <ol className="crumbs">
          <li>
            <A href={`/${view.plural}`}>{view.label}</A>
          </li>
        </ol>
        <Title>{title ?? 'A deleted record'}</Title>
        <p className="callout callout--warn">
          <span>
            This record was deleted.{' '}
            {signedIn ? (
              'Its history is kept, and can bring it back.'
            ) : (
              <>
                <A href="/sign-in">Sign in</A> to see its history or bring it back.
              </>
            )}
          </span>
        </p>
        {signedIn && <BringBack plural={view.plural} id={id} title={title ?? 'The record'} />}
      </header>
      {signedIn && (
        <Section title="History" id="history">
          <History plural={view.plural} id={id} />
        </Section>
      )}
    </article>
  );
}

function BringBack({ plural, id, title }: { plural: string; id: string; title: string }) {
  const { data } = useVersions({ plural, id });
  const { putBack, refused } = usePutBack({ plural, id });
  const last = data?.items.find((v) => v.op !== 'delete');
  return (
    <div className="btns">
      <button
        type="button"
        className="btn btn--primary"
        disabled={!last}
        onClick={() => last && void putBack(last.version, `${title} is back.`)}
      >
        <Icon name="undo" />
        Bring it back
      </button>
      {refused}
    </div>
  );
}
