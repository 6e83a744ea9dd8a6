import * as z from 'zod';
import { wireArticle } from '../articles/schema.ts';
import { besideOthers } from '../core/http/members.ts';
import { id, instant } from '../core/http/scalars.ts';

/** 30 days: a link that is forgotten must not show drafts for ever. */
export const PREVIEW_HOURS_MAX = 720;
export const PREVIEW_HOURS_DEFAULT = 72;

export const previewInput = z
  .strictObject({
    expiresAt: instant.optional().meta({
      description: `Until when the link works; at most ${PREVIEW_HOURS_MAX} hours ahead.`,
    }),
    hours: z
      .int()
      .min(1)
      .max(PREVIEW_HOURS_MAX)
      .optional()
      .meta({ description: `For how long it works; ${PREVIEW_HOURS_DEFAULT} if not given.` }),
  })
  .refine(
    (body) => body.expiresAt === undefined || body.hours === undefined,
    besideOthers({ error: 'give expiresAt or hours, not both', path: ['hours'] }),
  )
  .meta({
    id: 'PreviewInput',
    description: 'How long a preview link is good for.',
    examples: [{ hours: 24 }],
  });

const previewFields = {
  id,
  article: id,
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  works: z.boolean().meta({ description: 'Whether the link shows the draft now.' }),
};

export const deskPreview = z
  .strictObject(previewFields)
  .meta({ id: 'DeskPreview', description: 'A link that shows a draft, without its secret.' });

export const newPreview = z
  .strictObject({
    ...previewFields,
    url: z.string().meta({ description: 'The link with its secret; in this answer only.' }),
  })
  .meta({ id: 'NewPreview', description: 'A new link that shows a draft.' });

/** A draft as the wire would show it. */
export const previewedArticle = wireArticle
  .extend({
    preview: z
      .strictObject({
        revision: z.int().min(1),
        expiresAt: instant,
        incomplete: z.array(z.string()).meta({
          description:
            'JSON pointers to what is not decided yet: a placeholder stands there, or nothing.',
        }),
      })
      .meta({ id: 'PreviewMark', description: 'Says that this is a draft, and which.' }),
  })
  .meta({ id: 'PreviewedArticle', description: 'A draft in the shape of a published article.' });
