/** What is known of a record, as rows and sections. */
import type { ReactNode } from 'react';

/** Rows of label and value; a row without a value is left out. */
export function Facts({ rows }: { rows: [string, ReactNode][] }) {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return known.length === 0 ? (
    <p className="muted">Nothing but its name yet.</p>
  ) : (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Section({ title, id, end, children }: { title: string; id: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {end && <span className="end">{end}</span>}
      </div>
      {children}
    </section>
  );
}

/** Values as small labels side by side, or nothing where there is none. */
export const tags = (items: string[] | undefined, say: (s: string) => string = (s) => s) =>
  items?.length ? (
    <span className="tags">
      {items.map((t) => (
        <span className="tag" key={t}>
          {say(t)}
        </span>
      ))}
    </span>
  ) : null;
