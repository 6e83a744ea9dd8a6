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
  `\\b(?<prep>(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Aa]s of)\\s+(?:the\\s+)?(?:end of\\s+)?)?(?:` +
    [
      `(?<iso>${YEAR}-\\d\\d-\\d\\d)`,
      `(?<count>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\\d{1,2})\\s+(?<unit10>day|week|month|year)s?\\s+(?:earlier\\b|before\\b(?!\\s+(?:the|he|she|it|they|his|her|its|a)\\b))`,
      `[Tt]he\\s+(?<unit11>day|week|month|year)\\s+before(?=[\\s]*[,.;:)’”"]|\\s+(?:that|by|at|and|to|from))`,
      `(?<same>[Tt]hat\\s+(?:day|morning|afternoon|evening|night)|[Tt]he same day)\\b`,
      `(?:[Tt]he\\s+)?week\\s+(?:to|ending|ended|until)(?:\\s+on)?\\s+(?<weekTo>${WEEKDAY})`,
      `(?<monthStart>(?:the\\s+)?(?:first|start|beginning)\\s+of\\s+(?:the|this)\\s+month)\\b`,
      `(?<endOf>[Tt]he\\s+end\\s+of\\s+(?:the|this))\\s+(?<unit12>year|month)\\b`,
      `(?<y12>${YEAR})[–/-](?<y13>\\d\\d(?:\\d\\d)?)(?![\\d–-])`,
      `(?<d1>${DAY})(?:\\s+of)?\\s+(?<m1>${MONTH})(?:,?\\s+(?<y1>${YEAR}))?`,
      `(?<m2>${MONTH})\\s+(?<d2>${DAY})(?![\\d:%]|,\\d)(?:,?\\s+(?<y2>${YEAR}))?`,
      `(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he end of|[Tt]he start of|[Tt]he beginning of)[\\s-]+(?<m3>${MONTH})(?:,?\\s+(?<y3>${YEAR}))?`,
      `(?:(?<rel4>[Ll]ast|[Tt]his|[Nn]ext)\\s+)?\\b(?<m4>${MONTH})(?=[\\s,.;:)’']|$)(?:,?\\s+(?:of\\s+)?(?<y4>${YEAR}|last year|this year))?`,
      `(?<first>[Tt]he first|[Tt]he second) (?<unit5>half|quarter) of (?<y5>${YEAR}|this year|last year)`,
      `(?<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Oo]vernight|[Tt]omorrow|[Ee]arlier today|[Tt]his (?:morning|afternoon|evening))`,
      `(?:(?<rel6>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he past|[Tt]he previous|[Tt]he same)\\s+(?<unit6>weekend|week|month|year|quarter)\\b|[Tt]he\\s+(?<unit7>weekend))`,
      `(?:(?<early>[Ee]arly|[Ll]ate)\\s+(?:on\\s+)?)?(?:(?<rel8>[Ll]ast|[Nn]ext|[Tt]his)\\s+)?(?<wd>${WEEKDAY})(?:\\s+(?:morning|afternoon|evening|night))?`,
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
  const second = /second/.test(groups.first ?? '');
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
  return iso(shift(published, -back));
}

const COUNTS = 'one two three four five six'.split(' ');

/** Moves both ends of an EDTF date back by whole units; null where it is open or of another size. */
function shiftEdtf(edtf: string, count: number, unit: string): string | null {
  const moved = edtf.split('/').map((end) => {
    const [year, month, day] = end.split('-').map(Number);
    if (!year || (unit !== 'year' && !month) || (/day|week/.test(unit) && !day)) return null;
    if (unit === 'year') return end.replace(/^\d{4}/, String(year - count));
    if (unit === 'month' && !day) {
      const date = new Date(Date.UTC(year, (month ?? 1) - 1 - count, 1));
      return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`;
    }
    if (unit === 'month') return iso(new Date(Date.UTC(year, (month ?? 1) - 1 - count, day)));
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

function toEdtf(groups: Groups, published: Date | null, before: string | null): string | null {
  if (groups.iso) return groups.iso;
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
      (!/(?:\b(?:in|of|during|year|and|to|for|between|through|spring|summer|autumn|fall|winter|quarter|early|mid|late|than|the|,)\s*|[(/–-])$/i.test(
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
  let before: string | null = null;
  for (const match of text.matchAll(PATTERN)) {
    const groups: Groups = match.groups ?? {};
    if (isNoDate(text, match, groups)) continue;
    const edtf: string | null = toEdtf(groups, ahead(text, match.index, groups, published), before);
    const prep = groups.prep?.trim().split(/\s/)[0]?.toLowerCase() ?? '';
    const end = match.index + match[0].length;
    const read: string | null = edtf && withBound(edtf, prep);
    before = read ?? before;
    dates.push({ start: match.index, end, edtf: read });
  }
  return joinRanges(text, dates);
}

const FUTURE =
  /\b(?:will|would|due|by|until|till|next|scheduled|planned|plans?|expected|before|booked|from|starting|ends?|expires?|runs? out on)\b[^.;]{0,60}$/i;

const MODAL =
  /\b(?:will|shall|should|could|may|might|'ll|’ll|is to|are to|due to|expected to|going to) (?!have\b)[^.;,:“”"]{0,50}$/i;

/** True where a verb in the future stands before a weekday, and nothing said in between. */
function isAhead(text: string, at: number): boolean {
  const before = MODAL.exec(text.slice(Math.max(0, at - 70), at))?.[0];
  return before !== undefined && !/\b(?:said|says|told|announced|reported)\b/.test(before);
}

/** A date that the words before it put in the future is read from half a year later. */
function ahead(text: string, at: number, groups: Groups, published: Date | null): Date | null {
  if (published && groups.wd && !groups.rel8 && isAhead(text, at)) return shift(published, 7);
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
