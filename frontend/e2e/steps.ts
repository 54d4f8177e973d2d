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
