/** The client of Onrecord. Needs `fetch` and web streams: Node from 20.19 on, and browsers. */
import { dataOf, pageOf } from './answers.ts';
import type { paths } from './api.ts';
import { type ChangesOptions, followChanges } from './changes.ts';
import { type Loose, requestOf, target } from './requests.ts';
import { type ClientOptions, createSend } from './sending.ts';
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
export type { ChangesOptions } from './changes.ts';
export { OnrecordError, type ProblemDocument } from './problem.ts';
export type { ClientOptions } from './sending.ts';
export type { Schemas } from './types.ts';
export {
  verifyWebhook,
  WebhookError,
  type WebhookMessage,
  type WebhookOptions,
} from './webhooks.ts';

/** An answer: its data, and what a later request needs of it. */
export interface Answer<T> {
  data: T;
  status: number;
  /** The version, for `ifMatch`. */
  etag: string | null;
  headers: Headers;
}

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

/** @throws TypeError for a `baseUrl` that no request can be sent to */
export function createClient(options: ClientOptions): Client {
  const send = createSend(options);

  async function call(method: Method, path: string, given: Loose = {}): Promise<Answer<unknown>> {
    return send(target(path, given), requestOf(method, given), async (response) => {
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

  const by = (method: Method) =>
    ((path: string, given?: Loose) => call(method, path, given)) as never;
  return {
    get: by('get'),
    post: by('post'),
    patch: by('patch'),
    delete: by('delete'),
    list: list as never,
    changes: (following = {}) => followChanges(send, following),
  };
}

/** A path of the API, for functions that pass one on. */
export type Path = keyof paths;
