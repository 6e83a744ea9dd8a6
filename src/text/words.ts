import { IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';

/**
 * Scripts whose marks are accents or points that many leave out. Those of others are vowels, as
 * in Hindi and Thai, without which names and words become each other: अनीता, अनंत.
 */
const ACCENTED =
  '\\p{sc=Inherited}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Hebrew}\\p{sc=Arabic}\\p{sc=Syriac}';
/** They make other letters in Japanese: か, が. */
const VOICED = '\\u3099\\u309A';
/** A part of Thai's and Lao's "am" that is also typed apart, and then before or behind a tone. */
const NIKHAHIT = '\\u0E4D\\u0ECD';
// The first look spares plain letters the others, which are long for all of Unicode.
const INVISIBLE = new RegExp(
  `(?![a-z ])(?:[${SOFT}${IGNORED}${NIKHAHIT}]|(?=\\p{M})(?![${VOICED}])[${ACCENTED}])`,
  'gu',
);
const BEYOND_ASCII = /[\u0080-\uFFFF]/;
const QUOTE = new RegExp(`[${QUOTES}]`, 'g');
/** White space that is not one space alone. */
const SPACES = new RegExp(`[${SPACE}]{2,}|(?!\\x20)[${SPACE}]`, 'g');

/** Letters that Unicode doesn't take apart, as a keyboard without them writes them. */
const LETTERS: Record<string, string> = {
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
  // At the end of a word, which capitals don't tell, nor a beginning that is searched for.
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

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
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
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
