/**
 * The two forms in which Ghost keeps posts, as HTML: Mobiledoc (sections, markups, cards) up
 * to version 5, Lexical since. An export has HTML as well; not every tool that makes one does.
 */
import { renderMarkdown } from '../../text/html.ts';
import { escapeHtml } from '../../text/raw-html.ts';
import { isObject, type Json, list, text } from './json.ts';

/** @throws SyntaxError */
export function lexicalToHtml(value: unknown): string {
  const document = readDocument(value);
  return isObject(document?.root) ? childrenOf(document.root) : '';
}

/** @throws SyntaxError */
export function mobiledocToHtml(value: unknown): string {
  const document = readDocument(value);
  if (document === null || !Array.isArray(document.sections)) return '';
  return document.sections
    .filter((section): section is unknown[] => Array.isArray(section))
    .map((section) => sectionToHtml(section, document))
    .join('\n');
}

function readDocument(value: unknown): Json | null {
  const document: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
  return isObject(document) ? document : null;
}

const childrenOf = (node: Json): string => list(node.children).map(nodeToHtml).join('');

/** Bits of Lexical's text format. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

type Render = (node: Json) => string;

/** One way to write what has several names. */
const named = (names: string, render: Render): [string, Render][] =>
  names.split(' ').map((name) => [name, render]);

/** Lexical's nodes by their types. */
const NODES: ReadonlyMap<string, Render> = new Map([
  ...named('text extended-text', (node) =>
    formatted(escapeHtml(text(node.text)), Number(node.format ?? 0)),
  ),
  ...named('linebreak', () => '<br>'),
  ...named('paragraph', (node) => wrapped('p', childrenOf(node))),
  ...named('heading extended-heading', (node) =>
    wrapped(/^h[1-6]$/.test(text(node.tag)) ? text(node.tag) : 'h2', childrenOf(node)),
  ),
  ...named('quote extended-quote aside', (node) => wrapped('blockquote', childrenOf(node))),
  ...named('list', (node) => wrapped(node.listType === 'number' ? 'ol' : 'ul', childrenOf(node))),
  ...named('listitem', (node) => wrapped('li', childrenOf(node))),
  ...named(
    'link autolink',
    (node) => `<a href="${escapeHtml(text(node.url))}">${childrenOf(node)}</a>`,
  ),
]);

/** Cards have the same names in both forms. Captions and texts of cards are HTML already. */
const CARDS: ReadonlyMap<string, Render> = new Map([
  ...named('image', (card) =>
    wrapped('figure', picture(addressOf(card), text(card.alt)) + captionOf(card)),
  ),
  ...named('gallery', (card) =>
    wrapped(
      'figure',
      list(card.images)
        .map((image) => picture(text(image.src), text(image.alt)))
        .join('') + captionOf(card),
    ),
  ),
  ...named('html', (card) => text(card.html)),
  ...named('markdown card-markdown', (card) => renderMarkdown(text(card.markdown))),
  ...named('code codeblock', (card) =>
    wrapped('pre', wrapped('code', escapeHtml(text(card.code)))),
  ),
  ...named('hr horizontalrule', () => '<hr>'),
  ...named('embed', (card) => {
    const address = addressOf(card);
    return address === '' ? text(card.html) : linked(address, address) + captionOf(card);
  }),
  ...named('bookmark', (card) => {
    const title = isObject(card.metadata) ? text(card.metadata.title) : '';
    return linked(addressOf(card), title || addressOf(card)) + captionOf(card);
  }),
  ...named('video audio file', (card) => {
    const title = text(card.title) || text(card.fileTitle) || text(card.fileName);
    return linked(addressOf(card), title || addressOf(card)) + captionOf(card);
  }),
  ...named('callout', (card) => wrapped('p', text(card.calloutText))),
  ...named('toggle', (card) => wrapped('h4', text(card.heading)) + text(card.content)),
  ...named('button', (card) => linked(text(card.buttonUrl), text(card.buttonText))),
]);

/** What is known and has no words of its own. */
const SILENT: ReadonlySet<string> = new Set(['root', 'tab', 'paywall']);

const isRead = (name: string): boolean => NODES.has(name) || CARDS.has(name) || SILENT.has(name);

function nodeToHtml(node: Json): string {
  const type = text(node.type);
  return NODES.get(type)?.(node) ?? (cardToHtml(type, node) || childrenOf(node));
}

const cardToHtml = (name: string, card: Json): string => CARDS.get(name)?.(card) ?? '';

function formatted(html: string, format: number): string {
  return FORMATS.reduce((inner, [bit, tag]) => (format & bit ? wrapped(tag, inner) : inner), html);
}

/** The names of cards in either form that are not read, such as a product or a sign-up form. */
export function unreadCards(lexical: unknown, mobiledoc: unknown): string[] {
  const nodes = [readDocument(lexical)?.root].filter(isObject);
  for (const node of nodes) for (const child of list(node.children)) nodes.push(child);
  const cards = readDocument(mobiledoc)?.cards;
  const names = [
    ...nodes.filter((node) => list(node.children).length === 0).map(({ type }) => text(type)),
    ...(Array.isArray(cards) ? cards.map((card: unknown) => text(arrayAt([card], 0)[0])) : []),
  ];
  return [...new Set(names.filter((name) => name !== '' && !isRead(name)))];
}

const addressOf = (card: Json): string => text(card.src) || text(card.url);
const captionOf = (card: Json): string =>
  text(card.caption) === '' ? '' : wrapped('figcaption', text(card.caption));
const wrapped = (tag: string, inner: string): string => `<${tag}>${inner}</${tag}>`;
const picture = (source: string, alt: string): string =>
  `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
const linked = (url: string, label: string): string =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;

/** Types of Mobiledoc's sections. */
const MARKUP = 1;
const IMAGE = 2;
const LIST = 3;
const CARD = 10;

function sectionToHtml([type, first, second]: unknown[], document: Json): string {
  if (type === IMAGE) return picture(text(first), '');
  if (type === CARD) {
    const [name, payload] = arrayAt(document.cards, first);
    return cardToHtml(text(name), isObject(payload) ? payload : {});
  }
  if (type === LIST) {
    const items = Array.isArray(second) ? second : [];
    return wrapped(
      first === 'ol' ? 'ol' : 'ul',
      items.map((item) => wrapped('li', markersToHtml(item, document))).join(''),
    );
  }
  if (type !== MARKUP) return '';
  const tag = text(first);
  const name =
    tag === 'pull-quote' || tag === 'aside'
      ? 'blockquote'
      : /^(?:p|h[1-6]|blockquote)$/.test(tag)
        ? tag
        : 'p';
  return wrapped(name, markersToHtml(second, document));
}

/** Markers are `[kind, opened, closed, value]`: markups open, then so many of the open ones close. */
function markersToHtml(markers: unknown, document: Json): string {
  const open: string[] = [];
  let html = '';
  for (const marker of Array.isArray(markers) ? markers : []) {
    if (!Array.isArray(marker)) continue;
    const [kind, opened, closed, value] = marker as unknown[];
    for (const index of Array.isArray(opened) ? opened : []) {
      const [tag, attributes] = arrayAt(document.markups, index);
      const name = /^(?:a|strong|b|em|i|s|code|sub|sup|u)$/.test(text(tag)) ? text(tag) : 'span';
      html += `<${name}${hrefOf(attributes)}>`;
      open.push(name);
    }
    html += kind === 0 ? escapeHtml(text(value)) : atomToHtml(arrayAt(document.atoms, value));
    for (let count = Number(closed ?? 0); count > 0 && open.length > 0; count -= 1)
      html += `</${open.pop()}>`;
  }
  return html;
}

const atomToHtml = ([name, value]: unknown[]): string =>
  name === 'soft-return' ? '<br>' : escapeHtml(text(value));

function hrefOf(attributes: unknown): string {
  const at = Array.isArray(attributes) ? attributes.indexOf('href') : -1;
  return at < 0 ? '' : ` href="${escapeHtml(text((attributes as unknown[])[at + 1]))}"`;
}

function arrayAt(rows: unknown, index: unknown): unknown[] {
  const row: unknown = Array.isArray(rows) && typeof index === 'number' ? rows[index] : undefined;
  return Array.isArray(row) ? row : [];
}
