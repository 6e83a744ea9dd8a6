import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../src/core/database/list.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

type Condition = Parameters<typeof listRows<'PublishedArticle', 'id'>>[2]['where'];

describe('a page of rows', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (const slug of ['wall-one', 'wall-two', 'wall-three'])
      await newsroom.publish(fullArticle({ slug, tags: slug === 'wall-two' ? [] : ['floods'] }));
  });
  afterAll(() => newsroom.close());

  /** Conditions of every kind that lists have. */
  const conditions = (): Condition[] => [
    {},
    { slug: 'wall-one' },
    { slug: { in: [] } },
    { slug: { in: ['wall-one', 'wall-two'] } },
    { searchText: { contains: 'roughly' } },
    { searchText: { contains: 'nowhere' } },
    { tags: { some: { tag: 'floods' } } },
    { publishedAt: { gte: new Date(0), lt: new Date() } },
    { publishedAt: { gt: new Date() } },
    { OR: [{ slug: 'wall-one' }, { slug: { gt: 'wall-three' } }] },
    { AND: [{ section: 'local' }, {}], language: 'en' },
  ];

  it('is the one that Prisma gives, whatever the condition', async () => {
    for (const where of conditions()) {
      for (const direction of ['asc', 'desc'] as const) {
        const orderBy = [{ publishedAt: direction }, { id: direction }];
        const rows = await listRows(newsroom.db.read, 'PublishedArticle', {
          where,
          orderBy,
          take: 2,
          columns: ['id', 'slug', 'publishedAt'],
        });
        const select = { id: true, slug: true, publishedAt: true };
        const expected = await newsroom.db.read.publishedArticle.findMany({
          where,
          orderBy,
          take: 2,
          select,
        });
        expect(rows, JSON.stringify(where)).toEqual(expected);
      }
    }
  });

  it('takes null and numbers for what they are', async () => {
    for (const where of [
      { high: null },
      { high: { not: null } },
      { low: { gte: 1_200, lte: 1_300 } },
      { asOfFrom: { lt: 20241010 }, sources: { some: { sourceId: { gt: '' } } } },
    ]) {
      const orderBy = [{ id: 'asc' as const }];
      const columns = ['id', 'low', 'high', 'asOfFrom'] as const;
      const select = { id: true, low: true, high: true, asOfFrom: true };
      expect(
        await listRows(newsroom.db.read, 'PublishedClaim', { where, orderBy, take: 9, columns }),
      ).toEqual(
        await newsroom.db.read.publishedClaim.findMany({ where, orderBy, take: 9, select }),
      );
    }
  });

  it('refuses what it does not know, instead of leaving it out', async () => {
    const query = { orderBy: [{ id: 'asc' as const }], take: 1, columns: ['id'] as const };
    await expect(
      listRows(newsroom.db.read, 'PublishedArticle', {
        ...query,
        where: { slug: { startsWith: 'x' } },
      }),
    ).rejects.toThrow('Lists know no condition slug.startsWith.');
    await expect(
      listRows(newsroom.db.read, 'PublishedArticle', { ...query, where: { OR: [] } }),
    ).rejects.toThrow('Lists know no empty OR.');
  });
});
