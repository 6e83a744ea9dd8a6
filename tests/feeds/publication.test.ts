import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('the name of the publication', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom({ env: { PUBLICATION_NAME: 'The Elver & Post' } });
    await newsroom.publish(fullArticle({ slug: 'river-wall' }));
  });
  afterAll(() => newsroom.close());

  it.each([
    ['/feeds/rss.xml', '<title>The Elver &amp; Post</title>'],
    ['/feeds/sections/local/atom.xml', '– The Elver &amp; Post</title>'],
    ['/feeds/feed.json', '"title":"The Elver & Post"'],
    ['/news-sitemap.xml', '<news:name>The Elver &amp; Post</news:name>'],
    [
      '/v1/articles/river-wall/jsonld',
      '"publisher":{"@type":"Organization","@id":"http://127.0.0.1:3000","name":"The Elver & Post"',
    ],
  ])('stands in %s', async (url, text) => {
    const answer = await newsroom.get(url);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(text);
  });
});
