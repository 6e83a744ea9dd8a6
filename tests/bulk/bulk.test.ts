import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATOMIC_MAX_LINES } from '../../src/bulk/desk.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom, type Send } from '../support/newsroom.ts';

const TYPE = 'application/x-ndjson';
const URL = '/v1/desk/bulk';

// biome-ignore lint/suspicious/noExplicitAny: results are checked against the contract elsewhere.
type Result = Record<string, any>;

describe('POST /v1/desk/bulk', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  const raw = (body: string, url = URL, { headers, ...options }: Send = {}) =>
    newsroom.post(url, body, { ...options, headers: { 'content-type': TYPE, ...headers } });

  async function bulk(lines: (object | string)[], url = URL, options: Send = {}) {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const answer = await raw(text.join('\n'), url, options);
    const isLines = answer.headers['content-type'] === TYPE;
    const results: Result[] = isLines
      ? answer.text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
      : [];
    return { ...answer, results };
  }

  const create = (slug: string, changes = {}) => ({
    op: 'create',
    article: plainArticle({ slug, ...changes }),
  });
  const count = () => newsroom.db.read.article.count();

  it('creates, updates and publishes, and answers a line for each in their order', async () => {
    const { status, results, headers } = await bulk([
      create('one'),
      { op: 'update', id: 'one', ifMatch: '*', patch: { headline: 'Changed' } },
      { op: 'publish', id: 'one', ifMatch: '"r2.2"', note: null },
      create('two'),
    ]);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(results.map((result) => [result.line, result.status, result.slug])).toEqual([
      [1, 201, 'one'],
      [2, 200, 'one'],
      [3, 200, 'one'],
      [4, 201, 'two'],
    ]);
    expect((await newsroom.get('/v1/articles/one')).body.headline).toBe('Changed');
    expect((await newsroom.get('/v1/articles/two')).status).toBe(404);
    const desk = await newsroom.get('/v1/desk/articles/one');
    expect(results[2]?.etag).toBe(desk.etag);
  });

  it('refuses in a line what is refused in a body of its own', async () => {
    const before = await count();
    const deep = '['.repeat(50_000);
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [i, 1])),
    );
    const { results } = await bulk([
      '{"op":"create","article":{"headline":"One","headline":"Two"}}',
      '{"op":"create","article":{"headline":"x","\\u005f\\u005fproto__":{}}}',
      `{"op":"create","article":${deep}`,
      `{"op":"create","article":${many}}`,
    ]);
    expect(results.map(({ problem }) => [problem?.code, problem?.errors?.[0]?.pointer])).toEqual([
      ['request-invalid', '/article/headline'],
      ['request-invalid', '/article/__proto__'],
      ['request-invalid', expect.stringMatching(/^\/article\/0/)],
      ['request-invalid', ''],
    ]);
    expect(await count()).toBe(before);
  });

  it('tells by the line what is wrong with it, and does the others', async () => {
    const before = await count();
    const { results } = await bulk([
      create('three'),
      '{"op":"create",',
      '',
      '{"op":"create","article":{"headline":"x","__proto__":{}}}',
      { op: 'create', article: { headline: 'No', bodyy: 'x' } },
      { op: 'destroy', id: 'three' },
      { op: 'update', id: 'three', patch: {} },
      { op: 'update', id: 'three', ifMatch: '"r9.9"', patch: {} },
      { op: 'update', id: 'nowhere', ifMatch: '*', patch: {} },
      create('three'),
      { op: 'publish', id: 'three', ifMatch: '*', publishedAt: '2999-01-01T00:00:00Z' },
      create('incomplete', { summary: '' }),
      { op: 'publish', id: 'incomplete', ifMatch: '*' },
      'x'.repeat(2 * 1024 * 1024 + 1),
      create('four'),
    ]);
    expect(results.map(({ line, status, problem }) => [line, status, problem?.code])).toEqual([
      [1, 201, undefined],
      [2, 400, 'body-malformed'],
      [4, 400, 'request-invalid'],
      [5, 400, 'request-invalid'],
      [6, 400, 'request-invalid'],
      [7, 428, 'precondition-required'],
      [8, 412, 'precondition-failed'],
      [9, 404, 'not-found'],
      [10, 409, 'slug-taken'],
      [11, 400, 'request-invalid'],
      [12, 201, undefined],
      [13, 422, 'gate-refused'],
      [14, 413, 'body-too-large'],
      [15, 201, undefined],
    ]);
    expect(results[3]?.problem.errors[0]).toMatchObject({
      pointer: '/article/bodyy',
      suggestion: 'body',
    });
    expect(await count()).toBe(before + 3);
  });

  it('lets writers write, and only editors publish', async () => {
    const lines = [create('five'), { op: 'publish', id: 'five', ifMatch: '*' }];
    const { results } = await bulk(lines, URL, { as: 'writer' });
    expect(results.map(({ status }) => status)).toEqual([201, 403]);
    expect((await bulk(lines, URL, { as: 'reader' })).status).toBe(403);
    expect((await bulk(lines, URL, { as: null })).status).toBe(401);
  });

  it('does all lines or none with atomic=true', async () => {
    const before = await count();
    const url = `${URL}?atomic=true`;
    const refused = await bulk([create('six'), create('seven'), create('six')], url);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'slug-taken', line: 3 });
    expect(refused.body.errors[0].pointer).toBe('/3/slug');
    expect(await count()).toBe(before);
    const invalid = await bulk([create('six'), { op: 'x' }, '{'], url);
    expect(invalid.status).toBe(400);
    expect(invalid.body.errors).toHaveLength(2);
    const done = await bulk(
      [create('six'), { op: 'publish', id: 'six', ifMatch: '*' }, create('seven')],
      url,
    );
    expect(done.results.map(({ status }) => status)).toEqual([201, 200, 201]);
    const many = Array.from({ length: ATOMIC_MAX_LINES + 1 }, (_, n) => create(`many-${n}`));
    expect((await bulk(many, url)).status).toBe(413);
    expect(await count()).toBe(before + 2);
  });

  it('does nothing twice that is sent again with its Idempotency-Key, and does the rest', async () => {
    const before = await count();
    const headers = { 'idempotency-key': 'a-bulk' };
    const first = await bulk([create('eight')], URL, { headers });
    const again = await bulk([create('eight'), create('nine')], URL, { headers });
    expect(again.results[0]).toEqual(first.results[0]);
    expect(again.results[1]?.status).toBe(201);
    expect(await count()).toBe(before + 2);
    const other = await bulk([create('ten')], URL, { headers });
    expect(other.results[0]?.problem.code).toBe('idempotency-mismatch');
    const atomic = { 'idempotency-key': 'an-atomic-bulk' };
    const one = await bulk([create('eleven')], `${URL}?atomic=true`, { headers: atomic });
    const two = await bulk([create('eleven')], `${URL}?atomic=true`, { headers: atomic });
    expect(two.results).toEqual(one.results);
  });

  it('answers each line as done when it is sent again while it is still running', async () => {
    const before = await count();
    const headers = { 'idempotency-key': 'a-bulk-in-a-hurry' };
    const lines = Array.from({ length: 50 }, (_, n) => create(`hurry-${n}`));
    const [first, again] = await Promise.all([1, 2].map(() => bulk(lines, URL, { headers })));
    expect(again?.results.map(({ status }) => status)).toEqual(lines.map(() => 201));
    expect(again?.results).toEqual(first?.results);
    expect(await count()).toBe(before + lines.length);
  });

  it.each(['', '\n', ' \r\n\t\n'])('400 for a body without a line: %j', async (body) => {
    for (const url of [URL, `${URL}?atomic=true`]) {
      const answer = await raw(body, url);
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain('there is no line in it');
    }
  });

  it('takes this media type only, and no other route takes it', async () => {
    const json = await newsroom.post(URL, create('x'));
    expect(json.status).toBe(415);
    expect(json.headers.accept).toBe(TYPE);
    const elsewhere = await newsroom.post('/v1/desk/articles', '{"headline":"x"}', {
      headers: { 'content-type': TYPE },
    });
    expect(elsewhere.status).toBe(415);
    expect((await raw('', `${URL}?atomc=true`)).status).toBe(400);
  });

  it('keeps what was done when the client goes away, and does not do the rest', async () => {
    const lines = 400;
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = newsroom.server.server.address() as { port: number };
    const body = Array.from({ length: lines }, (_, n) => JSON.stringify(create(`gone-${n}`)));
    const seen = await new Promise<Result[]>((resolve, reject) => {
      const request = httpRequest({
        port,
        host: '127.0.0.1',
        path: URL,
        method: 'POST',
        headers: { authorization: `Bearer ${newsroom.tokens.writer}`, 'content-type': TYPE },
      });
      request.once('error', reject);
      request.once('response', (response) => {
        response.once('data', (chunk: Buffer) => {
          request.destroy();
          const complete = chunk.toString().split('\n').slice(0, -1);
          resolve(complete.map((line) => JSON.parse(line)));
        });
        response.once('error', () => undefined);
      });
      request.end(body.join('\n'));
    });
    const mine = { where: { slug: { startsWith: 'gone-' } } };
    let before = -1;
    let now = await newsroom.db.read.article.count(mine);
    while (now !== before) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      before = now;
      now = await newsroom.db.read.article.count(mine);
    }
    expect(now).toBeGreaterThanOrEqual(seen.length);
    expect(now).toBeLessThan(lines);
    for (const { id } of seen)
      expect(await newsroom.db.read.article.count({ where: { id } })).toBe(1);
  });
});
