import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryRows } from '../../src/core/database/rows.ts';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import { createMerger } from '../../src/search/merge.ts';
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

async function mergeAll(): Promise<void> {
  const step = mergeIndex(newsroom.db, { pieces: 'all', pages: 64 });
  while (await step());
}

const publish = async (...slugs: string[]) => {
  for (const slug of slugs) await newsroom.publish(fullArticle({ slug }));
};

/** As if so much more had changed. */
const change = (many: number) =>
  newsroom.db.write((client) =>
    queryRows(client, Prisma.sql`UPDATE "Change" SET "seq" = "seq" + ${many} + 10000`).then(() =>
      queryRows(client, Prisma.sql`UPDATE "Change" SET "seq" = "seq" - 10000`),
    ),
  );

it('gets one piece of a publication, however many rows that has', async () => {
  await publish('wall-first');
  expect(await countPieces()).toBe(1);
});

it('makes one piece of the index, in which everything is found as before', async () => {
  await publish('wall-one', 'wall-two', 'wall-three');
  expect(await countPieces()).toBeGreaterThan(1);
  const before = await newsroom.get('/v1/search?q=wall');

  await mergeAll();

  expect(await countPieces()).toBe(1);
  newsroom.context.cache.drop(['articles']);
  expect((await newsroom.get('/v1/search?q=wall')).text).toBe(before.text);
  for (const name of ['one', 'two', 'three']) {
    const { body } = await newsroom.get(`/v1/articles/wall-${name}`);
    expect(await findIndexFault(newsroom.db.read, 'sqlite', body)).toBeNull();
  }
  await mergeAll();
  expect(await countPieces()).toBe(1);
});

it('merges pieces that are alike while the server runs, when much has changed and no more comes fast', async () => {
  const merger = createMerger(newsroom.context);
  await publish('dam-one', 'dam-two', 'dam-three');
  const many = await countPieces();
  const before = await newsroom.get('/v1/search?q=wall');

  await change(1_000);
  await merger.tick();
  expect(await countPieces()).toBe(many);
  await merger.tick();
  const few = await countPieces();
  expect(few).toBeLessThan(many ?? 0);
  newsroom.context.cache.dropAll();
  expect((await newsroom.get('/v1/search?q=wall')).text).toBe(before.text);

  await publish('dam-four', 'dam-five');
  await merger.tick();
  const more = await countPieces();
  expect(more).toBeGreaterThan(few ?? 0);
  await change(200);
  await merger.tick();
  await change(100);
  await merger.tick();
  expect(await countPieces()).toBeLessThan(more ?? 0);
});

it('begins no merging when the server ends', async () => {
  await publish('lock-one', 'lock-two');
  const many = await countPieces();
  const merger = createMerger(newsroom.context);
  merger.stop();
  await change(100);
  await merger.tick();
  await merger.tick();
  expect(await countPieces()).toBe(many);
});
