import { findRows, findWholeRows, insertRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { isId } from '../core/ids.ts';
import type { Section } from '../generated/sqlite/client.ts';

export type TermRow = Section;
export type TermKind = 'section' | 'tag';

const TABLES = { section: 'Section', tag: 'Tag' } as const satisfies Record<TermKind, string>;

/** Sections and tags are stored alike; the kind says in which table. */
function table(client: Client, kind: TermKind): Client['section'] {
  return kind === 'section' ? client.section : (client.tag as unknown as Client['section']);
}

export async function findTerm(
  client: Client,
  kind: TermKind,
  idOrSlug: string,
): Promise<TermRow | null> {
  const row = await findAsIs(client, kind, idOrSlug);
  if (row !== null)
    return row.mergedIntoId === null ? row : findTerm(client, kind, row.mergedIntoId);
  if (isId(idOrSlug)) return null;
  const named = { kind, slug: idOrSlug };
  const [former] = await findRows(client, 'FormerSlug', named, ['targetId']);
  return former === undefined ? null : findTerm(client, kind, former.targetId);
}

/** A term by id, slug or former slug as it is, also when it was merged into another one. */
export async function findTermRow(
  client: Client,
  kind: TermKind,
  idOrSlug: string,
): Promise<TermRow | null> {
  return (await findAsIs(client, kind, idOrSlug)) ?? findTerm(client, kind, idOrSlug);
}

async function findAsIs(client: Client, kind: TermKind, idOrSlug: string): Promise<TermRow | null> {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const [row] = await findWholeRows(client, TABLES[kind], where);
  return row ?? null;
}

/** Points a term, and all that it took in before, at the one that it became. */
export async function markMerged(
  client: Client,
  kind: TermKind,
  id: string,
  intoId: string,
  updatedAt: Date,
): Promise<void> {
  await table(client, kind).updateMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: intoId, version: { increment: 1 }, updatedAt },
  });
}

/** The slug that a term has now, by a slug that it has or had; an unknown one as it is. */
export async function findPresentSlug<S extends string | undefined>(
  client: Client,
  kind: TermKind,
  slug: S,
): Promise<S | string> {
  if (slug === undefined) return slug;
  return (await findTerm(client, kind, slug))?.slug ?? slug;
}

export function findTerms(
  client: Client,
  kind: TermKind,
  slugs: readonly string[],
): Promise<TermRow[]> {
  return findWholeRows(client, TABLES[kind], { slug: slugs });
}

export async function insertTerm(client: Client, kind: TermKind, row: TermRow): Promise<void> {
  await insertRows(client, TABLES[kind], [row]);
}

export async function updateTerm(
  client: Client,
  kind: TermKind,
  { id, ...data }: TermRow,
): Promise<void> {
  await table(client, kind).update({ where: { id }, data });
}

export async function deleteTerm(client: Client, kind: TermKind, id: string): Promise<void> {
  await table(client, kind).delete({ where: { id } });
}

export function listTerms(
  client: Client,
  kind: TermKind,
  after: string | null,
  take: number,
): Promise<TermRow[]> {
  return table(client, kind).findMany({
    where: { mergedIntoId: null, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
  });
}

/**
 * How many articles carry a term, which they name by its slug, and how many terms it took
 * in, which older revisions may still name.
 */
export async function countTermUses(client: Client, kind: TermKind, row: TermRow): Promise<number> {
  const articles = await client.articleReference.count({ where: { kind, targetId: row.slug } });
  return articles + (await table(client, kind).count({ where: { mergedIntoId: row.id } }));
}
