import { project } from '../../text/projection.ts';
import { slugify } from '../../text/slug.ts';
import { firstSentence, type ImportItem } from '../item.ts';
import { htmlToMarkdown, wordpressToMarkdown } from '../markdown.ts';
import { child, readElements, textOf, textsOf, type XmlElement } from './xml.ts';

const HEADLINE_MAX = 200;
const SUMMARY_MAX = 400;

/** RSS 0.9x to 2.0, RDF and Atom; WordPress exports (WXR) are RSS with more in it. */
export async function* readFeed(chunks: AsyncIterable<string>): AsyncGenerator<ImportItem> {
  for await (const element of readElements(chunks, new Set(['item', 'entry']))) {
    const item = element.name === 'entry' ? fromEntry(element) : fromItem(element);
    if (item !== null) yield item;
  }
}

function fromItem(item: XmlElement): ImportItem | null {
  const type = textOf(item, 'wp:post_type');
  if (type !== '' && type !== 'post' && type !== 'page') return null;
  const isWordpress = type !== '';
  const html = textOf(item, 'content:encoded', 'description');
  const body = isWordpress ? wordpressToMarkdown(html) : htmlToMarkdown(html);
  const excerpt =
    textOf(item, 'excerpt:encoded') ||
    (textOf(item, 'content:encoded') === '' ? '' : textOf(item, 'description'));
  const categories = item.children.filter(({ name }) => name === 'category');
  const isTag = ({ attributes }: XmlElement) => attributes.domain === 'post_tag';
  const status = textOf(item, 'wp:status');
  return finish({
    origin: textOf(item, 'guid', 'link', 'wp:post_id') || textOf(item, 'title'),
    title: textOf(item, 'title', 'dc:title'),
    excerpt,
    body,
    section: isWordpress
      ? (categories.find((category) => !isTag(category))?.text ?? '')
      : (categories[0]?.text ?? ''),
    tags: categories
      .filter((category) => (isWordpress ? isTag(category) : category !== categories[0]))
      .map(({ text }) => text),
    authors: [...textsOf(item, 'dc:creator'), ...textsOf(item, 'author')],
    language: textOf(item, 'dc:language', 'language'),
    date:
      isWordpress && status !== '' && status !== 'publish'
        ? ''
        : textOf(item, 'wp:post_date_gmt', 'pubDate', 'dc:date'),
    lost: [
      ...(child(item, 'wp:comment') === undefined ? [] : ['Comments are not imported.']),
      ...(child(item, 'enclosure') === undefined ? [] : ['Enclosures are not fetched.']),
      ...(child(item, 'wp:postmeta') === undefined
        ? []
        : ['WordPress meta fields are not imported.']),
    ],
  });
}

function fromEntry(entry: XmlElement): ImportItem {
  const content = child(entry, 'content') ?? child(entry, 'summary');
  const link = entry.children.find(
    ({ name, attributes }) => name === 'link' && (attributes.rel ?? 'alternate') === 'alternate',
  );
  const isHtml = content !== undefined && /html/.test(content.attributes.type ?? '');
  const text = content?.text.trim() ?? '';
  const authors = entry.children
    .filter(({ name }) => name === 'author')
    .map((author) => textOf(author, 'name') || author.text.trim());
  return finish({
    origin: textOf(entry, 'id') || link?.attributes.href || textOf(entry, 'title'),
    title: textOf(entry, 'title'),
    excerpt: child(entry, 'content') === undefined ? '' : textOf(entry, 'summary'),
    body: isHtml || /<\w+/.test(text) ? htmlToMarkdown(text) : text,
    section: '',
    tags: entry.children
      .filter(({ name }) => name === 'category')
      .map(({ attributes }) => attributes.label ?? attributes.term ?? ''),
    authors,
    language: entry.attributes['xml:lang'] ?? '',
    date: textOf(entry, 'published', 'issued', 'updated', 'modified'),
    lost: [],
  });
}

interface Raw {
  origin: string;
  title: string;
  excerpt: string;
  body: string;
  section: string;
  tags: string[];
  authors: string[];
  language: string;
  date: string;
  lost: string[];
}

function finish(raw: Raw): ImportItem {
  const plain = project(raw.body).text;
  const headline =
    raw.title === '' ? firstSentence(plain, HEADLINE_MAX) : project(htmlToMarkdown(raw.title)).text;
  const summary =
    raw.excerpt === ''
      ? firstSentence(plain, SUMMARY_MAX)
      : project(htmlToMarkdown(raw.excerpt)).text;
  return {
    origin: raw.origin,
    headline: headline.slice(0, 500),
    summary: summary.slice(0, 5_000),
    body: raw.body,
    language: raw.language === '' ? null : raw.language.slice(0, 35),
    section: raw.section.trim() === '' ? null : slugify(raw.section),
    tags: [
      ...new Set(raw.tags.filter((tag) => tag.trim() !== '').map((tag) => slugify(tag))),
    ].slice(0, 100),
    bylines: [...new Set(raw.authors.filter((name) => name !== ''))].map((name) => ({
      name: name.slice(0, 200),
      role: null,
    })),
    publishedAt: readDate(raw.date),
    lost: raw.lost,
  };
}

/** RFC 822, RFC 3339 and WordPress' own `YYYY-MM-DD HH:MM:SS` in UTC. */
export function readDate(value: string): Date | null {
  if (value === '' || value.startsWith('0000')) return null;
  const date = new Date(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value) ? `${value.replace(' ', 'T')}Z` : value,
  );
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999
    ? null
    : date;
}
