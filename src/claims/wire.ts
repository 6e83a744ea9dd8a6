import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { registerPartEditions } from '../articles/wire-part-editions.ts';
import { answerPart, refuseMissing } from '../articles/wire-parts.ts';
import { type Condition, listKeptRows } from '../core/database/list.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { HttpContext } from '../core/http/context.ts';
import { type Position, pageOf, pageQuery, pageRequest } from '../core/http/pagination.ts';
import { day, dayToNumber, decimal, filled, id, idOrSlug } from '../core/http/scalars.ts';
import { fieldsQuery, wireRoute } from '../core/http/wire.ts';
import { after, answerList, NONE, optionalId } from '../core/http/wire-list.ts';
import { publishedFigures } from '../figures/wire-store.ts';
import { publishedSources } from '../sources/wire-store.ts';
import { slugify } from '../text/slug.ts';
import { COMPARATORS, claimStanding, comparator, standaloneClaim } from './schema.ts';

const TAG = 'Claims';

const listQuery = z.strictObject({
  figure: idOrSlug.optional(),
  source: idOrSlug.optional().meta({ description: 'Anyone in the chain of attribution.' }),
  place: filled(300).optional().meta({ description: 'The place’s name, whatever its case.' }),
  unit: filled(100).optional(),
  comparator: comparator.optional(),
  asOfFrom: day.optional().meta({ description: 'As of this day or later, as far as is known.' }),
  asOfTo: day.optional().meta({ description: 'As of before this day, as far as is known.' }),
  min: decimal.optional().meta({ description: 'Claims that allow this number or more.' }),
  max: decimal.optional().meta({ description: 'Claims that allow this number or less.' }),
  standing: claimStanding.optional(),
  order: z
    .enum(['asOf', 'published'])
    .optional()
    .meta({ description: 'Newest first by as-of date or by publication (the default).' }),
  fields: fieldsQuery(standaloneClaim),
  ...pageQuery,
});
type ClaimQuery = z.infer<typeof listQuery>;

interface Related {
  figureId: string | undefined;
  sourceId: string | undefined;
}

export function registerClaimWire(app: FastifyInstance, context: HttpContext): void {
  const client = context.db.read;
  wireRoute(app, context, {
    url: '/v1/claims',
    operationId: 'listClaims',
    tag: TAG,
    summary: 'List claims',
    description:
      'What sources say figures are. Bounds stay bounds: “over 7,000” has a low of 7000 and no high.',
    query: listQuery,
    produces: { 'application/json': pageOf(standaloneClaim, 'ClaimPage') },
    async handler({ query }) {
      const page = pageRequest('claims', query, [query.order === 'asOf' ? 'int' : 'time', 'text']);
      const figureId = await optionalId(client, query.figure, publishedFigures.findId);
      const sourceId = await optionalId(client, query.source, publishedSources.findId);
      const rows =
        figureId === NONE || sourceId === NONE
          ? []
          : await listClaims(context, query, { figureId, sourceId }, page.after, page.limit + 1);
      const byDate = query.order === 'asOf';
      return answerList({
        path: '/v1/claims',
        query,
        page,
        rows,
        position: (row) => [byDate ? row.asOfFrom : row.publishedAt.getTime(), row.id],
        document: (row) => row.document,
        etag: (row) => row.etag,
        ids: (row) => [row.id, row.articleId, row.figureId, row.sourceId],
        tag: 'claims',
      });
    },
  });

  wireRoute(app, context, {
    url: '/v1/claims/:id',
    operationId: 'readClaim',
    tag: TAG,
    summary: 'Read a claim',
    description: 'One claim, with the article that it stands in.',
    params: z.strictObject({ id }),
    query: z.strictObject({ fields: fieldsQuery(standaloneClaim) }),
    produces: { 'application/json': standaloneClaim },
    problems: [410],
    handler: async ({ params, query: { fields }, changedAt }) =>
      answerPart(client, await getClaim(client, params.id), fields, changedAt),
  });

  registerPartEditions(app, context, 'claim');
}

function listClaims(
  { db, keptRows }: HttpContext,
  query: ClaimQuery,
  related: Related,
  position: Position | null,
  take: number,
) {
  const column = query.order === 'asOf' ? 'asOfFrom' : 'publishedAt';
  return listKeptRows(db.read, keptRows, 'PublishedClaim', {
    where: {
      AND: [conditions(query, related), after(column, 'desc', position, column === 'publishedAt')],
    },
    orderBy: [{ [column]: 'desc' }, { id: 'desc' }],
    take,
  });
}

/** “Over 7,000” is not 7,000, nor is “fewer than 7,000”; all others allow their bounds. */
const REACHING_LOW = COMPARATORS.filter((one) => one !== 'gt');
const REACHING_HIGH = COMPARATORS.filter((one) => one !== 'lt');

function conditions(
  query: ClaimQuery,
  { figureId, sourceId }: Related,
): Condition<'PublishedClaim'> {
  const bounds: Condition<'PublishedClaim'>[] = [];
  if (query.min !== undefined) {
    const min = Number(query.min);
    bounds.push({
      OR: [
        { high: { gt: min } },
        { high: min, comparator: { in: REACHING_HIGH } },
        { high: null, low: { not: null } },
      ],
    });
  }
  if (query.max !== undefined) {
    const max = Number(query.max);
    bounds.push({
      OR: [
        { low: { lt: max } },
        { low: max, comparator: { in: REACHING_LOW } },
        { low: null, high: { not: null } },
      ],
    });
  }
  return {
    figureId,
    sources: sourceId === undefined ? undefined : { some: { sourceId } },
    place: query.place === undefined ? undefined : slugify(query.place),
    unit: query.unit,
    comparator: query.comparator,
    standing: query.standing,
    asOfTo: query.asOfFrom === undefined ? undefined : { gte: dayToNumber(query.asOfFrom) },
    asOfFrom: query.asOfTo === undefined ? undefined : { lt: dayToNumber(query.asOfTo) },
    AND: bounds,
  };
}

async function getClaim(client: Client, claimId: string) {
  const columns = ['id', 'articleId', 'figureId', 'sourceId', 'etag'] as const;
  const [row] = await findRows(client, 'PublishedClaim', { id: claimId }, columns, ['document']);
  if (row === undefined) return refuseMissing(client, 'claim', claimId);
  return { ...row, ids: [row.id, row.articleId, row.figureId, row.sourceId] };
}
