import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../src/core/work.ts';
import { rebuildAndTell } from '../../src/publishing/rebuild-telling.ts';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const quoted = (speaker: unknown, changes: object = {}) =>
  plainArticle({
    quotes: [{ kind: 'indirect', speaker, anchor: { pieces: [{ exact: 'the fog' }] } }],
    ...changes,
  });

describe('how an article names a source', () => {
  let newsroom: Newsroom;
  let known: { id: string; slug: string };
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const { body } = await newsroom.post('/v1/desk/sources', {
      kind: 'person',
      name: 'René Ørsted',
      aliases: ['R. Orsted', 'The Master'],
    });
    known = body;
  });
  afterAll(() => newsroom.close());

  const speakerOf = async (speaker: unknown) => {
    const { body } = await newsroom.create(quoted(speaker));
    return body.quotes[0].speaker;
  };

  it.each([
    ['the name', 'René Ørsted'],
    ['another case', 'RENÉ ØRSTED'],
    ['no accents', 'Rene Ørsted'],
    ['composed otherwise', 'Rene\u0301 Ørsted'],
    ['more space', '  René   Ørsted '],
    ['an alias', 'the master'],
  ])('matches by %s', async (_how, name) => {
    expect((await speakerOf({ kind: 'person', name })).id).toBe(known.id);
  });

  it('matches by id and slug, and as the desk answers it', async () => {
    expect((await speakerOf(known.id)).id).toBe(known.id);
    expect((await speakerOf(known.slug)).id).toBe(known.id);
    const { id, slug } = known;
    const shown = await speakerOf({ id, slug, kind: 'person', name: 'René Ørsted' });
    expect(shown.id).toBe(known.id);
  });

  it.each([
    ['vowel signs', 'अनीता वर्मा', 'अनंत वर्मा'],
    ['voiced letters', 'かとう', 'がとう'],
  ])('keeps people apart whose names differ in %s', async (_how, one, other) => {
    const speaker = await speakerOf({ kind: 'person', name: one });
    expect((await speakerOf({ kind: 'person', name: other })).id).not.toBe(speaker.id);
    expect((await speakerOf({ kind: 'person', name: one })).id).toBe(speaker.id);
  });

  it('matches names again that another version folded otherwise, after a rebuild', async () => {
    await newsroom.db.write(async (client) => {
      await client.sourceName.deleteMany();
    });
    await newsroom.context.run(SYSTEM, rebuildAndTell);
    for (const name of ['rene ørsted', 'THE MASTER', 'R. Orsted'])
      expect((await speakerOf({ kind: 'person', name })).id, name).toBe(known.id);
  });

  it.each([
    ['another kind', { kind: 'organisation', name: 'René Ørsted' }],
    ['part of a name', { kind: 'person', name: 'Ørsted' }],
  ])('does not match %s', async (_how, speaker) => {
    expect((await speakerOf(speaker)).id).not.toBe(known.id);
  });

  it('422 when a mention by id says something else', async () => {
    const { status, body } = await newsroom.post(
      '/v1/desk/articles',
      quoted({ id: known.id, kind: 'person', name: 'Somebody Else' }),
    );
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({
      pointer: '/quotes/0/speaker',
      code: 'reference-mismatch',
    });
  });

  it('keeps the reason of an unnamed source that had none', async () => {
    const first = await newsroom.post(
      '/v1/desk/articles',
      quoted({ kind: 'unnamed', name: 'a deckhand' }),
    );
    const refused = await newsroom.step(first.body.id, 'publish');
    expect(refused.body.errors[0].code).toBe('unnamed-without-reason');
    await newsroom.post(
      '/v1/desk/articles',
      quoted({ kind: 'unnamed', name: 'A deckhand', reason: 'Fears for the job.' }),
    );
    expect((await newsroom.step(first.body.id, 'publish')).status).toBe(200);
  });
});

describe('the reason of an unnamed source', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'with-a-reason' }));
  });
  afterAll(() => newsroom.close());

  it('is nowhere on the wire, and changing it changes nothing there', async () => {
    const addresses = [
      '/v1/articles/with-a-reason',
      '/v1/articles/with-a-reason/claims',
      '/v1/articles/with-a-reason/editions/1',
      '/v1/sources',
      '/v1/sources/a-council-officer',
      '/v1/claims',
      '/v1/figures/marrowford-evacuees/series',
    ];
    await secondOver();
    const before = [];
    for (const url of addresses) before.push(await newsroom.get(url));
    for (const { text } of before) expect(text).not.toContain('Not cleared');
    const seq = await newsroom.db.read.change.count();
    const changed = await newsroom.patch('/v1/desk/sources/a-council-officer', {
      reason: 'Fears for a CANARY.',
    });
    expect(changed.status).toBe(200);
    for (const [index, url] of addresses.entries()) {
      const after = await newsroom.get(url);
      expect(after.text, url).toBe(before[index]?.text);
      expect(after.headers.etag, url).toBe(before[index]?.headers.etag);
      expect(after.headers['last-modified'], url).toBe(before[index]?.headers['last-modified']);
    }
    expect(await newsroom.db.read.change.count()).toBe(seq);
  });
});

/** The four kinds of reference data work alike. */
const KINDS = {
  sources: { input: { kind: 'person', name: 'Ida Moor' }, change: { affiliation: 'The Ledger' } },
  figures: {
    input: { question: 'How many boats are out?', unit: 'boats' },
    change: { place: 'Aldmere' },
  },
  sections: { input: { name: 'Weather' }, change: { name: 'The weather' } },
  tags: { input: { name: 'Night boats' }, change: { name: 'Boats at night' } },
} as const;

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('/v1/desk/%s', (plural) => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());
  const url = `/v1/desk/${plural}`;
  const { input, change } = KINDS[plural];

  it('201, then read by id and slug, listed, changed and deleted', async () => {
    const created = await newsroom.post(url, input);
    expect(created.status, created.text).toBe(201);
    expect(created.headers.location).toBe(`${url}/${created.body.id}`);
    const bySlug = await newsroom.get(`${url}/${created.body.slug}`);
    expect(bySlug.body).toEqual(created.body);
    expect(bySlug.etag).toBe(created.etag);
    const listed = await newsroom.get(url);
    expect(listed.body.data).toEqual([created.body]);
    const changed = await newsroom.patch(`${url}/${created.body.id}`, change);
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject(change);
    expect(changed.etag).not.toBe(created.etag);
    const stale = { headers: { 'if-match': created.etag } };
    expect((await newsroom.patch(`${url}/${created.body.id}`, change, stale)).status).toBe(412);
    expect((await newsroom.remove(`${url}/${created.body.id}`, stale)).status).toBe(412);
    expect((await newsroom.send('DELETE', `${url}/${created.body.id}`)).status).toBe(428);
    expect((await newsroom.remove(`${url}/${created.body.id}`)).status).toBe(204);
    expect((await newsroom.get(`${url}/${created.body.id}`)).status).toBe(404);
    const again = await newsroom.post(url, input);
    expect(again.body.slug).toBe(created.body.slug);
  });

  it('409 for a slug that is taken, with a free one', async () => {
    await newsroom.post(url, { ...input, name: 'Other', slug: 'this-slug', ...named(plural, 'A') });
    const { status, body } = await newsroom.post(url, {
      ...input,
      slug: 'this-slug',
      ...named(plural, 'B'),
    });
    expect(status, JSON.stringify(body)).toBe(409);
    expect(body.errors[0]).toMatchObject({ pointer: '/slug', suggestion: 'this-slug-2' });
  });

  it('409 in-use for what an article refers to, and for what is only public', async () => {
    const { body } = await newsroom.publish(
      fullArticle({ slug: `uses-${plural}`, section: 'used-section', tags: ['used-tag'] }),
    );
    const used = {
      sources: 'mara-elsing',
      figures: 'marrowford-evacuees',
      sections: 'used-section',
      tags: 'used-tag',
    }[plural];
    expect((await newsroom.remove(`${url}/${used}`)).body.code).toBe('in-use');
    await newsroom.patch(`/v1/desk/articles/${body.id}`, {
      section: 'other-section',
      tags: [],
      quotes: [],
      claims: [],
      interviews: [],
    });
    const { status, body: problem } = await newsroom.remove(`${url}/${used}`);
    expect(status).toBe(409);
    expect(problem.code).toBe('in-use');
  });

  it('400 for an unknown field and for a role of its own, 404 for none', async () => {
    const odd = await newsroom.post(url, { ...input, createdAt: '2020-01-01T00:00:00Z' });
    expect(odd.status).toBe(400);
    expect(odd.body.errors[0].pointer).toBe('/createdAt');
    expect((await newsroom.get(`${url}/nothing-here`)).status).toBe(404);
    expect((await newsroom.get(`${url}?limit=101`)).body.errors[0].message).toContain('100');
  });
});

function named(plural: string, name: string): object {
  return plural === 'figures' ? { name: undefined } : { name };
}

describe('a rename', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('shows wherever it is public, with new ETags there and the old ones elsewhere', async () => {
    await newsroom.publish(
      fullArticle({ slug: 'shows-it', section: 'old-section', tags: ['old-tag'] }),
    );
    await newsroom.publish(plainArticle({ slug: 'does-not' }));
    const other = await newsroom.get('/v1/articles/does-not');
    const renames = [
      ['/v1/desk/sources/mara-elsing', { slug: 'mara-holt', name: 'Mara Holt' }, 'Mara Holt'],
      [
        '/v1/desk/figures/marrowford-evacuees',
        { question: 'How many left?', slug: 'who-left' },
        'How many left?',
      ],
      [
        '/v1/desk/sections/old-section',
        { slug: 'new-section', name: 'New Section' },
        'New Section',
      ],
      ['/v1/desk/tags/old-tag', { slug: 'new-tag', name: 'New Tag' }, 'New Tag'],
    ] as const;
    let before = await newsroom.get('/v1/articles/shows-it');
    for (const [url, patch, shown] of renames) {
      const renamed = await newsroom.patch(url, patch);
      expect(renamed.status, renamed.text).toBe(200);
      const after = await newsroom.get('/v1/articles/shows-it');
      expect(after.text, url).toContain(shown);
      expect(after.etag, url).not.toBe(before.etag);
      const since = { 'if-none-match': before.etag };
      expect((await newsroom.get('/v1/articles/shows-it', { headers: since })).status).toBe(200);
      before = after;
    }
    expect((await newsroom.get('/v1/articles/does-not')).etag).toBe(other.etag);
    expect(
      (await newsroom.get('/v1/articles?section=new-section&tag=new-tag')).body.data,
    ).toHaveLength(1);
    // A former slug in a filter means the present one, as it does in an address.
    expect((await newsroom.get('/v1/articles?section=old-section')).body.data).toHaveLength(1);
  });

  it('leads from the former slugs to the present ones, query included', async () => {
    for (const [from, to] of [
      ['/v1/sources/mara-elsing?fields=name', '/v1/sources/mara-holt?fields=name'],
      ['/v1/figures/marrowford-evacuees', '/v1/figures/who-left'],
      ['/v1/figures/marrowford-evacuees/series', '/v1/figures/who-left/series'],
    ] as const) {
      const { status, headers } = await newsroom.get(from);
      expect(status, from).toBe(308);
      expect(headers.location).toBe(to);
      expect(headers['cache-control']).toMatch(/^public/);
      expect((await newsroom.get(to)).status).toBe(200);
    }
    expect((await newsroom.get('/v1/quotes?speaker=mara-elsing')).body.data).toHaveLength(1);
  });

  it('409 for a name of its own for an unnamed source that readers know of', async () => {
    const url = '/v1/desk/sources/a-council-officer';
    const answer = await newsroom.patch(url, { kind: 'person', name: 'Rhea Holm' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'in-use', errors: [{ pointer: '/kind' }] });
    expect((await newsroom.get(url)).body).toMatchObject({ kind: 'unnamed' });
    const drafted = { kind: 'unnamed', name: 'Rhea Holm' };
    const { body } = await newsroom.post('/v1/desk/sources', drafted);
    const mended = await newsroom.patch(`/v1/desk/sources/${body.id}`, { kind: 'person' });
    expect(mended.status, 'one that nobody was told of').toBe(200);
  });

  it('keeps the former slug from others', async () => {
    const { status } = await newsroom.post('/v1/desk/sources', {
      kind: 'person',
      name: 'Another Mara',
      slug: 'mara-elsing',
    });
    expect(status).toBe(409);
  });
});

describe('how an article names a figure', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.post('/v1/desk/figures', {
      slug: 'boats-out',
      question: 'How many boats?',
      unit: 'boats',
    });
  });
  afterAll(() => newsroom.close());

  const claimed = (figure: unknown) =>
    plainArticle({
      claims: [{ figure, comparator: 'approx', anchor: { pieces: [{ exact: 'fog' }] } }],
    });

  it('takes its unit where the claim gives none', async () => {
    const { body } = await newsroom.create(claimed('boats-out'));
    expect(body.claims[0]).toMatchObject({ unit: 'boats', figure: { slug: 'boats-out' } });
  });

  it('takes it as the desk answered it', async () => {
    const { body } = await newsroom.create(claimed('boats-out'));
    const again = await newsroom.post('/v1/desk/articles', claimed(body.claims[0].figure));
    expect(again.status).toBe(201);
  });

  it('422 when a mention says another unit or question than is known', async () => {
    const { id } = (await newsroom.get('/v1/desk/figures/boats-out')).body;
    for (const figure of [
      { slug: 'boats-out', question: 'How many boats?', unit: 'ships' },
      { id, question: 'How many ships?' },
    ]) {
      const { status, body } = await newsroom.post('/v1/desk/articles', claimed(figure));
      expect(status).toBe(422);
      expect(body.errors[0]).toMatchObject({
        pointer: '/claims/0/figure',
        code: 'reference-mismatch',
      });
    }
  });

  it('409 for a change of unit once claims refer to it', async () => {
    const { status, body } = await newsroom.patch('/v1/desk/figures/boats-out', { unit: 'ships' });
    expect(status).toBe(409);
    expect(body.code).toBe('in-use');
  });
});

describe('GET /v1/desk/sources', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    for (const name of ['René Ørsted', 'Rene Holm', '100 % Press'])
      await newsroom.post('/v1/desk/sources', {
        kind: 'organisation',
        name,
        aliases: ['The Desk'],
      });
  });
  afterAll(() => newsroom.close());

  it.each([
    ['rene', ['René Ørsted', 'Rene Holm']],
    ['ØRSTED René', ['René Ørsted']],
    ['desk hol', ['Rene Holm']],
    ['100 %', ['100 % Press']],
    ['nobody', []],
    ['%', []],
    ['_', []],
  ])('finds %s in names and aliases, and nothing by signs alone', async (q, names) => {
    const { body } = await newsroom.get(`/v1/desk/sources?q=${encodeURIComponent(q)}`);
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});
