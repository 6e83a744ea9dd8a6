import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle } from '../support/articles.ts';
import { type Answer, type Newsroom, openNewsroom } from '../support/newsroom.ts';

const LISTS = ['/v1/turns', '/v1/quotes', '/v1/claims', '/v1/claims?order=asOf'];

/** Two processes on one database, neither of which keeps answers; one keeps rows of lists. */
describe('lists that are made of kept rows', () => {
  let keeping: Newsroom;
  let reading: Newsroom;
  let now = new Date('2024-10-09T12:00:00Z');
  beforeAll(async () => {
    const clock = () => now;
    keeping = await openNewsroom({ env: { CACHE_MB: '0' }, clock });
    const env = { CACHE_MB: '0', LIST_CACHE_MB: '0', DATABASE_URL: keeping.config.databaseUrl };
    reading = await openNewsroom({ env, clock });
    for (const slug of ['one', 'two', 'three']) {
      await keeping.publish(undated(slug));
      now = new Date(now.getTime() + 7_000);
    }
  });
  afterAll(async () => {
    await reading.close();
    await keeping.close();
  });

  /** Its claims have no date of their own, and so that of its first publication. */
  function undated(slug: string) {
    const { claims, ...article } = fullArticle({ slug });
    return { ...article, claims: (claims as object[]).map((one) => ({ ...one, asOf: null })) };
  }

  const steps: [what: string, step: () => Promise<Answer | undefined>][] = [
    ['nothing', async () => undefined],
    ['a source has another name', () => change('sources/mara-elsing', { name: 'Mara Elsing-Ray' })],
    ['a figure has another address', () => change('figures/marrowford-evacuees', { slug: 'gone' })],
    ['an article has another address', () => change('articles/two', { slug: 'second' })],
    ['an article is updated', () => step('second', 'publish')],
    [
      'a claim is superseded, and another is about a new figure',
      async () => {
        const { body } = await keeping.get('/v1/articles/one');
        const article = undated('four') as { claims: object[] };
        const [first = {}, ...others] = article.claims;
        const figure = { slug: 'homes-left', question: 'Who left?', unit: 'people' };
        const other = others.map((one) => ({ ...one, figure }));
        return keeping.publish({
          ...article,
          claims: [{ ...first, supersedes: body.claims[0].id }, ...other],
        });
      },
    ],
    ['sources are merged', () => merge('sources/marrowford-fire-service', 'the-ledger')],
    ['figures are merged', () => merge('figures/homes-left', 'gone')],
    ['an article is withdrawn', () => step('three', 'withdraw')],
    ['it is published once more', () => step('three', 'publish')],
    ['an article is retracted', () => step('second', 'retract', { note: 'It was made up.' })],
    [
      'all is projected once more',
      async () => {
        await keeping.context.run(SYSTEM, rebuildAndTell);
        return undefined;
      },
    ],
  ];

  const change = (path: string, body: object) => keeping.patch(`/v1/desk/${path}`, body);
  const step = (slug: string, name: string, body?: object) => {
    now = new Date(now.getTime() + 86_400_000);
    return keeping.step(slug, name, body);
  };
  const merge = async (path: string, into: string) => {
    const headers = { 'if-match': (await keeping.get(`/v1/desk/${path}`)).etag };
    return keeping.post(`/v1/desk/${path}/merge`, { into }, { headers });
  };

  /** All pages of a list, with their entity tags, cache tags and cursors. */
  async function pagesOf(newsroom: Newsroom, list: string) {
    const pages: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const and = list.includes('?') ? '&' : '?';
      const { status, body, etag, headers } = await newsroom.get(`${list}${and}limit=2${cursor}`);
      expect(status).toBe(200);
      pages.push({ body, etag, tags: headers['cache-tag'] });
      next = body.page.next;
    }
    return pages;
  }

  it.each(steps)('are those of the database after this: %s', async (_what, step) => {
    for (const list of LISTS) await pagesOf(keeping, list);
    const answer = await step();
    expect(answer?.status ?? 200, answer?.text).toBeLessThan(300);
    for (const list of LISTS) {
      const pages = await pagesOf(reading, list);
      expect(pages.length, list).toBeGreaterThan(1);
      expect(await pagesOf(keeping, list), list).toEqual(pages);
      expect(await pagesOf(keeping, list), list).toEqual(pages);
    }
    expect(keeping.context.keptRows.size).toBeGreaterThan(10);
    expect(reading.context.keptRows.size).toBe(0);
  });
});
