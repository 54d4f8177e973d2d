/** A search-as-you-type combobox over the target kinds' lists (ARIA combobox pattern). */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { read } from '../api/client';
import { type Field, useFields } from '../api/fields';
import { useKey } from '../api/key';
import type { Page, Ref } from '../api/shapes';
import { Icon } from '../ui/icons';
import { idOf, unchosen, useForm } from './context';

type Hit = Ref & { more: string };
type Listed = {
  id: string;
  kind: string;
  name?: string;
  title?: string;
  origin: string;
  city?: string | null;
  state?: string | null;
  startsOn?: string | null;
};

function useHits(targets: string[], q: string) {
  const signedIn = useKey() !== null;
  const kinds = (useFields().data?.kinds ?? []).filter((k) => targets.length === 0 || targets.includes(k.kind));
  const plurals = kinds.map((k) => k.plural);
  return useQuery({
    queryKey: ['hits', plurals, q, signedIn],
    enabled: q.length > 0 && plurals.length > 0,
    queryFn: async ({ signal }): Promise<Hit[]> => {
      const lifecycle: Record<string, string> = signedIn ? { lifecycle: 'draft,published' } : {};
      const pages = await Promise.all(
        plurals.map((p) => read<Page<Listed>>(`/api/v1/${p}?${new URLSearchParams({ q, limit: '6', ...lifecycle })}`, signal)),
      );
      return pages
        .flatMap((p) => p.items)
        .map((r) => ({
          id: r.id,
          kind: r.kind,
          title: r.name ?? r.title ?? r.id,
          origin: r.origin,
          more: [r.startsOn, r.city, r.state].filter(Boolean).join(', '),
        }));
    },
  });
}

export function Reference({
  field,
  path,
  chosen,
  onChoose,
  describedBy,
  invalid,
  disabled,
}: {
  field: Field;
  path: string;
  chosen: Ref[];
  onChoose: (refs: Ref[]) => void;
  describedBy: string;
  invalid: boolean;
  disabled: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [at, setAt] = useState(-1);
  const [focused, setFocused] = useState(false);
  const id = idOf(path);
  const left = useUnchosen(path, typed.trim(), focused);
  useEffect(() => {
    const wait = setTimeout(() => setQ(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  const { data, isFetching } = useHits(field.targets, q);
  const hits = q === '' ? [] : (data ?? []).filter((h) => !chosen.some((c) => c.id === h.id));
  const open = focused && typed !== '' && hits.length > 0;
  const full = !field.many && chosen.length > 0;

  function choose(hit: Hit) {
    onChoose(field.many ? [...chosen, hit] : [hit]);
    setTyped('');
    setQ('');
    setAt(-1);
  }
  function onKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (hits.length > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) choose(hits[Math.max(at, 0)]!);
    } else if (event.key === 'Escape' && typed !== '') {
      event.stopPropagation();
      setTyped('');
    } else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) {
      onChoose(chosen.slice(0, -1));
    }
  }
  const told =
    typed === '' ? '' : isFetching ? 'Searching…' : q !== '' && hits.length === 0 ? `Nothing on record for “${q}”` : `${hits.length} found`;
  return (
    <div className="combobox">
      <div className="combo">
        {chosen.map((c) => (
          <span className="chip" key={c.id}>
            <span>{c.title}</span>
            <button
              type="button"
              aria-label={`Remove ${c.title}`}
              onClick={() => {
                onChoose(chosen.filter((o) => o.id !== c.id));
                document.getElementById(id)?.focus();
              }}
            >
              <Icon name="x" />
            </button>
          </span>
        ))}
        <input
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${id}-hit-${at}` : undefined}
          aria-describedby={[describedBy, left && `${id}-left`].filter(Boolean).join(' ') || undefined}
          aria-invalid={invalid || left || undefined}
          disabled={disabled}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          placeholder={full ? 'Type to choose another' : 'Type to search'}
          value={typed}
          onChange={(e) => {
            setTyped(e.target.value);
            setAt(-1);
          }}
          onKeyDown={onKey}
        />
      </div>
      <ul className="hits" id={`${id}-hits`} role="listbox" aria-label={field.label} hidden={!open}>
        {hits.map((hit, i) => (
          <li
            key={hit.id}
            id={`${id}-hit-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(e) => {
              e.preventDefault();
              choose(hit);
            }}
          >
            <span>{hit.title}</span>
            {hit.more && <span className="small muted"> {hit.more}</span>}
          </li>
        ))}
      </ul>
      {left && (
        <p className="error" id={`${id}-left`}>
          <Icon name="alert" />
          <span>{unchosen(typed.trim())}</span>
        </p>
      )}
      <span className="small muted" role="status">
        {focused && told}
      </span>
    </div>
  );
}

/** Whether to say that what stands in the box was not chosen: from when it was left, until something is chosen or it is empty. */
function useUnchosen(path: string, typed: string, focused: boolean): boolean {
  const { unchosen } = useForm();
  const [said, setSaid] = useState(false);
  const left = typed !== '' && (said || !focused);
  if (left !== said) setSaid(left);
  useEffect(() => {
    if (typed === '') return;
    unchosen.set(path, typed);
    return () => {
      unchosen.delete(path);
    };
  }, [unchosen, path, typed]);
  return left;
}
