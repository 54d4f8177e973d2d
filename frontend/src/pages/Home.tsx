import { useQuery } from '@tanstack/react-query';
import { Title } from '../App';
import { read, type Registry } from '../api';
import { A } from '../router';
import { Failure, Glyph } from '../ui/parts';

const says: Record<string, string> = {
  convening: 'Who met, when and where, and what was on the table.',
  organization: 'Who hosted, paid and took part, and how they are related.',
};
const pages: Record<string, string> = { convening: '/convenings', organization: '/organizations' };

export function Home() {
  const registry = useQuery({ queryKey: ['registry'], queryFn: ({ signal }) => read<Registry>('/api/v1', signal) });
  return (
    <div className="wrap stack-l">
      <div className="hero">
        <Title>What a convening learns, kept where it can be followed.</Title>
        <p className="lede">An open registry for the continuing education of library staff: who met, what was on the table, and who stood behind it. Each record names its sources, and says what is not known.</p>
      </div>
      <section aria-labelledby="on-record">
        <div className="section-head"><h2 id="on-record">On record</h2></div>
        {registry.isPending && <p role="status" className="muted">Counting the records…</p>}
        {registry.isError && <Failure failure={registry.error} retry={() => void registry.refetch()} />}
        {registry.data && (
          <ul className="ledger">
            {registry.data.collections.map((c) => {
              const examples = c.illustrative ?? 0;
              return (
                <li key={c.kind}>
                  <Glyph kind={c.kind} />
                  <div>
                    <p className="n">{(c.count - examples).toLocaleString('en-US')}</p>
                    <p className="what">{pages[c.kind] ? <A href={pages[c.kind]!}>{c.label}</A> : <a href={c.href}>{c.label}</a>}</p>
                    {says[c.kind] && <p className="small soft">{says[c.kind]}</p>}
                    {examples > 0 && <p className="small muted">And {examples.toLocaleString('en-US')} illustrative, not counted here.</p>}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section aria-labelledby="by-machine">
        <div className="section-head"><h2 id="by-machine">For machines</h2></div>
        <p className="soft measure">Every page here is read from the same API that you can use: <a href="/api/v1">begin at <code>/api/v1</code></a>. Each record's page links to its JSON.</p>
      </section>
    </div>
  );
}
