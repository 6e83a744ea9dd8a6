/** A file that can't be read as what it seems to be, with a message for the editor. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Bytes at the beginning of an input that its encoding and format are told from. */
export const HEAD_BYTES = 64 * 1024;
/** Above this share of control characters it is no text. */
const CONTROL_SHARE = 0.02;

export interface Encoding {
  /** The WHATWG label. */
  label: string;
  /** For the editor, when the bytes were not plainly UTF-8. */
  notice: string | null;
}

/** What is no text, by the bytes that it begins with. */
const BINARY: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'an archive or an office document (zip, docx, odt)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an office document (doc)'],
  ['{\\rtf', 'a rich text file (RTF)'],
  ['\u001f\u008b', 'compressed (gzip)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['GIF8', 'a picture (GIF)'],
];

/**
 * Tells the encoding of an input: by its byte-order mark, as UTF-16 by its zeros, as UTF-8
 * if all of it is, by what it says of itself (XML declaration, `<meta charset>`), else as
 * Windows-1252 (WHATWG Encoding) or a Cyrillic encoding.
 *
 * @param chunks reads the input from its beginning; called up to twice
 * @throws Unreadable when it is no text
 */
export async function detectEncoding(
  head: Uint8Array,
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<Encoding> {
  const start = Buffer.from(head).toString('latin1');
  const binary = BINARY.find(([mark]) => start.startsWith(mark))?.[1];
  if (binary !== undefined)
    throw new Unreadable(`The file is ${binary}: save it as text or HTML and import that.`);
  const label = markOf(head) ?? utf16Of(head);
  const found = label === null ? await byContent(head, chunks) : encoded(label);
  requireText(decodeText(head, found.label));
  return found;
}

/**
 * All bytes as text; with `keepMark`, a byte-order mark stays its first character.
 * Node.js 20 reads Windows-1252 as Latin-1 unless it is decoded as a stream.
 */
export function decodeText(bytes: Uint8Array, label: string, keepMark = false): string {
  const decoder = new TextDecoder(label, { ignoreBOM: keepMark });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function markOf(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/**
 * UTF-16 without a mark: every second byte is the high one of a letter and nearly the same
 * throughout, as the letters of a script stand together, and zero where a space stands.
 */
function utf16Of(head: Uint8Array): string | null {
  const [first, second] = [countBytes(head, 0), countBytes(head, 1)];
  if (isHigh(second) && !isHigh(first)) return 'utf-16le';
  return isHigh(first) && !isHigh(second) ? 'utf-16be' : null;
}

/** How often each value stands at every second byte. */
function countBytes(bytes: Uint8Array, from: 0 | 1): Uint32Array {
  const counts = new Uint32Array(256);
  for (let at = from; at < bytes.length; at += 2) {
    const byte = bytes[at] as number;
    counts[byte] = (counts[byte] as number) + 1;
  }
  return counts;
}

function isHigh(counts: Uint32Array): boolean {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const [most = 0, next = 0] = [...counts].sort((a, b) => b - a);
  return (counts[0] as number) > all * 0.02 && most + next > all * 0.8;
}

async function byContent(
  head: Uint8Array,
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<Encoding> {
  const declared = declaredIn(Buffer.from(head).toString('latin1'));
  if (declared === 'iso-2022-jp') return encoded(declared);
  if (await isUtf8(chunks())) return encoded('utf-8');
  if (declared !== null && declared !== 'utf-8') return encoded(declared);
  const { read, unreadable } = await countUtf8(chunks());
  if (read <= unreadable) return encoded(legacyOf(head));
  return {
    label: 'utf-8',
    notice: `Some characters are not UTF-8 as the rest is and could not be read: ${unreadable}, shown as \uFFFD.`,
  };
}

/**
 * Of bytes that say nothing of themselves. Where most letters lie beyond ASCII they are
 * Cyrillic: its small letters are E0 to FF in Windows-1251 and C0 to DF in KOI8, and a text
 * has more of them than capitals.
 */
function legacyOf(head: Uint8Array): string {
  let ascii = 0;
  let low = 0;
  let high = 0;
  for (const byte of head) {
    if (byte >= 0xe0) high += 1;
    else if (byte >= 0xc0) low += 1;
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) ascii += 1;
  }
  if (low + high <= ascii) return 'windows-1252';
  return high > low ? 'windows-1251' : 'koi8-u';
}

function encoded(label: string): Encoding {
  const notice = label === 'utf-8' ? null : `It is in ${label}; it was converted to UTF-8.`;
  return { label, notice };
}

function declaredIn(start: string): string | null {
  const label =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ??
    (/^\s*</.test(start)
      ? /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1]
      : undefined);
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

async function isUtf8(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Characters beyond ASCII that are well-formed UTF-8, and those that are not. */
async function countUtf8(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ read: number; unreadable: number }> {
  const decoder = new TextDecoder('utf-8');
  let read = 0;
  let unreadable = 0;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    for (const [character] of text.matchAll(/[^\p{ASCII}]/gu)) {
      if (character === '\uFFFD') unreadable += 1;
      else read += 1;
    }
  }
  return { read, unreadable };
}

function requireText(text: string): void {
  // Beyond ASCII they are letters of Windows-1252 that somebody took for UTF-8.
  const controls = text.match(/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/gu)?.length ?? 0;
  if (controls > text.length * CONTROL_SHARE) throw new Unreadable('The file is not text.');
}
