import * as z from 'zod';
import { filled, id, instant, language, text } from '../core/http/scalars.ts';
import { sourceMention, sourceRef } from '../sources/schema.ts';
import {
  anchor,
  anchorInput,
  anchorPatch,
  anchorStatus,
  answeredStatus,
  deskAnchor,
  edtfDate,
  edtfInput,
} from '../text/schema.ts';
import { articleRef } from '../turns/schema.ts';

export const quoteKind = z.enum(['direct', 'mixed', 'indirect']).meta({
  id: 'QuoteKind',
  description: '`direct` is verbatim, `mixed` partly so, `indirect` is reported.',
});

const original = z.strictObject({ language, text: filled(10_000) }).meta({
  id: 'OriginalStatement',
  description: 'What was said, in the language in which it was said.',
});

export const quoteInput = z
  .strictObject({
    id: id.optional(),
    kind: quoteKind,
    speaker: sourceMention.nullable().optional(),
    speakerRole: text(300).nullable().optional(),
    organisation: text(300)
      .nullable()
      .optional()
      .meta({ description: 'For whom the speaker spoke.' }),
    verb: text(100).nullable().optional().meta({ description: 'The reporting verb.' }),
    saidOn: edtfInput.nullable().optional(),
    venue: text(300).nullable().optional(),
    translated: z.boolean().optional(),
    original: original.nullable().optional(),
    anchor: anchorInput,
    status: answeredStatus.optional(),
  })
  .meta({
    id: 'QuoteInput',
    description: 'A statement attributed to a source.',
    examples: [
      {
        kind: 'direct',
        speaker: 'mara-elsing',
        verb: 'said',
        saidOn: '2024-10-09',
        anchor: { in: 'body', pieces: [{ exact: 'The water came over the wall at four' }] },
      },
    ],
  });
export type QuoteInput = z.infer<typeof quoteInput>;

export const quotePatch = quoteInput
  .omit({ id: true })
  .partial()
  .extend({ anchor: anchorPatch.optional() })
  .meta({
    id: 'QuoteChange',
    description: 'JSON Merge Patch (RFC 7396) of a quote.',
    examples: [{ verb: 'said' }],
  });

const shared = {
  id,
  kind: quoteKind,
  speakerRole: z.string().nullable(),
  organisation: z.string().nullable(),
  verb: z.string().nullable(),
  venue: z.string().nullable(),
  translated: z.boolean(),
  original: original.nullable(),
};

export const deskQuote = z
  .strictObject({
    ...shared,
    speaker: sourceRef.nullable(),
    saidOn: z.string().nullable(),
    anchor: deskAnchor,
    status: anchorStatus,
  })
  .meta({ id: 'DeskQuote', description: 'A quote at the desk.' });

/** A correction that names a quote or a claim. */
export const correctionMark = z
  .strictObject({ edition: z.int(), note: z.string().nullable(), publishedAt: instant })
  .meta({
    id: 'CorrectionMark',
    description: 'A correction of this part: which edition, why and when.',
  });

const wireFields = {
  ...shared,
  url: z.string(),
  position: z.int().min(1),
  text: z.string().meta({ description: 'The words, pieces joined by a space.' }),
  speaker: sourceRef,
  anonymous: z.boolean(),
  saidOn: edtfDate.nullable(),
  turn: id.nullable().meta({ description: 'The turn that the words stand in; null in the body.' }),
  anchor,
  status: anchorStatus,
  corrections: z.array(correctionMark),
};

export const wireQuote = z
  .strictObject(wireFields)
  .meta({ id: 'Quote', description: 'A statement attributed to a source.' });

export const standaloneQuote = z
  .strictObject({ ...wireFields, article: articleRef })
  .meta({ id: 'StandaloneQuote', description: 'A quote, with the article that it stands in.' });
