import * as z from 'zod';
import { besideOthers } from '../core/http/members.ts';
import { decimal, filled, id, instant, text } from '../core/http/scalars.ts';

const details = {
  alt: filled(1_000).meta({ description: 'What is to be seen, for those who can’t see it.' }),
  caption: text(2_000).nullable(),
  credit: text(300).nullable().meta({ description: 'Whose picture it is.' }),
  licence: text(300).nullable(),
};

const share = z.number().min(0).max(1);
const focal = {
  focalX: share.nullable().meta({
    description: 'What must stay in the picture when it is cropped: from the left, 0 to 1.',
  }),
  focalY: share.nullable().meta({ description: 'The same from the top.' }),
};

const shareText = decimal.refine((value) => Number(value) >= 0 && Number(value) <= 1, {
  error: 'is not between 0 and 1',
});

/** A picture as it is uploaded: a form with a file. */
export const assetUpload = z
  .strictObject({
    file: z
      .file({ error: 'must be a file' })
      .meta({ description: 'JPEG, PNG, WebP or AVIF; at most 25 MB and 64 million pixels.' }),
    alt: details.alt,
    caption: text(2_000).optional(),
    credit: text(300).optional(),
    licence: text(300).optional(),
    focalX: shareText.optional(),
    focalY: shareText.optional(),
  })
  .refine(
    ({ focalX, focalY }) => (focalX === undefined) === (focalY === undefined),
    besideOthers({ error: 'focalX and focalY go together', path: ['focalX'] }),
  )
  .meta({
    id: 'AssetUpload',
    description:
      'A picture with its alternative text. Its metadata, location included, is not kept.',
  });
export type AssetUpload = z.infer<typeof assetUpload>;

export const assetPatch = z
  .strictObject({ ...details, ...focal })
  .partial()
  .meta({
    id: 'AssetPatch',
    description: 'JSON Merge Patch (RFC 7396) of what is said about a picture.',
    examples: [{ alt: 'The river wall at Marrowford, broken over ten metres.' }],
  });
export type AssetPatch = z.infer<typeof assetPatch>;

/** The name of a picture in addresses: the SHA-256 of what was uploaded. */
export const pictureHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'is not the name of a picture' });

/** The name of a rendition's file: its width and its type. */
export const renditionName = z
  .string()
  .regex(/^[1-9]\d{0,3}\.(?:webp|jpg)$/, { error: 'is not a rendition such as 640.webp' });

/** The types that pictures are served in. */
export const RENDITION_TYPES = { webp: 'image/webp', jpg: 'image/jpeg' } as const;
export type RenditionExtension = keyof typeof RENDITION_TYPES;
export type RenditionType = (typeof RENDITION_TYPES)[RenditionExtension];

/** The Content-Security-Policy of a picture: opened by itself, it runs and loads nothing. */
export const PICTURE_POLICY = "default-src 'none'; sandbox";

const rendition = z
  .strictObject({
    width: z.int().min(1),
    height: z.int().min(1),
    url: z.string().meta({ description: 'Path, relative to the API’s address.' }),
    type: z.enum(['image/webp', 'image/jpeg']),
  })
  .meta({ id: 'Rendition', description: 'A picture in one width and type.' });

const focalPoint = z
  .strictObject({ x: share, y: share })
  .nullable()
  .meta({ description: 'What must stay in the picture when it is cropped, from the top left.' });

/** A picture as documents on the wire show it. */
export const wireImage = z
  .strictObject({
    id,
    alt: z.string(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    licence: z.string().nullable(),
    focalPoint,
    renditions: z.array(rendition).meta({ description: 'Narrowest first.' }),
  })
  .meta({ id: 'Image', description: 'A picture and where to find it.' });
export type WireImage = z.infer<typeof wireImage>;

export const deskAsset = z
  .strictObject({
    id,
    mediaType: z.string().meta({ description: 'What was uploaded.' }),
    bytes: z.int().meta({ description: 'Size of what was uploaded.' }),
    width: z.int(),
    height: z.int(),
    ...details,
    ...focal,
    renditions: z.array(rendition),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'DeskAsset', description: 'A picture at the desk; its renditions need a token.' });
export type DeskAsset = z.infer<typeof deskAsset>;
