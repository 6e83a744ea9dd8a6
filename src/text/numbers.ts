/**
 * Number expressions in running text: digits, number words, scales, ranges and the words that
 * compare ("over 7,000", "between 5 and 7", "two dozen"). Pure, and linear in the length of the
 * text: patterns that look around a number see a slice of bounded length.
 */
import {
  FRACTION_VALUES,
  listComparatorRules,
  SCALE_VALUES,
  SUFFIX_VALUES,
  UNIT_VALUES,
} from './number-words.ts';

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

/** One number without its comparator; `bare` is its value before a scale word was applied. */
interface Core {
  start: number;
  end: number;
  value: number | null;
  bare: number;
  scale: number;
  form: NumberExpression['form'];
}

/** Longest stretch of text before a number in which comparator words are looked for. */
const LOOK_BACK = 48;
const DOT_GROUPS = new Set('de es it pt nl da id tr el is nb no ro sl hr sr'.split(' '));
const COMMA_DECIMALS = new Set([
  ...DOT_GROUPS,
  ...'fr ru uk pl cs sk sv fi hu bg lt lv et'.split(' '),
]);

const WORDS = [...UNIT_VALUES.keys(), ...SCALE_VALUES.keys()].join('|');
const CANDIDATE = new RegExp(
  `\\d|\\b(?:(?:a|an|half|several|few|scores|tens|thirds?|${WORDS})(?:s|es)?)\\b`,
  'giu',
);
const DIGITS = /\d+(?:[.,\u00a0\u2009\u202f]\d+){0,8}/y;
const SPACED_GROUPS = /\d{1,3}(?: \d{3}){1,5}(?![\d.,]\d)/y;
const SCALE = /[ \u00a0\u202f-]?(dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b/iy;
const SUFFIX = /[ \u00a0]?(k|mln|mn|mil|m|bn|bln|b|tn|trn)\b(?![-'’])/iy;
const GLUED_UNIT =
  /(?:%|°|[-‐‑–]|(?:mm|cm|km|kms|kg|mg|mph|kph|kmh|kwh|mwh|gwh|twh|mw|gw|kw|w|v|kv|gb|mb|tb|ft|in|lbs?|oz|g|p|pc|pct|pm|am|[cfx]|m|ha|b?hp|ps|nm|kt|mt|[kmg]bps|fps|mpg|years?|yo|sq|l|ml|mins?|hrs?|h|secs?|s|ms|m2|m3|km2|cm2|deg[cf]?|[kmg]?hz|mah|ppm|ppb|rpm|mpa|psi)(?![\p{L}\d]))/iuy;
const METRES =
  /m\b[ -](?:race|sprint|tall|high|deep|long|wide|freestyle|hurdles|away|above|below|final|relay|dash)/iy;
const VAGUE =
  /(?:(?:several|many|a few|few)[ \u00a0](?:dozen|hundred|thousand|million|billion)(?:[ \u00a0](?:thousand|million|billion))?|(?:(?:tens|hundreds|thousands|dozens|scores)(?: (?:and|or) (?:hundreds|thousands|dozens|scores))? of )?(?:hundreds|thousands|millions|billions|trillions|dozens|scores))\b/iy;
const FRACTION_TAIL =
  /[ -](hal(?:f|ves)|third|quarter|fourth|fifth|sixth|seventh|eighth|tenth|hundredth)s?\b(?= of| the|[.,;:)]|$| in)/iy;
const HALF_START =
  /(?:an? )?(half|quarter)(?:[ -]+(?:of )?(?:an? |the )?)(dozen|hundred|thousand|million|billion|trillion)\b/iy;
const PLAIN_FRACTION =
  /(?:a |an |one[- ])?(half|third|quarter|fifth|tenth)\b(?= (?:of|the|its|their|all|an?|his|her|our)\b)/iy;
const AND_A_HALF = /[ -]and[ -](?:a[ -]|one[ -])?(half|quarter|third|three[ -]quarters)\b/iy;
const VULGAR: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads a run of digits with separators; null where the separators are no number's. */
function parseDigits(run: string, language: string): number | null {
  const plain = run.replace(/[\u00a0\u2009\u202f ]/g, '');
  const swapped = COMMA_DECIMALS.has(language)
    ? plain.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
    : plain;
  if (/^\d+(?:\.\d+)?$/.test(swapped)) return Number(swapped);
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(swapped))
    return Number(swapped.replace(/,/g, ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(swapped)) return Number(swapped.replace(/\./g, ''));
  return null;
}

function groupedRun(text: string, at: number, language: string): string | null {
  const spaced = matchAt(SPACED_GROUPS, text, at);
  if (spaced && (language !== 'en' || /00$/.test(spaced[0]))) return spaced[0];
  const run = matchAt(DIGITS, text, at)?.[0];
  if (run === undefined) return null;
  // A space mark joins digits only where what follows it is a group of three.
  const split = run.search(/[\u00a0\u2009\u202f](?!\d{3}(?!\d))/);
  return split > 0 ? run.slice(0, split) : run;
}

/** True where digits belong to a name, a date, a clock time or a version rather than count. */
function isGlued(text: string, start: number, end: number): boolean {
  const previous = text[start - 1] ?? '';
  const oneBefore = text[start - 2] ?? '';
  if (/[\p{L}_\d]/u.test(previous))
    return (
      !/(?:^|[^\p{L}])(?:PS|RM|USD|EUR|GBP|INR|CHF|Rs|US|HK|AU)$/u.test(
        text.slice(Math.max(0, start - 5), start),
      ) && !/[$€£](?:US|A|C)$/.test(text.slice(Math.max(0, start - 4), start))
    );
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

function isMetres(text: string, core: Core, suffix: string): boolean {
  const money = /[$€£¥]\s?$/.test(text.slice(Math.max(0, core.start - 2), core.start));
  if (/^[ \u00a0]/.test(suffix)) return !(money && /[a-z]/i.test(suffix));
  return !money && matchAt(METRES, text, core.end) !== null;
}

/** Multiplies without the noise of binary fractions (1.1 million is 1,100,000). */
function scaled(value: number | null, scale: number): number | null {
  return value === null ? null : Number((value * scale).toPrecision(12));
}

/** A sign or a decimal point right before the digits: "-1.3", "minus 5", ".001". */
function readLead(
  text: string,
  at: number,
  run: string,
  value: number,
): { start: number; value: number } {
  const before = text.slice(Math.max(0, at - 8), at);
  if (/(?:^|[\s($€£])\.$/.test(before) && /^\d+$/.test(run)) {
    return { start: at - 1, value: Number(`0.${run}`) };
  }
  const sign = /(?:^|[\s($€£])(?:[-−]|minus[ -])$/i.exec(before);
  if (!sign) return { start: at, value };
  return { start: at - sign[0].replace(/^[\s($€£]/, '').length, value: -value };
}

function readDigits(text: string, at: number, language: string): Core | null {
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
  return language === 'en' ? withHalf(text, applyScale(text, core)) : core;
}

const WORD_AT = new RegExp(`(?:[ \\u00a0-](?:and[ -])?)?(${WORDS})\\b`, 'iy');

/** Reads number words from `at`: "two hundred and fifty thousand", "seventy-five", "a million". */
function readWords(text: string, at: number): Core | null {
  let total = 0;
  let current = 0;
  let end = at;
  let last = Number.POSITIVE_INFINITY;
  let lastWasScale = false;
  const article = matchAt(
    /an?[ \u00a0](?=(?:dozen|hundred|thousand|million|billion|trillion)\b)/iy,
    text,
    at,
  );
  if (article) {
    current = 1;
    end += article[0].length;
    last = 1;
  }
  for (;;) {
    const match = matchAt(WORD_AT, text, end);
    if (!match || (end === at && /^[\s-]/.test(match[0]))) break;
    const word = (match[1] ?? '').toLowerCase();
    const joined = /and/i.test(match[0].slice(0, -word.length));
    const scale = SCALE_VALUES.get(word);
    const unit = UNIT_VALUES.get(word);
    if (scale !== undefined) {
      if (joined || (end === at && !article)) break;
      if (scale === 100 || scale === 12) current = (current || 1) * scale;
      else {
        total += (current || 1) * scale;
        current = 0;
      }
      lastWasScale = true;
      last = scale;
    } else {
      if (unit === undefined || (joined && !lastWasScale)) break;
      if (end !== at && !(lastWasScale || (last >= 20 && last < 100 && unit < 10 && unit > 0)))
        break;
      current += unit;
      last = unit;
      lastWasScale = false;
    }
    end += match[0].length;
  }
  if (last === Number.POSITIVE_INFINITY || !Number.isFinite(total + current)) return null;
  const value = total + current;
  const scale = lastWasScale && last >= 1000 ? last : 1;
  return { start: at, end, value, bare: value / scale, scale, form: 'words' };
}

function withHalf(text: string, core: Core): Core {
  const half = matchAt(AND_A_HALF, text, core.end);
  if (!half || core.value === null) return core;
  const word = (half[1] ?? '').toLowerCase();
  const part = word === 'half' ? 0.5 : word === 'quarter' ? 0.25 : word === 'third' ? 1 / 3 : 0.75;
  const value = core.value + part * core.scale;
  const end = core.end + half[0].length;
  if (core.scale > 1) return { ...core, end, value };
  return applyScale(text, { ...core, end, value, bare: value });
}

function readFraction(text: string, at: number): Core | null {
  const half = matchAt(HALF_START, text, at);
  if (half) {
    const part = half[1]?.toLowerCase() === 'half' ? 0.5 : 0.25;
    const scale = SCALE_VALUES.get((half[2] ?? '').toLowerCase()) ?? 1;
    return {
      start: at,
      end: at + half[0].length,
      value: part * scale,
      bare: part,
      scale,
      form: 'words',
    };
  }
  const plain = matchAt(PLAIN_FRACTION, text, at);
  if (
    !plain ||
    /(?:first|second|third|fourth|last|other|latter|this|that|each|every|final|middle|attacking|bottom|top|opening|closing)[ -]$/i.test(
      text.slice(Math.max(0, at - 10), at),
    )
  )
    return null;
  const value = 1 / (FRACTION_VALUES.get((plain[1] ?? '').toLowerCase()) ?? 1);
  return { start: at, end: at + plain[0].length, value, bare: value, scale: 1, form: 'fraction' };
}

function isPronounOne(text: string, core: Core): boolean {
  const before = text.slice(Math.max(0, core.start - 12), core.start);
  if (
    /(?:\bno|any|every|some|each|this|that|the|which|another|other|(?:[a-z]{3,}(?:er|est|ious|ful|ing|ed|al|ic|ive|ard|ood|ad|ew|ig|ld|ng))) $/i.test(
      before,
    )
  ) {
    return !/\b(?:under|over|after|another|number) $/i.test(before);
  }
  const after = text.slice(core.end, core.end + 12);
  return /^(?:['’]|[.,;:!?)]|$| (?:another|day|thing|way|that|who|which|is|was|has|can|could|of (?:them|these|us)\b|to (?!two|three)|would|should|or the|time,|point|side|hand|across))/i.test(
    after,
  );
}

function readEnglish(text: string, at: number): Core | null {
  const vague = matchAt(VAGUE, text, at);
  if (vague) {
    return { start: at, end: at + vague[0].length, value: null, bare: 0, scale: 1, form: 'vague' };
  }
  const fraction = readFraction(text, at);
  if (fraction) return fraction;
  const core = readWords(text, at);
  if (!core) return null;
  const share = matchAt(FRACTION_TAIL, text, core.end);
  if (share && core.value !== null && core.value < 20) {
    const value = core.value / (FRACTION_VALUES.get((share[1] ?? '').toLowerCase()) ?? 1);
    return { ...core, end: core.end + share[0].length, value, form: 'fraction' };
  }
  const whole = withHalf(text, core);
  return whole.value === 1 && whole.end - whole.start === 3 && isPronounOne(text, whole)
    ? null
    : whole;
}

function isWordStart(text: string, at: number): boolean {
  const previous = text[at - 1] ?? '';
  if (/[\p{L}\p{N}_'’]/u.test(previous)) return false;
  return !/[-‐‑]/.test(previous) || !/\p{L}/u.test(text[at - 2] ?? '');
}

function listCores(text: string, language: string): Core[] {
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
      const run = groupedRun(text, at, language)?.length ?? 1;
      CANDIDATE.lastIndex =
        at + (parseDigits(text.slice(at, at + run), language) === null ? digitRun(text, at) : run);
    } else CANDIDATE.lastIndex = at + match[0].length;
  }
}

/** Length of the digits proper at `at`, so that "5,6,7" is read as three numbers. */
function digitRun(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\d/.test(text[end] ?? '')) end += 1;
  return Math.max(1, end - at);
}

const JOIN =
  /^(?:\s?(?:%|percent|per cent|percentage points?|degrees|dollars|euros|pounds|cents|people|years?|months?|days?|hours?|minutes?|metres|meters|feet|miles|km|kilomet(?:er|re)s|mm|cm|kg|c|f|m))?(-? ?[-‐‑–—] ?|-? (?:to|or|and|bis|à|a|et|und|y)(?: (?:about|around|perhaps|as many as|up to|maybe|nearly))? )(?:(?:US|C|A|HK)?[$€£¥](?:US|A|C)? ?)?$/i;
/** A verb of change right before a number: "rose 5 percent to 12" is no range. */
const CHANGE_RIGHT_BEFORE =
  /\b(?:increased|decreased|dropped|climbed|jumped|gained|declined|slipped|soared|surged|tumbled|advanced|plunged|up|down|rose|risen|rises?|fell|fallen|falls?|grew|grown|slid|shrank|by|gains?|jumps?|drops?|declines?|increases?)(?: (?:by|another|about|around|almost|nearly|more than|a))* (?:(?:US|C|A|HK)?[$€£¥](?:US|A|C)? ?)?$/iu;
const CHANGE_BEFORE =
  /\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grow(?:s|ing)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|cut(?:s|ting)?|rais(?:e|es|ed|ing)|slip(?:s|ped|ping)?|declin(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|went|gone|chang(?:e|es|ed|ing)|slid|expand(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|up|down|swell(?:ed)?|soar(?:ed)?|surg(?:ed|ing)?|shr(?:ank|unk|ink)|improv(?:ed|ing)?|advanc(?:ed|ing)?|eas(?:ed|ing)?|boost(?:ed|ing)?|bring(?:ing)?|brought|doubl(?:ed|ing)|tripl(?:ed|ing))\b[^.;]{0,40}$/i;

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
  const join = JOIN.exec(text.slice(left.end, right.start));
  if (!join) return null;
  const before = text.slice(Math.max(0, left.start - LOOK_BACK), left.start);
  const kind = (join[1] ?? '')
    .replace(/^-(?= )/, '')
    .trim()
    .toLowerCase();
  const between =
    /\b(?:(?:anywhere |somewhere )?between|zwischen|entre) (?:(?:US|C|A|HK)?[$€£¥](?:US|A|C)? ?)?$/i.exec(
      before,
    );
  const from =
    /\b(?:(?:anywhere |somewhere |ranging )?from) (?:(?:US|C|A|HK)?[$€£¥](?:US|A|C)? ?)?$/i.exec(
      before,
    );
  if (/^(?:and|und|et|y)/.test(kind) && !between) return null;
  if (
    kind.startsWith('or') &&
    (right.value > 20 || right.value - left.value > 2 || /[$€£]/.test(join[0]))
  )
    return null;
  if (!between && !from && right.value > 3 * left.value && CHANGE_RIGHT_BEFORE.test(before))
    return null;
  if (/(?:%|percent|per cent)/i.test(join[0]) && /[$€£]/.test(join[0])) return null;
  if (!between && isYearLike(text, left) && !isYearLike(text, right)) return null;
  if (
    from &&
    !/ranging|anywhere|somewhere/i.test(from[0]) &&
    CHANGE_BEFORE.test(before.slice(0, from.index))
  )
    return null;
  const carried =
    right.scale > 1 && left.scale === 1 && left.bare < 1000 && left.value <= right.bare;
  const low = carried ? scaled(left.value, right.scale) : left.value;
  if (low === null || low >= right.value) return null;
  const opener = between ?? from;
  const start = opener ? left.start - (before.length - opener.index) : left.start;
  return { start, low, high: right.value };
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

/** Comparator words before `start` or after `end`; the span grows over them. */
function compare(text: string, start: number, end: number, language: string): Comparison {
  const from = Math.max(0, start - LOOK_BACK);
  const before = text
    .slice(from, start)
    .replace(/(?:(?:US|C|A|HK|NZ)?[$€£¥] ?|\b(?:EUR|USD|GBP|Rs\.?) ?)$/, '');
  for (const [pattern, comparator] of [...listComparatorRules(language), ...SIGNS]) {
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

/**
 * Finds every number expression, in order, none overlapping. Dates and names of models are kept
 * out only where their form gives them away ("10:30", "AK-12", "21st", "1990s"); whether a plain
 * number is a year or an age is for the caller to say.
 *
 * `language` is a BCP 47 tag, English when left out. Number words are read in English, comparator
 * words also in German, French and Spanish, digits everywhere by the language's separators.
 */
export function findNumbers(text: string, options: { language?: string } = {}): NumberExpression[] {
  const language = (options.language ?? 'en').toLowerCase().split(/[-_]/)[0] ?? 'en';
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
