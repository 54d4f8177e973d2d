import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import type { Convening, Page, Registry } from '../api/shapes';
import { kinds } from '../kinds/kinds';
import { Failure, Glyph, RefLink } from '../ui/parts';
import { A } from '../ui/router';
import { Title } from '../ui/Title';
import { day, place } from '../ui/words';

/** The convenings last held: what this registry is about, before any search. */
function LatelyMet() {
  const met = useQuery({
    queryKey: ['list', 'convenings', 'latest'],
    queryFn: ({ signal }) => read<Page<Convening>>('/api/v1/convenings?sort=-startsOn&origin=sourced&limit=5', signal),
  });
  if (!met.data || met.data.items.length === 0) return null;
  return (
    <section aria-labelledby="lately-met">
      <div className="section-head">
        <h2 id="lately-met">Who met last</h2>
        <span className="end">
          <A href="/convenings">All convenings</A>
        </span>
      </div>
      <ul className="list">
        {met.data.items.map((c) => (
          <li key={c.id} className="refers">
            <Glyph kind={c.kind} />
            <div>
              <RefLink to={c} />
              <p className="small soft">
                {[c.startsOn && day(c.startsOn), place(c), c.hosts.map((h) => h.title).join(', ')].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Home() {
  const registry = useQuery({ queryKey: ['registry'], queryFn: ({ signal }) => read<Registry>('/api/v1', signal) });
  return (
    <div className="wrap stack-l">
      <div className="hero">
        <Title>What a convening learns, kept where it can be followed.</Title>
        <p className="lede">
          An open registry for the continuing education of library staff: who met, what was on the table, and who stood behind it. Each
          record names its sources, and says what is not known.
        </p>
      </div>
      <section aria-labelledby="on-record">
        <div className="section-head">
          <h2 id="on-record">On record</h2>
        </div>
        {registry.isPending && (
          <p role="status" className="muted">
            Counting the records…
          </p>
        )}
        {registry.isError && <Failure failure={registry.error} retry={() => void registry.refetch()} />}
        {registry.data && (
          <ul className="ledger">
            {registry.data.collections.map((c) => {
              const examples = c.illustrative ?? 0;
              const view = kinds.find((k) => k.kind === c.kind);
              return (
                <li key={c.kind}>
                  <Glyph kind={c.kind} />
                  <div>
                    <p className="n">{(c.count - examples).toLocaleString('en-US')}</p>
                    <p className="what">{view ? <A href={`/${view.plural}`}>{c.label}</A> : <a href={c.href}>{c.label}</a>}</p>
                    {view && <p className="small soft">{view.says}</p>}
                    {examples > 0 && <p className="small muted">And {examples.toLocaleString('en-US')} illustrative, not counted here.</p>}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <LatelyMet />
      <section aria-labelledby="by-machine">
        <div className="section-head">
          <h2 id="by-machine">Build</h2>
        </div>
        <p className="soft measure">
          No key is needed to read. Every page here stands on the same API that you can use:{' '}
          <a href="/api/v1">
            begin at <code>/api/v1</code>
          </a>
          , or <a href="/q/swagger-ui">try it in Swagger UI</a>. Each list and each record links to its JSON.
        </p>
      </section>
    </div>
  );
}
