import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const LISTS = ['/v1/turns', '/v1/quotes', '/v1/claims', '/v1/claims?order=asOf'];

/** No answer is kept, so that each is made, of rows that are kept from the second time on. */
describe.each([{ LIST_CACHE_MB: '16' }, { LIST_CACHE_MB: '0' }])('a list, %o', (memory) => {
  let newsroom: Newsroom;
  let now = new Date('2024-10-09T12:00:00Z');
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { CACHE_MB: '0', ...memory }, clock: () => now });
    for (const slug of ['one', 'two', 'three']) await newsroom.publish(fullArticle({ slug }));
  });
  afterAll(() => newsroom.close());

  it.each(LISTS)('%s is the same as long as nothing changes', async (url) => {
    const [first, ...others] = [
      await newsroom.get(url),
      await newsroom.get(url),
      await newsroom.get(url),
    ];
    expect(first?.body.data.length).toBeGreaterThan(2);
    for (const { text, etag, headers } of others) {
      expect([text, etag]).toEqual([first?.text, first?.etag]);
      expect(headers['cache-tag']).toBe(first?.headers['cache-tag']);
      expect(headers['last-modified']).toBe(first?.headers['last-modified']);
    }
    const held = await newsroom.get(url, { headers: { 'if-none-match': first?.etag ?? '' } });
    expect(held.status).toBe(304);
  });

  it.each(LISTS)('%s has another entity tag for other bytes', async (url) => {
    const and = url.includes('?') ? '&' : '?';
    const { body } = await newsroom.get(`${url}${and}limit=1`);
    const tags = new Map<string, string>();
    for (const query of ['', 'limit=1', 'limit=2', 'limit=99', 'fields=id', 'fields=id,url'])
      tags.set(query, (await newsroom.get(`${url}${and}${query}`)).etag);
    tags.set('next', (await newsroom.get(`${url}${and}limit=1&cursor=${body.page.next}`)).etag);
    expect(new Set(tags.values()).size, JSON.stringify([...tags])).toBe(tags.size);
  });

  it('shows what an edition changes, with another tag and as of its time', async () => {
    const before = await Promise.all(LISTS.map((url) => newsroom.get(url)));
    now = new Date('2024-10-10T12:00:00Z');
    const { id } = (await newsroom.get('/v1/articles/two')).body;
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'The wall gave way at four' });
    await newsroom.step(id, 'publish');
    now = new Date('2024-10-10T12:00:01Z');
    for (const [index, url] of LISTS.entries()) {
      const { etag, text, headers } = await newsroom.get(url);
      expect(etag, url).not.toBe(before[index]?.etag);
      expect(text, url).toContain('The wall gave way at four');
      expect(headers['last-modified'], url).toBe('Thu, 10 Oct 2024 12:00:00 GMT');
    }
  });

  it('shows nothing of what was retracted', async () => {
    const { id } = (await newsroom.get('/v1/articles/three')).body;
    await newsroom.step(id, 'retract', { note: 'It was made up.' });
    for (const url of LISTS) expect((await newsroom.get(url)).text, url).not.toContain(id);
  });
});
