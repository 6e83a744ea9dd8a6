import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const OURS = 'https://editor.example';
const FOREIGN = 'https://elsewhere.example';
const ALLOWED = 'access-control-allow-origin';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom({ env: { CORS_ORIGINS: `${OURS},https://other.example` } });
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
  });
});
