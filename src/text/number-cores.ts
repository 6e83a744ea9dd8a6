/**
 * Single numbers in digits: separators of the language, signs, scales ("1.2m"), and what gives a
 * name, a date or a clock time away. Words are read in `number-phrases.ts`.
 */
import { CURRENCY_BEFORE, CURRENCY_CODES } from './currencies.ts';
import { isCounted, isNumbered, withMyriads } from './number-myriads.ts';
import { readPower } from './number-powers.ts';
import { SCALE_RULES, SCALE_VALUES, SCALES, SUFFIX_VALUES } from './number-words.ts';
import type { NumberExpression } from './numbers.ts';

/** One number without its comparator; `bare` is its value before a scale word was applied. */
export interface Core {
  start: number;
  end: number;
  value: number | null;
  bare: number;
  scale: number;
  form: NumberExpression['form'];
}

const DOT_GROUPS = new Set('de es it pt nl da id tr el is nb no ro sl hr sr bs mk'.split(' '));

const COMMA_DECIMALS = new Set([
  ...DOT_GROUPS,
  ...'fr ru uk be kk pl cs sk sv fi hu bg lt lv et'.split(' '),
]);

const DIGITS = /\d+(?:(?:[.,\u00a0\u2009\u202f]|['’](?=\d{3}(?!\d)))\d+){0,8}/y;

const SPACED_GROUPS = /\d{1,3}(?: \d{3}){1,5}(?![\d.,]\d)/y;

const SCALE = new RegExp(`[ \\u00a0\\u202f-]?(${SCALES})\\b`, 'iy');

const SUFFIX = /[ \u00a0]?(k|mln|mn|mil|m|bn|bln|b|tn|trn)\b(?![-'’])/iy;

const GLUED_UNIT =
  /(?:%|°|[-‐‑–]|(?:mm|cm|km|kms|kg|mg|mph|kph|kmh|kwh|mwh|gwh|twh|mw|gw|kw|w|v|kv|gb|mb|tb|ft|in|lbs?|oz|g|p|pc|pct|pm|am|[cfx]|m|ha|b?hp|ps|nm|kt|mt|[kmg]bps|fps|mpg|years?|yo|sq|l|ml|mins?|hrs?|h|secs?|s|ms|m2|m3|km2|cm2|deg[cf]?|[kmg]?hz|mah|ppm|ppb|rpm|mpa|psi)(?![\p{L}\d]))/iuy;

const METRES =
  /m\b[ -](?:race|sprint|tall|high|deep|long|wide|freestyle|hurdles|away|above|below|final|relay|dash)/iy;

const AND_A_HALF = /[ -]and[ -](?:a[ -]|one[ -])?(half|quarter|third|three[ -]quarters)\b/iy;

const VULGAR: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const DIGIT_FRACTION = /([1-7])\/([23458])(?= \p{Ll})/uy;

/** Reads a run of digits with separators; null where the separators are no number's. */
function parseDigits(run: string, language: string): number | null {
  const plain = run.replace(/[\u00a0\u2009\u202f '’]/g, '');
  const swapped = COMMA_DECIMALS.has(language)
    ? plain.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
    : plain;
  if (/^\d+(?:\.\d+)?$/.test(swapped)) return Number(swapped);
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(swapped))
    return Number(swapped.replace(/,/g, ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(swapped)) return Number(swapped.replace(/\./g, ''));
  return null;
}

/** Digits with the separators of their groups, as far as they are one number; null if none are at `at`. */
export function groupedRun(text: string, at: number, language: string): string | null {
  const spaced = matchAt(SPACED_GROUPS, text, at);
  if (spaced && (language !== 'en' || /00$/.test(spaced[0]))) return spaced[0];
  const run = matchAt(DIGITS, text, at)?.[0];
  if (run === undefined) return null;
  // A space mark joins digits only where what follows it is a group of three.
  const split = run.search(/[\u00a0\u2009\u202f](?!\d{3}(?!\d))/);
  return split > 0 ? run.slice(0, split) : run;
}

const GLUED_CURRENCY = new RegExp(
  `(?<!\\p{L})(?:${CURRENCY_CODES}|Rs|US|HK|AU)$|\\p{Sc}(?:US|A|C)$`,
  'u',
);

/** True where digits belong to a name, a date, a clock time or a version rather than count. */
function isGlued(text: string, start: number, end: number): boolean {
  const previous = text[start - 1] ?? '';
  const oneBefore = text[start - 2] ?? '';
  const before = text.slice(Math.max(0, start - 5), start);
  if (/[\p{L}_\d]/u.test(previous) && isNumbered(before) && !GLUED_CURRENCY.test(before))
    return true;
  if (/[-‐‑/]/.test(previous) && /\p{L}/u.test(oneBefore)) {
    return (
      !isRangeDash(text, start) && !/\bminus-$/i.test(text.slice(Math.max(0, start - 7), start))
    );
  }
  if (/[:.]/.test(previous) && /[\d.]/.test(oneBefore)) return true;
  const next = text.slice(end, end + 2);
  if (/^[:/]\d/.test(next)) return true;
  if (/^[/]/.test(previous) && /\d/.test(oneBefore)) return true;
  if (!/^\p{L}/u.test(next)) return false;
  if (isCounted(text.slice(start, end), next.slice(0, 1), text.slice(end, end + 5))) return false;
  if (/^s(?!\p{L})/u.test(next) && /0$/.test(text.slice(start, end))) return true;
  return matchAt(GLUED_UNIT, text, end) === null && matchAt(SUFFIX, text, end) === null;
}

/** "5m-6m" and "$5bn-6bn": the letter before the dash is the suffix of another number. */
function isRangeDash(text: string, start: number): boolean {
  return /\d(?:k|m|mn|bn|b|tn|mm|cm|km|kg|c|f)[-‐‑]$/i.test(
    text.slice(Math.max(0, start - 6), start),
  );
}

function applyScale(text: string, core: Core): Core {
  const word = matchAt(SCALE, text, core.end);
  if (word) {
    const scale = SCALE_VALUES.get((word[1] ?? '').toLowerCase()) ?? 1;
    const next = {
      ...core,
      end: core.end + word[0].length,
      value: scaled(core.value, scale),
      scale,
    };
    const again = matchAt(SCALE, text, next.end);
    return again && scale < 1e6 ? applyScale(text, next) : next;
  }
  const suffix = core.form === 'digits' ? matchAt(SUFFIX, text, core.end) : null;
  if (!suffix || isMetres(text, core, suffix[0])) return core;
  const scale = SUFFIX_VALUES.get((suffix[1] ?? '').toLowerCase()) ?? 1;
  return { ...core, end: core.end + suffix[0].length, value: scaled(core.value, scale), scale };
}

/** "3,5 Milliarden", "2 mil millones". */
function applyForeignScale(text: string, core: Core, language: string): Core {
  for (const [pattern, scale] of SCALE_RULES.get(language) ?? []) {
    const word = matchAt(pattern, text, core.end);
    if (!word) continue;
    const next = {
      ...core,
      end: core.end + word[0].length,
      value: scaled(core.value, scale),
      scale: core.scale * scale,
    };
    return scale < 1e6 ? applyForeignScale(text, next, language) : next;
  }
  return core;
}

function isMetres(text: string, core: Core, suffix: string): boolean {
  const money = /\p{Sc}\s?$/u.test(text.slice(Math.max(0, core.start - 2), core.start));
  if (/^[ \u00a0]/.test(suffix)) return !money && /^.(?:[kmb]|mil)$/i.test(suffix);
  return !money && matchAt(METRES, text, core.end) !== null;
}

/** Multiplies without the noise of binary fractions (1.1 million is 1,100,000). */
export function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Number((value * scale).toPrecision(12));
}

/** The sign of a sum stands before that of its currency: "-$5", "minus £5m". */
const LOSS = new RegExp(`(?<![^\\s(])(?:[-−]|minus )${CURRENCY_BEFORE}$`, 'u');

/** A sign or a decimal point right before the digits: "-1.3", "minus 5", ".001". */
function readLead(
  text: string,
  at: number,
  run: string,
  value: number,
): { start: number; value: number } {
  const before = text.slice(Math.max(0, at - 12), at);
  if (/(?:^|[\s($€£])\.$/.test(before) && /^\d+$/.test(run)) {
    return { start: at - 1, value: Number(`0.${run}`) };
  }
  const sign = /(?:^|[\s($€£])(?:[-−]|minus[ -])$|(?<=,)minus $/i.exec(before);
  if (!sign) return { start: at, value: LOSS.test(before) ? -value : value };
  return { start: at - sign[0].replace(/^[\s($€£]/, '').length, value: -value };
}

/** "1/2 pound", "3/4 of": a fraction in digits before a word in small letters. */
function readVulgar(text: string, at: number): Core | null {
  const match = matchAt(DIGIT_FRACTION, text, at);
  const [value, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || value >= of || /[\p{L}\d/.,-]/u.test(text[at - 1] ?? '')) return null;
  const part = value / of;
  const end = at + match[0].length;
  const form = /^ of\b/.test(text.slice(end, end + 4)) ? 'fraction' : 'digits';
  return { start: at, end, value: part, bare: part, scale: 1, form };
}

/** The number whose digits begin at `at`; null for a name, a date, a clock time. */
export function readDigits(text: string, at: number, language: string): Core | null {
  const whole = readPower(text, at) ?? readVulgar(text, at);
  if (whole) return whole;
  const run = groupedRun(text, at, language);
  if (run === null || isGlued(text, at, at + run.length)) return null;
  const value = parseDigits(run, language);
  if (value === null || !Number.isFinite(value)) return null;
  const lead = readLead(text, at, run, value);
  const core: Core = { ...lead, end: at + run.length, bare: lead.value, scale: 1, form: 'digits' };
  const tail = text.slice(core.end, core.end + 6);
  const vulgar = VULGAR[tail[0] ?? ''];
  if (vulgar !== undefined)
    return applyScale(text, { ...core, end: core.end + 1, value: value + vulgar });
  const inline = /^[ -](\d)\/(\d)(?!\d)/.exec(tail);
  if (inline) {
    const part = Number(inline[1]) / Number(inline[2]);
    return applyScale(text, { ...core, end: core.end + inline[0].length, value: value + part });
  }
  const myriads = withMyriads(text, core);
  if (myriads.end > core.end) return myriads;
  return language === 'en'
    ? withHalf(text, applyScale(text, core))
    : applyForeignScale(text, core, language);
}

export function withHalf(text: string, core: Core): Core {
  const half = matchAt(AND_A_HALF, text, core.end);
  if (!half || core.value === null) return core;
  const word = (half[1] ?? '').toLowerCase();
  const part = word === 'half' ? 0.5 : word === 'quarter' ? 0.25 : word === 'third' ? 1 / 3 : 0.75;
  const value = core.value + part * core.scale;
  const end = core.end + half[0].length;
  if (core.scale > 1) return { ...core, end, value };
  return applyScale(text, { ...core, end, value, bare: value });
}
