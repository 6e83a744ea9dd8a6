import { findRows, findWholeRows, insertRows, queryRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { isId } from '../core/ids.ts';
import { followMerges } from '../core/merging.ts';
import { Prisma, type Source } from '../generated/sqlite/client.ts';
import { foldForSearch, wordsOf } from '../text/words.ts';

export type SourceRow = Source;

/** A source by id or slug; a merged one leads to the one that it became. */
export async function findSource(client: Client, idOrSlug: string): Promise<SourceRow | null> {
  const row = await findAsIs(client, idOrSlug);
  if (row !== null) return row.mergedIntoId === null ? row : findSource(client, row.mergedIntoId);
  if (isId(idOrSlug)) return null;
  const named = { kind: 'source', slug: idOrSlug };
  const [former] = await findRows(client, 'FormerSlug', named, ['targetId']);
  return former === undefined ? null : findSource(client, former.targetId);
}

/** A source by id, slug or former slug as it is, also when it was merged into another one. */
export async function findSourceRow(client: Client, idOrSlug: string): Promise<SourceRow | null> {
  return (await findAsIs(client, idOrSlug)) ?? findSource(client, idOrSlug);
}

async function findAsIs(client: Client, idOrSlug: string): Promise<SourceRow | null> {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const [row] = await findWholeRows(client, 'Source', where);
  return row ?? null;
}

/** The sources with these ids as they are, also those that were merged. */
export function findSources(client: Client, ids: readonly string[]): Promise<SourceRow[]> {
  return findWholeRows(client, 'Source', { id: ids });
}

/** Sources by the id that they are referred to by; a merged one stands as the one that it became. */
export function followSources(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, SourceRow>> {
  return followMerges(ids, (missing) => findSources(client, missing));
}

/** Points a source, and all that it took in before, at the one that it became. */
export async function markMerged(
  client: Client,
  id: string,
  intoId: string,
  updatedAt: Date,
): Promise<void> {
  await client.source.updateMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: intoId, version: { increment: 1 }, updatedAt },
  });
}

/** The source of this kind that has this name or alias, whatever its case and accents. */
export async function findSourceByName(
  client: Client,
  kind: string,
  name: string,
): Promise<SourceRow | null> {
  const [match] = await queryRows<{ sourceId: string }>(
    client,
    Prisma.sql`SELECT n."sourceId" FROM "SourceName" n JOIN "Source" s ON s."id" = n."sourceId"
      WHERE n."folded" = ${foldForSearch(name)} AND s."kind" = ${kind} AND s."mergedIntoId" IS NULL
      ORDER BY n."sourceId" LIMIT 1`,
  );
  return match === undefined ? null : findAsIs(client, match.sourceId);
}

export async function insertSource(client: Client, row: SourceRow): Promise<void> {
  await insertRows(client, 'Source', [row]);
  await indexNames(client, row);
}

/** Saves a source if nobody changed it since it was read. */
export async function updateSource(client: Client, row: SourceRow): Promise<void> {
  const { id, ...data } = row;
  await client.source.update({ where: { id }, data });
  await client.sourceName.deleteMany({ where: { sourceId: id } });
  await indexNames(client, row);
}

export async function deleteSource(client: Client, id: string): Promise<void> {
  await client.source.delete({ where: { id } });
}

async function indexNames(client: Client, row: SourceRow): Promise<void> {
  const names = [row.name, ...(JSON.parse(row.aliases) as string[])];
  const folded = [...new Set(names.map(foldForSearch))];
  await insertRows(
    client,
    'SourceName',
    folded.map((name) => ({ sourceId: row.id, folded: name })),
  );
}

export interface SourceFilter {
  kind?: string | undefined;
  /** Part of a name or alias. */
  q?: string | undefined;
}

/** Sources by id (time of creation), after a position. */
export function listSources(
  client: Client,
  filter: SourceFilter,
  after: string | null,
  take: number,
): Promise<SourceRow[]> {
  return client.source.findMany({
    where: {
      mergedIntoId: null,
      ...(filter.kind === undefined ? {} : { kind: filter.kind }),
      ...(filter.q === undefined
        ? {}
        : {
            AND: wordsOf(filter.q).map((word) => ({
              names: { some: { folded: { contains: word } } },
            })),
          }),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
  });
}

/**
 * How many articles refer to a source in their newest revision, and how many sources it took
 * in, which older revisions may still refer to.
 */
export async function countSourceUses(client: Client, id: string): Promise<number> {
  const articles = await client.articleReference.count({ where: { kind: 'source', targetId: id } });
  return articles + (await client.source.count({ where: { mergedIntoId: id } }));
}
