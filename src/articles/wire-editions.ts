/** The editions of an article, and what they corrected. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import type { Redirect, WireAnswer } from '../core/http/rendition.ts';
import { idOrSlug, instant, wholeNumber } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { answerList } from '../core/http/wire-list.ts';
import { correction, wireArticle } from './schema.ts';
import { findPublishedOr } from './wire-find.ts';
import { findDocument, findEdition, findPublished, listEditions } from './wire-store.ts';

const TAG = 'Articles';
const params = z.strictObject({ slug: idOrSlug });

const editionItem = z
  .strictObject({
    edition: z.int(),
    kind: z.enum(['publication', 'update', 'correction', 'retraction']),
    note: z.string().nullable(),
    publishedAt: instant,
    url: z.string(),
  })
  .meta({ id: 'EditionSummary', description: 'When something was public, and why it changed.' });

export function registerEditions(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/articles/:slug/editions',
    operationId: 'listArticleEditions',
    tag: TAG,
    summary: 'List an article’s editions',
    description: 'What was public, when, and why it changed; newest first.',
    params,
    query: z.strictObject({ ...pageQuery }),
    produces: { 'application/json': pageOf(editionItem, 'EditionPage') },
    problems: [410],
    redirects: true,
    async handler({ params: { slug: name }, query }) {
      const path = (present: string) => `/v1/articles/${present}/editions`;
      const article = await findPublishedOr(client, name, path, findPublished);
      if ('redirect' in article) return article;
      const page = pageRequest(`${article.id}/editions`, query, ['int']);
      const rows = await listEditions(client, article.id, page.after, page.limit + 1);
      return answerList({
        path: path(name),
        query,
        page,
        rows,
        position: (row) => [row.number],
        document: (row) =>
          JSON.stringify({
            edition: row.number,
            kind: row.kind,
            note: row.note,
            publishedAt: row.publishedAt.toISOString(),
            url: `/v1/articles/${article.slug}/editions/${row.number}`,
          }),
        ids: () => [],
        tag: article.id,
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/articles/:slug/editions/:number',
    operationId: 'readArticleEdition',
    tag: TAG,
    summary: 'Read an edition',
    description: 'The article as it was published then, byte for byte.',
    params: params.extend({ number: wholeNumber(1, 1_000_000) }),
    produces: { 'application/json': wireArticle },
    problems: [410],
    redirects: true,
    async handler({ params: { slug: name, number } }): Promise<WireAnswer | Redirect> {
      const article = await findPublishedOr(
        client,
        name,
        (present) => `/v1/articles/${present}/editions/${number}`,
        findPublished,
      );
      if ('redirect' in article) return article;
      const edition = await findEdition(client, article.id, Number(number));
      if (edition === null || edition.kind === 'retraction') throw notFound();
      return {
        body: edition.document,
        etag: edition.etag,
        lastModified: edition.publishedAt,
        tags: [article.id],
      };
    },
  });

  wireRoute(app, context, {
    url: '/v1/articles/:slug/corrections',
    operationId: 'listArticleCorrections',
    tag: TAG,
    summary: 'List an article’s corrections',
    description: 'What was wrong in earlier editions, newest first.',
    params,
    produces: {
      'application/json': z
        .strictObject({ data: z.array(correction) })
        .meta({ id: 'ArticleCorrections', description: 'All corrections of one article.' }),
    },
    problems: [410],
    redirects: true,
    async handler({ params: { slug: name } }) {
      const article = await findPublishedOr(
        client,
        name,
        (present) => `/v1/articles/${present}/corrections`,
        findDocument,
      );
      if ('redirect' in article) return article;
      const { corrections } = JSON.parse(String(article.document)) as { corrections: unknown[] };
      return {
        body: JSON.stringify({ data: corrections }),
        lastModified: article.lastModified,
        tags: [article.id],
      };
    },
  });
}
