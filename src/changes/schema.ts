import * as z from 'zod';
import { wireArticle } from '../articles/schema.ts';
import { id, instant } from '../core/http/scalars.ts';
import { figureItem } from '../figures/schema.ts';
import { sourceItem } from '../sources/schema.ts';

/** No change has this place. */
export const SEQ_MAX = 2_147_483_647;

/** What happened in public, as the change log names it. */
const CHANGE_TYPES = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.withdrawn',
  'article.retracted',
  'article.refreshed',
  'source.updated',
  'source.removed',
  'figure.updated',
  'figure.removed',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

const CHANGE_KINDS = ['article', 'source', 'figure'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const changeType = z.enum(CHANGE_TYPES).meta({
  id: 'ChangeType',
  description:
    '`article.refreshed`: what it refers to changed, such as a source’s name. `removed` and `withdrawn`: the wire answers 404. `retracted`: it answers 410.',
});

const retractionNotice = z
  .strictObject({
    notice: z.string(),
    retractedAt: instant,
    replacedBy: z.string().nullable(),
  })
  .meta({ id: 'RetractionNotice', description: 'Why it was retracted, and what replaces it.' });

export const change = z
  .strictObject({
    seq: z.int().min(1).meta({ description: 'Its place in the log. There are no gaps.' }),
    type: changeType,
    kind: z.enum(CHANGE_KINDS),
    id: id.meta({ description: 'Of the article, the source or the figure.' }),
    articleId: id.nullable(),
    slug: z.string().nullable(),
    edition: z.int().nullable(),
    url: z.string().nullable().meta({ description: 'Its address after the change.' }),
    at: instant,
    data: z
      .union([wireArticle, sourceItem, figureItem, retractionNotice])
      .nullable()
      .meta({ description: 'The public document after the change, whole; null once it is gone.' }),
  })
  .meta({ id: 'Change', description: 'One thing that the public saw change.' });
export type Change = z.infer<typeof change>;
