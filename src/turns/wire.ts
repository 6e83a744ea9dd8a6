import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { registerPartEditions } from '../articles/wire-part-editions.ts';
import { answerPart, findPublishedArticleId, refuseMissing } from '../articles/wire-parts.ts';
import { listKeptRows } from '../core/database/list.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, id, idOrSlug } from '../core/http/scalars.ts';
import { fieldsQuery, wireRoute } from '../core/http/wire.ts';
import {
  after,
  answerList,
  NONE,
  optionalId,
  rangeQuery,
  timeRange,
} from '../core/http/wire-list.ts';
import { lookUpWords, standInText } from '../search/list-words.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { standaloneTurn, turnRole } from './schema.ts';

const TAG = 'Turns';

export function registerTurnWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/turns',
    operationId: 'listTurns',
    tag: TAG,
    summary: 'List turns',
    description: 'Turns of all published interviews, newest first.',
    query: z.strictObject({
      speaker: idOrSlug.optional(),
      article: idOrSlug.optional(),
      role: turnRole.optional(),
      q: filled(200).optional().meta({ description: 'Whole words that all stand in it.' }),
      ...rangeQuery,
      fields: fieldsQuery(standaloneTurn),
      ...pageQuery,
    }),
    produces: { 'application/json': pageOf(standaloneTurn, 'TurnPage') },
    async handler({ query }) {
      const page = pageRequest('turns', query);
      const speakerId = await optionalId(client, query.speaker, publishedSources.findId);
      const articleId = await optionalId(client, query.article, findPublishedArticleId);
      const rows =
        speakerId === NONE || articleId === NONE
          ? []
          : await listKeptRows(client, context.keptRows, 'PublishedTurn', {
              where: {
                AND: [
                  {
                    speakerId,
                    articleId,
                    role: query.role,
                    ...timeRange('publishedAt', query.from, query.to),
                    ...standInText(query.q),
                  },
                  after('publishedAt', 'desc', page.after),
                ],
              },
              lookup: lookUpWords('PublishedTurn', query.q, { speaker: speakerId }),
              orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
              take: page.limit + 1,
            });
      return answerList({
        path: '/v1/turns',
        query,
        page,
        rows,
        position: (row) => [row.publishedAt.getTime(), row.id],
        document: (row) => row.document,
        etag: (row) => row.etag,
        ids: (row) => [row.id, row.articleId, row.speakerId],
        tag: 'turns',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/turns/:id',
    operationId: 'readTurn',
    tag: TAG,
    summary: 'Read a turn',
    description: 'One turn, with the article that it stands in.',
    params: z.strictObject({ id }),
    query: z.strictObject({ fields: fieldsQuery(standaloneTurn) }),
    produces: { 'application/json': standaloneTurn },
    problems: [410],
    handler: async ({ params, query: { fields }, changedAt }) =>
      answerPart(client, await getTurn(client, params.id), fields, changedAt),
  });

  registerPartEditions(app, context, 'turn');
}

async function getTurn(client: Client, turnId: string) {
  const columns = ['id', 'articleId', 'speakerId', 'etag'] as const;
  const [row] = await findRows(client, 'PublishedTurn', { id: turnId }, columns, ['document']);
  if (row === undefined) return refuseMissing(client, 'turn', turnId);
  return { ...row, ids: [row.id, row.articleId, row.speakerId] };
}
