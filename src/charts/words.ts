/** The words of a chart: days, and the description for those who can't see it. */
import { amountWords } from '../text/amounts.ts';
import { type ChartClaim, type ChartData, isBounded } from './data.ts';

const PLAIN = new Intl.NumberFormat('en');
const DAY_MS = 86_400_000;
const FIRST_PLAIN = Date.parse('1000-01-01');

/** Writes a time by its parts; “15 March 44” would be taken for another century. */
function formatOf(parts: Intl.DateTimeFormatOptions): (time: number) => string {
  const plain = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
  const old = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC', era: 'short' });
  return (time) => (time < FIRST_PLAIN ? old : plain).format(time);
}

const yearWords = formatOf({ year: 'numeric' });
const monthWords = formatOf({ month: 'long', year: 'numeric' });
const oneDay = formatOf({ day: 'numeric', month: 'long', year: 'numeric' });

/** `9 October 2024`, `October 2024`, `21 October 2024 to 3 November 2024`, `until 9 October 2024`. */
export function dayWords({
  from,
  to,
  openEnd,
  undated,
}: Pick<ChartClaim, 'from' | 'to' | 'openEnd' | 'undated'>): string {
  if (openEnd === 'first') return `until ${oneDay(to)}`;
  if (openEnd === 'last') return `from ${oneDay(from)} on`;
  return undated ? `${oneDay(from)} (day of publication)` : spanWords(from, to);
}

/** A whole month and a whole year by their names. */
function spanWords(from: number, to: number): string {
  if (from === to) return oneDay(from);
  const first = new Date(from);
  const next = new Date(to + DAY_MS);
  const months =
    (next.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    next.getUTCMonth() -
    first.getUTCMonth();
  const isWhole = first.getUTCDate() === 1 && next.getUTCDate() === 1;
  if (isWhole && months === 1) return monthWords(from);
  if (isWhole && months === 12 && first.getUTCMonth() === 0) return yearWords(from);
  return `${oneDay(from)} to ${oneDay(to)}`;
}

/** How many claims a description tells one by one. */
const TOLD_MAX = 60;

/** One claim in words: who, what, when, where, and what is to be known about it. */
export function claimWords(claim: ChartClaim, { sources, unit }: ChartData): string {
  const marks = [
    ...(claim.conflict ? ['another source contradicts it'] : []),
    ...(claim.superseded ? ['superseded'] : []),
  ];
  const note = marks.length === 0 ? '' : ` (${marks.join('; ')})`;
  const place = claim.place === null ? '' : `, ${claim.place}`;
  return `${sources[claim.source]}, ${dayWords(claim)}${place}: ${amountWords(claim, unit)}${note}`;
}

/** All that the chart shows, as text. */
export function description(data: ChartData): string {
  const { claims, sources, unit, omitted } = data;
  if (claims.length === 0) return 'There is no published claim to show.';
  const told = claims.slice(-TOLD_MAX);
  const order = claims.length === 1 ? '' : ', in order of the date that they are about';
  const parts = [
    `${count(claims.length, 'claim')} by ${count(sources.length, 'source')}, in ${unit}${order}.`,
    ...leftOut(omitted),
    ...(told.length < claims.length ? [`The newest ${told.length}:`] : []),
    ...told.map((claim) => `${claimWords(claim, data)}.`),
  ];
  return parts.join(' ');
}

export function count(number: number, noun: string): string {
  return `${PLAIN.format(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** What a reader must know beside the marks. */
export function notes(data: ChartData): string[] {
  const { claims, omitted } = data;
  const unbounded = claims.filter((claim) => !isBounded(claim)).length;
  const opens = (end: 'first' | 'last') =>
    claims.some((claim) => claim.openEnd === end && isBounded(claim));
  return [
    ...(claims.some((claim) => claim.undated && isBounded(claim))
      ? ['* Without a date of its own; shown at the day of publication.']
      : []),
    ...(opens('last') ? ['→ From its day on.'] : []),
    ...(opens('first') ? ['← Until its day.'] : []),
    ...(unbounded > 0
      ? [
          `${count(unbounded, 'claim')} ${unbounded === 1 ? 'gives' : 'give'} no number and can’t be drawn.`,
        ]
      : []),
    ...leftOut(omitted),
  ];
}

const leftOut = (omitted: number): string[] =>
  omitted > 0 ? [`${count(omitted, 'older claim')} left out.`] : [];
