import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Clock } from '../clock.ts';
import { entityTag } from '../hash.ts';

/** What a wire route answers: finished bytes and what caches must know of them. */
export interface WireAnswer {
  body: string | Buffer;
  /** Strong entity tag; made from the body if not given. */
  etag?: string;
  /** Media type; JSON if not given. */
  type?: string;
  lastModified: Date;
  /** The ids of everything in it; a change of any of them drops it from caches. */
  tags: readonly string[];
  headers?: Record<string, string>;
  /** When time alone makes it stale; a change is known by its tags. */
  expiresAt?: Date;
}

/** Finished bytes with their headers, and compressed variants that are made once. */
export interface Rendition {
  readonly body: Buffer;
  /** The media type that the client asks for it by. */
  readonly accept: string;
  readonly etag: string;
  readonly lastModifiedMs: number;
  /** Headers as name, value, name, value. */
  readonly headers: string[];
  /** What a 304 carries (RFC 9110 §15.4.5), by the entity tag of the copy that is still good. */
  readonly notModified: ReadonlyMap<string, string[]>;
  readonly tags: readonly string[];
  readonly expiresAtMs: number;
  /** Compressed variants that are there, and those that are being made. */
  made: Partial<Record<Encoding, Variant>>;
  making: Partial<Record<Encoding, Promise<Variant>>>;
  readonly compressible: boolean;
}

export interface Variant {
  body: Buffer;
  headers: string[];
}

export type Encoding = 'br' | 'gzip';

/** Under this size compression saves no packet. */
const COMPRESS_MIN_BYTES = 1_024;
const BROTLI_QUALITY = 5;
/** Fresh for a little while, then served stale while a proxy asks again. */
export const WIRE_CACHE_CONTROL = 'public, max-age=5, s-maxage=30, stale-while-revalidate=60';
/** Common proxies refuse longer header lines. */
const CACHE_TAG_MAX = 7_500;

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** @param accept the media type that was negotiated */
export function createRendition(
  answer: WireAnswer,
  shared: Record<string, string>,
  accept: string,
): Rendition {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const etag = answer.etag ?? entityTag(body);
  const cacheControl = answer.headers?.['cache-control'] ?? WIRE_CACHE_CONTROL;
  const vary = answer.headers?.vary ?? shared.vary ?? 'Accept-Encoding';
  const type = answer.type ?? 'application/json; charset=utf-8';
  const headers = {
    ...shared,
    'cache-tag': cacheTag(answer.tags),
    'last-modified': answer.lastModified.toUTCString(),
    ...answer.headers,
    'cache-control': cacheControl,
    etag,
    vary,
    'content-type': type,
    'content-length': String(body.length),
  };
  return {
    body,
    accept,
    etag,
    lastModifiedMs: Math.floor(answer.lastModified.getTime() / 1_000) * 1_000,
    headers: Object.entries(headers).flat(),
    notModified: new Map(
      [etag, withSuffix(etag, 'br'), withSuffix(etag, 'gzip')].map((tag) => [
        tag,
        [
          ...['access-control-allow-origin', shared['access-control-allow-origin'] ?? '*'],
          ...['cache-control', cacheControl, 'etag', tag, 'vary', vary],
        ],
      ]),
    ),
    tags: answer.tags,
    expiresAtMs: answer.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
    made: {},
    making: {},
    compressible: body.length >= COMPRESS_MIN_BYTES && !/^(image\/(?!svg)|video\/)/.test(type),
  };
}

/** Few answers grow stale by themselves; the clock is only asked for those. */
export function isExpired({ expiresAtMs }: Rendition, clock: Clock): boolean {
  return expiresAtMs !== Number.POSITIVE_INFINITY && expiresAtMs <= clock().getTime();
}

function cacheTag(tags: readonly string[]): string {
  const joined = [...new Set(tags)].join(',');
  if (joined.length <= CACHE_TAG_MAX) return joined;
  return joined.slice(0, joined.lastIndexOf(',', CACHE_TAG_MAX));
}

/** The rendition compressed; its entity tag differs, as RFC 9110 §8.8.3.3 demands. */
export function compressed(rendition: Rendition, encoding: Encoding): Promise<Variant> {
  rendition.making[encoding] ??= compress(rendition, encoding).then((variant) => {
    rendition.made[encoding] = variant;
    return variant;
  });
  return rendition.making[encoding];
}

async function compress(rendition: Rendition, encoding: Encoding): Promise<Variant> {
  const body =
    encoding === 'gzip'
      ? await compressGzip(rendition.body)
      : await compressBrotli(rendition.body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: rendition.body.length,
          },
        });
  return {
    body,
    headers: replaced(rendition.headers, {
      etag: withSuffix(rendition.etag, encoding),
      'content-length': String(body.length),
    }).concat('content-encoding', encoding),
  };
}

function replaced(headers: readonly string[], changes: Record<string, string>): string[] {
  return headers.map((value, index) =>
    index % 2 === 0 ? value : (changes[headers[index - 1] as string] ?? value),
  );
}

function withSuffix(etag: string, encoding: Encoding): string {
  return `${etag.slice(0, -1)}-${encoding}"`;
}

/** The best encoding that a client accepts, `null` for the bytes as they are (RFC 9110 §12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  let best: Encoding | null = null;
  let bestQuality = 0;
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const encoding = name.trim();
    if (encoding !== 'br' && encoding !== 'gzip') continue;
    const quality = parameters
      .map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(parameter)?.[1])
      .find((value) => value !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > bestQuality || (weight === bestQuality && weight > 0 && encoding === 'br')) {
      best = encoding;
      bestQuality = weight;
    }
  }
  return best;
}

/**
 * The headers of the 304 where If-None-Match names the rendition, in whichever encoding the
 * client holds it: its copy is only freshened by an answer that carries the same entity tag
 * (RFC 9111 §4.3.4). `undefined` when it names another version.
 */
export function matchTags(
  header: string,
  { etag, notModified }: Pick<Rendition, 'etag' | 'notModified'>,
): string[] | undefined {
  const exact = notModified.get(header);
  if (exact !== undefined) return exact;
  if (header.trim() === '*') return notModified.get(etag);
  for (const candidate of header.split(',')) {
    const headers = notModified.get(candidate.trim().replace(/^W\//, ''));
    if (headers !== undefined) return headers;
  }
  return undefined;
}
