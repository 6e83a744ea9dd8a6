import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const FIGURE = '/v1/figures/marrowford-evacuees';
const FEEDS = [
  'sections/local',
  'tags/floods',
  'sources/mara-elsing',
  'figures/marrowford-evacuees',
];

const READS = [
  ...['', '?order=oldest', '?order=updated&section=local', '?kind=interview', '?tag=floods'].map(
    (query) => `/v1/articles${query}`,
  ),
  ...['?source=mara-elsing', '?figure=marrowford-evacuees&language=en', '?q=river'].map(
    (query) => `/v1/articles${query}`,
  ),
  '/v1/articles/wall',
  '/v1/articles/wall/claims',
  '/v1/articles/wall/editions',
  '/v1/turns?speaker=mara-elsing&role=answer',
  '/v1/quotes?speaker=mara-elsing',
  '/v1/quotes?tag=floods&section=local',
  '/v1/quotes?saidFrom=2020-01-01&anonymous=true',
  '/v1/claims?figure=marrowford-evacuees&order=asOf&asOfFrom=2020-01-01&asOfTo=2030-01-01',
  '/v1/claims?unit=people&min=3',
  '/v1/sources',
  '/v1/sources/mara-elsing',
  '/v1/sources?q=mara',
  '/v1/figures',
  FIGURE,
  ...['/series', '/series.csv', '/chart.svg', '/embed'].map((end) => FIGURE + end),
  '/v1/search?q=river',
  '/v1/search?q=river+wall&type=quote',
  '/v1/search?q=rivver',
  '/v1/corrections',
  '/sitemap.xml',
  '/sitemaps/1.xml',
  '/news-sitemap.xml',
  '/feeds/rss.xml',
  ...FEEDS.map((scope) => `/feeds/${scope}/atom.xml`),
];

const GROWING = '(?:Article|Revision|Edition|PartEdition|Published\\w+)';
/** A growing table that is read without an index. */
const SCAN = new RegExp(`^SCAN (?:main\\.)?${GROWING}\\b(?!.*USING)`);
/** Rows of one that are found by something else than their ids. */
const FOUND = new RegExp(`^(?:SCAN|SEARCH) (?:main\\.)?${GROWING}\\b(?!.*\\(id=\\?\\))`);

describe('what a reader asks the database on the event loop', () => {
  let newsroom: Newsroom;
  const run = vi.spyOn(
    Object.getPrototypeOf(new SqliteDatabase(':memory:').prepare('SELECT 1')),
    'all',
  );
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const { id } = (await newsroom.publish(fullArticle({ slug: 'wall' }))).body;
    await newsroom.patch(`/v1/desk/articles/${id}`, { summary: 'Told anew.' });
    await newsroom.step(id as string, 'publish', { kind: 'correction', note: 'It was wrong.' });
  });
  afterAll(async () => {
    run.mockRestore();
    await newsroom.close();
  });

  function planOf(sql: string): string[] {
    const db = new SqliteDatabase(newsroom.config.databaseUrl.replace(/^file:/, ''));
    try {
      const parameters = (sql.match(/\?/g) ?? []).map(() => 1);
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    } finally {
      db.close();
    }
  }

  it.each(READS)('for %s is read from indexes, and no long rows are sorted', async (url) => {
    run.mockClear();
    expect((await newsroom.get(url)).status).toBe(200);
    const asked = run.mock.contexts.map((statement) => (statement as { source: string }).source);
    for (const sql of new Set(asked)) {
      const plan = planOf(sql);
      expect(
        plan.filter((step) => SCAN.test(step)),
        sql,
      ).toEqual([]);
      if (!plan.includes('USE TEMP B-TREE FOR ORDER BY') || !/\bdocument\b/.test(sql)) continue;
      expect(FOUND.test(plan[0] ?? ''), `${sql}\n${plan.join('\n')}`).toBe(false);
    }
  });
});
