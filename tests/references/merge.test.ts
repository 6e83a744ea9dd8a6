import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { readExport } from '../support/export-lines.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { snapshot } from '../support/projection.ts';

/** The ETag of a reference datum at the desk. */
async function etagOf(newsroom: Newsroom, url: string): Promise<string> {
  return (await newsroom.get(url)).etag;
}

async function merge(
  newsroom: Newsroom,
  plural: string,
  from: string,
  into: string,
  as?: 'writer',
) {
  const url = `/v1/desk/${plural}/${from}`;
  return newsroom.post(
    `${url}/merge`,
    { into },
    { headers: { 'if-match': await etagOf(newsroom, url) }, ...(as === undefined ? {} : { as }) },
  );
}

const person = (name: string) => ({ kind: 'person', name });
const said = (name: string, slug: string) =>
  plainArticle({
    slug,
    quotes: [
      {
        kind: 'direct',
        speaker: person(name),
        anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
      },
    ],
  });

describe('POST /v1/desk/sources/{id}/merge', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(said('Mara Elsing', 'one'));
    await newsroom.publish(said('M. Elsing', 'two'));
    await newsroom.publish(said('Jon Harrow', 'three'));
    await newsroom.create(said('M. Elsing', 'draft'));
  });
  afterAll(() => newsroom.close());

  it('shows the other source in every document, with a new ETag, and leaves all others alone', async () => {
    const before = await Promise.all(
      ['one', 'two', 'three'].map((slug) => newsroom.get(`/v1/articles/${slug}`)),
    );
    const answer = await merge(newsroom, 'sources', 'm-elsing', 'mara-elsing');
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ slug: 'mara-elsing', aliases: ['M. Elsing'] });
    const after = await Promise.all(
      ['one', 'two', 'three'].map((slug) => newsroom.get(`/v1/articles/${slug}`)),
    );
    expect(after[1]?.body.quotes[0].speaker).toMatchObject({
      slug: 'mara-elsing',
      name: 'Mara Elsing',
    });
    expect(after[1]?.etag).not.toBe(before[1]?.etag);
    expect(after[0]?.etag).toBe(before[0]?.etag);
    expect(after[2]?.etag).toBe(before[2]?.etag);
  });

  it('leads the old address to the new one, and lists under either name', async () => {
    const answer = await newsroom.get('/v1/sources/m-elsing');
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe('/v1/sources/mara-elsing');
    expect((await newsroom.get('/v1/sources')).text).not.toContain('"m-elsing"');
    for (const slug of ['m-elsing', 'mara-elsing'])
      expect((await newsroom.get(`/v1/quotes?speaker=${slug}`)).body.data).toHaveLength(2);
  });

  it('lets drafts that name it go on, and finds it by its name', async () => {
    const draft = await newsroom.get('/v1/desk/articles/draft');
    expect(draft.body.quotes[0].speaker.slug).toBe('mara-elsing');
    const patched = await newsroom.patch('/v1/desk/articles/draft', { headline: 'Still here' });
    expect(patched.status, patched.text).toBe(200);
    expect((await newsroom.step('draft', 'publish')).status).toBe(200);
    const named = await newsroom.post('/v1/desk/articles', said('M. Elsing', 'later'));
    expect(named.body.quotes[0].speaker.slug).toBe('mara-elsing');
    expect(await newsroom.db.read.source.count({ where: { name: 'M. Elsing' } })).toBe(1);
  });

  it('asks for no correction when a live article is published again', async () => {
    await newsroom.patch('/v1/desk/articles/two', { headline: 'Another headline' });
    const again = await newsroom.step('two', 'publish');
    expect(again.status, again.text).toBe(200);
  });

  it('is written to the audit and to the change log', async () => {
    const entry = await newsroom.db.read.auditEntry.findFirstOrThrow({
      where: { action: 'source.merge' },
    });
    expect(JSON.parse(entry.details)).toHaveProperty('into');
    const removed = await newsroom.db.read.change.findFirst({ where: { type: 'source.removed' } });
    expect(removed).toMatchObject({ slug: 'm-elsing', data: 'null' });
  });

  it('keeps it from being deleted together with what it became', async () => {
    const answer = await newsroom.remove('/v1/desk/sources/mara-elsing');
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('in-use');
  });

  it('makes tables that a rebuild makes again byte for byte', async () => {
    const before = await snapshot(newsroom.db.read);
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    expect(await snapshot(newsroom.db.read)).toEqual(before);
  });

  it('takes over for whom it spoke where the other one does not say', async () => {
    const member = { affiliation: 'Wendle Council', country: 'GB' };
    await newsroom.publish(said('Ada Renn', 'renn'));
    await newsroom.patch('/v1/desk/sources/ada-renn', member);
    await newsroom.post('/v1/desk/sources', { ...person('A. Renn'), country: 'IE' });
    expect((await merge(newsroom, 'sources', 'ada-renn', 'a-renn')).status).toBe(200);
    expect((await newsroom.get('/v1/sources/a-renn')).body).toMatchObject({
      affiliation: 'Wendle Council',
      country: 'IE',
    });
    const found = await newsroom.get('/v1/quotes?organisation=wendle%20council');
    expect(found.body.data).toMatchObject([{ speaker: { slug: 'a-renn' } }]);
  });

  it('tells nothing more of somebody unnamed', async () => {
    const unnamed = { kind: 'unnamed', reason: 'Fears for the job.' };
    const known = { ...unnamed, name: 'a clerk', affiliation: 'Wendle Council', country: 'GB' };
    await newsroom.post('/v1/desk/sources', known);
    await newsroom.post('/v1/desk/sources', { ...unnamed, name: 'an insider' });
    const { body } = await merge(newsroom, 'sources', 'a-clerk', 'an-insider');
    expect(body).toMatchObject({ slug: 'an-insider', affiliation: null, country: null });
  });

  it('409 into itself, into one that was merged, and of one that was merged', async () => {
    for (const [from, into] of [
      ['mara-elsing', 'mara-elsing'],
      ['jon-harrow', 'm-elsing'],
    ] as const) {
      const answer = await merge(newsroom, 'sources', from, into);
      expect(answer.status, answer.text).toBe(409);
      expect(answer.body.code).toBe('merge-refused');
    }
    const merged = await newsroom.post(
      '/v1/desk/sources/m-elsing/merge',
      { into: 'jon-harrow' },
      { headers: { 'if-match': '*' } },
    );
    expect(merged.body.code).toBe('merge-refused');
  });

  it('409 across kinds, so that nobody unnamed is ever named', async () => {
    await newsroom.post('/v1/desk/sources', {
      kind: 'unnamed',
      name: 'a deckhand',
      reason: 'Fears for the job.',
    });
    const answer = await merge(newsroom, 'sources', 'a-deckhand', 'jon-harrow');
    expect(answer.status).toBe(409);
    expect(answer.text).not.toContain('Fears');
  });

  it('400, 401, 403, 404, 412, 422 and 428 as everywhere', async () => {
    const url = '/v1/desk/sources/jon-harrow/merge';
    const body = { into: 'mara-elsing' };
    const star = { 'if-match': '*' };
    expect((await newsroom.post(url, { into: 7 }, { headers: star })).status).toBe(400);
    expect((await newsroom.post(url, body, { headers: star, as: null })).status).toBe(401);
    expect((await merge(newsroom, 'sources', 'jon-harrow', 'mara-elsing', 'writer')).status).toBe(
      403,
    );
    const missing = await newsroom.post('/v1/desk/sources/nobody/merge', body, { headers: star });
    expect(missing.status).toBe(404);
    expect((await newsroom.post(url, body, { headers: { 'if-match': '"v99"' } })).status).toBe(412);
    const unknown = await newsroom.post(url, { into: 'nobody' }, { headers: star });
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/into', code: 'reference-unknown' });
    expect((await newsroom.post(url, body)).status).toBe(428);
  });
});

describe('merging figures, sections and tags', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('puts the claims about two figures into one series, and refuses another unit', async () => {
    await newsroom.publish(fullArticle({ slug: 'flood-one' }));
    const second = fullArticle({ slug: 'flood-two', tags: [] }) as {
      claims: { figure: { slug: string } }[];
    };
    for (const claim of second.claims) claim.figure.slug = 'evacuees-of-marrowford';
    await newsroom.publish(second);
    await newsroom.post('/v1/desk/figures', {
      slug: 'cost',
      question: 'What did it cost?',
      unit: 'EUR',
    });
    const refused = await merge(newsroom, 'figures', 'cost', 'marrowford-evacuees');
    expect(refused.body.code).toBe('merge-refused');
    const merged = await merge(
      newsroom,
      'figures',
      'evacuees-of-marrowford',
      'marrowford-evacuees',
    );
    expect(merged.status, merged.text).toBe(200);
    const series = await newsroom.get('/v1/figures/marrowford-evacuees/series');
    expect(series.body.points).toHaveLength(4);
    const old = await newsroom.get('/v1/figures/evacuees-of-marrowford');
    expect(old.headers.location).toBe('/v1/figures/marrowford-evacuees');
  });

  it('keeps what only the merged figure tells, and not what both do', async () => {
    const figure = { question: 'How long is it?', unit: 'm' };
    const url = '/v1/desk/figures';
    await newsroom.post(url, { ...figure, slug: 'wall', subject: 'the wall' });
    const other = { slug: 'river-wall', subject: 'the river wall', place: 'Marrowford' };
    await newsroom.post(url, { ...figure, ...other });
    expect((await merge(newsroom, 'figures', 'river-wall', 'wall')).status).toBe(200);
    const { body } = await newsroom.get(`${url}/wall`);
    expect(body).toMatchObject({ slug: 'wall', subject: 'the wall', place: 'Marrowford' });
  });

  it('leaves a tag in use that is named as the merged section was', async () => {
    const url = '/v1/desk/sections';
    await newsroom.post(url, { slug: 'shore', name: 'Shore' });
    await newsroom.publish(plainArticle({ slug: 'quayside', section: 'quay', tags: ['sea'] }));
    await newsroom.create(plainArticle({ section: 'quay', tags: ['quay'] }));
    expect((await merge(newsroom, 'sections', 'quay', 'shore')).status).toBe(200);
    const { body } = await newsroom.get('/v1/articles/quayside');
    expect([body.section.slug, body.tags[0].slug]).toEqual(['shore', 'sea']);
    const removed = await newsroom.remove('/v1/desk/tags/quay');
    expect(removed.body.code).toBe('in-use');
    expect((await newsroom.remove(`${url}/shore`)).body.code).toBe('in-use');
  });

  it('files articles under the other section and tag, each tag once', async () => {
    await newsroom.publish(
      plainArticle({ slug: 'a', section: 'town', tags: ['boats', 'ferries'] }),
    );
    expect((await merge(newsroom, 'sections', 'town', 'local')).status).toBe(200);
    const tags = await merge(newsroom, 'tags', 'boats', 'ferries');
    expect(tags.status, tags.text).toBe(200);
    const { body } = await newsroom.get('/v1/articles/a');
    expect(body.section.slug).toBe('local');
    expect(body.tags).toEqual([{ slug: 'ferries', name: 'Ferries' }]);
    for (const filter of ['section=town', 'section=local', 'tag=boats', 'tag=ferries'])
      expect((await newsroom.get(`/v1/articles?${filter}`)).text).toContain('"a"');
    const desk = await newsroom.get('/v1/desk/articles?section=local');
    expect(desk.text).toContain('"a"');
    const patched = await newsroom.patch('/v1/desk/articles/a', { headline: 'Changed' });
    expect(patched.body).toMatchObject({ section: 'local', tags: ['ferries'] });
    const taken = await newsroom.post('/v1/desk/tags', { slug: 'boats', name: 'Boats' });
    expect(taken.body.code).toBe('slug-taken');
  });

  it('tells what an article at the desk is filed under now, though nobody edited it since', async () => {
    await newsroom.create(plainArticle({ slug: 'left', section: 'pier', tags: ['eels', 'fish'] }));
    await newsroom.post('/v1/desk/sections', { slug: 'dock', name: 'Dock' });
    expect((await merge(newsroom, 'sections', 'pier', 'dock')).status).toBe(200);
    await newsroom.patch('/v1/desk/sections/dock', { slug: 'docks' });
    expect((await merge(newsroom, 'tags', 'eels', 'fish')).status).toBe(200);
    const now = { section: 'docks', tags: ['fish'] };
    expect((await newsroom.get('/v1/desk/articles/left')).body).toMatchObject(now);
    const { body } = await newsroom.get('/v1/desk/articles/left/revisions/1');
    expect(body.article).toMatchObject(now);
    const line = (await readExport(newsroom, true)).find(({ slug }) => slug === 'left');
    expect(line).toMatchObject(now);
    for (const section of ['pier', 'dock', 'docks']) {
      const list = await newsroom.get(`/v1/desk/articles?section=${section}`);
      expect(list.body.data, section).toMatchObject([{ slug: 'left', section: 'docks' }]);
    }
  });

  it.each([
    ['sections', 'section'],
    ['tags', 'tags'],
  ])(
    'keeps one of the %s in use by what is withdrawn after it was renamed',
    async (plural, member) => {
      const named = { [member]: member === 'tags' ? ['cod'] : 'cod' };
      const { body } = await newsroom.publish(plainArticle(named));
      await newsroom.patch(`/v1/desk/${plural}/cod`, { slug: 'haddock' });
      expect((await newsroom.step(body.id, 'withdraw')).status).toBe(200);
      const { status, body: told } = await newsroom.remove(`/v1/desk/${plural}/haddock`);
      expect([status, told?.code]).toEqual([409, 'in-use']);
    },
  );

  it('follows a chain of merges to its end', async () => {
    for (const name of ['Ann Vale', 'A. Vale', 'Vale'])
      await newsroom.post('/v1/desk/sources', person(name));
    await newsroom.publish(said('A. Vale', 'vale'));
    await merge(newsroom, 'sources', 'a-vale', 'vale');
    await merge(newsroom, 'sources', 'vale', 'ann-vale');
    const { body } = await newsroom.get('/v1/articles/vale');
    expect(body.quotes[0].speaker.name).toBe('Ann Vale');
    const old = await newsroom.get('/v1/sources/a-vale');
    expect(old.headers.location).toBe('/v1/sources/ann-vale');
  });
});
