import { findRows, findWholeRows, insertRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { isId } from '../core/ids.ts';
import { followMerges } from '../core/merging.ts';
import type { Figure } from '../generated/sqlite/client.ts';

export type FigureRow = Figure;

/** A figure by id or slug; a merged one leads to the one that it became. */
export async function findFigure(client: Client, idOrSlug: string): Promise<FigureRow | null> {
  const row = await findAsIs(client, idOrSlug);
  if (row !== null) return row.mergedIntoId === null ? row : findFigure(client, row.mergedIntoId);
  if (isId(idOrSlug)) return null;
  const named = { kind: 'figure', slug: idOrSlug };
  const [former] = await findRows(client, 'FormerSlug', named, ['targetId']);
  return former === undefined ? null : findFigure(client, former.targetId);
}

/** A figure by id, slug or former slug as it is, also when it was merged into another one. */
export async function findFigureRow(client: Client, idOrSlug: string): Promise<FigureRow | null> {
  return (await findAsIs(client, idOrSlug)) ?? findFigure(client, idOrSlug);
}

async function findAsIs(client: Client, idOrSlug: string): Promise<FigureRow | null> {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const [row] = await findWholeRows(client, 'Figure', where);
  return row ?? null;
}

/** The figures with these ids as they are, also those that were merged. */
export function findFigures(client: Client, ids: readonly string[]): Promise<FigureRow[]> {
  return findWholeRows(client, 'Figure', { id: ids });
}

/** Figures by the id that they are referred to by; a merged one stands as the one that it became. */
export function followFigures(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, FigureRow>> {
  return followMerges(ids, (missing) => findFigures(client, missing));
}

/** Points a figure, and all that it took in before, at the one that it became. */
export async function markMerged(
  client: Client,
  id: string,
  intoId: string,
  updatedAt: Date,
): Promise<void> {
  await client.figure.updateMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: intoId, version: { increment: 1 }, updatedAt },
  });
}

export async function insertFigure(client: Client, row: FigureRow): Promise<void> {
  await insertRows(client, 'Figure', [row]);
}

export async function updateFigure(client: Client, { id, ...data }: FigureRow): Promise<void> {
  await client.figure.update({ where: { id }, data });
}

export async function deleteFigure(client: Client, id: string): Promise<void> {
  await client.figure.delete({ where: { id } });
}

/** Figures by id (time of creation), after a position. */
export function listFigures(
  client: Client,
  after: string | null,
  take: number,
): Promise<FigureRow[]> {
  return client.figure.findMany({
    where: { mergedIntoId: null, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
  });
}

/**
 * How many articles refer to a figure in their newest revision, and how many figures it took
 * in, which older revisions may still refer to.
 */
export async function countFigureUses(client: Client, id: string): Promise<number> {
  const articles = await client.articleReference.count({ where: { kind: 'figure', targetId: id } });
  return articles + (await client.figure.count({ where: { mergedIntoId: id } }));
}
