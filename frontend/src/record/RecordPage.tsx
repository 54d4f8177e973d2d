/** The page of a record: what every record has, around what its kind says. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address, Refusal, read } from '../api/client';
import { useKey } from '../api/key';
import type { Common } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';
import { Json } from '../ui/Json';
import type { KindView } from '../ui/KindView';
import { Failure, Glyph, Illustrative } from '../ui/parts';
import { A } from '../ui/router';
import { Title } from '../ui/Title';
import { day } from '../ui/words';
import { Claims } from './Claims';
import { Delete } from './Delete';
import { Deleted } from './Deleted';
import { Facts, Section, tags } from './Facts';
import { Figures, Sources } from './Figures';
import { History } from './History';
import { References } from './References';

export function RecordPage({ view, id }: { view: KindView; id: string }) {
  const signedIn = useKey() !== null;
  const { data, error, refetch } = useQuery({
    queryKey: ['record', view.plural, id, signedIn],
    queryFn: ({ signal }) => read<Common>(address(view.plural, id), signal),
  });
  const { ready } = useWords();
  if (error instanceof Refusal && error.status === 410) return <Deleted view={view} id={id} refusal={error} />;
  const none = error instanceof Refusal && error.status === 404;
  if (data && ready && !none) return <Known view={view} record={data} />;
  return (
    <div className="wrap wrap--read stack">
      <Title>{view.label}</Title>
      {error ? (
        <Failure failure={error} retry={() => void refetch()} />
      ) : (
        <p role="status" className="muted">
          Reading the record…
        </p>
      )}
    </div>
  );
}

function Known({ view, record }: { view: KindView; record: Common }) {
  const { plural } = view;
  useEffect(() => {
    // The browser looked for it before it was there.
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className="wrap wrap--read stack-l">
      <Head view={view} record={record} />
      <view.Body record={record} />
      {record.followsFrom.length > 0 && (
        <Section title="What it came out of" id="before">
          <Claims claims={record.followsFrom} />
        </Section>
      )}
      {record.figures.length > 0 && (
        <Section title="Figures" id="figures">
          <Figures figures={record.figures} />
        </Section>
      )}
      <Section title="Sources" id="sources">
        <Sources sources={record.sources} />
      </Section>
      <Section title="Referred to by" id="references">
        <References plural={plural} id={record.id} />
      </Section>
      <Section title="History" id="history">
        <History plural={plural} id={record.id} version={record.version} etag={record.etag} />
      </Section>
      <Section title="This record" id="about-record">
        <Facts
          rows={[
            ['Tags', tags(record.tags)],
            ['Version', String(record.version)],
            ['Made', day(record.createdAt)],
            ['Changed', day(record.updatedAt)],
            [
              'Identifier',
              <span className="id" key="id">
                {record.id}
              </span>,
            ],
          ]}
        />
      </Section>
    </article>
  );
}

function Head({ view, record }: { view: KindView; record: Common }) {
  const { word } = useWords();
  const signedIn = useKey() !== null;
  const title = view.titleOf(record);
  return (
    <header className="stack">
      <ol className="crumbs">
        <li>
          <A href={`/${view.plural}`}>{view.label}</A>
        </li>
      </ol>
      <div className="title-row">
        <Glyph kind={record.kind} here />
        <Title>{title}</Title>
      </div>
      <div className="row">
        <Illustrative origin={record.origin} />
        {record.lifecycle !== 'published' && (
          <span className="status status--box" data-s={record.lifecycle}>
            {word('lifecycles', record.lifecycle)}
          </span>
        )}
        <view.Lead record={record} />
      </div>
      {record.origin === 'illustrative' && <p className="small soft">An example, made to show how a record looks. It is no fact.</p>}
      {record.lifecycle === 'draft' && (
        <p className="callout callout--note">
          <span>A draft: only who is signed in sees it.</span>
        </p>
      )}
      {record.lifecycle === 'withdrawn' && (
        <p className="callout callout--warn">
          <span>Withdrawn: it is kept so that it can be cited, and stands in no list unless asked for.</span>
        </p>
      )}
      <div className="btns">
        <A className="btn btn--primary" href={`/${view.plural}/${record.id}/edit`}>
          <Icon name="pen" />
          Edit
        </A>
        <Json href={address(view.plural, record.id)} />
        {signedIn && <Delete plural={view.plural} record={record} title={title} />}
      </div>
    </header>
  );
}
