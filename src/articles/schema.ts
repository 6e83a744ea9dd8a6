import * as z from 'zod';
import { wireImage } from '../assets/schema.ts';
import { claimInput, claimPatch, deskClaim, wireClaim } from '../claims/schema.ts';
import { day, filled, id, instant, language, slug, text } from '../core/http/scalars.ts';
import { deskQuote, quoteInput, quotePatch, wireQuote } from '../quotes/schema.ts';
import { partCounts, sourceRef } from '../sources/schema.ts';
import { termRef } from '../taxonomy/schema.ts';
import {
  deskInterview,
  INTERVIEWS_MAX,
  interviewInput,
  TURNS_MAX,
  turnInput,
  wireInterview,
} from '../turns/schema.ts';
import { articleExample } from './example.ts';

/** The states of an article, in the order in which they usually come. */
export const ARTICLE_STATES = ['draft', 'scheduled', 'live', 'withdrawn', 'retracted'] as const;
export const articleState = z
  .enum(ARTICLE_STATES)
  .meta({ id: 'ArticleState', description: 'Where an article is in the workflow.' });
export type ArticleState = z.infer<typeof articleState>;

export const articleKind = z.enum(['news', 'interview']).meta({
  id: 'ArticleKind',
  description: 'An article with turns is an `interview`, any other is `news`.',
});

const byline = z
  .strictObject({
    name: filled(200),
    role: text(100).nullable().optional(),
    image: id.nullable().optional().meta({ description: 'The id of an asset: a portrait.' }),
  })
  .meta({ id: 'Byline', description: 'Who wrote it.' });

const wireByline = z
  .strictObject({ name: z.string(), role: z.string().nullable(), image: wireImage.nullable() })
  .meta({ id: 'WireByline', description: 'Who wrote it, with a portrait if there is one.' });

const dateline = z
  .strictObject({ place: text(200).nullable().optional(), date: day.nullable().optional() })
  .meta({ id: 'Dateline', description: 'Where and when it was written.' });

/** UTF-16 units of a body: thirty times a long article; rendering it must not hold others up. */
export const BODY_MAX = 200_000;
/** Quotes of an article at most, and as many claims. */
export const PARTS_MAX = 1_000;

const inputFields = {
  slug: slug.optional().meta({ description: 'Made from the headline if not given.' }),
  headline: text(500).optional(),
  summary: text(5_000).optional(),
  body: text(BODY_MAX).optional().meta({ description: 'CommonMark.' }),
  language: language.or(z.literal('')).optional(),
  section: slug.or(z.literal('')).optional(),
  tags: z.array(slug).max(100).optional(),
  bylines: z.array(byline).max(50).optional(),
  dateline: dateline.nullable().optional(),
  image: id.nullable().optional().meta({ description: 'The id of an asset.' }),
  interviews: z.array(interviewInput).max(INTERVIEWS_MAX).optional(),
  quotes: z.array(quoteInput).max(PARTS_MAX).optional(),
  claims: z.array(claimInput).max(PARTS_MAX).optional(),
  note: text(2_000)
    .nullable()
    .optional()
    .meta({ description: 'What this revision is about. Kept with it; not part of the article.' }),
};

/** An article as an editor posts it. A draft may be incomplete; the gate says what is missing. */
export const articleInput = z.strictObject({ ...inputFields, headline: filled(500) }).meta({
  id: 'ArticleInput',
  description: 'A whole article with its turns, quotes and claims.',
  examples: [articleExample],
});
export type ArticleInput = z.infer<typeof articleInput>;

const PART = 'A part in a patch: changed if it has an id, else new.';

const interviewPatch = interviewInput
  .extend({
    turns: z
      .array(turnInput.partial().meta({ id: 'ArticleTurnPatch', description: PART }))
      .max(TURNS_MAX)
      .optional(),
  })
  .meta({ id: 'ArticleInterviewPatch', description: PART });

/** A JSON Merge Patch (RFC 7396): `null` takes a value away, a list replaces the list. */
export const articlePatch = z
  .strictObject({
    ...inputFields,
    summary: inputFields.summary.nullable(),
    body: inputFields.body.nullable(),
    language: inputFields.language.nullable(),
    section: inputFields.section.nullable(),
    tags: inputFields.tags.nullable(),
    bylines: inputFields.bylines.nullable(),
    interviews: z.array(interviewPatch).max(INTERVIEWS_MAX).nullable().optional(),
    quotes: z
      .array(
        quotePatch
          .extend({ id: id.optional() })
          .meta({ id: 'ArticleQuotePatch', description: PART }),
      )
      .max(PARTS_MAX)
      .nullable()
      .optional(),
    claims: z
      .array(
        claimPatch
          .extend({ id: id.optional() })
          .meta({ id: 'ArticleClaimPatch', description: PART }),
      )
      .max(PARTS_MAX)
      .nullable()
      .optional(),
  })
  .meta({
    id: 'ArticlePatch',
    description:
      'JSON Merge Patch (RFC 7396) of an article. Parts keep their id; one without an id is new, one left out is gone.',
    examples: [{ headline: 'Marrowford’s river wall gives way at four' }],
  });
export type ArticlePatch = z.infer<typeof articlePatch>;

export const deskFields = {
  headline: z.string(),
  summary: z.string(),
  body: z.string(),
  language: z.string(),
  section: z.string(),
  tags: z.array(z.string()),
  bylines: z.array(byline),
  dateline: dateline.nullable(),
  image: id.nullable(),
  interviews: z.array(deskInterview),
  quotes: z.array(deskQuote),
  claims: z.array(deskClaim),
};

const scheduleFailure = z
  .strictObject({
    publishAt: instant,
    failedAt: instant,
    revision: z.int().min(1),
    reason: z.string(),
    problems: z.array(
      z
        .strictObject({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          pointer: z.string(),
          message: z.string(),
          suggestion: z.unknown().optional(),
        })
        .meta({ id: 'ScheduleProblem', description: 'What the check found when the time came.' }),
    ),
  })
  .meta({
    id: 'ScheduleFailure',
    description:
      'Why the last schedule did not publish. It goes with the next schedule or edition.',
  });

const deskMeta = {
  id,
  slug,
  state: articleState,
  revision: z.int().min(1).meta({ description: 'Number of the newest revision.' }),
  liveRevision: z
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'The revision that the wire shows.' }),
  publishAt: instant.nullable().meta({ description: 'When the scheduled revision is published.' }),
  scheduledRevision: z
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'The revision that is scheduled; later ones do not go out with it.' }),
  scheduleFailure: scheduleFailure.nullable(),
  embargoUntil: instant
    .nullable()
    .meta({ description: 'Nothing can be published before, unless the embargo is lifted.' }),
  createdAt: instant,
  updatedAt: instant,
};

/** An article at the desk. */
export const deskArticle = z.strictObject({ ...deskMeta, ...deskFields }).meta({
  id: 'DeskArticle',
  description:
    'An article at the desk: what was posted, with ids, and where it is in the workflow.',
});
export type DeskArticle = z.infer<typeof deskArticle>;

export const deskArticleSummary = z
  .strictObject({ ...deskMeta, headline: z.string(), section: z.string(), language: z.string() })
  .meta({ id: 'DeskArticleSummary', description: 'An article in the desk’s list.' });

/** A correction or retraction that readers are told about. */
export const correction = z
  .strictObject({
    edition: z.int().min(1),
    kind: z.enum(['correction', 'retraction']),
    note: z.string().nullable(),
    about: z.array(id).meta({ description: 'The quotes and claims that it is about.' }),
    publishedAt: instant,
  })
  .meta({ id: 'Correction', description: 'What was wrong in an earlier edition.' });

const wireHead = {
  id,
  slug,
  url: z.string().meta({ description: 'Path of this article, relative to the API’s address.' }),
  kind: articleKind,
  headline: z.string(),
  summary: z.string(),
};

const wireDates = {
  publishedAt: instant,
  firstPublishedAt: instant,
  updatedAt: instant,
  edition: z.int().min(1),
};

/** A whole article on the wire. */
export const wireArticle = z
  .strictObject({
    ...wireHead,
    body: z.string().meta({ description: 'CommonMark.' }),
    bodyHtml: z.string(),
    bodyText: z.string().meta({ description: 'Plain text; what anchors in the body point into.' }),
    language: z.string(),
    section: termRef,
    tags: z.array(termRef),
    bylines: z.array(wireByline),
    dateline: dateline.nullable(),
    image: wireImage.nullable(),
    interviews: z.array(wireInterview),
    quotes: z.array(wireQuote),
    claims: z.array(wireClaim),
    sources: z.array(sourceRef),
    corrections: z.array(correction),
    ...wireDates,
  })
  .meta({ id: 'Article', description: 'A published article with everything in it.' });
export type WireArticle = z.infer<typeof wireArticle>;

export const articleSummary = z
  .strictObject({
    ...wireHead,
    section: termRef,
    tags: z.array(termRef),
    bylines: z.array(wireByline),
    image: wireImage.nullable(),
    language: z.string(),
    ...wireDates,
    counts: partCounts,
  })
  .meta({ id: 'ArticleSummary', description: 'A published article in a list.' });
export type ArticleSummary = z.infer<typeof articleSummary>;
