import type { Convening } from '../../api/shapes';
import { useWords } from '../../api/vocabulary';
import { Facts, Section } from '../../record/Facts';
import { RefLink } from '../../ui/parts';

/** Who took part: a seat for each person, filled where known, and by name who agreed to it. */
export function Participants({ convening: c }: { convening: Convening }) {
  const { word } = useWords();
  const seats = c.participantSummary;
  return (
    <Section title="Who took part" id="participants" end={seats && seats.total > 0 && `${seats.identified} of ${seats.total} identified`}>
      {seats && seats.total > 0 ? (
        <div className="stack">
          {seats.total <= 200 && (
            <ul className="seats" aria-hidden="true">
              {Array.from({ length: seats.total }, (_, i) => (
                <li key={i} className={i < (c.participants?.length ?? 0) ? 'on' : i < seats.identified ? 'unlisted' : undefined} />
              ))}
            </ul>
          )}
          <p className="soft">
            {seats.identified === 0
              ? `${seats.total} were announced; none is identified yet.`
              : `${seats.identified} of ${seats.total} are identified${seats.identified > (c.participants?.length ?? 0) ? `, ${c.participants?.length ?? 0} of them by name with their consent` : ''}.`}
          </p>
          {seats.bySector.length > 0 && <Facts rows={seats.bySector.map((s) => [word('sectors', s.value), String(s.count)])} />}
        </div>
      ) : (
        <p className="muted">Not stated.</p>
      )}
      {c.participants?.length > 0 && (
        <ul className="list people">
          {c.participants.map((p) => (
            <li key={p.id}>
              <p>
                {p.name ?? p.organizationName}
                {p.role && <span className="muted"> · {word('convening-participants-role', p.role)}</span>}
                {p.sector && <span className="muted"> · {word('sectors', p.sector)}</span>}{' '}
                {p.listed === false && <span className="tag">Not listed: only who is signed in sees this person</span>}
              </p>
              {p.organization && <RefLink to={p.organization} />}
              {p.name && p.organizationName && p.organizationName !== p.organization?.title && (
                <p className="small soft">
                  {p.organization && 'Then: '}
                  {p.organizationName}
                </p>
              )}
              {(p.email || p.note) && (
                <p className="small soft">
                  <span className="tag">Private</span> {[p.email, p.note].filter(Boolean).join('. ')}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
