import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const OURS = 'https://editor.example';
const FOREIGN = 'https://elsewhere.example';
const ALLOWED = 'access-control-allow-origin';

/** Fetch lets every script read these. */
const READ_BY_ALL = ['cache-control', 'content-length', 'content-type', 'last-modified'];
/** What only browsers, caches and connections heed. */
const OF_CACHES =
  /^(access-control-.*|cache-tag|connection|content-security-policy|cross-origin-.*|date|keep-alive|referrer-policy|transfer-encoding|vary|x-.*)$/;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom({
    env: { CORS_ORIGINS: `${OURS},https://other.example`, RATE_LIMIT: '1000' },
  });
});
afterAll(() => newsroom.close());

describe('scripts of other origins', () => {
  it('read what the desk answers where CORS_ORIGINS names theirs, problems included', async () => {
    const headers = { origin: OURS };
    const created = await newsroom.post('/v1/desk/articles', plainArticle(), { headers });
    const answers = [
      created,
      await newsroom.get(`/v1/desk/articles/${created.body.id}`, { headers }),
      await newsroom.get('/v1/desk/articles/none', { headers }),
      await newsroom.get('/v1/desk/me', { as: null, headers }),
      await newsroom.post('/v1/desk/articles', {}, { headers }),
      await newsroom.remove(`/v1/desk/articles/${created.body.id}`, { headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 404, 401, 400, 204]);
    for (const { status, headers } of answers) {
      expect(headers[ALLOWED], `${status}`).toBe(OURS);
      expect(headers['access-control-expose-headers'], `${status}`).toContain('ETag');
      expect(headers.vary, `${status}`).toBe('Origin');
    }
  });

  it('read every header that tells a client something, of the desk and of the wire', async () => {
    const headers = { origin: OURS };
    const article = { ...fullArticle(), slug: 'exposed' };
    const created = await newsroom.post('/v1/desk/articles', article, { headers });
    const one = created.headers.location as string;
    await newsroom.step(created.body.id, 'publish');
    await newsroom.publish({ ...fullArticle(), slug: 'exposed-too' });
    const [claim] = (await newsroom.get('/v1/claims')).body.data;
    const answers = [
      created,
      await newsroom.get(one, { headers }),
      await newsroom.get('/v1/desk/articles?limit=1', { headers }),
      await newsroom.get('/v1/desk/me', { as: null, headers }),
      await newsroom.send('PATCH', one, { body: {}, headers: { ...headers, 'if-match': '"v0"' } }),
      await newsroom.send('PUT', one, { headers }),
      await newsroom.post('/v1/desk/articles', '{}', {
        headers: { ...headers, 'content-type': 'application/merge-patch+json' },
      }),
      await newsroom.post('/v1/desk/articles', '{}', {
        headers: { ...headers, 'content-encoding': 'gzip' },
      }),
      await newsroom.get('/v1/articles?limit=1', { headers }),
      await newsroom.get('/v1/articles/exposed', { headers }),
      await newsroom.get(`/v1/figures/${claim.figure.slug}/series.csv`, { headers }),
      await newsroom.send('POST', '/v1/articles', { headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      201, 200, 200, 401, 412, 405, 415, 415, 200, 200, 200, 405,
    ]);
    const told = new Set<string>();
    for (const { status, headers } of answers) {
      const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(', ');
      const unread = Object.keys(headers).filter(
        (name) => !exposed.includes(name) && !READ_BY_ALL.includes(name) && !OF_CACHES.test(name),
      );
      expect(unread, `${status}`).toEqual([]);
      for (const name of exposed) if (headers[name] !== undefined) told.add(name);
    }
    expect([...told].sort()).toEqual([
      'accept',
      'accept-encoding',
      'allow',
      'content-disposition',
      'etag',
      'link',
      'location',
      'ratelimit',
      'ratelimit-policy',
      'www-authenticate',
    ]);
  });

  it('read nothing where it does not, which caches are told', async () => {
    for (const headers of [{ origin: FOREIGN }, { origin: `${OURS}.evil.example` }, {}]) {
      const answer = await newsroom.get('/v1/desk/me', { headers });
      expect([answer.status, answer.headers.vary]).toEqual([200, 'Origin']);
      expect(answer.headers[ALLOWED]).toBeUndefined();
    }
  });

  it('are told by a preflight what they may send', async () => {
    const ask = (origin: string) =>
      newsroom.send('OPTIONS', '/v1/desk/articles', {
        as: null,
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const ours = await ask(OURS);
    expect([ours.status, ours.headers[ALLOWED]]).toEqual([204, OURS]);
    expect(ours.headers['access-control-allow-methods']).toContain('POST');
    expect(ours.headers['access-control-allow-headers']).toContain('If-Match');
    expect((await ask(FOREIGN)).headers[ALLOWED]).toBeUndefined();
    const wire = await newsroom.send('OPTIONS', '/v1/articles', { headers: { origin: FOREIGN } });
    expect(wire.headers['access-control-allow-headers']).toContain('If-Match');
  });
});
