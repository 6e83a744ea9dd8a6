/**
 * A feed as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, piece by piece: thirty long articles in
 * one go would hold others up.
 */

import { escapeInElement } from '../text/escape.ts';
import { correctionText, type Feed, type FeedItem, type FeedPicture } from './items.ts';
import { element, type XmlElement, xmlPieces } from './xml.ts';

export const RSS_TYPE = 'application/rss+xml';
export const ATOM_TYPE = 'application/atom+xml';
export const JSON_FEED_TYPE = 'application/feed+json';

/** RFC 4122, § 3. */
const urnOf = (id: string): string => `urn:uuid:${id}`;

const summaryOf = ({ summary, corrections }: FeedItem): string =>
  [summary, ...corrections.map(correctionText)].filter((text) => text !== '').join('\n');

/** A feed as text, in pieces. */
export type Pieces = Generator<string, void>;

export function* toRss(feed: Feed): Pieces {
  const channel = [
    element('title', feed.title),
    element('link', feed.about),
    element('description', feed.description),
    ...(feed.language === null ? [] : [element('language', feed.language)]),
    element('atom:link', [], { href: feed.url, rel: 'self', type: RSS_TYPE }),
    element('lastBuildDate', rfc822(feed.updatedAt)),
    element('generator', 'Onrecord'),
    element('docs', 'https://www.rssboard.org/rss-specification'),
  ];
  const rss = element('rss', [], {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  });
  yield* xmlPieces([rss, element('channel', channel)], each(feed.items, rssItem));
}

function* each<T>(items: readonly FeedItem[], make: (item: FeedItem) => T): Generator<T, void> {
  for (const item of items) yield make(item);
}

function rssItem(item: FeedItem): XmlElement {
  return element('item', [
    element('title', item.title),
    element('link', item.url),
    element('guid', urnOf(item.id), { isPermaLink: 'false' }),
    element('pubDate', rfc822(item.publishedAt)),
    element('description', plainHtml(summaryOf(item))),
    element('content:encoded', item.html),
    ...item.authors.map((name) => element('dc:creator', name)),
    ...(item.language === null ? [] : [element('dc:language', item.language)]),
    ...item.tags.map((tag) => element('category', tag)),
    ...(item.updatedAt === item.publishedAt ? [] : [element('atom:updated', item.updatedAt)]),
    ...(item.picture === null ? [] : [mediaContent(item.picture)]),
  ]);
}

/**
 * A description is HTML, as the RSS Best Practices Profile reads the specification. Quotation
 * marks need no escape there, which readers that take it for plain text would show.
 */
function plainHtml(text: string): string {
  return escapeInElement(text).replaceAll('\n', '<br>');
}

/** Media RSS 1.5.1: an enclosure would need a length, and holds neither words nor a credit. */
function mediaContent({ url, type, width, height, alt, caption, credit }: FeedPicture): XmlElement {
  const size = { width: String(width), height: String(height) };
  return element(
    'media:content',
    [
      element('media:description', caption || alt, { type: 'plain' }),
      ...(credit ? [element('media:credit', credit)] : []),
    ],
    { url, type, medium: 'image', ...size },
  );
}

/** RFC 822 with a year of four digits, as RSS 2.0 prefers. */
function rfc822(time: string): string {
  return new Date(time).toUTCString();
}

export function* toAtom(feed: Feed): Pieces {
  const head = [
    element('id', feed.id === null ? feed.url : urnOf(feed.id)),
    element('title', feed.title),
    // Our own words, whichever language the entries are in.
    element('subtitle', feed.description, { 'xml:lang': 'en' }),
    element('updated', feed.updatedAt),
    element('author', [element('name', feed.publisher)]),
    element('link', [], { rel: 'self', type: ATOM_TYPE, href: feed.url }),
    element('link', [], { rel: 'alternate', href: feed.about }),
    element('generator', 'Onrecord'),
  ];
  const language = feed.language === null ? {} : { 'xml:lang': feed.language };
  const root = element('feed', head, { xmlns: 'http://www.w3.org/2005/Atom', ...language });
  yield* xmlPieces([root], each(feed.items, atomEntry));
}

function atomEntry(item: FeedItem): XmlElement {
  return element(
    'entry',
    [
      element('id', urnOf(item.id)),
      element('title', item.title),
      element('link', [], { rel: 'alternate', href: item.url }),
      ...(item.picture === null
        ? []
        : [
            element('link', [], {
              rel: 'enclosure',
              href: item.picture.url,
              type: item.picture.type,
              title: item.picture.alt,
            }),
          ]),
      element('published', item.publishedAt),
      element('updated', item.updatedAt),
      ...item.authors.map((name) => element('author', [element('name', name)])),
      ...item.tags.map((tag) => element('category', [], { term: tag })),
      element('summary', summaryOf(item)),
      element('content', item.html, { type: 'html' }),
    ],
    item.language === null ? {} : { 'xml:lang': item.language },
  );
}

export function* toJsonFeed(feed: Feed): Pieces {
  const head = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    ...(feed.language === null ? {} : { language: feed.language }),
    home_page_url: feed.about,
    feed_url: feed.url,
  });
  yield `${head.slice(0, -1)},"items":[`;
  for (const [index, item] of feed.items.entries())
    yield (index === 0 ? '' : ',') + JSON.stringify(jsonItem(item));
  yield ']}';
}

/** Corrections stand under `_onrecord`, as JSON Feed wants extensions to be named. */
function jsonItem(item: FeedItem) {
  return {
    id: urnOf(item.id),
    url: item.url,
    title: item.title,
    summary: summaryOf(item),
    content_html: item.html,
    date_published: item.publishedAt,
    date_modified: item.updatedAt,
    ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
    ...(item.tags.length === 0 ? {} : { tags: item.tags }),
    ...(item.language === null ? {} : { language: item.language }),
    ...(item.picture === null ? {} : { image: item.picture.url }),
    _onrecord: {
      corrections: item.corrections.map(({ note, publishedAt }) => ({
        note,
        published_at: publishedAt,
      })),
    },
  };
}
