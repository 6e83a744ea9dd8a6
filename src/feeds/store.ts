import type { Client } from '../core/database/types.ts';
import type { Prisma } from '../generated/sqlite/client.ts';

const NEWEST = [{ publishedAt: 'desc' }, { id: 'desc' }] as const;
const PART = { id: true, articleId: true, publishedAt: true, document: true } as const;

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

type Part = Prisma.PublishedClaimGetPayload<{ select: typeof PART }>;

/** The newest quotes, turns and claims of a source, together and newest first. */
export async function newestOfSource(client: Client, sourceId: string, take: number) {
  const spoken = { speakerId: sourceId };
  const quotes = await newestOf((order) =>
    client.publishedQuote.findMany({ where: spoken, ...order, take, select: PART }),
  );
  const turns = await newestOf((order) =>
    client.publishedTurn.findMany({ where: spoken, ...order, take, select: PART }),
  );
  const claims = await newestOf((order) =>
    client.publishedClaim.findMany({ where: { sourceId }, ...order, take, select: PART }),
  );
  const parts = [
    ...quotes.map((row) => ({ kind: 'quote' as const, ...row })),
    ...claims.map((row) => ({ kind: 'claim' as const, ...row })),
    ...turns.map((row) => ({ kind: 'turn' as const, ...row })),
  ];
  return newestFirst(client, parts, take);
}

/** The newest claims about a figure, newest first. */
export async function newestOfFigure(client: Client, figureId: string, take: number) {
  const claims = await newestOf((order) =>
    client.publishedClaim.findMany({ where: { figureId }, ...order, take, select: PART }),
  );
  return newestFirst(client, claims, take);
}

/**
 * The parts of the newest articles, and those that were made last: an update adds them to
 * an older article. Ids are in the order in which they were made (UUIDv7).
 */
async function newestOf(
  find: (order: { orderBy: Prisma.PublishedClaimOrderByWithRelationInput[] }) => Promise<Part[]>,
): Promise<Part[]> {
  const rows = [
    ...(await find({ orderBy: [...NEWEST] })),
    ...(await find({ orderBy: [{ id: 'desc' }] })),
  ];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Parts by when they appeared; that may be later than their article was published. */
async function newestFirst<P extends Part>(
  client: Client,
  parts: readonly P[],
  take: number,
): Promise<P[]> {
  const added = await findAdded(client, parts);
  return parts
    .map((part) => {
      const addedAt = added.get(part.id) ?? part.publishedAt;
      return addedAt > part.publishedAt ? { ...part, publishedAt: addedAt } : part;
    })
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, take);
}

/** When parts were added by a later edition than their article's first. */
async function findAdded(client: Client, parts: readonly Part[]): Promise<Map<string, Date>> {
  const rows = await client.partEdition.findMany({
    where: {
      partId: { in: parts.map(({ id }) => id) },
      edition: { gt: 1 },
      change: 'published',
    },
    orderBy: { edition: 'asc' },
    select: { partId: true, articleId: true, edition: true },
  });
  if (rows.length === 0) return new Map();
  const editions = await client.edition.findMany({
    where: { OR: rows.map(({ articleId, edition }) => ({ articleId, number: edition })) },
    select: { articleId: true, number: true, publishedAt: true },
  });
  const times = new Map(
    editions.map(({ articleId, number, publishedAt }) => [`${articleId}/${number}`, publishedAt]),
  );
  return new Map(
    rows.flatMap(({ partId, articleId, edition }) => {
      const publishedAt = times.get(`${articleId}/${edition}`);
      return publishedAt === undefined ? [] : [[partId, publishedAt]];
    }),
  );
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
