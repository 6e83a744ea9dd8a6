/** Where a query's words stand in a text, and an excerpt around them. Pure functions. */
import { indexCodePoints } from '../text/codepoints.ts';
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
 */
export function findMatches(
  text: string,
  wanted: readonly WordsNode[],
  reach = Number.POSITIVE_INFINITY,
): Span[] {
  const longest = Math.max(...wanted.map(({ words }) => words.length));
  const recent: Token[] = [];
  const spans: Span[] = [];
  for (const token of tokensOf(text)) {
    recent.push(token);
    if (recent.length > longest) recent.shift();
    const [first] = spans;
    if (first !== undefined && token.start > first.start + reach) break;
    for (const words of wanted) {
      const start = startOfMatch(recent, words);
      if (start !== null) addSpan(spans, { start, end: token.end });
    }
  }
  return spans;
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
  return inCodePoints(text, { start: 0, end: text.length }, findMatches(text, wanted));
}

/** An excerpt around the first match; null if there is none. */
export function showExcerpt(text: string, wanted: readonly WordsNode[]): Shown | null {
  const spans = findMatches(text, wanted, EXCERPT);
  const [first] = spans;
  if (first === undefined) return null;
  const start = first.start <= BEFORE + SLACK ? 0 : cutBefore(text, first.start - BEFORE);
  const end =
    text.length - start <= EXCERPT + SLACK
      ? text.length
      : Math.max(first.end, cutAfter(text, start + EXCERPT));
  const inside = spans.filter((span) => span.end <= end);
  return inCodePoints(text, { start, end }, inside);
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

function inCodePoints(text: string, { start, end }: Span, spans: readonly Span[]): Shown {
  const points = indexCodePoints(text);
  const offset = points.fromUtf16(start);
  return {
    text: text.slice(start, end),
    offset,
    highlights: spans.map((span) => ({
      start: points.fromUtf16(span.start) - offset,
      end: points.fromUtf16(span.end) - offset,
    })),
  };
}
