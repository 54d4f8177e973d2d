import { expect, type Page, test } from '@playwright/test';
import { field, signIn } from './steps';

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const refused = (page: Page) => page.getByRole('group', { name: 'Not saved' });

test('signing in on a form leads into it', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await expect(field(page, 'Name')).toBeFocused();
});

test('what was typed into a box of references and not chosen is said at the box, and not saved', async ({ page }) => {
  await page.goto('/convenings/new');
  await signIn(page);
  await field(page, 'Title').fill('Unchosen convening');
  const hosts = page.getByRole('combobox', { name: /^Hosts/ });
  await hosts.fill('OCLC');
  const hits = page.getByRole('listbox', { name: 'Hosts' });
  await expect(hits).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(refused(page)).toBeFocused();
  await expect(hits).toBeHidden();
  await refused(page)
    .getByRole('link', { name: /^Hosts: Nothing was chosen for “OCLC”/ })
    .press('Enter');
  await expect(hosts).toBeFocused();
  await expect(hosts).toHaveAccessibleDescription(/Nothing was chosen for “OCLC”. Choose one of the hits, or empty the box/);
  await hosts.fill('');
  await expect(hosts).not.toHaveAttribute('aria-invalid');
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Unchosen convening' })).toBeVisible();
});

test('discarding what was typed clears what was refused, and leads to the first field', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'City').fill('Barre');
  await page.getByLabel(/^Why this change/).fill('It is new');
  await page.reload();
  await expect(page.getByLabel(/^Why this change/)).toHaveValue('It is new');
  await save(page);
  await expect(refused(page)).toBeFocused();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(refused(page)).toHaveCount(0);
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Name')).not.toHaveAttribute('aria-invalid');
  await expect(page.getByLabel(/^Why this change/)).toHaveValue('');
});

test('discarding what crossed a change goes on from that change', async ({ page }) => {
  const headers = { Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` };
  const made = await (await page.request.post('/api/v1/organizations', { headers, data: { name: 'Dropped Library' } })).json();
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Mine');
  await page.reload();
  await expect(field(page, 'City')).toHaveValue('Mine');
  const patch = { ...headers, 'Content-Type': 'application/merge-patch+json', 'If-Match': made.etag };
  await page.request.patch(`/api/v1/organizations/${made.id}`, { headers: patch, data: JSON.stringify({ city: 'Theirs' }) });
  await save(page);
  const crossed = page.getByRole('group', { name: 'Not saved: the record changed meanwhile' });
  await expect(crossed).toBeFocused();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(crossed).toHaveCount(0);
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'City')).toHaveValue('Theirs');
  await field(page, 'City').fill('Mine again');
  await save(page);
  await expect(page.getByRole('definition').filter({ hasText: 'Mine again' })).toBeVisible();
});

test('errors of a list are named at its items, are big enough to hit, and do not stay where an item was', async ({ page }) => {
  await page.goto('/convenings/new');
  await signIn(page);
  await field(page, 'Title').fill('Moving convening');
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Add session' }).click();
  const session = (n: number) => page.getByRole('group', { name: new RegExp(`^session ${n}`) });
  await session(2)
    .getByLabel(/^Title/)
    .fill('Second');
  await save(page);
  const link = refused(page).getByRole('link', { name: /^Sessions 1/ });
  expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  const invalid = page.getByRole('group', { name: /^session/ }).locator('[aria-invalid]');
  await expect(invalid).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove session 1' }).click();
  await expect(session(1)).toHaveAccessibleName('session 1: Second');
  await expect(invalid).toHaveCount(0);
  await expect(link).toHaveCount(0);
});

test('an empty link says to choose a record, and a kind that is not there yet says so', async ({ page }) => {
  await page.goto('/convenings/new');
  await signIn(page);
  await expect(page.getByRole('group', { name: 'Funded by' })).toHaveAccessibleDescription(/Grants are not on record yet/);
  await expect(page.getByRole('group', { name: 'Funded by' }).getByRole('button')).toHaveCount(0);
  await field(page, 'Title').fill('Linkless convening');
  const links = page.getByRole('group', { name: 'Follows from' });
  await links.getByRole('button', { name: 'Add link' }).click();
  await save(page);
  await refused(page)
    .getByRole('link', { name: /Choose a record$/ })
    .click();
  await expect(links.getByRole('combobox')).toBeFocused();
  await expect(links.getByRole('combobox')).toHaveAccessibleDescription(/Choose a record/);
});

test('Enter in a line of a list adds the next one and saves nothing', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Tagged Library');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Tags: tag 2')).toHaveValue('two');
  await expect(page.getByLabel('Tags: tag 3')).toBeFocused();
  await expect(page.getByLabel('Tags: tag 4')).toHaveCount(0);
  await expect(page).toHaveURL(/\/organizations\/new$/);
});

test('a form without the words of its codes says so, and reads them again', async ({ page }) => {
  let down = true;
  await page.route('**/api/v1/vocabularies', (route) => (down ? route.abort() : route.continue()));
  await page.goto('/organizations/new');
  await signIn(page);
  const said = page.getByRole('alert').filter({ hasText: 'The words to choose from could not be read' });
  await expect(said).toBeVisible();
  down = false;
  await said.getByRole('button', { name: 'Try again' }).click();
  await expect(said).toHaveCount(0);
  await page.getByLabel('Sector').selectOption('state-library');
});
