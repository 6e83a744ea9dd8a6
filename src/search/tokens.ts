/**
 * How text is cut into the words that search compares. Both databases store and look up
 * exactly these, so that they find the same.
 */
import { IGNORED, SOFT } from '../text/characters.ts';
import { foldForSearch } from '../text/words.ts';

/** A word of a text, folded, and where it stands: UTF-16 offsets, end exclusive. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** Scripts that put no spaces between words: each of their characters is a word. */
const SPACELESS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const INNER = `\\p{M}${SOFT}${IGNORED}`;

/**
 * Numbers whole ("7,000", "3.5"), then single characters of those scripts, then words, of
 * which plain letters come first: looking through all of Unicode takes several times as long.
 */
const RUN = new RegExp(
  '(?<number>(?<![\\p{L}\\p{N}])\\d{1,3}(?:[,\\u00A0\\u202F]\\d{3})+(?:\\.\\d+)?(?![\\p{L}\\p{N}])|' +
    '(?<![\\p{L}\\p{N}.])\\d+\\.\\d+(?![\\p{L}\\p{N}]|\\.\\d))|' +
    `[${SPACELESS}][${INNER}]*|` +
    `(?:[A-Za-z]|(?![${SPACELESS}])[\\p{L}\\p{N}])(?:[a-z]|(?![${SPACELESS}])[\\p{L}\\p{N}${INNER}])*`,
  'gu',
);
const PLAIN = /^[A-Za-z0-9]+$/;
const GROUPING = /[,\u00A0\u202F]/g;
const PIECE = new RegExp(`[${SPACELESS}]|(?:(?![${SPACELESS}])[\\p{L}\\p{N}])+`, 'gu');
/** Longer words are compared by their beginning. */
const WORD_MAX = 64;

/** The words of a text in their order, lazily. A run that folds to several words gives each. */
export function* tokensOf(text: string): Generator<Token, void> {
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    const start = match.index;
    const end = start + run.length;
    for (const word of wordsOf(run, match.groups?.number !== undefined)) yield { word, start, end };
  }
}

function wordsOf(run: string, isNumber: boolean): string[] {
  if (isNumber) return [cut(run.replace(GROUPING, ''))];
  if (PLAIN.test(run)) return [cut(run.toLowerCase())];
  return (foldForSearch(run).match(PIECE) ?? []).map(cut);
}

function cut(word: string): string {
  if (word.length <= WORD_MAX) return word;
  const short = word.slice(0, WORD_MAX);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

/** The words of a text alone. */
export function wordList(text: string): string[] {
  const words: string[] = [];
  for (const { 0: run, groups } of text.matchAll(RUN)) {
    for (const word of wordsOf(run, groups?.number !== undefined)) words.push(word);
  }
  return words;
}
