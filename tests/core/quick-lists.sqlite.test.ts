import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachConnection,
  connectionOf,
  type Statement,
} from '../../src/core/database/connection.ts';
import { listRows } from '../../src/core/database/list.ts';
import { queryRows } from '../../src/core/database/rows.ts';
import type { Client } from '../../src/core/database/types.ts';
import { lookUpWords } from '../../src/search/list-words.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

type Table = 'Article' | 'PublishedArticle' | 'PublishedTurn' | 'PublishedQuote' | 'PublishedClaim';
type Filter = Record<string, unknown>;

const BEFORE = {
  publishedAt: { lte: new Date(0) },
  OR: [{ publishedAt: new Date(0) }, { id: '1' }],
};

const QUICK: readonly [table: Table, order: string, where: Filter][] = [
  ['Article', 'updatedAt', { state: 'draft' }],
  ['PublishedArticle', 'publishedAt', {}],
  ['PublishedArticle', 'publishedAt', { section: 'local', language: undefined }],
  ['PublishedArticle', 'publishedAt', { AND: [{ language: 'en' }, { AND: [BEFORE] }] }],
  ['PublishedArticle', 'updatedAt', { updatedAt: { gte: new Date(0) } }],
  ['PublishedArticle', 'publishedAt', { kind: 'news', tags: { some: { tag: 'of-few' } } }],
  ['PublishedTurn', 'publishedAt', { speakerId: 'one', publishedAt: { gte: new Date(0) } }],
  ['PublishedTurn', 'position', { articleId: 'one', position: { gt: 3 } }],
  ['PublishedQuote', 'publishedAt', { AND: [{ organisation: 'one' }, BEFORE] }],
  ['PublishedClaim', 'asOfFrom', { figureId: 'one', asOfTo: { gte: 1 }, asOfFrom: { lt: 9 } }],
];

const LONG: readonly [table: Table, order: string, where: Filter][] = [
  ['Article', 'updatedAt', { section: 'none' }],
  ['PublishedArticle', 'publishedAt', { kind: 'news' }],
  ['PublishedArticle', 'publishedAt', { section: 'local', language: 'en' }],
  ['PublishedArticle', 'updatedAt', { section: 'local' }],
  ['PublishedArticle', 'publishedAt', { updatedAt: { gte: new Date(0) } }],
  ['PublishedArticle', 'publishedAt', { slug: { contains: 'wall' } }],
  ['PublishedTurn', 'publishedAt', { role: 'remark' }],
  ['PublishedTurn', 'publishedAt', { speakerId: 'one', articleId: 'one' }],
  ['PublishedQuote', 'publishedAt', { saidFrom: { lt: 9 } }],
  ['PublishedQuote', 'publishedAt', { section: { in: ['local', 'world'] } }],
  ['PublishedClaim', 'publishedAt', { figureId: 'one', asOfTo: { gte: 1 } }],
  ['PublishedClaim', 'publishedAt', { OR: [{ high: { gte: 3 } }, { high: null }] }],
  ['PublishedClaim', 'asOfFrom', { place: 'one' }],
];

describe('a list', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'wall' }));
  });
  afterAll(() => newsroom.close());

  /** How the rows of a list are asked for, and how SQLite finds them. */
  async function askedFor(table: Table, order: string, where: Filter, q?: string) {
    const connection = connectionOf(newsroom.db.read);
    const ways: string[] = [];
    const plans: string[][] = [];
    const note = (way: 'query' | 'queryAside') => async (statement: Statement) => {
      ways.push(way);
      plans.push(await planOf(statement));
      return connection[way](statement);
    };
    const client = {} as Client;
    const noted = { query: note('query'), queryAside: note('queryAside') };
    attachConnection(client, { ...connection, ...noted });
    await listRows(client, table, {
      where,
      lookup: q === undefined ? undefined : lookUpWords('PublishedArticle', q),
      orderBy: [{ [order]: 'desc' }, { id: 'desc' }],
      take: 21,
      columns: ['id'],
    });
    return { ways, plans };
  }

  async function planOf({ sql = '', text = '', values }: Statement): Promise<string[]> {
    const explained = { sql: `EXPLAIN QUERY PLAN ${sql}`, text, values };
    const steps = await queryRows<{ detail: string }>(newsroom.db.read, explained);
    return steps.map(({ detail }) => detail);
  }

  it.each(QUICK)(
    'of %s by %s with %o, which an index holds in order, is read at once',
    async (...list) => {
      const { ways, plans } = await askedFor(...list);
      expect(ways).not.toContain('queryAside');
      const isLookedUp = 'tags' in list[2];
      const sorted = plans.flat().filter((step) => step.includes('B-TREE FOR ORDER BY'));
      expect(sorted, plans.join('\n')).toHaveLength(isLookedUp ? 2 : 0);
    },
  );

  it.each(LONG)(
    'of %s by %s with %o, which no index holds in order, is read aside',
    async (...list) => {
      expect((await askedFor(...list)).ways).toEqual(['queryAside']);
    },
  );

  it('of words is looked up aside', async () => {
    const { ways } = await askedFor(
      'PublishedArticle',
      'publishedAt',
      { section: 'local' },
      'wall',
    );
    expect(ways).toEqual(['queryAside', 'queryAside']);
  });

  it('that is read aside holds nobody up', async () => {
    const answered: string[] = [];
    const ask = async (name: string, url: string) => {
      expect((await newsroom.get(url)).status).toBe(200);
      answered.push(name);
    };
    // What was asked aside before keeps the thread for some hundredths of a second.
    const sql = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
      SELECT max(i) FROM n`;
    const before = connectionOf(newsroom.db.read).queryAside({ sql, text: sql, values: [] });
    await Promise.all([ask('long', '/v1/turns?role=remark'), ask('quick', '/v1/articles/wall')]);
    expect(answered).toEqual(['quick', 'long']);
    await before;
  });

  it('is refused with 503 and when to come again where too many wait for theirs', async () => {
    const asked = Array.from({ length: 40 }, (_, number) =>
      newsroom.get(`/v1/turns?role=remark&limit=${number + 1}`),
    );
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(8);
    expect(refused[0]?.body).toMatchObject({ code: 'unavailable' });
    expect(refused[0]?.headers['retry-after']).toBe('5');
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(32);
    expect((await newsroom.get('/v1/turns?role=remark&limit=40')).status).toBe(200);
  });
});
