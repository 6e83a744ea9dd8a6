/**
 * IPTC ninjs. 1.x has members such as `headline`, `body_xhtml` and `body_main`, 2.x and 3.x have
 * lists (`headlines`, `bodies`) and camel case; both are read alike.
 */

import { Unreadable } from '../../text/encoding.ts';
import { readDate } from '../dates.ts';
import { type Converted, convertHtml, htmlToText } from '../html.ts';
import { clip, type FoundStory, found, type ImportItem, type Note } from '../item.ts';
import { textToMarkdown } from '../markdown.ts';
import { type Author, splitByline } from './authors.ts';
import { term, toItem } from './fields.ts';
import { isObject, type Json, list, text } from './json.ts';

export function* readNinjs(document: Json | unknown[], note: Note): Generator<FoundStory> {
  for (const item of itemsOf(document).map(lowerKeys)) {
    const title = headlineOf(item);
    const named = clip(title || text(item.uri) || 'an item without a name', 100);
    if (
      /^(?:picture|graphic|audio|video|composite|planning|component)$/.test(text(item.type)) &&
      bodyOf(item).markdown === ''
    )
      note(`Not a story, left out: ${named} (${text(item.type)}).`);
    else if (/^cancel/i.test(text(item.pubstatus)))
      note(`Left out, its agency cancelled it: ${named}.`);
    else yield findItem(item, title);
  }
}

/** One item, a list of them, or a list as APIs give it. */
function itemsOf(document: Json | unknown[]): Json[] {
  if (isObject(document) && /jsonfeed\.org/.test(text(document.version)))
    throw new Unreadable('It is a JSON Feed, which is not read: import the feed as RSS or Atom.');
  const inside = isObject(document)
    ? [document.items, document.results, document._items].find((value) => Array.isArray(value))
    : document;
  const items = inside === undefined ? list([document]) : list(inside);
  const isNinjs = (item: Json) =>
    Object.keys(item).some((key) =>
      /^(?:headline|body|bodies|uri|type$|versioncreated|title)/i.test(key),
    );
  if (items.length > 0 && items.some(isNinjs)) return items;
  throw new Unreadable(
    'The JSON is of no kind that is known here: no ninjs, no Ghost export, no export of Onrecord.',
  );
}

/** Members by their names in lower case: `versionCreated` of 2.x is `versioncreated` of 1.x. */
function lowerKeys(item: Json): Json {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
}

function headlineOf(item: Json): string {
  const headlines = list(item.headlines);
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  return htmlToText(
    text(item.headline) ||
      text(main?.value) ||
      text(item.headline_main) ||
      firstOf(item, /^headline_/) ||
      text(item.title),
  );
}

function firstOf(item: Json, pattern: RegExp): string {
  return (
    (Object.entries(item).find(
      ([key, value]) => pattern.test(key) && text(value) !== '',
    )?.[1] as string) ?? ''
  );
}

interface Body {
  role: string;
  type: string;
  value: string;
}

/** The body with markup if there is one: a plain body beside it has lost its paragraphs. */
function bodyOf(item: Json): Converted {
  const bodies: Body[] = [
    ...list(item.bodies)
      .map(lowerKeys)
      .map(({ role, contenttype, value }) => ({
        role: text(role),
        type: text(contenttype),
        value: text(value),
      })),
    ...Object.entries(item)
      .filter(([key]) => key.startsWith('body_'))
      .map(([key, value]) => ({ role: key.slice(5), type: key.slice(5), value: text(value) })),
  ].filter(({ value }) => value.trim() !== '');
  const marked = bodies.filter(
    ({ type, role, value }) =>
      /html|richtext/i.test(type + role) ||
      /^\s*<(?:p|div|section|article|h\d|ul|ol|blockquote)\b/i.test(value),
  );
  const best = marked.find(({ role }) => role === 'main') ?? marked[0];
  if (best !== undefined) return convertHtml(best.value);
  const plain = bodies.find(({ role }) => role === 'main' || role === 'text') ?? bodies[0];
  return { markdown: textToMarkdown(plain?.value ?? ''), lost: [] };
}

function findItem(item: Json, title: string): FoundStory {
  const origin = text(item.uri) || `ninjs:${title}`;
  return found(origin, () => readItem(item, origin, title));
}

function readItem(item: Json, origin: string, title: string): ImportItem {
  const { markdown, lost } = bodyOf(item);
  const descriptions = list(item.descriptions);
  const summary =
    descriptions.find(({ role }) => role === 'main' || role === 'summary') ?? descriptions[0];
  const subjects = [...list(item.subject), ...list(item.subjects)].map(({ name }) => text(name));
  const keywords = [item.keywords, item.keyword].flat().filter((word) => typeof word === 'string');
  return toItem({
    origin,
    title,
    summary: htmlToText(
      text(item.description_text) || text(summary?.value) || firstOf(item, /^description_/),
    ),
    body: markdown,
    tags: [...subjects, ...keywords].filter((name) => name.trim() !== '').map((name) => term(name)),
    authors: authorsOf(item),
    language: text(item.language),
    place: text(item.located),
    // Nobody outside read it before its embargo ended.
    dates: [item.embargoed, item.firstcreated, item.contentcreated, item.versioncreated],
    hold: holdOf(item),
    lost: [...lost, ...lostOf(item)],
  });
}

function authorsOf(item: Json): Author[] {
  const bylines = list(item.bylines).map(
    ({ byline, by, value }) => text(byline) || text(by) || text(value),
  );
  const line = text(item.by) || text(item.byline);
  return line === '' ? bylines.flatMap(splitByline) : splitByline(line);
}

function holdOf(item: Json): string | null {
  const status = text(item.pubstatus);
  if (status !== '' && status !== 'usable') return `its agency calls it “${status}”`;
  const until = readDate(item.embargoed);
  const isOver = text(item.embargoed) === '' || (until !== null && until.getTime() <= Date.now());
  return isOver ? null : `it is under embargo until ${text(item.embargoed)}`;
}

function lostOf(item: Json): string[] {
  const lost: string[] = [];
  const rights = [item, ...[item.rightsinfo].flat().filter(isObject).map(lowerKeys)]
    .flatMap(({ copyrightnotice, usageterms }) => [text(copyrightnotice), text(usageterms)])
    .filter((value) => value !== '');
  if (rights.length > 0)
    lost.push(`Rights are not kept with the article: “${clip(rights.join(' '), 300)}”.`);
  if (text(item.ednote) !== '') lost.push(`Note to editors: “${clip(text(item.ednote), 500)}”.`);
  if (['associations', 'renditions'].some((key) => Object.keys(Object(item[key])).length > 0))
    lost.push('Associated items and renditions (pictures, videos) are not fetched.');
  const named = [
    'person',
    'people',
    'organisation',
    'organisations',
    'place',
    'places',
    'event',
    'events',
    'object',
    'objects',
  ];
  const names = named
    .flatMap((key) => list(item[key]).map(({ name }) => text(name)))
    .filter((name) => name !== '');
  if (names.length > 0)
    lost.push(
      `People, organisations and places that it names are not imported as such: ${clip(names.join(', '), 300)}.`,
    );
  return lost;
}
