import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { compileMarkdown, ELEMENTS } from './compile-markdown.ts';
import {
  isProse,
  isTangled,
  type MarkdownChunk,
  plainBlocks,
  readableMarkdown,
  splitBlocks,
  splitMarkdown,
} from './markdown.ts';
import {
  DROPPED_ELEMENTS,
  decodeReference,
  escapeHtml,
  type HtmlState,
  REFERENCE,
} from './raw-html.ts';
import { rememberSteps } from './remember.ts';

const SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: { li: ['ol', 'ul'], figcaption: ['figure'] },
  attributes: {
    a: [['href', /^(?:https?:\/\/|mailto:)/i], 'title'],
    abbr: ['title'],
    img: [['src', /^https?:\/\//i], 'alt', 'title'],
    ol: [['start', /^\d{1,9}$/]],
  },
  clobber: [],
  protocols: {},
  required: {},
  strip: DROPPED_ELEMENTS,
  tagNames: ELEMENTS,
};

const REMEMBERED_CHARACTERS = 500_000;

/**
 * CommonMark 0.31 as HTML from an allow-list: no scripts, styles, ids, classes or relative
 * URLs. The words that it shows are those of the projection. Takes any string, never throws.
 */
export const renderMarkdown = rememberSteps(renderAnew, REMEMBERED_CHARACTERS);

/** A link or picture that is shown without its address. */
export interface Unaddressed {
  element: 'link' | 'picture';
  /** The link's words, or what the picture shows; empty where there are none. */
  name: string;
}

const UNADDRESSED =
  /<a(?: title="[^"]*")?>(?!<\/a>)(?=(.*?)<\/a>)|<img((?: (?:alt|title)="[^"]*")*)>/gs;
const ALT = / alt="([^"]*)"/;

/** What of a rendered text is without an address, since it was relative or none of the web's. */
export function findUnaddressed(html: string): Unaddressed[] {
  return Array.from(html.matchAll(UNADDRESSED), ([, words, attributes]) =>
    words === undefined
      ? { element: 'picture', name: plainWords(ALT.exec(attributes ?? '')?.[1] ?? '') }
      : { element: 'link', name: plainWords(words.replace(/<[^>]*>/g, '')) },
  );
}

function plainWords(html: string): string {
  return html.replace(REFERENCE, decodeReference).replace(/\s+/g, ' ').trim();
}

function* renderAnew(markdown: string): Generator<void, string> {
  if (isProse(markdown)) return renderProse(markdown);
  const source = readableMarkdown(markdown);
  if (isTangled(source)) return renderPlain(source);
  try {
    const blocks = splitBlocks(source);
    return yield* blocks === null ? renderWhole(source) : renderBlocks(source, blocks);
  } catch (error) {
    // Elements nested some thousand deep overflow the stack of the tree functions.
    if (error instanceof RangeError) return renderPlain(source);
    throw error;
  }
}

function* renderWhole(source: string): Generator<void, string> {
  const state: HtmlState = { dropping: null };
  const chunks: string[] = [];
  for (const { start, end } of splitMarkdown(source)) {
    chunks.push(compileMarkdown(source.slice(start, end), state));
    yield;
  }
  return sanitizeHtml(chunks.join('\n')).trim();
}

function* renderBlocks(source: string, blocks: readonly MarkdownChunk[]): Generator<void, string> {
  const rendered: string[] = [];
  for (const { start, end } of blocks) {
    rendered.push(renderBlock(source.slice(start, end)));
    yield;
  }
  return rendered.filter((html) => html !== '').join('\n');
}

function renderBlock(block: string): string {
  if (isProse(block)) return renderProse(block);
  return sanitizeHtml(compileMarkdown(block, { dropping: null })).trim();
}

/** Words without markup, in which there is nothing to sanitise either. */
function renderProse(prose: string): string {
  return prose === '' ? '' : `<p>${prose.split('\n\n').join('</p>\n<p>')}</p>`;
}

const ROUNDS_MAX = 5;

/**
 * HTML reduced to the allow-list. What comes back is a fixed point: parsed again it has
 * the same elements, so that no browser can read it differently (mutation XSS). Throws a
 * RangeError on elements nested some thousand deep.
 */
export function sanitizeHtml(html: string): string {
  let last = html;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const next = toHtml(sanitize(fromHtml(last, { fragment: true }), SCHEMA));
    if (next === last) return next;
    last = next;
  }
  return escapeHtml(html);
}

function renderPlain(text: string): string {
  return Array.from(plainBlocks(text), (block) => block[0].trim())
    .filter((block) => block !== '')
    .map((block) => `<p>${escapeHtml(block)}</p>`)
    .join('\n');
}
