import { expect, test } from '@playwright/test';
import { changed, made, published, signedIn, signIn } from './steps';

test('a key that is no longer valid is let go, and what is public is read without it', async ({ page }) => {
  await signedIn(page, 'renewed-meanwhile');
  await page.goto('/organizations');
  await expect(page.getByRole('table', { name: 'Organizations' })).toBeVisible();
  await expect(page.getByText('Your key is no longer valid. You are signed out.')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Your key is no longer valid.')).toHaveCount(0);
});

test('signing in and out leaves the focus somewhere', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page);
  await expect(page.getByText('You are signed in.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeFocused();
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeFocused();
});

test('a deleted record says so, and is brought back from its page', async ({ page }) => {
  await signedIn(page);
  const { id } = await made(page, 'organizations', { name: 'Gone Library', city: 'Barre' });
  await page.goto(`/organizations/${id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Gone Library is deleted.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeFocused();
  await page.goBack();
  await expect(page.getByText('This record was deleted.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Gone Library' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' }).getByText('Deleted', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('Gone Library is back.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Barre' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Gone Library' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This record was deleted.')).toBeVisible();
});

test('who is not signed in reads that a record was deleted', async ({ page }) => {
  const record = await made(page, 'organizations', { ...published, name: 'Public Gone Library' });
  await page.request.delete(`/api/v1/organizations/${record.id}`, {
    headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}`, 'If-Match': record.etag },
  });
  await page.goto(`/organizations/${record.id}`);
  await expect(page.getByText('This record was deleted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
});

test('after a write of one\u2019s own, what stands around the record is new too', async ({ page }) => {
  await signedIn(page);
  const { id } = await made(page, 'organizations', { name: 'Mended Library' });
  await page.goto(`/organizations/${id}`);
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('v1', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: /^City/ }).fill('Stowe');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(history.getByText('v2', { exact: true })).toBeVisible();
  await history.getByRole('button', { name: 'Put back to version 1' }).click();
  await expect(history.getByText('v3', { exact: true })).toBeVisible();
});

test('what stands in the way of a delete is named, and led to', async ({ page }) => {
  await signedIn(page);
  const whole = await made(page, 'organizations', { ...published, name: 'Needed Library' });
  const branch = await made(page, 'organizations', { ...published, name: 'Needing Branch', parent: whole.id });
  await page.goto(`/organizations/${whole.id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  const refused = page.getByRole('alert');
  await expect(refused.getByRole('heading', { name: 'Not deleted' })).toBeVisible();
  await expect(refused.getByRole('link', { name: 'Needing Branch' })).toHaveAttribute('href', `/organizations/${branch.id}`);
});

test('a delete of what was changed meanwhile is refused, and the record read again', async ({ page }) => {
  await signedIn(page);
  const record = await made(page, 'organizations', { name: 'Moving Library' });
  await page.goto(`/organizations/${record.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Moving Library' })).toBeVisible();
  await changed(page, 'organizations', record, { city: 'Rutland' });
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alert').getByRole('heading', { name: 'Not deleted' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Rutland' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Moving Library is deleted.')).toBeVisible();
});

test('who is signed in is shown the JSON of a draft', async ({ page }) => {
  await signedIn(page);
  const { id } = await made(page, 'organizations', { name: 'Draft Library' });
  await page.goto(`/organizations/${id}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'JSON', exact: true }).click();
  await expect((await opened).getByText('"name": "Draft Library"')).toBeVisible();
});

test('putting back what was changed meanwhile is refused, the record read again, and the next try holds', async ({ page }) => {
  await signedIn(page);
  const record = await made(page, 'organizations', { name: 'Turning Library' });
  const second = await changed(page, 'organizations', record, { city: 'Barre' });
  await page.goto(`/organizations/${record.id}`);
  const history = page.getByRole('region', { name: 'History' });
  const back = history.getByRole('button', { name: 'Put back to version 1' });
  await expect(back).toBeVisible();
  await changed(page, 'organizations', second, { city: 'Stowe' });
  await back.click();
  await expect(history.getByRole('alert').getByRole('heading', { name: 'Not put back' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Stowe' })).toBeVisible();
  await expect(history.getByRole('listitem').first()).toContainText('City: Barre Stowe');
  await back.click();
  await expect(page.getByText('Put back to version 1.')).toBeVisible();
  await expect(back).toBeFocused();
});
