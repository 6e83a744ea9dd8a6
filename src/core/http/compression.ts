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

/** What is made for each encoding. */
export function forEncodings<T>(make: (encoding: Encoding) => T): Record<Encoding, T> {
  return Object.fromEntries(ENCODINGS.map((name) => [name, make(name)])) as Record<Encoding, T>;
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
export async function compress(
  encoding: Encoding,
  bytes: Uint8Array,
): Promise<Buffer<ArrayBuffer>> {
  return alone(
    encoding === 'gzip'
      ? await compressGzip(bytes)
      : await compressBrotli(bytes, brotliOptions(bytes.length)),
  );
}

/** As `compress`, with all else waiting for it. */
export function compressNow(encoding: Encoding, bytes: Uint8Array): Buffer<ArrayBuffer> {
  return alone(
    encoding === 'gzip' ? gzipSync(bytes) : brotliCompressSync(bytes, brotliOptions(bytes.length)),
  );
}

/** zlib’s bytes lie in a piece of 8 or 16 KB, which would be kept, or sent to a thread, with them. */
function alone(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}

function brotliOptions(length: number): BrotliOptions {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: length } };
}

/** @throws when they are not what was compressed */
export function decompress(encoding: Encoding, bytes: Uint8Array): Buffer {
  return encoding === 'gzip' ? gunzipSync(bytes) : brotliDecompressSync(bytes);
}

/** The encoding that a client likes best, `null` for the bytes as they are (RFC 9110 §12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  return header === undefined ? null : acceptanceOf(header).best;
}

/**
 * Whether a client takes an encoding, or the bytes as they are (`null`). One that says nothing of
 * it is taken at its word: it may not be able to read any.
 */
export function accepts(header: string | undefined, encoding: Encoding | null): boolean {
  return header === undefined ? encoding === null : acceptanceOf(header).takes(encoding);
}

interface Acceptance {
  best: Encoding | null;
  takes(encoding: Encoding | null): boolean;
}

/** What was asked last: it is asked several times for an answer, and most clients ask alike. */
let last = { header: '', acceptance: readAcceptance('') };

function acceptanceOf(header: string): Acceptance {
  if (header !== last.header) last = { header, acceptance: readAcceptance(header) };
  return last.acceptance;
}

function readAcceptance(header: string): Acceptance {
  const weights = readWeights(header);
  const others = weights.get('*');
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? others ?? 0;
  // What isn't named is taken unless all others are refused, and liked least.
  const plain = weights.get('identity') ?? (others === 0 ? 0 : Number.MIN_VALUE);
  let best: Encoding | null = null;
  for (const encoding of ENCODINGS) {
    const weight = weightOf(encoding);
    const toBeat = best === null ? plain : weightOf(best);
    // As much as the bytes as they are is enough: they are longer.
    if (weight > 0 && (best === null ? weight >= toBeat : weight > toBeat)) best = encoding;
  }
  return { best, takes: (encoding) => (encoding === null ? plain : weightOf(encoding)) > 0 };
}

/** By encoding, how much a client likes it. One that is named twice counts as it is liked more. */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const encoding = name.trim().replace(/^x-gzip$/, 'gzip');
    const value = parameters
      .map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(parameter)?.[1])
      .find((found) => found !== undefined);
    const weight = value === undefined ? 1 : Number(value);
    weights.set(encoding, Math.max(weight, weights.get(encoding) ?? 0));
  }
  return weights;
}
