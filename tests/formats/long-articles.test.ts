import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const longBody = (water: string, paragraphs = 300) =>
  Array.from(
    { length: paragraphs },
    (_, index) =>
      `The *${water}* rose by [two metres](https://example.org/${index}) in night ${index}. “We saw all ${index} of it,” she said.`,
  ).join('\n\n');

describe('a long article', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const quotes = [1, 150, 299].map((index) => ({
      kind: 'direct',
      speaker: { kind: 'person', name: 'Ada Renn' },
      anchor: { pieces: [{ exact: `We saw all ${index} of it` }] },
    }));
    await newsroom.publish(plainArticle({ slug: 'long', body: longBody('river'), quotes }));
    // As long as an article may be: many times as much work as all the short one waits for.
    await newsroom.publish(plainArticle({ slug: 'other', body: longBody('sea', 1_400) }));
    await newsroom.publish(plainArticle({ slug: 'short' }));
  });
  afterAll(() => newsroom.close());

  it('is written as Markdown with every footnote in its place', async () => {
    const { text } = await newsroom.get('/v1/articles/long/markdown');
    expect(text.match(/\[\^\d\](?!:)/g)).toEqual(['[^1]', '[^2]', '[^3]']);
    expect(text).toContain('“We saw all 150 of it,”[^2] she said.');
    expect(text).toMatch(/\n\[\^3\]: Ada Renn \(direct quote\)\. <http.*>\n$/);
  });

  it('is the same by Accept, and in every other format', async () => {
    const headers = { accept: 'text/markdown' };
    const { text } = await newsroom.get('/v1/articles/long', { headers });
    expect(text).toBe((await newsroom.get('/v1/articles/long/markdown')).text);
    const { body } = await newsroom.get('/v1/articles/long/jsonld');
    expect(body).toMatchObject({ '@type': 'NewsArticle', hasPart: { length: 3 } });
    for (const version of [1, 3]) {
      const ninjs = await newsroom.get(`/v1/articles/long/ninjs?version=${version}`);
      expect(JSON.stringify(ninjs.body)).toContain('We saw all 299 of it');
    }
  });

  it('is written once for all who ask for it at once', async () => {
    await newsroom.publish(plainArticle({ slug: 'wanted', body: longBody('lake') }));
    const asked = Array.from({ length: 40 }, () => newsroom.get('/v1/articles/wanted/markdown'));
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(1);
  });

  it('holds nobody up while it is written', async () => {
    const answered: string[] = [];
    const ask = async (name: string, url: string) => {
      expect((await newsroom.get(url)).status).toBe(200);
      answered.push(name);
    };
    const formats = ['markdown', 'jsonld', 'ninjs?version=1', 'ninjs?version=3'];
    await Promise.all([
      ...formats.map((format) => ask('long', `/v1/articles/other/${format}`)),
      ask('quick', '/v1/articles/short/markdown'),
    ]);
    expect(answered).toHaveLength(5);
    expect(answered.at(-1)).toBe('long');
  });
});
