/** Where a query's words stand in a text, and an excerpt around them. Pure functions. */
import { type CodePoints, indexCodePoints } from '../text/codepoints.ts';
import type { WordsNode } from './query.ts';
import { type Token, tokensOf } from './tokens.ts';

/** UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** How much of a long text is shown around the first match, in UTF-16 units. */
const BEFORE = 60;
const EXCERPT = 240;
/** How far to look for white space to cut at. */
const SLACK = 20;

/**
 * The places in a text where one of the words stands, in order and without overlap; only
 * those that begin within `reach` units behind the beginning of the first.
 *
 * Cutting a long text into words costs more than reading it, so that only those pieces are
 * cut in which a match may begin, and none where it is plain that one does.
 */
export function findMatches(
  text: string,
  wanted: readonly WordsNode[],
  reach = Number.POSITIVE_INFINITY,
): Span[] {
  const { candidates, longest } = searchFor(wanted);
  const spans: Span[] = [];
  let within = text;
  for (let at = 0; ; ) {
    candidates.lastIndex = at;
    const candidate = candidates.exec(within);
    if (candidate === null) return spans;
    const start = candidate.index;
    const end = start + candidate[0].length;
    if (longest === 1 && isPlainWord(within, start, end)) {
      if (start > (spans[0]?.start ?? start) + reach) return spans;
      addSpan(spans, { start, end });
      at = end;
    } else {
      const piece = pieceAround(within, start, at);
      if (!addMatches(spans, within, piece, wanted, reach)) return spans;
      at = piece.end;
    }
    const [first] = spans;
    // A phrase may go on behind the reach; a word ends with its piece.
    if (longest === 1 && first !== undefined && within === text)
      within = text.slice(0, endOfPiece(text, first.start + reach));
  }
}

/** Adds the matches that begin in a piece of a text. @returns false beyond the reach */
function addMatches(
  spans: Span[],
  text: string,
  piece: Span,
  wanted: readonly WordsNode[],
  reach: number,
): boolean {
  const { longest } = searchFor(wanted);
  const recent: Token[] = [];
  // The words of a phrase may stand behind the piece in which it begins.
  const behind = longest === 1 ? text.slice(piece.start, piece.end) : text.slice(piece.start);
  for (const { word, ...token } of tokensOf(behind)) {
    const start = token.start + piece.start;
    const end = token.end + piece.start;
    if (recent.length === longest) recent.shift();
    if ((recent[0]?.start ?? start) >= piece.end) return true;
    recent.push({ word, start, end });
    const [first] = spans;
    if (first !== undefined && start > first.start + reach) return false;
    for (const words of wanted) {
      const begin = startOfMatch(recent, words);
      if (begin !== null && begin < piece.end) addSpan(spans, { start: begin, end });
    }
  }
  return true;
}

/** Signs beyond ASCII that part words as ASCII's do, as most texts hold them. */
const TYPOGRAPHIC = '‘’“”–—…';
/** What folding may make any letter or digit of; other words stand in a text as they are. */
const FOLDED = `[^\\x00-\\x7F${TYPOGRAPHIC}]`;

interface Search {
  /** Finds every piece in which one of the words may begin, and others. */
  candidates: RegExp;
  /** How many words the longest phrase has. */
  longest: number;
}

/** The searches of queries, each of which looks through many texts. */
const searches = new WeakMap<readonly WordsNode[], Search>();

function searchFor(wanted: readonly WordsNode[]): Search {
  const known = searches.get(wanted);
  if (known !== undefined) return known;
  const longest = Math.max(...wanted.map(({ words }) => words.length));
  const search = { candidates: candidatesOf(wanted), longest };
  searches.set(wanted, search);
  return search;
}

function candidatesOf(wanted: readonly WordsNode[]): RegExp {
  const beginnings = wanted.flatMap(({ words: [first = ''] }) => {
    if (/[0-9]/.test(first)) return ['[0-9]'];
    return /^[a-z]+$/.test(first) ? [first] : [];
  });
  return new RegExp([...new Set([...beginnings, FOLDED])].join('|'), 'gi');
}

const LETTER = /[A-Za-z]/;
/** Parts words, whatever else stands around it. */
const EDGE = new RegExp(`[\\x00-/:-@[-\`{-\\x7F${TYPOGRAPHIC}]`);

/** Whether a candidate of letters is a whole word as it stands, and so a match. */
function isPlainWord(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || EDGE.test(text.charAt(start - 1))) &&
    (end === text.length || EDGE.test(text.charAt(end))) &&
    LETTER.test(text.charAt(start))
  );
}

/** What stands between white space around a place; no word of a text holds any (tokens.ts). */
function pieceAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && !isSpace(text, start - 1)) start -= 1;
  return { start, end: endOfPiece(text, at) };
}

function endOfPiece(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && !isSpace(text, end)) end += 1;
  return end;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a;
}

/** Where the match begins whose last word is the newest token; null if there is none. */
function startOfMatch(recent: readonly Token[], { words, prefix }: WordsNode): number | null {
  const from = recent.length - words.length;
  if (from < 0) return null;
  const matches = words.every((word, index) => {
    const found = recent[from + index]?.word ?? '';
    return prefix && index === words.length - 1 ? found.startsWith(word) : found === word;
  });
  return matches ? (recent[from]?.start ?? null) : null;
}

function addSpan(spans: Span[], span: Span): void {
  const merged = { ...span };
  for (
    let last = spans.at(-1);
    last !== undefined && last.end > merged.start;
    last = spans.at(-1)
  ) {
    merged.start = Math.min(merged.start, last.start);
    merged.end = Math.max(merged.end, last.end);
    spans.pop();
  }
  spans.push(merged);
}

/** A text or a piece of it as it is shown: offsets are code points, end exclusive. */
export interface Shown {
  /** The text, or an excerpt. */
  text: string;
  /** Where the excerpt begins in the whole text. */
  offset: number;
  /** Into `text`. */
  highlights: Span[];
}

/** The whole text with its matches. */
export function showWhole(text: string, wanted: readonly WordsNode[]): Shown {
  const spans = findMatches(text, wanted);
  return inCodePoints(indexCodePoints(text), { start: 0, end: text.length, spans });
}

/** An excerpt around the first match; null if there is none. */
export function showExcerpt(text: string, wanted: readonly WordsNode[]): Shown | null {
  const excerpt = cutExcerpt(text, wanted);
  return excerpt === null ? null : inCodePoints(indexCodePoints(text), excerpt);
}

/** A piece of a text, and the matches in it, all in UTF-16 offsets into the whole text. */
export interface Excerpt extends Span {
  spans: readonly Span[];
}

/** Where to cut an excerpt around the first match; null if there is none. */
export function cutExcerpt(text: string, wanted: readonly WordsNode[]): Excerpt | null {
  const spans = findMatches(text, wanted, EXCERPT);
  const [first] = spans;
  if (first === undefined) return null;
  const start = first.start <= BEFORE + SLACK ? 0 : cutBefore(text, first.start - BEFORE);
  const end =
    text.length - start <= EXCERPT + SLACK
      ? text.length
      : Math.max(first.end, cutAfter(text, start + EXCERPT));
  return { start, end, spans: spans.filter((span) => span.end <= end) };
}

/** The next place to begin at: behind white space if some is near, never inside a character. */
function cutBefore(text: string, at: number): number {
  const space = text.slice(at, at + SLACK).search(/\s\S/);
  return space >= 0 ? at + space + 1 : whole(text, at);
}

function cutAfter(text: string, at: number): number {
  const space = text.slice(at - SLACK, at).search(/\s\S*$/);
  return space >= 0 ? at - SLACK + space : whole(text, at);
}

function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** @param points of the whole text */
export function inCodePoints(points: CodePoints, { start, end, spans }: Excerpt): Shown {
  const offset = points.fromUtf16(start);
  return {
    text: points.text.slice(start, end),
    offset,
    highlights: spans.map((span) => ({
      start: points.fromUtf16(span.start) - offset,
      end: points.fromUtf16(span.end) - offset,
    })),
  };
}
