import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { requestRaw } from '../support/raw-request.ts';

interface Raw {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What differs from answer to answer, and what only a connection has. */
const OWN = ['date', 'ratelimit', 'connection', 'keep-alive'];

function comparable({ status, headers, body }: Raw): object {
  const kept = Object.entries(headers).filter(([name]) => !OWN.includes(name));
  return { status, headers: Object.fromEntries(kept.map(([k, v]) => [k, String(v)])), body };
}

let newsroom: Newsroom;
let origin: string;
let etag: string;
let id: string;
const url = '/v1/articles/river-wall';

async function open(env: Record<string, string> = {}): Promise<void> {
  newsroom = await openNewsroom({ env: { RATE_LIMIT: '100000', ...env } });
  const { body } = await newsroom.publish(fullArticle({ slug: 'river-wall' }));
  id = body.id;
  await secondOver();
  origin = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
  etag = (await newsroom.get(url)).etag;
}

const ask = async (path: string, headers: Record<string, string> = {}, method?: string) => {
  const { bytes, ...answer } = await requestRaw(origin + path, headers, method);
  return { ...answer, body: bytes.toString('base64') };
};

/** The same request through the framework alone. */
const askFramework = async (path: string, headers: Record<string, string>, method = 'GET') => {
  const answer = await newsroom.server.inject({ method: method as 'GET', url: path, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers as IncomingHttpHeaders,
    body: answer.rawPayload.toString('base64'),
  };
};

describe.each([
  ['from the cache', '64'],
  ['made anew', '0'],
])('an answer %s', (_how, megabytes) => {
  beforeAll(() => open({ CACHE_MB: megabytes }));
  afterAll(() => newsroom.close());

  it('is the one that the framework gives, whatever the request', async () => {
    const requests: Record<string, string>[] = [
      {},
      { accept: '*/*' },
      { accept: 'application/json' },
      { accept: 'text/html,*/*;q=0.8' },
      { accept: 'application/ld+json' },
      { accept: 'text/markdown' },
      { accept: 'image/png' },
      { 'accept-encoding': 'br' },
      { 'accept-encoding': 'gzip, deflate' },
      { 'accept-encoding': 'identity' },
      { 'if-none-match': etag },
      { 'if-none-match': `"x", W/${etag}` },
      { 'if-none-match': `${etag.slice(0, -1)}-br"`, 'accept-encoding': 'br' },
      { 'if-none-match': '*' },
      { 'if-none-match': '"other"' },
      { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() },
      { 'if-modified-since': 'never' },
      { 'if-match': etag },
      { 'if-match': '"other"' },
      { 'if-unmodified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' },
      { authorization: 'Bearer nobody' },
    ];
    const paths = [
      url,
      `${url}?fields=headline`,
      `${url}?unknown=1`,
      `${url}?fields=%ff`,
      `${url}/quotes`,
      `${url}/`,
      '/v1/articles',
      '/v1/articles?limit=20',
      '/v1/articles/',
      '/v1/articles/nobody-wrote-it',
      '/v1/articles/Not-A-Slug',
      '/v1/articles/river%2Dwall',
      '/v1/quotes/no-id',
      '/v1/search',
      '/v1/search?q=wall',
      '/v1/search?q=wall&q=river',
      '/v1/search?q=wall+river',
      '/v1/search?q=wall&limit=1',
      '/v1/articles?section=local&limit=1',
      '/v1/articles?limit=0',
      '/v1/articles?&limit=1',
      '/v1/articles?constructor=1',
      '/v1/articles?limit=1&limit=1',
      '/v1/articles?',
      '/v1/claims?figure=marrowford-evacuees&order=asOf',
      '/v1/claims?figure=nobody-counts',
      '/v1/sources?limit=1',
      '/v1/corrections?limit=1',
      '/v1/figures/marrowford-evacuees/series.csv',
      '/v1/nothing',
    ];
    for (const path of paths) {
      for (const headers of requests) {
        for (const method of ['GET', 'HEAD']) {
          const label = `${method} ${path} ${JSON.stringify(headers)}`;
          const first = comparable(await ask(path, headers, method));
          expect(comparable(await ask(path, headers, method)), label).toEqual(first);
          expect(comparable(await askFramework(path, headers, method)), label).toEqual(first);
        }
      }
    }
  });

  it('leads from a former slug to the present one, and is 410 when it was retracted', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'old-name' }));
    const edited = await newsroom.patch(`/v1/desk/articles/${body.id}`, { slug: 'new-name' });
    expect(edited.status).toBe(200);
    await newsroom.step(body.id, 'publish');
    const moved = await ask('/v1/articles/old-name');
    expect([moved.status, moved.headers.location]).toEqual([308, '/v1/articles/new-name']);
    expect(comparable(moved)).toEqual(comparable(await askFramework('/v1/articles/old-name', {})));
    expect((await ask('/v1/articles/new-name')).status).toBe(200);
    await newsroom.step(body.id, 'retract', { note: 'It was invented.' });
    for (const slug of ['old-name', 'new-name']) {
      const gone = await ask(`/v1/articles/${slug}`);
      expect([slug, gone.status]).toEqual([slug, 410]);
      expect(comparable(gone)).toEqual(comparable(await askFramework(`/v1/articles/${slug}`, {})));
    }
  });

  it('counts once for the rate limit, whatever it is', async () => {
    const left = async (path: string) =>
      Number(/r=(\d+)/.exec(String((await ask(path)).headers.ratelimit))?.[1]);
    const before = await left(url);
    await ask('/v1/articles');
    await ask('/v1/articles/new-name');
    await ask('/v1/articles/no_slug');
    expect(await left(url)).toBe(before - 4);
  });

  it('shows a change at once', async () => {
    await ask(url);
    await newsroom.patch(`/v1/desk/articles/${id}`, { headline: 'The wall has given way' });
    await newsroom.step(id, 'publish');
    const raw = await ask(url);
    expect(Buffer.from(raw.body, 'base64').toString()).toContain('The wall has given way');
    expect(raw.headers.etag).not.toBe(etag);
  });
});

describe('an answer before the framework', () => {
  beforeAll(() => open());
  afterAll(() => newsroom.close());

  /** Until this process has read its own change again, which drops an answer once more. */
  const onceFollowed = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000 });

  it('counts for the metrics and for the rate limit', () =>
    onceFollowed(async () => {
      const before = { ...newsroom.context.counts };
      const left = async () =>
        Number(
          /r=(\d+)/.exec(
            String((await ask(url, { 'if-none-match': etag })).headers.ratelimit),
          )?.[1],
        );
      const first = await left();
      expect(await left()).toBe(first - 1);
      expect(newsroom.context.counts).toEqual({
        hits: before.hits + 2,
        misses: before.misses,
        notModified: before.notModified + 2,
      });
    }));

  it('is made once for clients of all encodings', () =>
    onceFollowed(async () => {
      const { misses } = newsroom.context.counts;
      for (const encoding of ['br', 'gzip', 'br', 'gzip', 'br', 'gzip']) {
        const { headers } = await ask(url, { 'accept-encoding': encoding });
        expect(headers['content-encoding']).toBe(encoding);
      }
      expect(newsroom.context.counts.misses).toBe(misses);
    }));

  it('keeps its place among requests that are sent without waiting', async () => {
    const { body } = await ask(url);
    const length = Buffer.from(body, 'base64').length;
    const requests = ['GET', 'HEAD', 'GET'].map((method, index) => {
      const connection = index === 2 ? 'close' : 'keep-alive';
      return `${method} ${url} HTTP/1.1\r\nhost: x\r\nconnection: ${connection}\r\n\r\n`;
    });
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write(requests.join(''));
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answered = Buffer.concat(chunks);
    let at = 0;
    for (const bodyLength of [length, 0, length]) {
      const end = answered.indexOf('\r\n\r\n', at);
      const head = answered.toString('latin1', at, end);
      expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(head).toContain(`content-length: ${length}\r\n`);
      at = end + 4 + bodyLength;
    }
    expect(at).toBe(answered.length);
    expect(answered.subarray(at - length).toString('base64')).toBe(body);
  });

  it('keeps the connection of a client of HTTP/1.0 that asks for it, without a body too', async () => {
    const ask = (connection: string) =>
      `GET ${url} HTTP/1.0\r\nconnection: ${connection}\r\nif-none-match: ${etag}\r\n\r\n`;
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    let answered = '';
    const ended = (async () => {
      for await (const chunk of socket) answered += String(chunk);
    })();
    for (const [index, connection] of ['keep-alive', 'keep-alive', 'close'].entries()) {
      socket.write(ask(connection));
      await vi.waitFor(() => expect(answered.match(/ 304 /g)).toHaveLength(index + 1));
    }
    await ended;
    expect(answered.match(/^connection: .*/gim)).toEqual([
      'connection: keep-alive',
      'connection: keep-alive',
      expect.stringMatching(/^connection: close/i),
    ]);
  });

  it('waits for those who come at once, so that nobody is last by far', async () => {
    const CLIENTS = 16;
    const { server } = newsroom.server;
    let come = 0;
    let comeAtFirstAnswer: number | undefined;
    const count = () => {
      come += 1;
    };
    const note = (_request: unknown, response: ServerResponse) => {
      response.once('finish', () => {
        comeAtFirstAnswer ??= come;
      });
    };
    server.on('connection', count);
    server.on('request', note);
    const clients = Array.from({ length: CLIENTS }, () => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      socket.write(`GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      return new Promise((resolve) => socket.resume().once('close', resolve));
    });
    await Promise.all(clients);
    server.off('connection', count);
    server.off('request', note);
    expect([comeAtFirstAnswer, come]).toEqual([CLIENTS, CLIENTS]);
  });

  it('is missed by nobody when the client that it is for has left', async () => {
    const { hits } = newsroom.context.counts;
    const leavers = Array.from({ length: 20 }, () => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      socket.write(`GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`, () => socket.resetAndDestroy());
      return new Promise((resolve) => socket.once('close', resolve));
    });
    const answers = await Promise.all([ask(url), ...leavers, ask(url)]);
    expect([answers.at(0), answers.at(-1)]).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect((await ask(url)).status).toBe(200);
    expect(newsroom.context.counts.hits).toBeGreaterThanOrEqual(hits + 3);
  });

  it('is 429 when nothing is left, from the cache as without', async () => {
    const small = await openNewsroom({ env: { RATE_LIMIT: '2' } });
    try {
      const there = await small.server.listen({ host: '127.0.0.1', port: 0 });
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        const answer = await fetch(`${there}/v1/articles`);
        statuses.push(answer.status);
        if (answer.status === 429) {
          expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
          expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        }
      }
      expect(statuses).toEqual([200, 200, 429, 429]);
    } finally {
      await small.close();
    }
  });

  it('counts a client by its own address behind a proxy', async () => {
    const env = { RATE_LIMIT: '2', TRUST_PROXY: '127.0.0.1, 10.9.0.0/16' };
    const proxied = await openNewsroom({ env });
    try {
      const there = await proxied.server.listen({ host: '127.0.0.1', port: 0 });
      const from = async (client: string) =>
        (await fetch(`${there}/v1/articles`, { headers: { 'x-forwarded-for': client } })).status;
      expect([await from('10.0.0.1'), await from('10.0.0.1'), await from('10.0.0.1')]).toEqual([
        200, 200, 429,
      ]);
      expect(await from('10.0.0.2')).toBe(200);
      // A client may write what it likes; the last that no trusted proxy wrote is who it is.
      expect(await from('10.0.0.3, 10.0.0.1')).toBe(429);
      expect(await from('10.0.0.1, 10.9.1.1')).toBe(429);
      expect(proxied.context.counts.hits).toBeGreaterThan(0);
    } finally {
      await proxied.close();
    }
  });

  it('asks its client to leave while the server ends', async () => {
    const ending = await openNewsroom();
    const there = await ending.server.listen({ host: '127.0.0.1', port: 0 });
    await fetch(`${there}/v1/articles`);
    ending.state.draining = true;
    const answer = await fetch(`${there}/v1/articles`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    await ending.close();
  });

  it('asks a client to leave whose request came right before the end', async () => {
    const ending = await openNewsroom();
    const there = await ending.server.listen({ host: '127.0.0.1', port: 0 });
    await fetch(`${there}/v1/articles`);
    ending.server.server.on('request', () => {
      ending.state.draining = true;
    });
    const answer = await fetch(`${there}/v1/articles`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    await ending.close();
  });
});
