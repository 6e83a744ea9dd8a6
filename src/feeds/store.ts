import { type Condition, listRows } from '../core/database/list.ts';
import { countRowsAside, queryRowsAside } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';

const NEWEST = [{ publishedAt: 'desc' }, { id: 'desc' }] as const;

export interface ArticleScope {
  section?: string;
  tag?: string;
}

function within({ section, tag }: ArticleScope): Condition<'PublishedArticle'> {
  return { section, tags: tag === undefined ? undefined : { some: { tag } } };
}

/** The newest published articles. */
export function newestArticles(client: Client, scope: ArticleScope, take: number) {
  return listRows(client, 'PublishedArticle', {
    where: within(scope),
    orderBy: NEWEST,
    take,
    columns: ['id'],
    bytes: ['document'],
  });
}

export function countPublished(client: Client): Promise<number> {
  return countRowsAside(client, Prisma.sql`"PublishedArticle"`);
}

/** Addresses of articles in the order of their ids, for a page of the sitemap. */
export function listAddresses(
  client: Client,
  skip: number,
  take: number,
): Promise<{ slug: string; updatedAt: Date }[]> {
  return queryRowsAside(
    client,
    Prisma.sql`SELECT "slug", "updatedAt" FROM "PublishedArticle"
      ORDER BY "id" LIMIT ${take} OFFSET ${skip}`,
  );
}

/** In every language a letter behind those of ids; signs come before them in most. */
const BEHIND_IDS = 'g';

/**
 * When anything on a page of the sitemap last changed. Articles are looked at from the one that
 * changed last until one of the page comes, which an index holds with their ids.
 */
export async function lastUpdate(client: Client, skip: number, take: number): Promise<Date | null> {
  const idAt = (place: number) =>
    Prisma.sql`(SELECT "id" FROM "PublishedArticle" ORDER BY "id" LIMIT 1 OFFSET ${place})`;
  const [row] = await queryRowsAside<{ updatedAt: Date }>(
    client,
    Prisma.sql`SELECT "updatedAt" FROM "PublishedArticle"
      WHERE "id" >= ${idAt(skip)} AND "id" < coalesce(${idAt(skip + take)}, ${BEHIND_IDS})
      ORDER BY "updatedAt" DESC LIMIT 1`,
  );
  return row?.updatedAt ?? null;
}

const NEWEST_FIRST = [{ firstPublishedAt: 'desc' }, { id: 'desc' }] as const;

/** Articles first published since a time, newest first. */
export function listRecent(client: Client, since: Date, take: number) {
  return listRows(client, 'PublishedArticle', {
    where: { firstPublishedAt: { gt: since } },
    orderBy: NEWEST_FIRST,
    take,
    columns: ['slug', 'language', 'firstPublishedAt'],
    bytes: ['summary'],
  });
}

/** When the newest article that is older than a time was first published. */
export async function newestBefore(client: Client, time: Date): Promise<Date | null> {
  const [row] = await listRows(client, 'PublishedArticle', {
    where: { firstPublishedAt: { lte: time } },
    orderBy: NEWEST_FIRST,
    take: 1,
    columns: ['firstPublishedAt'],
  });
  return row?.firstPublishedAt ?? null;
}
