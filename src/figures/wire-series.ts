/** A figure's series in every form: JSON, CSV, a picture, and a page for a frame. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { claimStanding, comparator } from '../claims/schema.ts';
import type { HttpContext } from '../core/http/context.ts';
import { flag, id, idOrSlug, wholeNumber } from '../core/http/scalars.ts';
import { wireRoute } from '../core/http/wire.ts';
import { sourceRef } from '../sources/schema.ts';
import { edtfDate } from '../text/schema.ts';
import { articleRef } from '../turns/schema.ts';
import { findFigureClaims, findLanguages, tagsOf } from './figure-claims.ts';
import { figureItem } from './schema.ts';
import { makePoints, sourcesOf } from './series.ts';
import { seriesCsv } from './series-csv.ts';
import { chartData, drawnOf } from './series-picture.ts';

const TAG = 'Figures';

/** What draws is loaded for the first picture, so that starting does not wait for it. */
const loadPictures = async () => ({
  ...(await import('../charts/series-chart.ts')),
  ...(await import('./embed-page.ts')),
});

const params = z.strictObject({ slug: idOrSlug });

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
    figure: figureItem,
    points: z.array(point),
    sources: z.array(sourceRef),
    independentSources: z.int().meta({ description: 'How many sources counted for themselves.' }),
    omitted: z.int().meta({ description: 'How many older claims are left out of a long series.' }),
  })
  .meta({ id: 'Series', description: 'What was claimed about a figure, in order of as-of date.' });

const superseded = flag
  .optional()
  .meta({ description: '`true` to have superseded claims as well.' });
const theme = z
  .enum(['auto', 'light', 'dark'], { error: 'is neither auto, light nor dark' })
  .optional()
  .meta({ description: '`auto` (if not given) follows the reader’s own setting.' });

const seriesQuery = z.strictObject({ superseded });
const chartQuery = z.strictObject({
  width: wholeNumber(320, 2_000).optional().meta({ description: 'Pixels; 720 if not given.' }),
  height: wholeNumber(200, 1_400)
    .optional()
    .meta({ description: 'Pixels; as high as it needs if not given.' }),
  theme,
  superseded,
});
const embedQuery = z.strictObject({ theme, superseded });

export function registerSeriesWire(app: FastifyInstance, context: HttpContext): void {
  registerData(app, context);
  registerPictures(app, context);
}

function registerData(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
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
    async handler({ params: { slug }, query }) {
      const found = await findFigureClaims(client, slug, isAsked(query), '/series');
      if ('redirect' in found) return found;
      const { claims, omitted } = found;
      const sources = sourcesOf(claims);
      const rest = JSON.stringify({
        points: makePoints(claims),
        sources,
        independentSources: sources.length,
        omitted,
      });
      return {
        body: `{"figure":${found.document},${rest.slice(1)}`,
        tags: tagsOf(found),
      };
    },
  });

  wireRoute(app, context, {
    url: '/v1/figures/:slug/series.csv',
    operationId: 'readSeriesCsv',
    tag: TAG,
    summary: 'Read a figure’s series as CSV',
    description:
      'One claim a line (RFC 4180), each bound in a column of its own, empty where it is open. A text that a spreadsheet would run as a formula has an apostrophe before it; take one away to have it as it was.',
    params,
    query: seriesQuery,
    produces: { 'text/csv': z.string() },
    redirects: true,
    isFile: true,
    async handler({ params: { slug }, query }) {
      const found = await findFigureClaims(client, slug, isAsked(query), '/series.csv');
      if ('redirect' in found) return found;
      return {
        body: seriesCsv(found.claims),
        type: 'text/csv; charset=utf-8; header=present',
        tags: tagsOf(found),
        headers: { 'content-disposition': `attachment; filename="${found.slug}.csv"` },
      };
    },
  });
}

const DEFAULT_WIDTH = 720;

function registerPictures(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/figures/:slug/chart.svg',
    operationId: 'readChart',
    tag: TAG,
    summary: 'Read a figure’s chart',
    description:
      'The claims over their as-of dates as a picture, a shape for each source: ranges are boxes, open bounds arrows, contradicting claims framed. Its description says the same in words.',
    params,
    query: chartQuery,
    produces: { 'image/svg+xml': z.string() },
    redirects: true,
    framed: true,
    async handler({ params: { slug }, query }) {
      const found = await findFigureClaims(client, slug, isAsked(query), '/chart.svg');
      if ('redirect' in found) return found;
      const chosen = query.theme ?? 'auto';
      const languages = await findLanguages(client, drawnOf(found));
      const { chartPolicy, drawSeriesChart } = await loadPictures();
      return {
        body: drawSeriesChart(chartData(found, languages), {
          width: Number(query.width ?? DEFAULT_WIDTH),
          ...(query.height === undefined ? {} : { height: Number(query.height) }),
          theme: chosen,
        }),
        type: 'image/svg+xml; charset=utf-8',
        tags: tagsOf(found),
        headers: { 'content-security-policy': chartPolicy(chosen) },
      };
    },
  });

  wireRoute(app, context, {
    url: '/v1/figures/:slug/embed',
    operationId: 'readEmbed',
    tag: TAG,
    summary: 'Read a figure’s chart as a page',
    description:
      'A small page for an `iframe` on any site: the chart, and its claims as a table. It runs no script and loads nothing.',
    params,
    query: embedQuery,
    produces: { 'text/html': z.string() },
    redirects: true,
    framed: true,
    async handler({ params: { slug }, query }) {
      const found = await findFigureClaims(client, slug, isAsked(query), '/embed');
      if ('redirect' in found) return found;
      const chosen = query.theme ?? 'auto';
      const languages = await findLanguages(client, drawnOf(found));
      const { embedPage, embedPolicy } = await loadPictures();
      return {
        body: embedPage(found, languages, chosen, isAsked(query)),
        type: 'text/html; charset=utf-8',
        tags: tagsOf(found),
        headers: { 'content-security-policy': embedPolicy(chosen) },
      };
    },
  });
}

function isAsked(query: { superseded?: string | undefined }): boolean {
  return query.superseded === 'true';
}
