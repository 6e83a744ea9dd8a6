import type { PrismaClient } from '../../src/generated/sqlite/client.ts';

/** Every row of the published tables, in a fixed order. */
export async function snapshot(client: PrismaClient): Promise<Record<string, unknown[]>> {
  const byId = { orderBy: { id: 'asc' as const } };
  return {
    articles: await client.publishedArticle.findMany(byId),
    turns: await client.publishedTurn.findMany(byId),
    quotes: await client.publishedQuote.findMany(byId),
    claims: await client.publishedClaim.findMany(byId),
    claimSources: await client.publishedClaimSource.findMany({
      orderBy: [{ claimId: 'asc' }, { sourceId: 'asc' }],
    }),
    articleSources: await client.publishedArticleSource.findMany({
      orderBy: [{ articleId: 'asc' }, { sourceId: 'asc' }],
    }),
    articleFigures: await client.publishedArticleFigure.findMany({
      orderBy: [{ articleId: 'asc' }, { figureId: 'asc' }],
    }),
    articleTags: await client.publishedArticleTag.findMany({
      orderBy: [{ articleId: 'asc' }, { tag: 'asc' }],
    }),
    sources: await client.publishedSource.findMany(byId),
    figures: await client.publishedFigure.findMany(byId),
  };
}
