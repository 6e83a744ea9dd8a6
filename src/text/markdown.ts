import { parse, postprocess, preprocess } from 'micromark';

/**
 * The one place that knows how micromark (4.0) is run: what it parses, in which pieces,
 * and what it must not be given. The names of its tokens are known to projection.ts.
 *
 * Event offsets are UTF-16 units of the string that was parsed. micromark drops one
 * leading byte order mark without counting it, so those are left out here.
 */
export type MarkdownEvent = ReturnType<typeof postprocess>[number];

/** Half-open UTF-16 range of markdown that parses alone as it does in its document. */
export interface MarkdownChunk {
  start: number;
  end: number;
}

/**
 * Markdown as it is parsed: a lone surrogate is no character, and what stands for it is a
 * sign, which decides whether the stars beside it are emphasis. Offsets stay as they are.
 */
export const readableMarkdown = (markdown: string): string => markdown.toWellFormed();

/** Putting its constructs together takes micromark longer than parsing a paragraph. */
const PARSER = parse();

export function parseMarkdown(markdown: string): MarkdownEvent[] {
  // What it remembers of a document: its definitions, and which of its lines are lazy.
  PARSER.defined = [];
  PARSER.lazy = {};
  return postprocess(PARSER.document().write(preprocess()(markdown, undefined, true)));
}

const CHUNK_MIN = 2_000;

/** Constructs that reach over blank lines, or that may be used from anywhere in the document. */
const FAR_REACHING = /\]:|^ {0,3}(?:```|~~~|<(?:script|pre|style|textarea|[!?]))/im;

/** A blank line and, after it, the beginning of a line that can only begin a new top-level block. */
const BOUNDARY =
  /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)(?=[\p{L}"'“”‘’«„(#>]|!?\[|\*{1,2}[\p{L}"“‘])/gu;

/**
 * Cuts a document where the pieces can be parsed one by one: memory then stays small, and
 * constructs for which micromark takes quadratic time stay among few lines.
 */
export function splitMarkdown(markdown: string): MarkdownChunk[] {
  const chunks: MarkdownChunk[] = [];
  let start = 0;
  while (markdown.charCodeAt(start) === 0xfeff) start += 1;
  if (!FAR_REACHING.test(markdown)) {
    for (const boundary of markdown.matchAll(BOUNDARY)) {
      const end = boundary.index + boundary[0].length;
      if (end - start < CHUNK_MIN) continue;
      chunks.push({ start, end });
      start = end;
    }
  }
  if (start < markdown.length) chunks.push({ start, end: markdown.length });
  return chunks;
}

/** The blocks of a text that is not parsed: stretches between blank lines. */
export const plainBlocks = (text: string): Iterable<RegExpExecArray> =>
  text.matchAll(/(?:[^\r\n]|(?:\r\n?|\n)(?![ \t]*[\r\n]))+/g);

/** Characters that mean nothing in markdown, wherever they stand in a line. */
const NOT_PROSE = /[^\p{L}\p{M}\p{N} .,;:?!()/%+=$€£"'“”‘’«»–—…\n-]/u;
/**
 * Most of them. What is left is short in most texts, for which all of Unicode is long to look
 * through; V8 looks through 16 ranges ten times as fast as through more.
 */
const EVERYDAY = /[\n -"'-)+-;A-Za-zÀ-ÖØ-öø-ʯЀ-ҁ\u0620-\u0669ぁ-ゖ一-鿿가-힣‘’“”]+/g;
/** Beginnings of lines that may be more than words; and line ends that may be more than that. */
const NOT_WORDS = /(?:^|\n)(?:\n\n|(?<= \n)|[^\p{L}\p{N}"'“”‘’«(\n]|\d{1,9}[.)](?:[ \n]|$))/u;

/**
 * True for paragraphs without any markup, as most of what newsrooms print: words in lines,
 * blank lines between them. No parser is needed to tell what they say.
 */
export function isProse(markdown: string): boolean {
  return (
    markdown.trim() === markdown &&
    !NOT_PROSE.test(markdown.replace(EVERYDAY, ' ')) &&
    !NOT_WORDS.test(markdown)
  );
}

/**
 * The blocks of a document, each of which can be parsed alone, without what stands between
 * them; `null` where blocks may depend on each other, as they do with raw HTML.
 */
export function splitBlocks(markdown: string): MarkdownChunk[] | null {
  if (markdown.includes('<') || FAR_REACHING.test(markdown)) return null;
  const blocks: MarkdownChunk[] = [];
  let start = 0;
  while (markdown.charCodeAt(start) === 0xfeff) start += 1;
  for (const { 0: gap, index } of markdown.matchAll(BOUNDARY)) {
    if (index > start) blocks.push({ start, end: index });
    start = index + gap.length;
  }
  blocks.push({ start, end: markdown.length });
  return blocks;
}

const WORK_FLOOR = 50_000;
const WORK_PER_UNIT = 5;
const WORK_MAX = 1_500_000;
const DEPTH_MAX = 64;

/**
 * True for markdown that micromark could not parse in bounded time (32 KB of setext
 * headings take it 13 s, 28 KB of nested images 18 s). Such a document is taken as plain
 * text everywhere; no newsroom writes one. Linear time.
 */
export function isTangled(markdown: string): boolean {
  const limit = Math.min(WORK_MAX, WORK_FLOOR + WORK_PER_UNIT * markdown.length);
  let work = 0;
  for (const { start, end } of splitMarkdown(markdown)) {
    work += estimateWork(markdown.slice(start, end));
    if (work > limit) return true;
  }
  return false;
}

const LINE_END = /\r\n?|\n/;
const INDENT = /^[ \t]*/;
const CONTAINERS = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]))+/;
const COSTLY = /^[ \t]*#|\]:| {2}$/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const DELIMITERS = /[*_`[\]!&<>\\~]/g;

/**
 * About how many microseconds micromark takes for one chunk, or Infinity when it nests too
 * deeply for anyone. The factors were measured (micromark 4.0.3, Node 20, one slow core).
 */
function estimateWork(chunk: string): number {
  let work = chunk.length;
  let underlines = 0;
  let quoteLines = 0;
  let paragraph = newParagraph();
  for (const line of chunk.split(LINE_END)) {
    const indent = INDENT.exec(line)?.[0].length ?? 0;
    if (indent === line.length) {
      work += quadraticWork(paragraph) + 12;
      paragraph = newParagraph();
      continue;
    }
    const prefix = CONTAINERS.exec(line)?.[0] ?? '';
    const containers = prefix.replace(/[\s\d]/g, '').length;
    if (containers > DEPTH_MAX) return Number.POSITIVE_INFINITY;
    if (prefix.includes('>')) quoteLines += 1;
    if (UNDERLINE.test(line)) underlines += 1;
    if (COSTLY.test(line)) work += 40;
    work += 10 + indent + 40 * containers + 5 * countDelimiters(line, paragraph);
  }
  return work + quadraticWork(paragraph) + 0.25 * underlines ** 2 + 0.15 * quoteLines ** 2;
}

/** What one run of lines without a blank one has: delimiters, and how deep brackets nest. */
const newParagraph = () => ({ delimiters: 0, open: 0, deepest: 0 });
type Paragraph = ReturnType<typeof newParagraph>;

function countDelimiters(line: string, paragraph: Paragraph): number {
  const found = line.match(DELIMITERS) ?? [];
  paragraph.delimiters += found.length;
  for (const mark of found) {
    if (mark === '[') paragraph.open += 1;
    else if (mark === ']' && paragraph.open > 0) paragraph.open -= 1;
    if (paragraph.open > paragraph.deepest) paragraph.deepest = paragraph.open;
  }
  return found.length;
}

function quadraticWork({ delimiters, deepest }: Paragraph): number {
  return 0.005 * delimiters ** 2 + 0.8 * deepest ** 2;
}
