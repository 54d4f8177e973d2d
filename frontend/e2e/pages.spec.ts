import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { addressOf, made, signedIn, signIn } from './steps';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds, and nothing wider than the window. */
async function sound(page: Page, of: string) {
  await page.waitForLoadState('networkidle');
  // What the bar covers can be scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0));
  // A script tag would be refused by the content policy.
  await page.evaluate(axe);
  const found = await page.evaluate(async (values) => {
    type Axe = { run(how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    const how = { runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } } };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(how);
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
  }, standards);
  expect(found, of).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), of).toBeLessThanOrEqual(page.viewportSize()!.width);
}

/** A convening with something of all that can be said of one. */
async function fullConvening(page: Page) {
  const organization = await made(page, 'organizations', { name: 'Later Library', sector: 'public-library' });
  const convening = await made(page, 'convenings', {
    title: `A convening ${'unbroken'.repeat(12)}`,
    startsOn: '2026-03-04',
    endsOn: '2026-03-05',
    timeZone: 'America/New_York',
    hosts: [{ id: organization.id }],
    tags: ['one', 'w'.repeat(60)],
    sources: [{ title: 'A page', url: 'https://example.org/a', note: 'Read twice' }],
    figures: [{ measure: 'people', value: 12, asOf: '2026' }],
    followsFrom: [{ id: organization.id, on: '2025-11', note: 'It asked for it' }],
    sessions: [
      {
        title: 'Through the night',
        startsAt: '2026-03-04T20:00',
        endsAt: '2026-03-05T02:00',
        notes: '# A head\n\nSome **bold** <b>tag</b>',
      },
    ],
    participants: [
      { name: 'Ana Example', role: 'speaker', sector: 'museum', organization: { id: organization.id }, organizationName: 'Former Library' },
      { name: 'x'.repeat(90), email: 'quiet@example.org' },
    ],
  });
  return `/convenings/${convening.id}`;
}

test('a convening says all that is known of who took part and when', async ({ page }) => {
  await signedIn(page);
  await page.goto(await fullConvening(page));
  const people = page.getByRole('region', { name: 'Who took part' });
  const ana = people.getByRole('listitem').filter({ hasText: 'Ana Example' });
  await expect(ana.getByRole('link', { name: 'Later Library' })).toBeVisible();
  await expect(ana).toContainText('Then: Former Library');
  await expect(ana).toContainText('Ana Example · Speaker · Museum Not listed');
  const table = page.getByRole('region', { name: 'What was on the table' });
  await expect(table).toContainText('March 4, 2026, 20:00 to March 5, 2026, 02:00');
  await expect(table.getByRole('heading', { level: 4, name: 'A head' })).toBeVisible();
  await expect(table).toContainText('Some bold <b>tag</b>');
  await expect(page.getByRole('region', { name: 'What it came out of' })).toContainText('November 2025');
  const known = page.getByRole('region', { name: 'What is known' });
  await expect(known.locator('.fact').filter({ hasText: /^Status/ })).toHaveText('Statusnot stated');
  await expect(known.locator('.fact').filter({ hasText: /^Place/ })).toHaveText('Placenot stated');
});

test('an address that names a part of a page shows it', async ({ page }) => {
  await page.goto(`${await addressOf(page, '/api/v1/convenings?q=Fifteen')}#history`);
  await expect(page.getByRole('heading', { name: 'History' })).toBeInViewport();
});

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
        await sound(page, path);
      }
    });

    test(`axe finds nothing for who is signed in, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await signedIn(page);
      const convening = await fullConvening(page);
      await page.goto(convening);
      await expect(page.getByText('Ana Example')).toBeVisible();
      await sound(page, convening);
      await page.goto(`${convening}/edit`);
      await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
      const closed = page.locator('.item details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      await sound(page, `${convening}/edit`);
      await page.goto('/convenings?lifecycle=draft,published&state.not=TX&foo=1');
      await expect(page.getByRole('table', { name: 'Convenings' })).toBeVisible();
      await sound(page, 'the list with drafts');
      await page.goto(convening);
      await page.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Convenings' })).toBeVisible();
      await page.goto(convening);
      await expect(page.getByRole('button', { name: 'Bring it back' })).toBeEnabled();
      await sound(page, 'a deleted record');
    });
  }
}
