import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { addressOf, signIn } from './steps';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('a deep link to a convening survives a reload and says who is not known', async ({ page }) => {
  const address = await addressOf(page, '/api/v1/convenings?q=Fifteen');
  await page.goto(address);
  const heading = page.getByRole('heading', { level: 1, name: 'Convening on continuing education for library staff' });
  await expect(heading).toBeVisible();
  await page.reload();
  await expect(heading).toBeVisible();
  await page.getByRole('link', { name: '0 of 15 identified' }).click();
  await expect(page.getByRole('heading', { name: 'Who took part' })).toBeInViewport();
  await expect(page.getByRole('link', { name: 'JSON', exact: true })).toHaveAttribute('href', `/api/v1${address}`);
});

test('the theme is switched, and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the content policy refuses nothing of ours', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  for (const path of ['/', '/organizations', '/organizations/new', await addressOf(page, '/api/v1/convenings?q=Fifteen')]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(refused).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1366, 320]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      const convening = await addressOf(page, '/api/v1/convenings?q=Fifteen');
      const organization = await addressOf(page, '/api/v1/organizations?q=Example');
      for (const path of [
        '/',
        '/organizations',
        '/convenings?q=zzqqxx',
        convening,
        organization,
        `${organization}/edit`,
        '/organizations/new',
        '/convenings/new',
      ]) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        if (path.endsWith('/new')) {
          if (path.startsWith('/organizations')) await signIn(page);
          for (const add of await page.getByRole('button', { name: /^Add / }).all()) await add.click();
          await page.getByRole('button', { name: 'Save', exact: true }).click();
          await expect(page.getByRole('group', { name: 'Not saved' })).toBeFocused();
        }
        // A script tag would be refused by the content policy.
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
          return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
        });
        expect(found, path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    });
  }
}
