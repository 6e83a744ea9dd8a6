/** Which articles show or name a reference datum. */
import type { Client } from '../core/database/types.ts';
import type { ShownKind } from '../core/references/reproject.ts';

/** A reference datum as articles name it: sections and tags by slug, the others by id. */
export interface Named {
  id: string;
  slug: string;
}

/** What articles call it. */
export function nameOf(kind: ShownKind, { id, slug }: Named): string {
  return kind === 'section' || kind === 'tag' ? slug : id;
}

/** The published articles that show it, in the order of their ids, after a position. */
export async function listShowing(
  client: Client,
  kind: ShownKind,
  name: string,
  after: string,
  take: number,
): Promise<string[]> {
  const where = { articleId: { gt: after } };
  const page = { orderBy: { articleId: 'asc' as const }, take, select: { articleId: true } };
  switch (kind) {
    case 'source':
      return ids(
        await client.publishedArticleSource.findMany({
          where: { sourceId: name, ...where },
          ...page,
        }),
      );
    case 'figure':
      return ids(
        await client.publishedArticleFigure.findMany({
          where: { figureId: name, ...where },
          ...page,
        }),
      );
    case 'tag':
      return ids(
        await client.publishedArticleTag.findMany({ where: { tag: name, ...where }, ...page }),
      );
    case 'asset':
      return ids(await client.assetUse.findMany({ where: { assetId: name, ...where }, ...page }));
    case 'section': {
      const rows = await client.publishedArticle.findMany({
        where: { section: name, id: { gt: after } },
        orderBy: { id: 'asc' },
        take,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    }
  }
}

function ids(rows: { articleId: string }[]): string[] {
  return rows.map(({ articleId }) => articleId);
}

export function countShowing(client: Client, kind: ShownKind, name: string): Promise<number> {
  switch (kind) {
    case 'source':
      return client.publishedArticleSource.count({ where: { sourceId: name } });
    case 'figure':
      return client.publishedArticleFigure.count({ where: { figureId: name } });
    case 'tag':
      return client.publishedArticleTag.count({ where: { tag: name } });
    case 'asset':
      return client.assetUse.count({ where: { assetId: name } });
    case 'section':
      return client.publishedArticle.count({ where: { section: name } });
  }
}

/** How many articles name it in their newest revision. */
export function countNaming(client: Client, kind: ShownKind, name: string): Promise<number> {
  return client.articleReference.count({ where: { kind, targetId: name } });
}

/**
 * Lets the newest revisions of some articles count as naming another datum instead, which
 * the one that they name became.
 *
 * @returns how many did
 */
export async function moveNaming(
  client: Client,
  kind: ShownKind,
  from: string,
  to: string,
  take: number,
): Promise<number> {
  const rows = await client.articleReference.findMany({
    where: { kind, targetId: from },
    take,
    select: { articleId: true },
  });
  const articles = ids(rows);
  if (articles.length === 0) return 0;
  const both = await client.articleReference.findMany({
    where: { kind, targetId: to, articleId: { in: articles } },
    select: { articleId: true },
  });
  const known = new Set(ids(both));
  await client.articleReference.deleteMany({
    where: { kind, targetId: from, articleId: { in: articles } },
  });
  const missing = articles.filter((articleId) => !known.has(articleId));
  await client.articleReference.createMany({
    data: missing.map((articleId) => ({ articleId, kind, targetId: to })),
  });
  if (kind === 'section') {
    await client.article.updateMany({
      where: { id: { in: articles }, section: from },
      data: { section: to },
    });
  }
  return articles.length;
}
