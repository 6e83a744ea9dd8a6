import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { registerPartEditions } from '../articles/wire-part-editions.ts';
import { answerPart, refuseMissing } from '../articles/wire-parts.ts';
import { type Condition, listKeptRows } from '../core/database/list.ts';
import type { OfTaggedArticle } from '../core/database/list-conditions.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { HttpContext } from '../core/http/context.ts';
import { type Position, pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { day, dayToNumber, filled, flag, id, idOrSlug, slug } from '../core/http/scalars.ts';
import { fieldsQuery, wireRoute } from '../core/http/wire.ts';
import {
  after,
  answerList,
  NONE,
  optionalId,
  rangeQuery,
  timeRange,
} from '../core/http/wire-list.ts';
import type { Prisma } from '../generated/sqlite/client.ts';
import { lookUpWords } from '../search/list-words.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { findPresentSlug } from '../taxonomy/store.ts';
import { slugify } from '../text/slug.ts';
import { quoteKind, standaloneQuote } from './schema.ts';

const TAG = 'Quotes';

const listQuery = z.strictObject({
  speaker: idOrSlug.optional(),
  organisation: filled(300)
    .optional()
    .meta({ description: 'For whom it was said: a name, whatever its case.' }),
  kind: quoteKind.optional(),
  anonymous: flag
    .optional()
    .meta({ description: '`true` for unnamed speakers only, `false` for named ones.' }),
  q: filled(200).optional().meta({ description: 'Whole words that all stand in it.' }),
  saidFrom: day.optional().meta({ description: 'Said on this day or later, as far as is known.' }),
  saidTo: day.optional().meta({ description: 'Said before this day, as far as is known.' }),
  section: slug.optional(),
  tag: slug.optional(),
  ...rangeQuery,
  fields: fieldsQuery(standaloneQuote),
  ...pageQuery,
});
type QuoteQuery = z.infer<typeof listQuery>;

export function registerQuoteWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/quotes',
    operationId: 'listQuotes',
    tag: TAG,
    summary: 'List quotes',
    description: 'Who said what, newest first.',
    query: listQuery,
    produces: { 'application/json': pageOf(standaloneQuote, 'QuotePage') },
    async handler({ query }) {
      const page = pageRequest('quotes', query);
      const speakerId = await optionalId(client, query.speaker, publishedSources.findId);
      const filter = {
        ...query,
        section: await findPresentSlug(client, 'section', query.section),
        tag: await findPresentSlug(client, 'tag', query.tag),
      };
      const rows =
        speakerId === NONE
          ? []
          : await listQuotes(context, filter, speakerId, page.after, page.limit + 1);
      return answerList({
        path: '/v1/quotes',
        query,
        page,
        rows,
        position: (row) => [row.publishedAt.getTime(), row.id],
        document: (row) => row.document,
        etag: (row) => row.etag,
        ids: (row) => [row.id, row.articleId, row.speakerId],
        tag: 'quotes',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/quotes/:id',
    operationId: 'readQuote',
    tag: TAG,
    summary: 'Read a quote',
    description: 'One quote, with the article that it stands in.',
    params: z.strictObject({ id }),
    query: z.strictObject({ fields: fieldsQuery(standaloneQuote) }),
    produces: { 'application/json': standaloneQuote },
    problems: [410],
    handler: async ({ params, query: { fields }, changedAt }) =>
      answerPart(client, await getQuote(client, params.id), fields, changedAt),
  });

  registerPartEditions(app, context, 'quote');
}

function listQuotes(
  { db, keptRows }: HttpContext,
  query: QuoteQuery,
  speakerId: string | undefined,
  position: Position | null,
  take: number,
) {
  return listKeptRows(db.read, keptRows, 'PublishedQuote', {
    where: {
      AND: [
        conditions(query, speakerId),
        withTag(query.tag),
        after('publishedAt', 'desc', position),
      ],
    },
    lookup: lookUpWords('PublishedQuote', query.q, {
      section: query.section,
      tag: query.tag,
      speaker: speakerId,
    }),
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
  });
}

function conditions(query: QuoteQuery, speakerId: string | undefined): Condition<'PublishedQuote'> {
  return {
    speakerId,
    organisation: query.organisation === undefined ? undefined : slugify(query.organisation),
    kind: query.kind,
    anonymous: query.anonymous === undefined ? undefined : query.anonymous === 'true',
    section: query.section,
    saidTo: query.saidFrom === undefined ? undefined : { gte: dayToNumber(query.saidFrom) },
    saidFrom: query.saidTo === undefined ? undefined : { lt: dayToNumber(query.saidTo) },
    ...timeRange('publishedAt', query.from, query.to),
  };
}

/** Tags belong to articles; a quote has those of the article that it stands in. */
function withTag(tag: string | undefined): Prisma.PublishedQuoteWhereInput & OfTaggedArticle {
  return tag === undefined ? {} : { articleTags: { some: { tag } } };
}

async function getQuote(client: Client, quoteId: string) {
  const columns = ['id', 'articleId', 'speakerId', 'etag'] as const;
  const [row] = await findRows(client, 'PublishedQuote', { id: quoteId }, columns, ['document']);
  if (row === undefined) return refuseMissing(client, 'quote', quoteId);
  return { ...row, ids: [row.id, row.articleId, row.speakerId] };
}
