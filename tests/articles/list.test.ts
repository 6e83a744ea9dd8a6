import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('GET /v1/desk/articles', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (const headline of ['Fähre im Nebel', 'The Nebel ferry', '100 % Nebel', 'NEBEL über Ærø'])
      await newsroom.create(plainArticle({ headline }));
  });
  afterAll(() => newsroom.close());

  const list = (query: string) => newsroom.get(`/v1/desk/articles?${query}`);
  const slugs = async (query: string): Promise<string[]> =>
    (await list(query)).body.data.map(({ slug }: { slug: string }) => slug);

  it.each([
    ['nebel', ['nebel-ueber-aero', '100-nebel', 'the-nebel-ferry', 'faehre-im-nebel']],
    ['FAHRE nebel', ['faehre-im-nebel']],
    ['Fähr', ['faehre-im-nebel']],
    ['über', ['nebel-ueber-aero']],
    ['the-nebel-ferry', ['the-nebel-ferry']],
    ['nebel fog', []],
    ['100 % neb', ['100-nebel']],
    ['%', []],
    ['_', []],
  ])('finds %s in headlines and slugs, whatever its case and accents', async (q, found) => {
    expect(await slugs(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  it('goes on with the same words alone from page to page', async () => {
    const { body } = await list('q=nebel&limit=3');
    expect(body.data).toHaveLength(3);
    const cursor = body.page.next;
    expect(await slugs(`q=nebel&limit=3&cursor=${cursor}`)).toEqual(['faehre-im-nebel']);
    const other = await list(`q=ferry&limit=3&cursor=${cursor}`);
    expect([other.status, other.body.code]).toEqual([400, 'cursor-invalid']);
  });

  it('finds an article by its newest words alone', async () => {
    const { body } = await newsroom.create(plainArticle({ headline: 'Kelpie seen' }));
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { headline: 'Otter seen', slug: 'otter' });
    expect([await slugs('q=kelpie'), await slugs('q=otter')]).toEqual([[], ['otter']]);
  });

  it('finds after a rebuild what another version folded otherwise', async () => {
    const data = { searchText: 'fähre im nebel' };
    const { id } = (await newsroom.get('/v1/desk/articles/faehre-im-nebel')).body;
    await newsroom.db.write((client) => client.article.update({ where: { id }, data }));
    expect(await slugs('q=fahre')).toEqual([]);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect(await slugs('q=fahre')).toEqual(['faehre-im-nebel']);
  });

  it('filters by a tag of the newest or the public revision', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'tagged', tags: ['eels'] }));
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { tags: ['cod'] });
    for (const query of ['tag=cod', 'tag=eels', 'tag=eels&state=live&q=tagged'])
      expect(await slugs(query), query).toEqual(['tagged']);
    for (const query of ['tag=eels&state=draft', 'tag=eels&q=nebel', 'tag=local', 'tag=nothing'])
      expect(await slugs(query), query).toEqual([]);
    await newsroom.step(body.id, 'withdraw');
    expect(await slugs('tag=eels')).toEqual([]);
  });

  it('knows a tag by its former slug, and that of a merged one', async () => {
    for (const tags of [['tide'], ['tides'], ['tide', 'tides']])
      await newsroom.create(plainArticle({ slug: `by-${tags.join('-')}`, tags }));
    await newsroom.patch('/v1/desk/tags/tides', { slug: 'high-tides' });
    const url = '/v1/desk/tags/tide/merge';
    const headers = { 'if-match': (await newsroom.get('/v1/desk/tags/tide')).etag };
    expect((await newsroom.post(url, { into: 'high-tides' }, { headers })).status).toBe(200);
    for (const tag of ['tide', 'tides', 'high-tides'])
      expect(await slugs(`tag=${tag}`), tag).toEqual(['by-tide-tides', 'by-tides', 'by-tide']);
  });
});
