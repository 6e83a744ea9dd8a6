import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const MISSING = '0192e4a0-0000-7000-8000-00000000dead';

describe('PATCH /v1/desk/articles/{id}', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  async function draft(article: object = fullArticle()) {
    const { body, etag } = await newsroom.create(article);
    return { article: body, etag, url: `/v1/desk/articles/${body.id}` };
  }

  it('200 with a new revision and ETag; the rest stays', async () => {
    const { article, etag, url } = await draft();
    const { status, body, etag: next } = await newsroom.patch(url, { headline: 'Changed' });
    expect(status).toBe(200);
    expect(next).not.toBe(etag);
    expect(body).toMatchObject({ headline: 'Changed', revision: 2, body: article.body });
    expect(body.quotes).toEqual(article.quotes);
    expect((await newsroom.get(url)).etag).toBe(next);
  });

  it('takes application/merge-patch+json', async () => {
    const { url } = await draft();
    const { status } = await newsroom.patch(
      url,
      { headline: 'Merged' },
      { headers: { 'content-type': 'application/merge-patch+json' } },
    );
    expect(status).toBe(200);
  });

  it('makes no revision when nothing changes', async () => {
    const { article, etag, url } = await draft();
    const same = await newsroom.patch(url, {
      headline: article.headline,
      tags: article.tags,
      quotes: article.quotes.map(({ id }: { id: string }) => ({ id })),
    });
    expect(same.status).toBe(200);
    expect(same.body.revision).toBe(1);
    expect(same.etag).toBe(etag);
    const empty = await newsroom.patch(url, {});
    expect(empty.body.revision).toBe(1);
  });

  it('takes back what it answered, as a form that shows and saves it sends it', async () => {
    const { article, url } = await draft();
    const { headline, summary, body, language, section, tags, bylines, dateline, image } = article;
    const { interviews, quotes, claims } = article;
    const shown = { headline, summary, body, language, section, tags, bylines, dateline, image };
    const same = await newsroom.patch(url, { ...shown, interviews, quotes, claims });
    expect(same.status, same.text).toBe(200);
    expect(same.body).toEqual(article);
    const [quote] = quotes;
    const wrong = await newsroom.patch(url, { quotes: [{ ...quote, status: 'orphaned' }] });
    expect(wrong.body.quotes, 'the server sees for itself').toEqual(quotes);
    const odd = await newsroom.patch(url, { quotes: [{ ...quote, status: 'lost' }] });
    expect(odd.status).toBe(400);
  });

  it('null takes a value away', async () => {
    const { url } = await draft();
    const patch = {
      summary: null,
      body: null,
      language: null,
      section: null,
      tags: null,
      bylines: null,
      dateline: null,
      interviews: null,
      quotes: null,
      claims: null,
    };
    const { status, body, text } = await newsroom.patch(url, patch);
    expect(status, text).toBe(200);
    expect(body).toMatchObject({
      summary: '',
      body: '',
      language: '',
      section: '',
      tags: [],
      bylines: [],
      dateline: null,
      interviews: [],
      quotes: [],
      claims: [],
    });
  });

  it('merges inner objects and replaces lists', async () => {
    const { url } = await draft();
    const { body } = await newsroom.patch(url, { dateline: { place: 'Aldmere' }, tags: ['new'] });
    expect(body.dateline).toEqual({ place: 'Aldmere', date: '2024-10-09' });
    expect(body.tags).toEqual(['new']);
  });

  it('changes a part that has its id, adds one without, drops one left out', async () => {
    const { article, url } = await draft();
    const [first, second] = article.claims;
    const { status, body, text } = await newsroom.patch(url, {
      claims: [
        { id: second.id, place: 'Aldmere' },
        {
          figure: 'marrowford-evacuees',
          comparator: 'gte',
          low: 1200,
          anchor: { pieces: [{ exact: '1,200' }] },
        },
      ],
    });
    expect(status, text).toBe(200);
    expect(body.claims).toHaveLength(2);
    expect(body.claims[0]).toMatchObject({ id: second.id, place: 'Aldmere', low: 1500 });
    expect(body.claims[0].chain).toEqual(second.chain);
    expect(body.claims[1].id).not.toBe(first.id);
    expect(body.claims[1]).toMatchObject({ high: null, unit: 'people', chain: [] });
  });

  it('null takes a part’s value away', async () => {
    const { article, url } = await draft();
    const [quote] = article.quotes;
    const { body } = await newsroom.patch(url, {
      quotes: [{ id: quote.id, verb: null, speaker: null, saidOn: null }],
    });
    expect(body.quotes[0]).toMatchObject({ verb: null, speaker: null, saidOn: null });
    expect(body.quotes[0].anchor).toEqual(quote.anchor);
  });

  it('keeps turns by their id inside an interview', async () => {
    const { article, url } = await draft();
    const [interview] = article.interviews;
    const [question, answer] = interview.turns;
    const { body } = await newsroom.patch(url, {
      interviews: [{ id: interview.id, turns: [{ id: answer.id, text: 'Later.' }] }],
    });
    expect(body.interviews[0]).toMatchObject({ id: interview.id, title: interview.title });
    expect(body.interviews[0].turns).toHaveLength(1);
    expect(body.interviews[0].turns[0]).toMatchObject({
      id: answer.id,
      text: 'Later.',
      speaker: answer.speaker,
    });
    expect(JSON.stringify(body)).not.toContain(question.id);
  });

  it('keeps the place of an anchor whose words alone are sent', async () => {
    const { article, url } = await draft(
      plainArticle({
        interviews: [{ turns: [{ role: 'answer', text: 'We knew by four.' }] }],
        quotes: [
          {
            kind: 'direct',
            anchor: { in: { interview: 0, turn: 0 }, pieces: [{ exact: 'We knew' }] },
          },
        ],
      }),
    );
    const [quote] = article.quotes;
    const { body } = await newsroom.patch(url, {
      quotes: [{ id: quote.id, anchor: { pieces: [{ exact: 'by four' }] } }],
    });
    expect(body.quotes[0].anchor).toMatchObject({
      in: quote.anchor.in,
      pieces: [{ exact: 'by four', start: 8 }],
    });
  });

  it('422 for the id of another article’s part, of another kind, or the same twice', async () => {
    const other = (await draft()).article;
    const { article, url } = await draft();
    const [quote] = article.quotes;
    const [claim] = article.claims;
    for (const [quotes, pointer] of [
      [[{ ...whole(quote), id: other.quotes[0].id }], '/quotes/0/id'],
      [[{ ...whole(quote), id: claim.id }], '/quotes/0/id'],
      [[{ id: quote.id }, { id: quote.id }], '/quotes/1/id'],
    ] as const) {
      const { status, body } = await newsroom.patch(url, { quotes });
      expect(status).toBe(422);
      expect(body.errors[0].pointer).toBe(pointer);
    }
    expect((await newsroom.get(url)).body).toEqual(article);
  });

  it('can be changed after the turn of a quote is gone', async () => {
    const { article, url } = await draft(
      plainArticle({
        interviews: [{ turns: [{ role: 'answer', text: 'We knew by four.' }] }],
        quotes: [
          {
            kind: 'direct',
            anchor: { in: { interview: 0, turn: 0 }, pieces: [{ exact: 'We knew' }] },
          },
        ],
      }),
    );
    const without = await newsroom.patch(url, { interviews: [] });
    expect(without.status, without.text).toBe(200);
    expect(without.body.quotes[0].status).toBe('orphaned');
    const again = await newsroom.patch(url, { headline: 'Something else' });
    expect(again.status, again.text).toBe(200);
    const mended = await newsroom.patch(url, {
      quotes: [{ id: article.quotes[0].id, anchor: { in: 'body', pieces: [{ exact: 'fog' }] } }],
    });
    expect(mended.status, mended.text).toBe(200);
  });

  it('412 with the current ETag for a read of a version that there is no more', async () => {
    const { body } = await newsroom.create(fullArticle());
    const source = await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Ada Reader' });
    const article = `/v1/desk/articles/${body.id}`;
    const urls = [article, `${article}/revisions`, `/v1/desk/sources/${source.body.id}`];
    for (const url of urls) {
      const { etag } = await newsroom.get(url);
      const read = async (match: string, method = 'GET') =>
        newsroom.send(method, url, { headers: { 'if-match': match } });
      for (const known of [etag, '*', `"other", ${etag}`])
        expect((await read(known)).status, `${url} ${known}`).toBe(200);
      for (const stale of ['"other"', `W/${etag}`, '']) {
        const refused = await read(stale);
        expect([refused.status, refused.etag], `${url} ${stale}`).toEqual([412, etag]);
        expect(refused.body).toMatchObject({ code: 'precondition-failed', currentEtag: etag });
        expect((await read(stale, 'HEAD')).status).toBe(412);
      }
    }
    const list = await newsroom.get('/v1/desk/articles', { headers: { 'if-match': '"any"' } });
    expect(list.status).toBe(200);
  });

  it('428 without If-Match, 412 with a stale one and the current ETag', async () => {
    const { etag, url } = await draft();
    const bare = await newsroom.send('PATCH', url, { body: { headline: 'x' } });
    expect(bare.status).toBe(428);
    expect(bare.body).toMatchObject({
      code: 'precondition-required',
      errors: [{ parameter: 'If-Match' }],
    });
    const first = await newsroom.patch(url, { headline: 'x' }, { headers: { 'if-match': etag } });
    expect(first.status).toBe(200);
    for (const stale of [etag, '"nonsense"', 'W/"r2.2"', `W/${first.etag}`]) {
      const second = await newsroom.patch(
        url,
        { headline: 'y' },
        { headers: { 'if-match': stale } },
      );
      expect(second.status, stale).toBe(412);
      expect(second.etag).toBe(first.etag);
      expect(second.body.code).toBe('precondition-failed');
    }
    expect((await newsroom.get(url)).body.headline).toBe('x');
  });

  it('412 that tells what is missing, for an ETag without its quotation marks', async () => {
    const { etag, url } = await draft();
    const headers = { 'if-match': etag.replaceAll('"', '') };
    const { status, body } = await newsroom.patch(url, { headline: 'x' }, { headers });
    expect([status, body.currentEtag]).toEqual([412, etag]);
    expect(body.detail).toBe(
      'The ETag has its quotation marks in If-Match too: "r1.1", and not r1.1.',
    );
  });

  it('takes one of several ETags, and * for any', async () => {
    const { etag, url } = await draft();
    const one = await newsroom.patch(
      url,
      { headline: 'a' },
      { headers: { 'if-match': `"no", ${etag}` } },
    );
    expect(one.status).toBe(200);
    const any = await newsroom.patch(url, { headline: 'b' }, { headers: { 'if-match': '*' } });
    expect(any.status).toBe(200);
  });

  it('gives one 200 and 99 × 412 to 100 parallel changes of one version', async () => {
    const { article, etag, url } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        newsroom.patch(url, { headline: `Version ${index}` }, { headers: { 'if-match': etag } }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
    const now = await newsroom.get(url);
    const won = answers.find(({ status }) => status === 200);
    expect(now.body.headline).toBe(won?.body.headline);
    expect(now.body.revision).toBe(2);
    expect(await newsroom.db.read.revision.count({ where: { articleId: article.id } })).toBe(2);
  });

  it('loses none of 40 parallel creations of the same headline and source', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        newsroom.post(
          '/v1/desk/articles',
          plainArticle({
            headline: 'All at once',
            section: 'all-at-once',
            quotes: [
              {
                kind: 'indirect',
                speaker: { kind: 'person', name: 'Paula Lell' },
                anchor: { pieces: [{ exact: 'fog' }] },
              },
            ],
          }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(201));
    expect(new Set(answers.map(({ body }) => body.slug)).size).toBe(40);
    expect(await newsroom.db.read.source.count({ where: { name: 'Paula Lell' } })).toBe(1);
    expect(await newsroom.db.read.section.count({ where: { slug: 'all-at-once' } })).toBe(1);
  });

  it('409 for a slug that is another’s, 404 for no article, 400 for no id', async () => {
    await draft(plainArticle({ slug: 'the-other' }));
    const { url } = await draft();
    const taken = await newsroom.patch(url, { slug: 'the-other' });
    expect(taken.status).toBe(409);
    expect(taken.body.errors[0]).toMatchObject({ pointer: '/slug', suggestion: 'the-other-2' });
    const headers = { 'if-match': '*' };
    const missing = await newsroom.patch(`/v1/desk/articles/${MISSING}`, {}, { headers });
    expect(missing.status).toBe(404);
    const odd = await newsroom.patch('/v1/desk/articles/Not%20an%20id', {}, { headers });
    expect(odd.status).toBe(400);
  });

  it('changes nothing in public', async () => {
    const published = await newsroom.publish(fullArticle({ slug: 'stays-as-it-is' }));
    const before = await newsroom.get('/v1/articles/stays-as-it-is');
    const { status, body } = await newsroom.patch(`/v1/desk/articles/${published.body.id}`, {
      headline: 'Not yet public',
      slug: 'not-yet-public',
      tags: [],
      quotes: [],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'live', revision: 2, liveRevision: 1 });
    const after = await newsroom.get('/v1/articles/stays-as-it-is');
    expect(after.text).toBe(before.text);
    expect(after.etag).toBe(before.etag);
    expect((await newsroom.get('/v1/articles/not-yet-public')).status).toBe(404);
    expect((await newsroom.get('/v1/articles?tag=floods')).text).toContain('stays-as-it-is');
  });
});

/** A part as it may be sent. */
function whole({ status: _status, ...part }: Record<string, unknown>) {
  return part;
}

describe('DELETE /v1/desk/articles/{id}', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('204 for a draft: it, its revisions and its slug are gone', async () => {
    const { body } = await newsroom.post(
      '/v1/desk/articles',
      plainArticle({ slug: 'short-lived' }),
    );
    const url = `/v1/desk/articles/${body.id}`;
    const deleted = await newsroom.remove(url);
    expect(deleted.status).toBe(204);
    expect(deleted.text).toBe('');
    expect((await newsroom.get(url)).status).toBe(404);
    expect(await newsroom.db.read.revision.count({ where: { articleId: body.id } })).toBe(0);
    expect(await newsroom.db.read.articleReference.count({ where: { articleId: body.id } })).toBe(
      0,
    );
    const again = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'short-lived' }));
    expect(again.status).toBe(201);
    const audit = await newsroom.get(`/v1/desk/audit?target=${body.id}&action=article.delete`);
    expect(audit.body.data).toHaveLength(1);
  });

  it('409 was-public for what was ever public, withdrawn included', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'was-out' }));
    const url = `/v1/desk/articles/${body.id}`;
    expect((await newsroom.remove(url)).body.code).toBe('was-public');
    await newsroom.step(body.id, 'withdraw');
    const { status, body: problem } = await newsroom.remove(url);
    expect(status).toBe(409);
    expect(problem.code).toBe('was-public');
    expect((await newsroom.get(url)).body.state).toBe('withdrawn');
  });

  it('428 without If-Match, 412 with a stale one, 404 for none', async () => {
    const { body, etag } = await newsroom.create(plainArticle());
    const url = `/v1/desk/articles/${body.id}`;
    expect((await newsroom.send('DELETE', url)).status).toBe(428);
    await newsroom.patch(url, { headline: 'Newer' });
    const stale = await newsroom.remove(url, { headers: { 'if-match': etag } });
    expect(stale.status).toBe(412);
    const headers = { 'if-match': '*' };
    const missing = await newsroom.remove(`/v1/desk/articles/${MISSING}`, { headers });
    expect(missing.status).toBe(404);
  });
});

describe('GET /v1/desk/articles', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (let number = 1; number <= 5; number += 1) {
      await newsroom.create(plainArticle({ slug: `item-${number}` }));
    }
    await newsroom.publish(plainArticle({ slug: 'live-one', section: 'world', language: 'de' }));
  });
  afterAll(() => newsroom.close());

  const slugs = async (query: string): Promise<string[]> =>
    (await newsroom.get(`/v1/desk/articles${query}`)).body.data.map(
      (row: { slug: string }) => row.slug,
    );

  it('lists all states, last changed first', async () => {
    expect(await slugs('')).toEqual(['live-one', 'item-5', 'item-4', 'item-3', 'item-2', 'item-1']);
    await newsroom.patch('/v1/desk/articles/item-2', { headline: 'Touched' });
    expect((await slugs(''))[0]).toBe('item-2');
  });

  it('filters by state, section and language', async () => {
    expect(await slugs('?state=live')).toEqual(['live-one']);
    expect(await slugs('?section=world')).toEqual(['live-one']);
    expect(await slugs('?language=de')).toEqual(['live-one']);
    expect(await slugs('?state=retracted')).toEqual([]);
    expect(await slugs('?state=draft&section=world')).toEqual([]);
  });

  it('pages without a gap or a repetition', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await newsroom.get(`/v1/desk/articles?limit=2${cursor}`);
      seen.push(...body.data.map((row: { slug: string }) => row.slug));
      cursor = body.page.next === null ? '' : `&cursor=${body.page.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(await slugs(''));
  });

  it('reads by id and by slug', async () => {
    const bySlug = await newsroom.get('/v1/desk/articles/item-1');
    const byId = await newsroom.get(`/v1/desk/articles/${bySlug.body.id}`);
    expect(byId.text).toBe(bySlug.text);
    expect(bySlug.headers['cache-control']).toBe('private, no-store');
    expect((await newsroom.get('/v1/desk/articles/item-99')).status).toBe(404);
  });

  it.each([
    '?state=published',
    '?limit=0',
    '?limit=101',
    '?limit=5&limit=6',
    '?cursor=x',
    '?sort=slug',
  ])('400 for %s', async (query) => {
    const { status, body } = await newsroom.get(`/v1/desk/articles${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].parameter).toBe(query.slice(1).split('=')[0]);
  });
});
