import * as z from 'zod';
import { filled, id, text } from '../core/http/scalars.ts';
import { figureMention, figureRef } from '../figures/schema.ts';
import { correctionMark } from '../quotes/schema.ts';
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

export const COMPARATORS = ['eq', 'approx', 'gt', 'gte', 'lt', 'lte', 'between'] as const;
export const comparator = z.enum(COMPARATORS).meta({
  id: 'Comparator',
  description: 'How the bounds are meant. A side that the words leave open is null.',
});
export type Comparator = z.infer<typeof comparator>;

export const claimStanding = z.enum(['current', 'superseded']).meta({
  id: 'ClaimStanding',
  description: '`superseded` once a later published claim names it in `supersedes`.',
});

const amount = z.number().min(-1e15).max(1e15).nullable();

const linkRole = z
  .enum(['originator', 'relay'])
  .meta({ id: 'AttributionRole', description: 'Who counted, or who passed it on.' });

const linkInput = z
  .strictObject({
    role: linkRole,
    verb: text(100).nullable().optional(),
    source: sourceMention,
  })
  .meta({ id: 'AttributionLinkInput', description: 'One source in a chain of attribution.' });

export const claimInput = z
  .strictObject({
    id: id.optional(),
    figure: figureMention,
    comparator,
    low: amount.optional(),
    high: amount.optional(),
    unit: filled(100).optional().meta({ description: 'The figure’s unit if not given.' }),
    place: text(300).nullable().optional(),
    asOf: edtfInput.nullable().optional(),
    chain: z
      .array(linkInput)
      .max(10)
      .optional()
      .meta({ description: 'Attribution, originator first.' }),
    partOf: z
      .union([id, z.int().min(0).max(999)])
      .nullable()
      .optional()
      .meta({
        description:
          'The claim that this one is a part of: its id, or its place among this document’s claims, from 0.',
      }),
    supersedes: id
      .nullable()
      .optional()
      .meta({ description: 'The earlier claim that this one replaces.' }),
    boundsReason: text(1_000).nullable().optional().meta({
      description:
        'Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”.',
    }),
    anchor: anchorInput,
    status: answeredStatus.optional(),
  })
  .meta({
    id: 'ClaimInput',
    description: 'What one source says a figure is.',
    examples: [
      {
        figure: 'marrowford-flood-evacuees',
        comparator: 'gte',
        low: 1200,
        high: null,
        unit: 'people',
        asOf: '2024-10-09',
        chain: [{ role: 'originator', verb: 'said', source: 'marrowford-fire-service' }],
        anchor: { in: 'body', pieces: [{ exact: 'at least 1,200 people' }] },
      },
    ],
  });
export type ClaimInput = z.infer<typeof claimInput>;

export const claimPatch = claimInput
  .omit({ id: true })
  .partial()
  .extend({ anchor: anchorPatch.optional() })
  .meta({
    id: 'ClaimChange',
    description: 'JSON Merge Patch (RFC 7396) of a claim.',
    examples: [{ low: 1250 }],
  });

const shared = {
  id,
  figure: figureRef,
  comparator,
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  place: z.string().nullable(),
  partOf: id.nullable(),
  supersedes: id.nullable(),
  boundsReason: z.string().nullable(),
};

const link = z
  .strictObject({
    role: linkRole,
    verb: z.string().nullable(),
    source: sourceRef,
  })
  .meta({ id: 'AttributionLink', description: 'One source in a chain of attribution.' });

export const deskClaim = z
  .strictObject({
    ...shared,
    asOf: z.string().nullable(),
    chain: z.array(link),
    anchor: deskAnchor,
    status: anchorStatus,
  })
  .meta({ id: 'DeskClaim', description: 'A claim at the desk.' });

const wireFields = {
  ...shared,
  url: z.string(),
  position: z.int().min(1),
  text: z.string().meta({ description: 'The words, pieces joined by a space.' }),
  asOf: edtfDate.nullable(),
  source: sourceRef.meta({ id: undefined, description: 'The originator, as far as it is known.' }),
  chain: z.array(link),
  turn: id.nullable(),
  anchor,
  standing: claimStanding,
  supersededBy: id.nullable(),
  corrections: z.array(correctionMark),
};

export const wireClaim = z
  .strictObject(wireFields)
  .meta({ id: 'Claim', description: 'What one source says a figure is.' });

export const standaloneClaim = z
  .strictObject({ ...wireFields, article: articleRef })
  .meta({ id: 'StandaloneClaim', description: 'A claim, with the article that it stands in.' });
