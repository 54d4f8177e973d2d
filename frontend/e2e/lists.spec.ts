import { expect, test } from '@playwright/test';

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

test('24,641 rows and more are walked by keyboard, and few of them stand in the page', async ({ page }) => {
  const read = async (path: string) => (await page.request.get(path)).json();
  const first = await read('/api/v1/organizations?sort=name&limit=200&count=true&fields=name');
  const second = await read(first.page.next);
  const ids: string[] = [...first.items, ...second.items].map((o: { id: string }) => o.id);
  const row = (at: number) => page.locator(`tbody a[href="/organizations/${ids[at]}"]`);
  expect(first.page.total).toBeGreaterThan(24_641);
  await page.goto('/organizations');
  await expect(page.getByText(`${first.page.total.toLocaleString('en-US')} in all`)).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(first.page.total + 1));
  await row(0).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(1)).toBeFocused();
  for (const reached of [100, 200, 300]) {
    await page.keyboard.press('End');
    await expect(row(reached - 1)).toBeFocused();
    await expect(page.getByText('Reading more…')).toHaveCount(0);
  }
  expect(await page.locator('tbody tr').count()).toBeLessThan(80);
  await page.keyboard.press('Home');
  await expect(row(0)).toBeFocused();
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

test('a search is ranked until an order is asked for, the usual one too', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (r) => {
    if (r.url().includes('/api/v1/organizations?') && !r.url().includes('count='))
      asked.push(new URL(r.url()).searchParams.get('sort') ?? '');
  });
  await page.goto('/organizations?q=library');
  const name = page.getByRole('columnheader', { name: 'Name' });
  await expect(name).toBeVisible();
  await expect(name).not.toHaveAttribute('aria-sort');
  await name.getByRole('button').click();
  await expect(page).toHaveURL(/\?q=library&sort=name$/);
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
  await expect(name.getByRole('button')).toBeFocused();
  await expect.poll(() => asked).toEqual(['', 'name']);
  await page.reload();
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
});

test('what an address says beside what the list knows is left out and named, and a filter may stand twice', async ({ page }) => {
  await page.goto('/organizations?foo=1&utm_source=mail&sort=bogus&state=TX&state=CA&sector.not=museum&url=x');
  await expect(page.getByText('leaves them out: foo, utm_source, url, sort=bogus.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Organizations' })).toBeVisible();
  const chips = page.getByRole('list', { name: 'Filters in force' });
  for (const said of ['State: Texas', 'State: California', 'Sector: not Museum'])
    await expect(chips.getByText(said, { exact: true })).toBeVisible();
  await chips.getByRole('button', { name: 'Remove State: Texas' }).click();
  await expect(page).toHaveURL('/organizations?state=CA&sector.not=museum');
  await expect(page.getByText('leaves them out')).toHaveCount(0);
  await expect(chips.getByRole('button', { name: 'Remove State: California' })).toBeFocused();
  await chips.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('coming back to a long list reads nothing again', async ({ page }) => {
  await page.goto('/organizations');
  await expect(page.getByText(/ in all$/)).toBeVisible();
  await page.locator('tbody th a').first().focus();
  for (const reached of [200, 300, 400]) {
    await page.keyboard.press('End');
    await expect(page.locator(`tbody tr[aria-rowindex="${reached - 100 + 1}"] a`)).toBeFocused();
    await expect(page.getByText('Reading more…')).toHaveCount(0);
  }
  const asked: string[] = [];
  page.on('request', (r) => {
    if (r.url().includes('/api/v1/organizations?')) asked.push(r.url());
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/ in all$/)).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
});

test('a facet that tells its most frequent values alone says so', async ({ page }) => {
  await page.route('**/api/v1/organizations?*count=true*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    await route.fulfill({ response: answer, json: { ...body, page: { ...body.page, facetsCut: ['state'] } } });
  });
  await page.goto('/organizations');
  await expect(page.getByRole('region', { name: 'Filters' }).getByText(/^The \d+ most frequent of more\.$/)).toBeVisible();
});

test('counts that cannot be had are said to be missing', async ({ page }) => {
  await page.route('**/api/v1/organizations?*count=true*', (route) => route.fulfill({ status: 400, json: { title: 'No', errors: [] } }));
  await page.goto('/organizations');
  await expect(page.getByRole('table', { name: 'Organizations' })).toBeVisible();
  await expect(page.getByText('How many there are could not be counted.')).toBeVisible();
});
