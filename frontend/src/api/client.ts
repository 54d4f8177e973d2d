/** Calls of the registry's API, and what it refuses. */
import { key } from './key';
import type { FieldError, RecordJson, Ref } from './shapes';

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: FieldError[] = [],
    readonly records: Ref[] = [],
  ) {
    super(message);
  }
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
    throw new Refusal(
      answer.status,
      problem.detail ?? problem.title ?? `The server answered ${answer.status}.`,
      problem.errors ?? [],
      problem.records ?? [],
    );
  }
  return { body: body as T, changeSet: answer.headers.get('Change-Set') };
}

export const read = async <T>(path: string, signal?: AbortSignal): Promise<T> => (await call<T>(path, { signal })).body;

export const address = (plural: string, id: string) => `/api/v1/${plural}/${encodeURIComponent(id)}`;

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
export function write<T = RecordJson>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  sent: { body?: object; etag?: string; reason?: string } = {},
) {
  const headers: Record<string, string> = { 'Change-Session': session(), 'Idempotency-Key': random() };
  if (sent.body) headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  if (sent.etag) headers['If-Match'] = sent.etag;
  if (sent.reason) headers['Change-Reason'] = encodeURIComponent(sent.reason);
  return call<T>(path, { method, headers, body: sent.body ? JSON.stringify(sent.body) : null });
}
export const undo = (changeSet: string) => write<unknown>('POST', `/api/v1/change-sets/${encodeURIComponent(changeSet)}/undo`);
