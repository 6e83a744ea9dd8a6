import { foldWords } from './fold.ts';
import type { Range } from './offset-map.ts';
import { cutsNumber, cutsWord } from './word-edges.ts';

/**
 * Places of words in folded text (see foldText), and what stands around them. All ranges
 * are UTF-16 units of the folded text, end exclusive.
 */

const OCCURRENCES_MAX = 1_000;

/** Where the folded words stand, overlapping too; not where they would cut a number in two. */
export function occurrences(haystack: string, words: string): Range[] {
  const places: Range[] = [];
  if (words === '') return places;
  let start = haystack.indexOf(words);
  for (let seen = 0; start >= 0 && seen < OCCURRENCES_MAX; seen += 1) {
    const end = start + words.length;
    if (!cutsNumber(haystack, start) && !cutsNumber(haystack, end)) places.push({ start, end });
    start = haystack.indexOf(words, start + 1);
  }
  return places;
}

/** An editor may mean a part of a word, but only where the words don't stand whole. */
export function preferWhole(haystack: string, places: Range[]): Range[] {
  const whole = places.filter(
    ({ start, end }) => !cutsWord(haystack, start) && !cutsWord(haystack, end),
  );
  return whole.length > 0 ? whole : places;
}

/** Words as they are given, with what stood around them. */
interface Words {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** An end that didn't cut a word before an edit must not do so after it. */
export function keepWhole(haystack: string, places: Range[], words: Words): Range[] {
  const { exact, prefix = '', suffix = '' } = words;
  const cutStart = cutsWord(prefix + exact, prefix.length);
  const cutEnd = cutsWord(exact + suffix, exact.length);
  return places.filter(
    ({ start, end }) =>
      (cutStart || !cutsWord(haystack, start)) && (cutEnd || !cutsWord(haystack, end)),
  );
}

/** What stands around a place, folded, without the white space at the place itself. */
export interface Context {
  prefix: string;
  suffix: string;
}

export const foldContext = ({ prefix = '', suffix = '' }: Omit<Words, 'exact'>): Context => ({
  prefix: foldWords(prefix),
  suffix: foldWords(suffix),
});

/** What stands around a place, at least as long as the context that it is compared with. */
function around(haystack: string, { start, end }: Range, { prefix, suffix }: Context): Context {
  return {
    prefix: haystack.slice(Math.max(0, start - prefix.length - 1), start).trimEnd(),
    suffix: haystack.slice(end, end + suffix.length + 1).trimStart(),
  };
}

/** Whether all the given context stands around a place. */
export function fits(haystack: string, place: Range, context: Context): boolean {
  const { prefix, suffix } = around(haystack, place, context);
  return prefix.endsWith(context.prefix) && suffix.startsWith(context.suffix);
}

/** How many units of the given context, counted outwards, stand around a place. */
export function agreement(haystack: string, place: Range, context: Context): number {
  const { prefix, suffix } = around(haystack, place, context);
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === context.prefix.at(-1 - before))
    before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === context.suffix[after]) after += 1;
  return before + after;
}
