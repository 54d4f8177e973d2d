import { expect, type Page, type Route, test } from '@playwright/test';
import { field, signIn } from './steps';

/** Tells this run's records from those of another on the same server. */
const stamp = Date.now();
const headers = () => ({ Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` });

async function make(page: Page, data: object) {
  return (await page.request.post('/api/v1/organizations', { headers: headers(), data })).json();
}
const read = async (page: Page, id: string) => (await page.request.get(`/api/v1/organizations/${id}`, { headers: headers() })).json();

async function patch(page: Page, id: string, data: object) {
  const sent = { ...headers(), 'Content-Type': 'application/merge-patch+json', 'If-Match': (await read(page, id)).etag };
  const answer = await page.request.patch(`/api/v1/organizations/${id}`, { headers: sent, data: JSON.stringify(data) });
  expect(answer.ok()).toBe(true);
}

async function named(page: Page, q: string): Promise<{ version: number; city: string | null }[]> {
  const asked = new URLSearchParams({ q, lifecycle: 'draft,published' });
  return (await (await page.request.get(`/api/v1/organizations?${asked}`, { headers: headers() })).json()).items;
}

/** The server does what it is sent, and its first answer is lost on the way. */
async function loseOneAnswer(page: Page, method: string, to = '**/api/v1/organizations**') {
  let lost = false;
  await page.route(to, async (route: Route) => {
    if (lost || route.request().method() !== method) return route.continue();
    lost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}

/** Writes take their time, so that what a hurried hand does meanwhile is seen. */
async function slow(page: Page, method: string) {
  await page.route('**/api/v1/organizations**', async (route: Route) => {
    if (route.request().method() === method) await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const refused = (page: Page) => page.getByRole('group', { name: 'Not saved' });
const headed = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

test('a new record whose answer was lost is made once, and what was typed since goes with it', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await loseOneAnswer(page, 'POST');
  await field(page, 'Name').fill(`Lost ${stamp} Library`);
  await save(page);
  await expect(refused(page)).toContainText('saving again does not save it twice');
  await page.reload();
  await field(page, 'City').fill('Barre');
  await save(page);
  await headed(page, `Lost ${stamp} Library`);
  expect(await named(page, `Lost ${stamp} Library`)).toMatchObject([{ version: 2, city: 'Barre' }]);
  await page.goto('/organizations/new');
  await expect(field(page, 'Name')).toHaveValue('');
});

test('what never arrived and could not have been saved stands in the way of nothing', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  let down = true;
  await page.route('**/api/v1/organizations', (route) => (down ? route.fulfill({ status: 503, body: 'Down' }) : route.continue()));
  await field(page, 'City').fill('Barre');
  await save(page);
  await expect(refused(page)).toContainText('saving again does not save it twice');
  down = false;
  await field(page, 'Name').fill(`Late ${stamp} Library`);
  await save(page);
  await headed(page, `Late ${stamp} Library`);
  expect(await named(page, `Late ${stamp} Library`)).toMatchObject([{ version: 1, city: 'Barre' }]);
});

test('a change whose answer was lost is no change by somebody else', async ({ page }) => {
  const made = await make(page, { name: 'Patched Once Library', lifecycle: 'draft' });
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await loseOneAnswer(page, 'PATCH');
  await field(page, 'City').fill('Barre');
  await save(page);
  await expect(refused(page)).toBeVisible();
  await save(page);
  await headed(page, 'Patched Once Library');
  expect(await read(page, made.id)).toMatchObject({ version: 2, city: 'Barre' });
});

test('saving thrice while the first is under way makes one record, with what was typed meanwhile', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await slow(page, 'POST');
  await field(page, 'Name').fill(`Hurried ${stamp} Library`);
  await field(page, 'Name').evaluate((name) => {
    for (let i = 0; i < 3; i++)
      name.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await field(page, 'City').fill('Barre');
  await headed(page, `Hurried ${stamp} Library`);
  expect(await named(page, `Hurried ${stamp} Library`)).toMatchObject([{ version: 2, city: 'Barre' }]);
});

test('while a form is open, Ctrl+Z undoes no other record and the undo leads nowhere', async ({ page }) => {
  const made = await make(page, { name: 'Standing Library' });
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Barre');
  await save(page);
  await headed(page, 'Standing Library');
  await page.getByRole('link', { name: 'Edit' }).click();
  for (const heading of [page.getByRole('heading', { level: 1 }), page.getByRole('heading', { name: 'What it is' })]) {
    await heading.click();
    await page.keyboard.press('Control+z');
  }
  await field(page, 'Acronym').fill('SL');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await read(page, made.id)).toMatchObject({ version: 2, city: 'Barre' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(field(page, 'Acronym')).toHaveValue('SL');
  expect(await read(page, made.id)).toMatchObject({ version: 3, city: null });
});

test('who has gone on from what was undone is left there', async ({ page }) => {
  await page.goto('/organizations/new');
  await signIn(page);
  await field(page, 'Name').fill('Left Library');
  await save(page);
  await headed(page, 'Left Library');
  await page.getByRole('link', { name: 'Convenings' }).click();
  await headed(page, 'Convenings');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await headed(page, 'Convenings');
});

test('an undo that somebody forestalled says who, and is left', async ({ page }) => {
  const made = await make(page, { name: 'Forestalled Library' });
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Barre');
  await save(page);
  await headed(page, 'Forestalled Library');
  await patch(page, made.id, { city: 'Stowe' });
  await page.getByRole('button', { name: 'Undo' }).click();
  const said = page.getByText(/Not undone\. Forestalled Library was changed since by someone with the operator's key on \w+ \d/);
  await expect(said).toBeVisible();
  await expect(page.getByRole('button', { name: /Undo/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(said).toHaveCount(0);
});

test('of a change to several records, the rest is undone where somebody changed one since', async ({ page }) => {
  const [mine, theirs] = [await make(page, { name: 'Mine Library' }), await make(page, { name: 'Their Library' })];
  const move = (r: { id: string; etag: string }) => ({
    op: 'patch',
    kind: 'organization',
    id: r.id,
    ifMatch: r.etag,
    body: { city: 'Barre' },
  });
  const batch = await page.request.post('/api/v1/batches', { headers: headers(), data: { operations: [mine, theirs].map(move) } });
  expect(batch.ok()).toBe(true);
  await patch(page, theirs.id, { city: 'Stowe' });
  // No page makes a change of several records yet: the one that is saved here is told as if it had been the batch.
  await page.route(`**/api/v1/organizations/${mine.id}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'change-set': batch.headers()['change-set']! } });
  });
  await page.goto(`/organizations/${mine.id}/edit`);
  await signIn(page);
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.keyboard.type('kept');
  await save(page);
  await headed(page, 'Mine Library');
  await patch(page, mine.id, { tags: [] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/Not undone\. Their Library was changed since by/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo the rest' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  expect(await read(page, mine.id)).toMatchObject({ city: null });
  expect(await read(page, theirs.id)).toMatchObject({ city: 'Stowe' });
});

test('an undo whose answer was lost happens once, and is redone', async ({ page }) => {
  const made = await make(page, { name: 'Undone Once Library' });
  await page.goto(`/organizations/${made.id}/edit`);
  await signIn(page);
  await field(page, 'City').fill('Barre');
  await save(page);
  await headed(page, 'Undone Once Library');
  await loseOneAnswer(page, 'POST', '**/undo');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  expect(await read(page, made.id)).toMatchObject({ version: 3, city: null });
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(await read(page, made.id)).toMatchObject({ version: 4, city: 'Barre' });
});
