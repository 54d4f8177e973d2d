/** A file of as many organizations as the real one has, so that lists are long: the real one where it is named, else invented ones. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const many = 24_641;
const states = ['AK', 'AL', 'AZ', 'CA', 'CO', 'GA', 'IA', 'ME', 'NM', 'NY', 'OH', 'TX', 'VA', 'WY'];

const invented = (_: unknown, i: number) =>
  JSON.stringify({
    kind: 'organization',
    name: `Library ${String(i + 1).padStart(5, '0')}`,
    sector: i % 3 === 0 ? 'museum' : 'public-library',
    state: states[i % states.length],
    populationServed: i % 2 === 0 ? null : 1_000 + ((i * 7_919) % 90_000),
    lifecycle: 'published',
    origin: 'illustrative',
  });

export function manyOrganizations(folder: string): string {
  const data = process.env.THROUGHLINE_TEST_DATA;
  const real = data && join(data, 'orgs', 'imls_organizations.ndjson');
  if (real && existsSync(real)) return real;
  const file = join(folder, 'many.ndjson');
  writeFileSync(file, Array.from({ length: many }, invented).join('\n'));
  return file;
}
