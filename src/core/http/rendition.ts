import { validateHeaderValue } from 'node:http';
import type { Clock } from '../clock.ts';
import { entityTag } from '../hash.ts';
import { accepts, compress, ENCODINGS, type Encoding, isWorthCompressing } from './compression.ts';
import { type FinishedAnswer, linesOf } from './head.ts';

/** Compressed bytes, with the strong entity tag of what they were made of. */
export interface PackedAnswer {
  encoding: Encoding;
  bytes: Buffer;
  etag: string;
}

/** What a wire route answers: finished bytes and what caches must know of them. */
export interface WireAnswer {
  body: string | Buffer | PackedAnswer;
  /** Strong entity tag; made from the body if not given. */
  etag?: string;
  /** Media type; JSON if not given. */
  type?: string;
  /** If not given, when anything in public last changed before it was read. */
  lastModified?: Date;
  /**
   * The ids of everything in it; a change of any of them drops it from caches. A list, or
   * distinct ids joined by commas.
   */
  tags: readonly string[] | string;
  headers?: Record<string, string>;
  /** When time alone makes it stale; a change is known by its tags. */
  expiresAt?: Date;
}

/** Where a thing is now that is asked for by a former slug. */
export interface Redirect {
  redirect: string;
}

/**
 * Finished bytes with their headers, and compressed variants that are made once. Where a variant
 * was all that was read, the bytes themselves are `null`.
 */
export interface Rendition extends FinishedAnswer {
  /** The media type that the client asks for it by. */
  readonly accept: string;
  readonly etag: string;
  /** The headers that all variants have, as lines. */
  readonly common: string;
  readonly lastModifiedMs: number;
  /** What a 304 carries beside the entity tag, as lines (RFC 9110 §15.4.5). */
  readonly freshening: string;
  /** The 304s, by the entity tag of the copy that is still good; made when asked for. */
  notModified: Map<string, { answer: FinishedAnswer; encoding: Encoding | null }> | null;
  /** Joined by commas. */
  readonly tags: string;
  readonly expiresAtMs: number;
  /** Compressed variants that are there, and those that are being made. */
  made: Partial<Record<Encoding, Variant>>;
  making: Partial<Record<Encoding, Promise<Variant>>>;
  readonly compressible: boolean;
}

export interface Variant extends FinishedAnswer {
  body: Buffer;
}

/** Fresh for a little while, then served stale while a proxy asks again. */
const WIRE_CACHE_CONTROL = 'public, max-age=5, s-maxage=30, stale-while-revalidate=60';
const SECOND_MS = 1_000;
/** Common proxies refuse longer header lines. */
const CACHE_TAG_MAX = 7_500;

/** Headers that all answers of a route have, unless one has its own. */
export interface SharedHeaders {
  named: Readonly<Record<string, string>>;
  /** The same as lines. */
  lines: string;
  vary: string;
}

export function shareHeaders(named: Record<string, string>, vary: string): SharedHeaders {
  return { named, lines: linesOf(Object.entries(named).flat()), vary };
}

/** What an answer is made from, beside the answer itself. */
export interface Making {
  shared: SharedHeaders;
  /** The media type that was negotiated, and whether it is the one that is answered by default. */
  accept: string;
  isDefault: boolean;
  /** When anything in public last changed, and what time it was, before the answer was read. */
  changedAt: Date;
  readAt: Date;
}

export function createRendition(answer: WireAnswer, making: Making): Rendition {
  const { shared, accept } = making;
  const dates = datesOf(answer.lastModified ?? making.changedAt, making.readAt);
  const { headers: own, type = 'application/json; charset=utf-8' } = answer;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const isPlain = Buffer.isBuffer(body);
  const etag = isPlain ? (answer.etag ?? tagOf(body, making)) : body.etag;
  const tags = typeof answer.tags === 'string' ? answer.tags : [...new Set(answer.tags)].join(',');
  const cacheControl = own?.['cache-control'] ?? WIRE_CACHE_CONTROL;
  const vary = own?.vary ?? shared.vary;
  const freshness = linesOf(['cache-control', cacheControl, 'vary', vary]);
  const common =
    (own === undefined ? shared.lines : withOwnLines(shared, own)) +
    linesOf(['cache-tag', cacheTag(tags), 'last-modified', new Date(dates.toldMs).toUTCString()]) +
    freshness +
    linesOf(['content-type', type]);
  const plain = isPlain ? createVariant(common, etag, body) : NOT_READ;
  return {
    status: 200,
    lines: plain.lines,
    body: plain.body,
    common,
    accept,
    etag,
    lastModifiedMs: dates.lastModifiedMs,
    freshening: linesOf(['access-control-allow-origin', '*']) + freshness,
    notModified: null,
    tags,
    expiresAtMs: Math.min(
      answer.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
      dates.goodUntilMs,
    ),
    made: isPlain
      ? {}
      : { [body.encoding]: createVariant(common, etag, body.bytes, body.encoding) },
    making: {},
    compressible:
      !isPlain || (isWorthCompressing(body.length) && !/^(image\/(?!svg)|video\/)/.test(type)),
  };
}

/**
 * Last-Modified tells whole seconds, and the second of a change may bring another one. What is
 * read before it is over tells an earlier one, so that no If-Modified-Since finds it unchanged,
 * and is made again when it is over (RFC 9110 §8.8.2.2: a date alone is weak).
 */
function datesOf(lastModified: Date, readAt: Date) {
  const lastModifiedMs = Math.floor(lastModified.getTime() / SECOND_MS) * SECOND_MS;
  const overAtMs = lastModifiedMs + SECOND_MS;
  return readAt.getTime() >= overAtMs
    ? { lastModifiedMs, toldMs: lastModifiedMs, goodUntilMs: Number.POSITIVE_INFINITY }
    : { lastModifiedMs, toldMs: lastModifiedMs - SECOND_MS, goodUntilMs: overAtMs };
}

const NOT_READ: FinishedAnswer = { status: 200, lines: '', body: null };

/**
 * The same bytes of another type are another representation, which has a strong entity tag of its
 * own (RFC 9110 §8.8.1).
 */
function tagOf(body: Buffer, { accept, isDefault }: Making): string {
  return entityTag(isDefault ? body : Buffer.concat([Buffer.from(`${accept}\n`), body]));
}

/** In an encoding its entity tag differs, as RFC 9110 §8.8.3.3 demands. */
function createVariant(common: string, etag: string, body: Buffer, encoding?: Encoding): Variant {
  const own =
    encoding === undefined
      ? ['etag', etag]
      : ['etag', withSuffix(etag, encoding), 'content-encoding', encoding];
  return { status: 200, lines: common + linesOf(own), body };
}

/**
 * The shared ones with those that an answer gives itself, beside or in place of them, except what
 * stands behind them anyway.
 *
 * @throws TypeError for what no header can hold; Node isn't asked again
 */
function withOwnLines(shared: SharedHeaders, own: Readonly<Record<string, string>>): string {
  const added: string[] = [];
  let replaces = false;
  for (const name in own) {
    if (name === 'cache-control' || name === 'vary') continue;
    const value = own[name] as string;
    validateHeaderValue(name, value);
    added.push(name, value);
    replaces ||= Object.hasOwn(shared.named, name);
  }
  if (!replaces) return shared.lines + linesOf(added);
  const others = Object.entries(shared.named).filter(([name]) => !Object.hasOwn(own, name));
  return linesOf(others.flat()) + linesOf(added);
}

/** Few answers grow stale by themselves; the clock is only asked for those. */
export function isExpired({ expiresAtMs }: Rendition, clock: Clock): boolean {
  return expiresAtMs !== Number.POSITIVE_INFINITY && expiresAtMs <= clock().getTime();
}

function cacheTag(tags: string): string {
  if (tags.length <= CACHE_TAG_MAX) return tags;
  return tags.slice(0, tags.lastIndexOf(',', CACHE_TAG_MAX));
}

/** The rendition compressed, which the bytes themselves are needed for. */
export function compressed(rendition: Rendition, encoding: Encoding): Promise<Variant> {
  const { body, common, etag, made, making } = rendition;
  if (body === null) throw new Error('There is nothing to compress.');
  making[encoding] ??= compress(encoding, body)
    .then((bytes) => {
      const variant = createVariant(common, etag, bytes, encoding);
      made[encoding] = variant;
      return variant;
    })
    .finally(() => {
      delete making[encoding];
    });
  return making[encoding];
}

/** The entity tags of a version, as it is and in each encoding. */
export function tagsOf({ etag }: Rendition): [string, ...string[]] {
  return [etag, ...ENCODINGS.map((encoding) => withSuffix(etag, encoding))];
}

function withSuffix(etag: string, encoding: Encoding): string {
  return `${etag.slice(0, -1)}-${encoding}"`;
}

/**
 * The 304 where If-None-Match names the rendition. The client's copy is only
 * freshened by an answer that carries the same entity tag (RFC 9111 §4.3.4).
 *
 * @param encodings the request’s Accept-Encoding
 */
export function notModifiedFor(
  header: string,
  encodings: string | undefined,
  rendition: Rendition,
): FinishedAnswer | undefined {
  const { etag, freshening } = rendition;
  const known = rendition.notModified?.get(header);
  if (known !== undefined && accepts(encodings, known.encoding)) return known.answer;
  const held = copyNamed(header, encodings, etag);
  if (held === undefined) return undefined;
  const answer: FinishedAnswer = {
    status: 304,
    lines: freshening + linesOf(['etag', held.tag]),
    body: null,
  };
  rendition.notModified ??= new Map();
  rendition.notModified.set(held.tag, { answer, encoding: held.encoding });
  return answer;
}

/** A copy of a version that a client, or a cache, holds. */
interface Held {
  tag: string;
  encoding: Encoding | null;
}

/**
 * The copy by which If-None-Match names a version, in any encoding that this request accepts: a
 * cache that holds several may name all of them, and gives its client the one that is answered
 * (RFC 9111 §4.3.3).
 */
function copyNamed(header: string, encodings: string | undefined, etag: string): Held | undefined {
  if (header.trim() === '*') return { tag: etag, encoding: null };
  const named = tagsIn(header);
  return [null, ...ENCODINGS]
    .map((encoding) => ({
      tag: encoding === null ? etag : withSuffix(etag, encoding),
      encoding,
    }))
    .find(({ tag, encoding }) => named.includes(tag) && accepts(encodings, encoding));
}

/** Whether If-None-Match names a version that there are no encodings of. */
export function namesTag(header: string, etag: string): boolean {
  return header.trim() === '*' || tagsIn(header).includes(etag);
}

/** The entity tags of a header, as strong ones: If-None-Match compares weakly (RFC 9110 §13.1.2). */
function tagsIn(header: string): string[] {
  return header.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
}
