/** Units: what stands beside a number and says what it counts or measures. */
import type { NumberExpression } from '../../text/numbers.ts';
import type { Token } from '../reading/tokens.ts';
import { nounUnit, ofUnit } from './noun-units.ts';
import { type Unit, withRate } from './unit.ts';
import {
  CARE,
  CODE,
  CURRENCIES,
  currencyAfter,
  currencyBefore,
  MEASURE,
  singular,
  TIME,
} from './unit-names.ts';

const STATES =
  /^(?:killed|wounded|injured|dead|missing|homeless|displaced|evacuated|arrested|detained|hurt|hospitalised|hospitalized|dying|infected|sick|affected|stranded|trapped|buried|unemployed)$/;

/** Shares that two words name. */
const SHARES: readonly (readonly [RegExp, string])[] = [
  [/^per cents?$/, 'percent'],
  [/^percentage points?$/, 'percentage points'],
  [/^basis points?$/, 'basis points'],
];

/**
 * Reads the unit of a number.
 *
 * @param next the first token after the number
 * @param limit the end of its sentence
 */
export function readUnit(
  text: string,
  tokens: readonly Token[],
  number: NumberExpression,
  next: number,
  limit: number,
): Unit | null {
  const money = moneyUnit(text, number, next, tokens.length);
  if (money) return withRate(tokens, money);
  const token = tokens[next];
  const second = tokens[next + 1];
  const unsaid = { end: 0, from: next, to: next };
  if (token?.lower === 'per' && second?.pos === 'NUM')
    return pairUnit(`per ${second.text}`, second, next);
  if (token?.lower === 'in' && CARE.test(second?.lower ?? ''))
    return { ...unsaid, name: 'people', kind: 'noun' };
  if (/\bmagnitude $/i.test(text.slice(Math.max(0, number.start - 11), number.start)))
    return { ...unsaid, name: 'magnitude', kind: 'measure' };
  if (!token || next >= limit) return number.form === 'fraction' ? share(number, next) : null;
  const sign = signUnit(text, tokens, number, next);
  if (sign) return sign;
  const glued = gluedUnit(text, number);
  if (glued) {
    let to = next;
    while (to < limit && (tokens[to]?.start ?? glued.end) < glued.end) to += 1;
    return withRate(tokens, { ...glued, from: next, to });
  }
  if (number.form === 'fraction') return share(number, next);
  return wordUnit(text, tokens, next, limit);
}

/** "$5", "5 USD": a currency on either side of the number. */
function moneyUnit(
  text: string,
  number: NumberExpression,
  next: number,
  count: number,
): Unit | null {
  const before = currencyBefore(text, number.coreStart)?.name;
  if (before) return { name: before, kind: 'money', end: number.end, from: next, to: next };
  const behind = currencyAfter(text, number.coreEnd);
  if (!behind || next >= count) return null;
  const end = number.coreEnd + behind.length;
  return { name: behind.name, kind: 'money', end, from: next, to: next + 1 };
}

/** "5%", "5 per cent", "5°C": a share or degrees. */
function signUnit(
  text: string,
  tokens: readonly Token[],
  number: NumberExpression,
  next: number,
): Unit | null {
  const token = tokens[next];
  const second = tokens[next + 1];
  if (!token) return null;
  const tail = text.slice(number.coreEnd, number.coreEnd + 3);
  if (/^\s?%/.test(tail) || /^(?:%|percent|pct)$/.test(token.lower))
    return percent(tokens, next, number);
  const pair = SHARES.find(([words]) => words.test(`${token.lower} ${second?.lower}`));
  if (pair && second) return pairUnit(pair[1], second, next);
  if (!tail.startsWith('°')) return null;
  const scale = /^°\s?([CF])/.exec(tail)?.[1];
  const name = scale === undefined ? 'degrees' : `degrees ${scale}`;
  return { name, kind: 'measure', end: token.end, from: next, to: next + 1 };
}

/** A share in two words, of which the number is one or has both behind it. */
function pairUnit(name: string, second: Token, next: number): Unit {
  return { name, kind: 'share', end: second.end, from: next, to: next + 2 };
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
  const weight = /^pounds?$/.test(token.lower) && second?.lower === 'of';
  if (currency && !weight && token.lower !== 'real' && token.lower !== 'crown')
    return withRate(tokens, { ...one, name: currency, kind: 'money' });
  if (token.text.length > 2 && CODE.test(token.text))
    return { ...one, name: token.text, kind: 'money' };
  if (token.lower === 'of' && tokens[next + 1]) return ofUnit(text, tokens, next, limit);
  if (/^years?-olds?$/.test(token.lower)) return { ...one, name: 'years old', kind: 'age' };
  if (TIME.test(token.lower)) {
    if (/^year/.test(token.lower) && /^olds?$/.test(second?.lower ?? '') && second)
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
