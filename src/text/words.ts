import { IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';

// The first look spares plain letters the second, which is long for all of Unicode.
const INVISIBLE = new RegExp(`(?![a-z ])[${SOFT}${IGNORED}\\p{M}]`, 'gu');
const QUOTE = new RegExp(`[${QUOTES}]`, 'gu');
const SPACES = new RegExp(`[${SPACE}]+`, 'gu');

/** Letters that Unicode doesn't take apart, as a keyboard without them writes them. */
const LATIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const LATIN_LETTER = new RegExp(`[${Object.keys(LATIN).join('')}]`, 'gu');

/**
 * Text for comparisons that ignore case, accents and strokes, the shape of quotation marks, white
 * space and invisible characters: "« Café »" and "' CAFE '" fold alike. Not for display.
 *
 * Folding what is folded changes nothing.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(QUOTE, "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(LATIN_LETTER, (letter) => LATIN[letter] ?? letter)
    .replace(QUOTE, "'")
    .replace(SPACES, ' ')
    .trim();
}

/**
 * The words of a query, folded. The signs that LIKE takes for wildcards and escapes part
 * words: neither engine lets Prisma say that they are meant as they are.
 */
export function wordsOf(query: string): string[] {
  return foldForSearch(query)
    .split(/[%_\\\s]+/)
    .filter((word) => word !== '');
}
