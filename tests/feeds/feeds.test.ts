import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { makePicture, upload } from '../support/pictures.ts';
import { all, type Node, one, parseXml } from './parse-xml.ts';

const BASE = 'https://news.example.org';
const UUID = /^urn:uuid:[0-9a-f-]{36}$/;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const RFC822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const NASTY = 'Tides & <tables> "quoted" \'n’ ]]> \u{1F30A}';
/** RSS takes a description for HTML; who takes it for text reads quotation marks all the same. */
const NASTY_HTML = 'Tides &amp; &lt;tables&gt; "quoted" \'n’ ]]&gt; \u{1F30A}';

let newsroom: Newsroom;
let floodId: string;
let now = new Date('2024-10-09T12:00:00.000Z');

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { PUBLIC_URL: BASE }, clock: () => now });
  floodId = (await newsroom.publish(fullArticle({ slug: 'river-wall' }))).body.id;
  now = new Date('2024-10-10T12:00:00.000Z');
  await newsroom.publish(
    plainArticle({
      slug: 'tides',
      headline: NASTY,
      summary: NASTY,
      section: 'sea',
      language: 'pt-BR',
    }),
  );
  await newsroom.create(plainArticle({ headline: 'Secret', section: 'hidden' }));
});
afterAll(() => newsroom.close());

const PLACES = [
  '/feeds',
  '/feeds/sections/local',
  '/feeds/tags/floods',
  '/feeds/sources/mara-elsing',
  '/feeds/figures/marrowford-evacuees',
];
const FILES = [
  ['rss.xml', 'application/rss+xml'],
  ['atom.xml', 'application/atom+xml'],
  ['feed.json', 'application/feed+json'],
] as const;

/** What RSS 2.0 demands of a channel, and what its readers do. */
function checkRss(rss: Node, url: string): Node[] {
  expect([rss.name, rss.attributes.version]).toEqual(['rss', '2.0']);
  const channel = one(rss, 'channel');
  for (const name of ['title', 'link', 'description']) expect(one(channel, name).text).not.toBe('');
  expect(one(channel, 'lastBuildDate').text).toMatch(RFC822);
  expect(one(channel, 'atom:link').attributes).toEqual({
    href: url,
    rel: 'self',
    type: 'application/rss+xml',
  });
  const items = all(channel, 'item');
  for (const item of items) {
    expect(one(item, 'title').text).not.toBe('');
    expect(one(item, 'link').text).toMatch(/^https:\/\/news\.example\.org\/v1\//);
    expect(one(item, 'guid').attributes.isPermaLink).toBe('false');
    expect(one(item, 'guid').text).toMatch(UUID);
    expect(one(item, 'pubDate').text).toMatch(RFC822);
  }
  return items;
}

/** RFC 4287 §4.1. */
function checkAtom(feed: Node, url: string, id: string): Node[] {
  expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  expect(one(feed, 'id').text).toBe(id);
  expect(one(feed, 'updated').text).toMatch(RFC3339);
  // Of what names no author, whichever section, tag, source or figure the feed is of.
  expect(one(one(feed, 'author'), 'name').text).toBe('news.example.org');
  const links = all(feed, 'link').map(({ attributes }) => attributes);
  expect(links.find(({ rel }) => rel === 'self')?.href).toBe(url);
  const entries = all(feed, 'entry');
  for (const entry of entries) {
    expect(one(entry, 'id').text).toMatch(UUID);
    expect(one(entry, 'title').text).not.toBe('');
    expect(one(entry, 'updated').text).toMatch(RFC3339);
    expect(one(entry, 'published').text).toMatch(RFC3339);
    expect(one(entry, 'link').attributes.rel).toBe('alternate');
    expect(one(entry, 'content').attributes.type).toBe('html');
  }
  expect(new Set(entries.map((entry) => one(entry, 'id').text)).size).toBe(entries.length);
  return entries;
}

describe.each(PLACES)('%s', (place) => {
  it('is valid RSS 2.0', async () => {
    const { status, text, headers } = await newsroom.get(`${place}/rss.xml`);
    expect([status, headers['content-type']]).toEqual([200, 'application/rss+xml; charset=utf-8']);
    expect(checkRss(parseXml(text), `${BASE}${place}/rss.xml`).length).toBeGreaterThan(0);
    expect(text).not.toContain('Not cleared');
  });

  it('is valid Atom', async () => {
    const { status, text } = await newsroom.get(`${place}/atom.xml`);
    expect(status).toBe(200);
    const url = `${BASE}${place}/atom.xml`;
    const about = await newsroom.get(place.replace('/feeds', '/v1/desk'));
    // The site has no id but its address.
    const id = place === '/feeds' ? url : `urn:uuid:${about.body.id}`;
    expect(checkAtom(parseXml(text), url, id).length).toBeGreaterThan(0);
  });

  it('is valid JSON Feed 1.1', async () => {
    const { status, body, headers } = await newsroom.get(`${place}/feed.json`);
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/feed+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${BASE}${place}/feed.json`,
      home_page_url: expect.stringMatching(/^https:\/\/news\.example\.org\/v1\//),
    });
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) {
      expect(item.id).toMatch(UUID);
      expect(item.content_html).not.toBe('');
      expect([item.date_published, item.date_modified].every((d) => RFC3339.test(d))).toBe(true);
    }
  });

  it.each(FILES)('answers %s 304 to its ETag', async (file) => {
    const { etag, headers } = await newsroom.get(`${place}/${file}`);
    expect(headers['last-modified']).toMatch(/ GMT$/);
    expect(headers['cache-tag']).toMatch(/^[\w-]+(,[\w-]+)*$/);
    const again = await newsroom.get(`${place}/${file}`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(FILES)('refuses what %s is not', async (file) => {
    const image = await newsroom.get(`${place}/${file}`, { headers: { accept: 'image/png' } });
    expect(image.status).toBe(406);
    expect((await newsroom.get(`${place}/${file}?limit=3`)).status).toBe(400);
  });
});

describe('what is in a feed', () => {
  const titles = async (url: string): Promise<string[]> =>
    (await newsroom.get(url)).body.items.map(({ title }: { title: string }) => title);

  it('of the site: the newest articles, whole', async () => {
    expect(await titles('/feeds/feed.json')).toEqual([NASTY, 'River wall gives way']);
    const { body } = await newsroom.get('/feeds/feed.json');
    expect(body.items[1]).toMatchObject({
      url: `${BASE}/v1/articles/river-wall`,
      authors: [{ name: 'Ines Farrow' }],
      language: 'en',
      content_html: expect.stringContaining('We knew by <em>four</em>.'),
    });
  });

  it('of a section or tag: named as that is, also where articles have several', async () => {
    for (const [of, name] of [
      ['sections/local', 'Local'],
      ['tags/floods', 'Floods'],
      ['tags/rivers', 'Rivers'],
    ]) {
      const { body } = await newsroom.get(`/feeds/${of}/feed.json`);
      expect(body.title).toContain(name);
    }
  });

  it('of a section or tag: only its own', async () => {
    expect(await titles('/feeds/sections/local/feed.json')).toEqual(['River wall gives way']);
    expect(await titles('/feeds/tags/rivers/feed.json')).toEqual(['River wall gives way']);
  });

  it('of a source: all that someone said', async () => {
    const mara = await titles('/feeds/sources/mara-elsing/feed.json');
    expect(mara.sort()).toEqual([
      'Mara Elsing: “The water came over the wall at four […] Nobody was asleep by five”',
      'Mara Elsing: “We knew by four.”',
    ]);
    expect(await titles('/feeds/sources/marrowford-fire-service/feed.json')).toEqual([
      'Marrowford Fire Service: at least 1,200 people',
    ]);
  });

  it('puts only what was said word for word in quotation marks', async () => {
    const kinds = ['direct', 'mixed', 'indirect'];
    const { body } = await newsroom.publish(
      plainArticle({
        slug: 'reported',
        section: 'reported',
        body: kinds.map((kind) => `It is ${kind} news.`).join(' '),
        quotes: kinds.map((kind) => ({
          kind,
          speaker: { kind: 'person', name: 'Odo Marsh' },
          anchor: { in: 'body', pieces: [{ exact: `${kind} news` }] },
        })),
      }),
    );
    const { items } = (await newsroom.get('/feeds/sources/odo-marsh/feed.json')).body;
    expect(items.map(({ summary }: { summary: string }) => summary).sort()).toEqual([
      'Odo Marsh: indirect news',
      'Odo Marsh: mixed news',
      'Odo Marsh: “direct news”',
    ]);
    const quoted = items.filter((item: { content_html: string }) =>
      item.content_html.includes('<blockquote>'),
    );
    expect(quoted).toHaveLength(1);
    await newsroom.step(body.id, 'withdraw');
  });

  it('of a figure: each claim, with its bounds', async () => {
    expect((await titles('/feeds/figures/marrowford-evacuees/feed.json')).sort()).toEqual([
      'Marrowford Fire Service: at least 1,200 people',
      'a council officer: about 1,500 people',
    ]);
    const { items } = (await newsroom.get('/feeds/figures/marrowford-evacuees/feed.json')).body;
    for (const { summary, content_html } of items) {
      expect(summary).toMatch(/ people \(Marrowford\), as of 2024-10-09\.$/);
      expect(content_html).toContain(' people</b> (Marrowford), as of 2024-10-09 (');
    }
  });

  it('shows signs that XML reserves as they are', async () => {
    const rss = parseXml((await newsroom.get('/feeds/rss.xml')).text);
    const [item] = all(one(rss, 'channel'), 'item');
    expect(item && one(item, 'title').text).toBe(NASTY);
    expect(item && one(item, 'description').text).toBe(NASTY_HTML);
    const atom = parseXml((await newsroom.get('/feeds/atom.xml')).text);
    const [entry] = all(atom, 'entry');
    expect(entry && one(entry, 'title').text).toBe(NASTY);
    expect(entry?.attributes['xml:lang']).toBe('pt-BR');
  });

  it.each([
    '/feeds/sections/hidden/rss.xml',
    '/feeds/sections/nothing/rss.xml',
    '/feeds/tags/nothing/atom.xml',
    '/feeds/sources/nobody/feed.json',
    '/feeds/figures/nothing/rss.xml',
    '/feeds/nothing.xml',
  ])('404 at %s, where nothing public is', async (url) => {
    expect((await newsroom.get(url)).status).toBe(404);
  });
});

describe('after publication', () => {
  it('308 at a former slug', async () => {
    const { body } = await newsroom.get('/v1/desk/sources/mara-elsing');
    await newsroom.patch(`/v1/desk/sources/${body.id}`, { slug: 'mara-holt' });
    const { status, headers } = await newsroom.get('/feeds/sources/mara-elsing/rss.xml');
    expect([status, headers.location]).toEqual([308, '/feeds/sources/mara-holt/rss.xml']);
    const byId = await newsroom.get(`/feeds/sources/${body.id}/rss.xml`);
    expect([byId.status, byId.headers.location]).toEqual([308, '/feeds/sources/mara-holt/rss.xml']);
  });

  it('says who speaks in a conversation, and what it is about', async () => {
    const { body } = await newsroom.get('/feeds/feed.json');
    const item = body.items.find(({ url }: { url: string }) => url.endsWith('/river-wall'));
    expect(item.content_html).toContain(
      '<h2>After the flood</h2>\n<p><b>The Ledger:</b></p>\n<p>When did you know?</p>',
    );
  });

  it('keeps the id of an Atom feed whose address changes', async () => {
    const idOf = async (place: string) =>
      one(parseXml((await newsroom.get(`${place}/atom.xml`)).text), 'id').text;
    const before = await idOf('/feeds/tags/floods');
    const { body } = await newsroom.get('/v1/desk/tags/floods');
    await newsroom.patch(`/v1/desk/tags/${body.id}`, { slug: 'high-water' });
    expect(await idOf('/feeds/tags/high-water')).toBe(before);
    await newsroom.patch(`/v1/desk/tags/${body.id}`, { slug: 'floods' });
  });

  it('shows corrections, and when they were made', async () => {
    now = new Date('2024-10-11T12:00:00.000Z');
    const url = `/v1/desk/articles/${floodId}`;
    const { body: draft } = await newsroom.get(url);
    await newsroom.patch(url, { summary: 'Fog & water.' });
    const published = await newsroom.step(floodId, 'corrections', {
      note: 'It was <fog> & water.',
      about: [draft.quotes[0].id],
    });
    expect(published.status, published.text).toBeLessThan(300);
    const { body } = await newsroom.get('/feeds/feed.json');
    const item = body.items.find(({ url: at }: { url: string }) => at.endsWith('/river-wall'));
    expect(item).toMatchObject({
      date_published: '2024-10-09T12:00:00.000Z',
      date_modified: '2024-10-11T12:00:00.000Z',
      summary: 'Fog & water.\nCorrection (2024-10-11): It was <fog> & water.',
      content_html: expect.stringContaining('</b> It was &lt;fog&gt; &amp; water.</p>'),
    });
    const said = await newsroom.get('/feeds/sources/mara-holt/feed.json');
    const dates = said.body.items.map(
      ({ date_modified }: { date_modified: string }) => date_modified,
    );
    expect(dates).toContain('2024-10-11T12:00:00.000Z');
    const atom = parseXml((await newsroom.get('/feeds/atom.xml')).text);
    expect(one(atom, 'updated').text).toBe('2024-10-11T12:00:00.000Z');
  });

  it('drops what is retracted, from every feed', async () => {
    await newsroom.step(floodId, 'retract', { note: 'All wrong.' });
    const { body } = await newsroom.get('/feeds/feed.json');
    expect(body.items).toHaveLength(1);
    for (const place of [
      'sections/local',
      'tags/floods',
      'sources/mara-holt',
      'figures/marrowford-evacuees',
    ])
      expect((await newsroom.get(`/feeds/${place}/rss.xml`)).status, place).toBe(404);
    expect((await newsroom.get('/sitemaps/1.xml')).text).not.toContain('river-wall');
    expect((await newsroom.get('/news-sitemap.xml')).text).not.toContain('river-wall');
  });
});

describe('what an update adds to an older article', () => {
  const claim = (swans: number) => ({
    figure: { slug: 'swans', question: 'How many swans winter here?', unit: 'swans' },
    comparator: 'eq',
    low: swans,
    high: swans,
    chain: [{ role: 'originator', source: { kind: 'person', name: 'Odo Reed' } }],
    anchor: { in: 'body', pieces: [{ exact: `${swans} swans` }] },
  });

  it('comes first in the feeds of its figure and its source, dated by the update', async () => {
    const counted = (slug: string, swans: number) =>
      plainArticle({ slug, body: `There are ${swans} swans.`, quotes: [], claims: [claim(swans)] });
    now = new Date('2024-11-01T12:00:00.000Z');
    const { id } = (await newsroom.publish(counted('swans-come', 12))).body;
    now = new Date('2024-11-02T12:00:00.000Z');
    for (let swans = 100; swans < 130; swans += 1)
      await newsroom.publish(counted(`swans-${swans}`, swans));
    now = new Date('2024-11-03T12:00:00.000Z');
    const { body: draft } = await newsroom.get(`/v1/desk/articles/${id}`);
    const claims = [...draft.claims, claim(90)];
    const body = `${draft.body} Now there are 90 swans.`;
    await newsroom.patch(`/v1/desk/articles/${id}`, { body, claims });
    await newsroom.step(id, 'publish');
    for (const place of ['figures/swans', 'sources/odo-reed']) {
      const { items } = (await newsroom.get(`/feeds/${place}/feed.json`)).body;
      expect(items).toHaveLength(30);
      expect(items[0]).toMatchObject({
        title: 'Odo Reed: 90 swans',
        date_published: '2024-11-03T12:00:00.000Z',
        date_modified: '2024-11-03T12:00:00.000Z',
      });
      expect(items[1].date_published).toBe('2024-11-02T12:00:00.000Z');
    }
  });
});

describe('a picture', () => {
  it('is shown as each format has it', async () => {
    const fields = { alt: 'A "wall" & water', caption: '', credit: 'Jo Dent' };
    const { body: asset } = await upload(newsroom, { file: await makePicture('jpeg'), fields });
    await newsroom.publish(plainArticle({ slug: 'pictured', section: 'art', image: asset.id }));
    const { body: article } = await newsroom.get('/v1/articles/pictured');
    const main = article.image.renditions.at(-1);
    const place = '/feeds/sections/art';
    const [item] = (await newsroom.get(`${place}/feed.json`)).body.items;
    expect(item.image).toBe(BASE + main.url);
    expect(item.content_html).toContain(
      `<img src="${BASE}${main.url}" alt="A &quot;wall&quot; &amp; water" width="${main.width}"`,
    );
    const rss = parseXml((await newsroom.get(`${place}/rss.xml`)).text);
    const media = one(one(one(rss, 'channel'), 'item'), 'media:content');
    expect(media.attributes).toMatchObject({ url: BASE + main.url, type: main.type });
    expect(one(media, 'media:credit').text).toBe('Jo Dent');
    expect(one(media, 'media:description').text).toBe(fields.alt);
    const atom = parseXml((await newsroom.get(`${place}/atom.xml`)).text);
    const links = all(one(atom, 'entry'), 'link').map(({ attributes }) => attributes);
    expect(links).toContainEqual(
      expect.objectContaining({ rel: 'enclosure', href: BASE + main.url, type: 'image/jpeg' }),
    );
  });
});
