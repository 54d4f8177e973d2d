import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Title } from '../App';
import { address, type Convening, type Figure, type Kind, type Organization, type RecordJson, read, type Source, useKey } from '../api';
import { A } from '../router';
import { Delete, History, References } from './Around';
import { day, Failure, Glyph, Icon, Illustrative, place, Prose, RefLink, Web } from '../ui/parts';
import { useWords } from '../vocabulary';

function useRecord<T>(kind: Kind, id: string) {
  const signedIn = useKey() !== null;
  return useQuery({ queryKey: ['record', kind, id, signedIn], queryFn: ({ signal }) => read<T>(address(kind, id), signal) });
}

/** Rows of label and value; a row without a value is left out. */
function Facts({ rows }: { rows: [string, ReactNode][] }) {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return known.length === 0 ? <p className="muted">Nothing but its name yet.</p> : (
    <dl className="facts">
      {known.map(([label, value]) => <div className="fact" key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

function Section({ title, id, end, children }: { title: string; id: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head"><h2 id={id}>{title}</h2>{end && <span className="end">{end}</span>}</div>
      {children}
    </section>
  );
}

const tags = (items: string[] | undefined, say: (s: string) => string = (s) => s) =>
  items?.length ? <span className="tags">{items.map((t) => <span className="tag" key={t}>{say(t)}</span>)}</span> : null;

const comparators: Record<string, string> = { about: 'about', gt: 'more than', lt: 'less than' };

/** Figures of one measure stand in one group, side by side: where they disagree, both are shown. */
function Figures({ figures }: { figures: Figure[] }) {
  const measures = [...new Set(figures.map((f) => f.measure))];
  return (
    <div className="figures">
      {measures.map((measure) => (
        <div key={measure} className="measure-group">
          <h3>{measure.charAt(0).toUpperCase() + measure.slice(1)}</h3>
          <ul className="figures">
            {figures.filter((f) => f.measure === measure).map((f, i) => (
              <li className="card" key={i}>
                <p className="n">{f.comparator && f.comparator !== 'eq' && `${comparators[f.comparator] ?? f.comparator} `}{typeof f.value === 'number' ? f.value.toLocaleString('en-US') : f.value}{f.unit && <span className="unit"> {f.unit}</span>}</p>
                <p className="small soft">{f.asOf ? `As of ${day(f.asOf)}` : 'Date not stated'}{f.scope && `. ${f.scope}`}</p>
                <p className="small muted">{f.source ? <>Source: {f.source.url ? <Web href={f.source.url}>{f.source.title}</Web> : f.source.title}</> : 'Source not stated'}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Sources({ sources }: { sources: Source[] }) {
  return sources.length === 0 ? <p className="muted">None stated.</p> : (
    <ol className="src">
      {sources.map((s, i) => (
        <li key={i}>
          {s.url ? <Web href={s.url}>{s.title}</Web> : s.title}
          <span className="small soft">{[s.publisher, s.publishedOn && `published ${day(s.publishedOn)}`, s.retrievedOn && `read ${day(s.retrievedOn)}`].filter(Boolean).map((t, n) => `${n === 0 ? '. ' : ', '}${t}`).join('')}</span>
          {s.note && <p className="small soft">{s.note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Frame({ kind, record, title, label, sub, children }: {
  kind: Kind; record: Organization | Convening; title: string; label: string; sub: ReactNode; children: ReactNode;
}) {
  const { word } = useWords();
  const signedIn = useKey() !== null;
  return (
    <article className="wrap wrap--read stack-l">
      <header className="stack">
        <ol className="crumbs"><li><A href={`/${kind}`}>{label}</A></li></ol>
        <div className="title-row"><Glyph kind={record.kind} here /><Title>{title}</Title></div>
        <div className="row"><Illustrative origin={record.origin} />{record.lifecycle !== 'published' && <span className="status status--box" data-s={record.lifecycle}>{word('lifecycles', record.lifecycle)}</span>}{sub}</div>
        {record.origin === 'illustrative' && <p className="small soft">An example, made to show how a record looks. It is no fact.</p>}
        {record.lifecycle === 'draft' && <p className="callout callout--note"><span>A draft: only who is signed in sees it.</span></p>}
        {record.lifecycle === 'withdrawn' && <p className="callout callout--warn"><span>Withdrawn: it is kept so that it can be cited, and stands in no list unless asked for.</span></p>}
        <div className="btns">
          <A className="btn btn--primary" href={`/${kind}/${record.id}/edit`}><Icon name="pen" />Edit</A>
          <a className="btn" href={address(kind, record.id)}><Icon name="braces" />JSON</a>
          {signedIn && <Delete plural={kind} record={record as unknown as RecordJson} title={title} />}
        </div>
      </header>
      {children}
      {record.followsFrom?.length > 0 && (
        <Section title="What it came out of" id="before">
          <ul className="list">{record.followsFrom.map((c) => <li key={c.id}><RefLink to={c} />{c.note && <p className="small soft">{c.note}</p>}{c.source && <p className="small muted">Source: {c.source.url ? <Web href={c.source.url}>{c.source.title}</Web> : c.source.title}</p>}</li>)}</ul>
        </Section>
      )}
      {record.figures?.length > 0 && <Section title="Figures" id="figures"><Figures figures={record.figures} /></Section>}
      <Section title="Sources" id="sources"><Sources sources={record.sources ?? []} /></Section>
      <Section title="Referred to by" id="references"><References plural={kind} id={record.id} /></Section>
      <Section title="History" id="history"><History plural={kind} record={record as unknown as RecordJson} /></Section>
      <Section title="This record" id="about-record">
        <Facts rows={[
          ['Tags', tags(record.tags)],
          ['Version', String(record.version)],
          ['Made', day(record.createdAt)],
          ['Changed', day(record.updatedAt)],
          ['Identifier', <span className="id">{record.id}</span>],
        ]} />
      </Section>
    </article>
  );
}

const Waiting = ({ what, failure, retry }: { what: string; failure: unknown; retry: () => void }) => (
  <div className="wrap wrap--read stack">
    <Title>{what}</Title>
    {failure ? <Failure failure={failure} retry={retry} /> : <p role="status" className="muted">Reading the record…</p>}
  </div>
);

export function OrganizationRecord({ id }: { id: string }) {
  const { data: o, error, refetch } = useRecord<Organization>('organizations', id);
  const { word } = useWords();
  if (!o) return <Waiting what="Organization" failure={error} retry={() => void refetch()} />;
  return (
    <Frame kind="organizations" record={o} title={o.name} label="Organizations" sub={<span className="soft">{[o.acronym, o.sector && word('sectors', o.sector), place(o)].filter(Boolean).join(' · ')}</span>}>
      {o.description && <Prose text={o.description} />}
      <Section title="What is known" id="facts">
        <Facts rows={[
          ['Also called', o.alternateNames?.join('; ')],
          ['Acronym', o.acronym],
          ['Sector', o.sector && word('sectors', o.sector)],
          ['Part of', o.parent && <RefLink to={o.parent} />],
          ['Web address', o.url && <Web href={o.url} />],
          ['E-mail', o.publicEmail && <a href={`mailto:${o.publicEmail}`}>{o.publicEmail}</a>],
          ['Phone', o.phone],
          ['Street', o.street],
          ['City', o.city],
          ['State', o.state && word('states', o.state)],
          ['ZIP code', o.postalCode],
          ['County', o.county],
          ['Country', o.country && word('countries', o.country)],
          ['Position', o.latitude != null && o.longitude != null && `${o.latitude}, ${o.longitude}`],
          ['Locale', o.locale && word('locales', o.locale)],
          ['Population served', o.populationServed?.toLocaleString('en-US')],
          ['Founded', o.foundedYear != null && String(o.foundedYear)],
          ['Closed', o.closedOn && day(o.closedOn)],
        ]} />
      </Section>
      {o.relationships?.length > 0 && (
        <Section title="Relationships" id="relationships">
          <ul className="list">
            {o.relationships.map((r, i) => (
              <li key={i}>
                <p className="small muted">{word('organization-relationships-type', r.type)}</p>
                <RefLink to={r.organization} />
                <p className="small soft">{[r.role, r.from && `from ${day(r.from)}`, r.to && `until ${day(r.to)}`].filter(Boolean).join(', ')}</p>
                {r.note && <p className="small soft">{r.note}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {o.identifiers?.length > 0 && (
        <Section title="Identifiers" id="identifiers">
          <ul className="list">{o.identifiers.map((i) => <li key={i.scheme + i.value} className="row"><span className="muted">{word('identifier-schemes', i.scheme)}</span><span className="id">{i.value}</span>{i.status && i.status !== 'active' && <span className="tag">{word('identifier-statuses', i.status)}</span>}</li>)}</ul>
        </Section>
      )}
    </Frame>
  );
}

export function ConveningRecord({ id }: { id: string }) {
  const { data: c, error, refetch } = useRecord<Convening>('convenings', id);
  const { word } = useWords();
  if (!c) return <Waiting what="Convening" failure={error} retry={() => void refetch()} />;
  const seats = c.participantSummary;
  const when = c.startsOn && (c.endsOn && c.endsOn !== c.startsOn ? `${day(c.startsOn)} to ${day(c.endsOn)}` : day(c.startsOn));
  return (
    <Frame kind="convenings" record={c} title={c.title} label="Convenings" sub={
      <>
        {c.status && <span className="status status--box" data-s={c.status}>{word('convening-status', c.status)}</span>}
        <span className="soft">{[when, place(c)].filter(Boolean).join(' · ')}</span>
        {seats && seats.total > 0 && <a href="#participants">{seats.identified} of {seats.total} identified</a>}
      </>
    }>
      {(c.summary || c.goal) && <div className="stack">{c.summary && <Prose text={c.summary} />}{c.goal && <p className="lede">{c.goal}</p>}</div>}
      <Section title="What is known" id="facts">
        <Facts rows={[
          ['Also called', c.alternateTitles?.join('; ')],
          ['Hosts', c.hosts?.length > 0 && c.hosts.map((h) => <RefLink key={h.id} to={h} />)],
          ['Paid for by', c.funders?.length > 0 && c.funders.map((f) => <RefLink key={f.id} to={f} />)],
          ['Grants', c.fundedBy?.length > 0 && c.fundedBy.map((f) => <RefLink key={f.id} to={f} />)],
          ['When', when],
          ['Time zone', c.timeZone],
          ['Format', c.format && word('convening-format', c.format)],
          ['Venue', c.venue],
          ['City', c.city],
          ['State', c.state && word('states', c.state)],
          ['Country', c.country && word('countries', c.country)],
          ['On the place', c.placeNote],
          ['Sectors', tags(c.sectors, (s) => word('sectors', s))],
          ['Web address', c.url && <Web href={c.url} />],
        ]} />
      </Section>
      {c.sessions?.length > 0 && (
        <Section title="What was on the table" id="sessions">
          <ol className="list">
            {c.sessions.map((s) => (
              <li key={s.id} className="stack session">
                <h3>{s.title}</h3>
                <p className="small muted">{[s.theme, s.startsAt && `${day(s.startsAt)}, ${s.startsAt.slice(11)}${s.endsAt ? ` to ${s.endsAt.slice(11)}` : ''}`].filter(Boolean).join(' · ')}</p>
                {s.notes && <Prose text={s.notes} />}
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Who took part" id="participants" end={seats && seats.total > 0 && `${seats.identified} of ${seats.total} identified`}>
        {seats && seats.total > 0 ? (
          <div className="stack">
            {seats.total <= 200 && (
              <ul className="seats" aria-hidden="true">
                {Array.from({ length: seats.total }, (_, i) => <li key={i} className={i < (c.participants?.length ?? 0) ? 'on' : i < seats.identified ? 'unlisted' : undefined} />)}
              </ul>
            )}
            <p className="soft">{seats.identified === 0 ? `${seats.total} were announced; none is identified yet.` : `${seats.identified} of ${seats.total} are identified${seats.identified > (c.participants?.length ?? 0) ? `, ${c.participants?.length ?? 0} of them by name with their consent` : ''}.`}</p>
            {seats.bySector.length > 0 && <Facts rows={seats.bySector.map((s) => [word('sectors', s.value), String(s.count)])} />}
          </div>
        ) : <p className="muted">Not stated.</p>}
        {c.participants?.length > 0 && (
          <ul className="list people">
            {c.participants.map((p) => (
              <li key={p.id}>
                <p>{p.name ?? p.organizationName}{p.role && <span className="muted"> · {word('convening-participants-role', p.role)}</span>}{p.listed === false && <span className="tag">Not listed: only who is signed in sees this person</span>}</p>
                {p.organization ? <RefLink to={p.organization} /> : p.name && p.organizationName && <p className="small soft">{p.organizationName}</p>}
                {(p.email || p.note) && <p className="small soft"><span className="tag">Private</span> {[p.email, p.note].filter(Boolean).join('. ')}</p>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Frame>
  );
}
