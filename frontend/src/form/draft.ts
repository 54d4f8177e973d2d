/** What was typed and not yet saved: kept for the tab, over reloads and refused keys. */
import type { Sent } from '../api/client';
import type { RecordJson } from '../api/shapes';
import type { Values } from './model';

/** What was sent and has no answer yet, with the values that it says. */
export type Unanswered = { sent: Sent; values: Values };
export type Draft = { values: Values; base: RecordJson | null; reason: string; unanswered: Unanswered | null };
const name = (page: string) => `throughline.draft:${page}`;

export function readDraft(page: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(name(page)) ?? 'null');
  } catch {
    return null;
  }
}
export function keepDraft(page: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(name(page), JSON.stringify(draft));
    else sessionStorage.removeItem(name(page));
  } catch {
    // A full store keeps what it has; the form itself still holds what was typed.
  }
}
