/** Content codings (RFC 9110 §8.4.1): which of them a client takes, and how bytes are compressed. */
import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  gzipSync,
} from 'node:zlib';

export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes that are compressed already. */
export interface Packed {
  encoding: Encoding;
  bytes: Buffer;
}

/** Under this size compression saves no packet. */
const COMPRESS_MIN_BYTES = 1_024;
const BROTLI_QUALITY = 5;

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

export function isWorthCompressing(bytes: number): boolean {
  return bytes >= COMPRESS_MIN_BYTES;
}

/** By a thread of Node’s. The same bytes come out each time, as a strong entity tag promises. */
export function compress(encoding: Encoding, bytes: Uint8Array): Promise<Buffer<ArrayBuffer>> {
  return encoding === 'gzip'
    ? compressGzip(bytes)
    : compressBrotli(bytes, brotliOptions(bytes.length));
}

/** As `compress`, with all else waiting for it. */
export function compressNow(encoding: Encoding, bytes: Uint8Array): Buffer<ArrayBuffer> {
  return encoding === 'gzip'
    ? gzipSync(bytes)
    : brotliCompressSync(bytes, brotliOptions(bytes.length));
}

function brotliOptions(length: number): BrotliOptions {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: length } };
}

/** @throws when they are not what was compressed */
export function decompress(encoding: Encoding, bytes: Uint8Array): Buffer {
  return encoding === 'gzip' ? gunzipSync(bytes) : brotliDecompressSync(bytes);
}

/** The best encoding that a client accepts, `null` for the bytes as they are (RFC 9110 §12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  if (header !== last.header) last = { header, encoding: readEncoding(header) };
  return last.encoding;
}

/** What was asked last: it is asked several times for an answer, and most clients ask alike. */
let last: { header: string; encoding: Encoding | null } = { header: '', encoding: null };

function readEncoding(header: string): Encoding | null {
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
