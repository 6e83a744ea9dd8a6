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
import { DROPPED_ELEMENTS, escapeHtml, type HtmlState } from './raw-html.ts';
import { remember } from './remember.ts';

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
export const renderMarkdown = remember(renderAnew, REMEMBERED_CHARACTERS);

function renderAnew(markdown: string): string {
  if (isProse(markdown)) return renderProse(markdown);
  const source = readableMarkdown(markdown);
  if (isTangled(source)) return renderPlain(source);
  try {
    const blocks = splitBlocks(source);
    return blocks === null ? renderWhole(source) : renderBlocks(source, blocks);
  } catch (error) {
    // Elements nested some thousand deep overflow the stack of the tree functions.
    if (error instanceof RangeError) return renderPlain(source);
    throw error;
  }
}

function renderWhole(source: string): string {
  const state: HtmlState = { dropping: null };
  const chunks = splitMarkdown(source).map(({ start, end }) =>
    compileMarkdown(source.slice(start, end), state),
  );
  return sanitizeHtml(chunks.join('\n')).trim();
}

function renderBlocks(source: string, blocks: readonly MarkdownChunk[]): string {
  return blocks
    .map(({ start, end }) => source.slice(start, end))
    .map((block) =>
      isProse(block)
        ? renderProse(block)
        : sanitizeHtml(compileMarkdown(block, { dropping: null })).trim(),
    )
    .filter((html) => html !== '')
    .join('\n');
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
