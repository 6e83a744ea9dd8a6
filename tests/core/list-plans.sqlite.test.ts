import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachConnection,
  connectionOf,
  type Statement,
} from '../../src/core/database/connection.ts';
import { listRows } from '../../src/core/database/list.ts';
import { queryRows } from '../../src/core/database/rows.ts';
import type { Client } from '../../src/core/database/types.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const TABLES = ['PublishedArticle', 'PublishedTurn', 'PublishedQuote', 'PublishedClaim'] as const;
type Table = (typeof TABLES)[number];

/** The filters that readers use most, each with an order that it is used with. */
const FILTERS: readonly [table: Table, order: string, filter: Record<string, unknown>][] = [
  ['PublishedArticle', 'publishedAt', {}],
  ['PublishedArticle', 'updatedAt', {}],
  ['PublishedArticle', 'publishedAt', { section: 'local' }],
  ['PublishedArticle', 'publishedAt', { language: 'en' }],
  ['PublishedTurn', 'publishedAt', { speakerId: 'one' }],
  ['PublishedQuote', 'publishedAt', { speakerId: 'one' }],
  ['PublishedQuote', 'publishedAt', { organisation: 'one' }],
  ['PublishedQuote', 'publishedAt', { section: 'local' }],
  ['PublishedClaim', 'publishedAt', { figureId: 'one' }],
  ['PublishedClaim', 'asOfFrom', { figureId: 'one' }],
  ['PublishedClaim', 'publishedAt', { place: 'one' }],
];

describe('a list', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  /** How SQLite finds the rows of a list, step by step. */
  async function planOf(table: Table, order: string, where: object): Promise<string[]> {
    const connection = connectionOf(newsroom.db.read);
    const asked: Statement[] = [];
    const client = {} as Client;
    attachConnection(client, {
      ...connection,
      query: (sql) => {
        asked.push(sql);
        return connection.query(sql);
      },
    });
    const orderBy = [{ [order]: 'desc' as const }, { id: 'desc' as const }];
    await listRows(client, table, { where, orderBy, take: 21, columns: ['id', 'publishedAt'] });
    const { sql = '', text = '', values = [] } = asked.at(-1) ?? {};
    const steps = await queryRows<{ detail: string }>(newsroom.db.read, {
      sql: `EXPLAIN QUERY PLAN ${sql}`,
      text,
      values,
    });
    return steps.map(({ detail }) => detail);
  }

  it.each(FILTERS)('of %s by %s with %o is read in its order from an index', async (...filter) => {
    const [step = '', ...others] = await planOf(...filter);
    expect(others).toEqual([]);
    expect(step).toMatch(/ USING (COVERING )?INDEX /);
    const [, , where] = filter;
    for (const column of Object.keys(where)) expect(step).toContain(`(${column}=?)`);
  });
});
