import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { createTestClock, HOUR, MINUTE, SECOND, type TestClock } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
let clock: TestClock;

beforeAll(async () => {
  clock = createTestClock();
  newsroom = await openNewsroom({ clock });
});
afterAll(() => newsroom.close());

const inMs = (milliseconds: number) => new Date(clock().getTime() + milliseconds).toISOString();

const create = async (changes: object = {}, make = plainArticle) =>
  (await newsroom.create(make(changes))).body;

const read = async (id: string) => (await newsroom.get(`/v1/desk/articles/${id}`)).body;
const changesOf = (id: string) =>
  newsroom.db.read.change.findMany({ where: { articleId: id }, orderBy: { seq: 'asc' } });
const audited = (id: string, action: string) =>
  newsroom.db.read.auditEntry.findMany({ where: { targetId: id, action } });

describe('POST /v1/desk/articles/{id}/schedule', () => {
  it('publishes at its time, once, and not before', async () => {
    const { id, slug } = await create({ slug: 'at-its-time' });
    const scheduled = await newsroom.step(id, 'schedule', { publishAt: inMs(HOUR) });
    expect(scheduled.status, scheduled.text).toBe(200);
    expect(scheduled.body).toMatchObject({
      state: 'scheduled',
      publishAt: inMs(HOUR),
      scheduledRevision: 1,
      liveRevision: null,
    });
    clock.pass(HOUR - 1);
    expect(await newsroom.scheduler.tick()).toEqual([]);
    expect((await newsroom.get(`/v1/articles/${slug}`)).status).toBe(404);
    clock.pass(1);
    expect(await newsroom.scheduler.tick()).toMatchObject([
      { outcome: 'published', articleId: id },
    ]);
    const live = await newsroom.get(`/v1/articles/${slug}`);
    expect(live.status).toBe(200);
    expect(live.body).toMatchObject({ edition: 1, publishedAt: clock().toISOString() });
    expect(await read(id)).toMatchObject({
      state: 'live',
      publishAt: null,
      scheduledRevision: null,
      scheduleFailure: null,
      liveRevision: 1,
    });
    clock.pass(HOUR);
    expect(await newsroom.scheduler.tick()).toEqual([]);
    expect(await newsroom.db.read.edition.count({ where: { articleId: id } })).toBe(1);
    expect((await changesOf(id)).map(({ type }) => type)).toEqual(['article.published']);
    expect(await audited(id, 'article.publication')).toHaveLength(1);
    expect((await audited(id, 'article.publication'))[0]).toMatchObject({ actor: 'system' });
  });

  it('publishes the revision that was scheduled, not what was saved since', async () => {
    const { id } = await create({ slug: 'as-scheduled' });
    await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
    const patched = await newsroom.patch(`/v1/desk/articles/${id}`, {
      headline: 'Not to go out yet',
      slug: 'not-yet',
      section: 'later',
    });
    expect(patched.body).toMatchObject({ state: 'scheduled', revision: 2, scheduledRevision: 1 });
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    expect((await newsroom.get('/v1/articles/as-scheduled')).body.headline).toBe(
      'The ferry is late again',
    );
    expect((await newsroom.get('/v1/articles/not-yet')).status).toBe(404);
    expect(await read(id)).toMatchObject({ state: 'live', revision: 2, liveRevision: 1 });
  });

  it('keeps the slug of what is scheduled from everything else', async () => {
    const { id } = await create({ slug: 'reserved' });
    await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
    await newsroom.patch(`/v1/desk/articles/${id}`, { slug: 'another-name' });
    const other = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'reserved' }));
    expect(other.status).toBe(409);
    expect(other.body.code).toBe('slug-taken');
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    expect((await newsroom.get('/v1/articles/reserved')).body.id).toBe(id);
  });

  it('keeps what a scheduled revision refers to from being deleted', async () => {
    const { id } = await create({ slug: 'refers' }, fullArticle);
    await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
    await newsroom.patch(`/v1/desk/articles/${id}`, {
      quotes: null,
      claims: null,
      interviews: null,
    });
    const removed = await newsroom.remove('/v1/desk/sources/marrowford-fire-service');
    expect(removed.status).toBe(409);
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    expect((await newsroom.get('/v1/articles/refers')).body.claims).toHaveLength(2);
  });

  it('leaves a live article public as it is until then', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'live-meanwhile' }));
    const before = await newsroom.get('/v1/articles/live-meanwhile');
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { summary: 'What is new.' });
    await newsroom.step(body.id, 'schedule', { publishAt: inMs(MINUTE) });
    expect(await read(body.id)).toMatchObject({ state: 'scheduled', liveRevision: 1 });
    const during = await newsroom.get('/v1/articles/live-meanwhile');
    expect(during.text).toBe(before.text);
    expect(during.etag).toBe(before.etag);
    // What it refers to may change meanwhile, and is shown.
    const renamed = await newsroom.patch('/v1/desk/sources/mara-elsing', {
      name: 'Mara Elsing-Holm',
    });
    expect(renamed.status).toBe(200);
    expect((await newsroom.get('/v1/articles/live-meanwhile')).body.quotes[0].speaker.name).toBe(
      'Mara Elsing-Holm',
    );
    const [quote] = before.body.quotes;
    expect((await newsroom.get(`/v1/quotes/${quote.id}`)).status).toBe(200);
    expect((await newsroom.get('/v1/articles?q=river')).body.data).not.toHaveLength(0);
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    expect((await newsroom.get('/v1/articles/live-meanwhile')).body).toMatchObject({
      edition: 2,
      summary: 'What is new.',
    });
  });

  it('publishes a withdrawn article again', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'back-again' }));
    await newsroom.step(body.id, 'withdraw');
    await newsroom.step(body.id, 'schedule', { publishAt: inMs(MINUTE) });
    expect((await newsroom.get('/v1/articles/back-again')).status).toBe(404);
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    expect((await newsroom.get('/v1/articles/back-again')).body.edition).toBe(2);
  });

  it('makes a correction of an update that changes anchored words', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'corrected-later' }));
    const { claims } = await read(body.id);
    await newsroom.patch(`/v1/desk/articles/${body.id}`, {
      body: fullArticle().body?.toString().replace('At least 1,200', 'At least 1,300'),
      claims: [
        {
          id: claims[0].id,
          low: 1300,
          anchor: { in: 'body', pieces: [{ exact: 'At least 1,300 people' }] },
        },
        { id: claims[1].id },
      ],
    });
    const refused = await newsroom.step(body.id, 'schedule', { publishAt: inMs(MINUTE) });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].code).toBe('correction-required');
    const note = 'The fire service revised its count.';
    const scheduled = await newsroom.step(body.id, 'schedule', { publishAt: inMs(MINUTE), note });
    expect(scheduled.status, scheduled.text).toBe(200);
    clock.pass(MINUTE);
    await newsroom.scheduler.tick();
    const live = await newsroom.get('/v1/articles/corrected-later');
    expect(live.body.corrections).toMatchObject([
      { kind: 'correction', note, about: [claims[0].id] },
    ]);
    expect((await changesOf(body.id)).at(-1)?.type).toBe('article.corrected');
  });

  it('422 when the gate refuses it now', async () => {
    const { id } = await create({ summary: '' });
    const refused = await newsroom.step(id, 'schedule', { publishAt: inMs(HOUR) });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('gate-refused');
    expect(await read(id)).toMatchObject({ state: 'draft', publishAt: null });
  });

  it('says at the desk why the gate refused it at its time, and leaves the public as it was', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'refused-then' }));
    const unnamed = await newsroom.post('/v1/desk/sources', {
      kind: 'unnamed',
      name: 'a harbour hand',
      reason: 'Fears for the job.',
    });
    await newsroom.patch(`/v1/desk/articles/${body.id}`, {
      quotes: [
        {
          kind: 'direct',
          speaker: unnamed.body.id,
          anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
        },
      ],
    });
    expect((await newsroom.step(body.id, 'schedule', { publishAt: inMs(MINUTE) })).status).toBe(
      200,
    );
    await newsroom.patch(`/v1/desk/sources/${unnamed.body.id}`, { reason: null });
    const publishAt = inMs(MINUTE);
    clock.pass(MINUTE);
    expect(await newsroom.scheduler.tick()).toMatchObject([
      { outcome: 'refused', articleId: body.id, failure: { revision: 2 } },
    ]);
    const after = await read(body.id);
    expect(after).toMatchObject({
      state: 'live',
      publishAt: null,
      liveRevision: 1,
      scheduleFailure: {
        publishAt,
        revision: 2,
        problems: [{ code: 'unnamed-without-reason', severity: 'error' }],
      },
    });
    const listed = await newsroom.get('/v1/desk/articles?limit=1');
    expect(listed.body.data[0].scheduleFailure.revision).toBe(2);
    expect((await newsroom.get('/v1/articles/refused-then')).body.edition).toBe(1);
    expect(await audited(body.id, 'article.schedule-failed')).toHaveLength(1);
    expect(await newsroom.scheduler.tick()).toEqual([]);
    await newsroom.patch(`/v1/desk/sources/${unnamed.body.id}`, { reason: 'Fears for the job.' });
    expect((await newsroom.step(body.id, 'publish')).body.scheduleFailure).toBeNull();
  });

  it('400 for a time that is not in the future, or is none', async () => {
    const { id } = await create();
    for (const publishAt of [inMs(0), inMs(-SECOND), '2026-02-30T00:00:00Z', 'tomorrow']) {
      const answer = await newsroom.step(id, 'schedule', { publishAt });
      expect(answer.status, publishAt).toBe(400);
      expect(answer.body.errors[0].pointer).toBe('/publishAt');
    }
    expect((await newsroom.step(id, 'schedule', {})).status).toBe(400);
  });

  it('401, 403, 404, 412 and 428 as every change', async () => {
    const { id } = await create();
    const body = { publishAt: inMs(HOUR) };
    const url = `/v1/desk/articles/${id}/schedule`;
    const match = { headers: { 'if-match': '*' } };
    expect((await newsroom.post(url, body, { as: null, ...match })).status).toBe(401);
    expect((await newsroom.post(url, body, { as: 'writer', ...match })).status).toBe(403);
    expect((await newsroom.post(url, body)).status).toBe(428);
    expect((await newsroom.post(url, body, { headers: { 'if-match': '"r9.9"' } })).status).toBe(
      412,
    );
    const missing = '/v1/desk/articles/no-such-article/schedule';
    expect((await newsroom.post(missing, body, match)).status).toBe(404);
    expect((await read(id)).state).toBe('draft');
  });

  it('a clock that goes back publishes neither early nor twice', async () => {
    const { id } = await create({ slug: 'clock-back' });
    await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
    clock.pass(-HOUR);
    expect(await newsroom.scheduler.tick()).toEqual([]);
    clock.pass(HOUR + MINUTE);
    expect(await newsroom.scheduler.tick()).toHaveLength(1);
    clock.pass(-HOUR);
    expect(await newsroom.scheduler.tick()).toEqual([]);
    clock.pass(HOUR);
    expect(await newsroom.db.read.edition.count({ where: { articleId: id } })).toBe(1);
  });
});

describe('POST /v1/desk/articles/{id}/unschedule', () => {
  it('brings each article back to what it was', async () => {
    const draft = await create();
    const live = (await newsroom.publish(plainArticle())).body;
    const withdrawn = (await newsroom.publish(plainArticle())).body;
    await newsroom.step(withdrawn.id, 'withdraw');
    for (const [{ id }, state] of [
      [draft, 'draft'],
      [live, 'live'],
      [withdrawn, 'withdrawn'],
    ] as const) {
      await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
      const { status, body } = await newsroom.step(id, 'unschedule');
      expect(status).toBe(200);
      expect(body).toMatchObject({ state, publishAt: null, scheduledRevision: null });
      expect(await audited(id, 'article.unschedule')).toHaveLength(1);
    }
    clock.pass(MINUTE);
    expect(await newsroom.scheduler.tick()).toEqual([]);
  });

  it('409 for an article that is not scheduled', async () => {
    const { id } = await create();
    const { status, body } = await newsroom.step(id, 'unschedule');
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'transition-forbidden', allowed: ['publish', 'schedule'] });
  });
});

describe('embargoUntil', () => {
  const canary = 'kestrelwing';
  const places = [
    '/v1/articles',
    `/v1/articles?q=${canary}`,
    '/v1/articles?section=embargoed-desk',
    '/v1/turns',
    '/v1/quotes',
    '/v1/claims',
    '/v1/sources',
    '/v1/figures',
    '/v1/corrections',
    '/v1/changes',
    `/v1/search?q=${canary}`,
    '/feeds/rss.xml',
    '/feeds/atom.xml',
    '/feeds/feed.json',
    '/sitemap.xml',
    '/news-sitemap.xml',
  ];
  const secret = () =>
    fullArticle({
      slug: `${canary}-deal`,
      headline: `The ${canary} deal`,
      section: 'embargoed-desk',
      tags: [`${canary}-tag`],
      summary: `What the ${canary} deal says.`,
    });

  it('keeps a published article out of everything public until then', async () => {
    const { body: draft } = await newsroom.create(secret());
    const embargoUntil = inMs(HOUR);
    const answer = await newsroom.step(draft.id, 'publish', { embargoUntil });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({
      state: 'scheduled',
      embargoUntil,
      publishAt: embargoUntil,
    });
    await newsroom.scheduler.tick();
    for (const url of places) {
      const { text } = await newsroom.get(url);
      // A search tells back what was looked for; nothing else may name it.
      expect(text.replaceAll(`q=${canary}`, ''), url).not.toContain(canary);
    }
    expect((await newsroom.get(`/v1/articles/${canary}-deal`)).status).toBe(404);
    expect((await newsroom.get(`/v1/articles/${draft.id}`)).status).toBe(404);
    expect(await changesOf(draft.id)).toEqual([]);
    expect(await newsroom.db.read.delivery.count()).toBe(0);
    clock.pass(HOUR);
    await newsroom.scheduler.tick();
    expect((await newsroom.get(`/v1/articles/${canary}-deal`)).status).toBe(200);
    expect((await newsroom.get('/v1/changes?limit=100')).text).toContain(canary);
    expect(await read(draft.id)).toMatchObject({ state: 'live', embargoUntil: null });
  });

  it('409 for any earlier publication, until it is lifted', async () => {
    const { id } = await create();
    const embargoUntil = inMs(HOUR);
    const early = await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE), embargoUntil });
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'embargoed', embargoUntil });
    const later = { publishAt: inMs(2 * HOUR), embargoUntil };
    expect((await newsroom.step(id, 'schedule', later)).body).toMatchObject(later);
    expect((await newsroom.step(id, 'publish')).status).toBe(409);
    expect((await newsroom.step(id, 'unschedule')).body).toMatchObject({ embargoUntil });
    expect((await newsroom.step(id, 'publish')).body.code).toBe('embargoed');
    const still = await newsroom.step(id, 'schedule', { publishAt: inMs(MINUTE) });
    expect(still.body.code).toBe('embargoed');
    const lifted = await newsroom.step(id, 'publish', { embargoUntil: null });
    expect(lifted.body).toMatchObject({ state: 'live', embargoUntil: null });
  });

  it('400 for an embargo on what was published before', async () => {
    const { id } = await create();
    const answer = await newsroom.step(id, 'publish', {
      embargoUntil: inMs(HOUR),
      publishedAt: inMs(-HOUR),
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/publishedAt', code: 'under-embargo' }]);
    expect(await read(id)).toMatchObject({ state: 'draft', embargoUntil: null });
  });
});
