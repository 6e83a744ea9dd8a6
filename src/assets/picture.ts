/** From an uploaded picture to the files that are kept of it. */
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { Problem } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { RENDITION_TYPES, type RenditionExtension, type RenditionType } from './schema.ts';
import { findPolyglot, type PictureType, sniffPicture } from './sniff.ts';

/** More than the best cameras have; each takes four bytes of memory while it is read. */
const PIXELS_MAX = 64_000_000;
const WIDTHS = [320, 640, 1_280, 1_920] as const;
const WIDTH_MAX = 1_920;
/** WebP has no picture higher than 16,383 pixels. */
const HEIGHT_MAX = 7_680;
const QUALITY = 82;
const SECONDS_MAX = 20;
/** So many pictures are worked on at a time; others wait. */
const AT_ONCE_MAX = 2;

// Nothing is read twice, so that a cache would only keep memory.
sharp.cache(false);
// Decoders that nobody needs here are no way in, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

/** One kept file of a picture. */
export interface RenditionFile {
  width: number;
  height: number;
  /** `1280.webp`: its name beside the others. */
  name: string;
  type: RenditionType;
  bytes: Buffer;
}

/** A picture as it was read, upright, and its renditions, narrowest first. */
export interface Picture {
  hash: string;
  type: PictureType;
  bytes: number;
  width: number;
  height: number;
  files: RenditionFile[];
}

/**
 * Reads a picture and draws it anew in each width that it has pixels for, without any of
 * its metadata.
 *
 * @throws Problem media-type-unsupported for what is no JPEG, PNG, WebP or AVIF;
 *   content-unusable for what is broken, too large, or something else as well
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  const type = sniffPicture(bytes);
  if (type === null) {
    throw new Problem(
      'media-type-unsupported',
      'The file is not a picture that is taken: send JPEG, PNG, WebP or AVIF.',
      {
        errors: [
          {
            pointer: '/file',
            code: 'type-unsupported',
            message: 'is neither JPEG, PNG, WebP nor AVIF',
          },
        ],
      },
    );
  }
  const suspicion = findPolyglot(bytes, type);
  if (suspicion !== null) throw unusable(`The picture is refused: ${suspicion}.`);
  return turn(() => draw(bytes, type));
}

const FORMATS: Record<PictureType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
};

async function draw(bytes: Buffer, type: PictureType): Promise<Picture> {
  const { width, height } = await measure(bytes, type);
  const base = await read(() =>
    open(bytes)
      .autoOrient()
      .resize({ width: WIDTH_MAX, height: HEIGHT_MAX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const widths = [...WIDTHS.filter((candidate) => candidate < base.info.width), base.info.width];
  const files: RenditionFile[] = [];
  for (const candidate of widths) files.push(...(await render(base, candidate)));
  return { hash: sha256(bytes), type, bytes: bytes.length, width, height, files };
}

/** Width and height as it is looked at. Nothing but its head is read. */
async function measure(
  bytes: Buffer,
  type: PictureType,
): Promise<{ width: number; height: number }> {
  const { format, compression, autoOrient } = await read(() => open(bytes).metadata());
  if (format !== FORMATS[type] || (format === 'heif' && compression !== 'av1')) {
    throw unusable('The picture is not what its first bytes say.');
  }
  if (autoOrient.width * autoOrient.height > PIXELS_MAX) {
    throw unusable(`The picture has more than ${PIXELS_MAX / 1e6} million pixels.`);
  }
  return { width: autoOrient.width, height: autoOrient.height };
}

function open(bytes: Buffer): Sharp {
  return sharp(bytes, {
    limitInputPixels: PIXELS_MAX,
    failOn: 'error',
    pages: 1,
    sequentialRead: true,
  }).timeout({
    seconds: SECONDS_MAX,
  });
}

/** What the decoder says of a broken picture is no fault of ours. */
async function read<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (cause) {
    const isLarge = /pixel limit/.test(String(cause));
    throw isLarge
      ? unusable(`The picture has more than ${PIXELS_MAX / 1e6} million pixels.`)
      : unusable('The picture can’t be read: it is broken.', cause);
  }
}

type Base = { data: Buffer; info: OutputInfo };

async function render({ data, info }: Base, width: number): Promise<RenditionFile[]> {
  const { channels } = info;
  const raw = { width: info.width, height: info.height, channels };
  const sized = sharp(data, { raw, limitInputPixels: PIXELS_MAX }).resize({ width });
  const encode: Record<RenditionExtension, Sharp> = {
    webp: sized.clone().webp({ quality: QUALITY }),
    jpg: sized
      .clone()
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, progressive: true }),
  };
  const files: RenditionFile[] = [];
  for (const extension of ['webp', 'jpg'] as const) {
    const { data: encoded, info: made } = await encode[extension].toBuffer({
      resolveWithObject: true,
    });
    files.push({
      width: made.width,
      height: made.height,
      name: `${made.width}.${extension}`,
      type: RENDITION_TYPES[extension],
      bytes: encoded,
    });
  }
  return files;
}

function unusable(detail: string, cause?: unknown): Problem {
  return new Problem('content-unusable', detail, {
    cause,
    errors: [{ pointer: '/file', code: 'content-unusable', message: detail }],
  });
}

let running = 0;
const waiting: (() => void)[] = [];

/** Lets few at a time work, so that many uploads don't add up in memory. */
async function turn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await job();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
