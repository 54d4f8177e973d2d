/** The facets of a list: each value with how many it would show, under the other filters. */
import { useEffect, useRef } from 'react';
import { Icon } from '../ui/icons';
import type { Counts } from './rows';
import { toggled, type View } from './view';

type Props = {
  names: string[];
  label: (name: string) => string;
  say: (name: string, value: string, label?: string | null) => string;
  counts: Counts;
  /** Which of them tell their most frequent values alone. */
  cut: string[];
  view: View;
  change: (view: View) => void;
};

export function Facets({ names, label, say, counts, cut, view, change }: Props) {
  return (
    <section className="facets" id="facets" aria-label="Filters" popover="auto">
      {names
        .filter((n) => (counts[n]?.length ?? 0) > 1 || view.filters[n])
        .map((name, i) => (
          <details className="facet" key={name} open={i < 3 || view.filters[name] !== undefined}>
            <summary>
              {label(name)}
              <Icon name="chevron" />
            </summary>
            <ul>
              {(counts[name] ?? []).map(({ value, label: said, count }) => {
                const code = value ?? 'null';
                return (
                  <li key={code} className={value === null ? 'none' : undefined}>
                    <label>
                      <input
                        type="checkbox"
                        checked={view.filters[name]?.includes(code) ?? false}
                        onChange={() => change(toggled(view, name, code))}
                      />
                      <span>{say(name, code, said)}</span>
                    </label>
                    <span className="n">{count.toLocaleString('en-US')}</span>
                  </li>
                );
              })}
            </ul>
            {cut.includes(name) && (
              <p className="small muted">The {counts[name]?.filter((c) => c.value !== null).length} most frequent of more.</p>
            )}
          </details>
        ))}
    </section>
  );
}

/** Where the focus goes when what had it is gone. */
export const toSearch = () => document.getElementById('q')?.focus();

export function Chips({ label, say, view, change }: Omit<Props, 'names' | 'counts' | 'cut'>) {
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | null>(null);
  useEffect(() => {
    if (removed.current === null) return;
    const left = list.current?.querySelectorAll<HTMLElement>('.chip button') ?? [];
    if (left.length === 0) toSearch();
    else left[Math.min(removed.current, left.length - 1)]?.focus();
    removed.current = null;
  });
  const remove = (next: View, at: number) => {
    removed.current = at;
    change(next);
  };
  const chosen = Object.entries(view.filters).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  if (chosen.length === 0) return null;
  return (
    <ul className="tags" ref={list} aria-label="Filters in force">
      {chosen.map(({ name, value }, i) => (
        <li className="chip" key={`${name}=${value}`}>
          <span>
            {label(name)}: {say(name, value)}
          </span>
          <button
            type="button"
            aria-label={`Remove ${label(name)}: ${say(name, value)}`}
            onClick={() => remove(toggled(view, name, value), i)}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="btn btn--quiet btn--s" onClick={() => remove({ ...view, filters: {} }, 0)}>
          Remove all
        </button>
      </li>
    </ul>
  );
}
