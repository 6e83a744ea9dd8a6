/**
 * Dates in running English text as EDTF (ISO 8601-2): "on Tuesday", "late October", "since March",
 * "last week". Relative ones are read from the date of publication; without it they are left out.
 */
export interface DateExpression {
  /** UTF-16 indices, preposition included. */
  start: number;
  end: number;
  /** Null where the date is relative and the day of publication is not known. */
  edtf: string | null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';

const PATTERN = new RegExp(
  `\\b(?<prep>(?:since|until|till|by|before|after|from|as of)\\s+(?:the\\s+)?(?:end of\\s+)?)?(?:` +
    [
      `(?<iso>${YEAR}-\\d\\d-\\d\\d)`,
      `(?<d1>${DAY})(?:\\s+of)?\\s+(?<m1>${MONTH})(?:,?\\s+(?<y1>${YEAR}))?`,
      `(?<m2>${MONTH})\\s+(?<d2>${DAY})(?![\\d:%]|,\\d)(?:,?\\s+(?<y2>${YEAR}))?`,
      `(?<part>early|mid|late|the end of|the start of|the beginning of)[\\s-]+(?<m3>${MONTH})(?:,?\\s+(?<y3>${YEAR}))?`,
      `(?:(?<rel4>last|this|next)\\s+)?\\b(?<m4>${MONTH})(?=[\\s,.;:)’']|$)(?:,?\\s+(?:of\\s+)?(?<y4>${YEAR}|last year|this year))?`,
      `(?<first>the first|the second) (?<unit5>half|quarter) of (?<y5>${YEAR}|this year|last year)`,
      `(?<near>yesterday|today|tonight|overnight|tomorrow|earlier today|this (?:morning|afternoon|evening))`,
      `(?:(?<rel6>last|next|this|the past|the previous|the same)\\s+(?<unit6>week|weekend|month|year|quarter)|the\\s+(?<unit7>weekend))`,
      `(?:(?<early>early|late)\\s+(?:on\\s+)?)?(?:(?<rel8>last|next|this)\\s+)?(?<wd>${WEEKDAY})(?:\\s+(?:morning|afternoon|evening|night))?`,
      `(?<y9>${YEAR})(?![-–]?\\w|,\\d|\\.\\d)`,
    ].join('|') +
    `)`,
  'gu',
);

const pad = (value: number): string => String(value).padStart(2, '0');

function iso(date: Date): string {
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

function shift(date: Date, days: number): Date {
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

type Groups = Record<string, string | undefined>;

function readDay(groups: Groups, published: Date | null): string | null {
  const day = Number.parseInt(groups.d1 ?? groups.d2 ?? '', 10);
  const month = monthIndex(groups.m1 ?? groups.m2 ?? '');
  const year = groups.y1 ?? groups.y2;
  if (year) return `${year}-${pad(month + 1)}-${pad(day)}`;
  if (!published) return null;
  return `${yearOf(month, day, published)}-${pad(month + 1)}-${pad(day)}`;
}

function readPart(groups: Groups, published: Date | null): string | null {
  const month = monthIndex(groups.m3 ?? '');
  const year = groups.y3 ? Number(groups.y3) : published ? yearOf(month, null, published) : null;
  if (year === null) return null;
  const [from, to] = /early|start|beginning/.test(groups.part ?? '')
    ? [1, 10]
    : /mid/.test(groups.part ?? '')
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
  const current = published.getUTCFullYear();
  const year =
    said === 'last year'
      ? current - 1
      : said === 'this year'
        ? current
        : yearOf(month, null, published);
  return `${year}-${pad(month + 1)}`;
}

function readYear(said: string, published: Date | null): number | null {
  if (/^\d/.test(said)) return Number(said);
  if (!published) return null;
  return published.getUTCFullYear() - (said === 'last year' ? 1 : 0);
}

function readHalf(groups: Groups, published: Date | null): string | null {
  const year = readYear(groups.y5 ?? '', published);
  if (year === null) return null;
  const second = groups.first === 'the second';
  const [from, to] =
    groups.unit5 === 'half' ? (second ? [7, 12] : [1, 6]) : second ? [4, 6] : [1, 3];
  return `${year}-${pad(from)}/${year}-${pad(to)}`;
}

function readNear(word: string, published: Date): string {
  if (word === 'yesterday') return iso(shift(published, -1));
  if (word === 'tomorrow') return iso(shift(published, 1));
  if (word === 'overnight') return `${iso(shift(published, -1))}/${iso(published)}`;
  return iso(published);
}

/** Monday of the ISO week of a date. */
function monday(date: Date): Date {
  return shift(date, -((date.getUTCDay() + 6) % 7));
}

function readPeriod(groups: Groups, published: Date): string | null {
  const rel = groups.rel6 ?? 'last';
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
  if (groups.rel8 === 'next') return iso(shift(published, 7 - back));
  return iso(shift(published, -back));
}

function toEdtf(groups: Groups, published: Date | null): string | null {
  if (groups.iso) return groups.iso;
  if (groups.d1 || groups.d2) return readDay(groups, published);
  if (groups.m3) return readPart(groups, published);
  if (groups.m4) return readMonth(groups, published);
  if (groups.y5) return readHalf(groups, published);
  if (groups.y9) return groups.y9;
  if (!published) return null;
  if (groups.near)
    return readNear(groups.near.replace(/^(?:earlier today|this .*)$/, 'today'), published);
  if (groups.unit6 || groups.unit7) return readPeriod(groups, published);
  if (groups.wd) return readWeekday(groups, published);
  return null;
}

/** True where "may" or "march" is a verb, or a year is a plain number. */
function isNoDate(text: string, match: RegExpMatchArray, groups: Groups): boolean {
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 12), start);
  if (groups.m4 && !groups.y4 && /^(?:May|March|Mar|Sun|Jan|Dec)$/.test(groups.m4)) {
    return (
      !/\b(?:in|of|on|since|until|by|last|this|next|from|during|through|late|early|mid|and|to|end)[\s-]+$/i.test(
        before,
      ) &&
      !groups.prep &&
      !groups.rel4
    );
  }
  if (groups.y9) {
    const after = text.slice(start + match[0].length, start + match[0].length + 14);
    return (
      !groups.prep &&
      (!/(?:\b(?:in|of|during|year|and|to|for|through|spring|summer|autumn|fall|winter|quarter|early|mid|late|than|the|,)\s*|[(/–-])$/i.test(
        before,
      ) ||
        /^\s(?:people|troops|soldiers|of the|men|women|homes|houses|dollars|euros|deaths)/.test(
          after,
        ))
    );
  }
  return false;
}

/** Lists the dates of `text` in order. `publishedOn` is an ISO date. */
export function listDates(text: string, publishedOn: string | undefined): DateExpression[] {
  const time = publishedOn ? Date.parse(`${publishedOn.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  const published = Number.isNaN(time) ? null : new Date(time);
  const dates: DateExpression[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const groups: Groups = match.groups ?? {};
    if (isNoDate(text, match, groups)) continue;
    const edtf = toEdtf(groups, ahead(text, match.index, groups, published));

    const prep = groups.prep?.trim().split(/\s/)[0]?.toLowerCase() ?? '';
    const end = match.index + match[0].length;
    dates.push({ start: match.index, end, edtf: edtf && withBound(edtf, prep) });
  }
  return joinRanges(text, dates);
}

const FUTURE =
  /\b(?:will|would|due|by|until|till|next|scheduled|planned|plans?|expected|before|booked|from|starting|ends?|expires?|runs? out on)\b[^.;]{0,60}$/i;

/** A date that the words before it put in the future is read from half a year later. */
function ahead(text: string, at: number, groups: Groups, published: Date | null): Date | null {
  if (!published || groups.wd || groups.near || groups.unit6 || groups.unit7 || groups.y5)
    return published;
  if (/^(?:since|from)/i.test(groups.prep ?? '')) return published;
  const before = `${text.slice(Math.max(0, at - 60), at)}${groups.prep ?? ''} `;
  if (!FUTURE.test(before.split(/[.;]\s/).at(-1) ?? '')) return published;
  return groups.d1 || groups.d2 || groups.m3 || (groups.m4 && !groups.y4)
    ? shift(published, 150)
    : published;
}

/** "between 1 May and 8 June", "from May to June": two dates that bound one stretch. */
function joinRanges(text: string, dates: readonly DateExpression[]): DateExpression[] {
  const joined: DateExpression[] = [];
  for (const date of dates) {
    const last = joined[joined.length - 1];
    const between = last ? text.slice(last.end, date.start) : '';
    const opens = last
      ? /\bbetween\s+$|^from/i.test(
          text.slice(Math.max(0, last.start - 9), last.start) +
            text.slice(last.start, last.start + 4),
        ) || /\bbetween\s+$/i.test(text.slice(Math.max(0, last.start - 9), last.start))
      : false;
    if (last && opens && /^\s(?:and|to|until|through)\s$/.test(between) && last.edtf && date.edtf) {
      last.end = date.end;
      last.edtf = `${last.edtf.replace(/\/.*$/, '')}/${date.edtf.replace(/^.*\//, '')}`;
      continue;
    }
    joined.push({ ...date });
  }
  return joined;
}

function withBound(edtf: string, prep: string): string {
  const [from, to] = edtf.split('/');
  if (prep === 'since' || prep === 'from') return `${from}/..`;
  if (prep === 'until' || prep === 'till') return `../${to ?? from}`;
  return edtf;
}
