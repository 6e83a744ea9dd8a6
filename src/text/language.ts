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

function conventionalPart(part: string): string {
  const lower = part.toLowerCase();
  if (part.length === 2) return part.toUpperCase();
  return part.length === 4 ? capitalise(lower) : lower;
}
