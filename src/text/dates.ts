import edtf, { type EdtfValue } from 'edtf';
import { remember } from './remember.ts';

/**
 * A date that may be uncertain (EDTF, ISO 8601-2:2019) with its first and last possible
 * day as `YYYY-MM-DD`; null where an interval is open or its end unknown. A moment is of the
 * day that it was in its own zone, as a newspaper prints it.
 */
export interface UncertainDate {
  /** The value in canonical form: `?2024-10` becomes `2024?-10`. */
  edtf: string;
  from: string | null;
  to: string | null;
}

const LENGTH_MAX = 64;
const MINUTE_MS = 60_000;
const REMEMBERED_CHARACTERS = 20_000;
const OPEN = new Set(['', '..']);

/**
 * Reads EDTF of levels 0 to 2 in the years 0001 to 9999. Null for anything else: days that
 * don't exist (2023-02-29), intervals that run backwards, values that say nothing (`XXXX`).
 *
 * `?`, `~` and `%` don't widen the days: how much they should is nowhere defined.
 */
export function parseEdtf(value: string): UncertainDate | null {
  if (PLAIN_DAY.test(value)) return parseDay(value);
  if (value.length > LENGTH_MAX || !/^[\x21-\x7E]+$/.test(value)) return null;
  const { date } = parsed(value);
  return date === null ? null : { ...date };
}

/** The package takes longer for one date than a page takes to render; newsrooms repeat them. */
const parsed = remember((value) => ({ date: parseAnew(value) }), REMEMBERED_CHARACTERS);

function parseAnew(value: string): UncertainDate | null {
  const sides = value.split('/');
  if (sides.length === 1) return parseValue(value);
  const [lower = '', upper = ''] = sides;
  if (sides.length > 2 || (OPEN.has(lower) && OPEN.has(upper))) return null;
  const first = OPEN.has(lower) ? null : parseSide(lower);
  const last = OPEN.has(upper) ? null : parseSide(upper);
  const broken = (first === null && !OPEN.has(lower)) || (last === null && !OPEN.has(upper));
  if (broken) return null;
  const from = first?.from ?? null;
  const to = last?.to ?? null;
  if (from !== null && to !== null && from > to) return null;
  return { edtf: `${first?.edtf ?? lower}/${last?.edtf ?? upper}`, from, to };
}

/** One side of an interval: any value but a list or set. */
function parseSide(value: string): UncertainDate | null {
  return /^[[{]/.test(value) ? null : parseValue(value);
}

function parseValue(value: string): UncertainDate | null {
  if (PLAIN_DAY.test(value)) return parseDay(value);
  // The package takes long numbers for milliseconds and rolls 2023-02-29 over to March.
  if (/^-?\d{5,}/.test(value) || !namesRealDays(value)) return null;
  try {
    const parsed = edtf(value);
    const moment = MOMENT.exec(value);
    if (moment !== null) return momentOf(parsed.min, moment);
    const [min, max] = boundsOf(parsed);
    const from = min === Number.NEGATIVE_INFINITY ? null : toDay(min);
    const to = max === Number.POSITIVE_INFINITY ? null : toDay(max);
    if (from === undefined || to === undefined || min > max) return null;
    return { edtf: parsed.edtf, from, to };
  } catch {
    return null;
  }
}

/** A time of day, and its zone if it names one. */
const MOMENT = /^[\d-]+T[\d:.]+?(?:(Z)|([+-])(\d\d):?(\d\d)?)?$/;

/** A moment as the clocks of its zone showed it; the package gives it in UTC. */
function momentOf(time: number, [, utc = '', sign, hours, minutes = '00']: RegExpExecArray) {
  const ahead =
    sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const local = time + ahead * MINUTE_MS;
  const day = toDay(local);
  if (day === undefined) return null;
  const zone = sign === undefined ? utc : `${sign}${hours}:${minutes}`;
  const clock = new Date(local)
    .toISOString()
    .slice(11, -1)
    .replace(/\.000$/, '');
  return { edtf: `${day}T${clock}${zone}`, from: day, to: day };
}

/** A day without any doubt, as nearly all are; the package's grammar is not needed for it. */
const PLAIN_DAY = /^\d{4}-\d\d-\d\d$/;

function parseDay(day: string): UncertainDate | null {
  const year = Number(day.slice(0, 4));
  const isReal = year > 0 && isDayOf(year, Number(day.slice(5, 7)), Number(day.slice(8)));
  return isReal ? { edtf: day, from: day, to: day } : null;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a month of the Gregorian calendar, from 1 to 12, has this day. */
function isDayOf(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : DAYS[month - 1];
  return last !== undefined && day >= 1 && day <= last;
}

/** Whether each full date in the value exists in the Gregorian calendar. */
function namesRealDays(value: string): boolean {
  for (const [, year, month, day] of value.matchAll(
    /(\d{4})[?~%]?-[?~%]?(\d\d)[?~%]?-[?~%]?(\d\d)/g,
  )) {
    if (!isDayOf(Number(year), Number(month), Number(day))) return false;
  }
  return true;
}

/** First and last millisecond; corrects what the package gets wrong. */
function boundsOf(value: EdtfValue): [number, number] {
  if (value.type === 'Season')
    return seasonBounds(Number(value.values[0]), Number(value.values[1]));
  if (value.type === 'List' || value.type === 'Set') return memberBounds(value);
  const significant = /^(\d{4})S([1-4])$/.exec(value.edtf);
  if (significant) {
    const step = 10 ** (4 - Number(significant[2]));
    const year = Math.floor(Number(significant[1]) / step) * step;
    return [Date.UTC(year, 0), Date.UTC(year + step, 0) - 1];
  }
  return [value.min, value.max];
}

/** A list or set reaches from its earliest member to its latest, in whatever order they stand. */
function memberBounds(value: EdtfValue): [number, number] {
  const members = value.values.flat() as EdtfValue[];
  if (members.length === 0) return [Number.NaN, Number.NaN];
  const min = value.earlier ? Number.NEGATIVE_INFINITY : Math.min(...members.map((one) => one.min));
  const max = value.later ? Number.POSITIVE_INFINITY : Math.max(...members.map((one) => one.max));
  return [min, max];
}

/**
 * First month and number of months of the divisions of a year (ISO 8601-2 §4.8): seasons
 * as meteorologists count them. 21 to 24 don't say which hemisphere; theirs hold for both,
 * and winter may be the one in which the year begins.
 */
const SEASONS: Record<number, [month: number, months: number]> = {
  ...{ 21: [3, 9], 22: [1, 14], 23: [3, 9], 24: [1, 14] },
  ...{ 25: [3, 3], 26: [6, 3], 27: [9, 3], 28: [12, 3] },
  ...{ 29: [9, 3], 30: [12, 3], 31: [3, 3], 32: [6, 3] },
  ...{ 33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3] },
  ...{ 37: [1, 4], 38: [5, 4], 39: [9, 4], 40: [1, 6], 41: [7, 6] },
};

function seasonBounds(year: number, code: number): [number, number] {
  const [month, months] = SEASONS[code] ?? [Number.NaN, Number.NaN];
  return [Date.UTC(year, month - 1), Date.UTC(year, month - 1 + months) - 1];
}

/** The day of a time, as UTC counts it; undefined outside the years 0001 to 9999. */
function toDay(time: number): string | undefined {
  if (!Number.isFinite(time)) return undefined;
  const day = new Date(time).toISOString();
  return day.length === 24 && day >= '0001' ? day.slice(0, 10) : undefined;
}
