import * as z from 'zod';
import { pageInfo, pageQuery } from '../core/http/pagination.ts';
import { id, idOrSlug, languageFilter, slug, text } from '../core/http/scalars.ts';
import { rangeQuery } from '../core/http/wire-list.ts';
import { figureRef } from '../figures/schema.ts';
import { sourceRef } from '../sources/schema.ts';
import { anchor } from '../text/schema.ts';
import { articleRef } from '../turns/schema.ts';
import { HIT_TYPES } from './index-rows.ts';
import { QUERY_MAX } from './query.ts';

const hitType = z.enum(HIT_TYPES).meta({ id: 'SearchHitType', description: 'What was found.' });

export const searchQuery = z.strictObject({
  q: text(QUERY_MAX).min(1).meta({
    description:
      'Words that all stand in it, whatever their case and accents. `"…"` finds words in that order, `word*` words that begin so, `"some word*"` both; `AND`, `OR`, `NOT` (or `-word`) and parentheses combine them.',
    example: '"river wall" AND (flood* OR water) -festival',
  }),
  type: hitType.optional().meta({ description: 'Only hits of this type.' }),
  section: slug.optional().meta({ description: 'In articles of this section.' }),
  tag: slug.optional().meta({ description: 'In articles with this tag.' }),
  language: languageFilter.optional().meta({ description: 'In articles in this language.' }),
  source: idOrSlug.optional().meta({ description: 'Who speaks or is cited in it.' }),
  speaker: idOrSlug.optional().meta({ description: 'Turns and quotes of this source only.' }),
  figure: idOrSlug
    .optional()
    .meta({ description: 'Claims about this figure, and articles that have some.' }),
  ...rangeQuery,
  ...pageQuery,
});
export type SearchQuery = z.infer<typeof searchQuery>;

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).meta({
  id: 'SearchHighlight',
  description: 'A match, as offsets in Unicode code points into the passage’s text, end exclusive.',
});

export const PASSAGE_FIELDS = [
  'headline',
  'summary',
  'body',
  'turn',
  'quote',
  'original',
  'claim',
  'speaker',
  'source',
  'figure',
] as const;

const passage = z
  .strictObject({
    field: z.enum(PASSAGE_FIELDS).meta({
      description:
        'Which text it is from: `body` and `turn` are plain text, `original` is a quote in its own language, `speaker`, `source` and `figure` are their names.',
    }),
    text: z.string(),
    offset: z.int().min(0).meta({ description: 'Where the passage begins in that text.' }),
    highlights: z.array(span),
  })
  .meta({ id: 'SearchPassage', description: 'A text, or a part of one, with what matches in it.' });

const searchHit = z
  .strictObject({
    type: hitType,
    id: id.meta({ description: 'Of the article, turn, quote or claim.' }),
    url: z.string().meta({ description: 'Path of what was found.' }),
    article: articleRef,
    speaker: sourceRef
      .nullable()
      .meta({ id: undefined, description: 'Who says a turn, a quote or a claim.' }),
    figure: figureRef.nullable().meta({ id: undefined, description: 'What a claim is about.' }),
    passages: z.array(passage),
    anchor: anchor.nullable().meta({
      id: undefined,
      description: 'The place in the article: in its body or in one of its turns.',
    }),
  })
  .meta({ id: 'SearchHit', description: 'Something that was found, and where it stands.' });
export type SearchHit = z.infer<typeof searchHit>;

export const searchPage = z
  .strictObject({
    data: z.array(searchHit),
    page: pageInfo,
    suggestion: z.string().nullable().meta({
      description: 'Where nothing is found: the query with words that do occur instead.',
    }),
  })
  .meta({ id: 'SearchPage', description: 'What was found, the best first.' });
export type SearchPage = z.infer<typeof searchPage>;
