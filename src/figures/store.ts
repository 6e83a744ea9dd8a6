import type { Client } from '../core/database/types.ts';
import { isId } from '../core/ids.ts';
import type { Figure } from '../generated/sqlite/client.ts';

export type FigureRow = Figure;

/** A figure by id or slug; a merged one leads to the one that it became. */
export async function findFigure(client: Client, idOrSlug: string): Promise<FigureRow | null> {
  const row = await client.figure.findUnique({
    where: isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug },
  });
  if (row !== null) return row.mergedIntoId === null ? row : findFigure(client, row.mergedIntoId);
  if (isId(idOrSlug)) return null;
  const former = await client.formerSlug.findUnique({
    where: { kind_slug: { kind: 'figure', slug: idOrSlug } },
  });
  return former === null ? null : findFigure(client, former.targetId);
}

export function findFigures(client: Client, ids: readonly string[]): Promise<FigureRow[]> {
  return client.figure.findMany({ where: { id: { in: [...ids] } } });
}

export async function insertFigure(client: Client, row: FigureRow): Promise<void> {
  await client.figure.create({ data: row });
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

export function countFigureUses(client: Client, id: string): Promise<number> {
  return client.articleReference.count({ where: { kind: 'figure', targetId: id } });
}
