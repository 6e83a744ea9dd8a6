/** Items of a WordPress export (WXR 1.0 to 1.2). */
import { htmlToText } from '../html.ts';
import { resolveUrl } from '../html-clean.ts';
import { type FoundStory, found, type ImportItem, type ImportTerm } from '../item.ts';
import { term, toItem } from './fields.ts';
import { withoutMore } from './more-links.ts';
import { originOf, type Site } from './site.ts';
import { FOOTNOTES, withFootnotes } from './wordpress-footnotes.ts';
import { convertWordpress } from './wordpress-markup.ts';
import { child, textOf, textsOf, type XmlElement } from './xml.ts';

/** Kinds of items that are parts of a site and no stories. */
const INTERNAL =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|feedback|wp_.*|acf-.*|elementor_.*)$/;

/** Why an item of this status is not published by itself; it may have been nobody's to see. */
const HOLDS: Readonly<Record<string, string>> = {
  draft: 'it was a draft in WordPress',
  'auto-draft': 'it was a draft in WordPress',
  pending: 'it was waiting for review in WordPress',
  private: 'it was private in WordPress',
  future: 'it was scheduled in WordPress',
};

/** A post or page as a story; null for what is none, which is noted. */
export function findPost(item: XmlElement, site: Site): FoundStory | null {
  const type = textOf(item, 'wp:post_type');
  const status = textOf(item, 'wp:status');
  if (INTERNAL.test(type)) {
    site.note(
      `Not a story, left out: ${type === 'attachment' ? 'an attachment (media are not fetched)' : type}.`,
    );
    return null;
  }
  if (status === 'trash') {
    site.note('Left out: it was in the bin of WordPress.');
    return null;
  }
  const origin = originOf(item, site, ['guid', 'link', 'wp:post_id']);
  return found(origin, () => readPost(item, origin, site));
}

function readPost(item: XmlElement, origin: string, site: Site): ImportItem {
  const type = textOf(item, 'wp:post_type');
  const link = textOf(item, 'link');
  const base = resolveUrl(link, site.link || undefined) ?? undefined;
  const content = textOf(item, 'content:encoded');
  const noted = withFootnotes(content, fieldOf(item, FOOTNOTES));
  const { markdown, lost } = convertWordpress(noted ?? content, base);
  const terms = item.children.filter(({ name, text }) => name === 'category' && text.trim() !== '');
  const [section = null, ...categories] = sectionsOf(terms);
  const fromLocal = textOf(item, 'wp:post_date_gmt', 'pubDate') === '';
  return toItem({
    origin,
    title: htmlToText(textOf(item, 'title')),
    summary: htmlToText(withoutMore(textOf(item, 'excerpt:encoded', 'description'))),
    body: markdown,
    slug: readSlug(textOf(item, 'wp:post_name')),
    section,
    tags: [...categories, ...termsOf(terms, isTag)],
    authors: authorsOf(item, terms, site),
    language: site.language,
    dates: textsOf(item, 'wp:post_date_gmt', 'pubDate', 'wp:post_date'),
    hold: holdOf(item, type, textOf(item, 'wp:status')),
    lost: [...lost, ...lostOf(item, type, fromLocal, noted === null ? [] : [FOOTNOTES])],
  });
}

/** WordPress' own category for what has none. */
const isNone = ({ attributes, text }: XmlElement): boolean =>
  (attributes.nicename ?? text.trim().toLowerCase()) === 'uncategorized';

/** Old exports don't tell categories from tags: there the first one leads to the section. */
function sectionsOf(terms: readonly XmlElement[]): ImportTerm[] {
  const isOld = terms.every(({ attributes }) => attributes.domain === undefined);
  if (!isOld) return termsOf(terms, (domain) => domain === 'category');
  return terms.some(isNone) ? [] : termsOf(terms, () => true);
}

function termsOf(
  terms: readonly XmlElement[],
  isWanted: (domain: string) => boolean,
): ImportTerm[] {
  return terms
    .filter((element) => !isNone(element) && isWanted(element.attributes.domain ?? ''))
    .map(({ attributes, text }) => term(htmlToText(text), attributes.nicename));
}

/** Taxonomies that sites add say what a story is about, as tags do. */
const isTag = (domain: string): boolean =>
  !['category', 'author', 'post_format', 'nav_menu', 'language'].includes(domain);

/** The Co-Authors Plus plugin keeps several authors as terms. */
function authorsOf(item: XmlElement, terms: readonly XmlElement[], site: Site): string[] {
  const several = terms.filter(({ attributes }) => attributes.domain === 'author');
  if (several.length > 0) return several.map(({ text }) => nameOf(text.trim(), site));
  return textsOf(item, 'dc:creator').map((login) => nameOf(login, site));
}

const nameOf = (login: string, { authors }: Site): string =>
  htmlToText(authors.get(login) || login);

function holdOf(item: XmlElement, type: string, status: string): string | null {
  if (textOf(item, 'wp:post_password') !== '') return 'it was protected by a password in WordPress';
  if (type === 'page') return 'it was a page of the site and no post';
  if (status === '' || status === 'publish') return null;
  return HOLDS[status] ?? `its status in WordPress was “${status}”`;
}

/** The value of a custom field. */
function fieldOf(item: XmlElement, key: string): string {
  const field = item.children.find(
    (element) => element.name === 'wp:postmeta' && textOf(element, 'wp:meta_key') === key,
  );
  return field === undefined ? '' : textOf(field, 'wp:meta_value');
}

/** @param taken the custom fields that are in the text */
function lostOf(
  item: XmlElement,
  type: string,
  fromLocal: boolean,
  taken: readonly string[],
): string[] {
  const comments = item.children.filter(({ name }) => name === 'wp:comment').length;
  const keys = item.children
    .filter(({ name }) => name === 'wp:postmeta')
    .map((meta) => textOf(meta, 'wp:meta_key'));
  const fields = keys
    .filter((key) => key !== '' && !key.startsWith('_') && !taken.includes(key))
    .slice(0, 10);
  return [
    ...(type === 'post' ? [] : [`It was of the kind “${type}” in WordPress.`]),
    ...(comments > 0 ? ['Comments are not imported.'] : []),
    ...(fields.length > 0 ? [`Custom fields are not imported: ${fields.join(', ')}.`] : []),
    ...(keys.includes('_thumbnail_id') ? ['The featured picture is not fetched.'] : []),
    ...(fromLocal && child(item, 'wp:post_date') !== undefined
      ? ['Its date carries no time zone and was read as UTC.']
      : []),
  ];
}

function readSlug(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
