/** What publications ask of the tables beyond whole rows. */
import { isOneOf, queryRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { type Edition, Prisma, type PublishedClaim } from '../generated/sqlite/client.ts';
import type { Referring } from './tally.ts';

export type EditionHead = Pick<
  Edition,
  'articleId' | 'number' | 'kind' | 'note' | 'changed' | 'publishedAt'
>;

/**
 * The editions with these numbers, corrections and retractions of some articles; newest first.
 * Which of them are wanted is one expression, so that no database looks for all corrections
 * that there are: they must be found by their articles.
 */
export async function listTellingEditions(
  client: Client,
  articleIds: readonly string[],
  numbers: readonly number[],
): Promise<EditionHead[]> {
  if (articleIds.length === 0) return [];
  return queryRows(
    client,
    Prisma.sql`SELECT "articleId", "number", "kind", "note", "changed", "publishedAt"
      FROM "Edition" WHERE ${isOneOf(client, 'articleId', articleIds)}
      AND CASE WHEN "kind" IN ('correction', 'retraction') THEN TRUE
        ELSE ${isOneOf(client, 'number', numbers)} END
      ORDER BY "number" DESC`,
  );
}

/** Published claims that supersede some claims, in the order of their publication. */
export async function listSuperseding(
  client: Client,
  claimIds: readonly string[],
): Promise<Pick<PublishedClaim, 'id' | 'supersedesId'>[]> {
  if (claimIds.length === 0) return [];
  return queryRows(
    client,
    Prisma.sql`SELECT "id", "supersedesId" FROM "PublishedClaim"
      WHERE ${isOneOf(client, 'supersedesId', claimIds)} ORDER BY "publishedAt", "id"`,
  );
}

/** The published tables that refer to sources and figures, and in which column. */
const REFERRING = {
  turns: ['PublishedTurn', 'speakerId'],
  quotes: ['PublishedQuote', 'speakerId'],
  cited: ['PublishedClaimSource', 'sourceId'],
  claims: ['PublishedClaim', 'figureId'],
} as const satisfies Record<Referring, readonly [string, string]>;

/**
 * How many published parts refer to each of some sources or figures.
 *
 * @param what turns and quotes by their speakers, claims by who is `cited` or by figure
 */
export async function countReferring(
  client: Client,
  what: Referring,
  ids: readonly string[],
): Promise<(id: string) => number> {
  if (ids.length === 0) return () => 0;
  const [table, column] = REFERRING[what];
  const [from, by] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  const rows = await queryRows<{ id: string; count: number }>(
    client,
    Prisma.sql`SELECT ${by} AS "id", count(*) AS "count" FROM ${from}
      WHERE ${isOneOf(client, column, ids)} GROUP BY ${by}`,
  );
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return (id) => counts.get(id) ?? 0;
}
