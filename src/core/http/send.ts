import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import type { HttpContext } from './context.ts';
import type { WireCounts } from './metrics.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import {
  acceptedEncoding,
  compressed,
  matchedEtag,
  notModifiedHeaders,
  type Rendition,
} from './rendition.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The rate limit's headers for this answer, as name, value, name, value. */
    wireAllowance: string[];
  }
}

/** No limit, no headers. */
export const NO_ALLOWANCE: string[] = [];

/**
 * Takes one request from a client's allowance.
 *
 * @returns the headers that tell what is left, as name, value, name, value
 * @throws Problem too-many-requests
 */
export function takeAllowance(
  { rateLimit }: Pick<HttpContext, 'rateLimit'>,
  client: string,
): string[] {
  if (rateLimit === null) return NO_ALLOWANCE;
  const allowance = rateLimit.take(client);
  const headers = rateLimitHeaders(rateLimit.limit, allowance);
  if (allowance.allowed) return headers;
  const seconds = String(allowance.resetSeconds);
  throw new Problem(
    'too-many-requests',
    `At most ${rateLimit.limit} requests a minute; try again in ${seconds} s.`,
    { headers: { 'retry-after': seconds, ...toObject(headers) } },
  );
}

export function toObject(pairs: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index < pairs.length; index += 2) {
    headers[pairs[index] as string] = pairs[index + 1] as string;
  }
  return headers;
}

/**
 * Sends finished bytes past Fastify's reply, whose hooks and serialisers have nothing to
 * add to them. The headers go out as one flat list, which Node writes without a look-up
 * for each.
 */
export async function sendRendition(
  request: FastifyRequest,
  reply: FastifyReply,
  rendition: Rendition,
  extra: string[],
  counts: WireCounts,
): Promise<void> {
  const { headers } = request;
  const held = findHeld(headers, rendition);
  if (held !== null) {
    counts.notModified += 1;
    reply.hijack();
    reply.raw.writeHead(304, withExtra(notModifiedHeaders(rendition, held), extra));
    reply.raw.end();
    return;
  }
  const encoding = rendition.compressible ? acceptedEncoding(headers['accept-encoding']) : null;
  const answer = encoding === null ? rendition : await compressed(rendition, encoding);
  reply.hijack();
  reply.raw.writeHead(200, withExtra(answer.headers, extra));
  reply.raw.end(answer.body);
}

function withExtra(headers: string[], extra: string[]): string[] {
  return extra.length === 0 ? headers : headers.concat(extra);
}

/**
 * The entity tag of the copy that the client holds, if it is still good; else `null`.
 * RFC 9110 §13.2.2: If-None-Match decides; If-Modified-Since only counts without it.
 */
function findHeld(headers: FastifyRequest['headers'], rendition: Rendition): string | null {
  const match = headers['if-none-match'];
  if (match !== undefined) return matchedEtag(match, rendition.etag);
  const since = headers['if-modified-since'];
  if (since === undefined) return null;
  const time = Date.parse(since);
  return !Number.isNaN(time) && rendition.lastModifiedMs <= time ? rendition.etag : null;
}
