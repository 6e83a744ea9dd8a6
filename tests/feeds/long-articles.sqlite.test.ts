import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { turnsDuring } from '../support/turns.ts';

const ARTICLES = 10;
const body = 'The *lake* rose by [two metres](https://example.org/?a&b) in one night. '.repeat(
  2_600,
);

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
  for (let index = 0; index < ARTICLES; index += 1)
    await newsroom.publish(plainArticle({ slug: `lake-${index}`, body: `${index}. ${body}` }));
});
afterAll(() => newsroom.close());

describe('a feed of long articles', () => {
  it.each(['rss.xml', 'atom.xml', 'feed.json'])(
    'lets others go on while %s is made',
    async (file) => {
      const missing = await turnsDuring(() => newsroom.get(`/feeds/tags/none/${file}`));
      const turns = await turnsDuring(async () => {
        const { status, text } = await newsroom.get(`/feeds/${file}`);
        expect(status).toBe(200);
        expect(text.match(/lake-\d<\/link>|lake-\d"/g)?.length).toBeGreaterThanOrEqual(ARTICLES);
      });
      // A fast processor writes two of them within the millisecond that one may take.
      expect(turns - missing).toBeGreaterThanOrEqual(ARTICLES / 2);
    },
  );
});
