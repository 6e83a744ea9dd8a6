import { type CodePoints, indexCodePoints } from './codepoints.ts';
import {
  isProse,
  isTangled,
  type MarkdownEvent,
  parseMarkdown,
  plainBlocks,
  readableMarkdown,
  splitBlocks,
  splitMarkdown,
} from './markdown.ts';
import { type Range, TracedText } from './offset-map.ts';
import { decodeReference, type HtmlState, isBlockTag, REFERENCE, scanHtml } from './raw-html.ts';
import { rememberSteps } from './remember.ts';
import { BLOCK, ITEM, TextWriter, WORD_SPACE } from './text-writer.ts';

/** The plain text of a markdown document, which anchors point into: norm "v1". */
export interface Projection {
  /** NFC; blocks are separated by "\n\n", list items by "\n"; no other line breaks. */
  readonly text: string;
  /** Code points in `text`. */
  readonly length: number;
  readonly points: CodePoints;
  /**
   * Where a code point range of `text` (end exclusive) stands in the markdown, as UTF-16
   * offsets. Offsets outside the text are clamped to it.
   */
  toSource(start: number, end: number): Range;
  /** The markdown of that range; it may hold markup, and the opening mark of a cut one. */
  sourceSlice(start: number, end: number): string;
}

const REMEMBERED_CHARACTERS = 500_000;

/** Reads markdown as plain text. Takes any string, never throws; linear time. */
export const project = rememberSteps(projectAnew, REMEMBERED_CHARACTERS);

function* projectAnew(markdown: string): Generator<void, Projection> {
  const writer = new TextWriter();
  if (isProse(markdown)) writeProse(markdown, 0, writer);
  else yield* writeMarkdown(readableMarkdown(markdown), writer);
  const traced = writer.out.composed();
  const points = indexCodePoints(traced.toString());
  const toSource = (start: number, end: number): Range =>
    traced.sourceOf(points.toUtf16(start), points.toUtf16(end));
  return {
    text: points.text,
    length: points.length,
    points,
    toSource,
    sourceSlice: (start, end) => {
      const range = toSource(start, end);
      return markdown.slice(range.start, range.end);
    },
  };
}

/** A step for each block. */
function* writeMarkdown(markdown: string, writer: TextWriter): Generator<void, void> {
  if (isTangled(markdown)) {
    writePlain(markdown, 0, writer);
    return;
  }
  const walker = new Walker(markdown, writer);
  const blocks = splitBlocks(markdown);
  for (const { start, end } of blocks ?? splitMarkdown(markdown)) {
    const block = markdown.slice(start, end);
    if (blocks !== null && isProse(block)) writeProse(block, start, writer);
    else walker.walk(parseMarkdown(block), start);
    yield;
  }
}

/** Whether prose reads otherwise than it is written: with more than one space, or lines that go on. */
function isReflowed(prose: string): boolean {
  return / {2}/.test(prose) || hasLoneLineEnd(prose);
}

/** A pattern that looks at both sides of a line end takes as long again for the whole text. */
function hasLoneLineEnd(prose: string): boolean {
  let at = prose.indexOf('\n');
  while (at >= 0) {
    let end = at + 1;
    while (prose[end] === '\n') end += 1;
    if (end === at + 1) return true;
    at = prose.indexOf('\n', end);
  }
  return false;
}

function writeProse(prose: string, base: number, writer: TextWriter): void {
  if (isReflowed(prose)) writePlain(prose, base, writer);
  else {
    writer.separate(BLOCK);
    writer.copy(prose, base);
  }
}

/** What has no markup, or is too tangled to parse, is shown as it is written. */
function writePlain(markdown: string, base: number, writer: TextWriter): void {
  for (const block of plainBlocks(markdown)) {
    writer.separate(BLOCK);
    writer.write(block[0], base + block.index);
  }
}

/** Tokens whose content a reader doesn't see: destinations, titles, definitions, info strings. */
const HIDDEN = new Set(['resource', 'reference', 'definition', 'codeFencedFence']);
const LEAF_BLOCKS = new Set(
  'paragraph atxHeading setextHeading codeFenced codeIndented htmlFlow thematicBreak'.split(' '),
);
const LISTS = new Set(['listOrdered', 'listUnordered']);
const LITERALS = new Set(
  'data codeTextData codeFlowValue autolinkProtocol autolinkEmail'.split(' '),
);
const RAW_HTML = new Set(['htmlFlow', 'htmlText']);
const HTML_DATA = new Set(['htmlFlowData', 'htmlTextData', 'lineEnding']);
const SPACES = new Set(['lineEnding', 'hardBreakEscape', 'hardBreakTrailing']);

/** Walks the events of one chunk after another. */
class Walker {
  readonly #markdown: string;
  readonly #writer: TextWriter;
  readonly #html: HtmlState = { dropping: null };
  #hidden = 0;
  #lists = 0;
  #images = 0;

  constructor(markdown: string, writer: TextWriter) {
    this.#markdown = markdown;
    this.#writer = writer;
  }

  walk(events: readonly MarkdownEvent[], base: number): void {
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index];
      if (event === undefined) continue;
      const [step, token] = event;
      const change = step === 'enter' ? 1 : -1;
      if (HIDDEN.has(token.type)) this.#hidden += change;
      else if (this.#hidden > 0) continue;
      else if (token.type === 'image') this.#images += change;
      else if (LISTS.has(token.type)) this.#list(change);
      else if (step === 'exit') continue;
      else if (RAW_HTML.has(token.type)) index = this.#rawHtml(events, index, base);
      else this.#leaf(token.type, base + token.start.offset, base + token.end.offset);
    }
  }

  #list(change: number): void {
    if (change > 0 && this.#lists === 0) this.#writer.separate(BLOCK);
    this.#lists += change;
    if (this.#lists === 0) this.#writer.separate(BLOCK);
  }

  #leaf(type: string, start: number, end: number): void {
    if (LEAF_BLOCKS.has(type)) this.#writer.beginBlock();
    else if (type === 'listItemPrefix') this.#writer.separate(ITEM);
    else if (SPACES.has(type)) this.#writer.separate(WORD_SPACE);
    else if (this.#html.dropping !== null) return;
    else if (LITERALS.has(type)) this.#writer.write(this.#markdown.slice(start, end), start);
    else if (type === 'characterEscape') {
      this.#writer.writeAs(this.#markdown.slice(start + 1, end), start, end);
    } else if (type === 'characterReference') {
      this.#writer.writeAs(decodeReference(this.#markdown.slice(start, end)), start, end);
    }
  }

  /**
   * Writes the text of one raw HTML token, whose lines need not be adjacent in the source
   * (a block quote has its marks between them). Gives back the index of its exit event.
   */
  #rawHtml(events: readonly MarkdownEvent[], enter: number, base: number): number {
    const html = new TracedText();
    let index = enter + 1;
    for (; index < events.length; index += 1) {
      const [step, token] = events[index] ?? ['exit', { type: 'htmlText' }];
      if (step === 'exit' && RAW_HTML.has(token.type)) break;
      if (step === 'exit' || !('start' in token) || !HTML_DATA.has(token.type)) continue;
      const from = base + token.start.offset;
      const to = base + token.end.offset;
      html.add(this.#markdown.slice(from, to), from, to);
    }
    if (events[enter]?.[1].type === 'htmlFlow') this.#writer.beginBlock();
    if (this.#images === 0) this.#writeHtml(html);
    return index;
  }

  #writeHtml(html: TracedText): void {
    const text = html.toString();
    for (const piece of scanHtml(text, this.#html)) {
      if (piece.kind === 'text') this.#writeHtmlText(html, text, piece.start, piece.end);
      else if (piece.name === 'br') this.#writer.separate(WORD_SPACE);
      else if (piece.name === 'li') this.#writer.separate(ITEM);
      else if (isBlockTag(piece.name)) this.#writer.beginBlock();
    }
  }

  #writeHtmlText(html: TracedText, text: string, start: number, end: number): void {
    let at = start;
    const literal = (stop: number): void => {
      for (const run of html.runs(at, stop)) this.#writer.write(run.text, run.from);
    };
    for (const match of text.slice(start, end).matchAll(REFERENCE)) {
      literal(start + match.index);
      at = start + match.index + match[0].length;
      const { start: from, end: to } = html.sourceOf(start + match.index, at);
      this.#writer.writeAs(decodeReference(match[0]), from, to);
    }
    literal(end);
  }
}
