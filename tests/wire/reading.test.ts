import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const UUIDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const MISSING = '0192e4a0-0000-7000-8000-00000000dead';

describe('the wire', () => {
  let newsroom: Newsroom;
  let slug: string;
  /** Every kind of public address, by its route. */
  let addresses: string[];
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const { body } = await newsroom.publish(fullArticle({ slug: 'river-wall' }));
    slug = body.slug;
    const url = `/v1/articles/${slug}`;
    const article = (await newsroom.get(url)).body;
    addresses = [
      '/v1/articles',
      url,
      `/v1/articles/${article.id}`,
      `${url}/turns`,
      `${url}/quotes`,
      `${url}/claims`,
      `${url}/corrections`,
      `${url}/editions`,
      `${url}/editions/1`,
      '/v1/turns',
      `/v1/turns/${article.interviews[0].turns[0].id}`,
      '/v1/quotes',
      `/v1/quotes/${article.quotes[0].id}`,
      '/v1/claims',
      `/v1/claims/${article.claims[0].id}`,
      '/v1/figures',
      '/v1/figures/marrowford-evacuees',
      '/v1/figures/marrowford-evacuees/series',
      '/v1/sources',
      '/v1/sources/mara-elsing',
      '/v1/corrections',
    ];
  });
  afterAll(() => newsroom.close());

  it('names what caches need, on every address', async () => {
    for (const url of addresses) {
      const { status, headers } = await newsroom.get(url);
      expect(status, url).toBe(200);
      expect(headers.etag, url).toMatch(/^"[\w-]+"$/);
      expect(headers['last-modified'], url).toMatch(/ GMT$/);
      expect(headers['cache-control'], url).toMatch(
        /^public, max-age=\d+, s-maxage=\d+, stale-while-revalidate=\d+$/,
      );
      expect(headers['cache-tag'], url).toMatch(/^[\w-]+(,[\w-]+)*$/);
      expect(headers.vary, url).toMatch(/^(Accept, )?Accept-Encoding$/);
      expect(headers['x-content-type-options'], url).toBe('nosniff');
      expect(headers['access-control-allow-origin'], url).toBe('*');
      expect(headers, url).not.toHaveProperty('set-cookie');
    }
  });

  it('tags an article with the id of everything in it', async () => {
    const url = `/v1/articles/${slug}`;
    const { text, body, headers } = await newsroom.get(url);
    const ids = new Set(text.match(UUIDS));
    // An interview is never told of or asked for by itself.
    ids.delete(body.interviews[0].id);
    // The article, two turns, a quote, two claims, four sources and a figure.
    expect(ids.size).toBe(11);
    const tags = String(headers['cache-tag']).split(',');
    expect([...ids].filter((id) => !tags.includes(id))).toEqual([]);
  });

  it('answers 304 to the ETag it gave, in whichever encoding, and 200 to another', async () => {
    for (const url of addresses) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding };
        const { headers: given } = await newsroom.server.inject({ url, headers });
        const again = await newsroom.get(url, {
          headers: { ...headers, 'if-none-match': String(given.etag) },
        });
        expect(again.status, url).toBe(304);
        expect(again.text).toBe('');
        for (const name of ['cache-control', 'vary', 'etag']) {
          expect(again.headers[name], `${url} ${name}`).toBe(given[name]);
        }
      }
      const match = (value: string) => newsroom.get(url, { headers: { 'if-none-match': value } });
      expect((await match('"other"')).status).toBe(200);
      expect((await match('*')).status).toBe(304);
    }
  });

  it('answers 304 to If-Modified-Since, and If-None-Match wins over it', async () => {
    await secondOver();
    for (const url of addresses) {
      const since = String((await newsroom.get(url)).headers['last-modified']);
      const get = (headers: Record<string, string>) => newsroom.get(url, { headers });
      expect((await get({ 'if-modified-since': since })).status, url).toBe(304);
      expect((await get({ 'if-modified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' })).status).toBe(
        200,
      );
      expect((await get({ 'if-modified-since': 'not a date' })).status).toBe(200);
      const both = { 'if-modified-since': since, 'if-none-match': '"other"' };
      expect((await get(both)).status, url).toBe(200);
    }
  });

  it('ignores an If-Modified-Since that is no HTTP-date, and reads all three forms', async () => {
    await secondOver();
    const get = async (since: string) =>
      (await newsroom.get('/v1/articles', { headers: { 'if-modified-since': since } })).status;
    for (const since of ['9999', '2099-01-01', '2099-01-01T00:00:00Z', 'Fri, 01 Jan 2099 00:00:00'])
      expect(await get(since), since).toBe(200);
    for (const since of [
      'Thu, 01 Jan 2099 00:00:00 GMT',
      'Tuesday, 01-Jan-49 00:00:00 GMT',
      'Thu Jan  1 00:00:00 2099',
    ])
      expect(await get(since), since).toBe(304);
    const { headers } = await newsroom.get('/v1/articles');
    const [, day, month, year, time] = String(headers['last-modified']).split(' ');
    const asctime = `${String(headers['last-modified']).slice(0, 3)} ${month} ${day?.replace(/^0/, ' ')} ${time} ${year}`;
    expect(await get(asctime), asctime).toBe(304);
  });

  it('412 with the present ETag unless it is the version that If-Match names', async () => {
    for (const url of addresses) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const ask = (headers: Record<string, string>) =>
          newsroom.server.inject({ url, headers: { 'accept-encoding': encoding, ...headers } });
        const match = async (value: string) => (await ask({ 'if-match': value })).statusCode;
        const etag = String((await ask({})).headers.etag);
        expect(await match(etag), `${url} ${encoding}`).toBe(200);
        expect(await match(`"other", ${etag}`)).toBe(200);
        expect(await match('*')).toBe(200);
        const weak = await ask({ 'if-match': `W/${etag}` });
        expect(weak.statusCode).toBe(412);
        expect(weak.json()).toMatchObject({
          code: 'precondition-failed',
          currentEtag: weak.headers.etag,
        });
        const both = { 'if-match': '"other"', 'if-none-match': etag };
        expect((await newsroom.get(url, { headers: both })).status).toBe(412);
      }
    }
    const missing = await newsroom.get('/v1/articles/nobody', { headers: { 'if-match': '"x"' } });
    expect(missing.status).toBe(404);
  });

  it('412 for what changed since If-Unmodified-Since, without If-Match', async () => {
    await secondOver();
    for (const url of addresses) {
      const since = String((await newsroom.get(url)).headers['last-modified']);
      const get = async (headers: Record<string, string>) =>
        (await newsroom.get(url, { headers })).status;
      const long = 'Mon, 01 Jan 1990 00:00:00 GMT';
      expect(await get({ 'if-unmodified-since': since }), url).toBe(200);
      expect(await get({ 'if-unmodified-since': long }), url).toBe(412);
      expect(await get({ 'if-unmodified-since': 'not a date' })).toBe(200);
      expect(await get({ 'if-unmodified-since': long, 'if-match': '*' })).toBe(200);
    }
  });

  it('answers HEAD as GET without the body', async () => {
    for (const url of [...addresses, '/v1/articles/nothing-here', '/v1/articles?limit=0']) {
      const get = await newsroom.get(url);
      const head = await newsroom.send('HEAD', url);
      expect(head.status, url).toBe(get.status);
      expect(head.text, url).toBe('');
      const { date: _1, ...left } = get.headers;
      const { date: _2, ...right } = head.headers;
      expect(right, url).toEqual(left);
    }
  });

  it('compresses large answers, with an ETag of their own, and small ones not', async () => {
    const url = `/v1/articles/${slug}`;
    const plain = await newsroom.get(url);
    for (const [accept, encoding, open] of [
      ['gzip', 'gzip', gunzipSync],
      ['br', 'br', brotliDecompressSync],
      ['gzip, br', 'br', brotliDecompressSync],
      ['gzip;q=1, br;q=0.5', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
      ['*', 'br', brotliDecompressSync],
      ['br;q=0, *', 'gzip', gunzipSync],
      ['identity;q=0, *;q=0.1', 'br', brotliDecompressSync],
      ['x-gzip', 'gzip', gunzipSync],
      ['identity;q=0.5, gzip;q=0.5', 'gzip', gunzipSync],
    ] as const) {
      const answer = await newsroom.server.inject({ url, headers: { 'accept-encoding': accept } });
      expect(answer.headers['content-encoding'], accept).toBe(encoding);
      expect(open(answer.rawPayload).toString()).toBe(plain.text);
      expect(answer.headers.etag).not.toBe(plain.etag);
      expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length));
    }
    for (const accept of [
      'identity',
      'deflate',
      'br;q=0',
      '',
      'identity, gzip;q=0.1',
      '*;q=0',
      'br;q=0, *;q=0',
    ]) {
      const answer = await newsroom.get(url, { headers: { 'accept-encoding': accept } });
      expect(answer.headers['content-encoding'], accept).toBeUndefined();
      expect(answer.etag).toBe(plain.etag);
    }
    const small = await newsroom.get('/v1/corrections', { headers: { 'accept-encoding': 'br' } });
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  it('answers the same bytes again, from the cache and after a change and back', async () => {
    const url = `/v1/articles/${slug}`;
    const first = await newsroom.get(url);
    expect((await newsroom.get(url)).text).toBe(first.text);
    const desk = '/v1/desk/sources/mara-elsing';
    await newsroom.patch(desk, { name: 'Mara E.' });
    expect((await newsroom.get(url)).etag).not.toBe(first.etag);
    await newsroom.patch(desk, { name: 'Mara Elsing' });
    expect((await newsroom.get(url)).etag).toBe(first.etag);
  });

  it('dates what a rename changed, so that nobody is told that nothing did', async () => {
    const url = `/v1/articles/${slug}`;
    const since = 'Sat, 01 Jan 2000 00:00:00 GMT';
    await newsroom.db.write(async (client) => {
      await client.publishedArticle.update({
        where: { slug },
        data: { updatedAt: new Date(since) },
      });
      await client.change.updateMany({ data: { at: new Date(since) } });
    });
    await newsroom.patch('/v1/desk/sources/mara-elsing', { name: 'Mara Holt' });
    for (const address of [url, `${url}/quotes`, '/v1/quotes']) {
      const { status } = await newsroom.get(address, { headers: { 'if-modified-since': since } });
      expect(status, address).toBe(200);
    }
    await newsroom.patch('/v1/desk/sources/mara-elsing', { name: 'Mara Elsing' });
  });

  it('picks fields, in their order, everywhere', async () => {
    const one = await newsroom.get(`/v1/articles/${slug}?fields=headline,slug`);
    expect(one.text).toBe('{"headline":"River wall gives way","slug":"river-wall"}');
    const list = await newsroom.get('/v1/quotes?fields=text');
    expect(Object.keys(list.body.data[0])).toEqual(['text']);
    const whole = await newsroom.get(`/v1/articles/${slug}`);
    expect(one.etag).not.toBe(whole.etag);
  });

  it('405 with Allow for every other method', async () => {
    for (const url of addresses) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status, headers, body } = await newsroom.send(method, url, { body: {} });
        expect(status, `${method} ${url}`).toBe(405);
        expect(headers.allow, `${method} ${url}`).toMatch(/^GET, HEAD/);
        expect(body.code).toBe('method-not-allowed');
      }
    }
  });

  it('405 whatever the body, and 404 where nothing is', async () => {
    const bodies = { 'application/json': '{', 'text/plain': 'x', 'application/pdf': '%PDF' };
    for (const [type, body] of Object.entries(bodies)) {
      const headers = { 'content-type': type };
      const wrong = await newsroom.send('POST', '/v1/articles', { body, headers });
      expect([type, wrong.status]).toEqual([type, 405]);
      const nowhere = await newsroom.send('POST', '/v1/nowhere', { body, headers });
      expect([type, nowhere.status]).toEqual([type, 404]);
    }
  });

  it('406 for a media type that it has not, listing those that it has', async () => {
    for (const url of addresses) {
      const { status, body } = await newsroom.get(url, { headers: { accept: 'image/png' } });
      expect(status, url).toBe(406);
      expect(body.available, url).toContain('application/json');
    }
    for (const accept of [
      '*/*',
      'application/*',
      'application/json;q=0.2, image/png',
      'application/json; charset=utf-8',
      'application/json;charset="utf-8";q=0.5, image/png',
      'text/html, */*;q=0.1',
    ]) {
      expect((await newsroom.get('/v1/articles', { headers: { accept } })).status, accept).toBe(
        200,
      );
    }
  });

  it('404 problems for what does not exist, on every address with a name', async () => {
    for (const url of addresses) {
      const missing = url
        .replace(slug, 'nothing-here')
        .replace('marrowford-evacuees', 'nothing-here')
        .replace('mara-elsing', 'nothing-here')
        .replace(/[0-9a-f-]{36}/, MISSING);
      if (missing === url) continue;
      const { status, body, headers } = await newsroom.get(missing);
      expect(status, missing).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(body).toEqual({
        type: expect.stringMatching(/\/docs\/problems\/not-found$/),
        title: expect.any(String),
        status: 404,
        detail: expect.any(String),
        instance: missing,
        code: 'not-found',
      });
    }
    expect((await newsroom.get(`/v1/articles/${slug}/editions/2`)).status).toBe(404);
  });

  it('never looks at a token', async () => {
    const plain = await newsroom.get(`/v1/articles/${slug}`);
    const { id } = (
      await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'still-a-draft' }))
    ).body;
    for (const as of ['reader', 'admin'] as const) {
      expect((await newsroom.get(`/v1/articles/${slug}`, { as })).text).toBe(plain.text);
      expect((await newsroom.get('/v1/articles/still-a-draft', { as })).status).toBe(404);
      expect((await newsroom.get(`/v1/articles/${id}`, { as })).status).toBe(404);
    }
  });

  it('takes the present address of a renamed article, with its query and its parts', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'old-address' }));
    await newsroom.patch(`/v1/desk/articles/${body.id}`, { slug: 'new-address' });
    expect((await newsroom.get('/v1/articles/new-address')).status).toBe(404);
    expect((await newsroom.step(body.id, 'publish')).status).toBe(200);
    for (const rest of [
      '',
      '?fields=headline',
      '/turns',
      '/quotes?limit=1',
      '/claims',
      '/corrections',
      '/editions',
      '/editions/1',
    ]) {
      const { status, headers } = await newsroom.get(`/v1/articles/old-address${rest}`);
      expect(status, rest).toBe(308);
      expect(headers.location).toBe(`/v1/articles/new-address${rest}`);
      expect((await newsroom.get(String(headers.location))).status).toBe(200);
    }
    const taken = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'old-address' }));
    expect(taken.status).toBe(409);
  });
});

describe('limits', () => {
  it('429 with Retry-After and what is left, by address and by token', async () => {
    const newsroom = await openNewsroom({ env: { RATE_LIMIT: '5' } });
    try {
      const statuses = [];
      for (let index = 0; index < 7; index += 1) statuses.push(await newsroom.get('/v1/articles'));
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
      const [first] = statuses;
      expect(first?.headers.ratelimit).toMatch(/^"default";r=4;t=\d+$/);
      expect(first?.headers['ratelimit-policy']).toBe('"default";q=5;w=60');
      const refused = statuses[6];
      expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused?.body.code).toBe('too-many-requests');
      const spoofed = await newsroom.get('/v1/articles', {
        headers: { 'x-forwarded-for': '203.0.113.9' },
      });
      expect(spoofed.status).toBe(429);
      expect((await newsroom.get('/v1/desk/me', { as: 'reader' })).status).toBe(200);
    } finally {
      await newsroom.close();
    }
  });
});
