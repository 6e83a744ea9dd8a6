import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { secondOver } from '../support/clock.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

/** A word that nothing public may ever hold, and the same as part of a slug. */
const CANARY = 'QZX9';
const SLUG = CANARY.toLowerCase();

/** The least, with the canary in every field that a draft can have. */
function canaryArticle(slug: string) {
  const name = (what: string) => `${CANARY} ${what}`;
  return {
    slug,
    headline: name('headline'),
    summary: name('summary'),
    body: `${CANARY} says over 7,000 ${CANARY} words.`,
    language: 'en',
    section: `${SLUG}-section`,
    tags: [`${SLUG}-tag`, 'floods'],
    bylines: [{ name: name('byline'), role: name('role') }],
    dateline: { place: name('place'), date: '2024-10-09' },
    note: name('note'),
    interviews: [
      {
        title: name('title'),
        turns: [
          {
            role: 'answer',
            speaker: { kind: 'person', name: name('turn speaker'), aliases: [name('alias')] },
            speakerRole: name('speaker role'),
            text: name('turn'),
          },
          { role: 'answer', speaker: 'mara-elsing', text: name('turn of a known source') },
        ],
      },
    ],
    quotes: [
      {
        kind: 'direct',
        speaker: {
          kind: 'unnamed',
          name: name('unnamed'),
          affiliation: name('affiliation'),
          reason: name('reason'),
        },
        organisation: name('organisation'),
        verb: name('verb'),
        venue: name('venue'),
        translated: true,
        original: { language: 'ko', text: name('original') },
        anchor: { in: 'body', pieces: [{ exact: `${CANARY} says` }] },
      },
    ],
    claims: [
      {
        figure: { slug: `${SLUG}-figure`, question: name('question'), unit: name('unit') },
        comparator: 'gt',
        low: 7000,
        place: name('claim place'),
        boundsReason: name('bounds'),
        chain: [{ role: 'originator', verb: name('verb'), source: 'mara-elsing' }],
        anchor: { in: 'body', pieces: [{ exact: '7,000' }] },
      },
      {
        figure: 'marrowford-evacuees',
        comparator: 'gt',
        low: 7000,
        chain: [{ role: 'originator', source: 'mara-elsing' }],
        anchor: { in: 'body', pieces: [{ exact: '7,000' }] },
      },
    ],
  };
}

describe('no reader can learn that a draft exists', () => {
  let newsroom: Newsroom;
  let live: string;
  /** What the public can ask, and everything that the answers told before the drafts. */
  const questions: string[] = [];
  const before = new Map<string, { text: string; headers: unknown }>();

  const ask = async (url: string) => {
    const { status, text, headers } = await newsroom.get(url);
    const { date: _date, 'x-request-id': _id, ...rest } = headers;
    return { text: `${status} ${text}`, headers: rest };
  };

  beforeAll(async () => {
    newsroom = await openNewsroom();
    live = (await newsroom.publish(fullArticle({ slug: 'in-public' }))).body.id;
    await secondOver();
    const lists = ['articles', 'turns', 'quotes', 'claims', 'figures', 'sources', 'corrections'];
    const words = [
      CANARY,
      SLUG,
      `${SLUG}-draft`,
      `${SLUG}-section`,
      `${SLUG}-tag`,
      `${SLUG}-figure`,
    ];
    questions.push(
      ...lists.map((list) => `/v1/${list}`),
      '/v1/articles?tag=floods',
      '/v1/articles?source=mara-elsing',
      '/v1/articles?figure=marrowford-evacuees',
      '/v1/sources/mara-elsing',
      '/v1/figures/marrowford-evacuees',
      '/v1/figures/marrowford-evacuees/series',
      '/v1/articles/in-public',
      '/v1/articles/in-public/editions',
      '/v1/articles/in-public/editions/2',
      '/v1/articles/in-public/quotes',
      '/v1/changes',
      '/v1/search?q=',
      '/feeds/rss.xml',
      '/feeds/atom.xml',
      '/feeds/feed.json',
      '/sitemap.xml',
      '/news-sitemap.xml',
      ...words.flatMap((word) => [
        `/v1/articles?q=${word}`,
        `/v1/quotes?q=${word}`,
        `/v1/quotes?organisation=${word}%20organisation`,
        `/v1/turns?q=${word}`,
        `/v1/sources?q=${word}`,
        `/v1/figures?q=${word}`,
        `/v1/claims?place=${word}%20claim%20place`,
        `/v1/claims?unit=${word}%20unit`,
        `/v1/search?q=${word}`,
      ]),
      ...words
        .slice(1)
        .flatMap((slug) => [
          `/v1/articles/${slug}`,
          `/v1/articles/${slug}/turns`,
          `/v1/articles/${slug}/editions/1`,
          `/v1/articles?section=${slug}`,
          `/v1/articles?tag=${slug}`,
          `/v1/articles?source=${slug}`,
          `/v1/articles?figure=${slug}`,
          `/v1/quotes?section=${slug}`,
          `/v1/quotes?tag=${slug}`,
          `/v1/quotes?speaker=${slug}`,
          `/v1/turns?article=${slug}`,
          `/v1/sources/${slug}`,
          `/v1/figures/${slug}`,
          `/v1/figures/${slug}/series`,
          `/v1/claims?figure=${slug}`,
        ]),
    );
    for (const url of questions) before.set(url, await ask(url));
  });
  afterAll(() => newsroom.close());

  async function nothingChanged(): Promise<void> {
    for (const url of questions) {
      const now = await ask(url);
      expect(now, url).toEqual(before.get(url));
      expect(now.text.replaceAll(decodeURIComponent(url), ''), url).not.toContain(`${CANARY} `);
    }
  }

  it('by anything that the public can ask, when one is saved', async () => {
    const { status, text } = await newsroom.post(
      '/v1/desk/articles',
      canaryArticle(`${SLUG}-draft`),
    );
    expect(status, text).toBe(201);
    await nothingChanged();
  });

  it('… when a live article is edited', async () => {
    const { slug, ...changes } = canaryArticle(`${SLUG}-other`);
    const edited = await newsroom.patch(`/v1/desk/articles/${live}`, { ...changes, slug });
    expect(edited.status, edited.text).toBe(200);
    await nothingChanged();
  });

  it('… when publishing is refused, checked or changed one part at a time', async () => {
    const url = `/v1/desk/articles/${live}`;
    expect((await newsroom.step(live, 'publish')).status).toBe(422);
    await newsroom.post(`${url}/check`);
    const { etag } = await newsroom.get(url);
    const added = await newsroom.post(
      `${url}/quotes`,
      { kind: 'indirect', speaker: 'mara-elsing', anchor: { pieces: [{ exact: CANARY }] } },
      { headers: { 'if-match': etag } },
    );
    expect(added.status, added.text).toBe(201);
    await nothingChanged();
  });

  it('… by the id of anything in it, which answers as one that never was', async () => {
    const draft = (await newsroom.get(`/v1/desk/articles/${SLUG}-draft`)).body;
    const never = '0192e4a0-0000-7000-8000-00000000dead';
    const ids = [
      ['/v1/articles', draft.id],
      ['/v1/turns', draft.interviews[0].turns[0].id],
      ['/v1/quotes', draft.quotes[0].id],
      ['/v1/claims', draft.claims[0].id],
      ['/v1/sources', draft.quotes[0].speaker.id],
      ['/v1/figures', draft.claims[0].figure.id],
    ] as const;
    for (const [url, id] of ids) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const hidden = await newsroom.send(method, `${url}/${id}`);
        const missing = await newsroom.send(method, `${url}/${never}`);
        expect(hidden.status, url).toBe(missing.status);
        expect(hidden.text.replace(id, never), url).toBe(missing.text);
        expect(hidden.headers, url).toEqual({ ...missing.headers, date: hidden.headers.date });
      }
    }
  });

  it('… and a withdrawn article answers as one that never was', async () => {
    const { body } = await newsroom.publish(plainArticle({ slug: 'goes-away' }));
    await newsroom.step(body.id, 'withdraw');
    const gone = await newsroom.get('/v1/articles/goes-away');
    const never = await newsroom.get('/v1/articles/never-this');
    expect(gone.status).toBe(404);
    expect(gone.text.replace('goes-away', 'never-this')).toBe(never.text);
    for (const part of ['turns', 'quotes', 'claims', 'corrections', 'editions', 'editions/1']) {
      expect((await newsroom.get(`/v1/articles/goes-away/${part}`)).status).toBe(404);
    }
  });
});
