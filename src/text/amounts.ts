/** Numbers, ranges and open bounds as readers write them. Never rounded. */
import type { Comparator } from './numbers.ts';

/** What a number in JSON keeps for sure; more would show how it is stored. */
const PLAIN = { maximumSignificantDigits: 15 } as const;
const SCALED = { maximumFractionDigits: 3 } as const;
/** Smaller numbers are mostly zeros. */
const PLAIN_MIN = 1e-9;
const TINY = { ...PLAIN, notation: 'scientific' } as const;

const MAGNITUDES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** What a claim says of a figure; a side that it leaves open is null. */
export interface Amount {
  comparator: Comparator;
  low: number | null;
  high: number | null;
}

/** A number: `2,910`, `12.5 million`. */
export function numberWords(value: number): string {
  for (const [size, name] of MAGNITUDES) {
    if (Math.abs(value) < size) continue;
    const scaled = value / size;
    // A number with more digits than that is worth all of them.
    if (Math.round(scaled * 1_000) / 1_000 === scaled)
      return `${sign(format(scaled, SCALED))} ${name}`;
    break;
  }
  return digitsOf(value);
}

function digitsOf(value: number): string {
  const isTiny = value !== 0 && Math.abs(value) < PLAIN_MIN;
  return sign(format(value, isTiny ? TINY : PLAIN));
}

const formats = new Map<Intl.NumberFormatOptions, Intl.NumberFormat>();

/** A format takes long to make: the first one has to load a locale. */
function format(value: number, options: Intl.NumberFormatOptions): string {
  let known = formats.get(options);
  if (known === undefined) {
    known = new Intl.NumberFormat('en', options);
    formats.set(options, known);
  }
  return known.format(value);
}

/** A true minus sign. */
function sign(digits: string): string {
  return digits.replaceAll('-', '−');
}

/** The sign that stands right behind a number, if the unit has one. */
export function signOf(unit: string): string {
  return /^(?:percent|per cent|%)$/i.test(unit) ? '%' : '';
}

/** Bounds as bounds: `over 7,000`, `2,500–2,800`, `about 12%`. */
export function amountWords({ comparator, low, high }: Amount, unit = ''): string {
  const mark = signOf(unit);
  if (low !== null && high !== null && low !== high) {
    const range = `${rangeWords(low, high)}${mark}`;
    return comparator === 'approx' ? `about ${range}` : range;
  }
  const value = low ?? high;
  if (value === null) return 'no number';
  const words = numberWords(value) + mark;
  if (high === null) return comparator === 'gt' ? `over ${words}` : `at least ${words}`;
  if (low === null) return comparator === 'lt' ? `under ${words}` : `at most ${words}`;
  return comparator === 'approx' ? `about ${words}` : words;
}

/** “38–45 million”: the magnitude once, if it is the same; at one end alone it would be read for both. */
function rangeWords(low: number, high: number): string {
  const [from, to] = [numberWords(low), numberWords(high)];
  const [, size = ''] = from.split(' ');
  const isShared = size !== '' && to.endsWith(` ${size}`);
  const between = low < 0 || high < 0 ? ' to ' : '–';
  if (isShared) return `${from.slice(0, -size.length - 1)}${between}${to}`;
  return `${from}${between}${size === '' ? digitsOf(high) : to}`;
}

/** The same with its unit: `at least 1,200 people`, `over 1%`. */
export function amountInUnit(amount: Amount, unit: string): string {
  if (amount.low === null && amount.high === null) return `an unstated number of ${unit}`;
  return signOf(unit) === '' ? `${amountWords(amount)} ${unit}` : amountWords(amount, unit);
}
