/** A single document: plain text, Markdown with or without front matter, an HTML page. */
import { fromHtml } from 'hast-util-from-html';
import { project } from '../../text/projection.ts';
import { convertHtml, convertTree, htmlToText, isDeep } from '../html.ts';
import { attribute, elementsIn, type HastElement, type HastNode } from '../html-clean.ts';
import type { ImportItem } from '../item.ts';
import { textToMarkdown } from '../markdown.ts';
import { type Author, splitByline } from './authors.ts';
import { toCommonMark } from './extended-markdown.ts';
import { type RawItem, term, toItem } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { isObject, type Json, text as textOf } from './json.ts';

const TITLE_MAX = 140;

export function readText(origin: string, source: string): ImportItem {
  const title = titleOf(source);
  const rest = title === '' ? source : source.trim().slice(title.length);
  // The headline stands above the story already; what goes on right below it is no headline alone.
  const isApart = /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(rest) && rest.trim() !== '';
  return toItem({ origin, title, summary: '', body: textToMarkdown(isApart ? rest : source) });
}

/** A short first line without a full stop is a title; else the first sentence will do. */
function titleOf(source: string): string {
  const [first = ''] = source.trim().split(/\r\n|\r|\n/, 1);
  const line = first.trim();
  return line.length <= TITLE_MAX &&
    /\p{L}/u.test(line) &&
    !/[.!?:…,;]["”’)]?$/.test(line) &&
    source.trim().length > first.length
    ? line
    : '';
}

/** `# Title`, or a title that is underlined. */
const TITLE = /^(?:#[ \t]+(.+)(?:\r?\n|$)|([^\s#>*+`~|-][^\r\n]*)\r?\n={2,}[ \t]*(?:\r?\n|$))/;

/** Marks that close a heading, `# Title #`, but not those of `# C#` (CommonMark 0.31, § 4.2). */
const CLOSING = /(?<=[ \t])#+$/;

export function readMarkdown(origin: string, source: string): ImportItem {
  const { fields, rest, lost } = readFrontMatter(source);
  const text = rest.trim();
  const [line = '', marked, underlined] = TITLE.exec(text) ?? [];
  const heading = (marked?.trimEnd().replace(CLOSING, '') ?? underlined)?.trim();
  const own = textOf(fields.title);
  // The headline stands above the story already.
  const isTitle = heading !== undefined && (own === '' || own.trim() === heading);
  const title = own || (heading === undefined ? '' : project(heading).text);
  const body = toCommonMark(isTitle ? text.slice(line.length).trim() : text);
  return toItem({
    ...fromFields(fields),
    origin,
    title,
    body: body.markdown,
    lost: [...lost, ...unknownFields(fields), ...body.lost],
  });
}

const KNOWN =
  'title subtitle slug date lastmod published publishdate updated modified author authors byline tags categories category section keywords description summary excerpt lang language draft layout permalink type taxonomies'.split(
    ' ',
  );

function unknownFields(fields: Json): string[] {
  const others = Object.keys(fields).filter((key) => !KNOWN.includes(key.toLowerCase()));
  return others.length === 0
    ? []
    : [`Fields that are not imported: ${others.slice(0, 20).join(', ')}.`];
}

function fromFields(given: Json): Omit<RawItem, 'origin' | 'title' | 'body'> {
  // Zola keeps tags and categories in a table.
  const fields = { ...given, ...(isObject(given.taxonomies) ? given.taxonomies : {}) } as Json;
  const [section = '', ...more] = [
    ...words(fields.section),
    ...words(fields.categories ?? fields.category),
  ];
  return {
    summary: textOf(fields.description) || textOf(fields.summary) || textOf(fields.excerpt),
    slug: textOf(fields.slug),
    section: section === '' ? null : term(section),
    tags: [...more, ...words(fields.tags ?? fields.keywords)].map((name) => term(name)),
    authors: [fields.author, fields.authors, fields.byline].flatMap(authorsOf),
    language: textOf(fields.lang) || textOf(fields.language),
    dates: [fields.date, fields.publishdate, fields.published],
    hold: fields.draft === true || fields.published === false ? 'it says that it is a draft' : null,
  };
}

/** A line such as “Ada Renn and Bo Lind”, or a list. */
function authorsOf(value: unknown): (string | Author)[] {
  const line = typeof value === 'string' ? splitByline(value) : [];
  return line.length > 1 || line[0]?.role != null ? line : words(value);
}

/** A list, or words with commas between them; entries may be objects with a name. */
function words(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  if (isObject(value)) return words(value.name);
  return Array.isArray(value)
    ? value.flatMap((entry) => (typeof entry === 'string' ? [entry] : words(entry)))
    : [];
}

export function readHtml(origin: string, source: string): ImportItem {
  if (isDeep(source)) {
    const { markdown, lost } = convertHtml(source);
    return toItem({ origin, title: '', summary: '', body: markdown, lost });
  }
  const tree = fromHtml(source).children as HastNode[];
  const page = new Page(tree);
  const main = mainOf(tree);
  const heading = elementsIn(main, 'h1').find((one) => !holdsBlocks(one));
  const title =
    heading === undefined
      ? page.meta('og:title') || page.title()
      : convertTree({ children: heading.children as HastNode[] }).markdown;
  // The headline stands above the story already.
  const story = without(
    main,
    (element) => element === heading || isFrame(element) || isPageHeader(element, heading),
  );
  const { markdown, lost } = convertTree({ children: story }, page.address());
  if (elementsIn(tree, 'nav', 'footer', 'aside').length > 0)
    lost.push('Navigation, asides and footers of the page are left out.');
  return toItem({
    origin,
    title: project(title).text,
    summary: page.meta('description', 'og:description'),
    body: markdown,
    section: page.meta('article:section') === '' ? null : term(page.meta('article:section')),
    tags: page.metas('article:tag').map((name) => term(name)),
    authors: page
      .metas('author', 'article:author')
      .filter((name) => !/^https?:/.test(name))
      .flatMap(splitByline),
    language: page.language(),
    dates: page.metas('article:published_time', 'date', 'dc.date', 'datepublished'),
    lost,
  });
}

/** A heading that is never closed holds the story. */
const holdsBlocks = ({ children }: HastElement): boolean =>
  elementsIn(children as HastNode[], 'p', 'ul', 'ol', 'table', 'blockquote').length > 0;

/** The story of a page: its article, its main part, or its body. */
function mainOf(tree: HastNode[]): HastNode[] {
  const [body] = elementsIn(tree, 'body');
  const all = (body?.children ?? tree) as HastNode[];
  const articles = elementsIn(all, 'article');
  const [main] = elementsIn(all, 'main');
  const found = articles.length === 1 ? articles[0] : main;
  return (found?.children as HastNode[] | undefined) ?? all;
}

/** A tree without some of its elements. */
function without(nodes: HastNode[], isLeftOut: (element: HastElement) => boolean): HastNode[] {
  return nodes.flatMap((node): HastNode[] => {
    if (node.type !== 'element') return [node];
    if (isLeftOut(node)) return [];
    return [{ ...node, children: without(node.children as HastNode[], isLeftOut) } as HastElement];
  });
}

/** The head of a page; that of a story holds its headline. */
const isPageHeader = (element: HastElement, heading: HastElement | undefined): boolean =>
  element.tagName === 'header' &&
  heading !== undefined &&
  !elementsIn(element.children as HastNode[], 'h1').includes(heading);

const isFrame = ({ tagName }: HastElement): boolean =>
  tagName === 'nav' || tagName === 'footer' || tagName === 'aside';

/** What a page says about itself. */
class Page {
  readonly #tree: HastNode[];
  readonly #metas: HastElement[];

  constructor(tree: HastNode[]) {
    this.#tree = tree;
    this.#metas = elementsIn(tree, 'meta');
  }

  metas(...names: string[]): string[] {
    const nameOf = (meta: HastElement) =>
      (
        attribute(meta, 'name') ||
        attribute(meta, 'property') ||
        attribute(meta, 'itemProp')
      ).toLowerCase();
    const found = names.flatMap((name) => this.#metas.filter((meta) => nameOf(meta) === name));
    return found
      .map((meta) => attribute(meta, 'content').trim())
      .filter((content) => content !== '');
  }

  meta(...names: string[]): string {
    return this.metas(...names)[0] ?? '';
  }

  title(): string {
    const [title] = elementsIn(this.#tree, 'title');
    return title === undefined
      ? ''
      : htmlToText(title.children.map((node) => (node.type === 'text' ? node.value : '')).join(''));
  }

  language(): string {
    const [html] = elementsIn(this.#tree, 'html');
    return html === undefined ? '' : attribute(html, 'lang');
  }

  address(): string | undefined {
    const links = elementsIn(this.#tree, 'base', 'link');
    const isAddress = (link: HastElement) =>
      link.tagName === 'base' || attribute(link, 'rel') === 'canonical';
    const href = links.filter(isAddress).map((link) => attribute(link, 'href'))[0];
    return href !== undefined && /^https?:/.test(href) ? href : undefined;
  }
}
