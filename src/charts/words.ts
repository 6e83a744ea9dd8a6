/** The words of a chart: values, days, and the description for those who can't see it. */
import { type ChartClaim, type ChartData, isBounded } from './data.ts';

const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const SCALED = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const MAGNITUDES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A number as readers write it: `2,910`, `12.5 million`. Never rounded. */
export function numberWords(value: number): string {
  for (const [size, name] of MAGNITUDES) {
    if (Math.abs(value) < size) continue;
    const scaled = value / size;
    // A number with more digits than that is worth all of them.
    if (Math.round(scaled * 1_000) / 1_000 === scaled)
      return `${sign(SCALED.format(scaled))} ${name}`;
    break;
  }
  return sign(PLAIN.format(value));
}

/** A true minus sign. */
function sign(digits: string): string {
  return digits.replace(/^-/, '−');
}

/** What a claim says, bounds as bounds: `over 7,000`, `2,500–2,800`. */
export function valueWords({ comparator, low, high }: ChartClaim): string {
  if (low !== null && high !== null && low !== high) {
    const between = low < 0 || high < 0 ? ' to ' : '–';
    const [from, to] = [numberWords(low), numberWords(high)];
    const [, size = ''] = from.split(' ');
    // “38–45 million”: the magnitude once, if it is the same.
    const shared = size !== '' && to.endsWith(` ${size}`);
    const range = `${shared ? from.slice(0, -size.length - 1) : from}${between}${to}`;
    return comparator === 'approx' ? `about ${range}` : range;
  }
  const value = low ?? high;
  if (value === null) return 'no number';
  const words = numberWords(value);
  if (high === null) return comparator === 'gt' ? `over ${words}` : `at least ${words}`;
  if (low === null) return comparator === 'lt' ? `under ${words}` : `at most ${words}`;
  return comparator === 'approx' ? `about ${words}` : words;
}

/** `9 October 2024`, or `21 October 2024 to 31 October 2024`. */
export function dayWords({
  from,
  to,
  undated,
}: Pick<ChartClaim, 'from' | 'to' | 'undated'>): string {
  const days = from === to ? DAY.format(from) : `${DAY.format(from)} to ${DAY.format(to)}`;
  return undated ? `${days} (day of publication)` : days;
}

/** How many claims a description tells one by one. */
const TOLD_MAX = 60;

/** One claim in words: who, what, when, and what is to be known about it. */
export function claimWords(claim: ChartClaim, { sources }: ChartData): string {
  const marks = [
    ...(claim.conflict ? ['another source contradicts it'] : []),
    ...(claim.superseded ? ['superseded'] : []),
  ];
  const note = marks.length === 0 ? '' : ` (${marks.join('; ')})`;
  return `${sources[claim.source]}, ${dayWords(claim)}: ${valueWords(claim)}${note}`;
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
export function notes(data: ChartData, startsAtZero: boolean): string[] {
  const { claims, omitted } = data;
  const unbounded = claims.filter((claim) => !isBounded(claim)).length;
  return [
    ...(claims.some(({ undated }) => undated)
      ? ['* Without a date of its own; shown at the day of publication.']
      : []),
    ...(unbounded > 0
      ? [
          `${count(unbounded, 'claim')} ${unbounded === 1 ? 'gives' : 'give'} no number and can’t be drawn.`,
        ]
      : []),
    ...(omitted > 0 ? [`${count(omitted, 'older claim')} left out.`] : []),
    ...(startsAtZero ? [] : ['The scale doesn’t start at zero.']),
  ];
}
