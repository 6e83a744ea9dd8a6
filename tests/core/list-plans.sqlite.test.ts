import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachConnection,
  connectionOf,
  type Statement,
} from '../../src/core/database/connection.ts';
import { createKeptRows } from '../../src/core/database/kept-rows.ts';
import { listKeptRows, listRows } from '../../src/core/database/list.ts';
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

/** Filters that no index leads by: the rows that belong may be far behind others. */
const PASSED: readonly [table: Table, filter: Record<string, unknown>][] = [
  ['PublishedArticle', { kind: 'explainer' }],
  ['PublishedArticle', { firstPublishedAt: { lt: new Date(1) }, updatedAt: { gte: new Date(0) } }],
  ['PublishedTurn', { role: 'remark' }],
  ['PublishedQuote', { saidTo: { gte: 1 }, saidFrom: { lt: 2 } }],
  ['PublishedQuote', { kind: 'indirect', anonymous: true }],
  ['PublishedClaim', { asOfTo: { gte: 1 }, asOfFrom: { lt: 2 } }],
  ['PublishedClaim', { unit: 'ships', standing: 'disputed' }],
  ['PublishedClaim', { OR: [{ high: { gt: 3 } }, { high: 3, comparator: { in: ['eq', 'lte'] } }] }],
  ['PublishedClaim', { OR: [{ low: { lt: 3 } }, { low: null, high: { not: null } }] }],
];

/** Those whose rows are kept. */
const TAGGED: readonly [
  table: 'PublishedTurn' | 'PublishedQuote' | 'PublishedClaim',
  order: string,
  filter: Record<string, unknown>,
][] = [
  ['PublishedTurn', 'publishedAt', {}],
  ['PublishedTurn', 'publishedAt', { speakerId: 'one' }],
  ['PublishedQuote', 'publishedAt', {}],
  ['PublishedQuote', 'publishedAt', { speakerId: 'one' }],
  ['PublishedClaim', 'publishedAt', {}],
  ['PublishedClaim', 'publishedAt', { figureId: 'one' }],
  ['PublishedClaim', 'asOfFrom', { figureId: 'one' }],
  ['PublishedClaim', 'asOfFrom', { figureId: 'one', asOfTo: { gte: 1 }, asOfFrom: { lt: 2 } }],
];

describe('a list', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  /** How SQLite finds the rows of a list, step by step. */
  async function planOf(list: (client: Client) => Promise<unknown>): Promise<string[]> {
    const connection = connectionOf(newsroom.db.read);
    const asked: Statement[] = [];
    const client = {} as Client;
    const noting =
      <R>(run: (sql: Statement) => Promise<R>) =>
      (sql: Statement) => {
        asked.push(sql);
        return run(sql);
      };
    attachConnection(client, {
      ...connection,
      query: noting(connection.query),
      queryAside: noting(connection.queryAside),
      column: noting(connection.column),
    });
    await list(client);
    const { sql = '', text = '', values = [] } = asked[0] ?? {};
    const steps = await queryRows<{ detail: string }>(newsroom.db.read, {
      sql: `EXPLAIN QUERY PLAN ${sql}`,
      text,
      values,
    });
    return steps.map(({ detail }) => detail);
  }

  it.each(TAGGED)(
    'of %s by %s with %o knows its rows by their tags from that index alone',
    async (table, order, where) => {
      const orderBy = [{ [order]: 'desc' as const }, { id: 'desc' as const }];
      const page = { where, orderBy, take: 21 };
      const kept = createKeptRows(10_000);
      kept.keep({ etag: 'any', document: '' });
      const [step = '', ...others] = await planOf((client) =>
        listKeptRows(client, kept, table, page),
      );
      expect(others).toEqual([]);
      expect(step).toMatch(/ USING COVERING INDEX /);
    },
  );

  it.each(PASSED)('of %s with %o passes others within an index alone', async (table, where) => {
    const orderBy = [{ publishedAt: 'desc' as const }, { id: 'desc' as const }];
    const page = { where, orderBy, take: 21, columns: ['id'] as const };
    const steps = await planOf((client) => listRows(client, table, page));
    expect(steps).toContain(`SCAN ${table} USING COVERING INDEX ${table}_list_idx`);
  });

  it('of what somebody said passes other roles and articles within an index alone', async () => {
    for (const where of [{ articleId: 'one' }, { role: 'answer' }]) {
      const orderBy = [{ publishedAt: 'desc' as const }, { id: 'desc' as const }];
      const page = { where: { speakerId: 'one', ...where }, orderBy, take: 21 };
      const steps = await planOf((client) =>
        listRows(client, 'PublishedTurn', { ...page, columns: ['id'] }),
      );
      expect(steps).toContain(
        'SEARCH PublishedTurn USING COVERING INDEX PublishedTurn_speaker_idx (speakerId=?)',
      );
    }
  });

  it('of claims by their dates passes others within an index alone', async () => {
    for (const [table, where] of PASSED) {
      if (table !== 'PublishedClaim') continue;
      const orderBy = [{ asOfFrom: 'desc' as const }, { id: 'desc' as const }];
      const page = { where, orderBy, take: 21, columns: ['id'] as const };
      const steps = await planOf((client) => listRows(client, table, page));
      expect(
        steps.filter((step) => /COVERING INDEX PublishedClaim_as_of_idx/.test(step)),
      ).toHaveLength(1);
    }
  });

  it.each(FILTERS)(
    'of %s by %s with %o is read in its order from an index',
    async (table, order, where) => {
      const orderBy = [{ [order]: 'desc' as const }, { id: 'desc' as const }];
      const page = { where, orderBy, take: 21, columns: ['id', 'publishedAt'] as const };
      const [step = '', ...others] = await planOf((client) => listRows(client, table, page));
      expect(others).toEqual([]);
      expect(step).toMatch(/ USING (COVERING )?INDEX /);
      for (const column of Object.keys(where)) expect(step).toContain(`(${column}=?)`);
    },
  );
});
