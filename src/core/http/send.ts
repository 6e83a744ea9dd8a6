import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { acceptedEncoding, type Encoding } from './compression.ts';
import type { HttpContext } from './context.ts';
import { type FinishedAnswer, type Send, sendChecked } from './head.ts';
import { readHttpDate } from './http-date.ts';
import type { WireCounts } from './metrics.ts';
import { changedMeanwhile, matches, preconditionFrom } from './preconditions.ts';
import { type Allowance, rateLimitHeaders } from './rate-limit.ts';
import { compressed, namesTag, notModifiedFor, type Rendition, tagsOf } from './rendition.ts';

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
  if (demandsCopy(request.headers))
    requireCopy(request.headers, tagsOf(rendition), rendition.lastModifiedMs);
  const answer = await finish(rendition, choose(request.headers, rendition));
  reply.hijack();
  sendNow(request.raw, reply.raw, answer, extra, counts, sendChecked);
}

/** Whether a client wants an answer only as long as it is the one that it has a copy of. */
export function demandsCopy(headers: IncomingHttpHeaders): boolean {
  return headers['if-match'] !== undefined || headers['if-unmodified-since'] !== undefined;
}

/**
 * RFC 9110 §13.2.2: If-Match decides; If-Unmodified-Since only counts without it.
 *
 * @param etags of the version that there is, as it is and in each encoding
 * @throws Problem precondition-failed
 */
export function requireCopy(
  headers: IncomingHttpHeaders,
  etags: readonly [string, ...string[]],
  lastModifiedMs: number,
): void {
  const match = headers['if-match'];
  const holds =
    match === undefined
      ? !(lastModifiedMs > readHttpDate(headers['if-unmodified-since'] ?? ''))
      : etags.some((etag) => matches(preconditionFrom(match), etag));
  if (!holds) throw changedMeanwhile(etags[0]);
}

/**
 * What a rendition answers to a request: the answer if it is finished, the encoding that it has
 * to be compressed in first, or `null` where that takes bytes that were not read.
 */
export type Choice = FinishedAnswer | Encoding | null;

export function choose(headers: IncomingHttpHeaders, rendition: Rendition): Choice {
  const held = findHeld(headers, rendition);
  if (held !== undefined) return held;
  const encoding = rendition.compressible ? acceptedEncoding(headers['accept-encoding']) : null;
  const variant = encoding === null ? rendition : rendition.made[encoding];
  if (variant !== undefined && variant.body !== null) return variant;
  return rendition.body === null ? null : encoding;
}

/** Compresses what was not compressed yet. */
export function finish(
  rendition: Rendition,
  choice: Choice,
): FinishedAnswer | Promise<FinishedAnswer> {
  if (choice === null) throw new Error('What is needed of an answer was not read.');
  return typeof choice === 'string' ? compressed(rendition, choice) : choice;
}

export function sendNow(
  { method }: IncomingMessage,
  response: ServerResponse,
  answer: FinishedAnswer,
  extra: string[],
  counts: WireCounts,
  send: Send,
): void {
  if (answer.status === 304) counts.notModified += 1;
  send(response, answer, extra, method === 'HEAD');
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

/** Whether the client's copy of what there are no encodings of is still good; as `findHeld`. */
export function holdsCopy(
  headers: IncomingHttpHeaders,
  etag: string,
  lastModifiedMs: number,
): boolean {
  const match = headers['if-none-match'];
  if (match !== undefined) return namesTag(match, etag);
  return lastModifiedMs <= readHttpDate(headers['if-modified-since'] ?? '');
}
