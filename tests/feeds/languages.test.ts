import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { all, one, parseXml } from './parse-xml.ts';

const FIGURE = { slug: 'vertriebene', question: 'Wie viele mussten fliehen?', unit: 'Personen' };

function article(language: string, section: string, amount: number) {
  const words = `${amount} Personen`;
  const anchor = { in: 'body', pieces: [{ exact: words }] };
  const source = { kind: 'organisation', name: 'Feuerwehr' };
  return plainArticle({
    slug: `${section}-${language.toLowerCase()}-${amount}`,
    language,
    section,
    body: `Es waren ${words}.`,
    quotes: [{ kind: 'direct', speaker: source, anchor }],
    claims: [
      {
        ...{ figure: FIGURE, comparator: 'eq', low: amount, high: amount, asOf: '2024-10-09' },
        ...{ chain: [{ role: 'originator', source }], anchor },
      },
    ],
  });
}

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.publish(article('de', 'lokales', 71));
  await newsroom.publish(article('de-AT', 'lokales', 72));
});
afterAll(() => newsroom.close());

const PARTS = ['/feeds/sources/feuerwehr', '/feeds/figures/vertriebene'];

async function channelOf(place: string) {
  return one(parseXml((await newsroom.get(`${place}/rss.xml`)).text), 'channel');
}

describe('the language of a feed', () => {
  it.each(PARTS)('of each quote and claim in %s is that of its article', async (place) => {
    const { body } = await newsroom.get(`${place}/feed.json`);
    const languages = body.items.map(({ language }: { language: string }) => language);
    expect(new Set(languages)).toEqual(new Set(['de', 'de-AT']));
    const items = all(await channelOf(place), 'item');
    const written = items.map((item) => one(item, 'dc:language').text);
    expect(new Set(written)).toEqual(new Set(['de', 'de-AT']));
    const atom = parseXml((await newsroom.get(`${place}/atom.xml`)).text);
    for (const entry of all(atom, 'entry')) expect(entry.attributes['xml:lang']).toMatch(/^de/);
  });

  it.each(['/feeds', '/feeds/sections/lokales', ...PARTS])(
    'of %s is what its entries have in common',
    async (place) => {
      expect((await newsroom.get(`${place}/feed.json`)).body.language).toBe('de');
      expect(one(await channelOf(place), 'language').text).toBe('de');
      const atom = parseXml((await newsroom.get(`${place}/atom.xml`)).text);
      expect(atom.attributes['xml:lang']).toBe('de');
      expect(one(atom, 'subtitle').attributes['xml:lang']).toBe('en');
    },
  );

  it('is not told where entries have different ones', async () => {
    const { body } = await newsroom.publish(article('nl', 'lokales', 73));
    for (const place of ['/feeds', ...PARTS]) {
      expect((await newsroom.get(`${place}/feed.json`)).body).not.toHaveProperty('language');
      expect(all(await channelOf(place), 'language')).toEqual([]);
      const atom = parseXml((await newsroom.get(`${place}/atom.xml`)).text);
      expect(atom.attributes).not.toHaveProperty('xml:lang');
    }
    await newsroom.step(body.id as string, 'withdraw');
    expect((await newsroom.get('/feeds/feed.json')).body.language).toBe('de');
  });
});

describe('the language of a figure’s page and picture', () => {
  const embed = async () => (await newsroom.get('/v1/figures/vertriebene/embed')).text;

  it('is that of its claims; what we say in it is English', async () => {
    const page = await embed();
    expect(page).toContain('<!doctype html><html lang="de">');
    expect(page).toContain('<span lang="de">Wie viele mussten fliehen?</span></caption>');
    expect(page).toContain('<thead lang="en">');
    expect(page).toContain('<td lang="en">9 October 2024</td>');
    expect(page.match(/<td lang="de-AT">/g)).toHaveLength(1);
    const { text } = await newsroom.get('/v1/figures/vertriebene/chart.svg');
    expect(text).toMatch(/^<svg [^>]*lang="en"/);
    expect(text).toContain('<title id="c-title" lang="de">Wie viele');
    expect(text).toMatch(/<text class="ink bold" lang="de"[^>]*>Wie viele/);
  });

  it('is English where the claims are in several, each headline in its own', async () => {
    const { body } = await newsroom.publish(article('nl', 'lokales', 74));
    const page = await embed();
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<td lang="nl">/);
    expect(page).not.toContain('<td lang="en">');
    await newsroom.step(body.id as string, 'withdraw');
  });
});

describe('the page of a figure in a language from right to left', () => {
  const question = 'كم عدد النازحين؟';
  const page = async (slug: string, ...languages: string[]) => {
    for (const [index, language] of languages.entries()) {
      const { claims, ...given } = article(language, `${slug}-${index}`, 80 + index);
      const of = { ...(claims as object[])[0], figure: { ...FIGURE, slug, question } };
      await newsroom.publish({ ...given, claims: [of] });
    }
    return (await newsroom.get(`/v1/figures/${slug}/embed`)).text;
  };

  it('is laid out so, but for the chart', async () => {
    const text = await page('naziheen', 'ar', 'ar-EG');
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('.or{direction:ltr;');
  });

  it.each([
    ['is not where the claims are in several', ['he', 'en']],
    ['is not where its script is another', ['ar-Latn']],
    ['is not where the tag names no language', ['ar-12']],
  ])('%s', async (_, languages) => {
    expect(await page(`of-${languages[0]?.toLowerCase()}`, ...languages)).not.toContain(
      'dir="rtl"',
    );
  });
});

describe('a feed of more than it holds', () => {
  it('has the newest thirty, and its description says so', async () => {
    for (let amount = 100; amount < 133; amount += 1)
      await newsroom.publish(article('de', 'viele', amount));
    const { paths } = (await newsroom.get('/openapi.json')).body;
    for (const place of ['', '/sections/{slug}', '/sources/{slug}', '/figures/{slug}']) {
      const { description } = paths[`/feeds${place}/feed.json`].get;
      expect(description).toMatch(/newest 30 .*`\/v1\//);
    }
    for (const place of ['/feeds/sections/viele', ...PARTS]) {
      const { items } = (await newsroom.get(`${place}/feed.json`)).body;
      expect(items).toHaveLength(30);
      expect(items[0].content_html).toContain('132 Personen');
    }
  });
});
