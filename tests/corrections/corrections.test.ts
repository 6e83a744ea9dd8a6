import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { createTestClock, HOUR, MINUTE, type TestClock } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
let clock: TestClock;

beforeAll(async () => {
  clock = createTestClock();
  newsroom = await openNewsroom({ clock });
});
afterAll(() => newsroom.close());

const desk = (id: string) => `/v1/desk/articles/${id}`;
const read = async (id: string) => (await newsroom.get(desk(id))).body;
const newestChange = async (id: string) =>
  newsroom.db.read.change.findFirst({ where: { articleId: id }, orderBy: { seq: 'desc' } });

/** A published article whose first claim is then changed in a draft. */
async function publishAndChange(slug: string) {
  const { body } = await newsroom.publish(fullArticle({ slug }));
  const [claim, other] = body.claims;
  clock.pass(MINUTE);
  const changed = await newsroom.patch(desk(body.id), {
    body: body.body.replace('At least 1,200', 'At least 1,300'),
    claims: [
      {
        id: claim.id,
        low: 1300,
        anchor: { in: 'body', pieces: [{ exact: 'At least 1,300 people' }] },
      },
      { id: other.id },
    ],
  });
  expect(changed.status, changed.text).toBe(200);
  return { id: body.id as string, claim: claim.id as string, other: other.id as string, body };
}

const NOTE = 'The fire service revised its count.';

describe('a correction', () => {
  it('is needed when anchored words of a live article change, and shows wherever they do', async () => {
    const { id, claim, other } = await publishAndChange('revised-count');
    const refused = await newsroom.step(id, 'publish');
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      { code: 'correction-required', pointer: '/claims/0/anchor' },
    ]);
    expect((await newsroom.get('/v1/articles/revised-count')).body.edition).toBe(1);

    const corrected = await newsroom.step(id, 'publish', { note: NOTE });
    expect(corrected.status, corrected.text).toBe(200);
    const mark = { edition: 2, note: NOTE, publishedAt: clock().toISOString() };
    const entry = { ...mark, kind: 'correction', about: [claim] };
    const article = (await newsroom.get('/v1/articles/revised-count')).body;
    expect(article).toMatchObject({ edition: 2, corrections: [entry] });
    expect(article.claims[0].corrections).toEqual([mark]);
    expect(article.claims[1].corrections).toEqual([]);
    expect((await newsroom.get(`/v1/claims/${claim}`)).body.corrections).toEqual([mark]);
    expect((await newsroom.get(`/v1/claims/${other}`)).body.corrections).toEqual([]);
    const own = await newsroom.get('/v1/articles/revised-count/corrections');
    expect(own.body.data).toEqual([entry]);
    const all = await newsroom.get('/v1/corrections');
    expect(all.body.data[0]).toMatchObject({ ...entry, article: { id, slug: 'revised-count' } });
    const editions = await newsroom.get('/v1/articles/revised-count/editions');
    expect(editions.body.data).toMatchObject([
      { edition: 2, kind: 'correction', note: NOTE },
      { edition: 1, kind: 'publication', note: null },
    ]);
    expect(await newestChange(id)).toMatchObject({ type: 'article.corrected', edition: 2 });
  });

  it('is listed with the address and the headline that its article has now', async () => {
    const { id } = await publishAndChange('moved-count');
    expect((await newsroom.step(id, 'publish', { note: NOTE })).status).toBe(200);
    const listed = async () => (await newsroom.get('/v1/corrections')).body.data[0];
    expect(await listed()).toMatchObject({ edition: 2, article: { id, slug: 'moved-count' } });
    clock.pass(MINUTE);
    await newsroom.patch(desk(id), { slug: 'count-moved', headline: 'The count has moved' });
    expect(await listed()).toMatchObject({ article: { id, slug: 'moved-count' } });
    expect((await newsroom.step(id, 'publish')).status).toBe(200);
    const article = {
      id,
      slug: 'count-moved',
      headline: 'The count has moved',
      url: '/v1/articles/count-moved',
    };
    expect(await listed()).toMatchObject({ edition: 2, note: NOTE, article });
  });

  it('may be about quotes and claims whose words stay', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'said-elsewhere' }));
    const [quote] = body.quotes;
    const input = { note: 'It was said at noon, not at four.', about: [quote.id] };
    const answer = await newsroom.step(body.id, 'corrections', input);
    expect(answer.status, answer.text).toBe(200);
    const shown = await newsroom.get(`/v1/quotes/${quote.id}`);
    expect(shown.body.corrections).toMatchObject([{ edition: 2, note: input.note }]);
  });

  it('400 without a note, 422 about what is not of this article', async () => {
    const { body } = await newsroom.publish(fullArticle());
    const { body: stranger } = await newsroom.publish(fullArticle());
    expect((await newsroom.step(body.id, 'corrections', { note: ' ' })).status).toBe(400);
    expect((await newsroom.step(body.id, 'corrections', {})).status).toBe(400);
    const wrong = { note: NOTE, about: [body.quotes[0].id, stranger.quotes[0].id] };
    const answer = await newsroom.step(body.id, 'corrections', wrong);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ code: 'reference-unknown', pointer: '/about/1' }]);
    expect((await read(body.id)).liveRevision).toBe(1);
  });

  it('is no matter of a source that was merged meanwhile', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'merged-speaker' }));
    const { body: other } = await newsroom.post('/v1/desk/sources', {
      kind: 'person',
      name: 'M. Elsing',
    });
    const merged = await newsroom.post(
      '/v1/desk/sources/mara-elsing/merge',
      { into: other.id },
      { headers: { 'if-match': '*' } },
    );
    expect(merged.status, merged.text).toBeLessThan(300);
    await newsroom.patch(desk(body.id), { summary: 'Not a word of it is changed.' });
    const published = await newsroom.step(body.id, 'publish');
    expect(published.status, published.text).toBe(200);
    expect(await newestChange(body.id)).toMatchObject({ type: 'article.updated' });
  });

  it('leaves /v1/corrections with its article when that is withdrawn', async () => {
    const { id } = await publishAndChange('withdrawn-later');
    await newsroom.step(id, 'publish', { note: NOTE });
    await newsroom.step(id, 'withdraw', { note: 'For the lawyers.' });
    const { body } = await newsroom.get('/v1/corrections?limit=100');
    expect(body.data.some((item: { article: { id: string } }) => item.article.id === id)).toBe(
      false,
    );
    expect(JSON.stringify(body)).not.toContain('For the lawyers.');
  });
});

describe('an edition', () => {
  it('stays as it was published, byte for byte', async () => {
    const { id } = await publishAndChange('editions-stay');
    const first = await newsroom.get('/v1/articles/editions-stay');
    await newsroom.step(id, 'publish', { note: NOTE });
    const kept = await newsroom.get('/v1/articles/editions-stay/editions/1');
    expect([kept.text, kept.etag]).toEqual([first.text, first.etag]);
    expect((await newsroom.get('/v1/articles/editions-stay/editions/3')).status).toBe(404);
  });

  it('tells what was published about a claim and a quote, and when', async () => {
    const { id, claim, other, body } = await publishAndChange('parts-in-time');
    const firstAt = new Date(clock().getTime() - MINUTE).toISOString();
    await newsroom.step(id, 'publish', { note: NOTE });
    const secondAt = clock().toISOString();
    const history = await newsroom.get(`/v1/claims/${claim}/editions`);
    expect(history.status, history.text).toBe(200);
    expect(history.body.data).toMatchObject([
      {
        edition: 2,
        kind: 'correction',
        change: 'corrected',
        note: NOTE,
        publishedAt: secondAt,
        url: '/v1/articles/parts-in-time/editions/2',
        claim: { id: claim, low: 1300 },
      },
      {
        edition: 1,
        kind: 'publication',
        change: 'published',
        note: null,
        publishedAt: firstAt,
        claim: { id: claim, low: 1200 },
      },
    ]);
    // What only moved in the text was published once.
    expect((await newsroom.get(`/v1/claims/${other}/editions`)).body.data).toHaveLength(1);
    const quote = `/v1/quotes/${body.quotes[0].id}/editions`;
    expect((await newsroom.get(quote)).body.data).toHaveLength(1);
    const turn = `/v1/turns/${body.interviews[0].turns[0].id}/editions`;
    expect((await newsroom.get(turn)).body.data).toMatchObject([{ change: 'published' }]);
    const page = await newsroom.get(`/v1/claims/${claim}/editions?limit=1`);
    expect(page.body.page.next).not.toBeNull();
    const next = await newsroom.get(
      `/v1/claims/${claim}/editions?limit=1&cursor=${page.body.page.next}`,
    );
    expect(next.body.data).toMatchObject([{ edition: 1 }]);
  });

  it('410 for a part that a later edition left out, with the last edition that has it', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'dropped-parts' }));
    const [quote] = body.quotes;
    const [claim] = body.claims;
    const turn = body.interviews[0].turns[1];
    await newsroom.patch(desk(body.id), { quotes: null, claims: null, interviews: null });
    await newsroom.step(body.id, 'publish', { note: 'What was said could not be confirmed.' });
    for (const [kind, part] of [
      ['quote', quote],
      ['claim', claim],
      ['turn', turn],
    ] as const) {
      const gone = await newsroom.get(`/v1/${kind}s/${part.id}`);
      expect(gone.status, kind).toBe(410);
      expect(gone.body).toMatchObject({
        code: 'gone',
        article: '/v1/articles/dropped-parts',
        lastEdition: '/v1/articles/dropped-parts/editions/1',
        editions: `/v1/${kind}s/${part.id}/editions`,
      });
      const last = await newsroom.get(gone.body.lastEdition);
      expect(last.text).toContain(part.id);
      const history = await newsroom.get(gone.body.editions);
      expect(history.body.data).toMatchObject([
        { edition: 2, change: 'removed', [kind]: null },
        { edition: 1, change: 'published', [kind]: { id: part.id } },
      ]);
    }
    const restored = await newsroom.step(body.id, 'restore', { revision: 1 });
    expect(restored.status, restored.text).toBe(200);
    await newsroom.step(body.id, 'publish');
    expect((await newsroom.get(`/v1/quotes/${quote.id}`)).status).toBe(200);
    const again = await newsroom.get(`/v1/quotes/${quote.id}/editions`);
    expect(again.body.data.map(({ change }: { change: string }) => change)).toEqual([
      'published',
      'removed',
      'published',
    ]);
  });

  it('404 for what was never public, and for all parts of a withdrawn article', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'hidden-again' }));
    const unknown = '0197f3c0-0000-7000-8000-000000000000';
    const draft = await newsroom.post('/v1/desk/articles', fullArticle());
    const paths = (parts: typeof body) => [
      `/v1/quotes/${parts.quotes[0].id}`,
      `/v1/claims/${parts.claims[0].id}`,
      `/v1/turns/${parts.interviews[0].turns[0].id}`,
    ];
    await newsroom.step(body.id, 'withdraw');
    for (const path of [...paths(body), ...paths(draft.body), `/v1/quotes/${unknown}`]) {
      expect((await newsroom.get(path)).status, path).toBe(404);
      expect((await newsroom.get(`${path}/editions`)).status, path).toBe(404);
    }
    // A claim is no quote.
    expect((await newsroom.get(`/v1/quotes/${body.claims[0].id}/editions`)).status).toBe(404);
    for (const path of ['', '/quotes', '/editions', '/editions/1', '/corrections'])
      expect((await newsroom.get(`/v1/articles/hidden-again${path}`)).status, path).toBe(404);
  });
});

describe('a retraction', () => {
  async function retracted(slug: string, body: object = {}) {
    const { body: article } = await newsroom.publish(fullArticle({ slug }));
    const dropped = article.quotes[0].id as string;
    await newsroom.patch(desk(article.id), { quotes: null, slug: `${slug}-renamed` });
    const update = await newsroom.step(article.id, 'publish', { note: NOTE });
    expect(update.status, update.text).toBe(200);
    await newsroom.patch(desk(article.id), { slug: `${slug}-never-public` });
    clock.pass(HOUR);
    const note = 'The report was based on a forged document.';
    const answer = await newsroom.step(article.id, 'retract', { note, ...body });
    return { article, dropped, note, answer };
  }

  it('answers 410 with the notice for the article, its editions and all their parts', async () => {
    const { body: replacement } = await newsroom.publish(plainArticle({ slug: 'the-true-story' }));
    const slug = 'forged';
    const { article, dropped, note, answer } = await retracted(slug, {
      replacedBy: 'the-true-story',
    });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ state: 'retracted', liveRevision: null });
    const names = [article.id, `${slug}-renamed`, slug];
    const subs = ['', '/turns', '/quotes', '/claims', '/corrections', '/editions', '/editions/1'];
    const formats = ['/ninjs', '/jsonld', '/markdown'].filter((sub) =>
      newsroom.server.hasRoute({ method: 'GET', url: `/v1/articles/:slug${sub}` }),
    );
    const paths = names.flatMap((name) =>
      [...subs, ...formats].map((sub) => `/v1/articles/${name}${sub}`),
    );
    const turn = article.interviews[0].turns[0].id;
    for (const part of [`quotes/${dropped}`, `claims/${article.claims[0].id}`, `turns/${turn}`])
      paths.push(`/v1/${part}`, `/v1/${part}/editions`);
    for (const path of paths) {
      const gone = await newsroom.get(path, { headers: { accept: '*/*' } });
      expect(gone.status, path).toBe(410);
      expect(gone.body, path).toMatchObject({
        code: 'retracted',
        notice: note,
        retractedAt: clock().toISOString(),
        replacedBy: '/v1/articles/the-true-story',
      });
    }
    expect((await newsroom.get(`/v1/articles/${slug}-never-public`)).status).toBe(404);
    expect(replacement.state).toBe('live');
  });

  it('takes it out of every list and series, and tells why', async () => {
    const { article, note } = await retracted('no-longer-listed');
    for (const url of [
      '/v1/articles?limit=100',
      '/v1/articles?q=river&limit=100',
      '/v1/turns?limit=100',
      '/v1/quotes?limit=100',
      '/v1/claims?limit=100',
      '/v1/figures/marrowford-evacuees/series',
      '/v1/search?q=river&limit=100',
      '/feeds/rss.xml',
      '/sitemap.xml',
    ]) {
      const list = await newsroom.get(url);
      expect(list.text, url).not.toContain(article.id);
      expect(list.text, url).not.toContain('no-longer-listed');
    }
    const corrections = await newsroom.get('/v1/corrections?limit=100');
    const own = corrections.body.data.filter(
      (item: { article: { id: string } }) => item.article.id === article.id,
    );
    expect(own).toMatchObject([
      {
        kind: 'retraction',
        note,
        edition: 3,
        replacedBy: null,
        article: { slug: 'no-longer-listed-renamed', headline: 'River wall gives way' },
      },
    ]);
    const change = await newestChange(article.id);
    expect(change).toMatchObject({
      type: 'article.retracted',
      slug: 'no-longer-listed-renamed',
      edition: 3,
    });
    expect(JSON.parse(change?.tags ?? '[]')).toContain(article.quotes[0].id);
    const audit = await newsroom.db.read.auditEntry.findMany({
      where: { targetId: article.id, action: 'article.retract' },
    });
    expect(audit).toHaveLength(1);
  });

  it('keeps the address of what was retracted, and of what was withdrawn', async () => {
    await retracted('kept-address');
    const { body } = await newsroom.publish(plainArticle({ slug: 'withdrawn-address' }));
    await newsroom.step(body.id, 'withdraw');
    await newsroom.patch(desk(body.id), { slug: 'comes-back' });
    for (const slug of ['kept-address', 'kept-address-renamed', 'withdrawn-address']) {
      const taken = await newsroom.post('/v1/desk/articles', plainArticle({ slug }));
      expect(taken.body.code, slug).toBe('slug-taken');
    }
    expect((await newsroom.get('/v1/articles/withdrawn-address')).status).toBe(404);
    await newsroom.step(body.id, 'publish');
    const former = await newsroom.get('/v1/articles/withdrawn-address');
    expect([former.status, former.headers.location]).toEqual([308, '/v1/articles/comes-back']);
  });

  it('of a withdrawn article answers 410 from then on', async () => {
    const { body } = await newsroom.publish(fullArticle({ slug: 'withdrawn-first' }));
    await newsroom.step(body.id, 'withdraw');
    expect((await newsroom.get('/v1/articles/withdrawn-first')).status).toBe(404);
    const answer = await newsroom.step(body.id, 'retract', { note: 'It was not so.' });
    expect(answer.status, answer.text).toBe(200);
    expect((await newsroom.get('/v1/articles/withdrawn-first')).status).toBe(410);
    expect((await newsroom.get(`/v1/quotes/${body.quotes[0].id}`)).status).toBe(410);
    expect(await newestChange(body.id)).toMatchObject({ slug: 'withdrawn-first' });
  });

  it('422 when what replaces it is not public, or is itself', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'replaced-by-itself' }));
    const draft = await newsroom.post('/v1/desk/articles', plainArticle({ slug: 'still-a-draft' }));
    for (const replacedBy of ['replaced-by-itself', body.id, draft.body.slug, 'no-such-article']) {
      const answer = await newsroom.step(body.id, 'retract', { note: 'No.', replacedBy });
      expect(answer.status, replacedBy).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('/replacedBy');
    }
    expect((await newsroom.step(body.id, 'retract', {})).status).toBe(400);
    expect((await newsroom.get('/v1/articles/replaced-by-itself')).status).toBe(200);
  });

  it('names the public address of what replaces it, not that of its draft', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'public-name' }));
    await newsroom.patch(desk(body.id), { slug: 'secret-name' });
    const { article } = await retracted('replaced-by-public', { replacedBy: body.id });
    const gone = await newsroom.get(`/v1/articles/${article.id}`);
    expect(gone.body.replacedBy).toBe('/v1/articles/public-name');
  });
});

describe('claims that supersede others', () => {
  const claimOf = (supersedes: string | null, slug: string) => {
    const article = fullArticle({ slug }) as { claims: object[] };
    return { ...article, claims: [{ ...article.claims[0], supersedes }] };
  };
  const standing = async (id: string) => {
    const { body } = await newsroom.get(`/v1/claims/${id}`);
    return [body.standing, body.supersededBy];
  };

  it('say so on both sides, as long as the later one is public', async () => {
    const { body: early } = await newsroom.publish(claimOf(null, 'early-count'));
    const old = early.claims[0].id;
    expect(await standing(old)).toEqual(['current', null]);
    const created = await newsroom.create(claimOf(old, 'late-count'));
    const [{ id: late }] = created.body.claims;
    const before = await newsroom.get('/v1/articles/early-count');
    expect(await standing(old)).toEqual(['current', null]);
    await newsroom.step(created.body.id, 'publish');
    expect(await standing(old)).toEqual(['superseded', late]);
    const after = await newsroom.get('/v1/articles/early-count');
    expect(after.body.claims[0]).toMatchObject({ standing: 'superseded', supersededBy: late });
    expect(after.etag).not.toBe(before.etag);
    expect(await newestChange(early.id)).toMatchObject({ type: 'article.refreshed' });
    const series = await newsroom.get('/v1/figures/marrowford-evacuees/series');
    const points = series.body.points.map(({ claim }: { claim: string }) => claim);
    expect(points).toContain(late);
    expect(points).not.toContain(old);
    await newsroom.step(created.body.id, 'withdraw');
    expect(await standing(old)).toEqual(['current', null]);
    await newsroom.step(created.body.id, 'publish');
    expect(await standing(old)).toEqual(['superseded', late]);
    await newsroom.step(created.body.id, 'retract', { note: 'It was not so.' });
    expect(await standing(old)).toEqual(['current', null]);
  });

  it('are right also when both are published at one moment by the schedule', async () => {
    const { body: early } = await newsroom.publish(claimOf(null, 'early-again'));
    const old = early.claims[0].id;
    const late = await newsroom.post('/v1/desk/articles', claimOf(old, 'late-again'));
    await newsroom.step(early.id, 'withdraw');
    const publishAt = new Date(clock().getTime() + MINUTE).toISOString();
    for (const id of [late.body.id, early.id]) await newsroom.step(id, 'schedule', { publishAt });
    clock.pass(MINUTE);
    expect(await newsroom.scheduler.tick()).toHaveLength(2);
    expect(await standing(old)).toEqual(['superseded', late.body.claims[0].id]);
  });

  it('422 for two claims that supersede each other', async () => {
    const { body: early } = await newsroom.publish(claimOf(null, 'one-way'));
    const old = early.claims[0].id;
    const { body: late } = await newsroom.publish(claimOf(old, 'other-way'));
    const back = { claims: [{ id: old, supersedes: late.claims[0].id }] };
    const answer = await newsroom.patch(desk(early.id), back);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe('/claims/0/supersedes');
  });

  it('never in a circle: of drafts that name each other, the last to be published is refused', async () => {
    const articles = [];
    for (const slug of ['round-1', 'round-2', 'round-3'])
      articles.push((await newsroom.publish(claimOf(null, slug))).body);
    const claims = articles.map((article) => article.claims[0].id as string);
    for (const [index, { id }] of articles.entries()) {
      const supersedes = claims[(index + 1) % claims.length];
      const change = { claims: [{ id: claims[index], supersedes }] };
      expect((await newsroom.patch(desk(id), change)).status).toBe(200);
    }
    const note = { note: 'A newer count.' };
    const [first, second, third] = articles;
    expect((await newsroom.step(first.id, 'publish', note)).status).toBe(200);
    expect((await newsroom.step(second.id, 'publish', note)).status).toBe(200);
    const refused = await newsroom.step(third.id, 'publish', note);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      { code: 'supersedes-circular', severity: 'error', pointer: '/claims/0/supersedes' },
    ]);
    const standings = [];
    for (const claim of claims)
      standings.push((await newsroom.get(`/v1/claims/${claim}`)).body.standing);
    expect(standings).toEqual(['current', 'superseded', 'superseded']);
    await newsroom.patch(desk(third.id), { claims: [{ id: claims[2], supersedes: null }] });
    expect((await newsroom.step(third.id, 'publish', note)).status).toBe(200);
  });

  it('422 for a claim that supersedes itself or nothing that is known', async () => {
    const { body } = await newsroom.publish(claimOf(null, 'on-its-own'));
    const [{ id }] = body.claims;
    for (const supersedes of [id, '0197f3c0-0000-7000-8000-000000000000']) {
      const answer = await newsroom.patch(desk(body.id), { claims: [{ id, supersedes }] });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].pointer).toBe('/claims/0/supersedes');
    }
  });
});
