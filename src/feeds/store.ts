import type { Client } from '../core/database/types.ts';
import type { Prisma } from '../generated/sqlite/client.ts';

const NEWEST = [{ publishedAt: 'desc' }, { id: 'desc' }] as const;

export interface ArticleScope {
  section?: string;
  tag?: string;
}

function within({ section, tag }: ArticleScope): Prisma.PublishedArticleWhereInput {
  return {
    ...(section === undefined ? {} : { section }),
    ...(tag === undefined ? {} : { tags: { some: { tag } } }),
  };
}

/** The newest published articles. */
export function newestArticles(client: Client, scope: ArticleScope, take: number) {
  return client.publishedArticle.findMany({
    where: within(scope),
    orderBy: [...NEWEST],
    take,
    select: { id: true, document: true, updatedAt: true },
  });
}

/** The present slug of a section or tag that was once called so in public. */
export async function findFormerTerm(
  client: Client,
  kind: 'section' | 'tag',
  slug: string,
): Promise<string | null> {
  const former = await client.formerSlug.findUnique({ where: { kind_slug: { kind, slug } } });
  if (former === null) return null;
  const query = { where: { id: former.targetId }, select: { slug: true } };
  const row =
    kind === 'section'
      ? await client.section.findUnique(query)
      : await client.tag.findUnique(query);
  return row?.slug ?? null;
}

export function countPublished(client: Client): Promise<number> {
  return client.publishedArticle.count();
}

/** Addresses of articles in the order of their ids, for a page of the sitemap. */
export function listAddresses(client: Client, skip: number, take: number) {
  return client.publishedArticle.findMany({
    orderBy: { id: 'asc' },
    skip,
    take,
    select: { slug: true, updatedAt: true },
  });
}

/** When anything on a page of the sitemap last changed. */
export async function lastUpdate(client: Client, skip: number, take: number): Promise<Date | null> {
  const bound = async (at: number) =>
    (
      await client.publishedArticle.findFirst({
        orderBy: { id: 'asc' },
        skip: at,
        select: { id: true },
      })
    )?.id;
  const first = await bound(skip);
  if (first === undefined) return null;
  const next = await bound(skip + take);
  const { _max } = await client.publishedArticle.aggregate({
    where: { id: { gte: first, ...(next === undefined ? {} : { lt: next }) } },
    _max: { updatedAt: true },
  });
  return _max.updatedAt;
}

/** Articles first published since a time, newest first. */
export function listRecent(client: Client, since: Date, take: number) {
  return client.publishedArticle.findMany({
    where: { firstPublishedAt: { gt: since } },
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'desc' }],
    take,
    select: { slug: true, summary: true, language: true, firstPublishedAt: true },
  });
}

/** When the newest article that is older than a time was first published. */
export async function newestBefore(client: Client, time: Date): Promise<Date | null> {
  const row = await client.publishedArticle.findFirst({
    where: { firstPublishedAt: { lte: time } },
    orderBy: { firstPublishedAt: 'desc' },
    select: { firstPublishedAt: true },
  });
  return row?.firstPublishedAt ?? null;
}
