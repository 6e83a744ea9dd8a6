import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('from an editor’s POST to a client’s GET', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('serves an article with its turns, quotes and claims once it is published, and not before', async () => {
    const created = await newsroom.post('/v1/desk/articles', fullArticle({ slug: 'river-wall' }));
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`/v1/desk/articles/${created.body.id}`);
    expect((await newsroom.get('/v1/articles/river-wall')).status).toBe(404);
    const published = await newsroom.step(created.body.id, 'publish');
    expect(published.status, published.text).toBe(200);
    expect(published.body).toMatchObject({ state: 'live', revision: 1, liveRevision: 1 });
    const { status, body } = await newsroom.get('/v1/articles/river-wall');
    expect(status).toBe(200);
    expect(body.interviews[0].turns).toHaveLength(2);
    expect(body.quotes[0].text).toBe(
      'The water came over the wall at four Nobody was asleep by five',
    );
    expect(body.claims.map((claim: { low: number }) => claim.low)).toEqual([1200, 1500]);
    for (const part of [...body.quotes, ...body.claims]) {
      for (const { exact, start, end } of part.anchor.pieces) {
        expect([...body.bodyText].slice(start, end).join('')).toBe(exact);
      }
    }
    expect(JSON.stringify(body)).not.toContain('Not cleared');
  });

  it('lists what was published under each filter', async () => {
    for (const url of [
      '/v1/articles?section=local',
      '/v1/articles?tag=floods',
      '/v1/articles?q=river',
      '/v1/articles?source=mara-elsing',
      '/v1/articles?figure=marrowford-evacuees',
      '/v1/turns?speaker=mara-elsing',
      '/v1/quotes?speaker=mara-elsing&saidFrom=2024-10-01',
      '/v1/claims?figure=marrowford-evacuees&min=1300',
      '/v1/figures',
      '/v1/sources?kind=person',
    ]) {
      const { status, body } = await newsroom.get(url);
      expect(status, url).toBe(200);
      expect(body.data.length, url).toBeGreaterThan(0);
    }
    const series = await newsroom.get('/v1/figures/marrowford-evacuees/series');
    expect(series.body.points).toHaveLength(2);
    expect(series.body.independentSources).toBe(2);
  });
});
