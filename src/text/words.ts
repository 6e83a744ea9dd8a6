import { IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';

const INVISIBLE = new RegExp(`[${SOFT}${IGNORED}\\p{M}]`, 'gu');
const QUOTE = new RegExp(`[${QUOTES}]`, 'gu');
const SPACES = new RegExp(`[${SPACE}]+`, 'gu');

/**
 * Text for comparisons that ignore case, accents, the shape of quotation marks, white
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
    .replace(QUOTE, "'")
    .replace(SPACES, ' ')
    .trim();
}
