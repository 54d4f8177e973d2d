import { expect, test } from '@playwright/test';
import { field, signIn } from './steps';

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
  await expect(page.getByRole('group', { name: /^Sources/ })).toHaveAccessibleDescription(/needs at least one source/);

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
  await expect(page.getByRole('region', { name: 'What was on the table' }).getByRole('heading', { level: 3 })).toHaveText([
    'First',
    'Second',
  ]);
  await expect(page.getByRole('link', { name: 'OCLC' })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/')[2];
  const made = await (
    await page.request.get(`/api/v1/convenings/${id}`, { headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` } })
  ).json();
  expect(made.participants).toMatchObject([{ name: 'Quiet Example', email: 'quiet@example.org', listed: false }]);
});

test('what was typed outlives a reload, and is gone once it is discarded', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Half a Library');
  await page.getByRole('button', { name: 'Add identifier' }).click();
  await page
    .getByRole('group', { name: /^identifier 1/ })
    .getByLabel(/^Value/)
    .fill('030prv062');
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
    headers: {
      Authorization: `Bearer ${process.env.THROUGHLINE_KEY}`,
      'Content-Type': 'application/merge-patch+json',
      'If-Match': made.etag,
    },
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
  const now = await (
    await page.request.get(`/api/v1/organizations/${made.id}`, { headers: { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` } })
  ).json();
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
  const refused = page.getByText('Your key is no longer valid. Sign in again; what you typed is kept.');
  await expect(refused).toBeVisible();
  await signIn(page);
  await expect(refused).toHaveCount(0);
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Name')).toHaveValue('Patient Library');
});
