import { IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';

// The first look spares plain letters the second, which is long for all of Unicode.
const INVISIBLE = new RegExp(`(?![a-z ])[${SOFT}${IGNORED}\\p{M}]`, 'gu');
const BEYOND_ASCII = /[\u0080-\uFFFF]/;
const QUOTE = new RegExp(`[${QUOTES}]`, 'g');
/** White space that is not one space alone. */
const SPACES = new RegExp(`[${SPACE}]{2,}|(?!\\x20)[${SPACE}]`, 'g');

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
  const small = text.replace(QUOTE, "'").normalize('NFKD').toLowerCase();
  return (BEYOND_ASCII.test(small) ? foldLetters(small) : small)
    .replace(QUOTE, "'")
    .replace(SPACES, ' ')
    .trim();
}

function foldLetters(small: string): string {
  return small
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(LATIN_LETTER, (letter) => LATIN[letter] ?? letter);
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
