/** Starts the server on a fresh data folder with the demonstration registry and many organizations, and ends it after the last test. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { port } from '../playwright.config';
import { manyOrganizations } from './many';

export default async function start(): Promise<() => Promise<void>> {
  const jar = process.env.THROUGHLINE_JAR;
  if (!jar) throw new Error('Say where the server is: THROUGHLINE_JAR=…/quarkus-run.jar');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-e2e-'));
  const data = join(folder, 'data');
  const told: string[] = [];
  const env = { ...process.env, THROUGHLINE_DATA_DIR: data, THROUGHLINE_DEMO: 'true' };
  const loaded = spawnSync('java', ['-jar', jar, 'load', manyOrganizations(folder)], { env, encoding: 'utf8' });
  if (loaded.status !== 0) throw new Error(`The organizations were not loaded:\n${loaded.stdout}${loaded.stderr}`);
  const server = spawn('java', [`-Dquarkus.http.port=${port}`, '-jar', jar], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  server.stdout.on('data', (chunk) => told.push(String(chunk)));
  server.stderr.on('data', (chunk) => told.push(String(chunk)));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

  const stop = async () => {
    if (server.exitCode === null) server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/q/health/ready`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready && server.exitCode === null) break;
    if (server.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The server did not become ready:\n${told.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  process.env.THROUGHLINE_KEY = readFileSync(join(data, 'operator.key'), 'utf8').trim();
  return stop;
}
