import { capitalise } from './capitalise.ts';

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
