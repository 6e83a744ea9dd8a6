import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const desk = (id: string) => `/v1/desk/articles/${id}`;

const create = async (changes: object = {}, make = plainArticle) =>
  (await newsroom.create(make(changes))).body;

type Segment = { op: string; text: string };
const sides = (words: Segment[]) => [
  words
    .filter(({ op }) => op !== 'added')
    .map(({ text }) => text)
    .join(''),
  words
    .filter(({ op }) => op !== 'removed')
    .map(({ text }) => text)
    .join(''),
];

describe('GET /v1/desk/articles/{id}/revisions', () => {
  it('lists every saved state, newest first, with who, when and why', async () => {
    const { id } = await create({ note: 'First draft.' });
    await newsroom.patch(desk(id), { summary: 'Two.', note: 'Shorter.' }, { as: 'writer' });
    await newsroom.step(id, 'publish');
    await newsroom.patch(desk(id), { summary: 'Three.' }, { as: 'writer' });
    await newsroom.step(id, 'schedule', { publishAt: '2099-01-01T00:00:00Z' });
    await newsroom.patch(desk(id), { summary: 'Four.' });
    const { status, body } = await newsroom.get(`${desk(id)}/revisions`, { as: 'reader' });
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      { number: 4, author: 'the admin', live: false, scheduled: false, editions: [] },
      { number: 3, author: 'the writer', scheduled: true, note: null },
      { number: 2, author: 'the writer', note: 'Shorter.', live: true, editions: [1] },
      { number: 1, note: 'First draft.', live: false },
    ]);
    const page = await newsroom.get(`${desk(id)}/revisions?limit=3`);
    const rest = await newsroom.get(`${desk(id)}/revisions?limit=3&cursor=${page.body.page.next}`);
    expect(rest.body).toMatchObject({ data: [{ number: 1 }], page: { next: null } });
  });

  it('401 without a token, 404 for an unknown article, 400 for a bad page', async () => {
    const { id } = await create();
    expect((await newsroom.get(`${desk(id)}/revisions`, { as: null })).status).toBe(401);
    expect((await newsroom.get(`${desk('no-such-article')}/revisions`)).status).toBe(404);
    expect((await newsroom.get(`${desk(id)}/revisions?limit=101`)).status).toBe(400);
    expect((await newsroom.get(`${desk(id)}/revisions?cursor=x`)).body.code).toBe('cursor-invalid');
  });
});

describe('GET /v1/desk/articles/{id}/revisions/{number}', () => {
  it('shows the article as it was saved then', async () => {
    const article = await create({ headline: 'As it was' }, fullArticle);
    await newsroom.patch(desk(article.id), { headline: 'As it is', quotes: null });
    const { status, body, text } = await newsroom.get(`${desk(article.id)}/revisions/1`);
    expect(status, text).toBe(200);
    expect(body.article).toMatchObject({
      slug: article.slug,
      headline: 'As it was',
      quotes: article.quotes,
      claims: article.claims,
    });
  });

  it('names what was deleted since as deleted', async () => {
    const speaker = { kind: 'person', name: 'Nobody In Particular' };
    const anchor = { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] };
    const article = await create({ quotes: [{ kind: 'direct', speaker, anchor }] });
    await newsroom.patch(desk(article.id), { quotes: null });
    expect((await newsroom.remove('/v1/desk/sources/nobody-in-particular')).status).toBe(204);
    const { status, body } = await newsroom.get(`${desk(article.id)}/revisions/1`);
    expect(status).toBe(200);
    expect(body.article.quotes[0].speaker.name).toBe('A source that was deleted');
    const restored = await newsroom.step(article.id, 'restore', { revision: 1 });
    expect(restored.status).toBe(422);
    expect(restored.body.errors).toMatchObject([
      { code: 'reference-unknown', pointer: '/quotes/0/speaker' },
    ]);
    expect((await newsroom.get(desk(article.id))).body.revision).toBe(2);
  });

  it('404 for a number that it does not have, 400 for no number', async () => {
    const { id } = await create();
    expect((await newsroom.get(`${desk(id)}/revisions/2`)).status).toBe(404);
    for (const number of ['0', 'x', '1.5', '-1'])
      expect((await newsroom.get(`${desk(id)}/revisions/${number}`)).status, number).toBe(400);
  });
});

describe('GET /v1/desk/articles/{id}/revisions/{from}/diff/{to}', () => {
  it('names fields and shows changed words', async () => {
    const { id } = await create({ tags: ['ferries'] });
    await newsroom.patch(desk(id), {
      headline: 'The ferry is early again',
      tags: ['ferries', 'fog'],
    });
    const { status, body } = await newsroom.get(`${desk(id)}/revisions/1/diff/2`, { as: 'reader' });
    expect(status).toBe(200);
    expect(body).toEqual({
      from: 1,
      to: 2,
      fields: [
        {
          field: 'headline',
          before: 'The ferry is late again',
          after: 'The ferry is early again',
          words: [
            { op: 'same', text: 'The ferry is ' },
            { op: 'removed', text: 'late' },
            { op: 'added', text: 'early' },
            { op: 'same', text: ' again' },
          ],
        },
        {
          field: 'tags',
          before: ['ferries'],
          after: ['ferries', 'fog'],
          words: expect.anything(),
        },
      ],
      interviews: [],
      turns: [],
      quotes: [],
      claims: [],
    });
    const back = await newsroom.get(`${desk(id)}/revisions/2/diff/1`);
    expect(sides(back.body.fields[0].words)).toEqual([
      'The ferry is early again',
      'The ferry is late again',
    ]);
    expect((await newsroom.get(`${desk(id)}/revisions/2/diff/2`)).body.fields).toEqual([]);
  });

  it('names interviews, turns, quotes and claims by id as added, removed, changed and moved', async () => {
    const { id, quotes, claims, interviews } = await create({}, fullArticle);
    const [interview] = interviews;
    const [question, answer] = interview.turns;
    const changed = await newsroom.patch(desk(id), {
      quotes: null,
      claims: [{ id: claims[1].id }, { id: claims[0].id, place: 'Upper Marrowford' }],
      interviews: [
        {
          id: interview.id,
          title: 'After the water',
          turns: [
            { id: question.id, text: 'When did you first know?' },
            { id: answer.id },
            { role: 'remark', speaker: 'mara-elsing', text: 'It was loud.' },
          ],
        },
      ],
    });
    expect(changed.status, changed.text).toBe(200);
    const added = changed.body.interviews[0].turns[2].id;
    const { body } = await newsroom.get(`${desk(id)}/revisions/1/diff/2`);
    expect(body.fields).toEqual([]);
    expect(body.quotes).toMatchObject([
      { id: quotes[0].id, change: 'removed', positionBefore: 1, positionAfter: null },
    ]);
    expect(body.claims).toMatchObject([
      { id: claims[1].id, change: 'moved', positionBefore: 2, positionAfter: 1, fields: [] },
      {
        id: claims[0].id,
        change: 'changed',
        fields: [{ field: 'place', before: 'Marrowford', after: 'Upper Marrowford' }],
      },
    ]);
    expect(body.interviews).toMatchObject([{ id: interview.id, fields: [{ field: 'title' }] }]);
    expect(body.turns).toMatchObject([
      { id: question.id, change: 'changed', interview: interview.id, fields: [{ field: 'text' }] },
      { id: added, change: 'added', positionBefore: null, positionAfter: 3 },
    ]);
    expect(sides(body.turns[0].fields[0].words)[1]).toBe('When did you first know?');
  });

  it('does not call a quote changed that only moved with the text', async () => {
    const article = await create({}, fullArticle);
    await newsroom.patch(desk(article.id), { body: `At dawn it rained.\n\n${article.body}` });
    const { body } = await newsroom.get(`${desk(article.id)}/revisions/1/diff/2`);
    expect(body.fields.map(({ field }: { field: string }) => field)).toEqual(['body']);
    expect([...body.quotes, ...body.claims]).toEqual([]);
  });

  it('says of a quote whose words are gone that it is orphaned', async () => {
    const article = await create({}, fullArticle);
    await newsroom.patch(desk(article.id), { body: 'Nothing of it is left.' });
    const { body } = await newsroom.get(`${desk(article.id)}/revisions/1/diff/2`);
    expect(body.quotes[0].fields).toMatchObject([
      { field: 'status', before: 'anchored', after: 'orphaned' },
    ]);
  });

  it('404 for a revision that there is not', async () => {
    const { id } = await create();
    expect((await newsroom.get(`${desk(id)}/revisions/1/diff/2`)).status).toBe(404);
    expect((await newsroom.get(`${desk(id)}/revisions/3/diff/1`)).status).toBe(404);
  });
});

describe('POST /v1/desk/articles/{id}/restore', () => {
  it('saves the earlier revision again as a new one, with the same ids', async () => {
    const article = await create({}, fullArticle);
    await newsroom.step(article.id, 'publish');
    await newsroom.patch(desk(article.id), { quotes: null, headline: 'Another' });
    const before = await newsroom.get(`/v1/articles/${article.slug}`);
    const restored = await newsroom.step(article.id, 'restore', { revision: 1 }, { as: 'writer' });
    expect(restored.status, restored.text).toBe(200);
    expect(restored.body).toMatchObject({
      revision: 3,
      liveRevision: 1,
      headline: article.headline,
      quotes: article.quotes,
      claims: article.claims,
      interviews: article.interviews,
    });
    const list = await newsroom.get(`${desk(article.id)}/revisions`);
    expect(list.body.data[0]).toMatchObject({ number: 3, note: 'Restored from revision 1.' });
    expect((await newsroom.get(`${desk(article.id)}/revisions/1/diff/3`)).body).toMatchObject({
      fields: [],
      turns: [],
      quotes: [],
      claims: [],
    });
    expect((await newsroom.get(`/v1/articles/${article.slug}`)).text).toBe(before.text);
    const audit = await newsroom.db.read.auditEntry.findMany({
      where: { targetId: article.id, action: 'article.restore' },
    });
    expect(audit).toMatchObject([{ before: 2, after: 3 }]);
  });

  it('makes no revision of what is the newest already', async () => {
    const { id } = await create();
    expect((await newsroom.step(id, 'restore', { revision: 1 })).body.revision).toBe(1);
  });

  it('409 when its slug is another’s by now', async () => {
    const { id } = await create({ slug: 'first-come' });
    await newsroom.patch(desk(id), { slug: 'went-away' });
    await create({ slug: 'first-come' });
    const answer = await newsroom.step(id, 'restore', { revision: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('slug-taken');
  });

  it('422 for a revision that there is not, 403, 412 and 428 as every change', async () => {
    const { id } = await create();
    const url = `${desk(id)}/restore`;
    const match = { headers: { 'if-match': '*' } };
    expect((await newsroom.post(url, { revision: 9 }, match)).status).toBe(422);
    expect((await newsroom.post(url, { revision: 0 }, match)).status).toBe(400);
    expect((await newsroom.post(url, { revision: 1 }, { as: 'reader', ...match })).status).toBe(
      403,
    );
    expect((await newsroom.post(url, { revision: 1 })).status).toBe(428);
    const stale = { headers: { 'if-match': '"r7.7"' } };
    expect((await newsroom.post(url, { revision: 1 }, stale)).status).toBe(412);
  });
});
