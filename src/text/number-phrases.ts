/** Single numbers in English words: "two hundred and fifty", "half a million", "dozens". */
import { type Core, matchAt, scaled, withHalf } from './number-cores.ts';
import { FRACTION_VALUES, SCALE_VALUES, SCALES, UNIT_VALUES, WORDS } from './number-words.ts';

const SOME = '(?:several|many|a few|few|a couple of)';
const PLURALS = '(?:hundreds|thousands|lakhs|millions|crores|billions|trillions|dozens|scores)';
const MULTIPLE = '(?:tens|hundreds|thousands|dozens|scores)';
const VAGUE = new RegExp(
  `(?:${SOME}[ \\u00a0](?:${SCALES})(?:[ \\u00a0](?:${SCALES}))?|(?:${MULTIPLE}(?: (?:and|or) ${MULTIPLE})? of )?${PLURALS})\\b`,
  'iy',
);

const FRACTION_TAIL =
  /[ -](hal(?:f|ves)|third|quarter|fourth|fifth|sixth|seventh|eighth|tenth|hundredth)s?\b(?= of| the|[.,;:)]|$| in)/iy;

const HALF_START = new RegExp(
  `(?:an? )?(half|quarter)[ -]+(?:of )?(?:an?[ -]|the )?(${SCALES})\\b`,
  'iy',
);

/** "three-quarters of a million". */
const OF_SCALE = new RegExp(` of an? (${SCALES})\\b`, 'iy');

const PLAIN_FRACTION =
  /(?:a |an |one[- ])?(half|third|quarter|fifth|tenth)\b(?= (?:of|the|its|their|all|an?|his|her|our)\b)/iy;

/** "by a third", "more than half since June": a share of what the clause names. */
const BARE_FRACTION =
  /(?:(?:a |one[- ])(third|quarter|fifth|tenth)|(half))\b(?=[.,;:)”’"]|$| (?:since|in|on|at|from|by|last|this|over|during|between|among|compared|has|have|had|was|were|are|is|did|do|said|say|think|thought|want|wanted|would|will|could|can|came|voted|backed|chose|supported|opposed|survived?|died)\b)/iy;

const BEFORE_FRACTION =
  /\b(?:by(?: (?:about|around|roughly|nearly|almost|more than|less than|up to|over))?|(?:more|less|fewer) than|about|around|roughly|nearly|almost|closer to|(?:fell|rose|fallen|risen|down|up) to) $/i;

/** Nouns of time and place of which "half" and "quarter" are parts rather than shares. */
const NO_SHARE = /\b(?:second|first|third|fourth|last|past|and a|hour|year|final|in|at|the) $/i;

const WORD_AT = new RegExp(`(?:[ \\u00a0-](?:and[ -])?)?(${WORDS})\\b`, 'iy');

const ARTICLE = new RegExp(`an?[ \\u00a0](?=(?:${SCALES})\\b)`, 'iy');

/** Reads number words from `at`: "two hundred and fifty thousand", "seventy-five", "a million". */
function readWords(text: string, at: number): Core | null {
  let total = 0;
  let current = 0;
  let end = at;
  let last = Number.POSITIVE_INFINITY;
  let lastWasScale = false;
  const article = matchAt(ARTICLE, text, at);
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

/** "the third of five children": an ordinal. */
function isRank(text: string, start: number, end: number): boolean {
  if (!/\bthe $/i.test(text.slice(Math.max(0, start - 5), start))) return false;
  return /^ of (?:\d|two|three|four|five|six|seven|eight|nine|ten)/i.test(text.slice(end, end + 9));
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
  const bare = matchAt(BARE_FRACTION, text, at);
  const before = text.slice(Math.max(0, at - 24), at);
  if (bare && BEFORE_FRACTION.test(before) && !NO_SHARE.test(before)) {
    const value = 1 / (FRACTION_VALUES.get((bare[1] ?? bare[2] ?? '').toLowerCase()) ?? 1);
    return { start: at, end: at + bare[0].length, value, bare: value, scale: 1, form: 'fraction' };
  }
  const plain = matchAt(PLAIN_FRACTION, text, at);
  if (
    !plain ||
    isRank(text, at, at + plain[0].length) ||
    /(?:first|second|third|fourth|last|other|latter|this|that|each|every|final|middle|attacking|bottom|top|opening|closing)[ -]$/i.test(
      text.slice(Math.max(0, at - 10), at),
    )
  )
    return null;
  const value = 1 / (FRACTION_VALUES.get((plain[1] ?? '').toLowerCase()) ?? 1);
  return { start: at, end: at + plain[0].length, value, bare: value, scale: 1, form: 'fraction' };
}

/** "closed one of its three wards". */
const ONE_OF_MORE =
  /^ of (?:the|its|their|our|his|her) (?:\d|two|three|four|five|six|seven|eight|nine|ten)\b/;

function isPronounOne(text: string, core: Core): boolean {
  const before = text.slice(Math.max(0, core.start - 12), core.start);
  const behind = text.slice(core.end, core.end + 12);
  // "only one of them was", "six are needed; one has applied".
  if (/\b(?:only|just) $/i.test(before) && /^ of (?:them|these|those)\b/.test(behind)) return false;
  if (/; $/.test(before) && /^ (?:has|is|was)\b/.test(behind)) return false;
  if (ONE_OF_MORE.test(text.slice(core.end, core.end + 20))) return false;
  if (
    /(?:\bno|any|every|some|each|this|that|the|which|another|other|(?:[a-z]{3,}(?:er|est|ious|ful|ing|ed|al|ic|ive|ard|ood|ad|ew|ig|ld|ng))) $/i.test(
      before,
    )
  ) {
    return !/\b(?:under|over|after|another|number) $/i.test(before);
  }
  return /^(?:['’]|[.,;:!?)]|$| (?:another|day|thing|way|that|who|which|is|was|has|can|could|of (?:them|these|us)\b|to (?!two|three)|would|should|or the|time,|point|side|hand|across))/i.test(
    behind,
  );
}

export function readEnglish(text: string, at: number): Core | null {
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
    const end = core.end + share[0].length;
    const whole = matchAt(OF_SCALE, text, end);
    if (!whole) return { ...core, end, value, form: 'fraction' };
    const scale = SCALE_VALUES.get((whole[1] ?? '').toLowerCase()) ?? 1;
    return { ...core, end: end + whole[0].length, value: scaled(value, scale), bare: value, scale };
  }
  const whole = withHalf(text, core);
  return whole.value === 1 && whole.end - whole.start === 3 && isPronounOne(text, whole)
    ? null
    : whole;
}
