import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryRows } from '../../src/core/database/rows.ts';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import { mergeIndex } from '../../src/search/merge-store.ts';
import { findIndexFault } from '../../src/search/verify-store.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

async function countPieces(): Promise<number | undefined> {
  const [row] = await queryRows<{ count: number }>(
    newsroom.db.read,
    Prisma.sql`SELECT count(DISTINCT "segid") AS "count" FROM "SearchIndex_idx"`,
  );
  return row?.count;
}

it('gets one piece of a publication, however many rows that has', async () => {
  await newsroom.publish(fullArticle({ slug: 'wall-first' }));
  expect(await countPieces()).toBe(1);
});

it('makes one piece of the index, in which everything is found as before', async () => {
  for (const name of ['one', 'two', 'three'])
    await newsroom.publish(fullArticle({ slug: `wall-${name}` }));
  expect(await countPieces()).toBeGreaterThan(1);
  const before = await newsroom.get('/v1/search?q=wall');

  await mergeIndex(newsroom.db);

  expect(await countPieces()).toBe(1);
  newsroom.context.cache.drop(['articles']);
  expect((await newsroom.get('/v1/search?q=wall')).text).toBe(before.text);
  for (const name of ['one', 'two', 'three']) {
    const { body } = await newsroom.get(`/v1/articles/wall-${name}`);
    expect(await findIndexFault(newsroom.db.read, 'sqlite', body)).toBeNull();
  }
  await mergeIndex(newsroom.db);
  expect(await countPieces()).toBe(1);
});
