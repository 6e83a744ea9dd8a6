/** The words of a chart: days, and the description for those who can't see it. */
import { amountWords } from '../text/amounts.ts';
import { type ChartClaim, type ChartData, isBounded } from './data.ts';

const PLAIN = new Intl.NumberFormat('en');
const PARTS = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const DAY = new Intl.DateTimeFormat('en-GB', PARTS);
/** “15 March 44” would be taken for another century. */
const OLD_DAY = new Intl.DateTimeFormat('en-GB', { ...PARTS, era: 'short' });
const FIRST_PLAIN = Date.parse('1000-01-01');

const oneDay = (time: number): string => (time < FIRST_PLAIN ? OLD_DAY : DAY).format(time);

/** `9 October 2024`, or `21 October 2024 to 31 October 2024`. */
export function dayWords({
  from,
  to,
  undated,
}: Pick<ChartClaim, 'from' | 'to' | 'undated'>): string {
  const days = from === to ? oneDay(from) : `${oneDay(from)} to ${oneDay(to)}`;
  return undated ? `${days} (day of publication)` : days;
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
  const { claims, sources, unit } = data;
  if (claims.length === 0) return 'There is no published claim to show.';
  const told = claims.slice(-TOLD_MAX);
  const parts = [
    `${count(claims.length, 'claim')} by ${count(sources.length, 'source')}, in ${unit}, in order of the date that they are about.`,
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
  return [
    ...(claims.some((claim) => claim.undated && isBounded(claim))
      ? ['* Without a date of its own; shown at the day of publication.']
      : []),
    ...(unbounded > 0
      ? [
          `${count(unbounded, 'claim')} ${unbounded === 1 ? 'gives' : 'give'} no number and can’t be drawn.`,
        ]
      : []),
    ...(omitted > 0 ? [`${count(omitted, 'older claim')} left out.`] : []),
  ];
}
