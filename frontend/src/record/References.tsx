/** Who refers to a record, and how. */
import { address } from '../api/client';
import type { Ref } from '../api/shapes';
import { useWords } from '../api/vocabulary';
import { Failure, Glyph, RefLink } from '../ui/parts';
import { day, span } from '../ui/words';
import { More, usePages } from './paging';

type Reference = {
  record: Ref;
  field: string;
  type: string | null;
  role: string | null;
  from: string | null;
  to: string | null;
  on: string | null;
  note: string | null;
};

/** How a link reads from its other end. */
const inverse: Record<string, string> = {
  hosts: 'Hosted',
  funders: 'Paid for',
  parent: 'Has as a unit',
  followsFrom: 'Led to',
  fundedBy: 'Paid for',
  'participants.organization': 'Someone from it took part in',
};

/** How a relationship that another organization states reads from here. */
const relations: Record<string, string> = {
  'part-of': 'Has as a part',
  'member-of': 'Has as a member',
  'partner-of': 'Partner of',
  'funded-by': 'Gives money to',
  supports: 'Is supported by',
  'succeeded-by': 'Took over the work of',
  'represented-in': 'Has someone sent by',
  'working-group-of': 'Set up',
};

export function References({ plural, id }: { plural: string; id: string }) {
  const { data, error, more, refetch } = usePages<Reference>(`${address(plural, id)}/references`);
  const { word } = useWords();
  if (error) return <Failure failure={error} retry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" className="muted">
        Reading who refers to it…
      </p>
    );
  if (data.items.length === 0)
    return (
      <div className="empty">
        <div>
          <h3>Nothing on record refers to it yet</h3>
        </div>
      </div>
    );
  return (
    <>
      <ul className="list">
        {data.items.map((r, i) => (
          <li key={i} className="refers">
            <Glyph kind={r.record.kind} />
            <div>
              <p className="small muted">
                {[
                  r.type ? (relations[r.type] ?? word('organization-relationships-type', r.type)) : (inverse[r.field] ?? r.field),
                  r.role,
                  r.on && day(r.on),
                  span(r),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              <RefLink to={r.record} />
              {r.note && <p className="small soft">{r.note}</p>}
            </div>
          </li>
        ))}
      </ul>
      <More more={more} />
    </>
  );
}
