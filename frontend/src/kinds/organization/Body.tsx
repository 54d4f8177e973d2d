import type { Organization } from '../../api/shapes';
import { useWords } from '../../api/vocabulary';
import { Facts, Section } from '../../record/Facts';
import { Prose, RefLink, Unknown, Web } from '../../ui/parts';
import { day, place, span } from '../../ui/words';

export function Lead({ record: o }: { record: Organization }) {
  const { word } = useWords();
  return <span className="soft">{[o.acronym, o.sector && word('sectors', o.sector), place(o)].filter(Boolean).join(' · ')}</span>;
}

export function Body({ record: o }: { record: Organization }) {
  const { word } = useWords();
  return (
    <>
      {o.description && <Prose text={o.description} />}
      <Section title="What is known" id="facts">
        <Facts
          rows={[
            ['Also called', o.alternateNames?.join('; ')],
            ['Acronym', o.acronym],
            ['Sector', o.sector ? word('sectors', o.sector) : <Unknown key="sector" />],
            ['Part of', o.parent && <RefLink to={o.parent} />],
            ['Web address', o.url && <Web href={o.url} />],
            ['E-mail', o.publicEmail && <a href={`mailto:${o.publicEmail}`}>{o.publicEmail}</a>],
            ['Phone', o.phone],
            ['Street', o.street],
            ['City', o.city],
            ['Place', !place(o) && <Unknown key="place" />],
            ['State', o.state && word('states', o.state)],
            ['ZIP code', o.postalCode],
            ['County', o.county],
            ['Country', o.country && word('countries', o.country)],
            ['Position', o.latitude != null && o.longitude != null && `${o.latitude}, ${o.longitude}`],
            ['Locale', o.locale && word('locales', o.locale)],
            ['Population served', o.populationServed?.toLocaleString('en-US')],
            ['Founded', o.foundedYear != null && String(o.foundedYear)],
            ['Closed', o.closedOn && day(o.closedOn)],
          ]}
        />
      </Section>
      {o.relationships?.length > 0 && (
        <Section title="Relationships" id="relationships">
          <ul className="list">
            {o.relationships.map((r, i) => (
              <li key={i}>
                <p className="small muted">{word('organization-relationships-type', r.type)}</p>
                <RefLink to={r.organization} />
                <p className="small soft">{[r.role, span(r)].filter(Boolean).join(', ')}</p>
                {r.note && <p className="small soft">{r.note}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {o.identifiers?.length > 0 && (
        <Section title="Identifiers" id="identifiers">
          <ul className="list">
            {o.identifiers.map((i) => (
              <li key={i.scheme + i.value} className="row">
                <span className="muted">{word('identifier-schemes', i.scheme)}</span>
                <span className="id">{i.value}</span>
                {i.status && i.status !== 'active' && <span className="tag">{word('identifier-statuses', i.status)}</span>}
                {span(i) && <span className="small soft">{span(i)}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
