/** Matches in a text as they are shown, and an excerpt around them. Pure functions. */
import { type CodePoints, indexCodePoints } from '../text/codepoints.ts';
import { findMatches, type Look, type Span } from './matches.ts';

/** How much of a long text is shown around the first match, in UTF-16 units. */
const BEFORE = 60;
const EXCERPT = 240;
/** How far to look for white space to cut at. */
const SLACK = 20;

/** A text or a piece of it as it is shown: offsets are code points, end exclusive. */
export interface Shown {
  /** The text, or an excerpt. */
  text: string;
  /** Where the excerpt begins in the whole text. */
  offset: number;
  /** Into `text`. */
  highlights: Span[];
}

/** The matches in a whole text, in code points. */
export function highlight(text: string, look: Look): Span[] {
  const spans = findMatches(text, look);
  return spans.length === 0 ? spans : toCodePoints(codePointsOf(text, look), spans, 0);
}

/** An excerpt around the first match; null if there is none. */
export function showExcerpt(text: string, look: Look): Shown | null {
  const excerpt = cutExcerpt(text, look);
  return excerpt === null ? null : inCodePoints(codePointsOf(text, look, excerpt.end), excerpt);
}

/** A piece of a text, and the matches in it, all in UTF-16 offsets into the whole text. */
export interface Excerpt extends Span {
  spans: readonly Span[];
}

/** Where to cut an excerpt around the first match; null if there is none. */
export function cutExcerpt(text: string, look: Look): Excerpt | null {
  const spans = findMatches(text, look, EXCERPT);
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

/** The code points of a text, of which those behind `end` (in UTF-16 units) need not be counted. */
export function codePointsOf(text: string, { arePlain }: Look, end = text.length): CodePoints {
  return indexCodePoints(text.slice(0, end), !arePlain);
}

/** @param points of the text up to the end of the excerpt, or beyond */
export function inCodePoints(points: CodePoints, { start, end, spans }: Excerpt): Shown {
  const offset = points.fromUtf16(start);
  return {
    text: points.text.slice(start, end),
    offset,
    highlights: toCodePoints(points, spans, offset),
  };
}

function toCodePoints(points: CodePoints, spans: readonly Span[], offset: number): Span[] {
  return spans.map(({ start, end }) => ({
    start: points.fromUtf16(start) - offset,
    end: points.fromUtf16(end) - offset,
  }));
}
