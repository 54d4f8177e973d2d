/** A virtualised grid: some dozens of rows stand in the page however many there are, and the next are read when the end comes near. */
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icons';
import type { Column } from '../ui/KindView';
import { Illustrative } from '../ui/parts';
import { A } from '../ui/router';

type Props<R> = {
  label: string;
  columns: Column<R>[];
  rows: R[];
  total: number | undefined;
  busy: boolean;
  sort: string;
  href: (row: R) => string;
  onSort: (field: string) => void;
  onOpen: (row: R) => void;
  onEnd: () => void;
};

export function Grid<R extends { id: string; origin: string }>({
  label,
  columns,
  rows,
  total,
  busy,
  sort,
  href,
  onSort,
  onOpen,
  onEnd,
}: Props<R>) {
  const body = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const pinned = Math.min(active, rows.length - 1);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 41,
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
    scrollPaddingStart: 100,
    scrollPaddingEnd: 60,
    // The row that has the focus stays in the page, so that scrolling loses nobody.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const shown = Array.from({ length: Math.min(count - 1, endIndex + overscan) - from + 1 }, (_, i) => from + i);
      return [...new Set([pinned, ...shown])].filter((i) => i >= 0).sort((a, b) => a - b);
    },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 30) onEnd();
  }, [last, rows.length, onEnd]);
  useEffect(() => {
    if (wanted.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] th a`);
    if (link) {
      link.focus({ preventScroll: true });
      wanted.current = null;
    }
  });

  useEffect(() => setActive(0), [sort]);

  function onKey(event: KeyboardEvent) {
    const screen = Math.max(1, Math.floor(window.innerHeight / 41) - 4);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screen,
      PageUp: active - screen,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || !(event.target as HTMLElement).closest('tbody')) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, to));
    wanted.current = next;
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  }

  const margin = virtual.options.scrollMargin;
  let reached = 0;
  const gap = (height: number, key: string) =>
    height > 0 && (
      <tr key={key} className="gap">
        <td colSpan={columns.length} style={{ height }} />
      </tr>
    );
  const inner = shown.flatMap((v) => {
    const row = rows[v.index]!;
    const before = gap(v.start - margin - reached, `gap-${v.index}`);
    reached = v.end - margin;
    return [
      before,
      <tr
        key={row.id}
        data-index={v.index}
        ref={virtual.measureElement}
        aria-rowindex={v.index + 2}
        onClick={(e) => {
          if (!(e.target as HTMLElement).closest('a')) onOpen(row);
        }}
      >
        {columns.map((c, i) =>
          i === 0 ? (
            <th key={c.name} scope="row" className="title">
              <span className="t">
                <A href={href(row)} tabIndex={v.index === pinned ? 0 : -1} onFocus={() => setActive(v.index)}>
                  {c.cell(row)}
                </A>
                <Illustrative origin={row.origin} />
              </span>
            </th>
          ) : (
            <td key={c.name} data-label={c.label} className={c.number && 'num'}>
              {c.cell(row)}
            </td>
          ),
        )}
      </tr>,
    ];
  });
  const field = sort.replace(/^-/, '');
  return (
    <table
      className="grid grid--cards"
      ref={body}
      aria-label={label}
      aria-busy={busy}
      aria-rowcount={total === undefined ? -1 : total + 1}
      onKeyDown={onKey}
    >
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((c) => (
            <th
              key={c.name}
              scope="col"
              className={c.number && 'num'}
              aria-sort={c.sort && c.sort === field ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}
            >
              {c.sort ? (
                <button type="button" onClick={() => onSort(c.sort!)}>
                  {c.label}
                  {c.sort === field && <Icon name={sort.startsWith('-') ? 'down' : 'up'} />}
                </button>
              ) : (
                c.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inner}
        {gap(virtual.getTotalSize() - reached, 'gap-end')}
      </tbody>
    </table>
  );
}
