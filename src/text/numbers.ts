/**
 * Number expressions in running text: digits, number words, scales, ranges and the words that
 * compare ("over 7,000", "between 5 and 7", "two dozen"). Pure, and linear in the length of the
 * text: patterns that look around a number see a slice of bounded length.
 */

import { CURRENCY_BEFORE } from './currencies.ts';
import { type Core, scaled } from './number-cores.ts';
import { listComparatorRules, primaryLanguage } from './number-words.ts';
import { listCores } from './single-numbers.ts';

export type Comparator = 'eq' | 'approx' | 'gt' | 'gte' | 'lt' | 'lte' | 'between';

/**
 * `start` and `end` are UTF-16 indices, end exclusive, of the whole expression: comparator words,
 * both ends of a range and scale words are in it, a unit or counted noun after it is not, nor is a
 * currency sign before it unless a comparator word stands in front. `coreStart`..`coreEnd` leave
 * out the comparator words.
 *
 * `low` = `high` for `eq` and `approx`; `gt`, `gte` have only `low`; `lt`, `lte` only `high`; an
 * uncounted plural ("dozens") is `approx` with neither. Percentages keep the number as written,
 * fractions are decimals (`form: 'fraction'`).
 */
export interface NumberExpression {
  start: number;
  end: number;
  coreStart: number;
  coreEnd: number;
  comparator: Comparator;
  low: number | null;
  high: number | null;
  form: 'digits' | 'words' | 'fraction' | 'vague';
}

/** Longest stretch of text before a number in which comparator words are looked for. */
const LOOK_BACK = 48;

const MEASURE =
  '%|percent|per cent|percentage points?|degrees|dollars|euros|pounds|cents|people|years?|months?|days?|hours?|minutes?|metres|meters|feet|miles|km|kilomet(?:er|re)s|mm|cm|kg|c|f|m';
const JOIN_WORD =
  '(?:to|or|and|bis|à|a|et|und|y)(?: (?:about|around|perhaps|as many as|up to|maybe|nearly))?';
const JOIN = new RegExp(
  `^(?:\\s?(?:${MEASURE}))?(-? ?[-‐‑–—] ?|-? ${JOIN_WORD} )(?:${CURRENCY_BEFORE})?$`,
  'iu',
);

/** A verb of change right before a number: "rose 5 percent to 12" is no range. */
const CHANGE_RIGHT_BEFORE = new RegExp(
  '\\b(?:increased|decreased|dropped|climbed|jumped|gained|declined|slipped|soared|surged|tumbled|advanced|plunged|up|down|rose|risen|rises?|fell|fallen|falls?|grew|grown|slid|shrank|by|gains?|jumps?|drops?|declines?|increases?)' +
    `(?: (?:by|another|about|around|almost|nearly|more than|a))* (?:${CURRENCY_BEFORE})?$`,
  'iu',
);

const CHANGE_BEFORE =
  /\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grow(?:s|ing)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|cut(?:s|ting)?|rais(?:e|es|ed|ing)|slip(?:s|ped|ping)?|declin(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|went|gone|chang(?:e|es|ed|ing)|slid|expand(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|up|down|swell(?:ed)?|soar(?:ed)?|surg(?:ed|ing)?|shr(?:ank|unk|ink)|improv(?:ed|ing)?|advanc(?:ed|ing)?|eas(?:ed|ing)?|boost(?:ed|ing)?|bring(?:ing)?|brought|doubl(?:ed|ing)|tripl(?:ed|ing))\b[^.;]{0,40}$/i;

const BETWEEN = new RegExp(
  `\\b(?:(?:anywhere |somewhere )?between|zwischen|entre) (?:${CURRENCY_BEFORE})?$`,
  'iu',
);
const FROM = new RegExp(
  `\\b(?:(?:anywhere |somewhere |ranging )?from) (?:${CURRENCY_BEFORE})?$`,
  'iu',
);

/** Four plain digits that read as a year. */
function isYearLike(text: string, core: Core): boolean {
  return /^(?:19|20)\d\d$/.test(text.slice(core.start, core.end));
}

/** Joins "5,000-6,000", "5,000 to 6,000", "between 5 and 7", "five or six"; null where it is no range. */
function joinRange(
  text: string,
  left: Core,
  right: Core,
): { start: number; low: number; high: number } | null {
  if (left.value === null || right.value === null || right.start - left.end > 32) return null;
  const gap = text.slice(left.end, right.start);
  if (isSpokenGuess(gap, left, right))
    return { start: left.start, low: left.bare * inScale(right).scale, high: right.value };
  const join = JOIN.exec(gap);
  if (!join) return null;
  const before = text.slice(Math.max(0, left.start - LOOK_BACK), left.start);
  const kind = (join[1] ?? '')
    .replace(/^-(?= )/, '')
    .trim()
    .toLowerCase();
  const between = BETWEEN.exec(before);
  const from = FROM.exec(before);
  if (/^(?:and|und|et|y)/.test(kind) && !between) return null;
  if (kind.startsWith('or') && (!isGuess(left, right) || /\p{Sc}/u.test(join[0]))) return null;
  const { count, scale } = inScale(right);
  const carried = scale > 1 && left.scale === 1 && left.bare < 1000 && left.value <= count;
  const low = carried ? scaled(left.value, scale) : left.value;
  if (low === null) return null;
  if (!between && !from && right.value > 3 * low && CHANGE_RIGHT_BEFORE.test(before)) return null;
  if (/(?:%|percent|per cent)/i.test(join[0]) && /\p{Sc}/u.test(join[0])) return null;
  if (!between && isYearLike(text, left) && !isYearLike(text, right)) return null;
  if (
    from &&
    !/ranging|anywhere|somewhere/i.test(from[0]) &&
    CHANGE_BEFORE.test(before.slice(0, from.index))
  )
    return null;
  if (low >= right.value) return null;
  const opener = between ?? from;
  const start = opener ? left.start - (before.length - opener.index) : left.start;
  return { start, low, high: right.value };
}

/** A number as its count of the last scale word: "three hundred" is three times 100. */
function inScale({ form, bare, scale }: Core): { count: number; scale: number } {
  const hundreds = form === 'words' && scale === 1 && bare > 100 && bare % 100 === 0;
  return hundreds ? { count: bare / 100, scale: 100 } : { count: bare, scale };
}

/** "five or six", "two or three hundred": neighbours; the scale stands behind the second. */
function isGuess(left: Core, right: Core): boolean {
  const { count } = inScale(right);
  return left.scale === 1 && count <= 20 && count > left.bare && count - left.bare <= 2;
}

/** "two, three hundred euros": a guess without "or", in words. */
function isSpokenGuess(between: string, left: Core, right: Core): boolean {
  const words = left.form === 'words' && right.form === 'words';
  return words && between === ', ' && inScale(right).scale > 1 && isGuess(left, right);
}

/** "one in five" as a share; the second number must not be a year or a count of its own. */
function joinShare(text: string, left: Core, right: Core): number | null {
  if (left.value === null || right.value === null) return null;
  if (!/^ (?:in|out of)(?: every)? $/.test(text.slice(left.end, right.start))) return null;
  const usual = right.value <= 12 || [15, 20, 25, 50, 100, 1000].includes(right.value);
  if (!usual || left.value >= right.value || left.value > 10 || right.value < 2) return null;
  if (
    /^(?:st|nd|rd|th|:|\d|,\d| (?:years|days|months|weeks|minutes|hours|seconds|games|matches))/.test(
      text.slice(right.end, right.end + 8),
    )
  )
    return null;
  return left.value / right.value;
}

const AFTER: readonly (readonly [RegExp, Comparator])[] = [
  [
    /^(?: ?(?:%|percent|per cent))? (?:or|and) (?:more|above|higher|over|up|greater|better|older)\b/i,
    'gte',
  ],
  [/^(?:\+|-plus\b| plus\b(?! \d))/i, 'gte'],
  [/^(?: ?(?:%|percent|per cent))? or (?:less|fewer|below|lower|under|younger)\b/i, 'lte'],
  [/^(?: or so\b| or thereabouts\b|-odd\b|-ish\b| give or take\b)/i, 'approx'],
];

const SIGNS: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:>=|≥) ?$/, 'gte'],
  [/(?:<=|≤) ?$/, 'lte'],
  [/> ?$/, 'gt'],
  [/< ?$/, 'lt'],
  [/[~≈] ?$/, 'approx'],
];

const DURATION = /^[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/i;

interface Comparison {
  comparator: Comparator;
  start: number;
  end: number;
}

const MONEY_BEFORE = new RegExp(`${CURRENCY_BEFORE}$`, 'u');

/** Comparator words before `start` or after `end`; the span grows over them. */
function compare(text: string, start: number, end: number, language: string): Comparison {
  const from = Math.max(0, start - LOOK_BACK);
  const before = text.slice(from, start).replace(MONEY_BEFORE, '');
  // Words stand right before the number, and signs hold no letter.
  const rules = /[\p{L}."”]$/u.test(before.trimEnd()) ? listComparatorRules(language) : SIGNS;
  for (const [pattern, comparator] of rules) {
    const match = pattern.exec(before);
    if (!match) continue;
    const words = match[1] ?? match[0];
    const at = from + match.index + match[0].indexOf(words);
    if (isOverTime(text, words, before, end)) break;
    return { comparator, start: at, end };
  }
  const after = text.slice(end, end + 24);
  for (const [pattern, comparator] of AFTER) {
    const match = pattern.exec(after);
    if (match) return { comparator, start, end: end + match[0].length };
  }
  return { comparator: 'eq', start, end };
}

/** "over three years" says when, "for over three years" says how long. */
function isOverTime(text: string, words: string, before: string, end: number): boolean {
  if (!/^(?:over|within|near|under)$/i.test(words) || !DURATION.test(text.slice(end, end + 12)))
    return false;
  if (/^(?:within|under)$/i.test(words)) return false;
  return !/\b(?:for|of|by|just|well|takes?|took|with|after|in|been|is|was|lasted|spent|spans?) over\s*$/i.test(
    before,
  );
}

function toExpression(core: Core, comparison: Comparison): NumberExpression {
  const { comparator } = comparison;
  const vague = core.value === null;
  const low = comparator === 'lt' || comparator === 'lte' ? null : core.value;
  const high = comparator === 'gt' || comparator === 'gte' ? null : core.value;
  return {
    start: comparison.start,
    end: comparison.end,
    coreStart: core.start,
    coreEnd: core.end,
    comparator: vague ? 'approx' : comparator,
    low,
    high,
    form: core.form,
  };
}

/** Digits as wide as Chinese letters, with their points. */
const WIDE = /[０-９](?:[０-９．，]*[０-９])?/g;
const narrow = (wide: string): string =>
  wide.replace(/./g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

/**
 * Finds every number expression, in order, none overlapping. Dates and names of models are kept
 * out only where their form gives them away ("10:30", "AK-12", "21st", "1990s"); whether a plain
 * number is a year or an age is for the caller to say.
 *
 * `language` is a BCP 47 tag, English when left out. Number words are read in English, scales and
 * comparator words also in German, French and Spanish, the scales of Chinese, Japanese and Korean
 * (万, 억) everywhere, as are digits, by the language's separators.
 */
export function findNumbers(
  source: string,
  options: { language?: string } = {},
): NumberExpression[] {
  const text = source.replace(WIDE, narrow);
  const language = primaryLanguage(options.language ?? 'en');
  const cores = listCores(text, language);
  const found: NumberExpression[] = [];
  for (let index = 0; index < cores.length; index += 1) {
    const core = cores[index];
    if (!core) continue;
    const next = cores[index + 1];
    const range = next ? joinRange(text, core, next) : null;
    if (next && range) {
      const { comparator: outer, start } = compare(text, range.start, next.end, language);
      const span = { start: outer === 'eq' ? range.start : start, end: next.end };
      const form = core.form === 'words' ? next.form : core.form;
      found.push({
        ...span,
        coreStart: core.start,
        coreEnd: next.end,
        comparator: 'between',
        low: range.low,
        high: range.high,
        form,
      });
      index += 1;
      continue;
    }
    const share = next ? joinShare(text, core, next) : null;
    const whole: Core =
      next && share !== null ? { ...core, end: next.end, value: share, form: 'fraction' } : core;
    if (whole !== core) index += 1;
    found.push(toExpression(whole, compare(text, whole.start, whole.end, language)));
  }
  return found;
}
