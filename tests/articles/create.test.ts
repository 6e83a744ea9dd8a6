import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('POST /v1/desk/articles', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const create = (body: object) => newsroom.post('/v1/desk/articles', body);

  it('201 with Location, ETag and everything that was posted', async () => {
    const article = fullArticle({ slug: 'all-of-it' });
    const { status, body, headers, etag } = await create(article);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/v1/desk/articles/${body.id}`);
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(body).toMatchObject({
      slug: 'all-of-it',
      state: 'draft',
      revision: 1,
      liveRevision: null,
      headline: article.headline,
      body: article.body,
      tags: ['floods', 'rivers'],
      dateline: { place: 'Marrowford', date: '2024-10-09' },
    });
    const read = await newsroom.get(`/v1/desk/articles/${body.id}`);
    expect(read.body).toEqual(body);
    expect(read.etag).toBe(etag);
  });

  it('is a draft with nothing but a headline', async () => {
    const { status, body } = await create({ headline: 'Only this' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ slug: 'only-this', state: 'draft', body: '', language: '' });
  });

  it('makes another slug when the headline’s is taken', async () => {
    const slugs = [];
    for (let turn = 0; turn < 3; turn += 1) {
      slugs.push((await create({ headline: 'Twice told' })).body.slug);
    }
    expect(slugs).toEqual(['twice-told', 'twice-told-2', 'twice-told-3']);
  });

  it('never takes the form of an id for a slug', async () => {
    const id = '0192e4a0-0000-7000-8000-000000000000';
    expect((await create({ headline: id })).body.slug).toBe(`article-${id}`);
    const refused = await create({ headline: 'x', slug: id });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].pointer).toBe('/slug');
  });

  it('409 slug-taken with a free one, and stores nothing', async () => {
    await create({ headline: 'First', slug: 'taken-slug' });
    const before = await newsroom.db.read.article.count();
    const { status, body } = await create({
      headline: 'Second',
      slug: 'taken-slug',
      section: 'never-made',
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'slug-taken',
      errors: [{ pointer: '/slug', code: 'slug-taken', suggestion: 'taken-slug-2' }],
    });
    expect(await newsroom.db.read.article.count()).toBe(before);
    expect((await newsroom.get('/v1/desk/sections/never-made')).status).toBe(404);
  });

  it('422 names every unknown reference with its pointer, and stores nothing', async () => {
    const sources = await newsroom.db.read.source.count();
    const missing = '0192e4a0-0000-7000-8000-000000000001';
    const { status, body } = await create(
      fullArticle({
        image: missing,
        quotes: [
          { kind: 'direct', speaker: 'nobody-known', anchor: { pieces: [{ exact: 'five' }] } },
          {
            kind: 'direct',
            speaker: { kind: 'person', name: 'Brand New' },
            anchor: { in: missing, pieces: [{ exact: 'five' }] },
          },
        ],
        claims: [
          {
            figure: 'unknown-figure',
            comparator: 'eq',
            low: 1,
            high: 1,
            partOf: 7,
            supersedes: missing,
            chain: [{ role: 'originator', source: missing }],
            anchor: { in: { interview: 9, turn: 9 }, pieces: [{ exact: 'five' }] },
          },
        ],
      }),
    );
    expect(status).toBe(422);
    expect(body.code).toBe('reference-unknown');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/claims/0/anchor/in',
      '/claims/0/chain/0/source',
      '/claims/0/figure',
      '/claims/0/partOf',
      '/claims/0/supersedes',
      '/image',
      '/quotes/0/speaker',
      '/quotes/1/anchor/in',
    ]);
    expect(await newsroom.db.read.source.count()).toBe(sources);
  });

  it('422 for a part that brings an id of its own', async () => {
    const { status, body } = await create(
      plainArticle({
        interviews: [
          {
            id: '0192e4a0-0000-7000-8000-000000000002',
            turns: [{ role: 'remark', text: 'Hello.' }],
          },
        ],
      }),
    );
    expect(status).toBe(422);
    expect(body.errors[0].pointer).toBe('/interviews/0/id');
  });

  it('anchors in turns by their place, and tells where they are by id', async () => {
    const { body } = await create(
      plainArticle({
        interviews: [{ turns: [{ role: 'answer', text: 'We *knew* by four.' }] }],
        quotes: [
          {
            kind: 'direct',
            anchor: { in: { interview: 0, turn: 0 }, pieces: [{ exact: 'knew by four' }] },
          },
        ],
      }),
    );
    const [turn] = body.interviews[0].turns;
    expect(body.quotes[0].anchor).toMatchObject({
      in: turn.id,
      pieces: [{ exact: 'knew by four', start: 3, end: 15 }],
    });
    expect(body.quotes[0].status).toBe('anchored');
  });

  it('creates sections and tags on first use and uses them again', async () => {
    await create({ headline: 'One', section: 'harbour-life', tags: ['fog', 'fog', 'boats'] });
    const { body } = await create({ headline: 'Two', section: 'harbour-life', tags: ['fog'] });
    expect(body).toMatchObject({ section: 'harbour-life', tags: ['fog'] });
    const section = await newsroom.get('/v1/desk/sections/harbour-life');
    expect(section.body.name).toBe('Harbour life');
    expect(await newsroom.db.read.tag.count({ where: { slug: 'fog' } })).toBe(1);
  });

  it('writes one audit row for each thing that it makes', async () => {
    const { body } = await create(
      plainArticle({
        headline: 'Audited',
        section: 'audited-section',
        quotes: [
          {
            kind: 'indirect',
            speaker: { kind: 'person', name: 'Una Audited' },
            anchor: { pieces: [{ exact: 'fog' }] },
          },
        ],
      }),
    );
    const audit = await newsroom.get(`/v1/desk/audit?target=${body.id}`);
    expect(audit.body.data).toMatchObject([
      { action: 'article.create', kind: 'article', after: 1, actorName: 'the admin' },
    ]);
    const newest = await newsroom.get('/v1/desk/audit?limit=3');
    expect(newest.body.data.map(({ action }: { action: string }) => action).sort()).toEqual([
      'article.create',
      'section.create',
      'source.create',
    ]);
  });

  it.each([
    ['no headline', {}, '/headline', 'required'],
    ['a headline of spaces', { headline: ' \t ' }, '/headline', 'invalid'],
    ['a number for text', { headline: 5 }, '/headline', 'invalid-type'],
    ['null for a list', { headline: 'x', tags: null }, '/tags', 'invalid-type'],
    ['an object for text', { headline: { not: '' } }, '/headline', 'invalid-type'],
    ['NUL', { headline: 'a\u0000b' }, '/headline', 'invalid'],
    ['a lone surrogate', { headline: 'a\ud800b' }, '/headline', 'invalid'],
    [
      'a day that does not exist',
      { headline: 'x', dateline: { date: '2023-02-29' } },
      '/dateline/date',
      'invalid-format',
    ],
    [
      'an uncertain date that does not exist',
      {
        headline: 'x',
        quotes: [{ kind: 'direct', saidOn: '2024-13', anchor: { pieces: [{ exact: 'x' }] } }],
      },
      '/quotes/0/saidOn',
      'invalid',
    ],
    ['an unknown field', { headline: 'x', headlines: 'y' }, '/headlines', 'unknown-field'],
    [
      'an unknown field inside',
      {
        headline: 'x',
        quotes: [{ kind: 'direct', anchor: { pieces: [{ exact: 'x', exakt: 'y' }] } }],
      },
      '/quotes/0/anchor/pieces/0/exakt',
      'unknown-field',
    ],
    ['a state of its own', { headline: 'x', state: 'live' }, '/state', 'unknown-field'],
    [
      'an id of its own',
      { headline: 'x', id: '0192e4a0-0000-7000-8000-000000000000' },
      '/id',
      'unknown-field',
    ],
  ])('400 for %s, at its place', async (_name, body, pointer, code) => {
    const before = await newsroom.db.read.article.count();
    const answer = await create(body);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    );
    expect(await newsroom.db.read.article.count()).toBe(before);
  });

  it('400 names the nearest known field', async () => {
    const { body } = await create({ headline: 'x', sumary: 'y' });
    expect(body.errors[0]).toMatchObject({ pointer: '/sumary', suggestion: 'summary' });
  });

  it('400 lists all problems at once', async () => {
    const { body } = await create({ tags: ['Not A Slug'], language: 'english?', unknown: 1 });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/headline',
      '/language',
      '/tags/0',
      '/unknown',
    ]);
  });
});
