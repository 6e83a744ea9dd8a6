/** The single numbers of a text, in digits and in words. */
import { type Core, groupedRun, readDigits } from './number-cores.ts';
import { readEnglish } from './number-phrases.ts';
import { WORDS } from './number-words.ts';

const CANDIDATE = new RegExp(
  `\\d|\\b(?:(?:a|an|half|several|few|scores|tens|thirds?|${WORDS})(?:s|es)?)\\b`,
  'giu',
);

function isWordStart(text: string, at: number): boolean {
  const previous = text[at - 1] ?? '';
  if (/[\p{L}\p{N}_'’]/u.test(previous)) return false;
  return !/[-‐‑]/.test(previous) || !/\p{L}/u.test(text[at - 2] ?? '');
}

/** Every single number, from left to right; those in words only in English. */
export function listCores(text: string, language: string): Core[] {
  const cores: Core[] = [];
  CANDIDATE.lastIndex = 0;
  for (;;) {
    const match = CANDIDATE.exec(text);
    if (!match) return cores;
    const at = match.index;
    const isDigit = /\d/.test(match[0]);
    let core: Core | null = null;
    if (isDigit) core = readDigits(text, at, language);
    else if (language === 'en' && isWordStart(text, at)) core = readEnglish(text, at);
    if (core) {
      cores.push(core);
      CANDIDATE.lastIndex = Math.max(core.end, at + 1);
    } else if (isDigit) {
      CANDIDATE.lastIndex = at + (groupedRun(text, at, language)?.length ?? 1);
    } else CANDIDATE.lastIndex = at + match[0].length;
  }
}
