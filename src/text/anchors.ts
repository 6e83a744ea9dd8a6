import { VARIATION } from './characters.ts';
import { type CodePoints, indexCodePoints } from './codepoints.ts';
import { foldText, foldWords } from './fold.ts';
import { findNearText } from './nearest-text.ts';
import {
  agreement,
  fits,
  foldContext,
  keepWhole,
  occurrences,
  preferWhole,
} from './occurrences.ts';
import type { Range, TracedText } from './offset-map.ts';

/**
 * Where words stand in a text: TextQuoteSelector and TextPositionSelector of the W3C Web
 * Annotation Data Model (§4.2.4, §4.2.5) in one. Offsets are code points, end exclusive;
 * `[...text].slice(start, end).join('') === exact` always holds.
 */
export interface Anchor {
  exact: string;
  /** Up to 32 code points of the text before `start`. */
  prefix: string;
  /** Up to 32 code points of the text from `end` on. */
  suffix: string;
  start: number;
  end: number;
}

/** Words to look for, with context that decides where they stand more than once. */
export interface Quotation {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** Where they stood before an edit, in code points; see {@link relocate}. */
  hint?: number | undefined;
}

/** The most similar words that do stand in the text, in code points; distance is Levenshtein's. */
export interface Nearest {
  text: string;
  start: number;
  end: number;
  distance: number;
}

/** One of several places; at most 100 are given. */
export type Candidate = Omit<Anchor, 'exact'>;

export type Location =
  | { found: true; anchor: Anchor }
  | { found: false; reason: 'not-found'; nearest: Nearest | null }
  | { found: false; reason: 'ambiguous'; candidates: Candidate[] };

/** Finds words in one text, which it folds once. */
export interface Locator {
  readonly text: string;
  locate(quotation: Quotation): Location;
  /** The characters of a range of code points. */
  slice(start: number, end: number): string;
}

const CONTEXT = 32;
const CANDIDATES_MAX = 100;
/** So much that stands at several places is remembered, as it may be quoted as often. */
const AMBIGUOUS_MAX = 50;
const VARIATIONS = new RegExp(`[${VARIATION}]+`, 'uy');

/**
 * Prepares a text, normally {@link Projection.text}, for lookups. Each takes time linear in
 * the text; of words that stand there over 1,000 times only the first 1,000 are considered.
 */
export function createLocator(text: string, points = indexCodePoints(text)): Locator {
  const folded = foldText(text);
  const source: Source = { points, folded, haystack: folded.toString() };
  const ambiguous = new Map<string, Location>();
  return {
    text,
    slice: points.slice,
    locate(quotation) {
      const { exact, prefix = '', suffix = '', hint } = quotation;
      if (hint !== undefined) return locate(source, quotation);
      const key = JSON.stringify([exact, prefix, suffix]);
      const before = ambiguous.get(key);
      if (before !== undefined) return before;
      const result = locate(source, quotation);
      if (!result.found && result.reason === 'ambiguous' && ambiguous.size < AMBIGUOUS_MAX)
        ambiguous.set(key, result);
      return result;
    },
  };
}

/**
 * Finds an anchor again after an edit: its words, wherever they are now; of several places
 * the one whose context agrees most, then the one nearest to where it was. Words that stood
 * whole are not found inside others ("no" in "nobody"). Never ambiguous.
 */
export function relocate(locator: Locator, anchor: Anchor): Location {
  return locator.locate({ ...anchor, hint: anchor.start });
}

interface Source {
  points: CodePoints;
  folded: TracedText;
  haystack: string;
}

function locate(source: Source, quotation: Quotation): Location {
  const { haystack } = source;
  const words = foldWords(quotation.exact);
  const all = occurrences(haystack, words);
  const moved = quotation.hint !== undefined;
  const places = moved ? keepWhole(haystack, all, quotation) : preferWhole(haystack, all);
  const [only, second] = places;
  if (!only) return notFound(source, words);
  if (!second) return { found: true, anchor: anchorAt(source, only) };
  if (moved) return { found: true, anchor: anchorAt(source, bestPlace(source, places, quotation)) };
  const context = foldContext(quotation);
  const fitting = places.filter((place) => fits(haystack, place, context));
  const [first, another] = fitting;
  if (first && !another) return { found: true, anchor: anchorAt(source, first) };
  const candidates = (first ? fitting : places).slice(0, CANDIDATES_MAX);
  return {
    found: false,
    reason: 'ambiguous',
    candidates: candidates.map((place) => candidateAt(source, place)),
  };
}

/** The nearest words are looked for when they are asked for: that takes far longer than the rest. */
function notFound(source: Source, words: string): Location {
  let near: Nearest | null | undefined;
  return {
    found: false,
    reason: 'not-found',
    get nearest() {
      if (near === undefined) near = nearest(source, words);
      return near;
    },
  };
}

/** The place whose context agrees most; of equal ones the one nearest to the hint. */
function bestPlace(source: Source, places: Range[], quotation: Quotation): Range {
  const context = foldContext(quotation);
  const ranked = places.map((place) => ({
    place,
    agreement: agreement(source.haystack, place, context),
    moved: Math.abs(codePointRange(source, place).start - (quotation.hint ?? 0)),
  }));
  ranked.sort((a, b) => b.agreement - a.agreement || a.moved - b.moved);
  return ranked[0]?.place ?? { start: 0, end: 0 };
}

/** A folded range as code points of the text; variation selectors go with the character before. */
function codePointRange({ points, folded }: Source, place: Range): Range {
  const { start, end } = folded.sourceOf(place.start, place.end);
  VARIATIONS.lastIndex = end;
  const stop = VARIATIONS.test(points.text) ? VARIATIONS.lastIndex : end;
  return { start: points.fromUtf16(start), end: points.fromUtf16(stop) };
}

function candidateAt(source: Source, place: Range): Candidate {
  const { start, end } = codePointRange(source, place);
  return {
    prefix: source.points.slice(Math.max(0, start - CONTEXT), start),
    suffix: source.points.slice(end, end + CONTEXT),
    start,
    end,
  };
}

function anchorAt(source: Source, place: Range): Anchor {
  const candidate = candidateAt(source, place);
  return { exact: source.points.slice(candidate.start, candidate.end), ...candidate };
}

function nearest(source: Source, words: string): Nearest | null {
  const near = findNearText(source.haystack, words);
  if (!near) return null;
  const { start, end } = codePointRange(source, near);
  return { text: source.points.slice(start, end), start, end, distance: near.distance };
}
