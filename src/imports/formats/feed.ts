import { project } from '../../text/projection.ts';
import { type Converted, convertHtml, htmlToText } from '../html.ts';
import { resolveUrl } from '../html-clean.ts';
import { type FoundStory, found, type ImportItem, type Note } from '../item.ts';
import { textToMarkdown } from '../markdown.ts';
import { splitByline } from './authors.ts';
import { term, toItem } from './fields.ts';
import { withoutMore } from './more-links.ts';
import { originOf, type Site } from './site.ts';
import { findPost } from './wxr.ts';
import { child, readElements, textOf, textsOf, type XmlElement } from './xml.ts';

/**
 * RSS 0.9x to 2.0, RDF and Atom; WordPress exports (WXR) are RSS with more in it.
 *
 * @throws Unreadable
 */
export async function* readFeed(
  chunks: AsyncIterable<string>,
  note: Note,
): AsyncGenerator<FoundStory> {
  const site: Site = { link: '', base: '', author: '', language: '', authors: new Map(), note };
  const onContainer = (attributes: Record<string, string>) => {
    site.language ||= attributes['xml:lang'] ?? '';
    site.base ||= attributes['xml:base'] ?? '';
  };
  for await (const element of readElements(chunks, onContainer, note)) {
    const story = findStory(element, site);
    if (story !== null) yield story;
  }
}

/** A story, or null for what is said about the whole feed. */
function findStory(element: XmlElement, site: Site): FoundStory | null {
  switch (element.name) {
    case 'item':
      return textOf(element, 'wp:post_type') === ''
        ? findItem(element, site)
        : findPost(element, site);
    case 'entry':
      return findEntry(element, site);
    case 'language':
    case 'dc:language':
      site.language ||= element.text.trim();
      return null;
    case 'wp:author':
      site.authors.set(
        textOf(element, 'wp:author_login'),
        textOf(element, 'wp:author_display_name'),
      );
      return null;
    case 'author':
      site.author ||= authorOf(element);
      return null;
    case 'wp:base_blog_url':
    case 'link':
      if (/^(?:alternate)?$/.test(element.attributes.rel ?? ''))
        site.link ||= resolved(
          element.text.trim() || (element.attributes.href ?? ''),
          site.base || undefined,
        );
      return null;
    default:
      return null;
  }
}

function findItem(item: XmlElement, site: Site): FoundStory {
  const origin = originOf(item, site, ['guid', 'link']);
  return found(origin, () => readItem(item, origin, site));
}

function readItem(item: XmlElement, origin: string, site: Site): ImportItem {
  const encoded = child(item, 'content:encoded');
  const description = child(item, 'description');
  const link = textOf(item, 'link', 'guid');
  const base = resolveUrl(link, site.link || undefined) ?? undefined;
  const { markdown, lost } = convertHtml(withoutMore((encoded ?? description)?.text ?? ''), base);
  const categories = item.children
    .filter(({ name, text }) => name === 'category' && text.trim() !== '')
    .map(({ text }) => term(htmlToText(text)));
  const media = ['enclosure', 'media:content', 'media:thumbnail'].some((name) => child(item, name));
  return toItem({
    origin,
    title: htmlToText(textOf(item, 'title', 'dc:title')),
    summary: encoded === undefined ? '' : htmlToText(withoutMore(description?.text ?? '')),
    body: markdown,
    section: categories[0] ?? null,
    tags: categories.slice(1),
    authors: textsOf(item, 'dc:creator', 'author', 'itunes:author')
      .map(htmlToText)
      .flatMap(splitByline),
    language: textOf(item, 'dc:language', 'language') || site.language,
    dates: textsOf(item, 'pubDate', 'dc:date', 'dcterms:created', 'atom:published', 'atom:updated'),
    lost: media ? [...lost, 'Enclosures and other media are not fetched.'] : lost,
  });
}

function findEntry(entry: XmlElement, site: Site): FoundStory {
  const link = alternateOf(entry)?.attributes.href;
  const origin = textOf(entry, 'id') || link || originOf(entry, site, []);
  return found(origin, () => readEntry(entry, origin, site));
}

const alternateOf = (entry: XmlElement): XmlElement | undefined =>
  entry.children.find(
    ({ name, attributes: { rel = 'alternate' } }) => name === 'link' && rel === 'alternate',
  );

function readEntry(entry: XmlElement, origin: string, site: Site): ImportItem {
  const link = alternateOf(entry);
  const around = site.base || site.link;
  const own = entry.attributes['xml:base'] ?? link?.attributes.href ?? around;
  const base = resolved(own, around || undefined);
  const content = child(entry, 'content');
  const summary = child(entry, 'summary');
  const isElsewhere = content?.attributes.src !== undefined && content.text.trim() === '';
  const shown = isElsewhere ? summary : (content ?? summary);
  const authors = entry.children.filter(({ name }) => name === 'author').map(authorOf);
  const { markdown, lost } = readConstruct(shown, base);
  return toItem({
    origin,
    title: wordsOf(child(entry, 'title')),
    summary: shown === summary ? '' : wordsOf(summary),
    body: markdown,
    tags: entry.children
      .filter(({ name }) => name === 'category')
      .map(({ attributes }) => term(attributes.label ?? attributes.term ?? '')),
    authors: authors.length > 0 ? authors : [site.author],
    language: entry.attributes['xml:lang'] ?? site.language,
    dates: textsOf(entry, 'published', 'issued', 'created', 'updated', 'modified'),
    lost: [
      ...lost,
      ...(isElsewhere
        ? [`The text stands elsewhere and was not fetched: ${content.attributes.src}`]
        : []),
      ...(entry.children.some(({ attributes: { rel } }) => rel === 'enclosure')
        ? ['Enclosures and other media are not fetched.']
        : []),
    ],
  });
}

/** An address, in full where that can be told. */
const resolved = (address: string, base: string | undefined): string =>
  resolveUrl(address, base) ?? address;

function authorOf(author: XmlElement): string {
  return textOf(author, 'name') || textOf(author, 'email') || author.text.trim();
}

/**
 * Text of an Atom construct (RFC 4287 §3.1, §4.1.3): plain, HTML, XHTML or, for another
 * type, base64; Atom 0.3 says the same with a type and a mode.
 */
function readConstruct(element: XmlElement | undefined, base: string): Converted {
  if (element === undefined) return { markdown: '', lost: [] };
  const { type = 'text', mode = '' } = element.attributes;
  const isHtml = element.hasMarkup || /html/i.test(type);
  const isText = /^text(?:\/plain)?$/i.test(type);
  const isEncoded =
    mode === 'base64' || !(isHtml || isText || mode !== '' || /xml$|^text\//i.test(type));
  const text = isEncoded ? Buffer.from(element.text, 'base64').toString('utf8') : element.text;
  if (isEncoded && !isHtml && text.includes('\uFFFD'))
    return { markdown: '', lost: [`Content of the type ${type} is not imported.`] };
  const root = resolveUrl(element.attributes['xml:base'] ?? '', base) ?? base;
  // Many feeds give HTML without saying so.
  if (isHtml || TAG.test(text.slice(0, text.lastIndexOf('>'))))
    return convertHtml(text, root === '' ? undefined : root);
  return { markdown: textToMarkdown(text.trim()), lost: [] };
}

/** The beginning of a tag, which the last `>` of a text may end. */
const TAG = /<\/?(?:p|div|br|a|img|em|strong|b|i|ul|blockquote)\b/i;

function wordsOf(element: XmlElement | undefined): string {
  return project(readConstruct(element, '').markdown).text.replace(/\s+/g, ' ');
}
