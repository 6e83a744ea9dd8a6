/** The client of Onrecord. Needs `fetch` and web streams: Node from 20.19 on, and browsers. */
import type { paths } from './api.ts';
import { readEvents } from './events.ts';
import { OnrecordError, toError } from './problem.ts';
import { limitTo, mayRepeat, pause, waitMs } from './retry.ts';
import type {
  CallOptions,
  DataOf,
  Exact,
  FreePaths,
  ItemOf,
  ListPaths,
  Method,
  Operation,
  PathsOf,
  Schemas,
} from './types.ts';

export type { components, paths } from './api.ts';
export { OnrecordError, type ProblemDocument } from './problem.ts';
export type { Schemas } from './types.ts';
export {
  verifyWebhook,
  WebhookError,
  type WebhookMessage,
  type WebhookOptions,
} from './webhooks.ts';

export interface ClientOptions {
  /** Where the service is, such as https://news.example.org; in pages it may be a path. */
  baseUrl: string;
  /** A token of the desk. The wire needs none, and is never sent one. */
  token?: string | undefined;
  /** How often a request is sent again at most; 4 if not given. */
  retries?: number | undefined;
  /** How long one attempt may take with its answer, in milliseconds; 30,000 if not given. */
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
}

/** An answer: its data, and what a later request needs of it. */
export interface Answer<T> {
  data: T;
  status: number;
  /** The version, for `ifMatch`. */
  etag: string | null;
  headers: Headers;
}

type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  accept?: string;
  ifMatch?: string;
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** A call; its options may be left out where none of them must be given. */
interface Call<M extends Method> {
  <P extends PathsOf<M>, const O extends CallOptions<Operation<P, M>>>(
    path: P,
    options: Exact<O, CallOptions<Operation<P, M>>>,
  ): Promise<Answer<DataOf<Operation<P, M>, O>>>;
  <P extends FreePaths<M>>(path: P): Promise<Answer<DataOf<Operation<P, M>, object>>>;
}

interface List {
  <P extends ListPaths, const O extends CallOptions<Operation<P, 'get'>>>(
    path: P,
    options: Exact<O, CallOptions<Operation<P, 'get'>>>,
  ): AsyncGenerator<ItemOf<Operation<P, 'get'>, O>>;
  <P extends ListPaths & FreePaths<'get'>>(
    path: P,
  ): AsyncGenerator<ItemOf<Operation<P, 'get'>, object>>;
}

export interface ChangesOptions {
  /** The `seq` after which to begin; with what changes from now on if not given. */
  after?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface Client {
  get: Call<'get'>;
  /** Carries an Idempotency-Key, so that it can be sent again without doing twice what it does. */
  post: Call<'post'>;
  patch: Call<'patch'>;
  delete: Call<'delete'>;
  /** Everything in a list, page after page, as it is asked for. */
  list: List;
  /** What changes in public, for ever: connects again where it broke off, nothing missing or twice. */
  changes(options?: ChangesOptions): AsyncGenerator<Schemas['Change']>;
}

const RETRIES = 4;
const TIMEOUT_MS = 30_000;
const DESK = '/v1/desk/';
const EVENT_STREAM = 'text/event-stream';

/** @throws TypeError for a `baseUrl` that no request can be sent to */
export function createClient(options: ClientOptions): Client {
  const { token, timeoutMs = TIMEOUT_MS } = options;
  const base = checkedBase(options.baseUrl);
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));

  /** Sends a request, again if that helps, and reads what is no error within the time for both. */
  async function attempt<T>(
    path: string,
    init: RequestInit,
    read: (response: Response) => Promise<T>,
    retries = options.retries ?? RETRIES,
  ): Promise<T> {
    const { signal } = init;
    const headers = new Headers(init.headers);
    if (token !== undefined && path.startsWith(DESK))
      headers.set('authorization', `Bearer ${token}`);
    const facts = { method: init.method ?? 'GET', hasKey: headers.has('idempotency-key') };
    for (let count = 0; ; count += 1) {
      const limit = limitTo(timeoutMs);
      const signals = signal ? [signal, limit.signal] : [limit.signal];
      let response: Response | null = null;
      let failure: unknown;
      let isFinal = false;
      try {
        response = await send(base + path, { ...init, headers, signal: AbortSignal.any(signals) });
        if (response.ok) return await read(response);
        isFinal = count >= retries || !mayRepeat(facts, response);
        if (isFinal) failure = await toError(response);
        signal?.throwIfAborted();
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        // What answers in the service's place would do so again.
        if (error instanceof OnrecordError) throw error;
        // What broke off while it was read is as lost as what never came.
        failure = response !== null && error instanceof SyntaxError ? cutOff(response) : error;
        response = null;
      } finally {
        limit.clear();
      }
      if (isFinal || count >= retries || !mayRepeat(facts, response)) throw failure;
      await drop(response);
      await pause(waitMs(count, response), signal ?? undefined);
    }
  }

  async function call(method: Method, path: string, given: Loose = {}): Promise<Answer<unknown>> {
    return attempt(target(path, given), request(method, given), async (response) => {
      const { status, headers } = response;
      return { data: await dataOf(response, path), status, etag: headers.get('etag'), headers };
    });
  }

  async function* list(path: string, given: Loose = {}): AsyncGenerator<unknown> {
    // The change log has places in it where other lists have cursors.
    const position = path === '/v1/changes' ? 'after' : 'cursor';
    let query = given.query;
    const asked = new Set<string>();
    for (;;) {
      asked.add(String(query?.[position]));
      const { data, status } = await call('get', path, { ...given, ...(query && { query }) });
      const { items, next } = pageOf(data, status);
      if (next !== null && asked.has(next))
        throw new Error(`${path} never ends: its page ${position}=${next} comes again.`);
      for (const one of items) {
        given.signal?.throwIfAborted();
        yield one;
      }
      if (next === null) return;
      query = { ...given.query, [position]: next };
    }
  }

  /** @throws OnrecordError also where something else answers in the place of the stream */
  async function openStream(last: number | undefined, signal: AbortSignal | undefined) {
    const headers = {
      accept: EVENT_STREAM,
      ...(last === undefined ? {} : { 'last-event-id': String(last) }),
    };
    const init = { headers, ...(signal && { signal }) };
    // For ever: what is passing is waited for, for as long as each answer asks.
    const response = await attempt('/v1/changes/stream', init, async (opened) => opened, Infinity);
    const { body, status } = response;
    if (body !== null && response.headers.get('content-type')?.startsWith(EVENT_STREAM))
      return body;
    await drop(response);
    throw new OnrecordError(status, { detail: 'What answered is no stream of events.' });
  }

  async function* changes({
    after,
    signal,
  }: ChangesOptions = {}): AsyncGenerator<Schemas['Change']> {
    let last = after;
    let leastMs = 0;
    for (let failures = 0; ; failures += 1) {
      try {
        for await (const { id, data, retryMs } of readEvents(await openStream(last, signal))) {
          failures = 0;
          leastMs = retryMs ?? leastMs;
          // The stream begins with its position, before anything happens.
          if (data === '') {
            last ??= Number(id);
            continue;
          }
          const change = toChange(data);
          if (last !== undefined && change.seq <= last) continue;
          signal?.throwIfAborted();
          last = change.seq;
          yield change;
        }
      } catch (error) {
        if (error instanceof OnrecordError && error.status < 500) throw error;
      }
      await pause(leastMs + waitMs(failures, null), signal);
    }
  }

  const by = (method: Method) =>
    ((path: string, given?: Loose) => call(method, path, given)) as never;
  return {
    get: by('get'),
    post: by('post'),
    patch: by('patch'),
    delete: by('delete'),
    list: list as never,
    changes,
  };
}

/** Where the service is, in full and without a slash at its end. @throws TypeError */
function checkedBase(baseUrl: string): string {
  const refuse = (why: string): never => {
    throw new TypeError(`baseUrl ${why}: give it as in https://news.example.org.`);
  };
  const { location } = globalThis as { location?: { origin: string } };
  const page = /^\//.test(baseUrl) ? location?.origin : undefined;
  if (!URL.canParse(baseUrl, page)) refuse('is no URL');
  const { protocol, origin, pathname, username, password, search, hash } = new URL(baseUrl, page);
  if (!/^https?:$/.test(protocol)) refuse(`begins with ${protocol} and not with http: or https:`);
  if (username + password !== '') refuse('has a user in it, to whom `fetch` sends nothing');
  if (search + hash !== '') refuse('has a query or a fragment, behind which no path can stand');
  return (origin + pathname).replace(/\/+$/, '');
}

/** The path with its parameters in, and the query behind it. */
function target(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    // Empty or of dots it would lead to another path than the one that is meant.
    if (/^\.{0,2}$/.test(String(value ?? '')))
      throw new TypeError(`The parameter ${name} of ${path} is missing.`);
    return encodeURIComponent(String(value));
  });
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  );
  return given.length === 0 ? filled : `${filled}?${search}`;
}

function request(method: Method, given: Loose): RequestInit {
  const { body, signal, accept, ifMatch, idempotencyKey } = given;
  const headers = new Headers(given.headers);
  if (accept !== undefined) headers.set('accept', accept);
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const suggest = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  suggest('accept', '*/*');
  if (method === 'post') suggest('idempotency-key', randomKey());
  const init: RequestInit = { method: method.toUpperCase(), headers, ...(signal && { signal }) };
  // Followed, a redirect may make a GET of it, whose answer would pass for that of the write.
  if (method !== 'get') init.redirect = 'manual';
  if (body === undefined) return init;
  if (body instanceof FormData) return { ...init, body };
  const isText = typeof body === 'string';
  const json = method === 'patch' ? 'application/merge-patch+json' : 'application/json';
  suggest('content-type', isText ? 'application/x-ndjson' : json);
  return { ...init, body: isText ? body : JSON.stringify(body) };
}

/** `randomUUID` is for pages that came by https; desks in a house may come by http. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The only paths that answer pages for people, and plain text. */
const PAGES = /^\/($|docs)|\/embed$/;
const PLAIN = /^\/(metrics|robots\.txt)$|\/markdown$/;

/** @throws OnrecordError where something else answers in the service's place */
async function dataOf(response: Response, path: string): Promise<unknown> {
  const { status, headers } = response;
  if (status === 204) return undefined;
  const type = headers.get('content-type') ?? '';
  const isPage = /html/i.test(type);
  if ((isPage && !PAGES.test(path)) || (/^text\/plain/i.test(type) && !PLAIN.test(path))) {
    await drop(response);
    throw notOurs(status, `a ${isPage ? 'web page' : 'text'} (${type})`);
  }
  if (/[/+]json/.test(type)) {
    const data: unknown = await response.json();
    if (Object(data) !== data) throw notOurs(status, 'JSON without members');
    return data;
  }
  return /^text\/|xml|yaml|ndjson/.test(type) ? response.text() : response.blob();
}

/** @throws OnrecordError where it is no page of a list */
function pageOf(data: unknown, status: number): { items: unknown[]; next: string | null } {
  const { data: items, page } = (data ?? {}) as { data?: unknown; page?: { next?: unknown } };
  const next = page?.next;
  if (Array.isArray(items) && (next === null || typeof next === 'string')) return { items, next };
  throw new OnrecordError(status, {
    detail:
      'What answered is no page of a list: see what baseUrl leads to, and whether the path is that of a list.',
  });
}

function notOurs(status: number, what: string): OnrecordError {
  return new OnrecordError(status, {
    detail: `What answered is ${what} and not Onrecord: see what baseUrl leads to, and which proxy or sign-in page is in between.`,
  });
}

function cutOff({ status }: Response): OnrecordError {
  return new OnrecordError(status, { detail: 'The JSON that came is cut off, or is none.' });
}

/** Takes no more of an answer, so that its connection is free. */
async function drop(response: Response | null): Promise<void> {
  // A body that broke off can't be given up any more.
  await response?.body?.cancel().catch(() => undefined);
}

/** @throws OnrecordError where it is none: asked for again, it would be the same */
function toChange(data: string): Schemas['Change'] {
  try {
    const change = JSON.parse(data) as Schemas['Change'];
    if (Number.isInteger(change.seq)) return change;
  } catch {}
  throw new OnrecordError(200, { detail: 'What came is no change.' });
}

/** A path of the API, for functions that pass one on. */
export type Path = keyof paths;
