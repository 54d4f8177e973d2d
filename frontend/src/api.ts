/** The registry's API: shapes, calls, and the operator's key, which lives as long as the tab. */
import { useSyncExternalStore } from 'react';

export type Kind = 'organizations' | 'convenings';
export type Ref = { id: string; kind: string; title: string; origin?: string };
export type Source = { title: string; url?: string | null; publisher?: string | null; publishedOn?: string | null; retrievedOn?: string | null; note?: string | null };
export type Figure = { measure: string; comparator?: string | null; value: number | string; unit?: string | null; asOf?: string | null; scope?: string | null; source?: Source | null };
export type Claim = Ref & { on?: string | null; note?: string | null; source?: Source | null };

type Common = {
  id: string; kind: string; lifecycle: string; version: number; seq: number; etag: string;
  createdAt: string; updatedAt: string; origin: string; tags: string[]; url?: string | null;
  city?: string | null; state?: string | null; country?: string | null;
  sources: Source[]; figures: Figure[]; followsFrom: Claim[];
};
export type Organization = Common & {
  name: string; alternateNames: string[]; acronym?: string | null; sector?: string | null; parent?: Ref | null;
  description?: string | null; publicEmail?: string | null; phone?: string | null; street?: string | null;
  postalCode?: string | null; county?: string | null; latitude?: number | null; longitude?: number | null;
  locale?: string | null; populationServed?: number | null; foundedYear?: number | null; closedOn?: string | null;
  relationships: { type: string; organization: Ref; role?: string | null; from?: string | null; to?: string | null; note?: string | null }[];
  identifiers: { scheme: string; value: string; status?: string | null }[];
};
export type Convening = Common & {
  title: string; alternateTitles: string[]; summary?: string | null; goal?: string | null;
  startsOn?: string | null; endsOn?: string | null; timeZone?: string | null; format?: string | null; status?: string | null;
  venue?: string | null; placeNote?: string | null; sectors: string[]; hosts: Ref[]; funders: Ref[]; fundedBy: Claim[];
  expectedParticipants?: number | null;
  sessions: { id: string; title: string; theme?: string | null; startsAt?: string | null; endsAt?: string | null; notes?: string | null }[];
  participants: { id: string; name?: string | null; organization?: Ref | null; organizationName?: string | null; sector?: string | null; role?: string | null; listed?: boolean; email?: string | null; note?: string | null }[];
  participantSummary?: { total: number; identified: number; bySector: { value: string; count: number }[] } | null;
};
export type Page<T> = { items: T[]; page: { limit: number; next: string | null; prev: string | null } };
export type Registry = { name: string; seq: number; collections: { kind: string; label: string; count: number; illustrative?: number; href: string }[] };
export type Vocabularies = { items: { name: string; terms: { code: string; label: string; active: boolean }[]; moves?: Record<string, string[]> }[] };

/** A record of whatever kind, by its members. */
export type RecordJson = { id: string; kind: string; version: number; etag: string; lifecycle: string; name?: string; title?: string; [member: string]: unknown };
export type FieldError = { pointer?: string; code: string; detail: string };

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor(readonly status: number, message: string, readonly errors: FieldError[] = [], readonly records: Ref[] = []) {
    super(message);
  }
}

const KEY = 'throughline.operator';
const listeners = new Set<() => void>();
export const key = () => sessionStorage.getItem(KEY);
export const useKey = () => useSyncExternalStore((l) => (listeners.add(l), () => listeners.delete(l)), key);
export function keepKey(value: string | null): void {
  if (value === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, value);
  listeners.forEach((listener) => listener());
}

export type Answer<T> = { body: T; changeSet: string | null };

export async function call<T>(path: string, init: RequestInit & { as?: string } = {}): Promise<Answer<T>> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json');
  const bearer = init.as ?? key();
  if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers });
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Refusal(0, 'The server does not answer. Look whether it runs and whether you are online.');
  }
  const text = await answer.text();
  let body: unknown = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    throw new Refusal(answer.status, `The server answered ${answer.status} with something other than JSON.`);
  }
  if (!answer.ok) {
    const problem = (body ?? {}) as { title?: string; detail?: string; errors?: FieldError[]; records?: Ref[] };
    throw new Refusal(answer.status, problem.detail ?? problem.title ?? `The server answered ${answer.status}.`, problem.errors ?? [], problem.records ?? []);
  }
  return { body: body as T, changeSet: answer.headers.get('Change-Set') };
}

export const read = async <T,>(path: string, signal?: AbortSignal): Promise<T> => (await call<T>(path, { signal })).body;

export const address = (kind: Kind, id: string) => `/api/v1/${kind}/${encodeURIComponent(id)}`;
/** Names this browser in change sets, so that its own changes can be told from others'. */
function session(): string {
  try {
    const known = localStorage.getItem('throughline.session') ?? random();
    localStorage.setItem('throughline.session', known);
    return known;
  } catch {
    return 'unknown';
  }
}
const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

/** A write under a key of its own, so that what is sent twice happens once. */
export function write<T = RecordJson>(method: 'POST' | 'PATCH' | 'DELETE', path: string, sent: { body?: object; etag?: string; reason?: string } = {}) {
  const headers: Record<string, string> = { 'Change-Session': session(), 'Idempotency-Key': random() };
  if (sent.body) headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  if (sent.etag) headers['If-Match'] = sent.etag;
  if (sent.reason) headers['Change-Reason'] = encodeURIComponent(sent.reason);
  return call<T>(path, { method, headers, body: sent.body ? JSON.stringify(sent.body) : null });
}
export const undo = (changeSet: string) =>
  write<unknown>('POST', `/api/v1/change-sets/${encodeURIComponent(changeSet)}/undo`);
