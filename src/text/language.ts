import { capitalise } from './capitalise.ts';

/** What all of some tags say: `en` of `en` and `en-GB`; null where they differ, or there are none. */
export function commonLanguage(tags: readonly string[]): string | null {
  const [first, ...rest] = new Set(tags.map(conventionalLanguage));
  if (first === undefined || rest.length === 0) return first ?? null;
  const [primary = ''] = first.split('-');
  return rest.every((tag) => tag.split('-')[0] === primary) ? primary : null;
}

/**
 * A language tag in the letters that RFC 5646 (§2.1.1) recommends: `pt-BR`, `zh-Hant`. Tags that
 * differ in their case only are the same.
 */
export function conventionalLanguage(tag: string): string {
  return tag
    .split('-')
    .map((part, index) => (index === 0 ? part.toLowerCase() : conventionalPart(part)))
    .join('-');
}

/** ISO 15924 codes of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set('Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '));

/** Whether a language is written from right to left: Arabic and `pa-PK` are, `ar-Latn` is not. */
export function isRightToLeft(tag: string): boolean {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '');
  } catch {
    // What has the form of a tag, and names no language.
    return false;
  }
}

function conventionalPart(part: string): string {
  const lower = part.toLowerCase();
  if (part.length === 2) return part.toUpperCase();
  return part.length === 4 ? capitalise(lower) : lower;
}
