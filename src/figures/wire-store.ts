import { listRows } from '../core/database/list.ts';
import { countRowsAside, findRows, queryRowsAside } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { wordsIn } from '../core/http/wire-list.ts';
import { createPublishedStore } from '../core/references/published-store.ts';
import { Prisma } from '../generated/sqlite/client.ts';

export const publishedFigures = createPublishedStore('figure');

export function listPublishedFigures(
  client: Client,
  q: string | undefined,
  after: string | null,
  take: number,
) {
  return listRows(client, 'PublishedFigure', {
    where: {
      AND: [wordsIn(q), after === null ? {} : { id: { gt: after } }],
    },
    orderBy: [{ id: 'asc' }],
    take,
    columns: ['id'],
    bytes: ['document'],
  });
}

export interface FigureClaimRow {
  id: string;
  articleId: string;
  sourceId: string;
  asOfFrom: number;
  asOfTo: number;
  document: string;
}

/**
 * The claims about a figure in order of as-of date, the newest of them if there are more
 * than `take`; those superseded only if asked for.
 */
export async function listFigureClaims(
  client: Client,
  figureId: string,
  withSuperseded: boolean,
  take: number,
): Promise<FigureClaimRow[]> {
  const rows = await listRows(client, 'PublishedClaim', {
    where: { figureId, ...(withSuperseded ? {} : { standing: 'current' }) },
    orderBy: [{ asOfFrom: 'desc' }, { asOfTo: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    take,
    columns: ['id', 'articleId', 'sourceId', 'asOfFrom', 'asOfTo', 'document'],
  });
  return rows.reverse();
}

/** Of each source the newest current claim about a figure, in no order. */
export function listNewestClaims(client: Client, figureId: string): Promise<FigureClaimRow[]> {
  return queryRowsAside(
    client,
    Prisma.sql`SELECT "id", "articleId", "sourceId", "asOfFrom", "asOfTo", "document"
      FROM "PublishedClaim" WHERE "id" IN (
        SELECT c."id" FROM (
          SELECT "id", row_number() OVER (
            PARTITION BY "sourceId"
            ORDER BY "asOfTo" DESC, "asOfFrom" DESC, "publishedAt" DESC, "id" DESC
          ) AS "place"
          FROM "PublishedClaim" WHERE "figureId" = ${figureId} AND "standing" = 'current'
        ) c WHERE c."place" = 1
      )`,
  );
}

/** In which languages articles are, by their ids. */
export async function findArticleLanguages(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await findRows(client, 'PublishedArticle', { id: ids }, ['id', 'language']);
  return new Map(rows.map(({ id, language }) => [id, language]));
}

/** How many claims a figure's series has in all. */
export function countFigureClaims(
  client: Client,
  figureId: string,
  withSuperseded: boolean,
): Promise<number> {
  const standing = withSuperseded ? Prisma.empty : Prisma.sql`AND "standing" = 'current'`;
  return countRowsAside(
    client,
    Prisma.sql`"PublishedClaim" WHERE "figureId" = ${figureId} ${standing}`,
  );
}
