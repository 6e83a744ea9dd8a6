import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { standaloneClaim } from '../claims/schema.ts';
import { listRows } from '../core/database/list.ts';
import { type Finished, findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { type Position, pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, idOrSlug, languageFilter, slug } from '../core/http/scalars.ts';
import { fieldsQuery, pickFields, wireRoute } from '../core/http/wire.ts';
import { answerList, rangeQuery } from '../core/http/wire-list.ts';
import { publishedFigures } from '../figures/wire-store.ts';
import { FORMAT_SCHEMAS, FORMATS_BY_TYPE } from '../formats/render.ts';
import { createFormatWriter } from '../formats/writer.ts';
import { standaloneQuote } from '../quotes/schema.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { findPresentSlug } from '../taxonomy/store.ts';
import { capitalise } from '../text/capitalise.ts';
import { standaloneTurn } from '../turns/schema.ts';
import { articleKind, articleSummary, wireArticle } from './schema.ts';
import { registerCorrections } from './wire-corrections.ts';
import { registerEditions } from './wire-editions.ts';
import { findPublishedOr } from './wire-find.ts';
import { answerFormat, registerArticleFormats } from './wire-formats.ts';
import {
  ARTICLE_ORDERS,
  type ArticleOrder,
  findDocument,
  findDocumentIn,
  findPublished,
  listPublished,
} from './wire-store.ts';

const TAG = 'Articles';
const params = z.strictObject({ slug: idOrSlug });
const q = filled(200)
  .optional()
  .meta({ description: 'Whole words that all stand in it, whatever their case and accents.' });

const listQuery = z.strictObject({
  section: slug.optional(),
  tag: slug.optional(),
  language: languageFilter.optional(),
  source: idOrSlug.optional().meta({ description: 'Who speaks or is cited in it.' }),
  figure: idOrSlug.optional().meta({ description: 'A figure that it has claims about.' }),
  kind: articleKind.optional(),
  ...rangeQuery,
  useDate: z.enum(['published', 'firstPublished', 'updated']).optional().meta({
    description: 'Which date `from` and `to` are about; `published` if not given.',
  }),
  q,
  order: z.enum(Object.keys(ARTICLE_ORDERS) as [ArticleOrder, ...ArticleOrder[]]).optional(),
  fields: fieldsQuery(articleSummary),
  ...pageQuery,
});

export function registerArticleWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  const formats = createFormatWriter();
  app.addHook('onClose', () => formats.close());
  wireRoute(app, context, {
    url: '/v1/articles',
    operationId: 'listArticles',
    tag: TAG,
    summary: 'List published articles',
    description: 'Summaries, newest first unless ordered otherwise.',
    query: listQuery,
    produces: { 'application/json': pageOf(articleSummary, 'ArticlePage') },
    async handler({ query }) {
      const page = pageRequest('articles', query);
      const order = query.order ?? 'newest';
      const source =
        query.source === undefined
          ? undefined
          : await publishedSources.findId(client, query.source);
      const figure =
        query.figure === undefined
          ? undefined
          : await publishedFigures.findId(client, query.figure);
      const filter = {
        ...query,
        section: await findPresentSlug(client, 'section', query.section),
        tag: await findPresentSlug(client, 'tag', query.tag),
        source: source ?? undefined,
        figure: figure ?? undefined,
      };
      const rows =
        source === null || figure === null
          ? []
          : await listPublished(client, filter, order, page.after, page.limit + 1);
      const [column] = ARTICLE_ORDERS[order];
      return answerList({
        path: '/v1/articles',
        query,
        page,
        rows,
        position: (row) => [row[column].getTime(), row.id],
        document: (row) => row.summary,
        ids: (row) => [row.id],
        tag: 'articles',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/articles/:slug',
    operationId: 'readArticle',
    tag: TAG,
    summary: 'Read a published article',
    description:
      'The whole article: body, interviews with their turns, quotes, claims, sources and corrections. `Accept` asks for JSON-LD, ninjs or Markdown instead.',
    params,
    query: z.strictObject({ fields: fieldsQuery(wireArticle) }),
    produces: { 'application/json': wireArticle, ...FORMAT_SCHEMAS },
    problems: [410],
    redirects: true,
    async handler({ params: { slug: name }, query: { fields }, accept, encoding }) {
      const format = FORMATS_BY_TYPE[accept];
      if (format !== undefined && fields !== undefined) throw fieldsOfFormat(accept);
      const path = (present: string) => `/v1/articles/${present}`;
      if (format === undefined && fields === undefined) {
        const row = await findPublishedOr(client, name, path, findDocumentIn(encoding));
        if ('redirect' in row) return row;
        const { document, etag, lastModified, cacheTags } = row;
        return { body: document, etag, lastModified, tags: cacheTags };
      }
      const row = await findPublishedOr(client, name, path, findDocument);
      if ('redirect' in row) return row;
      if (format !== undefined) return answerFormat(context, formats, row, format);
      const { document, lastModified, cacheTags } = row;
      return { body: pickFields(document, fields), lastModified, tags: cacheTags };
    },
  });

  registerArticleFormats(app, context, formats);
  registerParts(app, context);
  registerEditions(app, context);
  registerCorrections(app, context);
}

function fieldsOfFormat(type: string): Problem {
  return new Problem('request-invalid', `Only JSON has fields to choose from; ${type} has none.`, {
    errors: [{ parameter: 'fields', code: 'unknown-parameter', message: `is not for ${type}` }],
  });
}

const PARTS = {
  turns: {
    table: 'PublishedTurn',
    item: standaloneTurn,
    schema: 'ArticleTurnPage',
    summary: 'List an article’s turns',
  },
  quotes: {
    table: 'PublishedQuote',
    item: standaloneQuote,
    schema: 'ArticleQuotePage',
    summary: 'List an article’s quotes',
  },
  claims: {
    table: 'PublishedClaim',
    item: standaloneClaim,
    schema: 'ArticleClaimPage',
    summary: 'List an article’s claims',
  },
} as const;

function registerParts(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  for (const part of ['turns', 'quotes', 'claims'] as const) {
    const { item, schema, summary } = PARTS[part];
    wireRoute(app, context, {
      url: `/v1/articles/:slug/${part}`,
      operationId: `listArticle${capitalise(part)}`,
      tag: TAG,
      summary,
      description: `The ${part} of one article, in their order.`,
      params,
      query: z.strictObject({ fields: fieldsQuery(item), ...pageQuery }),
      produces: { 'application/json': pageOf(item, schema) },
      problems: [410],
      redirects: true,
      async handler({ params: { slug: name }, query }) {
        const path = (present: string) => `/v1/articles/${present}/${part}`;
        const article = await findPublishedOr(client, name, path, findPublished);
        if ('redirect' in article) return article;
        const page = pageRequest(`${article.id}/${part}`, query, ['int', 'text']);
        const rows = await listParts(client, part, article.id, page.after, page.limit + 1);
        const answer = answerList({
          path: path(name),
          query,
          page,
          rows,
          position: (row) => [row.position, row.id],
          document: (row) => row.document,
          ids: (row) => [row.id],
          tag: article.id,
        });
        return { ...answer, lastModified: article.lastModified };
      },
    });
  }
}

async function listParts(
  client: Client,
  part: keyof typeof PARTS,
  articleId: string,
  after: Position | null,
  take: number,
): Promise<{ id: string; position: number; document: Finished }[]> {
  const { table } = PARTS[part];
  const place =
    after === null ? undefined : { gt: await findPlace(client, table, articleId, after) };
  return listRows(client, table, {
    where: { articleId, position: place },
    orderBy: [{ position: 'asc' }],
    take,
    columns: ['id', 'position'],
    bytes: ['document'],
  });
}

/** Where the part that was read last stands now: an update may have put others before it. */
async function findPlace(
  client: Client,
  table: (typeof PARTS)[keyof typeof PARTS]['table'],
  articleId: string,
  [position, id]: Position,
): Promise<number> {
  const [present] = await findRows(client, table, { id: String(id), articleId }, ['position']);
  // Where it is gone, what stood behind it has moved up.
  return present?.position ?? Number(position) - 1;
}
