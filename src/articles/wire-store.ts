import { listRows } from '../core/database/list.ts';
import { findRows } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { Position } from '../core/http/pagination.ts';
import { after, timeRange, wordsIn } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';
import type { Prisma } from '../generated/sqlite/client.ts';

export interface ArticleListFilter {
  section?: string | undefined;
  tag?: string | undefined;
  language?: string | undefined;
  /** Id of a source that is in the article. */
  source?: string | undefined;
  /** Id of a figure that is in the article. */
  figure?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  useDate?: 'published' | 'firstPublished' | 'updated' | undefined;
  q?: string | undefined;
}

/** The orders of the list: which column, which way. */
export const ARTICLE_ORDERS = {
  newest: ['publishedAt', 'desc'],
  oldest: ['publishedAt', 'asc'],
  updated: ['updatedAt', 'desc'],
} as const;
export type ArticleOrder = keyof typeof ARTICLE_ORDERS;

const DATE_COLUMNS = {
  published: 'publishedAt',
  firstPublished: 'firstPublishedAt',
  updated: 'updatedAt',
} as const;

export async function listPublished(
  client: Client,
  filter: ArticleListFilter,
  order: ArticleOrder,
  position: Position | null,
  take: number,
) {
  const [column, direction] = ARTICLE_ORDERS[order];
  return listRows(client, 'PublishedArticle', {
    where: { AND: [conditions(filter), after(column, direction, position)] },
    orderBy: [{ [column]: direction }, { id: direction }],
    take,
    columns: ['id', 'summary', 'publishedAt', 'updatedAt'],
  });
}

function conditions(filter: ArticleListFilter): Prisma.PublishedArticleWhereInput {
  const { section, tag, language, source, figure, kind, q } = filter;
  return {
    ...(section === undefined ? {} : { section }),
    ...(language === undefined ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
    ...(tag === undefined ? {} : { tags: { some: { tag } } }),
    ...(source === undefined ? {} : { sources: { some: { sourceId: source } } }),
    ...(figure === undefined ? {} : { figures: { some: { figureId: figure } } }),
    ...timeRange(DATE_COLUMNS[filter.useDate ?? 'published'], filter.from, filter.to),
    ...wordsIn(q),
  };
}

export async function findPublished(client: Client, idOrSlug: string) {
  const where = isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug };
  const [row] = await findRows(client, 'PublishedArticle', where, [
    ...(['id', 'slug', 'document', 'etag', 'updatedAt', 'cacheTags'] as const),
  ]);
  return row ?? null;
}

/** The id of the article that had a slug in public. */
export async function findFormerHolder(client: Client, slug: string): Promise<string | null> {
  const former = await client.formerSlug.findUnique({
    where: { kind_slug: { kind: 'article', slug } },
  });
  return former?.targetId ?? null;
}

/** The present slug of a published article that once had another one. */
export async function findPresentSlug(client: Client, formerSlug: string): Promise<string | null> {
  const id = await findFormerHolder(client, formerSlug);
  if (id === null) return null;
  const row = await client.publishedArticle.findUnique({ where: { id }, select: { slug: true } });
  return row?.slug ?? null;
}

export function listEditions(
  client: Client,
  articleId: string,
  position: Position | null,
  take: number,
) {
  return client.edition.findMany({
    where: { articleId, ...(position === null ? {} : { number: { lt: Number(position[0]) } }) },
    orderBy: { number: 'desc' },
    take,
    select: { number: true, kind: true, note: true, publishedAt: true },
  });
}

export function findEdition(client: Client, articleId: string, number: number) {
  return client.edition.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { document: true, etag: true, publishedAt: true, kind: true },
  });
}

/** Corrections of what is public, and all retractions, newest first. */
export function listCorrections(client: Client, position: Position | null, take: number) {
  return client.edition.findMany({
    where: {
      OR: [{ kind: 'retraction' }, { kind: 'correction', article: { live: { not: null } } }],
      ...after('publishedAt', 'desc', position),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
    include: { article: { select: { id: true } } },
  });
}
