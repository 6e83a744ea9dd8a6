import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { createTestClock, HOUR, type TestClock } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { fetchBytes, makePicture, upload } from '../support/pictures.ts';

let newsroom: Newsroom;
let clock: TestClock;
beforeAll(async () => {
  clock = createTestClock();
  newsroom = await openNewsroom({ clock, env: { RATE_LIMIT: '100000' } });
});
afterAll(() => newsroom.close());

const desk = (id: string) => `/v1/desk/articles/${id}`;

const create = async (changes: object = {}, make = plainArticle) =>
  (await newsroom.create(make(changes))).body;

async function preview(article: string, body?: object) {
  const answer = await newsroom.post(`${desk(article)}/previews`, body);
  expect(answer.status, answer.text).toBe(201);
  const { pathname } = new URL(answer.body.url);
  return { ...answer.body, path: pathname, secret: pathname.split('/').at(-1) as string };
}

describe('POST /v1/desk/articles/{id}/previews', () => {
  it('makes a link whose secret is told once and kept as a hash', async () => {
    const { id } = await create();
    const answer = await newsroom.post(`${desk(id)}/previews`, { hours: 2 }, { as: 'writer' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      article: id,
      createdBy: 'the writer',
      expiresAt: new Date(clock().getTime() + 2 * HOUR).toISOString(),
      revokedAt: null,
      works: true,
    });
    const secret = answer.body.url.split('/').at(-1) as string;
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const list = await newsroom.get(`${desk(id)}/previews`);
    expect(list.body.data).toMatchObject([{ id: answer.body.id, works: true }]);
    const rows = JSON.stringify([
      await newsroom.db.read.preview.findMany(),
      await newsroom.db.read.auditEntry.findMany(),
    ]);
    for (const text of [list.text, rows]) expect(text).not.toContain(secret);
    expect(
      await newsroom.db.read.auditEntry.count({ where: { action: 'preview.create' } }),
    ).toBeGreaterThan(0);
  });

  it('takes an instant, and 72 hours if nothing is said', async () => {
    const { id } = await create();
    const expiresAt = new Date(clock().getTime() + 5 * HOUR).toISOString();
    expect((await preview(id, { expiresAt })).expiresAt).toBe(expiresAt);
    const usual = new Date(clock().getTime() + 72 * HOUR).toISOString();
    expect((await preview(id)).expiresAt).toBe(usual);
  });

  it('400 for an end in the past, too far away, or said twice', async () => {
    const { id } = await create();
    const at = (hours: number) => new Date(clock().getTime() + hours * HOUR).toISOString();
    for (const body of [
      { expiresAt: at(0) },
      { expiresAt: at(-1) },
      { expiresAt: at(721) },
      { hours: 0 },
      { hours: 721 },
      { hours: 1, expiresAt: at(1) },
      { days: 1 },
    ]) {
      const answer = await newsroom.post(`${desk(id)}/previews`, body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
    }
    const { body } = await newsroom.post(`${desk(id)}/previews`, {
      hours: 'one',
      expiresAt: at(1),
    });
    expect(body.errors).toMatchObject([
      { pointer: '/hours', code: 'invalid-type' },
      { pointer: '/hours', message: 'give expiresAt or hours, not both' },
    ]);
    expect(await newsroom.db.read.preview.count({ where: { articleId: id } })).toBe(0);
  });

  it('401, 403 and 404 as every write', async () => {
    const { id } = await create();
    expect((await newsroom.post(`${desk(id)}/previews`, {}, { as: null })).status).toBe(401);
    expect((await newsroom.post(`${desk(id)}/previews`, {}, { as: 'reader' })).status).toBe(403);
    expect((await newsroom.post(`${desk('no-such-article')}/previews`)).status).toBe(404);
    expect((await newsroom.get(`${desk('no-such-article')}/previews`)).status).toBe(404);
  });
});

describe('GET /v1/previews/{token}', () => {
  it('shows the newest revision in the wire’s own shape', async () => {
    const { id } = await create({ slug: 'previewed-shape' }, fullArticle);
    const { path } = await preview(id);
    const shown = await newsroom.get(path);
    expect(shown.status, shown.text).toBe(200);
    const { preview: mark, ...draft } = shown.body;
    expect(mark).toMatchObject({ revision: 1, incomplete: [] });
    await newsroom.step(id, 'publish');
    const live = (await newsroom.get('/v1/articles/previewed-shape')).body;
    const dates = { publishedAt: 0, firstPublishedAt: 0, updatedAt: 0 };
    expect({ ...draft, ...dates }).toEqual({ ...live, ...dates });
    await newsroom.patch(desk(id), { headline: 'Newer than that' });
    expect((await newsroom.get(path)).body).toMatchObject({
      headline: 'Newer than that',
      edition: 2,
      preview: { revision: 2 },
    });
    expect(shown.text).not.toContain('Not cleared to speak');
  });

  it('holds the shape for a draft that is not complete, and points to what is missing', async () => {
    const anchor = (exact: string) => ({ in: 'body', pieces: [{ exact }] });
    const { id } = await create({
      section: undefined,
      summary: undefined,
      language: undefined,
      body: 'About 40 boats, or dozens.',
      interviews: [{ turns: [{ role: 'question', text: 'And then?' }] }],
      quotes: [
        { kind: 'direct', anchor: anchor('not in the text') },
        { kind: 'direct', speaker: { kind: 'person', name: 'Jon Vale' }, anchor: anchor('dozens') },
      ],
      claims: [
        {
          figure: { slug: 'boats', question: 'How many boats?', unit: 'boats' },
          comparator: 'approx',
          low: 40,
          high: 40,
          anchor: anchor('About 40 boats'),
        },
      ],
    });
    const { path } = await preview(id);
    const { status, body, text } = await newsroom.get(path);
    expect(status, text).toBe(200);
    expect(body.preview.incomplete).toEqual([
      '/summary',
      '/section',
      '/language',
      '/interviews/0/turns/0/speaker',
      '/quotes/0/speaker',
      '/quotes/0/anchor',
      '/claims/0/source',
    ]);
    expect(body.quotes).toMatchObject([
      { text: 'not in the text', status: 'orphaned', speaker: { name: 'Not yet named' } },
      { text: 'dozens', status: 'anchored', speaker: { name: 'Jon Vale' } },
    ]);
    expect(body.quotes[0].anchor.pieces).toEqual([]);
    expect(body.claims[0].source.name).toBe('Not yet named');
  });

  it('is never kept and never indexed', async () => {
    const { id } = await create();
    const { path } = await preview(id);
    const kept = newsroom.context.cache.bytes;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const { status, headers } = await newsroom.send(method, path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers.etag).toBeUndefined();
    }
    expect(newsroom.context.cache.bytes).toBe(kept);
  });

  it('the same 404 for a link that is unknown, has expired or was revoked', async () => {
    const { id } = await create();
    const expired = await preview(id, { hours: 1 });
    const revoked = await preview(id, { hours: 9 });
    const good = await preview(id, { hours: 9 });
    expect((await newsroom.get(expired.path)).status).toBe(200);
    clock.pass(HOUR);
    expect(
      (await newsroom.remove(`/v1/desk/previews/${revoked.id}`, { as: 'writer' })).status,
    ).toBe(204);
    const wrong = good.path.slice(0, -4);
    const paths = [expired.path, revoked.path, wrong, `${good.path}A`, '/v1/previews/x'];
    const answers = await Promise.all(paths.map((path) => newsroom.get(path)));
    const bare = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, instance: '' },
      cache: headers['cache-control'],
      robots: headers['x-robots-tag'],
    }));
    for (const answer of bare) expect(answer).toEqual(bare[0]);
    expect(bare[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await newsroom.get(good.path)).status).toBe(200);
    const { body } = await newsroom.get(`${desk(id)}/previews`);
    expect(body.data.map(({ works }: { works: boolean }) => works)).toEqual([true, false, false]);
  });

  it('opens no other article and no desk', async () => {
    const { id } = await create({ slug: 'shown-by-link' });
    const other = await create({ slug: 'not-shown' });
    const { path, secret } = await preview(id);
    for (const url of [`${path}/${other.id}`, `/v1/articles/not-shown?token=${secret}`])
      expect((await newsroom.get(url)).status, url).toBeGreaterThanOrEqual(400);
    const asToken = { as: null, headers: { authorization: `Bearer ${secret}` } };
    expect((await newsroom.get(desk(id), asToken)).status).toBe(401);
    expect((await newsroom.get('/v1/articles/shown-by-link')).status).toBe(404);
    expect((await newsroom.get(path)).text).not.toContain(other.id);
  });

  it('ends with the retraction or the deletion of its article', async () => {
    const { id } = await create();
    const deleted = await preview(id);
    expect((await newsroom.remove(desk(id))).status).toBe(204);
    expect((await newsroom.get(deleted.path)).status).toBe(404);
    const { body: live } = await newsroom.publish(plainArticle());
    const link = await preview(live.id);
    await newsroom.step(live.id, 'retract', { note: 'It was not so.' });
    expect((await newsroom.get(link.path)).status).toBe(404);
  });
});

describe('GET /v1/previews/{token}/assets/{hash}/{name}', () => {
  const picture = async (seed: number) => {
    const file = await makePicture('png', { width: 400, seed });
    return (await upload(newsroom, { file, fields: { alt: `Picture ${seed}` } })).body.id as string;
  };
  const urlsOf = (image: { renditions: { url: string }[] }) =>
    image.renditions.map(({ url }) => url);

  it('shows the pictures of the draft, which are not public', async () => {
    const portrait = await picture(1);
    const { id } = await create({
      image: await picture(2),
      bylines: [{ name: 'Ines Farrow', image: portrait }],
    });
    const { path } = await preview(id);
    const { body } = await newsroom.get(path);
    const urls = [...urlsOf(body.image), ...urlsOf(body.bylines[0].image)];
    expect(urls.length).toBeGreaterThan(2);
    for (const url of urls) {
      const { status, headers, bytes } = await fetchBytes(newsroom, url);
      expect(status, url).toBe(200);
      expect(headers['content-type']).toBe(url.endsWith('.webp') ? 'image/webp' : 'image/jpeg');
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers.etag).toBeUndefined();
      expect(bytes.length).toBeGreaterThan(0);
      expect((await newsroom.get(url.slice(path.length))).status).toBe(404);
    }
  });

  it('404 for a picture that the draft does not show, and once the link has ended', async () => {
    const { id } = await create({ image: await picture(3) });
    const other = await create({ image: await picture(4) });
    const link = await preview(id);
    const otherLink = await preview(other.id);
    const [own] = urlsOf((await newsroom.get(link.path)).body.image) as [string];
    const [others] = urlsOf((await newsroom.get(otherLink.path)).body.image) as [string];
    const swapped = others.replace(otherLink.path, link.path);
    const missing = own.replace(/[^/]+$/, '9.webp');
    for (const url of [swapped, missing]) expect((await newsroom.get(url)).status, url).toBe(404);
    expect((await newsroom.get(own.replace(/[^/]+$/, 'x.svg'))).status).toBe(400);
    await newsroom.remove(`/v1/desk/previews/${link.id}`);
    expect((await newsroom.get(own)).status).toBe(404);
    await newsroom.patch(desk(other.id), { image: null });
    expect((await newsroom.get(others)).status).toBe(404);
  });
});

describe('DELETE /v1/desk/previews/{id}', () => {
  it('revokes once, however often it is asked', async () => {
    const { id } = await create();
    const { id: link } = await preview(id);
    for (let time = 0; time < 2; time += 1)
      expect((await newsroom.remove(`/v1/desk/previews/${link}`)).status).toBe(204);
    const audit = { where: { action: 'preview.revoke', targetId: link } };
    expect(await newsroom.db.read.auditEntry.count(audit)).toBe(1);
  });

  it('404 for an unknown one, 403 for a reader', async () => {
    const unknown = '/v1/desk/previews/0197f3c0-0000-7000-8000-000000000000';
    expect((await newsroom.remove(unknown)).status).toBe(404);
    expect((await newsroom.remove(unknown, { as: 'reader' })).status).toBe(403);
  });
});
