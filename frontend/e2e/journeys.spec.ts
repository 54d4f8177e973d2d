import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function addressOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  const { items } = await answer.json();
  return `${path.split('?')[0]!.replace('/api/v1', '')}/${items[0].id}`;
}

/** A field of the form by its label, which also says whether it is needed. */
const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}( required| needed to publish)?$`) });

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

test('24,641 rows are walked by keyboard, and few of them stand in the page', async ({ page }) => {
  const all = 24_641;
  await page.route('**/api/v1/organizations?*', (route) => {
    const params = new URL(route.request().url()).searchParams;
    const from = Number(params.get('after') ?? 0);
    const limit = Number(params.get('limit'));
    const items = Array.from({ length: Math.min(limit, all - from) }, (_, i) => ({ id: `org_${from + i}`, kind: 'organization', origin: 'sourced', name: `Library ${from + i + 1}`, lifecycle: 'published' }));
    const next = from + limit < all ? `/api/v1/organizations?limit=${limit}&after=${from + limit}` : null;
    return route.fulfill({ json: { items, page: { limit, next, prev: null, total: all } } });
  });
  await page.goto('/organizations');
  await expect(page.getByText('24,641 in all')).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(all + 1));
  await page.getByRole('link', { name: 'Library 1', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Library 2', exact: true })).toBeFocused();
  for (const reached of [100, 200, 300]) {
    await page.keyboard.press('End');
    await expect(page.getByRole('link', { name: `Library ${reached}`, exact: true })).toBeFocused();
    await expect(page.getByText('Reading more…')).toHaveCount(0);
  }
  expect(await page.locator('tbody tr').count()).toBeLessThan(80);
  await page.keyboard.press('Home');
  await expect(page.getByRole('link', { name: 'Library 1', exact: true })).toBeFocused();
});

test('a list is filtered by facets and sorted, its address says so, and back takes it back', async ({ page }) => {
  await page.goto('/organizations');
  await page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name: 'State library' }).check();
  await expect(page).toHaveURL(/\?sector=state-library$/);
  await expect(page.getByText(/ found$/)).toBeVisible();
  await page.getByRole('button', { name: 'Place' }).click();
  await expect(page).toHaveURL(/\?sort=state&sector=state-library$/);
  await expect(page.getByRole('columnheader', { name: 'Place' })).toHaveAttribute('aria-sort', 'ascending');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'State library' })).toBeChecked();
  await page.goBack();
  await page.goBack();
  await expect(page.getByText(/ in all$/)).toBeVisible();
  await page.goForward();
  await page.getByRole('button', { name: 'Remove Sector: State library' }).click();
  await expect(page.getByText(/ in all$/)).toBeVisible();
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

  await field(page, 'Web address').fill('nowhere');
  await page.getByRole('button', { name: 'Save and publish' }).click();
  const summary = page.getByRole('group', { name: 'Not saved' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: /^Name:/ }).click();
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Web address')).toHaveAttribute('aria-invalid', 'true');

  await field(page, 'Name').fill('Journey Library');
  await page.getByLabel('Sector').selectOption('state-library');
  await field(page, 'Web address').fill('https://journey.example.org/');
  await page.getByRole('button', { name: 'Add source' }).click();
  const source = page.getByRole('group', { name: /^source 1/ });
  await source.getByLabel(/^Title/).fill('A page about it');
  await source.getByLabel(/^Address/).fill('https://journey.example.org/about');
  await page.getByRole('button', { name: 'Save and publish' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Library' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'A page about it' })).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await field(page, 'City').fill('Montpelier');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Montpelier' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Library' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Montpelier' })).toHaveCount(0);
});

test('a convening is made by keyboard alone, with host, session and a private participant', async ({ page }) => {
  await page.goto('/convenings/new');
  await signIn(page);
  await field(page, 'Title').fill('Keyboard convening');
  await page.keyboard.press('Tab');
  await field(page, 'Starts on').fill('2026-03-04');
  await page.getByLabel('Status').selectOption('held');
  const hosts = page.getByRole('combobox', { name: /^Hosts/ });
  await hosts.focus();
  await page.keyboard.type('OCLC');
  const oclc = page.getByRole('listbox', { name: 'Hosts' }).getByRole('option', { name: /^OCLC/ });
  await expect(oclc).toBeVisible();
  do await page.keyboard.press('ArrowDown');
  while ((await oclc.getAttribute('aria-selected')) !== 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove OCLC' })).toBeVisible();

  const add = page.getByRole('button', { name: 'Add session' });
  for (const title of ['Second', 'First']) {
    await add.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(title);
  }
  const second = page.getByRole('group', { name: 'session 2: First' });
  await second.getByLabel(/^Starts at/).fill('2026-03-04 9 o\u2019clock');
  await page.getByRole('button', { name: 'Add participant' }).press('Enter');
  const person = page.getByRole('group', { name: /^participant 1/ });
  await person.getByLabel(/^Name/).fill('Quiet Example');
  await person.getByLabel(/^Email/).fill('quiet@example.org');

  await page.keyboard.press('Control+s');
  const summary = page.getByRole('group', { name: 'Not saved' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: /^Sessions 2, Starts at:/ }).press('Enter');
  await expect(second.getByLabel(/^Starts at/)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2026-03-04T09:00');
  await field(page, 'Time zone').fill('America/New_York');
  await page.getByRole('button', { name: 'Move session 2 up' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move session 1 down' })).toBeFocused();
  await page.keyboard.press('Control+s');

  await expect(page.getByRole('heading', { level: 1, name: 'Keyboard convening' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was on the table' }).getByRole('heading', { level: 3 })).toHaveText(['First', 'Second']);
  await expect(page.getByRole('link', { name: 'OCLC' })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/')[2];
  const made = await (await page.request.get(`/api/v1/convenings/${id}`, { headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` } })).json();
  expect(made.participants).toMatchObject([{ name: 'Quiet Example', email: 'quiet@example.org', listed: false }]);
});

test('what was typed outlives a reload, and is gone once it is discarded', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Half a Library');
  await page.getByRole('button', { name: 'Add identifier' }).click();
  await page.getByRole('group', { name: /^identifier 1/ }).getByLabel(/^Value/).fill('030prv062');
  await page.reload();
  await expect(field(page, 'Name')).toHaveValue('Half a Library');
  await expect(page.getByRole('group', { name: /^identifier 1/ }).getByLabel(/^Value/)).toHaveValue('030prv062');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(field(page, 'Name')).toHaveValue('');
});

test('a change that crosses another is refused, and what was typed stays', async ({ page }) => {
  const answer = await page.request.post('/api/v1/organizations', {
    headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` },
    data: { name: 'Crossed Library', lifecycle: 'draft' },
  });
  const made = await answer.json();
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Mine');
  const theirs = await page.request.patch(`/api/v1/organizations/${made.id}`, {
    headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}`, 'Content-Type': 'application/merge-patch+json', 'If-Match': made.etag },
    data: JSON.stringify({ city: 'Theirs', acronym: 'AB' }),
  });
  expect(theirs.ok()).toBe(true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const crossed = page.getByRole('group', { name: 'Not saved: the record changed meanwhile' });
  await expect(crossed).toBeFocused();
  await expect(field(page, 'City')).toHaveValue('Mine');
  await expect(crossed.getByRole('radio', { name: 'Theirs: Theirs' })).not.toBeChecked();
  await expect(crossed).toContainText('AB');
  await crossed.getByRole('button', { name: 'Go on from version 2' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Crossed Library' })).toBeVisible();
  const now = await (await page.request.get(`/api/v1/organizations/${made.id}`, { headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` } })).json();
  expect(now).toMatchObject({ version: 3, city: 'Mine', acronym: 'AB' });
});

test('a record says who refers to it and what it was, is put back, deleted, and back again', async ({ page }) => {
  const headers = { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` };
  const whole = await (await page.request.post('/api/v1/organizations', { headers, data: { name: 'Whole Library' } })).json();
  await page.request.post('/api/v1/organizations', { headers, data: { name: 'Branch Library', parent: whole.id } });
  await page.goto(`/organizations/${whole.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Barre');
  await page.getByLabel(/^Why this change/).fill('It moved');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('A draft: only who is signed in sees it.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Referred to by' }).getByRole('link', { name: 'Branch Library' })).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByRole('listitem').first()).toContainText('It movedCity: not stated Barre');
  await history.getByRole('button', { name: 'Put back to version 1' }).click();
  await expect(page.getByText('Put back to version 1.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Barre' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Whole Library is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whole Library' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('Whole Library is deleted.')).toBeVisible();
});

test('an organization that was just made is taken back', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Brief Library');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Brief Library' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await expect(page.getByText(/in all$/)).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Brief Library' })).toHaveCount(0);
});

test('a key that is refused on saving is asked for again, and what was typed stays', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Patient Library');
  await page.evaluate(() => sessionStorage.setItem('throughline.operator', 'gone'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel("Operator's key")).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Patient Library');
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
      for (const path of ['/', '/organizations', '/convenings?q=zzqqxx', convening, organization, `${organization}/edit`, '/organizations/new', '/convenings/new']) {
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
