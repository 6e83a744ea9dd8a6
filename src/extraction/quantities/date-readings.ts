/** From the words of a date to EDTF, told from the day of publication or the date before. */
import { parseEdtf } from '../../text/dates.ts';
import type { Groups } from './date-words.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const pad = (value: number): string => String(value).padStart(2, '0');

function iso(date: Date): string {
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

export function shift(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

function monthIndex(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

/** The year of a month that is named without one: the latest such month up to publication. */
function yearOf(month: number, day: number | null, published: Date): number {
  const year = published.getUTCFullYear();
  const ahead = Date.UTC(year, month, day ?? 1) - published.getTime();
  return ahead > 30 * 86_400_000 ? year - 1 : year;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function readDay(groups: Groups, published: Date | null): string | null {
  const day = Number.parseInt(groups.d1 ?? groups.d2 ?? '', 10);
  const month = monthIndex(groups.m1 ?? groups.m2 ?? '');
  const said = groups.y1 ?? groups.y2;
  const year = said ? Number(said) : published && yearOf(month, day, published);
  if (year === null || day > lastDay(year, month)) return null;
  return `${year}-${pad(month + 1)}-${pad(day)}`;
}

function readPart(groups: Groups, published: Date | null): string | null {
  const month = monthIndex(groups.m3 ?? '');
  const year = groups.y3 ? Number(groups.y3) : published ? yearOf(month, null, published) : null;
  if (year === null) return null;
  const [from, to] = /early|start|beginning/i.test(groups.part ?? '')
    ? [1, 10]
    : /mid/i.test(groups.part ?? '')
      ? [11, 20]
      : [21, lastDay(year, month)];
  const stem = `${year}-${pad(month + 1)}`;
  return `${stem}-${pad(from)}/${stem}-${pad(to)}`;
}

function readMonth(groups: Groups, published: Date | null): string | null {
  const month = monthIndex(groups.m4 ?? '');
  const said = groups.y4;
  if (said && /^\d/.test(said)) return `${said}-${pad(month + 1)}`;
  if (!published) return null;
  return `${namedYear(groups, month, published)}-${pad(month + 1)}`;
}

/** The year of a month: "March last year", "last March", "next March". */
function namedYear({ rel4, y4 }: Groups, month: number, published: Date): number {
  const current = published.getUTCFullYear();
  const now = published.getUTCMonth();
  if (y4 === 'last year') return current - 1;
  if (y4 === 'this year' || rel4?.toLowerCase() === 'this') return current;
  if (rel4?.toLowerCase() === 'last') return month < now ? current : current - 1;
  if (rel4?.toLowerCase() === 'next') return month > now ? current : current + 1;
  return yearOf(month, null, published);
}

function readYear(said: string, published: Date | null): number | null {
  if (/^\d/.test(said)) return Number(said);
  if (!published) return null;
  return published.getUTCFullYear() - (said === 'last year' ? 1 : 0);
}

const PARTS = 'first second third fourth'.split(' ');

/** "the second half of 2023", "the third quarter of last year". */
function readHalf(groups: Groups, published: Date | null): string | null {
  const year = readYear(groups.y5 ?? '', published);
  if (year === null) return null;
  const part = PARTS.indexOf((groups.part5 ?? '').toLowerCase());
  const months = groups.unit5 === 'half' ? 6 : 3;
  const last = (part + 1) * months;
  return last > 12 ? null : `${year}-${pad(last - months + 1)}/${year}-${pad(last)}`;
}

function readNear(word: string, published: Date): string {
  if (word === 'yesterday') return iso(shift(published, -1));
  if (word === 'tomorrow') return iso(shift(published, 1));
  if (word === 'overnight') return `${iso(shift(published, -1))}/${iso(published)}`;
  return iso(published);
}

/** "1997–98" as the stretch of both years; null where the second does not follow. */
function readYears(first: string, second: string): string | null {
  const year = Number(first);
  const last = second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second);
  return last > year && last - year < 100 ? `${year}/${last}` : null;
}

/** Monday of the ISO week of a date. */
function monday(date: Date): Date {
  return shift(date, -((date.getUTCDay() + 6) % 7));
}

function readPeriod(groups: Groups, published: Date): string | null {
  const rel = (groups.rel6 ?? 'last').toLowerCase();
  const unit = groups.unit6 ?? groups.unit7 ?? '';
  const step = /last|previous/.test(rel) ? -1 : rel === 'next' ? 1 : 0;
  const year = published.getUTCFullYear();
  const month = published.getUTCMonth();
  if (rel === 'the same') return null;
  if (unit === 'week') {
    if (rel === 'the past') return `${iso(shift(published, -7))}/${iso(published)}`;
    const start = shift(monday(published), step * 7);
    return `${iso(start)}/${iso(shift(start, 6))}`;
  }
  if (unit === 'weekend') {
    const saturday = shift(
      monday(published),
      published.getUTCDay() === 0 || published.getUTCDay() === 6 ? 5 : rel === 'this' ? 5 : -2,
    );
    return `${iso(saturday)}/${iso(shift(saturday, 1))}`;
  }
  if (unit === 'month') {
    if (rel === 'the past') return null;
    const date = new Date(Date.UTC(year, month + step, 1));
    return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`;
  }
  if (unit === 'year') return rel === 'the past' ? null : String(year + step);
  return null;
}

function readWeekday(groups: Groups, published: Date): string {
  const wanted = DAYS.indexOf((groups.wd ?? '').toLowerCase());
  const back = (published.getUTCDay() - wanted + 7) % 7;
  if (/next/i.test(groups.rel8 ?? '')) return iso(shift(published, 7 - back));
  if (back === 0 && /last/i.test(groups.rel8 ?? '')) return iso(shift(published, -7));
  return iso(shift(published, -back));
}

const COUNTS = 'one two three four five six'.split(' ');

/** A month or day some months before; a day that the month lacks is its last. */
function monthsBefore(year: number, month: number, day: number | null, count: number): string {
  const first = new Date(Date.UTC(year, month - 1 - count, 1));
  const stem = iso(first).slice(0, 7);
  if (day === null) return stem;
  return `${stem}-${pad(Math.min(day, lastDay(first.getUTCFullYear(), first.getUTCMonth())))}`;
}

/** Moves both ends of an EDTF date back by whole units; null where it is open or of another size. */
function shiftEdtf(edtf: string, count: number, unit: string): string | null {
  const moved = edtf.split('/').map((end) => {
    const [year, month, day] = end.split('-').map(Number);
    if (!year || (unit !== 'year' && !month) || (/day|week/.test(unit) && !day)) return null;
    if (unit === 'year' && !month) return String(year - count);
    if (unit === 'year' || unit === 'month')
      return monthsBefore(year, month ?? 1, day ?? null, unit === 'year' ? count * 12 : count);
    const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
    return iso(shift(date, -count * (unit === 'week' ? 7 : 1)));
  });
  return moved.includes(null) ? null : moved.join('/');
}

/** "a day earlier", "the week before", "that morning": told from the date named before. */
function readEarlier(groups: Groups, before: string | null): string | null {
  if (!before) return null;
  if (groups.same) return before;
  const said = (groups.count ?? 'a').toLowerCase();
  const count = /^\d/.test(said) ? Number(said) : Math.max(1, COUNTS.indexOf(said) + 1);
  return shiftEdtf(before, count, groups.unit10 ?? groups.unit11 ?? '');
}

/** "the week to Sunday": the seven days that end there. */
function readWeekTo(weekday: string, published: Date): string {
  const end = new Date(`${readWeekday({ wd: weekday }, published)}T00:00:00Z`);
  return `${iso(shift(end, -6))}/${iso(end)}`;
}

/** The EDTF of a match; null where it is relative and what it starts from is not known. */
export function toEdtf(
  groups: Groups,
  published: Date | null,
  before: string | null,
): string | null {
  if (groups.iso) return parseEdtf(groups.iso)?.edtf ?? null;
  if (groups.unit10 || groups.unit11 || groups.same) return readEarlier(groups, before);
  if (groups.y12) return readYears(groups.y12, groups.y13 ?? '');
  if (groups.d1 || groups.d2) return readDay(groups, published);
  if (groups.m3) return readPart(groups, published);
  if (groups.m4) return readMonth(groups, published);
  if (groups.y5) return readHalf(groups, published);
  if (groups.y9) return groups.y9;
  if (!published) return null;
  if (groups.monthStart) return `${iso(published).slice(0, 7)}-01`;
  if (groups.weekTo) return readWeekTo(groups.weekTo, published);
  if (groups.unit12) return iso(published).slice(0, groups.unit12 === 'year' ? 4 : 7);
  if (groups.near)
    return readNear(
      groups.near.toLowerCase().replace(/^(?:earlier today|this .*)$/, 'today'),
      published,
    );
  if (groups.unit6 || groups.unit7) return readPeriod(groups, published);
  if (groups.wd) return readWeekday(groups, published);
  return null;
}
