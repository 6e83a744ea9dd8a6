/** What is sent: where to, and how a call's options become a request. */
import type { Method } from './types.ts';

/** The options of a call, whatever its path takes. */
export type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  accept?: string;
  ifMatch?: string;
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Where the service is, in full and without a slash at its end. @throws TypeError */
export function checkedBase(baseUrl: string): string {
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
export function target(path: string, { params = {}, query = {} }: Loose): string {
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

export function requestOf(method: Method, given: Loose): RequestInit {
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
