import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

/** Any free port, so that two runs on one machine do not meet; the workers find it where the first process left it. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}
process.env.THROUGHLINE_E2E_PORT ??= await freePort();
export const port = Number(process.env.THROUGHLINE_E2E_PORT);

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 30_000,
  reporter: 'list',
  use: {
    baseURL: process.env.THROUGHLINE_PAGES ?? `http://127.0.0.1:${port}`,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
