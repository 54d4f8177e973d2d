/** Calls of the registry's API, and what it refuses. */
import { keepKey, key } from './key';
import type { ChangedSince, FieldError, RecordJson, Ref } from './shapes';

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: FieldError[] = [],
    readonly records: Ref[] = [],
    readonly changedSince: ChangedSince[] = [],
  ) {
    super(message);
  }
  /** Whether what was sent may have happened all the same: no answer came, or one that is not the registry's last word. */
  get unanswered() {
    return this.status < 400 || this.status >= 500;
  }
}

export type Answer<T> = { body: T; changeSet: string | null };

export async function call<T>(path: string, init: RequestInit & { as?: string } = {}): Promise<Answer<T>> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json');
  const bearer = init.as ?? key();
  if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(path, { ...init, headers });
    text = await answer.text();
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Refusal(0, 'The server does not answer. Look whether it runs and whether you are online.');
  }
  let body: unknown = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    throw new Refusal(answer.status, `The server answered ${answer.status} with something other than JSON.`);
  }
  if (!answer.ok) {
    const problem = (body ?? {}) as {
      title?: string;
      detail?: string;
      errors?: FieldError[];
      records?: Ref[];
      changedSince?: ChangedSince[];
    };
    throw new Refusal(
      answer.status,
      problem.detail ?? problem.title ?? `The server answered ${answer.status}.`,
      problem.errors ?? [],
      problem.records ?? [],
      problem.changedSince ?? [],
    );
  }
  return { body: body as T, changeSet: answer.headers.get('Change-Set') };
}

/** A key that the server no longer knows is let go, and what is public read without it. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const used = key();
  try {
    return (await call<T>(path, { signal })).body;
  } catch (failure) {
    if (!used || !(failure instanceof Refusal && failure.status === 401)) throw failure;
    if (key() === used) keepKey(null, true);
    return (await call<T>(path, { signal })).body;
  }
}

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

/** A write as it goes over the wire, under a key of its own: sent again as it is, it happens once. */
export type Sent = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; headers: Record<string, string>; body: string | null };
type Told = { body?: object; etag?: string; reason?: string };

export function prepare(method: Sent['method'], path: string, told: Told = {}): Sent {
  const headers: Record<string, string> = { 'Change-Session': session(), 'Idempotency-Key': random() };
  if (told.body) headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  if (told.etag) headers['If-Match'] = told.etag;
  if (told.reason) headers['Change-Reason'] = encodeURIComponent(told.reason);
  return { method, path, headers, body: told.body ? JSON.stringify(told.body) : null };
}
export const send = <T = RecordJson>({ path, ...sent }: Sent) => call<T>(path, sent);
export const write = <T = RecordJson>(method: Sent['method'], path: string, told?: Told) => send<T>(prepare(method, path, told));
