/**
 * How text is cut into the words that search compares. Both databases store and look up
 * exactly these, so that they find the same.
 */
import { IGNORED, SOFT, SPACELESS } from '../text/characters.ts';
import { foldForSearch } from '../text/words.ts';

/** A word of a text, folded, and where it stands: UTF-16 offsets, end exclusive. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** The last two are marks of Japanese in letters of half the width. */
const INNER = `\\p{M}${SOFT}${IGNORED}\\uFF9E\\uFF9F`;

/** Not what stands between most words, which need not be looked for in all of Unicode. */
const NOT_BETWEEN = '(?![ .,\\n])';
/** A letter or a digit that a number would be one word with: 約1,200人 has the number whole. */
const ATTACHED = `(?![${SPACELESS}])[\\p{L}\\p{N}]`;
const FURTHER = `(?:[a-z]|${NOT_BETWEEN}(?![${SPACELESS}])[\\p{L}\\p{N}${INNER}])*`;

/**
 * Words, numbers whole ("7,000", "3.5"), and single characters of scripts without spaces. What
 * begins with a plain letter comes first, and a number is looked for at a digit only: looking
 * through all of Unicode takes several times as long.
 */
const RUN = new RegExp(
  `${NOT_BETWEEN}(?:[A-Za-z]${FURTHER}|` +
    '(?=\\d)(?:' +
    `(?<!${ATTACHED})\\d{1,3}(?:[,\\u00A0\\u202F]\\d{3})+(?:\\.\\d+)?(?!${ATTACHED})|` +
    `(?<!${ATTACHED}|\\.)\\d+\\.\\d+(?!${ATTACHED}|\\.\\d))|` +
    `[${SPACELESS}][${INNER}]*|` +
    `${ATTACHED}${FURTHER})`,
  'gu',
);
const PLAIN = /^[A-Za-z0-9]+$/;
/** No word holds any of these signs. */
const NUMBER = /^\d[\d.,\u00A0\u202F]+$/;
const GROUPING = /[,\u00A0\u202F]/g;
/** Marks that folding leaves belong to the letter before them (words.ts). */
const PIECE = new RegExp(
  `(?=[\\p{L}\\p{N}])[${SPACELESS}]\\p{M}*|${ATTACHED}(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
);
const SPACELESS_WORD = new RegExp(`^[${SPACELESS}]`, 'u');
/** Longer words are compared by their beginning. */
const WORD_MAX = 64;

/** The words of a text in their order, lazily. A run that folds to several words gives each. */
export function* tokensOf(text: string): Generator<Token, void> {
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const start = match.index;
    const end = start + run.length;
    for (const word of wordsOf(run)) yield { word, start, end };
  }
}

function wordsOf(run: string): string[] {
  if (PLAIN.test(run)) return [cut(run.toLowerCase())];
  if (NUMBER.test(run)) return [cut(run.replace(GROUPING, ''))];
  return (foldForSearch(run).match(PIECE) ?? []).map(cut);
}

function cut(word: string): string {
  if (word.length <= WORD_MAX) return word;
  const short = word.slice(0, WORD_MAX);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

/** Whether a word is a character of a script without spaces. */
export const isSpaceless = (word: string): boolean => SPACELESS_WORD.test(word);

/** The words of a text alone. */
export function wordList(text: string): string[] {
  const words: string[] = [];
  for (const run of text.match(RUN) ?? []) for (const word of wordsOf(run)) words.push(word);
  return words;
}
