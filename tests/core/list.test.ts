import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../src/core/database/list.ts';
import type { OfTaggedArticle } from '../../src/core/database/list-conditions.ts';
import { findWholeRows, insertRows } from '../../src/core/database/rows.ts';
import type { Prisma } from '../../src/generated/sqlite/client.ts';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

type Condition = Prisma.PublishedArticleWhereInput;

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
    { slug: { contains: 'l-t' } },
    { slug: { contains: 'nowhere' } },
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

  it('is the same whether few rows belong to a condition or many', async () => {
    const { db } = newsroom;
    const floods = { tags: { some: { tag: 'floods' } } };
    const ofArticles: Condition[] = [
      floods,
      { AND: [floods, { language: 'en' }] },
      { ...floods, publishedAt: { gt: new Date() } },
      { ...floods, figures: { some: { figureId: 'none' } } },
    ];
    const ofQuotes: Prisma.PublishedQuoteWhereInput & OfTaggedArticle = {
      articleTags: { some: { tag: 'floods' } },
    };
    const page = {
      orderBy: [{ publishedAt: 'desc' as const }, { id: 'desc' as const }],
      take: 2,
      columns: ['id'] as const,
    };
    const lists = async () => {
      const articles = [];
      for (const where of ofArticles)
        articles.push(await listRows(db.read, 'PublishedArticle', { where, ...page }));
      const quotes = await listRows(db.read, 'PublishedQuote', { where: ofQuotes, ...page });
      return { articles, quotes };
    };
    const ofFew = await lists();
    expect(ofFew.articles.map((rows) => rows.length)).toEqual([2, 2, 0, 0]);
    expect(ofFew.quotes.length).toBeGreaterThan(0);
    await db.write(async (client) => {
      const [row] = await findWholeRows(client, 'PublishedArticle', { slug: 'wall-one' });
      if (row === undefined) throw new Error('There is no such article.');
      const older = Array.from({ length: 600 }, (_, index) => ({
        ...row,
        id: `older-${index}`,
        slug: `older-${index}`,
        publishedAt: new Date(index * 1_000),
      }));
      await insertRows(client, 'PublishedArticle', older);
      const tags = older.map(({ id }) => ({ articleId: id, tag: 'floods' }));
      await insertRows(client, 'PublishedArticleTag', tags);
    });
    expect(await lists()).toEqual(ofFew);
    await db.write(async (client) => {
      await client.publishedArticle.deleteMany({ where: { id: { startsWith: 'older-' } } });
    });
  });

  it('takes a condition that is undefined for none', async () => {
    const page = {
      orderBy: [{ id: 'asc' as const }],
      take: 9,
      columns: ['slug'] as const,
    };
    const section = 'local';
    const where = { AND: undefined, OR: undefined, tags: undefined, slug: undefined, section };
    const { read } = newsroom.db;
    const rows = await listRows(read, 'PublishedArticle', { where, ...page });
    expect(rows).toEqual(await listRows(read, 'PublishedArticle', { where: { section }, ...page }));
    expect(rows).toHaveLength(3);
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
