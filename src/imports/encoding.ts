import { Unreadable } from './item.ts';

export interface DecodedText {
  text: string;
  encoding: string;
  /** Set when the bytes were not UTF-8, or when some could not be read. */
  notice: string | null;
}

/** Bytes looked at to tell an encoding. */
const SAMPLE_BYTES = 4_096;
/** Above this share of control characters it is no text. */
const CONTROL_SHARE = 0.02;

/**
 * Tells the encoding of a file and decodes it: UTF-8, UTF-16 with or without a byte-order
 * mark, else Windows-1252 (WHATWG Encoding). What is no text is refused.
 *
 * @throws Unreadable
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  requireText(text);
  const notice =
    encoding === 'utf-8' ? null : `The file is in ${encoding}; it was converted to UTF-8.`;
  return { text, encoding, notice };
}

/** The WHATWG label of the encoding that bytes seem to be in. */
export function detectEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const half = sample.length / 2;
  if ((zeros[1] ?? 0) > half * 0.4 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.4 && (zeros[1] ?? 0) < half * 0.1) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function requireText(text: string): void {
  const sample = text.slice(0, SAMPLE_BYTES);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  if (controls > sample.length * CONTROL_SHARE) throw new Unreadable('The file is not text.');
}
