import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const MISSING = '0192e4a0-0000-7000-8000-00000000dead';

const PARTS = {
  interviews: { title: 'Second talk' },
  turns: { role: 'remark', text: 'One more thing.' },
  quotes: { kind: 'direct', anchor: { pieces: [{ exact: 'Nobody was asleep' }] } },
  claims: {
    figure: 'marrowford-evacuees',
    comparator: 'gte',
    low: 1200,
    anchor: { pieces: [{ exact: '1,200 people' }] },
  },
} as const;
const CHANGES = {
  interviews: { title: 'Renamed' },
  turns: { text: 'Changed.' },
  quotes: { verb: 'added' },
  claims: { place: 'Aldmere' },
} as const;
type Part = keyof typeof PARTS;

describe.each(Object.keys(PARTS) as Part[])('/v1/desk/articles/{id}/%s', (part) => {
  let newsroom: Newsroom;
  let article: { id: string; interviews: { id: string }[] };
  let url: string;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    article = (await newsroom.post('/v1/desk/articles', fullArticle())).body;
    url = `/v1/desk/articles/${article.id}`;
  });
  afterAll(() => newsroom.close());

  const body = () =>
    part === 'turns' ? { ...PARTS.turns, interview: article.interviews[0]?.id } : PARTS[part];
  const match = async () => ({ headers: { 'if-match': (await newsroom.get(url)).etag } });
  const list = async (): Promise<{ id: string }[]> =>
    (await newsroom.get(`${url}/${part}`)).body.data;

  it('201 with Location and the article’s new ETag; last unless a position is given', async () => {
    const before = await list();
    const last = await newsroom.post(`${url}/${part}`, body(), await match());
    expect(last.status, last.text).toBe(201);
    expect(last.headers.location).toBe(`${url}/${part}/${last.body.id}`);
    expect(last.etag).toBe((await newsroom.get(url)).etag);
    const first = await newsroom.post(`${url}/${part}`, { ...body(), position: 1 }, await match());
    expect(first.status).toBe(201);
    expect((await list()).map(({ id }) => id)).toEqual([
      first.body.id,
      ...before.map(({ id }) => id),
      last.body.id,
    ]);
  });

  it('reads one and all, under the article’s ETag', async () => {
    const [known] = await list();
    const one = await newsroom.get(`${url}/${part}/${known?.id}`);
    expect(one.status).toBe(200);
    expect(one.body).toEqual(known);
    expect(one.etag).toBe((await newsroom.get(url)).etag);
  });

  it('200 changes one, moves it, and makes one revision', async () => {
    const before = await newsroom.get(url);
    const [, known] = await list();
    const { status, body: changed } = await newsroom.send('PATCH', `${url}/${part}/${known?.id}`, {
      body: { ...CHANGES[part], position: 1 },
      ...(await match()),
    });
    expect(status).toBe(200);
    expect(changed).toMatchObject({ ...CHANGES[part], id: known?.id });
    expect((await list())[0]?.id).toBe(known?.id);
    expect((await newsroom.get(url)).body.revision).toBe(before.body.revision + 1);
  });

  it('204 takes one out, with the article’s new ETag', async () => {
    const [known] = await list();
    const answer = await newsroom.send('DELETE', `${url}/${part}/${known?.id}`, await match());
    expect(answer.status).toBe(204);
    expect(answer.etag).toBe((await newsroom.get(url)).etag);
    expect((await list()).map(({ id }) => id)).not.toContain(known?.id);
    const again = await newsroom.send('DELETE', `${url}/${part}/${known?.id}`, await match());
    expect(again.status).toBe(404);
  });

  it('428 without If-Match and 412 with a stale one, for each way to change', async () => {
    const [known] = await list();
    const ways = [
      ['POST', `${url}/${part}`, body()],
      ['PATCH', `${url}/${part}/${known?.id}`, CHANGES[part]],
      ['DELETE', `${url}/${part}/${known?.id}`, undefined],
    ] as const;
    for (const [method, address, sent] of ways) {
      expect((await newsroom.send(method, address, { body: sent })).status, method).toBe(428);
      const headers = { 'if-match': '"r1.1"' };
      const stale = await newsroom.send(method, address, { body: sent, headers });
      expect(stale.status, method).toBe(412);
      expect(stale.etag).toBe((await newsroom.get(url)).etag);
    }
  });

  it('404 for a part that is not there, 400 for what is no id or no position', async () => {
    for (const [method, sent] of [
      ['GET', undefined],
      ['PATCH', CHANGES[part]],
      ['DELETE', undefined],
    ] as const) {
      const missing = await newsroom.send(method, `${url}/${part}/${MISSING}`, {
        body: sent,
        ...(method === 'GET' ? {} : await match()),
      });
      expect(missing.status, method).toBe(404);
      const odd = await newsroom.send(method, `${url}/${part}/no-id`, { body: sent });
      expect(odd.status, method).toBe(400);
    }
    const zero = await newsroom.post(`${url}/${part}`, { ...body(), position: 0 }, await match());
    expect(zero.status).toBe(400);
    expect(zero.body.errors[0].pointer).toBe('/position');
  });
});

describe('parts that belong together', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('422 for a turn in an interview that is not in the article', async () => {
    const { body, etag } = await newsroom.create(fullArticle());
    const { status, body: problem } = await newsroom.post(
      `/v1/desk/articles/${body.id}/turns`,
      { interview: MISSING, role: 'remark', text: 'x' },
      { headers: { 'if-match': etag } },
    );
    expect(status).toBe(422);
    expect(problem.errors[0].pointer).toBe('/interview');
  });

  it('lets go of a claim that is taken out, where another one was part of it', async () => {
    const [whole, share] = fullArticle().claims as object[];
    const { body, etag } = await newsroom.post(
      '/v1/desk/articles',
      fullArticle({ claims: [whole, { ...share, partOf: 0 }] }),
    );
    expect(body.claims[1].partOf).toBe(body.claims[0].id);
    const url = `/v1/desk/articles/${body.id}`;
    const refused = await newsroom.patch(url, { claims: [{ id: body.claims[1].id }] });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].pointer).toBe('/claims/0/partOf');
    const taken = await newsroom.send('DELETE', `${url}/claims/${body.claims[0].id}`, {
      headers: { 'if-match': etag },
    });
    expect(taken.status).toBe(204);
    expect((await newsroom.get(url)).body.claims[0].partOf).toBeNull();
  });
});
