/** What a file is by its bytes, whatever it is called. Pure functions. */

const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** The type of a picture that is taken, or `null` for everything else. */
export function sniffPicture(bytes: Buffer): PictureType | null {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return isAvif(bytes) ? 'image/avif' : null;
}

/** An ISO base media file whose brands name AVIF; HEIC with the same container is not taken. */
function isAvif(bytes: Buffer): boolean {
  if (ascii(bytes, 4, 8) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && ['avif', 'avis'].includes(ascii(bytes, at, at + 4))) return true;
  }
  return false;
}

/** Openings of what browsers and servers run. */
const FOREIGN = /<(?:script|html|iframe|svg[\s>]|!doctype|\?php|body|object|embed)/i;
/** How other files begin that can follow a picture. */
const OPENINGS = ['PK\x03\x04', '%PDF-', 'Rar!\x1a', '7z\xbc\xaf', 'GIF8', '\x7fELF', 'MZ\x90'];
/** The end of a ZIP archive, which is read from its end. */
const ZIP_END = 'PK\x05\x06';
/** Where metadata stands. Further in, pixels would look like markup by chance. */
const HEAD_BYTES = 65_536;
const OPENING_BYTES = 512;
const ZIP_END_BYTES = 66_000;

/**
 * Why a picture is suspected of being a second thing as well, or `null`. What is kept is
 * drawn anew and holds nothing of it; but whoever uploads such a file means no good.
 */
export function findPolyglot(bytes: Buffer, type: PictureType): string | null {
  if (FOREIGN.test(bytes.toString('latin1', 0, HEAD_BYTES))) return 'it holds markup or a script';
  const end = endOf(bytes, type);
  if (end === null) return 'it is cut off';
  const rest = bytes.subarray(end);
  // Cameras append further pictures to a JPEG; the other formats have no such habit.
  if (type !== 'image/jpeg' && rest.some((byte) => byte !== 0)) return 'something follows its end';
  const opening = rest.toString('latin1', 0, OPENING_BYTES);
  const last = rest.toString('latin1', Math.max(0, rest.length - ZIP_END_BYTES));
  const isForeign =
    OPENINGS.some((start) => opening.includes(start)) ||
    FOREIGN.test(opening) ||
    last.includes(ZIP_END);
  return isForeign ? 'another file follows its end' : null;
}

/** Where a picture ends by its own account; `null` when it does not. */
function endOf(bytes: Buffer, type: PictureType): number | null {
  if (type === 'image/png') return endOfPng(bytes);
  if (type === 'image/webp') {
    const size = bytes.readUInt32LE(4) + 8;
    return size > bytes.length ? null : size + (size % 2);
  }
  if (type === 'image/avif') return endOfBoxes(bytes);
  return endOfJpeg(bytes);
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Segments with a length, and after each start of a scan its data (ISO/IEC 10918-1, annex B). */
function endOfJpeg(bytes: Buffer): number | null {
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === END_OF_IMAGE) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === END_OF_IMAGE) return at + 2;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return null;
}

/** Where a scan's data ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

function endOfPng(bytes: Buffer): number | null {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const next = at + 12 + length;
    if (next > bytes.length) return null;
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return next;
    at = next;
  }
  return null;
}

/** The boxes of ISO/IEC 14496-12: a size, a type, and what they hold. */
function endOfBoxes(bytes: Buffer): number | null {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (!/^[\x20-\x7e]{4}$/.test(ascii(bytes, at + 4, at + 8))) return at;
    if (short === 0) return bytes.length;
    if (short === 1 && at + 16 > bytes.length) return null;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < 8 || at + size > bytes.length) return null;
    at += size;
  }
  return at;
}

function ascii(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to);
}
