/** Sitemaps (sitemaps.org 0.9), Google's news extension, and where robots find them. Pure functions. */
import { element, xmlDocument } from './xml.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

export interface Address {
  url: string;
  updatedAt: Date | null;
}

const located =
  (name: string) =>
  ({ url, updatedAt }: Address) =>
    element(name, [
      element('loc', url),
      ...(updatedAt === null ? [] : [element('lastmod', updatedAt.toISOString())]),
    ]);

export function sitemapIndex(pages: readonly Address[]): string {
  return xmlDocument(element('sitemapindex', pages.map(located('sitemap')), { xmlns: SITEMAP }));
}

export function sitemap(addresses: readonly Address[]): string {
  return xmlDocument(element('urlset', addresses.map(located('url')), { xmlns: SITEMAP }));
}

export interface NewsAddress {
  url: string;
  headline: string;
  language: string;
  publishedAt: Date;
}

/** Where there is no news the site's own address stands alone: an empty list is not valid. */
export function newsSitemap(site: Address, name: string, news: readonly NewsAddress[]): string {
  const entries = news.map(({ url, headline, language, publishedAt }) =>
    element('url', [
      element('loc', url),
      element('news:news', [
        element('news:publication', [
          element('news:name', name),
          element('news:language', newsLanguage(language)),
        ]),
        element('news:publication_date', publishedAt.toISOString()),
        element('news:title', headline),
      ]),
    ]),
  );
  return xmlDocument(
    element('urlset', entries.length === 0 ? [located('url')(site)] : entries, {
      xmlns: SITEMAP,
      'xmlns:news': NEWS,
    }),
  );
}

/** Paths that hold nothing for a search engine: what needs a token or somebody’s link. */
const NOT_FOR_ROBOTS = ['/v1/desk/', '/v1/previews/'];

/** RFC 9309, with the sitemaps as sitemaps.org adds them. */
export function robotsText(publicUrl: string, sitemaps: readonly string[]): string {
  const below = new URL(publicUrl).pathname.replace(/\/$/, '');
  const rules = NOT_FOR_ROBOTS.map((path) => `Disallow: ${below}${path}`);
  const lines = sitemaps.map((path) => `Sitemap: ${publicUrl}${path}`);
  return `${['User-agent: *', ...rules, '', ...lines].join('\n')}\n`;
}

/** What says that Chinese is written in traditional characters, if the tag names no script. */
const TRADITIONAL = ['hant', 'tw', 'hk', 'mo'];

/** ISO 639, except for Chinese, which is zh-cn or zh-tw by its characters. */
function newsLanguage(tag: string): string {
  const [primary = 'en', ...rest] = tag.toLowerCase().split('-');
  if (primary !== 'zh') return primary;
  const isTraditional = !rest.includes('hans') && rest.some((part) => TRADITIONAL.includes(part));
  return isTraditional ? 'zh-tw' : 'zh-cn';
}
