import type { Convening } from '../../api/shapes';
import { Prose } from '../../ui/parts';
import { hours } from '../../ui/words';

export function Sessions({ sessions }: { sessions: Convening['sessions'] }) {
  return (
    <ol className="list">
      {sessions.map((s) => (
        <li key={s.id} className="stack session">
          <h3>{s.title}</h3>
          <p className="small muted">{[s.theme, s.startsAt && hours(s.startsAt, s.endsAt)].filter(Boolean).join(' · ')}</p>
          {s.notes && <Prose text={s.notes} />}
        </li>
      ))}
    </ol>
  );
}
