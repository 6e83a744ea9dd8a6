/**
 * Dates in running English text as EDTF (ISO 8601-2): "on Tuesday", "late October", "since March",
 * "last week". Relative ones are read from the date of publication; without it they are left out.
 */
import { shift, toEdtf } from './date-readings.ts';
import { type Groups, isNoDate, PATTERN } from './date-words.ts';

export interface DateExpression {
  /** UTF-16 indices, preposition included. */
  start: number;
  end: number;
  /** Null where the date is relative and the day of publication is not known. */
  edtf: string | null;
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
  /\b(?:will|would|shall|should|could|may|might|'ll|’ll|is to|are to|due to|expected to|forecast to|set to|likely to|going to) (?!have\b)[^.;,:“”"]{0,50}$/i;

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
    const opens =
      last !== undefined &&
      (/^from\b/i.test(text.slice(last.start, last.start + 5)) ||
        /\bbetween\s+$/i.test(text.slice(Math.max(0, last.start - 9), last.start)));
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
