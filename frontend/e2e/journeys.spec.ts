import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function addressOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  const { items } = await answer.json();
  return `${path.split('?')[0]!.replace('/api/v1', '')}/${items[0].id}`;
}

async function signIn(page: Page) {
  await page.getByLabel("Operator's key").fill(process.env.THROUGHLINE_KEY!);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('the list is searched as one types, and the address keeps the search', async ({ page }) => {
  await page.goto('/organizations');
  await expect(page.getByRole('table', { name: 'Organizations' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search organizations' }).fill('OCLC');
  await expect(page).toHaveURL(/\?q=OCLC$/);
  await expect(page.getByRole('rowheader', { name: 'OCLC', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('OCLC');
  await page.getByRole('link', { name: 'OCLC', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'OCLC' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('OCLC');
});

test('a search without a hit says so', async ({ page }) => {
  await page.goto('/convenings?q=zzqqxx');
  await expect(page.getByRole('heading', { name: 'Nothing on record for “zzqqxx”' })).toBeVisible();
});

test('the next rows are read when the end comes near', async ({ page }) => {
  await page.route('**/api/v1/organizations?limit=50*', (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '20');
    return route.continue({ url: url.href });
  });
  const total = (await (await page.request.get('/api/v1/organizations?limit=200')).json()).items.length;
  await page.goto('/organizations');
  await expect(page.getByText(`${total} in all`)).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(total);
});

test('a list that cannot be read says so, and can be tried again', async ({ page }) => {
  await page.route('**/api/v1/organizations?*', (route) => route.abort());
  await page.goto('/organizations');
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await page.unroute('**/api/v1/organizations?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Organizations' })).toBeVisible();
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

test('an organization is made, changed and put back', async ({ page }) => {
  await page.goto('/organizations');
  await page.getByRole('link', { name: 'New', exact: true }).click();
  await page.getByLabel("Operator's key").fill('not-the-key');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('not the key of this server');
  await signIn(page);

  await page.getByLabel('Lifecycle').selectOption('published');
  await page.getByLabel('Web address', { exact: true }).fill('nowhere');
  await page.getByRole('button', { name: 'Save' }).click();
  const summary = page.getByRole('group', { name: 'Not saved' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: /^Name:/ }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Web address', { exact: true })).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Name', { exact: true }).fill('Journey Library');
  await page.getByLabel('Sector').selectOption('state-library');
  await page.getByLabel('Web address', { exact: true }).fill('https://journey.example.org/');
  await page.getByLabel('Source: title').fill('A page about it');
  await page.getByLabel('Source: web address').fill('https://journey.example.org/about');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Library' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'A page about it' })).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('City').fill('Montpelier');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Montpelier' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Library' })).toBeVisible();
  await expect(page.getByText('Montpelier')).toHaveCount(0);
});

test('a change that crosses another is refused, and what was typed stays', async ({ page }) => {
  const answer = await page.request.post('/api/v1/organizations', {
    headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` },
    data: { name: 'Crossed Library', lifecycle: 'draft' },
  });
  const made = await answer.json();
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await page.getByLabel('City').fill('Mine');
  const theirs = await page.request.patch(`/api/v1/organizations/${made.id}`, {
    headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}`, 'Content-Type': 'application/merge-patch+json', 'If-Match': made.etag },
    data: JSON.stringify({ city: 'Theirs' }),
  });
  expect(theirs.ok()).toBe(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('group', { name: 'Not saved: the record changed meanwhile' })).toBeFocused();
  await expect(page.getByLabel('City')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Read the record again' }).click();
  await expect(page.getByLabel('City')).toHaveValue('Theirs');
});

test('an organization that was just made is taken back', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await page.getByLabel('Name', { exact: true }).fill('Brief Library');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Brief Library' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await expect(page.getByText(/in all$/)).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Brief Library' })).toHaveCount(0);
});

test('a key that is refused on saving is asked for again, and what was typed stays', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await page.getByLabel('Name', { exact: true }).fill('Patient Library');
  await page.evaluate(() => sessionStorage.setItem('throughline.operator', 'gone'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel("Operator's key")).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Patient Library');
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
      for (const path of ['/', '/organizations', '/convenings?q=zzqqxx', convening, organization, `${organization}/edit`, '/organizations/new']) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        if (path.endsWith('/new')) {
          await signIn(page);
          await page.getByRole('button', { name: 'Save' }).click();
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
