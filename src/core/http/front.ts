/**
 * What stands in front of the framework: an answer that is in the cache is sent before a
 * request has cost routing, request and reply objects and hooks, which together cost more
 * than the answer (docs/decisions/0010). Everything else goes on to the framework, which
 * gives the same answers (tests/wire/front.test.ts).
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { HttpContext } from './context.ts';
import { isExpired, type Rendition } from './rendition.ts';
import { allowanceHeaders, missingVariant, sendNow } from './send.ts';

export interface FrontOptions {
  context: Pick<HttpContext, 'cache' | 'clock' | 'counts' | 'rateLimit'>;
  /** Whether clients may be named by `X-Forwarded-For`. */
  hasProxies: boolean;
  /** Whether the server is ending; then the framework asks clients to leave. */
  isEnding(): boolean;
}

/** Puts the front before the listener that the server has. */
export function standInFront(server: Server, options: FrontOptions): void {
  const [framework, ...others] = server.listeners('request') as RequestListener[];
  if (framework === undefined || others.length > 0)
    throw new Error('The server is expected to have one listener for requests.');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const rendition = findAnswer(request, options);
    if (rendition === undefined || !sendAnswer(request, response, rendition, options))
      framework(request, response);
  });
}

/** An answer that the framework would find in the cache for this very request. */
function findAnswer(
  { method, url = '', headers }: IncomingMessage,
  { context, hasProxies, isEnding }: FrontOptions,
): Rendition | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || isEnding()) return undefined;
  if (hasProxies && headers['x-forwarded-for'] !== undefined) return undefined;
  const rendition = context.cache.get(url);
  if (rendition === undefined || isExpired(rendition, context.clock)) return undefined;
  const { accept } = headers;
  const isMeant = accept === undefined || accept === '*/*' || accept === rendition.accept;
  return isMeant && missingVariant(headers, rendition) === null ? rendition : undefined;
}

/** @returns false where the client has no request left; the framework says so */
function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  rendition: Rendition,
  { context }: FrontOptions,
): boolean {
  const allowance = context.rateLimit?.take(request.socket.remoteAddress ?? '');
  if (allowance?.allowed === false) return false;
  context.counts.hits += 1;
  const extra = allowanceHeaders(context, allowance);
  sendNow(request, response, rendition, extra, context.counts);
  return true;
}
