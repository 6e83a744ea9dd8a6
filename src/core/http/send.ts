import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { acceptedEncoding, type Encoding } from './compression.ts';
import type { HttpContext } from './context.ts';
import { type FinishedAnswer, type Send, sendChecked } from './head.ts';
import { readHttpDate } from './http-date.ts';
import type { WireCounts } from './metrics.ts';
import { type Allowance, rateLimitHeaders } from './rate-limit.ts';
import { compressed, notModifiedFor, type Rendition } from './rendition.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The rate limit's headers for this answer, as name, value, name, value. */
    wireAllowance: string[];
  }
}

/** No limit, no headers. */
const NO_ALLOWANCE: string[] = [];

/** The headers that tell what is left, as name, value, name, value. */
export function allowanceHeaders(
  { rateLimit }: Pick<HttpContext, 'rateLimit'>,
  allowance: Allowance | undefined,
): string[] {
  if (rateLimit === null || allowance === undefined) return NO_ALLOWANCE;
  return rateLimitHeaders(rateLimit.limit, allowance);
}

/**
 * Takes one request from a client's allowance.
 *
 * @returns the headers that tell what is left, as name, value, name, value
 * @throws Problem too-many-requests
 */
export function takeAllowance(context: Pick<HttpContext, 'rateLimit'>, client: string): string[] {
  const allowance = context.rateLimit?.take(client);
  const headers = allowanceHeaders(context, allowance);
  if (allowance === undefined || allowance.allowed) return headers;
  const seconds = String(allowance.resetSeconds);
  throw new Problem(
    'too-many-requests',
    `At most ${context.rateLimit?.limit} requests a minute; try again in ${seconds} s.`,
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
 * add to them.
 */
export async function sendRendition(
  request: FastifyRequest,
  reply: FastifyReply,
  rendition: Rendition,
  extra: string[],
  counts: WireCounts,
): Promise<void> {
  await makeVariant(request.headers, rendition);
  reply.hijack();
  sendNow(request.raw, reply.raw, rendition, extra, counts, sendChecked);
}

/** Whether an answer to these headers takes bytes that were not read. */
export function needsMore(headers: IncomingHttpHeaders, rendition: Rendition): boolean {
  if (rendition.body !== null || findHeld(headers, rendition) !== undefined) return false;
  const encoding = encodingFor(headers, rendition);
  return encoding === null || !(encoding in rendition.made);
}

/** The encoding that an answer to these headers needs and that was not made yet. */
export function missingVariant(
  headers: IncomingHttpHeaders,
  rendition: Rendition,
): Encoding | null {
  const encoding = encodingFor(headers, rendition);
  return encoding === null ||
    encoding in rendition.made ||
    findHeld(headers, rendition) !== undefined
    ? null
    : encoding;
}

/** Makes the variant that an answer to these headers needs, if it was not made yet. */
export async function makeVariant(
  headers: IncomingHttpHeaders,
  rendition: Rendition,
): Promise<void> {
  const missing = missingVariant(headers, rendition);
  if (missing !== null) await compressed(rendition, missing);
}

/** Sends finished bytes; their variant must have been made. */
export function sendNow(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  rendition: Rendition,
  extra: string[],
  counts: WireCounts,
  send: Send,
): void {
  const isHead = method === 'HEAD';
  const held = findHeld(headers, rendition);
  if (held !== undefined) {
    counts.notModified += 1;
    send(response, 304, held, extra, isHead);
    return;
  }
  const encoding = encodingFor(headers, rendition);
  const answer = encoding === null ? rendition : (rendition.made[encoding] ?? rendition);
  send(response, 200, answer, extra, isHead);
}

function encodingFor(headers: IncomingHttpHeaders, { compressible }: Rendition): Encoding | null {
  return compressible ? acceptedEncoding(headers['accept-encoding']) : null;
}

/**
 * The 304 if the copy that the client holds is still good.
 * RFC 9110 §13.2.2: If-None-Match decides; If-Modified-Since only counts without it.
 */
function findHeld(headers: IncomingHttpHeaders, rendition: Rendition): FinishedAnswer | undefined {
  const match = headers['if-none-match'];
  const encodings = headers['accept-encoding'];
  if (match !== undefined) return notModifiedFor(match, encodings, rendition);
  const since = headers['if-modified-since'];
  if (since === undefined) return undefined;
  return rendition.lastModifiedMs <= readHttpDate(since)
    ? notModifiedFor(rendition.etag, undefined, rendition)
    : undefined;
}
