import type { Convening } from '../../api/shapes';
import { useWords } from '../../api/vocabulary';
import { Claims } from '../../record/Claims';
import { Facts, Section, tags } from '../../record/Facts';
import { Plain, RefLink, Unknown, Web } from '../../ui/parts';
import { day, place } from '../../ui/words';
import { Participants } from './Participants';
import { Sessions } from './Sessions';

const dates = (c: Convening) =>
  c.startsOn && (c.endsOn && c.endsOn !== c.startsOn ? `${day(c.startsOn)} to ${day(c.endsOn)}` : day(c.startsOn));

export function Lead({ record: c }: { record: Convening }) {
  const { word } = useWords();
  const seats = c.participantSummary;
  return (
    <>
      {c.status && (
        <span className="status status--box" data-s={c.status}>
          {word('convening-status', c.status)}
        </span>
      )}
      <span className="soft">{[dates(c), place(c)].filter(Boolean).join(' · ')}</span>
      {seats && seats.total > 0 && (
        <a href="#participants">
          {seats.identified} of {seats.total} identified
        </a>
      )}
    </>
  );
}

export function Body({ record: c }: { record: Convening }) {
  const { word } = useWords();
  return (
    <>
      {(c.summary || c.goal) && (
        <div className="stack">
          {c.summary && <Plain text={c.summary} />}
          {c.goal && <p className="lede">{c.goal}</p>}
        </div>
      )}
      <Section title="What is known" id="facts">
        <Facts
          rows={[
            ['Also called', c.alternateTitles?.join('; ')],
            ['Status', c.status ? word('convening-status', c.status) : <Unknown key="status" />],
            ['Hosts', c.hosts?.length > 0 ? c.hosts.map((h) => <RefLink key={h.id} to={h} />) : <Unknown key="hosts" />],
            ['Paid for by', c.funders?.length > 0 && c.funders.map((f) => <RefLink key={f.id} to={f} />)],
            ['Grants', c.fundedBy?.length > 0 && <Claims key="grants" claims={c.fundedBy} />],
            ['When', dates(c) || <Unknown key="when" />],
            ['Time zone', c.timeZone],
            ['Format', c.format && word('convening-format', c.format)],
            ['Venue', c.venue],
            ['Place', !place(c) && !c.venue && <Unknown key="place" />],
            ['City', c.city],
            ['State', c.state && word('states', c.state)],
            ['Country', c.country && word('countries', c.country)],
            ['On the place', c.placeNote],
            ['Sectors', tags(c.sectors, (s) => word('sectors', s))],
            ['Web address', c.url && <Web href={c.url} />],
          ]}
        />
      </Section>
      {c.sessions.length > 0 && (
        <Section title="What was on the table" id="sessions">
          <Sessions sessions={c.sessions} />
        </Section>
      )}
      <Participants convening={c} />
    </>
  );
}
