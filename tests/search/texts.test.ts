import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/core/database/migrations.ts';
import { checkSearch } from '../../src/maintenance/check-search.ts';
import type { Newsroom } from '../support/newsroom.ts';
import { openStories } from './fixture.ts';

let newsroom: Newsroom;
let ids: Map<string, string>;

beforeAll(async () => {
  ({ newsroom, ids } = await openStories());
});
afterAll(() => newsroom.close());

const countTexts = async () => {
  const { read } = newsroom.db;
  const rows = await read.$queryRaw<{ count: number | bigint }[]>`
    SELECT count(*) AS "count" FROM "SearchText"`;
  return Number(rows[0]?.count);
};
const problems = async () => (await checkSearch(newsroom.db)).problems;

describe('the texts that articles are shown from', () => {
  it('are there for each published article, and gone with it', async () => {
    expect(await countTexts()).toBe(ids.size);
    const id = ids.get('cafe-ouvre') ?? '';
    await newsroom.step(id, 'withdraw');
    expect(await countTexts()).toBe(ids.size - 1);
    await newsroom.step(id, 'publish');
    expect(await problems()).toEqual([]);
  });

  it('are made by the migration as a publication makes them', async () => {
    const { db } = newsroom;
    const file = join(migrationsFolder(db.engine), '0006_search_texts', 'migration.sql');
    const sql = readFileSync(file, 'utf8');
    await db.write(async (client) => {
      await client.$executeRaw`DELETE FROM "SearchText"`;
      await client.$executeRawUnsafe(sql.slice(sql.indexOf('INSERT INTO')));
    });
    expect(await countTexts()).toBe(ids.size);
    expect(await problems()).toEqual([]);
  });

  it('are checked: what is missing, what is wrong, and what is too much', async () => {
    const row = async (slug: string) => {
      const rows = await newsroom.db.read.$queryRaw<{ last: number | bigint }[]>`
        SELECT "last" FROM "SearchArticle" WHERE "articleId" = ${ids.get(slug)}`;
      return Number(rows[0]?.last);
    };
    const [wrong, missing] = [await row('harbour-fog'), await row('tokyo')];
    await newsroom.db.write(async (client) => {
      await client.$executeRaw`
        UPDATE "SearchText" SET "texts" = 'Forged.' WHERE "rowid" = CAST(${wrong} AS BIGINT)`;
      await client.$executeRaw`
        UPDATE "SearchText" SET "rowid" = 7 WHERE "rowid" = CAST(${missing} AS BIGINT)`;
    });
    expect((await problems()).sort()).toEqual([
      'article harbour-fog is shown from other texts: run onrecord rebuild',
      'article tokyo is shown from other texts: run onrecord rebuild',
      'row 7 belongs to nothing published: run onrecord rebuild',
    ]);
  });
});
