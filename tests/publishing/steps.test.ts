import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let now = new Date('2024-10-09T12:00:00Z');
let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom({ clock: () => now });
});
afterAll(() => newsroom.close());

const changesOf = (id: string) =>
  newsroom.db.read.change.findMany({ where: { targetId: id }, orderBy: { seq: 'asc' } });

describe('publish', () => {
  it('makes an edition, a change, an audit row and the public document, at one time', async () => {
    now = new Date('2024-10-09T12:00:00Z');
    const { body } = await newsroom.publish(fullArticle({ slug: 'edition-one' }));
    const { body: wire, etag } = await newsroom.get('/v1/articles/edition-one');
    expect(wire).toMatchObject({
      edition: 1,
      publishedAt: now.toISOString(),
      firstPublishedAt: now.toISOString(),
      updatedAt: now.toISOString(),
    });
    const edition = await newsroom.get('/v1/articles/edition-one/editions/1');
    expect(edition.body).toEqual(wire);
    expect(edition.etag).toBe(etag);
    const changes = await changesOf(body.id);
    expect(changes.map(({ type }) => type)).toEqual(['article.published']);
    const audit = await newsroom.get(`/v1/desk/audit?target=${body.id}&action=article.publication`);
    expect(audit.body.data).toMatchObject([{ before: null, after: 1, details: { edition: 1 } }]);
  });

  it('an update keeps its place in time and the editions before it', async () => {
    now = new Date('2024-10-10T12:00:00Z');
    const { body } = await newsroom.publish(plainArticle({ slug: 'twice' }));
    const first = await newsroom.get('/v1/articles/twice/editions/1');
    now = new Date('2024-10-11T12:00:00Z');
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { summary: 'Longer now.' });
    await newsroom.step(body.id, 'publish', { note: 'Adds a detail.' });
    const { body: wire } = await newsroom.get('/v1/articles/twice');
    expect(wire).toMatchObject({
      edition: 2,
      summary: 'Longer now.',
      publishedAt: '2024-10-10T12:00:00.000Z',
      updatedAt: now.toISOString(),
    });
    expect((await newsroom.get('/v1/articles/twice/editions/1')).text).toBe(first.text);
    const editions = await newsroom.get('/v1/articles/twice/editions');
    expect(editions.body.data).toMatchObject([
      { edition: 2, kind: 'update', note: 'Adds a detail.' },
      { edition: 1, kind: 'publication', note: null },
    ]);
  });

  it('takes the time of a first publication elsewhere, and only then', async () => {
    now = new Date('2024-10-12T12:00:00Z');
    const { body } = await newsroom.create(plainArticle({ slug: 'elsewhere' }));
    const early = { publishedAt: '2019-05-01T08:00:00Z' };
    const future = await newsroom.step(body.id, 'publish', { publishedAt: '2099-01-01T00:00:00Z' });
    expect(future.status).toBe(400);
    const pointer = '/publishedAt';
    expect(future.body.errors).toMatchObject([{ pointer, code: 'in-the-future' }]);
    expect((await newsroom.step(body.id, 'publish', early)).status).toBe(200);
    expect((await newsroom.get('/v1/articles/elsewhere')).body.firstPublishedAt).toBe(
      '2019-05-01T08:00:00.000Z',
    );
    const again = await newsroom.step(body.id, 'publish', early);
    expect(again.status).toBe(400);
    expect(again.body.errors).toMatchObject([{ pointer, code: 'not-first' }]);
  });

  it('428, 412 and 404', async () => {
    const { body, etag } = await newsroom.create(plainArticle());
    const url = `/v1/desk/articles/${body.id}/publish`;
    expect((await newsroom.post(url)).status).toBe(428);
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { headline: 'Newer' });
    const stale = await newsroom.post(url, undefined, { headers: { 'if-match': etag } });
    expect(stale.status).toBe(412);
    const headers = { 'if-match': '*' };
    expect(
      (await newsroom.post('/v1/desk/articles/no-such/publish', undefined, { headers })).status,
    ).toBe(404);
  });

  it('publishes once when asked 30 times at once for one version', async () => {
    const { body, etag } = await newsroom.create(plainArticle());
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        newsroom.step(body.id, 'publish', undefined, { headers: { 'if-match': etag } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(29);
    expect(await newsroom.db.read.edition.count({ where: { articleId: body.id } })).toBe(1);
    expect(await changesOf(body.id)).toHaveLength(1);
  });
});

describe('withdraw', () => {
  it('answers 404 from then on, for it and all its parts, and tells the change log', async () => {
    const { body } = await newsroom.publish(
      fullArticle({
        slug: 'taken-back',
        claims: [],
        quotes: [
          {
            kind: 'direct',
            speaker: { kind: 'person', name: 'Only Here' },
            anchor: { pieces: [{ exact: 'Nobody was asleep' }] },
          },
        ],
      }),
    );
    const wire = (await newsroom.get('/v1/articles/taken-back')).body;
    const parts = [
      '/v1/articles/taken-back',
      '/v1/articles/taken-back/editions/1',
      `/v1/turns/${wire.interviews[0].turns[0].id}`,
      `/v1/quotes/${wire.quotes[0].id}`,
      '/v1/sources/only-here',
    ];
    for (const url of parts) expect((await newsroom.get(url)).status, url).toBe(200);
    const { status, body: withdrawn } = await newsroom.step(body.id, 'withdraw', {
      note: 'By mistake.',
    });
    expect(status).toBe(200);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', liveRevision: null });
    for (const url of parts) expect((await newsroom.get(url)).status, url).toBe(404);
    expect((await newsroom.get('/v1/articles?q=river')).text).not.toContain('taken-back');
    const changes = await changesOf(body.id);
    expect(changes.map(({ type }) => type)).toEqual(['article.published', 'article.withdrawn']);
    expect(JSON.stringify(changes.at(-1))).not.toContain('By mistake');
  });

  it('leaves its address taken, also one that its draft has left', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'held-address' }));
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { slug: 'moved-on' });
    await newsroom.step(body.id, 'withdraw');
    for (const slug of ['held-address', 'moved-on']) {
      expect((await newsroom.post('/v1/desk/articles', plainArticle({ slug }))).status).toBe(409);
    }
    await newsroom.step(body.id, 'publish');
    expect((await newsroom.get('/v1/articles/held-address')).headers.location).toBe(
      '/v1/articles/moved-on',
    );
  });

  it('can be published again, as a new edition with the first date kept', async () => {
    now = new Date('2024-10-20T12:00:00Z');
    const { body } = await newsroom.publish(plainArticle({ slug: 'back-again' }));
    await newsroom.step(body.id, 'withdraw');
    now = new Date('2024-10-21T12:00:00Z');
    expect((await newsroom.step(body.id, 'publish')).status).toBe(200);
    expect((await newsroom.get('/v1/articles/back-again')).body).toMatchObject({
      edition: 2,
      firstPublishedAt: '2024-10-20T12:00:00.000Z',
      publishedAt: '2024-10-21T12:00:00.000Z',
    });
  });
});

describe('the workflow', () => {
  it('409 for a forbidden step, with the allowed ones', async () => {
    const { body: draft } = await newsroom.create(plainArticle());
    for (const [step, sent] of [
      ['withdraw', undefined],
      ['retract', { note: 'x' }],
      ['corrections', { note: 'x' }],
    ] as const) {
      const { status, body } = await newsroom.step(draft.id, step, sent);
      expect(status, step).toBe(409);
      expect(body).toMatchObject({ code: 'transition-forbidden', state: 'draft' });
      expect(body.allowed).toEqual(expect.arrayContaining(['publish', 'schedule']));
    }
  });

  it('410 after a retraction, for the article, its editions and parts, former slugs included', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'was-wrong' }));
    const wire = (await newsroom.get('/v1/articles/was-wrong')).body;
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { slug: 'was-wrong-too' });
    await newsroom.step(body.id, 'publish');
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { slug: 'never-public' });
    const { body: better } = await newsroom.publish(plainArticle({ slug: 'the-right-one' }));
    await newsroom.patch(`/v1/desk/articles/${better.id}`, { slug: 'draft-of-the-right-one' });
    const retracted = await newsroom.step(body.id, 'retract', {
      note: 'The report was wrong.',
      replacedBy: better.id,
    });
    expect(retracted.status, retracted.text).toBe(200);
    for (const url of [
      '/v1/articles/was-wrong-too',
      '/v1/articles/was-wrong',
      `/v1/articles/${body.id}`,
      '/v1/articles/was-wrong-too/editions',
      '/v1/articles/was-wrong-too/editions/1',
      '/v1/articles/was-wrong-too/quotes',
      `/v1/turns/${wire.interviews[0].turns[0].id}`,
      `/v1/quotes/${wire.quotes[0].id}`,
      `/v1/claims/${wire.claims[0].id}`,
    ]) {
      const { status, body: problem } = await newsroom.get(url);
      expect(status, url).toBe(410);
      expect(problem).toMatchObject({
        code: 'retracted',
        notice: 'The report was wrong.',
        replacedBy: '/v1/articles/the-right-one',
      });
    }
    expect((await newsroom.get('/v1/articles/never-public')).status).toBe(404);
    for (const list of ['articles', 'turns', 'quotes', 'claims']) {
      expect((await newsroom.get(`/v1/${list}`)).text, list).not.toContain('was-wrong');
    }
    const corrections = await newsroom.get('/v1/corrections');
    expect(corrections.body.data[0]).toMatchObject({
      kind: 'retraction',
      note: 'The report was wrong.',
    });
    expect((await newsroom.step(body.id, 'publish')).status).toBe(409);
    expect((await newsroom.patch(`/v1/desk/articles/${body.id}`, { headline: 'x' })).status).toBe(
      409,
    );
    for (const slug of ['was-wrong', 'was-wrong-too']) {
      expect((await newsroom.post('/v1/desk/articles', plainArticle({ slug }))).status).toBe(409);
    }
  });

  it('422 for a replacement that is not public, or the article itself', async () => {
    const { body } = await newsroom.publish(plainArticle());
    const { body: draft } = await newsroom.create(plainArticle());
    for (const replacedBy of [draft.id, body.id, 'no-such-article']) {
      const refused = await newsroom.step(body.id, 'retract', { note: 'x', replacedBy });
      expect(refused.status, replacedBy).toBe(422);
      expect(refused.body.errors[0].pointer).toBe('/replacedBy');
    }
  });

  it('422 for a correction about what is no part of the article', async () => {
    const { body } = await newsroom.publish(fullArticle());
    const refused = await newsroom.step(body.id, 'corrections', {
      note: 'x',
      about: [body.quotes[0].id, '0192e4a0-0000-7000-8000-00000000dead'],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/about/1' }]);
  });
});
