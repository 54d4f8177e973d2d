// Holds the contract against the linter's strict rules; Redocly's command line would say more about Node than about the contract.
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';

const here = (path) => new URL(`../${path}`, import.meta.url).pathname;
const config = await loadConfig({ configPath: here('redocly.yaml') });
const problems = await lint({ ref: here('../openapi.yaml'), config });
formatProblems(problems, { format: 'stylish', totals: getTotals(problems), version: '' });
process.exit(problems.length > 0 ? 1 : 0);
