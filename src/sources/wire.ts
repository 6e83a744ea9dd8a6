import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { standaloneClaim } from '../claims/schema.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, idOrSlug } from '../core/http/scalars.ts';
import { fieldsQuery, pickFields, wireRoute } from '../core/http/wire.ts';
import { answerList } from '../core/http/wire-list.ts';
import { standaloneQuote } from '../quotes/schema.ts';
import { standaloneTurn } from '../turns/schema.ts';
import { sourceItem, sourceKind } from './schema.ts';
import { listPublishedSources, newestStatements, publishedSources } from './wire-store.ts';

const TAG = 'Sources';
const NEWEST = 5;

const sourceDetail = sourceItem
  .extend({
    newest: z
      .strictObject({
        quotes: z.array(standaloneQuote),
        claims: z.array(standaloneClaim),
        turns: z.array(standaloneTurn),
      })
      .meta({ id: 'NewestStatements', description: 'What a source said last.' }),
  })
  .meta({
    id: 'SourceDetail',
    description: `A source with its ${NEWEST} newest quotes, claims and turns.`,
  });

export function registerSourceWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/sources',
    operationId: 'listSources',
    tag: TAG,
    summary: 'List sources',
    description:
      'Everyone who speaks or is cited in what is published, in the order in which they became known.',
    query: z.strictObject({
      kind: sourceKind.optional(),
      q: filled(200).optional().meta({ description: 'Part of a name or alias.' }),
      fields: fieldsQuery(sourceItem),
      ...pageQuery,
    }),
    produces: { 'application/json': pageOf(sourceItem, 'SourcePage') },
    async handler({ query }) {
      const page = pageRequest('sources', query, ['text']);
      const after = page.after === null ? null : String(page.after[0]);
      const rows = await listPublishedSources(client, query, after, page.limit + 1);
      return answerList({
        path: '/v1/sources',
        query,
        page,
        rows,
        position: (row) => [row.id],
        document: (row) => row.document,
        ids: (row) => [row.id],
        tag: 'sources',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/sources/:slug',
    operationId: 'readSource',
    tag: TAG,
    summary: 'Read a source',
    description: 'Who it is, how much it said, and its newest statements.',
    params: z.strictObject({ slug: idOrSlug }),
    query: z.strictObject({ fields: fieldsQuery(sourceDetail) }),
    produces: { 'application/json': sourceDetail },
    redirects: true,
    async handler({ params: { slug }, query: { fields } }) {
      const row = await publishedSources.find(client, slug);
      if (row === null) {
        const present = await publishedSources.findPresent(client, slug);
        if (present === null) throw notFound();
        return { redirect: `/v1/sources/${present.slug}` };
      }
      const newest = await newestStatements(client, row.id, NEWEST);
      const join = (rows: { document: string }[]) =>
        `[${rows.map(({ document }) => document).join(',')}]`;
      const parts = `"newest":{"quotes":${join(newest.quotes)},"claims":${join(newest.claims)},"turns":${join(newest.turns)}}`;
      const all = [...newest.quotes, ...newest.claims, ...newest.turns];
      return {
        body: pickFields(`${row.document.slice(0, -1)},${parts}}`, fields),
        tags: [row.id, ...all.flatMap(({ id, articleId }) => [id, articleId])],
      };
    },
  });
}
