import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client';
import type { Registry } from '../api/shapes';
import { kinds } from '../kinds/kinds';
import { Failure, Glyph } from '../ui/parts';
import { A } from '../ui/router';
import { Title } from '../ui/Title';

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
