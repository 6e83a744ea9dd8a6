import * as z from 'zod';
import { filled, httpUrl, id, idOrSlug, instant, slug, text } from '../core/http/scalars.ts';

const SOURCE_KINDS = ['person', 'organisation', 'document', 'unnamed'] as const;
export const sourceKind = z.enum(SOURCE_KINDS).meta({
  id: 'SourceKind',
  description: 'What a source is; an `unnamed` one has a reason on file at the desk.',
});
export type SourceKind = z.infer<typeof sourceKind>;

const details = {
  aliases: z.array(filled(300)).max(50),
  affiliation: text(300).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is not an ISO 3166-1 alpha-2 country code, such as KR' })
    .nullable(),
  sameAs: z
    .array(httpUrl)
    .max(20)
    .meta({ description: 'The same elsewhere, such as a Wikidata URL.' }),
  reason: text(2_000).nullable().meta({
    description: 'Why an unnamed source is unnamed. Never leaves the desk.',
  }),
};

/** A source as an editor makes it. */
export const sourceInput = z
  .strictObject({
    kind: sourceKind,
    name: filled(300),
    slug: slug.optional(),
    aliases: details.aliases.optional(),
    affiliation: details.affiliation.optional(),
    country: details.country.optional(),
    sameAs: details.sameAs.optional(),
    reason: details.reason.optional(),
  })
  .meta({
    id: 'SourceInput',
    description: 'Who speaks or is cited.',
    examples: [
      {
        kind: 'person',
        name: 'Mara Elsing',
        affiliation: 'Marrowford fire service',
        country: 'GB',
      },
    ],
  });

export const sourcePatch = sourceInput.partial().meta({
  id: 'SourcePatch',
  description: 'JSON Merge Patch (RFC 7396) of a source.',
  examples: [{ name: 'Mara Elsing-Holt' }],
});

/** How an article names a source: by id, by slug, or by kind and name. */
export const sourceMention = z
  .union([
    idOrSlug,
    z
      .strictObject({
        id,
        slug: slug.optional(),
        kind: sourceKind.optional(),
        name: filled(300).optional(),
      })
      .meta({ id: 'KnownSource', description: 'A source by its id, as it was answered.' }),
    sourceInput,
  ])
  .meta({
    id: 'SourceMention',
    description:
      'A source: its id, its slug, or `{kind, name, …}`, which is matched by kind and name or alias, else created.',
  });
export type SourceMention = z.infer<typeof sourceMention>;
export type SourceInput = z.infer<typeof sourceInput>;

/** A source as everything that refers to it shows it. */
export const sourceRef = z
  .strictObject({ id, slug, kind: sourceKind, name: z.string() })
  .meta({ id: 'SourceRef', description: 'A source in short.' });
export type SourceRef = z.infer<typeof sourceRef>;

/** A source at the desk. */
export const deskSource = z
  .strictObject({
    id,
    slug,
    kind: sourceKind,
    name: z.string(),
    ...details,
    mergedInto: id.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'DeskSource', description: 'A source at the desk.' });
export type DeskSource = z.infer<typeof deskSource>;

/** A source on the wire. */
const wireSource = z
  .strictObject({
    id,
    slug,
    url: z.string(),
    kind: sourceKind,
    name: z.string(),
    aliases: z.array(z.string()),
    affiliation: z.string().nullable(),
    country: z.string().nullable(),
    sameAs: z.array(z.string()),
  })
  .meta({ id: 'Source', description: 'Who speaks or is cited in what is published.' });
export type WireSource = z.infer<typeof wireSource>;

export const partCounts = z
  .strictObject({ turns: z.int(), quotes: z.int(), claims: z.int() })
  .meta({ id: 'PartCounts', description: 'How many turns, quotes and claims there are.' });

export const sourceItem = wireSource
  .extend({ counts: partCounts })
  .meta({ id: 'SourceItem', description: 'A source, and how much it said.' });
