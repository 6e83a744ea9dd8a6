import { decodeString } from 'micromark-util-decode-string';

/**
 * A small tokenizer for the raw HTML that CommonMark lets through, used by the projection
 * and by the renderer alike, so that both agree about which words a reader sees.
 *
 * It follows the HTML standard's tokenization (§13.2.5) as far as tags, comments and
 * raw-text elements go, and is linear. Whatever is left open at the end is dropped.
 */
export type HtmlPiece =
  | { kind: 'text'; start: number; end: number }
  | { kind: 'tag'; name: string; closing: boolean; start: number; end: number };

/** Carried from one piece of raw HTML to the next: the element whose content is dropped. */
export interface HtmlState {
  dropping: string | null;
}

/** Elements whose content is never shown as text; all but `template` hold no markup. */
export const DROPPED_ELEMENTS =
  'iframe noembed noframes plaintext script style template textarea title xmp'.split(' ');
const DROPPED = new Set(DROPPED_ELEMENTS);

/** Elements that begin and end a block (HTML standard §15.3.3, flow content). */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ' +
    'menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlockTag = (name: string): boolean => BLOCKS.has(name);
export const isDroppedTag = (name: string): boolean => DROPPED.has(name);

/** Splits raw HTML into text and tags, in order; offsets are UTF-16 units of `html`. */
export function* scanHtml(html: string, state: HtmlState): Generator<HtmlPiece> {
  let at = 0;
  while (at < html.length) {
    if (state.dropping !== null) {
      at = html.indexOf('<', at);
      if (at < 0) return;
      const tag = readTag(html, at);
      if (tag?.closing && tag.name === state.dropping) {
        state.dropping = null;
        yield tag;
        at = tag.end;
      } else at += 1;
      continue;
    }
    const open = nextMarkup(html, at);
    if (open > at) yield { kind: 'text', start: at, end: open };
    if (open >= html.length) return;
    const tag = readTag(html, open);
    if (tag) {
      if (!tag.closing && DROPPED.has(tag.name)) state.dropping = tag.name;
      yield tag;
    }
    at = tag ? tag.end : endOfDeclaration(html, open);
  }
}

const MARKUP = /<(?:[a-z!?]|\/[^>]|\/>)/gi;

/** Where the next tag, comment or declaration begins; a lone "<" is text. */
function nextMarkup(html: string, from: number): number {
  MARKUP.lastIndex = from;
  return MARKUP.exec(html)?.index ?? html.length;
}

/** Comments, doctypes, processing instructions, CDATA and bogus end tags are dropped whole. */
function endOfDeclaration(html: string, open: number): number {
  const marks: [string, string][] = [
    ['<!-->', ''],
    ['<!--->', ''],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<', '>'],
  ];
  for (const [begin, end] of marks) {
    if (!html.startsWith(begin, open)) continue;
    const close = html.indexOf(end, open + begin.length);
    return close < 0 ? html.length : close + end.length;
  }
  return html.length;
}

const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const SPACES = /[\s/]*/y;
const ATTRIBUTE_NAME = /[^>/\s][^>/\s=]*/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s>]*/y;

/** The tag that begins at `open`, or null; one that is never closed runs to the end. */
function readTag(html: string, open: number): (HtmlPiece & { kind: 'tag' }) | null {
  TAG_NAME.lastIndex = open;
  const head = TAG_NAME.exec(html);
  if (!head) return null;
  const name = (head[2] ?? '').toLowerCase();
  const closing = head[1] === '/';
  let at = TAG_NAME.lastIndex;
  for (;;) {
    at = skip(SPACES, html, at);
    if (at >= html.length) return { kind: 'tag', name: '', closing, start: open, end: at };
    if (html[at] === '>') return { kind: 'tag', name, closing, start: open, end: at + 1 };
    at = skip(ATTRIBUTE_NAME, html, at);
    const value = skip(EQUALS, html, at);
    if (value > at) at = skipValue(html, value);
  }
}

function skipValue(html: string, at: number): number {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") return skip(BARE_VALUE, html, at);
  const close = html.indexOf(quote, at + 1);
  return close < 0 ? html.length : close + 1;
}

function skip(pattern: RegExp, html: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(html) ? pattern.lastIndex : at;
}

/** Character references in text, as CommonMark §2.5 has them: with their semicolon. */
export const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/g;

/** What one character reference stands for; one that names nothing stays as it is written. */
export const decodeReference = (reference: string): string => decodeString(reference);

const ESCAPES: Record<string, string> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
};

/** Text as it stands in HTML, in the spelling that hast-util-to-html has too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('\0', '\uFFFD').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
