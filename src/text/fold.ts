import { HYPHENS, IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';
import { TracedText } from './offset-map.ts';

const INVISIBLE = `${SOFT}${IGNORED}`;
/** Where something may fold: letters and digits, of which texts are made, and one space do not. */
const SUSPECT = /[^ !#-&(-_a-~À-ʻͰ-\u061B\u061D-\u167F\u1810-\u1FFF\u3040-\uD7FF]| (?= )/g;
const FOLDED = new RegExp(
  `([${INVISIBLE}]*[${SPACE}][${SPACE}${INVISIBLE}]*)|([${QUOTES}])|` +
    `([${HYPHENS}])|([\\0\\p{Cs}])|[${INVISIBLE}]+`,
  'uy',
);

/**
 * Text as it is compared when an anchor is looked for: white space runs are one
 * space, all quotation marks one apostrophe, invisible characters gone, in NFC, case kept.
 * Offsets lead back to UTF-16 units of `text`. Linear time.
 */
export function foldText(text: string): TracedText {
  const folded = new TracedText();
  let copied = 0;
  for (let at = findSuspect(text, 0); at >= 0; at = findSuspect(text, Math.max(at + 1, copied))) {
    FOLDED.lastIndex = at;
    const found = FOLDED.exec(text);
    if (found === null) continue;
    folded.add(text.slice(copied, at), copied, at);
    copied = FOLDED.lastIndex;
    folded.add(replacement(found, text[at - 1] === ' '), at, copied);
  }
  folded.add(text.slice(copied), copied, text.length);
  return folded.composed();
}

function findSuspect(text: string, from: number): number {
  SUSPECT.lastIndex = from;
  return SUSPECT.test(text) ? SUSPECT.lastIndex - 1 : -1;
}

/** @param spaced whether a space stands before it already */
function replacement([, space, quote, hyphen, broken]: RegExpExecArray, spaced: boolean): string {
  if (space !== undefined) return spaced ? '' : ' ';
  if (quote !== undefined) return "'";
  if (hyphen !== undefined) return '-';
  return broken === undefined ? '' : '\uFFFD';
}

/** A quotation, prefix or suffix as it is compared; white space around it never counts. */
export const foldWords = (words: string): string => foldText(words).toString().trim();
