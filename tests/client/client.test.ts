import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  expectTypeOf,
  it,
  vi,
} from 'vitest';
import { parse } from 'yaml';
import {
  createClient,
  OnrecordError,
  type Schemas,
  verifyWebhook,
  WebhookError,
} from '../../packages/client/src/main.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture } from '../support/pictures.ts';
import { eventually } from '../support/waiting.ts';

describe('the client against a real server', () => {
  let newsroom: Newsroom;
  let baseUrl = '';
  const desk = () => createClient({ baseUrl, token: newsroom.tokens.editor });
  const draft = (headline: string) => plainArticle({ headline }) as Schemas['ArticleInput'];
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.server.listen({ port: 0, host: '127.0.0.1' });
    baseUrl = `http://127.0.0.1:${(newsroom.server.server.address() as AddressInfo).port}`;
    for (let index = 0; index < 5; index += 1)
      await newsroom.publish(plainArticle({ headline: `Story ${index}` }));
  });
  afterAll(async () => {
    // `fetch` keeps connections that it opened and never used; a server waits for them.
    newsroom.server.server.closeAllConnections();
    await newsroom.close();
  });

  it('knows paths, parameters and answers by their types', async () => {
    const { data } = await desk().get('/v1/articles/{slug}', { params: { slug: 'story-0' } });
    expectTypeOf(data).toEqualTypeOf<Schemas['Article']>();
    const { data: some } = await desk().get('/v1/articles/{slug}', {
      params: { slug: 'story-0' },
      query: { fields: 'slug' },
    });
    expectTypeOf<NonNullable<typeof some.slug>>().toBeString();
    const { data: text } = await desk()
      .get('/v1/articles/{slug}', { params: { slug: 'story-0' }, accept: 'text/markdown' })
      .catch(() => ({ data: '' as const }));
    expectTypeOf(text).toBeString();
    expect(data.headline).toBe('Story 0');
    expect(some).toEqual({ slug: 'story-0' });
    expectTypeOf((await desk().get('/v1/articles')).data).toEqualTypeOf<Schemas['ArticlePage']>();
    expectTypeOf((await desk().get('/openapi.json')).data.openapi).toBeUnknown();
    // @ts-expect-error: a parameter that does not exist
    await expect(desk().get('/v1/articles', { query: { sektion: 'x' } })).rejects.toMatchObject({
      status: 400,
    });
    // @ts-expect-error: a path that does not exist
    await expect(desk().get('/v1/nothing')).rejects.toMatchObject({ status: 404 });
    // @ts-expect-error: a parameter is missing
    await expect(desk().get('/v1/articles/{slug}', {})).rejects.toThrow(TypeError);
  });

  it('takes undefined, by its types too, for what may be left out', async () => {
    const section = undefined as string | undefined;
    const signal = undefined as AbortSignal | undefined;
    const token = newsroom.tokens.editor as string | undefined;
    const client = createClient({ baseUrl, token, retries: undefined, fetch: undefined });
    const query = { section, limit: undefined };
    const { data } = await client.get('/v1/articles', { query, signal });
    expectTypeOf(data).toEqualTypeOf<Schemas['ArticlePage']>();
    for await (const one of client.list('/v1/articles', { query, signal }))
      expectTypeOf(one).toEqualTypeOf<Schemas['ArticleSummary']>();
    const options = { idempotencyKey: undefined, ifMatch: undefined, headers: undefined };
    const made = await client.post('/v1/desk/articles', { body: draft('Undefined'), ...options });
    expect(made.status).toBe(201);
    client.changes({ after: undefined, signal });
    // @ts-expect-error: a parameter that must be given
    const search = client.get('/v1/search', { query: { q: undefined } });
    await expect(search).rejects.toMatchObject({ status: 400 });
  });

  it('knows by their types what `fields` may leave out, and only where they are asked for', async () => {
    const client = createClient({ baseUrl });
    for await (const one of client.list('/v1/articles')) {
      expectTypeOf(one).toEqualTypeOf<Schemas['ArticleSummary']>();
      expect(one.headline).toMatch(/^Story/);
    }
    for await (const one of client.list('/v1/articles', { query: { limit: 5 } }))
      expectTypeOf(one).toEqualTypeOf<Schemas['ArticleSummary']>();
    const fields = 'slug' as string | undefined;
    const query = fields === undefined ? {} : { fields };
    for await (const one of client.list('/v1/articles', { query })) {
      expectTypeOf(one.headline).toEqualTypeOf<string | undefined>();
      expect(Object.keys(one)).toEqual(['slug']);
    }
    // @ts-expect-error: no list
    await expect(client.list('/feeds/rss.xml').next()).rejects.toThrow('no page of a list');
  });

  it('gives bytes as a blob, lines as text and nothing for a 204, as its types say', async () => {
    const form = new FormData();
    form.set('file', new Blob([await makePicture('jpeg')]), 'harbour.jpg');
    form.set('alt', 'The harbour.');
    const { data: picture, etag } = await desk().post('/v1/desk/assets', { body: form });
    const params = { id: picture.id, name: picture.renditions[0]?.url.split('/').at(-1) ?? '' };
    const { data: bytes } = await desk().get('/v1/desk/assets/{id}/{name}', { params });
    expectTypeOf(bytes).toEqualTypeOf<Blob>();
    expect(bytes.type).toMatch(/^image\//);
    const { data: lines } = await desk().post('/v1/desk/bulk', {
      body: JSON.stringify({ op: 'create', article: draft('A line') }),
      accept: 'application/x-ndjson',
    });
    expectTypeOf(lines).toBeString();
    expect(JSON.parse(lines)).toMatchObject({ status: 201 });
    const { data: nothing } = await desk().delete('/v1/desk/assets/{id}', {
      params: { id: picture.id },
      ifMatch: etag ?? '',
    });
    expectTypeOf(nothing).toBeUndefined();
    expect(nothing).toBeUndefined();
  });

  it('needs nothing of a body that the server fills in', async () => {
    const { data } = await desk().post('/v1/desk/articles', {
      body: {
        headline: 'Quoted',
        body: '“We wait for the fog to lift,” said the master.',
        quotes: [
          { kind: 'direct', anchor: { pieces: [{ exact: 'We wait for the fog to lift' }] } },
        ],
      },
    });
    expect(data.quotes[0]?.anchor?.in).toBe('body');
  });

  it('walks a list page by page, each thing once, and stops asking when its reader stops', async () => {
    let asked = 0;
    const counting: typeof fetch = (input, init) => {
      asked += 1;
      return fetch(input, init);
    };
    const client = createClient({ baseUrl, fetch: counting });
    const slugs: string[] = [];
    for await (const { slug } of client.list('/v1/articles', { query: { limit: 2 } }))
      slugs.push(slug);
    expect([slugs.length, new Set(slugs).size, asked]).toEqual([5, 5, 3]);
    asked = 0;
    for await (const { slug } of client.list('/v1/articles', { query: { limit: 2 } }))
      if (slug !== '') break;
    expect(asked).toBe(1);
  });

  it('gives nothing more once its signal is aborted, of a page or of a stream', async () => {
    const client = createClient({ baseUrl });
    for (const walk of [
      (signal: AbortSignal) => client.list('/v1/changes', { signal }),
      (signal: AbortSignal) => client.changes({ after: 0, signal }),
    ]) {
      const stop = new AbortController();
      const reason = new Error('enough');
      const seqs: number[] = [];
      const walking = (async () => {
        for await (const { seq } of walk(stop.signal)) {
          seqs.push(seq);
          stop.abort(reason);
        }
      })();
      await expect(walking).rejects.toBe(reason);
      expect(seqs).toEqual([1]);
    }
  });

  it('reads the change log from its beginning as a list', async () => {
    const seqs: number[] = [];
    for await (const { seq } of createClient({ baseUrl }).list('/v1/changes', {
      query: { limit: 2 },
    }))
      seqs.push(seq);
    expect(seqs.length).toBeGreaterThanOrEqual(5);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  it('throws problems as errors, with their code and all that is wrong', async () => {
    const error = await createClient({ baseUrl })
      .get('/v1/articles', { query: { limit: 1000 } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OnrecordError);
    expect(error).toMatchObject({
      status: 400,
      code: 'request-invalid',
      problem: { errors: [{ parameter: 'limit' }] },
    });
    await expect(createClient({ baseUrl }).get('/v1/desk/articles')).rejects.toMatchObject({
      status: 401,
    });
  });

  it('sends its token to the desk and to nothing else', async () => {
    const sent: [string, string | null][] = [];
    const watching: typeof fetch = (input, init) => {
      sent.push([new URL(String(input)).pathname, new Headers(init?.headers).get('authorization')]);
      return fetch(input, init);
    };
    const client = createClient({ baseUrl, token: newsroom.tokens.reader, fetch: watching });
    await client.get('/v1/articles');
    await client.get('/v1/desk/articles');
    expect(sent).toEqual([
      ['/v1/articles', null],
      ['/v1/desk/articles', `Bearer ${newsroom.tokens.reader}`],
    ]);
  });

  it('makes one article when the answer to its POST was lost', async () => {
    let lost = 0;
    const losing: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      lost += 1;
      if (lost > 2) return response;
      await response.arrayBuffer();
      throw new TypeError('the connection broke');
    };
    const client = createClient({ baseUrl, token: newsroom.tokens.writer, fetch: losing });
    const before = await newsroom.db.read.article.count();
    const { status, data } = await client.post('/v1/desk/articles', {
      body: draft('Sent three times'),
    });
    expect([status, data.headline, lost]).toEqual([201, 'Sent three times', 3]);
    expect(await newsroom.db.read.article.count()).toBe(before + 1);
  });

  it('makes one article when the answer to its POST broke off half-way', async () => {
    let sent = 0;
    const breaking: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      sent += 1;
      if (sent > 1) return response;
      const half = (await response.text()).slice(0, 40);
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(half)),
        pull: (controller) => controller.error(new TypeError('the connection broke')),
      });
      return new Response(body, response);
    };
    const client = createClient({ baseUrl, token: newsroom.tokens.writer, fetch: breaking });
    const before = await newsroom.db.read.article.count();
    const { data } = await client.post('/v1/desk/articles', { body: draft('Broken off') });
    expect([data.headline, sent]).toEqual(['Broken off', 2]);
    expect(await newsroom.db.read.article.count()).toBe(before + 1);
  });

  it('gives lines of JSON and YAML as text', async () => {
    const lines = ['One', 'Two'].map((headline) => ({ op: 'create', article: draft(headline) }));
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const { data } = await desk().post('/v1/desk/bulk', { body });
    const results = data.trim().split('\n');
    expect(results.map((line) => JSON.parse(line).status)).toEqual([201, 201]);
    expect((await desk().get('/openapi.yaml')).data).toMatch(/^openapi: /);
  });

  it('follows changes over broken connections, nothing missing and nothing twice', async () => {
    let connections = 0;
    const breaking: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).endsWith('/stream') || response.body === null) return response;
      connections += 1;
      // Each connection breaks off after so many bytes, wherever that is.
      let left = 900 * connections;
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          controller.enqueue(chunk.subarray(0, left));
          left -= chunk.length;
          if (left <= 0) controller.error(new TypeError('the connection broke'));
        },
      });
      return new Response(response.body.pipeThrough(cut), response);
    };
    const stop = new AbortController();
    const newest = (await newsroom.get('/v1/changes?after=latest')).body.page.last as number;
    const seen: number[] = [];
    for await (const { seq } of createClient({ baseUrl, fetch: breaking }).changes({
      after: 0,
      signal: stop.signal,
    })) {
      seen.push(seq);
      if (seq === newest) break;
    }
    expect(seen).toEqual(Array.from({ length: newest }, (_, index) => index + 1));
    expect(connections).toBeGreaterThan(1);
  });

  it('begins with what changes from now on, and ends with its signal', async () => {
    const stop = new AbortController();
    const stream = createClient({ baseUrl }).changes({ signal: stop.signal });
    const first = stream.next();
    let heard = false;
    const publishing = (async () => {
      while (!heard) {
        await newsroom.publish(plainArticle({ headline: `News ${Date.now()}` }));
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    })();
    const { value } = await first.finally(() => {
      heard = true;
    });
    await publishing;
    expect(value).toMatchObject({ type: 'article.published' });
    const second = stream.next();
    stop.abort(new Error('enough'));
    await expect(second.then(() => stream.next())).rejects.toThrow();
  });
});

/** What a test reads of the document. */
interface Described {
  paths: Record<string, { get?: { responses: Record<number, { content?: object }> } }>;
}

/** A server of our own in the place of Onrecord’s, for as long as a block of tests runs. */
function standInFor(answer: RequestListener): { origin(): string } {
  const server = createServer(answer);
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a request that fails in passing', () => {
  let answers: { status: number; headers?: Record<string, string> }[] = [];
  let asked: IncomingMessage[] = [];
  const standIn = standInFor((request, response) => {
    asked.push(request);
    const { status, headers = {} } = answers.shift() ?? { status: 200 };
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end('{"data":[],"page":{"next":null}}');
  });
  afterEach(() => {
    answers = [];
    asked = [];
  });
  const client = () => createClient({ baseUrl: standIn.origin(), token: 't', retries: 3 });
  const soon = { 'retry-after': '0' };

  it('is sent again: a read always, a POST with the same key', async () => {
    answers = [
      { status: 503, headers: soon },
      { status: 502, headers: soon },
    ];
    expect((await client().get('/v1/articles')).status).toBe(200);
    expect(asked).toHaveLength(3);
    asked = [];
    answers = [
      { status: 429, headers: soon },
      { status: 409, headers: soon },
    ];
    await client().post('/v1/desk/articles', { body: { headline: 'x' } });
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    asked = [];
    answers = [504, 502].map((status) => ({ status, headers: soon }));
    await client().post('/v1/desk/articles', { body: { headline: 'x' } });
    expect(asked).toHaveLength(3);
  });

  it('is sent again whatever it is, where the answer says that nothing was done', async () => {
    answers = [429, 503].map((status) => ({ status, headers: soon }));
    await client().patch('/v1/desk/articles/{id}', { params: { id: 'x' }, body: {}, ifMatch: '*' });
    expect(asked).toHaveLength(3);
  });

  it('is sent again where the answer that asks for it broke off', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new TypeError('the connection broke')),
    });
    const headers = { 'retry-after': '0' };
    const answered = [new Response(broken, { status: 503, headers }), Response.json({ data: [] })];
    const breaking = createClient({
      baseUrl: 'http://127.0.0.1',
      fetch: async () => answered.shift() as Response,
    });
    expect((await breaking.get('/v1/articles')).data).toEqual({ data: [] });
  });

  it('is not sent again where a write that has no key broke off', async () => {
    let sent = 0;
    const breaking: typeof fetch = async () => {
      sent += 1;
      throw new TypeError('the connection broke');
    };
    const broken = createClient({ baseUrl: standIn.origin(), fetch: breaking });
    const params = { id: 'x' };
    await expect(
      broken.patch('/v1/desk/articles/{id}', { params, body: {}, ifMatch: '*' }),
    ).rejects.toThrow('broke');
    expect(sent).toBe(1);
  });

  it('is not redirected where it writes: a redirect would make a GET of it', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      asked = [];
      answers = [{ status, headers: { location: '/v1/desk/articles' } }];
      await expect(
        client().post('/v1/desk/articles', { body: { headline: 'x' } }),
      ).rejects.toMatchObject({ name: 'OnrecordError', status });
      expect(asked).toHaveLength(1);
    }
    answers = [{ status: 308, headers: { location: '/v1/articles/new' } }];
    const read = client().get('/v1/articles/{slug}', { params: { slug: 'old' } });
    expect((await read).status).toBe(200);
  });

  it('is not sent again when it may have changed something, or when it will fail again', async () => {
    const patch = (options = {}) =>
      client().patch('/v1/desk/articles/{id}', {
        params: { id: 'x' },
        body: {},
        ifMatch: '"v1"',
        ...options,
      });
    for (const [status, call, headers = {}] of [
      [502, () => patch()],
      // The server keeps no key of a PATCH: sent again, it would be another one.
      [502, () => patch({ idempotencyKey: 'mine' })],
      [409, () => patch(), soon],
      [404, () => client().get('/v1/articles/{slug}', { params: { slug: 'x' } })],
      [500, () => client().get('/v1/articles')],
      [409, () => client().post('/v1/desk/articles', { body: { headline: 'x' } })],
    ] as const) {
      asked = [];
      answers = [{ status, headers }];
      await expect(call(), String(status)).rejects.toMatchObject({ status });
      expect(asked).toHaveLength(1);
    }
  });

  it('is not sent at all where a parameter would lead to another path', async () => {
    asked = [];
    for (const slug of ['', '.', '..'])
      await expect(client().get('/v1/articles/{slug}', { params: { slug } })).rejects.toThrow(
        TypeError,
      );
    expect(asked).toEqual([]);
  });

  it('is sent to the path that is meant, whatever stands in its parameters', async () => {
    const slashed = createClient({ baseUrl: `${standIn.origin()}/api//` });
    const section = null as unknown as undefined;
    await slashed.get('/v1/articles/{slug}', { params: { slug: 'a/../b?c#d' } });
    await slashed.get('/v1/articles', { query: { section, tag: undefined, q: 'a&b=c' } });
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/articles/a%2F..%2Fb%3Fc%23d',
      '/api/v1/articles?q=a%26b%3Dc',
    ]);
  });

  it('is sent by the `fetch` that is there when it is sent', async () => {
    const early = client();
    vi.stubGlobal('fetch', async () => Response.json({ by: 'another one' }));
    const { data } = await early.get('/v1/articles').finally(() => vi.unstubAllGlobals());
    expect(data).toEqual({ by: 'another one' });
  });

  it('says what a body is, and has a key where the server keeps one', async () => {
    const params = { id: 'x' };
    const ifMatch = '*';
    await client().get('/v1/articles');
    await client().patch('/v1/desk/articles/{id}', { params, body: {}, ifMatch });
    await client().post('/v1/desk/articles', { body: { headline: 'x' } });
    await client().post('/v1/desk/bulk', { body: '{}' });
    expect(
      asked.map(({ headers }) => [headers['content-type'], headers['idempotency-key']?.length]),
    ).toEqual([
      [undefined, undefined],
      ['application/merge-patch+json', undefined],
      ['application/json', 32],
      ['application/x-ndjson', 32],
    ]);
  });

  it('has the headers that it is given, however they are written', async () => {
    const headers = {
      Accept: 'application/xml',
      'Content-Type': 'application/json; charset=utf-8',
      'Idempotency-Key': 'mine',
    };
    await client().post('/v1/desk/articles', { body: { headline: 'x' }, headers });
    expect(asked[0]?.headers).toMatchObject({
      accept: 'application/xml',
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': 'mine',
    });
  });

  it('ends in time where the answer that refuses it never does', async () => {
    const stalls: typeof fetch = (input, init) =>
      fetch(input, init).then(({ status, headers }) => {
        const signal = init?.signal;
        const body = new ReadableStream({
          start: (controller) =>
            signal?.addEventListener('abort', () => controller.error(signal.reason)),
        });
        return new Response(body, { status, headers });
      });
    answers = [{ status: 404 }];
    const impatient = createClient({ baseUrl: standIn.origin(), fetch: stalls, timeoutMs: 300 });
    const { signal } = new AbortController();
    await expect(impatient.get('/v1/articles', { signal })).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    ['it is sent', () => Promise.reject(new TypeError('the connection broke')), 0],
    ['its answer is read', (body: ReadableStream) => new Response(body), 0],
    ['its problem is read', (body: ReadableStream) => new Response(body, { status: 404 }), 0],
    [
      'it is about to wait',
      () => new Response(null, { status: 503, headers: { 'retry-after': '3600' } }),
      4,
    ],
  ] as const)('ends with the reason of its signal while %s', async (_when, answer, retries) => {
    const reason = new Error('enough');
    const stop = new AbortController();
    const aborting: typeof fetch = async () => {
      const body = new ReadableStream({
        pull: (controller) => controller.error(new TypeError('the connection broke')),
      });
      stop.abort(reason);
      return answer(body);
    };
    const ending = createClient({ baseUrl: standIn.origin(), fetch: aborting, retries });
    await expect(ending.get('/v1/articles', { signal: stop.signal })).rejects.toBe(reason);
  });

  it('may take as long as it likes where its time has no limit', async () => {
    const slow: typeof fetch = async (input, init) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return fetch(input, init);
    };
    const patient = createClient({
      baseUrl: standIn.origin(),
      fetch: slow,
      retries: 0,
      timeoutMs: Infinity,
    });
    expect((await patient.get('/v1/articles')).status).toBe(200);
  });

  it('is given up after the retries, with the last problem', async () => {
    answers = Array.from({ length: 9 }, () => ({ status: 503, headers: soon }));
    await expect(client().get('/v1/articles')).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(4);
  });

  it('ends at once with its signal, also while it waits', async () => {
    answers = [{ status: 503, headers: { 'retry-after': '60' } }];
    const signal = AbortSignal.timeout(500);
    await expect(client().get('/v1/articles', { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(asked).toHaveLength(1);
  });

  it('waits where it is asked for more than a timer can', async () => {
    const years = ['99999999', 'Fri, 31 Dec 2199 23:59:59 GMT'];
    for (const [index, asks] of years.entries()) {
      answers = [{ status: 503, headers: { 'retry-after': asks } }];
      const signal = AbortSignal.timeout(200);
      await expect(client().get('/v1/articles', { signal })).rejects.toMatchObject({
        name: 'TimeoutError',
      });
      expect(asked).toHaveLength(index + 1);
    }
  });
});

describe('the stream of changes', () => {
  let answers: { status?: number; type?: string; body: string }[] = [];
  let asked: number[] = [];
  let headers: IncomingMessage['headers'][] = [];
  const standIn = standInFor((request, response) => {
    asked.push(performance.now());
    headers.push(request.headers);
    const { status = 200, type = 'text/event-stream', body } = answers.shift() ?? { body: '' };
    response.writeHead(status, { 'content-type': type, 'retry-after': '0' }).end(body);
  });
  afterEach(() => {
    asked = [];
    headers = [];
  });

  it('goes on where it was, before the first change too, and gives nothing twice', async () => {
    answers = [
      { body: 'retry: 0\nid: 7\n\n' },
      { body: 'id: 8\ndata: {"seq":8}\n\n' },
      { body: 'id: 8\ndata: {"seq":8}\n\nid: 9\ndata: {"seq":9}\n\n' },
    ];
    const seqs: number[] = [];
    for await (const { seq } of createClient({ baseUrl: standIn.origin() }).changes()) {
      seqs.push(seq);
      if (seq === 9) break;
    }
    expect(seqs).toEqual([8, 9]);
    expect(headers.map((sent) => [sent.accept, sent['last-event-id']])).toEqual([
      ['text/event-stream', undefined],
      ['text/event-stream', '7'],
      ['text/event-stream', '8'],
    ]);
  });

  it('is waited for however often it can’t be had, as the server asks', async () => {
    answers = [429, 503, 502, 504, 429].map((status) => ({ status, body: '' }));
    answers.push({ body: 'id: 1\ndata: {"seq":1}\n\n' });
    const patient = createClient({ baseUrl: standIn.origin(), retries: 0 });
    expect((await patient.changes({ after: 0 }).next()).value).toEqual({ seq: 1 });
    asked = [];
    answers = [{ status: 429, body: '' }];
    const waiting: typeof fetch = async (input, init) => {
      const { status } = await fetch(input, init);
      return new Response(null, { status, headers: { 'retry-after': '60' } });
    };
    await expect(
      createClient({ baseUrl: standIn.origin(), retries: 0, fetch: waiting })
        .changes({ after: 0, signal: AbortSignal.timeout(1_000) })
        .next(),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(asked).toHaveLength(1);
  });

  it('is given up where what comes is no change, which it would be again', async () => {
    for (const data of ['{"seq":', 'null', '{"data":[]}']) {
      answers = [{ body: `id: 5\ndata: ${data}\n\n` }];
      asked = [];
      await expect(
        createClient({ baseUrl: standIn.origin() })
          .changes({ after: 4, signal: AbortSignal.timeout(3_000) })
          .next(),
      ).rejects.toBeInstanceOf(OnrecordError);
      expect(asked).toHaveLength(1);
    }
  });

  it('waits as the server asks before it connects again', async () => {
    answers = [
      { body: 'retry: 600\nid: 4\n\n' },
      { body: 'retry: soon\nid: 4\n\n' },
      { body: 'id: 5\ndata: {"seq":5}\n\n' },
    ];
    const { value } = await createClient({ baseUrl: standIn.origin() })
      .changes({ after: 4 })
      .next();
    expect(value).toEqual({ seq: 5 });
    const [first = 0, second = 0, third = 0] = asked;
    expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(590);
  });

  it('lasts for as long as it likes, whatever time a request has', async () => {
    const slow: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const body = new TransformStream<Uint8Array, Uint8Array>({
        async transform(chunk, controller) {
          await new Promise((resolve) => setTimeout(resolve, 600));
          init?.signal?.throwIfAborted();
          controller.enqueue(chunk);
        },
      });
      return new Response(response.body?.pipeThrough(body), response);
    };
    answers = [{ body: 'id: 1\ndata: {"seq":1}\n\n' }];
    const impatient = createClient({ baseUrl: standIn.origin(), fetch: slow, timeoutMs: 400 });
    expect((await impatient.changes({ after: 0 }).next()).value).toEqual({ seq: 1 });
    expect(asked).toHaveLength(1);
  });

  it('is given up where something else answers in its place', async () => {
    for (const answer of [
      { status: 204, body: '' },
      { type: 'text/html', body: '<p>Welcome to the inn</p>' },
    ]) {
      answers = [answer];
      asked = [];
      await expect(
        createClient({ baseUrl: standIn.origin() })
          .changes({ signal: AbortSignal.timeout(3_000) })
          .next(),
      ).rejects.toBeInstanceOf(OnrecordError);
      expect(asked).toHaveLength(1);
    }
  });
});

describe('an answer that is not read', () => {
  let closed = 0;
  const standIn = standInFor((request, response) => {
    response.on('close', () => {
      closed += 1;
    });
    const isStream = request.headers.accept === 'text/event-stream';
    response.writeHead(isStream ? 200 : 503, { 'retry-after': '60' });
    response.write('It goes on for ever');
  });

  it('keeps no connection', async () => {
    const client = createClient({ baseUrl: standIn.origin() });
    const stop = new AbortController();
    const waiting = client.get('/v1/articles', { signal: stop.signal });
    await eventually(() => closed === 1);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(client.changes().next()).rejects.toBeInstanceOf(OnrecordError);
    await eventually(() => closed === 2);
  });
});

describe('an answer that is not Onrecord’s, for all its 200', () => {
  let answer = { type: '', body: '' };
  let asked = 0;
  const standIn = standInFor((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
  });
  const client = () => createClient({ baseUrl: standIn.origin(), retries: 1 });
  beforeEach(() => {
    asked = 0;
  });

  it.each(['text/html; charset=utf-8', 'TEXT/HTML', 'application/xhtml+xml'])(
    'is an error that says what came, and is not asked for again: %s',
    async (type) => {
      answer = { type, body: '<p>Welcome to the inn</p>' };
      const problem = { name: 'OnrecordError', status: 200, code: 'unknown' };
      await expect(client().get('/v1/articles')).rejects.toMatchObject(problem);
      await expect(client().list('/v1/articles').next()).rejects.toThrow(`a web page (${type})`);
      const body = { headline: 'x' };
      await expect(client().post('/v1/desk/articles', { body })).rejects.toMatchObject(problem);
      expect(asked).toBe(3);
    },
  );

  it.each([
    ['text/html', 'a web page'],
    ['text/plain', 'a text'],
  ])('is data where the path answers %s, as the document alone says', async (type, told) => {
    answer = { type, body: '<p>A page</p>' };
    const { paths } = parse(readFileSync('openapi.yaml', 'utf8')) as Described;
    for (const [path, { get }] of Object.entries(paths)) {
      if (get === undefined) continue;
      const params = new Proxy({}, { get: () => 'x' });
      const isAnswered = type in (get.responses[200]?.content ?? {});
      const reading = client().get(path as never, { params } as never) as Promise<unknown>;
      if (isAnswered) expect(await reading, path).toMatchObject({ data: '<p>A page</p>' });
      else await expect(reading, path).rejects.toThrow(told);
    }
  });

  it.each(['null', '"Accept the terms first"', '7'])(
    'is an error where its JSON has no members: %s',
    async (body) => {
      answer = { type: 'application/json', body };
      const problem = { name: 'OnrecordError', status: 200 };
      await expect(client().get('/v1/articles')).rejects.toMatchObject(problem);
      expect(asked).toBe(1);
    },
  );

  it.each([
    '{"login":"https://inn.example"}',
    '[]',
    '{"data":{},"page":{"next":null}}',
    '{"data":[],"page":{}}',
  ])('is an error where a list is walked and no page comes: %s', async (body) => {
    answer = { type: 'application/json', body };
    const walking = client().list('/v1/articles').next();
    await expect(walking).rejects.toMatchObject({ name: 'OnrecordError', status: 200 });
    await expect(client().list('/v1/articles').next()).rejects.toThrow('no page of a list');
    expect(asked).toBe(2);
    const nothing: typeof fetch = async () => new Response(null, { status: 204 });
    const { list } = createClient({ baseUrl: standIn.origin(), fetch: nothing });
    await expect(list('/v1/articles').next()).rejects.toThrow('no page of a list');
  });

  it.each(['{"data":[{"slug":"a', '', '{"data":[]}}'])(
    'is an error where its JSON is not whole, once it was asked for again: %j',
    async (body) => {
      answer = { type: 'application/json', body };
      await expect(client().get('/v1/articles')).rejects.toMatchObject({
        name: 'OnrecordError',
        status: 200,
        message: 'The JSON that came is cut off, or is none.',
      });
      expect(asked).toBe(2);
    },
  );
});

describe('a baseUrl', () => {
  const withBase = (baseUrl: string) =>
    createClient({ baseUrl, fetch: async () => Response.json({}) });

  it.each([
    ['', 'baseUrl is no URL'],
    ['news.example.org', 'baseUrl is no URL'],
    ['/api', 'baseUrl is no URL'],
    [undefined as unknown as string, 'baseUrl is no URL'],
    ['https://', 'baseUrl is no URL'],
    ['localhost:3000', 'baseUrl begins with localhost:'],
    ['ftp://news.example.org', 'baseUrl begins with ftp:'],
    ['https://me:secret@news.example.org', 'baseUrl has a user in it'],
    ['https://news.example.org/?a=b', 'baseUrl has a query'],
    ['https://news.example.org/#a', 'baseUrl has a query'],
  ])('is refused before anything is sent, with what to give instead: %j', (baseUrl, why) => {
    expect(() => withBase(baseUrl)).toThrow(TypeError);
    expect(() => withBase(baseUrl)).toThrow(why);
    expect(() => withBase(baseUrl)).toThrow('https://news.example.org');
    expect(() => withBase(baseUrl)).not.toThrow('secret');
  });

  it('may be a path in a page, which is of the page’s origin', async () => {
    vi.stubGlobal('location', { origin: 'https://news.example.org' });
    const sent: string[] = [];
    const noting: typeof fetch = async (input) => {
      sent.push(String(input));
      return Response.json({});
    };
    try {
      for (const baseUrl of ['/', '/api/'])
        await createClient({ baseUrl, fetch: noting }).get('/v1/articles');
      expect(() => withBase('news.example.org')).toThrow('is no URL');
    } finally {
      vi.unstubAllGlobals();
    }
    expect(sent).toEqual([
      'https://news.example.org/v1/articles',
      'https://news.example.org/api/v1/articles',
    ]);
  });
});

describe('a list whose cursor never moves', () => {
  let asked = 0;
  const standIn = standInFor((_request, response) => {
    asked += 1;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"data":[{"seq":7}],"page":{"next":"7"}}');
  });

  it.each([
    ['/v1/articles', 'cursor=7', {}, 1],
    ['/v1/articles', 'cursor=7', { query: { cursor: '7' } }, 0],
    ['/v1/changes', 'after=7', {}, 1],
    ['/v1/changes', 'after=7', { query: { after: 7 } }, 0],
  ] as const)(
    'ends with an error that says so, and gives nothing twice: %s %s %j',
    async (path, place, options, given) => {
      asked = 0;
      const seen: unknown[] = [];
      const walking = (async () => {
        const { list } = createClient({ baseUrl: standIn.origin() });
        for await (const one of list(path as never, options as never)) seen.push(one);
      })();
      await expect(walking).rejects.toThrow(`${path} never ends: its page ${place} `);
      expect([seen.length, asked]).toEqual([given, given + 1]);
    },
  );
});

describe('a list whose pages lead in a circle', () => {
  const NEXT: Record<string, string> = { null: 'a', a: 'b', b: 'c', c: 'a' };
  const standIn = standInFor((request, response) => {
    const cursor = new URL(String(request.url), 'http://x').searchParams.get('cursor');
    const page = { data: [cursor], page: { limit: 1, next: NEXT[String(cursor)] } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page));
  });

  it('ends with an error before any of them comes twice', async () => {
    const seen: unknown[] = [];
    const walking = (async () => {
      const { list } = createClient({ baseUrl: standIn.origin() });
      for await (const one of list('/v1/articles')) seen.push(one);
    })();
    await expect(walking).rejects.toThrow('/v1/articles never ends: its page cursor=a ');
    expect(seen).toEqual([null, 'a', 'b']);
  });
});

describe('an answer that is no success', () => {
  let answer = '';
  const standIn = standInFor((_request, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json' }).end(answer);
  });

  it.each([
    ['{"code":"not-found","title":"Nothing","detail":"No such article."}', 'No such article.'],
    ['{"code":"not-found","title":"Nothing"}', 'Nothing', 'not-found'],
    ['{"title":"Nothing"}', 'Nothing', 'unknown'],
    ['{"code":502,"detail":"Bad gateway"}', 'The server answered 404.', 'unknown'],
    ['null', 'The server answered 404.', 'unknown'],
    ['7', 'The server answered 404.', 'unknown'],
    ['"gone"', 'The server answered 404.', 'unknown'],
    ['<p>Gone</p>', 'The server answered 404.', 'unknown'],
    ['', 'The server answered 404.', 'unknown'],
  ])('is an error whatever its body is: %s', async (body, message, code = 'not-found') => {
    answer = body;
    const error = await createClient({ baseUrl: standIn.origin() })
      .get('/v1/articles')
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'OnrecordError', status: 404, message, code });
    expect((error as OnrecordError).problem).toBeTypeOf('object');
    expect((error as OnrecordError).problem.code ?? 'unknown').toBe(code);
  });
});

describe('verifyWebhook', () => {
  const secret = `whsec_${Buffer.from('one secret').toString('base64')}`;
  const other = `whsec_${Buffer.from('another secret').toString('base64')}`;
  const body = JSON.stringify({ type: 'article.published', data: { seq: 1, note: 'ü 😀' } });
  const signed = (key = secret, at = new Date()) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(key).sign('msg_1', at, body),
  });

  it('takes what the sender’s library signs: text or bytes, any kind of headers, either secret', async () => {
    const message = await verifyWebhook(body, signed(), secret);
    expect(message).toEqual(JSON.parse(body));
    expectTypeOf(message.type).toEqualTypeOf<Schemas['ChangeType']>();
    expect(
      await verifyWebhook(new TextEncoder().encode(body), new Headers(signed()), [other, secret]),
    ).toEqual(JSON.parse(body));
    // Signed once: the next one may be of the next second.
    const headers = signed();
    const both = {
      ...headers,
      'webhook-signature': `v1,AAAA v2,x ${headers['webhook-signature']}`,
    };
    expect(await verifyWebhook(body, both, secret)).toEqual(JSON.parse(body));
    const capitals = Object.fromEntries(
      Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect(await verifyWebhook(body, capitals, secret)).toEqual(JSON.parse(body));
  });

  it('refuses altered bodies, ids, times and signatures, other secrets, and old messages', async () => {
    const hour = 3_600_000;
    const cases: [string, Record<string, string>, string][] = [
      [`${body} `, signed(), secret],
      [body, { ...signed(), 'webhook-id': 'msg_2' }, secret],
      [
        body,
        { ...signed(), 'webhook-timestamp': String(Math.floor(Date.now() / 1_000) + 1) },
        secret,
      ],
      [body, { ...signed(), 'webhook-timestamp': 'now' }, secret],
      [body, { ...signed(), 'webhook-signature': 'v1,%%%' }, secret],
      [
        body,
        { ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v1a,') },
        secret,
      ],
      [body, { ...signed(), 'webhook-signature': '' }, secret],
      [body, signed(), other],
      [body, signed(secret, new Date(Date.now() - hour)), secret],
      [body, signed(secret, new Date(Date.now() + hour)), secret],
      [body, {}, secret],
    ];
    for (const [text, headers, key] of cases)
      await expect(verifyWebhook(text, headers, key)).rejects.toBeInstanceOf(WebhookError);
  });

  it('takes clocks that differ by five minutes, and no more', async () => {
    const at = new Date('2024-10-09T06:30:00.000Z');
    for (const seconds of [-300, 300]) {
      const now = at.getTime() + seconds * 1_000;
      expect(await verifyWebhook(body, signed(secret, at), secret, { now })).toBeTruthy();
      const beyond = { now: now + Math.sign(seconds) * 1_000 };
      await expect(verifyWebhook(body, signed(secret, at), secret, beyond)).rejects.toThrow('old');
    }
  });

  it('refuses a time that is none or two, even where it is signed', async () => {
    const key = Buffer.from('one secret');
    const now = String(Math.floor(Date.now() / 1_000));
    for (const time of ['soon', 'NaN', `${now}, ${now}`, `${now}.0`, '']) {
      const mac = createHmac('sha256', key).update(`msg_1.${time}.${body}`).digest('base64');
      const headers = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': time,
        'webhook-signature': `v1,${mac}`,
      };
      await expect(verifyWebhook(body, headers, secret)).rejects.toBeInstanceOf(WebhookError);
    }
    const twice = new Headers(signed());
    twice.append('webhook-timestamp', now);
    const listed = { ...signed(), 'webhook-timestamp': [now, now] };
    for (const headers of [twice, listed])
      await expect(verifyWebhook(body, headers, secret)).rejects.toBeInstanceOf(WebhookError);
  });

  it('verifies bytes as they came, not as they look decoded', async () => {
    const text = JSON.stringify({ type: 'article.published', note: '\ufffd' });
    const at = new Date();
    const sign = (bytes: Uint8Array) => {
      const head = `msg_1.${Math.floor(at.getTime() / 1_000)}.`;
      const mac = createHmac('sha256', Buffer.from('one secret')).update(head).update(bytes);
      return { ...signed(secret, at), 'webhook-signature': `v1,${mac.digest('base64')}` };
    };
    const bytes = Buffer.from(text);
    const latin = Buffer.from(text.replace('\ufffd', '\xff'), 'latin1');
    expect(await verifyWebhook(bytes, sign(bytes), secret)).toEqual(JSON.parse(text));
    await expect(verifyWebhook(latin, sign(bytes), secret)).rejects.toBeInstanceOf(WebhookError);
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    expect(await verifyWebhook(marked, sign(marked), secret)).toEqual(JSON.parse(text));
    await expect(verifyWebhook(marked, sign(bytes), secret)).rejects.toBeInstanceOf(WebhookError);
  });

  it('verifies nothing without a secret', async () => {
    for (const missing of ['', 'whsec_', 'whsec_%%%', []])
      await expect(verifyWebhook(body, signed(), missing)).rejects.toThrow(TypeError);
  });
});
