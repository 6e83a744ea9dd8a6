import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteChangesBefore } from '../../src/changes/store.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { checkProjection } from '../../src/maintenance/check-projection.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const ADDRESSES = [
  '/v1/articles/river-wall',
  '/v1/articles/river-wall/markdown',
  '/v1/articles',
  '/v1/search?q=wall',
  '/v1/changes?after=latest',
  '/feeds/feed.json',
  '/sitemap.xml',
];

describe('Last-Modified', () => {
  let newsroom: Newsroom;
  let clock: TestClock;
  let id: string;
  beforeEach(async () => {
    clock = createTestClock('2026-03-01T08:00:00.100Z');
    newsroom = await openNewsroom({ clock });
    id = (await newsroom.publish(fullArticle({ slug: 'river-wall' }))).body.id;
  });
  afterEach(() => newsroom.close());

  const correct = async (headline: string) => {
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline });
    expect((await newsroom.step(id, 'publish')).status).toBe(200);
  };
  const dateOf = async (url: string) => String((await newsroom.get(url)).headers['last-modified']);
  const askSince = async (url: string, since: string) =>
    (await newsroom.get(url, { headers: { 'if-modified-since': since } })).status;

  it('tells who read before another change came in the same second that something changed', async () => {
    const dates = await Promise.all(ADDRESSES.map(dateOf));
    clock.pass(800);
    await correct('The wall gave way at four');
    for (const [index, url] of ADDRESSES.entries())
      expect(await askSince(url, dates[index] ?? ''), url).toBe(200);
    clock.pass(800);
    for (const [index, url] of ADDRESSES.entries()) {
      expect(await askSince(url, dates[index] ?? ''), url).toBe(200);
      const settled = await dateOf(url);
      expect(settled, url).toBe('Sun, 01 Mar 2026 08:00:00 GMT');
      expect(await askSince(url, settled), url).toBe(304);
    }
  });

  it('is never later than what is answered', async () => {
    clock.pass(10_000);
    const { context } = newsroom;
    const { lastChangeAt } = context;
    const quote = (await newsroom.get('/v1/quotes')).body.data[0].id;
    const urls = [...ADDRESSES.slice(2, 6), `/v1/quotes/${quote}`];
    for (const [index, url] of urls.entries()) {
      clock.pass(10_000);
      const before = (await lastChangeAt()).toUTCString();
      const headline = `The wall gave way at ${index}`;
      // A change as late as can be: when the answer knows its date, and has read nothing.
      context.lastChangeAt = async () => {
        context.lastChangeAt = lastChangeAt;
        const at = await lastChangeAt();
        await correct(headline);
        return at;
      };
      context.cache.dropAll();
      const { text, headers } = await newsroom.get(url);
      if (!url.startsWith('/v1/changes')) expect(text, url).toContain(headline);
      expect(headers['last-modified'], url).toBe(before);
    }
  });

  it('stays, when the log is pruned and the published tables are made again', async () => {
    clock.pass(10_000);
    await newsroom.patch('/v1/desk/sources/mara-elsing', { name: 'Mara Holt' });
    clock.pass(10_000);
    await newsroom.publish(plainArticle({ slug: 'another' }));
    clock.pass(10_000);
    const urls = ADDRESSES.slice(0, 2);
    const before = await Promise.all(urls.map(dateOf));
    expect(before[0]).toBe('Sun, 01 Mar 2026 08:00:10 GMT');
    expect(
      await newsroom.db.write((client) => deleteChangesBefore(client, clock())),
    ).toBeGreaterThan(1);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    newsroom.context.cache.dropAll();
    for (const [index, url] of urls.entries()) {
      expect(await dateOf(url), url).toBe(before[index]);
      expect(await askSince(url, before[index] ?? ''), url).toBe(304);
    }
  });

  it('is that of a rebuild, where another document comes out', async () => {
    clock.pass(10_000);
    const where = { id };
    await newsroom.db.write((client) =>
      client.publishedArticle.update({ where, data: { document: '{"headline":"forged"}' } }),
    );
    const [url = ''] = ADDRESSES;
    const { text, headers } = await newsroom.get(url);
    expect(text).toContain('forged');
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    clock.pass(10_000);
    expect(await askSince(url, String(headers['last-modified']))).toBe(200);
    expect(await dateOf(url)).toBe('Sun, 01 Mar 2026 08:00:10 GMT');
  });

  it('is that of a rebuild, where it was before the article’s edition, as onrecord check finds', async () => {
    clock.pass(10_000);
    const where = { id };
    const lastModified = new Date('2020-01-01');
    await newsroom.db.write((client) =>
      client.publishedArticle.update({ where, data: { lastModified } }),
    );
    const { problems } = await checkProjection(newsroom.db);
    expect(problems).toEqual(['article river-wall: its document is not what it was made from']);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect((await checkProjection(newsroom.db)).problems).toEqual([]);
    newsroom.context.cache.dropAll();
    clock.pass(10_000);
    expect(await dateOf('/v1/articles/river-wall')).toBe('Sun, 01 Mar 2026 08:00:10 GMT');
  });

  it('of the end of the log is that of the last change', async () => {
    const url = '/v1/changes?after=latest';
    expect(await askSince(url, 'Thu, 01 Jan 1970 00:00:00 GMT')).toBe(200);
    clock.pass(10_000);
    expect(await dateOf(url)).toBe('Sun, 01 Mar 2026 08:00:00 GMT');
  });
});
