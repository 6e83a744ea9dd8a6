import { getContent } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { clearIndex } from '../search/index-store.ts';
import { insertProjection, makePublication, projectAgain } from './projection.ts';
import { projectFigures, projectSources } from './reference-projection.ts';

/** How many articles are read at a time. */
const BATCH = 200;

/**
 * Makes the published tables again from the live revisions, editions and reference data.
 * The bytes come out equal; a difference means that the tables were tampered with.
 *
 * @returns how many articles are published
 */
export async function rebuild(client: Client): Promise<number> {
  await client.publishedClaim.deleteMany();
  await client.publishedQuote.deleteMany();
  await client.publishedTurn.deleteMany();
  await client.publishedArticle.deleteMany();
  await client.publishedSource.deleteMany();
  await client.publishedFigure.deleteMany();
  await clearIndex(client);
  const count = await projectAll(client);
  await projectSuperseded(client);
  const sources = await client.publishedArticleSource.findMany({
    distinct: ['sourceId'],
    select: { sourceId: true },
  });
  const figures = await client.publishedArticleFigure.findMany({
    distinct: ['figureId'],
    select: { figureId: true },
  });
  for (const { sourceId } of sources) await projectSources(client, [sourceId]);
  for (const { figureId } of figures) await projectFigures(client, [figureId]);
  return count;
}

async function projectAll(client: Client): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await client.article.findMany({
      where: { live: { not: null }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const row of rows) {
      const content = await getContent(client, row.id, row.live as number);
      await insertProjection(client, row, await makePublication(client, row, content));
    }
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return count;
  }
}

/** A superseded claim can only say so once the claim that supersedes it is there. */
async function projectSuperseded(client: Client): Promise<void> {
  const links = await client.publishedClaim.findMany({
    where: { supersedesId: { not: null } },
    select: { supersedesId: true },
  });
  const ids = links.map(({ supersedesId }) => supersedesId as string);
  const superseded = await client.publishedClaim.findMany({
    where: { id: { in: ids } },
    distinct: ['articleId'],
    select: { articleId: true },
  });
  for (const { articleId } of superseded) {
    const row = await client.article.findUniqueOrThrow({ where: { id: articleId } });
    await projectAgain(client, row);
  }
}
