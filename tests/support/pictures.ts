/** Pictures made for tests, and forms to send them in. */
import sharp from 'sharp';
import type { Role } from '../../src/core/roles.ts';
import type { Answer, Newsroom } from './newsroom.ts';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif';

/** A picture with a pattern of its own, so that no two are alike. */
export function makePicture(
  format: PictureFormat,
  { width = 800, height = 600, seed = 0 } = {},
): Promise<Buffer> {
  const background = { r: (seed * 53) % 256, g: 120, b: (seed * 97) % 256 };
  const picture = sharp({ create: { width, height, channels: 3, background } });
  return picture.toFormat(format, { quality: 60 }).toBuffer();
}

/** A photograph as a telephone makes it: lying on its side, with the place in its metadata. */
export function makePhotograph(): Promise<Buffer> {
  return sharp({ create: { width: 1000, height: 500, channels: 3, background: '#336699' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Copyright: 'CANARY-COPYRIGHT', Make: 'CANARY-CAMERA' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSLongitudeRef: 'W' },
    })
    .jpeg()
    .toBuffer();
}

export interface Upload {
  file?: Buffer;
  filename?: string;
  type?: string;
  fields?: Record<string, string>;
  as?: Role | null;
  headers?: Record<string, string>;
}

const BOUNDARY = 'xxxxxxxx-onrecord-test';

/** A form as bytes, so that a test can also write broken ones. */
export function formOf({
  file,
  filename = 'a.jpg',
  type = 'image/jpeg',
  fields = {},
}: Upload): Buffer {
  const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  );
  if (file !== undefined) {
    parts.push(
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      file,
      Buffer.from('\r\n'),
    );
  }
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

export function upload(newsroom: Newsroom, given: Upload): Promise<Answer> {
  const fields = { alt: 'A river and a broken wall', ...given.fields };
  return sendForm(newsroom, formOf({ ...given, fields }), given);
}

export async function sendForm(
  newsroom: Newsroom,
  payload: Buffer,
  { as = 'writer', headers = {} }: Pick<Upload, 'as' | 'headers'> = {},
): Promise<Answer> {
  const answer = await newsroom.server.inject({
    method: 'POST',
    url: '/v1/desk/assets',
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${newsroom.tokens[as]}` }),
      'content-type': FORM_TYPE,
      ...headers,
    },
    payload,
  });
  const text = answer.payload;
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: text === '' ? undefined : JSON.parse(text),
    text,
    etag: String(answer.headers.etag ?? ''),
  };
}

/** The bytes behind an address, with a token for the desk's. */
export async function fetchBytes(
  newsroom: Newsroom,
  url: string,
  headers: Record<string, string> = {},
) {
  const token = { authorization: `Bearer ${newsroom.tokens.reader}` };
  const answer = await newsroom.server.inject({
    method: 'GET',
    url,
    headers: { ...(url.startsWith('/v1/desk') ? token : {}), ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}
