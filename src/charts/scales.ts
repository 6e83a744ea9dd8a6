/** The scales of a chart: values upwards, days to the right. */
import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { numberWords, signOf } from '../text/amounts.ts';
import { type ChartClaim, isBounded, openSide } from './data.ts';

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface ValueScale {
  y: ScaleLinear<number, number>;
  ticks: number[];
  startsAtZero: boolean;
}

const DAY_MS = 86_400_000;
/** How much room the arrow of an open side gets, in pixels. */
export const ARROW_PX = 38;
/** Room for the word above a frame, in pixels. */
const FLAG_PX = 20;
const TICK_PX = 52;
/** Values that lie close together, far from zero, get the whole height. */
const FAR_FROM_ZERO_SHARE = 0.55;

/** The scale of values over a height in pixels. */
export function valueScale(claims: readonly ChartClaim[], height: number): ValueScale {
  const bounded = claims.filter(isBounded);
  const values = bounded.flatMap(({ low, high }) => [low, high].filter((side) => side !== null));
  const [low, high] = domainOf(values, bounded, height);
  const y = scaleLinear()
    .domain([low, high])
    .nice(Math.max(5, Math.floor(height / TICK_PX)));
  const [start = 0] = y.domain();
  const whole = values.every(Number.isInteger);
  const ticks = y
    .ticks(Math.max(2, Math.min(8, Math.floor(height / TICK_PX))))
    .filter((tick) => !whole || Number.isInteger(tick));
  return { y, ticks, startsAtZero: start <= 0 };
}

function domainOf(
  values: number[],
  claims: readonly ChartClaim[],
  height: number,
): [number, number] {
  const least = reduce(values, Math.min, 0);
  const most = reduce(values, Math.max, 1);
  const differ = most > least;
  const isFar = differ && least > 0 && least >= most * FAR_FROM_ZERO_SHARE;
  const isBelow = differ && most < 0 && most <= least * FAR_FROM_ZERO_SHARE;
  const spread = isFar || isBelow ? Math.max(most - least, Math.abs(most) * 0.1) : 0;
  let low = isFar || isBelow ? least - spread * 0.25 : Math.min(0, least);
  let high = isBelow || isFar ? most + spread * 0.2 : Math.max(0, most);
  if (low === high) high = low + 1;
  // An open side goes on beyond the last value; its arrow needs room.
  const room = (high - low) * ((ARROW_PX + 14) / Math.max(60, height));
  const reaches = (side: 'above' | 'below', limit: number) =>
    claims.some(
      (claim) =>
        openSide(claim) === side &&
        (side === 'above'
          ? (claim.low ?? 0) > limit - room
          : (claim.high ?? 0) < limit + room && low < 0),
    );
  if (reaches('above', high)) high += room;
  else high += (high - low) * 0.04;
  if (claims.some(({ conflict }) => conflict)) high += (high - low) * (FLAG_PX / height);
  if (reaches('below', low) || isFar) low -= isFar ? room / 2 : room;
  return [isFar ? Math.max(0, low) : low, high];
}

function reduce(values: number[], pick: (a: number, b: number) => number, none: number): number {
  return values.length === 0 ? none : values.reduce((a, b) => pick(a, b));
}

/** `20%`, `1,500`: a tick in the figure's unit. */
export function tickWords(tick: number, unit: string): string {
  return numberWords(tick) + signOf(unit);
}

export interface DayTick {
  at: number;
  label: string;
  /** The year, where it begins or where the axis begins. */
  year: string | null;
}

export interface DayScale {
  x: ScaleTime<number, number>;
  ticks: DayTick[];
}

/** Room for words beside the first and the last mark. */
const EDGE_PX = 56;
const EDGE_NARROW_PX = 30;
const NARROW_PX = 440;
const TICK_WIDTH_PX = 92;
const TICK_NARROW_PX = 66;

/** The scale of days between two edges in pixels. */
export function dayScale(claims: readonly ChartClaim[], { left, right }: Area): DayScale {
  const from = reduce(
    claims.map((claim) => claim.from),
    Math.min,
    0,
  );
  const to = reduce(
    claims.map((claim) => claim.to),
    Math.max,
    0,
  );
  // Few days next to each other are spread no wider than they need.
  const pad = Math.max(0, (6 * DAY_MS - (to - from)) / 2);
  const isNarrow = right - left < NARROW_PX;
  const edge = isNarrow ? EDGE_NARROW_PX : EDGE_PX;
  const x = scaleUtc()
    .domain([from - pad, to + pad])
    .range([left + edge, right - edge]);
  const start = Number(x.invert(left));
  const end = Number(x.invert(right));
  const tick = isNarrow ? TICK_NARROW_PX : TICK_WIDTH_PX;
  const wanted = Math.max(2, Math.floor((right - left) / tick));
  return { x, ticks: dayTicks(start, end, wanted) };
}

function dayTicks(start: number, end: number, wanted: number): DayTick[] {
  const times = scaleUtc()
    .domain([start, end])
    .ticks(wanted)
    .map(Number)
    .filter((time) => time % DAY_MS === 0);
  const step = (times[1] ?? end) - (times[0] ?? start);
  let lastYear = '';
  return times.map((at) => {
    const date = new Date(at);
    const year = yearWords(date.getUTCFullYear());
    const label =
      step > 300 * DAY_MS ? year : step > 26 * DAY_MS ? MONTH.format(date) : dayWords(date);
    const shown = label === year || year === lastYear ? null : year;
    lastYear = year;
    return { at, label, year: shown };
  });
}

// Three letters for every month; British English gives September four.
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

function dayWords(date: Date): string {
  return `${date.getUTCDate()} ${MONTH.format(date)}`;
}

function yearWords(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}
