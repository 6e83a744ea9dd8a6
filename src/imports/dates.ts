/** Offsets of zone names that feeds use (RFC 822 §5.1 and others), in minutes. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  CEST: 120,
  MEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
};
/** Names of the months in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const MONTHS = [
  'jan january januar januari janvier janv enero gennaio janeiro',
  'feb february februar februari février févr febrero febbraio fevereiro',
  'mar march märz mär mars marzo maart março',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mei maio',
  'jun june juni juin junio giugno junho',
  'jul july juli juillet juil julio luglio julho',
  'aug august août agosto augustus',
  'sep sept september septembre septiembre settembre setembro',
  'oct october oktober okt octobre octubre ottobre outubro',
  'nov november novembre noviembre novembro',
  'dec december dezember dez décembre déc diciembre dicembre dezembro',
].map((names) => names.split(' '));

const CLOCK =
  '(?<hour>\\d{1,2}):?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<part>\\d{1,9}))?)?\\s*(?<half>[ap]\\.?m\\.?)?';
const ZONE = '(?<zone>[A-Z]{1,4})?(?<offset>[+-]\\d\\d(?::?\\d\\d)?)?';
const TIME = `(?:[T ,]\\s*(?:at )?${CLOCK})?(?:\\s*${ZONE})?(?:\\s*\\([^()]*\\))?$`;
const WEEKDAY = '^(?:\\p{L}+\\.?,?\\s+)?';
const FORMS = [
  // ISO 8601, also with other marks in the place of its hyphens.
  `^(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})${TIME}`,
  `^(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)${TIME}`,
  // RFC 822: Tue, 05 Mar 2024.
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+|-)(?:de )?(?<name>\\p{L}{3,10})\\.?,?(?:\\s+|-)(?:de )?(?<year>\\d{4}|\\d\\d)${TIME}`,
  // March 5, 2024.
  `${WEEKDAY}(?<name>\\p{L}{3,10})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${TIME}`,
  // C’s asctime and what programs made of it: Tue Mar  5 08:00:00 CET 2024.
  `${WEEKDAY}(?<name>\\p{L}{3})\\s+(?<day>\\d{1,2})\\s+${CLOCK}\\s*${ZONE}\\s+(?<year>\\d{4})$`,
  // 05.03.2024, as it is written where points stand between.
  `^(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})${TIME}`,
  `^(?<first>\\d{1,2})/(?<last>\\d{1,2})/(?<year>\\d{4})${TIME}`,
].map((form) => new RegExp(form, 'iu'));

/** Seconds since 1970 are fewer than this, milliseconds more. */
const SECONDS_MAX = 1e11;

/**
 * ISO 8601, RFC 822, dates in words or with points between, and seconds or milliseconds since
 * 1970. A time without a zone is in UTC, whatever zone this machine is in. `null` for what is no
 * date, for days that no month has, and for 05/03/2024, which is in March or in May.
 */
export function readDate(value: unknown): Date | null {
  if (typeof value === 'number') return readNumber(value);
  if (value instanceof Date) return inRange(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '' || text.startsWith('0000') || text.length > 60) return null;
  const [, year, month = '01'] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [];
  if (year !== undefined) return inRange(new Date(`${year}-${month}-01T00:00Z`));
  for (const form of FORMS) {
    const { groups } = form.exec(text) ?? {};
    if (groups !== undefined) return dateOf(groups);
  }
  return null;
}

/** Front matter has `2024` and `20240305` as numbers. */
function readNumber(value: number): Date | null {
  if (/^(?:\d{4}|(?:19|20)\d{6})$/.test(String(value))) return readDate(String(value));
  return inRange(new Date(Math.abs(value) < SECONDS_MAX ? value * 1_000 : value));
}

type Groups = Readonly<Record<string, string | undefined>>;

function dateOf(groups: Groups): Date | null {
  const { name, zone = 'Z', offset } = groups;
  const { day, month } = daysOf(groups, name);
  const away = ZONES[zone.toUpperCase()];
  const hour = hourOf(groups);
  if (away === undefined || hour > 23 || Number(groups.minute ?? 0) > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(yearOf(groups.year ?? ''), month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const seconds = Math.min(59, Number(groups.second ?? 0));
  const milliseconds = Number((groups.part ?? '').padEnd(3, '0').slice(0, 3));
  date.setUTCHours(hour, Number(groups.minute ?? 0), seconds, milliseconds);
  return inRange(new Date(date.getTime() - (away + minutesOf(offset)) * 60_000));
}

function daysOf(groups: Groups, name: string | undefined): { day: number; month: number } {
  const { day, month, first, last } = groups;
  if (first !== undefined) return ofSlashes(Number(first), Number(last));
  const named = MONTHS.findIndex((names) => names.includes(name?.toLowerCase() ?? '')) + 1;
  return { day: Number(day), month: name === undefined ? Number(month) : named };
}

/** Day and month, which only a number over 12 tells apart. */
function ofSlashes(first: number, last: number): { day: number; month: number } {
  if (first > 12 || first === last) return { day: first, month: last };
  return last > 12 ? { day: last, month: first } : { day: 0, month: 0 };
}

/** RFC 2822 §4.3 on years of two digits. */
const yearOf = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 50 ? 2_000 : 1_900);

function hourOf({ hour = '0', half }: Groups): number {
  if (half === undefined) return Number(hour);
  return (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
}

function minutesOf(offset = '+00:00'): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

function inRange(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 1 || year > 9999 ? null : date;
}
