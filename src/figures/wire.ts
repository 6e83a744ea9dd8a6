import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { standaloneClaim } from '../claims/schema.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, idOrSlug } from '../core/http/scalars.ts';
import { fieldsQuery, pickFields, wireRoute } from '../core/http/wire.ts';
import { answerList } from '../core/http/wire-list.ts';
import { findNewestClaims, tagsOf } from './figure-claims.ts';
import { figureItem } from './schema.ts';
import { registerSeriesWire } from './wire-series.ts';
import { listPublishedFigures } from './wire-store.ts';

const TAG = 'Figures';
const params = z.strictObject({ slug: idOrSlug });

const figureDetail = figureItem
  .extend({
    newest: z
      .array(standaloneClaim)
      .meta({ description: 'The newest claim of each source, newest first.' }),
  })
  .meta({ id: 'FigureDetail', description: 'A figure and the newest claim of each source.' });

export function registerFigureWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/figures',
    operationId: 'listFigures',
    tag: TAG,
    summary: 'List figures',
    description:
      'The quantities that published claims are about, in the order in which they became known.',
    query: z.strictObject({
      q: filled(200).optional().meta({ description: 'Part of the question, subject or place.' }),
      fields: fieldsQuery(figureItem),
      ...pageQuery,
    }),
    produces: { 'application/json': pageOf(figureItem, 'FigurePage') },
    async handler({ query }) {
      const page = pageRequest('figures', query, ['text']);
      const after = page.after === null ? null : String(page.after[0]);
      const rows = await listPublishedFigures(client, query.q, after, page.limit + 1);
      return answerList({
        path: '/v1/figures',
        query,
        page,
        rows,
        position: (row) => [row.id],
        document: (row) => row.document,
        ids: (row) => [row.id],
        tag: 'figures',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/figures/:slug',
    operationId: 'readFigure',
    tag: TAG,
    summary: 'Read a figure',
    description: 'The question, and the newest claim of each source.',
    params,
    query: z.strictObject({ fields: fieldsQuery(figureDetail) }),
    produces: { 'application/json': figureDetail },
    redirects: true,
    async handler({ params: { slug }, query: { fields } }) {
      const found = await findNewestClaims(client, slug);
      if ('redirect' in found) return found;
      const newest = found.claims.map(({ claim }) => claim);
      return {
        body: pickFields(
          `${found.document.slice(0, -1)},"newest":${JSON.stringify(newest)}}`,
          fields,
        ),
        tags: tagsOf(found),
      };
    },
  });
  registerSeriesWire(app, context);
}
