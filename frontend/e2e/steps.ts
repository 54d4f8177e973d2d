/** What the journeys share: addresses of records, fields of the form, and signing in. */
import type { Page } from '@playwright/test';

export async function addressOf(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  const { items } = await answer.json();
  return `${path.split('?')[0]!.replace('/api/v1', '')}/${items[0].id}`;
}

/** A field of the form by its label, which also says whether it is needed. */
export const field = (page: Page, label: string) =>
  page.getByRole('textbox', { name: new RegExp(`^${label}( required| needed to publish)?$`) });

export async function signIn(page: Page) {
  await page.getByLabel("Operator's key").fill(process.env.THROUGHLINE_KEY!);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const headers = () => ({ Authorization: `Bearer ${process.env.THROUGHLINE_KEY}` });

/** A record of the test's own. */
export async function made(page: Page, plural: string, data: object) {
  const answer = await page.request.post(`/api/v1/${plural}`, { headers: headers(), data });
  if (!answer.ok()) throw new Error(await answer.text());
  return answer.json();
}

/** A change by somebody else. */
export async function changed(page: Page, plural: string, record: { id: string; etag: string }, data: object) {
  const answer = await page.request.patch(`/api/v1/${plural}/${record.id}`, {
    headers: { ...headers(), 'Content-Type': 'application/merge-patch+json', 'If-Match': record.etag },
    data: JSON.stringify(data),
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return answer.json();
}

/** The tab has the key from its first page on. */
export const signedIn = (page: Page, key = process.env.THROUGHLINE_KEY!) =>
  page.addInitScript((kept) => {
    if (!sessionStorage.getItem('given')) sessionStorage.setItem('throughline.operator', kept);
    sessionStorage.setItem('given', 'yes');
  }, key);

/** What an organization must say to be published. */
export const published = { lifecycle: 'published', sector: 'other', sources: [{ title: 'A page' }] };
