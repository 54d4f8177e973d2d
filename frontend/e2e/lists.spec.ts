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
