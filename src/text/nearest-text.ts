import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import { widenToWords } from './word-edges.ts';

/** A stretch of folded text (UTF-16 units) that resembles some words, and how far it is from them. */
export interface NearText {
  start: number;
  end: number;
  /** Levenshtein distance between both, in UTF-16 units of folded text. */
  distance: number;
}

const TEXT_MAX = 1_000_000;
const WORDS_MAX = 5_000;
const PATTERN_MAX = 256;
const REGIONS_MAX = 3;

/**
 * The stretch of `text` most like `words`, with at most a third of them wrong, or null.
 *
 * A hint for people, so its cost is bounded rather than its answer perfect: q-grams
 * (Ukkonen 1992) choose three regions in one linear pass, Myers' algorithm (1999) searches
 * only those. Of long words the first, then the last 256 units are looked for.
 */
export function findNearText(text: string, words: string): NearText | null {
  if (words.length < 3 || words.length > WORDS_MAX || text.length > TEXT_MAX) return null;
  const [haystack, needle] = withoutCase(text, words);
  const head = needle.slice(0, PATTERN_MAX);
  const tail = needle.slice(-PATTERN_MAX);
  let found = searchRegions(haystack, head);
  if (found) found = { start: found.start, end: found.end + needle.length - head.length };
  else if (needle.length > PATTERN_MAX) {
    found = searchRegions(haystack, tail);
    if (found) found = { start: found.start - needle.length + tail.length, end: found.end };
  }
  if (!found) return null;
  const within = { start: Math.max(0, found.start), end: Math.min(text.length, found.end) };
  const near = widenToWords(text, within.start, within.end);
  return { ...near, distance: distance(words, text.slice(near.start, near.end)) };
}

/** Lower case, where that keeps all offsets. */
function withoutCase(text: string, words: string): [string, string] {
  const lower: [string, string] = [text.toLowerCase(), words.toLowerCase()];
  return lower[0].length === text.length && lower[1].length === words.length
    ? lower
    : [text, words];
}

function searchRegions(text: string, pattern: string): { start: number; end: number } | null {
  let errors = Math.floor(pattern.length / 3);
  let best: { start: number; end: number } | null = null;
  const margin = errors + 3;
  for (const at of likelyRegions(text, pattern)) {
    const from = Math.max(0, at - margin);
    const region = text.slice(from, at + pattern.length + margin);
    const match = search(region, pattern, errors)[0];
    if (!match || (best && match.errors >= errors)) continue;
    errors = match.errors;
    best = { start: from + match.start, end: from + match.end };
  }
  return best;
}

/** Beginnings of the windows, as long as the pattern, that share most q-grams with it. */
function likelyRegions(text: string, pattern: string): number[] {
  const size = pattern.length < 12 ? 2 : 3;
  const gram = (of: string, at: number): number => {
    const two = of.charCodeAt(at) * 31 + of.charCodeAt(at + 1);
    return (size === 2 ? two : two * 31 + of.charCodeAt(at + 2)) & 0xffff;
  };
  const known = new Uint8Array(0x10000);
  for (let at = 0; at + size <= pattern.length; at += 1) known[gram(pattern, at)] = 1;
  const width = pattern.length - size + 1;
  const best: { at: number; score: number }[] = [];
  let score = 0;
  for (let at = 0; at + size <= text.length; at += 1) {
    score += known[gram(text, at)] ?? 0;
    if (at >= width) score -= known[gram(text, at - width)] ?? 0;
    const slot = Math.floor(at / pattern.length);
    const held = best[slot];
    if (!held) best[slot] = { at: Math.max(0, at - width + 1), score };
    else if (score > held.score) {
      held.at = Math.max(0, at - width + 1);
      held.score = score;
    }
  }
  return best
    .filter((region) => region.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, REGIONS_MAX)
    .map((region) => region.at);
}
