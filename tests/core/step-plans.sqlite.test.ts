import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

/** A table, or an index of one, read from one end to the other. */
const SCAN = /^SCAN (?:main\.)?(?:Article|Revision|Edition|PartEdition|Published\w+|Change)\b/;

describe('what a step of the workflow asks the database', () => {
  let newsroom: Newsroom;
  const prepared = vi.spyOn(SqliteDatabase.prototype, 'prepare');
  beforeAll(async () => {
    newsroom = await openNewsroom();
    // What the start asked for is asked once.
    prepared.mockClear();
  });
  afterAll(() => newsroom.close());

  /** The statements that read a growing table as a whole, with how SQLite would do that. */
  function scans(statements: Iterable<string>): [sql: string, plan: string[]][] {
    const db = new SqliteDatabase(newsroom.config.databaseUrl.replace(/^file:/, ''));
    try {
      return [...statements].flatMap((sql) => {
        const parameters = (sql.match(/\?/g) ?? []).map(() => 1);
        const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
        const plan = (rows as { detail: string }[]).map(({ detail }) => detail);
        return plan.some((step) => SCAN.test(step)) ? [[sql, plan]] : [];
      });
    } finally {
      db.close();
    }
  }

  it('counts nothing that was published before', async () => {
    const { id } = (await newsroom.publish(fullArticle({ slug: 'zero' }))).body;
    await newsroom.patch(`/v1/desk/articles/${id}`, { quotes: [] });
    await newsroom.step(id as string, 'publish', { kind: 'correction', note: 'It was not said.' });
    await newsroom.step(id as string, 'retract', { note: 'It was never said.' });
    const statements = prepared.mock.calls.map(([sql]) => sql);
    expect(statements.some((sql) => /INSERT INTO "PublishedSource"/.test(sql))).toBe(true);
    expect(statements.filter((sql) => /\bcount\(/i.test(sql))).toEqual([]);
  });

  it('is found by indexes, however much there is', async () => {
    const slugs = ['one', 'two', 'three'];
    const ids: string[] = [];
    for (const slug of slugs)
      ids.push((await newsroom.publish(fullArticle({ slug }))).body.id as string);
    const [first = '', second = ''] = ids;
    await newsroom.patch('/v1/desk/sources/mara-elsing', { name: 'Mara Elsing-Vale' });
    await newsroom.patch('/v1/desk/figures/marrowford-evacuees', { question: 'How many left?' });
    await newsroom.patch(`/v1/desk/articles/${first}`, { summary: 'Told anew.' });
    await newsroom.step(first, 'publish', { kind: 'correction', note: 'The summary was wrong.' });
    await newsroom.step(second, 'retract', { note: 'It was never said.' });
    const statements = new Set(
      prepared.mock.calls
        .map(([sql]) => sql)
        .filter((sql) => /^\s*(SELECT|UPDATE|DELETE)/.test(sql)),
    );
    expect(statements.size).toBeGreaterThan(20);
    expect(scans(statements)).toEqual([]);
  });
});
