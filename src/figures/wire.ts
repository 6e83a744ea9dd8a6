import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { claimStanding, comparator, standaloneClaim } from '../claims/schema.ts';
import type { Client } from '../core/database/types.ts';
import { notFound } from '../core/errors.ts';
import type { HttpContext } from '../core/http/context.ts';
import { pageQuery, pageRequest } from '../core/http/pagination.ts';
import { filled, flag, id, idOrSlug } from '../core/http/scalars.ts';
import { fieldsQuery, pickFields, type Redirect, wireRoute } from '../core/http/wire.ts';
import { answerList, lastChangeAt, listed } from '../core/http/wire-list.ts';
import { sourceRef } from '../sources/schema.ts';
import { edtfDate } from '../text/schema.ts';
import { articleRef } from '../turns/schema.ts';
import { figureItem, wireFigure } from './schema.ts';
import {
  countIndependent,
  type DatedClaim,
  makePoints,
  newestBySource,
  sourcesOf,
} from './series.ts';
import {
  findPresentFigure,
  findPublishedFigure,
  listFigureClaims,
  listPublishedFigures,
} from './wire-store.ts';

const TAG = 'Figures';
const params = z.strictObject({ slug: idOrSlug });

/** A series is one answer; so many claims about one figure are the newest kept. */
const SERIES_MAX = 10_000;

const figureDetail = figureItem
  .extend({
    newest: z
      .array(standaloneClaim)
      .meta({ description: 'The newest claim of each source, newest first.' }),
  })
  .meta({ id: 'FigureDetail', description: 'A figure and the newest claim of each source.' });

const point = z
  .strictObject({
    claim: id,
    source: sourceRef,
    asOf: edtfDate.nullable(),
    comparator,
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.string(),
    place: z.string().nullable(),
    standing: claimStanding,
    conflict: z
      .boolean()
      .meta({ description: 'Another source’s claim of the same days excludes this one.' }),
    relayed: z.boolean().meta({ description: 'It reached the article through a relay.' }),
    article: articleRef,
  })
  .meta({
    id: 'SeriesPoint',
    description: 'One claim in a series. A side that the words leave open is null.',
  });

const series = z
  .strictObject({
    figure: wireFigure.extend({ counts: z.strictObject({ claims: z.int() }) }),
    points: z.array(point),
    sources: z.array(sourceRef),
    independentSources: z.int().meta({ description: 'How many sources counted for themselves.' }),
  })
  .meta({ id: 'Series', description: 'What was claimed about a figure, in order of as-of date.' });

export const seriesQuery = z.strictObject({
  superseded: flag.optional().meta({ description: '`true` to have superseded claims as well.' }),
});

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
    produces: { 'application/json': listed(figureItem, 'FigurePage') },
    async handler({ query }) {
      const page = pageRequest('figures', query, 1);
      const after = page.after === null ? null : String(page.after[0]);
      const rows = await listPublishedFigures(client, query.q, after, page.limit + 1);
      return answerList(client, {
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
      const found = await findFigureClaims(client, slug, '', false);
      if ('redirect' in found) return found;
      const newest = newestBySource(found.claims);
      return {
        body: pickFields(
          `${found.document.slice(0, -1)},"newest":${JSON.stringify(newest)}}`,
          fields,
        ),
        lastModified: await lastChangeAt(client),
        tags: tagsOf(found),
      };
    },
  });

  wireRoute(app, context, {
    url: '/v1/figures/:slug/series',
    operationId: 'readSeries',
    tag: TAG,
    summary: 'Read a figure’s series',
    description:
      'The claims about a figure in order of as-of date. Disjoint claims of the same days by different sources are flagged; relays of one origin count as one independent source.',
    params,
    query: seriesQuery,
    produces: { 'application/json': series },
    redirects: true,
    async handler({ params: { slug }, query: { superseded } }) {
      const found = await findFigureClaims(client, slug, '/series', superseded === 'true');
      if ('redirect' in found) return found;
      const { claims } = found;
      const rest = JSON.stringify({
        points: makePoints(claims),
        sources: sourcesOf(claims),
        independentSources: countIndependent(claims),
      });
      return {
        body: `{"figure":${found.document},${rest.slice(1)}`,
        lastModified: await lastChangeAt(client),
        tags: tagsOf(found),
      };
    },
  });
}

export interface FigureClaims {
  id: string;
  document: string;
  claims: DatedClaim[];
}

/** A published figure with its claims, or where it is now. @throws Problem not-found */
export async function findFigureClaims(
  client: Client,
  slug: string,
  suffix: string,
  withSuperseded: boolean,
): Promise<FigureClaims | Redirect> {
  const row = await findPublishedFigure(client, slug);
  if (row === null) {
    const present = await findPresentFigure(client, slug);
    if (present === null) throw notFound();
    return { redirect: `/v1/figures/${present.slug}${suffix}` };
  }
  const rows = await listFigureClaims(client, row.id, withSuperseded, SERIES_MAX);
  const claims = rows.map(({ document, asOfFrom, asOfTo }) => ({
    claim: JSON.parse(document) as DatedClaim['claim'],
    from: asOfFrom,
    to: asOfTo,
  }));
  return { id: row.id, document: row.document, claims };
}

export function tagsOf({ id: figureId, claims }: FigureClaims): string[] {
  return [
    figureId,
    ...claims.flatMap(({ claim }) => [claim.id, claim.article.id, claim.source.id]),
  ];
}
