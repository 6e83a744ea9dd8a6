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

function nodeToHtml(node: Json): string {
  const inner = () => childrenOf(node);
  switch (node.type) {
    case 'text':
    case 'extended-text':
      return formatted(escapeHtml(text(node.text)), Number(node.format ?? 0));
    case 'linebreak':
      return '<br>';
    case 'paragraph':
      return `<p>${inner()}</p>`;
    case 'heading':
    case 'extended-heading':
      return wrapped(/^h[1-6]$/.test(text(node.tag)) ? text(node.tag) : 'h2', inner());
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return `<blockquote>${inner()}</blockquote>`;
    case 'list':
      return wrapped(node.listType === 'number' ? 'ol' : 'ul', inner());
    case 'listitem':
      return `<li>${inner()}</li>`;
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(text(node.url))}">${inner()}</a>`;
    default:
      return cardToHtml(text(node.type), node) || inner();
  }
}

const wrapped = (tag: string, inner: string): string => `<${tag}>${inner}</${tag}>`;

function formatted(html: string, format: number): string {
  return FORMATS.reduce((inner, [bit, tag]) => (format & bit ? wrapped(tag, inner) : inner), html);
}

/** Cards have the same names in both forms. Captions and texts of cards are HTML already. */
function cardToHtml(name: string, card: Json): string {
  const address = text(card.src) || text(card.url);
  const caption = text(card.caption) === '' ? '' : `<figcaption>${text(card.caption)}</figcaption>`;
  switch (name) {
    case 'image':
      return `<figure>${picture(address, text(card.alt))}${caption}</figure>`;
    case 'gallery':
      return `<figure>${list(card.images)
        .map((image) => picture(text(image.src), text(image.alt)))
        .join('')}${caption}</figure>`;
    case 'html':
      return text(card.html);
    case 'markdown':
    case 'card-markdown':
      return renderMarkdown(text(card.markdown));
    case 'code':
    case 'codeblock':
      return wrapped('pre', wrapped('code', escapeHtml(text(card.code))));
    case 'hr':
    case 'horizontalrule':
      return '<hr>';
    case 'embed':
      return address === '' ? text(card.html) : linked(address, address) + caption;
    case 'bookmark':
      return (
        linked(address, text(isObject(card.metadata) ? card.metadata.title : '') || address) +
        caption
      );
    case 'video':
    case 'audio':
    case 'file':
      return (
        linked(
          address,
          text(card.title) || text(card.fileTitle) || text(card.fileName) || address,
        ) + caption
      );
    case 'callout':
      return wrapped('p', text(card.calloutText));
    case 'toggle':
      return wrapped('h4', text(card.heading)) + text(card.content);
    case 'button':
      return linked(text(card.buttonUrl), text(card.buttonText));
    default:
      return '';
  }
}

/** What holds the words of a post, and cards that are read or have none. */
const READ = new Set(
  'root text extended-text linebreak paragraph heading extended-heading quote extended-quote aside list listitem link autolink tab image gallery html markdown card-markdown code codeblock hr horizontalrule embed bookmark video audio file callout toggle button paywall'.split(
    ' ',
  ),
);

/** The names of cards in either form that are not read, such as a product or a sign-up form. */
export function unreadCards(lexical: unknown, mobiledoc: unknown): string[] {
  const nodes = [readDocument(lexical)?.root].filter(isObject);
  for (const node of nodes) for (const child of list(node.children)) nodes.push(child);
  const cards = readDocument(mobiledoc)?.cards;
  const names = [
    ...nodes.filter((node) => list(node.children).length === 0).map(({ type }) => text(type)),
    ...(Array.isArray(cards) ? cards.map((card: unknown) => text(arrayAt([card], 0)[0])) : []),
  ];
  return [...new Set(names.filter((name) => name !== '' && !READ.has(name)))];
}

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
