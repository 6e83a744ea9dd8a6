import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('Idempotency-Key', () => {
  let now = new Date('2024-10-09T12:00:00Z');
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom({ clock: () => now });
  });
  afterAll(() => newsroom.close());

  const post = (url: string, body: unknown, key: string, headers: Record<string, string> = {}) =>
    newsroom.post(url, body, { headers: { 'idempotency-key': key, ...headers } });
  const count = (headline: string) => newsroom.db.read.article.count({ where: { headline } });

  it('gives the first answer again and changes nothing', async () => {
    const article = plainArticle({ headline: 'Once only' });
    const first = await post('/v1/desk/articles', article, 'k-1');
    const again = await post('/v1/desk/articles', article, 'k-1');
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.etag).toBe(first.etag);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await count('Once only')).toBe(1);
    const audit = await newsroom.get(`/v1/desk/audit?target=${first.body.id}`);
    expect(audit.body.data).toHaveLength(1);
  });

  it('gives one row to 50 racers, and the others the same answer or 409', async () => {
    const article = plainArticle({ headline: 'Raced for' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post('/v1/desk/articles', article, 'race')),
    );
    const created = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(created.length).toBeGreaterThan(0);
    expect(created.length + waiting.length).toBe(50);
    expect(new Set(created.map(({ text }) => text)).size).toBe(1);
    for (const { body, headers } of waiting) {
      expect(body.code).toBe('request-in-progress');
      expect(headers['retry-after']).toBe('1');
    }
    expect(await count('Raced for')).toBe(1);
    expect((await post('/v1/desk/articles', article, 'race')).text).toBe(created[0]?.text);
  });

  it('422 for another body, another address', async () => {
    await post('/v1/desk/articles', plainArticle({ headline: 'Mine' }), 'k-2');
    for (const [url, body] of [
      ['/v1/desk/articles', plainArticle({ headline: 'Other' })],
      ['/v1/desk/sections', { name: 'Other' }],
    ] as const) {
      const { status, body: problem } = await post(url, body, 'k-2');
      expect(status).toBe(422);
      expect(problem).toMatchObject({
        code: 'idempotency-mismatch',
        errors: [{ parameter: 'Idempotency-Key' }],
      });
    }
    expect(await count('Other')).toBe(0);
  });

  it('is each token’s own', async () => {
    const article = plainArticle({ headline: 'Each their own' });
    await post('/v1/desk/articles', article, 'k-3');
    const other = await newsroom.post('/v1/desk/articles', article, {
      as: 'writer',
      headers: { 'idempotency-key': 'k-3' },
    });
    expect(other.status).toBe(201);
    expect(await count('Each their own')).toBe(2);
  });

  it('does not stand for what was refused', async () => {
    const { body } = await newsroom.create({ headline: 'Incomplete' });
    const url = `/v1/desk/articles/${body.id}`;
    const first = await post(`${url}/publish`, undefined, 'k-4', { 'if-match': '*' });
    expect(first.status).toBe(422);
    const { headline: _headline, ...rest } = plainArticle();
    await newsroom.patch(url, rest);
    const second = await post(`${url}/publish`, undefined, 'k-4', { 'if-match': '*' });
    expect(second.status).toBe(200);
    const third = await post(`${url}/publish`, undefined, 'k-4', { 'if-match': '*' });
    expect(third.text).toBe(second.text);
    expect(await newsroom.db.read.edition.count({ where: { articleId: body.id } })).toBe(1);
  });

  it('holds after a restart on the same database, for a day', async () => {
    const article = plainArticle({ headline: 'After the restart' });
    const first = await post('/v1/desk/articles', article, 'k-5');
    const { server } = await buildApp({
      config: newsroom.config,
      db: newsroom.db,
      clock: () => now,
    });
    const repeat = () =>
      server.inject({
        method: 'POST',
        url: '/v1/desk/articles',
        headers: {
          authorization: `Bearer ${newsroom.tokens.admin}`,
          'content-type': 'application/json',
          'idempotency-key': 'k-5',
        },
        payload: JSON.stringify(article),
      });
    now = new Date('2024-10-10T11:59:00Z');
    expect((await repeat()).payload).toBe(first.text);
    expect(await count('After the restart')).toBe(1);
    now = new Date('2024-10-10T12:01:00Z');
    expect((await repeat()).statusCode).toBe(201);
    expect(await count('After the restart')).toBe(2);
    await server.close();
  });

  it('gives a new token’s secret again, and keeps no secret that can be read', async () => {
    const first = await post('/v1/desk/tokens', { name: 'Kept', role: 'reader' }, 'k-6');
    const again = await post('/v1/desk/tokens', { name: 'Kept', role: 'reader' }, 'k-6');
    expect(again.body.secret).toBe(first.body.secret);
    const rows = await newsroom.db.read.idempotencyKey.findMany();
    expect(rows.length).toBeGreaterThan(0);
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(first.body.secret);
    expect(kept).not.toContain('k-6');
    expect(kept).not.toContain('Kept');
  });

  it.each(['', 'x'.repeat(256), 'schlüssel', 'a\tb'])('400 for the key %j', async (key) => {
    const { status, body } = await post('/v1/desk/articles', plainArticle(), key);
    expect(status).toBe(400);
    expect(body.errors[0].parameter).toBe('idempotency-key');
  });
});
