import { indexAllTitles } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { clearIndex } from '../search/index-store.ts';
import { indexAllNames } from '../sources/store.ts';
import { type Answered, insertProjections, projectAgain, readLive } from './projection.ts';
import { makePublications } from './publication.ts';
import { projectFigures, projectSources } from './reference-projection.ts';

/** By the ids of articles. */
type AnsweredById = ReadonlyMap<string, Answered>;

/** How many articles are read at a time. */
const BATCH = 50;

/**
 * Makes the published tables again from the live revisions, editions and reference data.
 * The bytes come out equal; a difference means that the tables were tampered with. What sources
 * and articles are found by at the desk is made again too, since an older version may have folded
 * it otherwise.
 *
 * @param now when articles change, but for those that are answered as before
 * @param answered what they were answered with
 * @returns how many articles are published
 */
export async function rebuild(client: Client, now: Date, answered: AnsweredById): Promise<number> {
  await client.publishedClaim.deleteMany();
  await client.publishedQuote.deleteMany();
  await client.publishedTurn.deleteMany();
  await client.publishedArticle.deleteMany();
  await client.publishedSource.deleteMany();
  await client.publishedFigure.deleteMany();
  await clearIndex(client);
  await indexAllNames(client);
  await indexAllTitles(client);
  const count = await projectAll(client, now, answered);
  await projectSuperseded(client, now, answered);
  const sources = await client.publishedArticleSource.findMany({
    distinct: ['sourceId'],
    select: { sourceId: true },
  });
  const figures = await client.publishedArticleFigure.findMany({
    distinct: ['figureId'],
    select: { figureId: true },
  });
  for (const some of inBatches(sources.map(({ sourceId }) => sourceId)))
    await projectSources(client, some);
  for (const some of inBatches(figures.map(({ figureId }) => figureId)))
    await projectFigures(client, some);
  return count;
}

async function projectAll(client: Client, now: Date, answered: AnsweredById): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const rows = await client.article.findMany({
      where: { live: { not: null }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    const publications = await makePublications(client, await readLive(client, rows));
    await insertProjections(client, publications, now, answered);
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return count;
  }
}

/** A superseded claim can only say so once the claim that supersedes it is there. */
async function projectSuperseded(client: Client, now: Date, answered: AnsweredById): Promise<void> {
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
  for (const some of inBatches(superseded.map(({ articleId }) => articleId)))
    await projectAgain(client, some, now, answered);
}

function* inBatches(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
}
