import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { newsSitemap, robotsText, sitemap } from '../../src/feeds/sitemaps.ts';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { createDatabase } from '../support/postgresql.ts';
import { all, one, parseXml } from './parse-xml.ts';

const BASE = 'https://news.example.org';
const SHIPPED = join(dirname(createRequire(import.meta.url).resolve('sitemap')), '..', '..');

function readSchema(fileName: string) {
  const folder = fileName === 'sitemap.xsd' ? findShipped() : import.meta.dirname;
  return { fileName, contents: readFileSync(join(folder, fileName), 'utf8') };
}

/** The package sitemap ships the protocol's schema beside its code. */
function findShipped(): string {
  const root = SHIPPED.slice(0, SHIPPED.lastIndexOf('sitemap') + 'sitemap'.length);
  return join(root, 'schema');
}

async function errorsOf(xml: string, [schema = '', ...preload]: string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'answer.xml', contents: xml },
    schema: readSchema(schema),
    preload: preload.map(readSchema),
  });
  return errors.map(({ message }) => message);
}
const PAGE = ['sitemap.xsd'];
const INDEX = ['siteindex.xsd'];
const NEWS = ['news-sitemap.xsd', 'sitemap.xsd', 'news.xsd'];

let newsroom: Newsroom;
let now = new Date('2024-10-09T12:00:00.000Z');

beforeAll(async () => {
  newsroom = await openNewsroom({ env: { PUBLIC_URL: BASE }, clock: () => now });
});
afterAll(() => newsroom.close());

const read = async (url: string) => {
  const { status, text, headers } = await newsroom.get(url);
  expect([status, headers['content-type']], text).toEqual([200, 'application/xml; charset=utf-8']);
  return text;
};
const addresses = (xml: string) => all(parseXml(xml), 'url').map((url) => one(url, 'loc').text);

describe('robots.txt', () => {
  it('tells crawlers of the sitemaps, and keeps them from desk and previews', async () => {
    const { status, text, headers } = await newsroom.get('/robots.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /v1/desk/',
      'Disallow: /v1/previews/',
      '',
      `Sitemap: ${BASE}/sitemap.xml`,
      `Sitemap: ${BASE}/news-sitemap.xml`,
      '',
    ]);
    for (const [, url = ''] of text.matchAll(/^Sitemap: (.*)$/gm))
      expect((await newsroom.get(url.slice(BASE.length))).status).toBe(200);
  });

  it('names paths as they are where the API stands below one', () => {
    const text = robotsText('https://example.org/news', ['/sitemap.xml']);
    expect(text).toContain('\nDisallow: /news/v1/desk/\n');
    expect(text).toContain('\nSitemap: https://example.org/news/sitemap.xml\n');
  });
});

describe('sitemaps', () => {
  it('are valid where nothing is published', async () => {
    expect(await errorsOf(await read('/sitemap.xml'), INDEX)).toEqual([]);
    expect(await errorsOf(await read('/sitemaps/1.xml'), PAGE)).toEqual([]);
    expect(await errorsOf(await read('/news-sitemap.xml'), NEWS)).toEqual([]);
  });

  it('list what is published, once it is', async () => {
    await newsroom.publish(plainArticle({ slug: 'fog', headline: 'Fog & <ferries>' }));
    await newsroom.create(plainArticle({ slug: 'draft' }));
    const page = await read('/sitemaps/1.xml');
    expect(await errorsOf(page, PAGE)).toEqual([]);
    expect(addresses(page)).toEqual([`${BASE}/v1/articles`, `${BASE}/v1/articles/fog`]);
    const index = await read('/sitemap.xml');
    expect(await errorsOf(index, INDEX)).toEqual([]);
    const [entry] = all(parseXml(index), 'sitemap');
    expect(entry && one(entry, 'loc').text).toBe(`${BASE}/sitemaps/1.xml`);
    expect(entry && one(entry, 'lastmod').text).toBe('2024-10-09T12:00:00.000Z');
  });

  it('tell when a page changed in a PostgreSQL that sorts as a language does', async () => {
    const template = inject('template');
    if (template.engine !== 'postgresql') return;
    const language = "template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'";
    const env = { DATABASE_URL: await createDatabase(template, language) };
    const sorted = await openNewsroom({ env, clock: () => now });
    await sorted.publish(plainArticle());
    const { text } = await sorted.get('/sitemap.xml');
    await sorted.close();
    const [entry] = all(parseXml(text), 'sitemap');
    expect(entry && all(entry, 'lastmod').map((time) => time.text)).toEqual([now.toISOString()]);
  });

  it('answer 304 to their ETag', async () => {
    for (const url of ['/sitemap.xml', '/sitemaps/1.xml', '/news-sitemap.xml']) {
      const { etag } = await newsroom.get(url);
      const { status } = await newsroom.get(url, { headers: { 'if-none-match': etag } });
      expect(status, url).toBe(304);
    }
  });

  it('404 behind the last page, 400 for what is no page, 406 for another type', async () => {
    expect((await newsroom.get('/sitemaps/2.xml')).status).toBe(404);
    expect((await newsroom.get('/sitemaps/0.xml')).status).toBe(400);
    expect((await newsroom.get('/sitemaps/x.xml')).status).toBe(400);
    const html = await newsroom.get('/sitemap.xml', { headers: { accept: 'text/html' } });
    expect(html.status).toBe(406);
  });

  it('the schemas refuse what is not valid', async () => {
    const bad = sitemap([{ url: 'x', updatedAt: null }])
      .replace('loc', 'lok')
      .replace('/loc', '/lok');
    expect((await errorsOf(bad, PAGE)).length).toBeGreaterThan(0);
    const news = newsSitemap({ url: BASE, updatedAt: null }, 'n', [
      { url: `${BASE}/1`, headline: 'h', language: '1', publishedAt: now },
    ]);
    expect((await errorsOf(news, NEWS)).length).toBeGreaterThan(0);
  });
});

describe('the news sitemap', () => {
  it('has what was first published in the last 48 hours, and drops it then without any change', async () => {
    const fresh = await read('/news-sitemap.xml');
    expect(await errorsOf(fresh, NEWS)).toEqual([]);
    expect(addresses(fresh)).toEqual([`${BASE}/v1/articles/fog`]);
    const [url] = all(parseXml(fresh), 'url');
    const news = url && one(url, 'news:news');
    expect(news && one(news, 'news:title').text).toBe('Fog & <ferries>');
    expect(news && one(one(news, 'news:publication'), 'news:language').text).toBe('en');
    const before = await newsroom.get('/news-sitemap.xml');
    now = new Date('2024-10-11T11:59:59.000Z');
    expect(addresses(await read('/news-sitemap.xml'))).toEqual([`${BASE}/v1/articles/fog`]);
    now = new Date('2024-10-11T12:00:00.000Z');
    expect(addresses(await read('/news-sitemap.xml'))).toEqual([`${BASE}/v1/articles`]);
    const since = String(before.headers['last-modified']);
    const { status } = await newsroom.get('/news-sitemap.xml', {
      headers: { 'if-modified-since': since },
    });
    expect(status).toBe(200);
  });

  it('names languages as Google does', () => {
    const tags = ['en', 'pt-BR', 'zh-Hant', 'zh', 'zh-TW', 'zh-Hans-HK', 'zh-cmn'];
    const languages = tags.map((language) => {
      const xml = newsSitemap({ url: BASE, updatedAt: null }, 'n', [
        { url: BASE, headline: 'h', language, publishedAt: now },
      ]);
      return /<news:language>([^<]+)/.exec(xml)?.[1];
    });
    expect(languages).toEqual(['en', 'pt', 'zh-tw', 'zh-cn', 'zh-tw', 'zh-cn', 'zh-cn']);
  });
});
