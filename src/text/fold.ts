import { HYPHENS, IGNORED, QUOTES, SOFT, SPACE } from './characters.ts';
import { TracedText } from './offset-map.ts';

const INVISIBLE = `${SOFT}${IGNORED}`;
/**
 * What folds to something else. A space alone, which most spaces are, stays as it is; the
 * first look spares plain letters, and a space before one, all others.
 */
const FOLDED = new RegExp(
  `(?!\\x20?[A-Za-z0-9])(?:(?<space>(?!\\x20[^${SPACE}${INVISIBLE}])[${INVISIBLE}]*[${SPACE}][${SPACE}${INVISIBLE}]*)|(?<quote>[${QUOTES}])|` +
    `(?<hyphen>[${HYPHENS}])|(?<broken>[\\0\\p{Cs}])|[${INVISIBLE}]+)`,
  'gu',
);

/**
 * Text as it is compared when an anchor is looked for (DESIGN §4): white space runs are one
 * space, all quotation marks one apostrophe, invisible characters gone, in NFC, case kept.
 * Offsets lead back to UTF-16 units of `text`. Linear time.
 */
export function foldText(text: string): TracedText {
  const folded = new TracedText();
  let copied = 0;
  for (const match of text.matchAll(FOLDED)) {
    const { index, groups } = match;
    const end = index + match[0].length;
    folded.add(text.slice(copied, index), copied, index);
    folded.add(replacement(groups), index, end);
    copied = end;
  }
  folded.add(text.slice(copied), copied, text.length);
  return folded.composed();
}

function replacement(groups: Record<string, string | undefined> | undefined): string {
  if (groups?.space !== undefined) return ' ';
  if (groups?.quote !== undefined) return "'";
  if (groups?.hyphen !== undefined) return '-';
  return groups?.broken === undefined ? '' : '\uFFFD';
}

/** A quotation, prefix or suffix as it is compared; white space around it never counts. */
export const foldWords = (words: string): string => foldText(words).toString().trim();
