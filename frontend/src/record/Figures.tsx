/** The figures of a record, and where what it says comes from. */
import type { Figure, Source } from '../api/shapes';
import { Web } from '../ui/parts';
import { day } from '../ui/words';

const comparators: Record<string, string> = { about: 'about', gt: 'more than', lt: 'less than' };

/** Figures of one measure stand in one group, side by side: where they disagree, both are shown. */
export function Figures({ figures }: { figures: Figure[] }) {
  const measures = [...new Set(figures.map((f) => f.measure))];
  return (
    <div className="figures">
      {measures.map((measure) => (
        <div key={measure} className="measure-group">
          <h3>{measure.charAt(0).toUpperCase() + measure.slice(1)}</h3>
          <ul className="figures">
            {figures
              .filter((f) => f.measure === measure)
              .map((f, i) => (
                <li className="card" key={i}>
                  <p className="n">
                    {f.comparator && f.comparator !== 'eq' && `${comparators[f.comparator] ?? f.comparator} `}
                    {typeof f.value === 'number' ? f.value.toLocaleString('en-US') : f.value}
                    {f.unit && <span className="unit"> {f.unit}</span>}
                  </p>
                  <p className="small soft">
                    {f.asOf ? `As of ${day(f.asOf)}` : 'Date not stated'}
                    {f.scope && `. ${f.scope}`}
                  </p>
                  <p className="small muted">
                    {f.source ? (
                      <>Source: {f.source.url ? <Web href={f.source.url}>{f.source.title}</Web> : f.source.title}</>
                    ) : (
                      'Source not stated'
                    )}
                  </p>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

export function Sources({ sources }: { sources: Source[] }) {
  return sources.length === 0 ? (
    <p className="muted">None stated.</p>
  ) : (
    <ol className="src">
      {sources.map((s, i) => (
        <li key={i}>
          {s.url ? <Web href={s.url}>{s.title}</Web> : s.title}
          <span className="small soft">
            {[s.publisher, s.publishedOn && `published ${day(s.publishedOn)}`, s.retrievedOn && `read ${day(s.retrievedOn)}`]
              .filter(Boolean)
              .map((t, n) => `${n === 0 ? '. ' : ', '}${t}`)
              .join('')}
          </span>
          {s.note && <p className="small soft">{s.note}</p>}
        </li>
      ))}
    </ol>
  );
}
