import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { id } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { answerList } from '../core/http/wire-list.ts';
import { correction } from './schema.ts';
import { findEdition, listCorrections } from './wire-store.ts';

const correctionItem = correction
  .extend({
    article: z
      .strictObject({ id, slug: z.string(), headline: z.string(), url: z.string() })
      .meta({ id: 'CorrectedArticle', description: 'The article that a correction is about.' }),
    replacedBy: z.string().nullable(),
  })
  .meta({ id: 'CorrectionItem', description: 'A correction or retraction, with its article.' });

/** What was wrong in anything that was ever public, and what was done about it. */
export function registerCorrections(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/corrections',
    operationId: 'listCorrections',
    tag: 'Corrections',
    summary: 'List corrections and retractions',
    description: 'Every correction and retraction, newest first.',
    query: z.strictObject({ ...pageQuery }),
    produces: { 'application/json': pageOf(correctionItem, 'CorrectionPage') },
    async handler({ query }) {
      const page = pageRequest('corrections', query);
      const rows = await listCorrections(client, page.after, page.limit + 1);
      const present = await findSummaries(client, rows);
      const shown = await Promise.all(
        rows.map((row) => presentCorrection(client, row, present.get(row.articleId))),
      );
      return answerList({
        path: '/v1/corrections',
        query,
        page,
        rows: shown,
        position: (row) => [row.at, row.id],
        document: (row) => row.document,
        ids: (row) => [row.articleId],
        tag: 'corrections',
      });
    },
  });
}

type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number];

/** The articles that are still public, as they are now, by their ids. */
async function findSummaries(
  client: Client,
  rows: readonly CorrectionRow[],
): Promise<Map<string, string>> {
  const ids = rows.map(({ articleId }) => articleId);
  const found = await findRows(client, 'PublishedArticle', { id: ids }, ['id', 'summary']);
  return new Map(found.map(({ id: articleId, summary }) => [articleId, summary]));
}

async function presentCorrection(client: Client, row: CorrectionRow, summary: string | undefined) {
  const article = await readArticle(client, row, summary);
  const retraction =
    row.kind === 'retraction' ? (JSON.parse(row.document) as { replacedBy: string | null }) : null;
  return {
    id: row.id,
    at: row.publishedAt.getTime(),
    articleId: row.articleId,
    document: JSON.stringify({
      edition: row.number,
      kind: row.kind,
      note: row.note,
      about: JSON.parse(row.changed),
      publishedAt: row.publishedAt.toISOString(),
      article: {
        id: row.articleId,
        slug: article.slug,
        headline: article.headline,
        url: `/v1/articles/${article.slug}`,
      },
      replacedBy: retraction?.replacedBy ?? null,
    }),
  };
}

/** The article as it is now; of one that was retracted, as it was before. */
async function readArticle(
  client: Client,
  { kind, articleId, number, document }: CorrectionRow,
  summary: string | undefined,
): Promise<{ slug: string; headline: string }> {
  if (kind === 'retraction') {
    const last = await findEdition(client, articleId, number - 1);
    return JSON.parse(last?.document ?? '{}');
  }
  return JSON.parse(summary ?? document);
}
