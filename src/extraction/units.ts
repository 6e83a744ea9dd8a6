/** Units: what stands beside a number and says what it counts or measures. */
import type { NumberExpression } from '../text/numbers.ts';
import { phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';

export interface Unit {
  /** Unit as proposed: ISO 4217 code, "percent", a measure, or the counted noun. */
  name: string;
  kind: 'money' | 'share' | 'measure' | 'time' | 'age' | 'noun';
  /** UTF-16 end of the words that the unit takes after the number (0 where it stands before). */
  end: number;
  /** Token range of the counted noun phrase, for nouns. */
  from: number;
  to: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  HK$: 'HKD',
  NZ$: 'NZD',
  S$: 'SGD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  Rs: 'INR',
  'Rs.': 'INR',
};
const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  buck: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  sterling: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rupee: 'INR',
  rouble: 'RUB',
  ruble: 'RUB',
  hryvnia: 'UAH',
  franc: 'CHF',
  krona: 'SEK',
  krone: 'NOK',
  peso: 'MXN',
  real: 'BRL',
  reais: 'BRL',
  rand: 'ZAR',
  naira: 'NGN',
  shilling: 'KES',
  won: 'KRW',
  lira: 'TRY',
  zloty: 'PLN',
  forint: 'HUF',
  koruna: 'CZK',
  crown: 'CZK',
  dirham: 'AED',
  riyal: 'SAR',
  dinar: 'KWD',
  baht: 'THB',
  ringgit: 'MYR',
  rupiah: 'IDR',
  shekel: 'ILS',
  kwacha: 'MWK',
  cedi: 'GHS',
  lari: 'GEL',
  taka: 'BDT',
  birr: 'ETB',
  dong: 'VND',
  tenge: 'KZT',
  lev: 'BGN',
  lei: 'RON',
  leu: 'RON',
  afghani: 'AFN',
  gourde: 'HTG',
  bolivar: 'VES',
  guarani: 'PYG',
  cent: 'cents',
  penny: 'pence',
  pence: 'pence',
};
const CODE =
  /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|UAH|CHF|SEK|NOK|DKK|MXN|BRL|ZAR|NGN|KES|KRW|TRY|PLN|HUF|CZK|AED|SAR|THB|MYR|IDR|ILS|MWK|AUD|CAD|NZD|SGD|HKD|PS|RM|BTC|ETH)$/;
const TIME =
  /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|nights?|weekends?|milliseconds?|ms)$/;
const MEASURE =
  /^(?:mm|cm|km|kms|m|kg|g|mg|lb|lbs|oz|ft|mph|kph|kmh|kwh|mwh|gwh|twh|kw|mw|gw|gb|mb|tb|hp|bhp|nm|mah|rpm|pc|pct|bhp|deg|degf|degc|min|mins|w|v|ml|psi|mpa|mbps|gbps|fps|m2|m3|km2|ppb|ppm|mpg|hz|ghz|mhz|metres?|meters?|kilomet(?:er|re)s?|centimet(?:er|re)s?|millimet(?:er|re)s?|miles?|yards?|foot|feet|inch(?:es)?|acres?|hectares?|tonnes?|tons?|kilograms?|kilos?|grams?|pounds?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|watts?|kilowatts?|megawatts?|gigawatts?|horsepower|volts?|points?|knots?|celsius|fahrenheit|gigabytes?|megabytes?|terabytes?|pixels?|megapixels?|calories?|bushels?|square|cubic|sq|°c|°f|c|f)$/;

const STATES =
  /^(?:killed|wounded|injured|dead|missing|homeless|displaced|evacuated|arrested|detained|hurt|hospitalised|hospitalized|dying|infected|sick|affected|stranded|trapped|buried|unemployed)$/;
const NO_NOUN =
  /^(?:of|in|on|at|to|from|by|for|with|and|or|but|as|that|which|who|this|last|next|ago|per|a|an|the|more|less|fewer|years?-old|each|every|were|was|had|have|has|are|is|so|than|when|after|before|since|out)$/;

function signBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 5), at);
  const sign =
    /((?:US|C|A|HK|NZ|S)?\$|[€£¥₹₽₴₩₺₪])(?:US|A|C)?\s?[-−]?$/u.exec(before)?.[1] ??
    /\b(Rs\.?)\s?$/.exec(before)?.[1];
  if (sign) return SIGNS[sign] ?? null;
  const code = /\b([A-Z]{2,3})\s?$/.exec(before)?.[1];
  return code && CODE.test(code) ? code.replace('PS', 'GBP').replace('RM', 'MYR') : null;
}

function singular(word: string): string {
  return word.replace(/(?:ies)$/, 'y').replace(/s$/, '');
}

/** "a year", "per month", "an hour" right after a unit. */
function rateAfter(tokens: readonly Token[], at: number): { words: string; to: number } | null {
  const first = tokens[at]?.lower;
  const second = tokens[at + 1]?.lower ?? '';
  if (
    /^(?:a|an|per|each|every)$/.test(first ?? '') &&
    /^(?:second|minute|hour|day|week|month|year|person|household|head|capita|barrel|litre|liter|gallon|kilo|tonne|ton|share|hectare|acre|night)$/.test(
      second,
    )
  )
    return { words: ` per ${second}`, to: at + 2 };
  if (first === '/' && /^[a-z]+$/.test(second)) return { words: ` per ${second}`, to: at + 2 };
  return null;
}

function withRate(tokens: readonly Token[], unit: Unit): Unit {
  const rate = rateAfter(tokens, unit.to);
  return rate ? { ...unit, name: unit.name + rate.words } : unit;
}

/** Reads the unit of a number; `next` is the first token after it. */
export function readUnit(
  text: string,
  tokens: readonly Token[],
  number: NumberExpression,
  next: number,
  limit: number,
): Unit | null {
  const money = signBefore(text, number.coreStart);
  if (money)
    return withRate(tokens, { name: money, kind: 'money', end: number.end, from: next, to: next });
  const token = tokens[next];
  if (/\bmagnitude $/i.test(text.slice(Math.max(0, number.start - 11), number.start)))
    return { name: 'magnitude', kind: 'measure', end: 0, from: next, to: next };
  if (!token || next >= limit) return number.form === 'fraction' ? share(number, next) : null;
  const tail = text.slice(number.coreEnd, number.coreEnd + 3);
  if (/^\s?%/.test(tail) || /^(?:%|percent|pct)$/.test(token.lower))
    return percent(tokens, next, number);
  if (token.lower === 'per' && /^(?:cent|cents)$/.test(tokens[next + 1]?.lower ?? ''))
    return {
      name: 'percent',
      kind: 'share',
      end: tokens[next + 1]?.end ?? token.end,
      from: next,
      to: next + 2,
    };
  if (token.lower === 'percentage' && /^points?$/.test(tokens[next + 1]?.lower ?? ''))
    return {
      name: 'percentage points',
      kind: 'share',
      end: tokens[next + 1]?.end ?? token.end,
      from: next,
      to: next + 2,
    };
  if (token.lower === 'basis' && /^points?$/.test(tokens[next + 1]?.lower ?? ''))
    return {
      name: 'basis points',
      kind: 'share',
      end: tokens[next + 1]?.end ?? token.end,
      from: next,
      to: next + 2,
    };
  if (/^°/.test(tail))
    return {
      name: `degrees${/^°\s?([CF])/.exec(tail)?.[1] ? ` ${/^°\s?([CF])/.exec(tail)?.[1]}` : ''}`,
      kind: 'measure',
      end: token.end,
      from: next,
      to: next + 1,
    };
  const glued = gluedUnit(text, number);
  if (glued) {
    let to = next;
    while (to < limit && (tokens[to]?.start ?? glued.end) < glued.end) to += 1;
    return withRate(tokens, { ...glued, from: next, to });
  }
  if (number.form === 'fraction') return share(number, next);
  return wordUnit(text, tokens, next, limit);
}

function share(number: NumberExpression, next: number): Unit {
  return { name: 'share', kind: 'share', end: number.end, from: next, to: next };
}

function percent(tokens: readonly Token[], next: number, number: NumberExpression): Unit {
  const token = tokens[next];
  const sign = token && /^(?:%|percent|pct)$/.test(token.lower);
  return {
    name: 'percent',
    kind: 'share',
    end: sign ? token.end : number.end,
    from: next,
    to: sign ? next + 1 : next,
  };
}

/** "60-mm", "5kW", "15-year-old": letters that follow the digits without a space. */
function gluedUnit(text: string, number: NumberExpression): Omit<Unit, 'from' | 'to'> | null {
  const match = /^(-?)(\p{L}+(?:\/\p{L}+)?(?:-\p{L}+)*)/u.exec(
    text.slice(number.coreEnd, number.coreEnd + 30),
  );
  const word = match?.[2];
  if (!match || !word) return null;
  const end = number.coreEnd + match[0].length;
  if (/^years?-olds?$/.test(word)) return { name: 'years old', kind: 'age', end };
  const first = word.split('-')[0] ?? word;
  if (TIME.test(first)) return { name: first, kind: 'time', end };
  if (MEASURE.test(first.toLowerCase()) || !match[1]) return { name: word, kind: 'measure', end };
  return { name: singular(word), kind: 'noun', end };
}

function wordUnit(
  text: string,
  tokens: readonly Token[],
  next: number,
  limit: number,
): Unit | null {
  const closing = tokens[next];
  // A closing mark between figure and noun: the noun is the unit, the figure stands alone.
  if (closing && /^[”’"]$/.test(closing.text) && tokens[next + 1]?.quote === -1) {
    const noun = nounUnit(text, tokens, next + 1, limit);
    return noun && { ...noun, end: 0 };
  }
  const token = tokens[next];
  if (!token) return null;
  const second = tokens[next + 1];
  const one = { end: token.end, from: next, to: next + 1 };
  const currency = CURRENCIES[singular(token.lower)] ?? CURRENCIES[token.lower];
  if (currency && token.lower !== 'real' && token.lower !== 'crown')
    return withRate(tokens, { ...one, name: currency, kind: 'money' });
  if (token.text.length > 2 && CODE.test(token.text))
    return { ...one, name: token.text, kind: 'money' };
  if (token.lower === 'of' && tokens[next + 1]) return ofUnit(text, tokens, next, limit);
  if (/^years?-olds?$/.test(token.lower)) return { ...one, name: 'years old', kind: 'age' };
  if (TIME.test(token.lower)) {
    if (/^year/.test(token.lower) && second?.lower === 'old')
      return { name: 'years old', kind: 'age', end: second.end, from: next, to: next + 2 };
    return { ...one, name: token.lower, kind: 'time' };
  }
  const currencyNoun = second && (CURRENCIES[singular(second.lower)] ?? CURRENCIES[second.lower]);
  if (currencyNoun && token.pos === 'ADJ')
    return { name: currencyNoun, kind: 'money', end: second.end, from: next, to: next + 2 };
  if (token.lower === 'times') return { ...one, name: 'times', kind: 'measure' };
  if (MEASURE.test(token.lower) && token.lower !== 'c') return measureUnit(tokens, next, limit);
  if (STATES.test(token.lower) && !/^(?:NOUN)$/.test(second?.pos ?? ''))
    return { name: 'people', kind: 'noun', end: 0, from: next, to: next };
  return nounUnit(text, tokens, next, limit);
}

function measureUnit(tokens: readonly Token[], next: number, limit: number): Unit {
  const token = tokens[next];
  let to = next + 1;
  if (/^(?:square|cubic|sq)$/.test(token?.lower ?? '') && tokens[to]) to += 1;
  if (
    /^degrees?$/.test(token?.lower ?? '') &&
    /^(?:celsius|fahrenheit|c|f)$/.test(tokens[to]?.lower ?? '')
  )
    to += 1;
  const words = tokens.slice(next, Math.min(to, limit)).map((word) => word.text);
  return withRate(tokens, {
    name: words.join(' '),
    kind: 'measure',
    end: tokens[to - 1]?.end ?? 0,
    from: next,
    to,
  });
}

/** "dozens of people", "24 of 29 drones": the noun after "of". */
function ofUnit(text: string, tokens: readonly Token[], next: number, limit: number): Unit | null {
  let at = next + 1;
  while (
    at < limit &&
    /^(?:the|his|her|its|their|those|these|more|an?|all|its|our|our)$/.test(tokens[at]?.lower ?? '')
  )
    at += 1;
  for (let step = at; step < Math.min(limit, at + 5); step += 1) {
    if (tokens[step]?.lower === "'s") at = step + 1;
  }
  if (tokens[at]?.pos === 'NUM') at += 1;

  if (/^(?:them|us|those|which|whom|it)$/.test(tokens[next + 1]?.lower ?? '')) return null;
  const unit = nounUnit(text, tokens, at, limit);
  return unit;
}

/** The counted noun after a number: adjectives and participles skipped, the head is the unit. */
function nounUnit(
  text: string,
  tokens: readonly Token[],
  next: number,
  limit: number,
): Unit | null {
  const first = tokens[next];
  if (!first || NO_NOUN.test(first.lower) || /^[^\p{L}]/u.test(first.text)) return null;
  let at = next;
  let head = -1;
  for (; at < Math.min(limit, next + 7); at += 1) {
    const token = tokens[at];
    if (!token || NO_NOUN.test(token.lower) || !/^[\p{L}]/u.test(token.text)) break;
    if (token.quote !== first.quote) break;
    if (
      token.lower === 'and' &&
      head === at - 1 &&
      tokens[at + 1]?.pos === 'ADJ' &&
      tokens[at + 2]?.pos === 'NOUN'
    ) {
      at += 1;
      continue;
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      if (
        head >= 0 &&
        tokens[head]?.pos === 'NOUN' &&
        /s$/.test(tokens[head]?.lower ?? '') &&
        token.pos === 'PROPN'
      )
        break;
      head = at;
      continue;
    }
    if (head >= 0) break;
    if (
      tokens[at + 1]?.lower === 'and' &&
      /^\p{Lu}/u.test(token.text) &&
      tokens[at + 2]?.pos === 'ADJ'
    )
      continue;
    const participle =
      /(?:ed|ing|en)$|-/.test(token.lower) &&
      tokens[at + 1] &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? '');
    if (token.pos !== 'ADJ' && token.pos !== 'ADV' && !participle) break;
  }
  if (head < 0) {
    const adjective =
      first.pos !== 'AUX' &&
      first.pos !== 'ADP' &&
      /^\p{L}{3,}s$/u.test(first.lower) &&
      !/^(?:was|has|is|does|says|goes|yes|this|thus|plus|less|minus|ones|as|us|its|his|versus|towards|always|perhaps|besides|across|unless)$/.test(
        first.lower,
      );
    if (!adjective) return null;
    head = next;
  }
  const last = tokens[head];
  if (!last) return null;
  const raw = text.slice(last.start, last.end);
  const name = /^\p{Lu}\p{L}+(?:ese|ans|is|ish)$/u.test(raw) ? 'people' : raw;

  void phraseStartingAt;
  return withRate(tokens, {
    name: /^\p{Lu}/u.test(name) ? name : name.toLowerCase(),
    kind: 'noun',
    end: last.end,
    from: next,
    to: head + 1,
  });
}
