/** The scales of a chart: values upwards, days to the right. */
import {
  type ScaleContinuousNumeric,
  type ScaleTime,
  scaleLinear,
  scaleLog,
  scaleUtc,
} from 'd3-scale';
import { numberWords, signOf } from '../text/amounts.ts';
import { type ChartClaim, isBounded, openSide } from './data.ts';

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface ValueScale {
  y: ScaleContinuousNumeric<number, number>;
  ticks: number[];
  base: Base;
}

/** Where a scale begins: at zero, somewhere else, or nowhere, with steps of ten times each. */
export type Base = 'zero' | 'cut' | 'log';

const DAY_MS = 86_400_000;
/** Half the size of a symbol, in pixels. */
export const SYMBOL_PX = 6;
/** The arrow of an open side, in pixels from its bound; a short one has little room to zero. */
export const ARROW_PX = 34;
const ARROW_MIN_PX = 17;
/** Room for the word above a frame, in pixels. */
const FLAG_PX = 22;
const TICK_PX = 52;
/** Closer than that, lines are hatching. */
const LINES_APART_PX = 15;
const TICKS_MIN = 3;
const TICKS_MAX = 6;
/** How many more lines than wanted a scale may have that ends so much closer to its values. */
const TICKS_MORE = 2;
const CLOSER_SHARE = 0.8;
/** Values that lie close together, far from zero, get the whole height. */
const FAR_FROM_ZERO_SHARE = 0.55;
/** On a scale from zero the smallest would lie on the axis beside one so much larger. */
const LOG_FROM_RATIO = 500;
const DECADES_SHOWN_MAX = 6;

function valuesOf(claims: readonly ChartClaim[]): number[] {
  return claims.flatMap(({ low, high }) => [low, high].filter((side) => side !== null));
}

/** Which scale suits the claims, whatever the size of the chart. */
function baseOf(claims: readonly ChartClaim[]): Base {
  const values = valuesOf(claims);
  const least = reduce(values, Math.min, 0);
  const most = reduce(values, Math.max, 1);
  if (least > 0 && most / least >= LOG_FROM_RATIO) return 'log';
  const isFar = most > least && least > 0 && least >= most * FAR_FROM_ZERO_SHARE;
  const isBelow = most > least && most < 0 && most <= least * FAR_FROM_ZERO_SHARE;
  return isFar || isBelow ? 'cut' : 'zero';
}

/** The scale of values between two edges in pixels, with room for every mark. */
export function valueScale(
  claims: readonly ChartClaim[],
  { top, bottom }: Pick<Area, 'top' | 'bottom'>,
): ValueScale {
  const bounded = claims.filter(isBounded);
  const base = baseOf(bounded);
  const values = valuesOf(bounded);
  const scale = base === 'log' ? logScale(values) : linearScale(values, base, bottom - top);
  const { y } = scale;
  y.range([bottom, top]);
  const room = roomFor(bounded, { ...scale, base }, { top, bottom });
  y.range([bottom - room.below, top + room.above]);
  return { ...scale, ticks: base === 'log' ? scale.ticks : apart(scale.ticks, y), base };
}

/** Every second line, or third, so that there is room for the number at each; both ends stay. */
function apart(ticks: number[], y: ValueScale['y']): number[] {
  const steps = ticks.length - 1;
  const room = Math.abs(y(ticks[0] ?? 0) - y(ticks[steps] ?? 0));
  for (let step = 1; step < steps; step += 1)
    if (steps % step === 0 && (room / steps) * step >= LINES_APART_PX)
      return ticks.filter((tick, index) => index % step === 0 || tick === 0);
  return ticks.filter((tick, index) => index % steps === 0 || tick === 0);
}

/** Lines from below the least value to above the largest, and no more of them than are needed. */
function linearScale(values: readonly number[], base: Base, height: number) {
  const domain = domainOf(values, base);
  const wanted = Math.max(TICKS_MIN, Math.min(TICKS_MAX, Math.floor(height / TICK_PX)));
  const scales = Array.from({ length: TICKS_MORE + 1 }, (_, more) =>
    niceScale(domain, wanted + more),
  );
  const { y, ticks } = scales.reduce((best, one) =>
    one.length < best.length * CLOSER_SHARE ? one : best,
  );
  const whole = values.every(Number.isInteger);
  return { y, ticks: ticks.filter((tick) => !whole || Number.isInteger(tick)) };
}

/** A scale that begins and ends at a line. */
function niceScale(domain: readonly [number, number], count: number) {
  const y = scaleLinear().domain(domain).nice(count);
  const [from = 0, to = 0] = y.domain();
  return { y, ticks: y.ticks(count), length: to - from };
}

function domainOf(values: readonly number[], base: Base): [number, number] {
  const least = reduce(values, Math.min, 0);
  const most = reduce(values, Math.max, 1);
  if (base === 'zero') {
    const [low, high] = [Math.min(0, least), Math.max(0, most)];
    return [low, low === high ? low + 1 : high];
  }
  const spread = Math.max(most - least, Math.max(Math.abs(most), Math.abs(least)) * 0.1);
  return most < 0
    ? [least - spread * 0.1, most + spread * 0.2]
    : [least - spread * 0.2, most + spread * 0.1];
}

/** Powers of ten below and above all values; the lines are one step apart, or several. */
function logScale(values: readonly number[]) {
  const from = Math.floor(Math.log10(reduce(values, Math.min, 1)));
  const decades = Math.ceil(Math.log10(reduce(values, Math.max, 10))) - from;
  const least = Math.ceil(decades / DECADES_SHOWN_MAX);
  const above = (step: number) => Math.ceil(decades / step) * step;
  const step = least > 1 && above(least + 1) < above(least) ? least + 1 : least;
  const to = from + above(step);
  const y = scaleLog().domain([10 ** from, 10 ** to]);
  const ticks = [];
  for (let power = from; power <= to; power += step) ticks.push(10 ** power);
  return { y, ticks };
}

/** What a reader must know of a scale; empty where it begins at zero. */
export function scaleNote(claims: readonly ChartClaim[]): string {
  const bounded = claims.filter(isBounded);
  const base = baseOf(bounded);
  if (base === 'zero') return '';
  if (base === 'cut') return 'The scale doesn’t start at zero.';
  const { ticks } = logScale(valuesOf(bounded));
  const factor = (ticks[1] ?? 10) / (ticks[0] ?? 1);
  return `Each line stands for ${numberWords(Math.round(factor))} times the one below it.`;
}

/** How much the ends of the scale give way, in pixels, so that no mark leaves the area. */
function roomFor(
  claims: readonly ChartClaim[],
  scale: Pick<ValueScale, 'y' | 'base'>,
  { top, bottom }: Pick<Area, 'top' | 'bottom'>,
): { above: number; below: number } {
  let above = 0;
  let below = 0;
  for (const claim of claims) {
    const side = openSide(claim);
    const upper = scale.y((claim.high ?? claim.low) as number);
    const lower = scale.y((claim.low ?? claim.high) as number);
    const arrow = side === 'above' ? ARROW_PX : 2 * SYMBOL_PX + 4;
    above = Math.max(above, arrow + (claim.conflict ? FLAG_PX : 0) - (upper - top));
    const needed =
      side === 'below' ? arrowDown(claim, scale, bottom) : scale.base === 'zero' ? 0 : SYMBOL_PX;
    below = Math.max(below, needed - (bottom - lower));
  }
  const most = (bottom - top) * 0.4;
  return { above: Math.min(above, most), below: Math.min(below, most / 2) };
}

/** What is counted is not below nothing: an arrow downwards ends there if it has the room. */
export function arrowDown(
  { high }: Pick<ChartClaim, 'high'>,
  { y, base }: Pick<ValueScale, 'y' | 'base'>,
  bottom: number,
): number {
  const bound = high ?? 0;
  const floor = base === 'zero' && bound >= 0 ? y(0) : bottom;
  return Math.max(ARROW_MIN_PX, Math.min(ARROW_PX, floor - y(bound) - 1));
}

function reduce(
  values: readonly number[],
  pick: (a: number, b: number) => number,
  none: number,
): number {
  return values.length === 0 ? none : values.reduce((a, b) => pick(a, b));
}

/** `20%`, `1,500`: a tick in the figure's unit. */
export function tickWords(tick: number, unit: string): string {
  return numberWords(tick) + signOf(unit);
}

export interface DayTick {
  at: number;
  label: string;
  /** Null where the label is the year itself. */
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
const DAY_TICKS_MAX = 10;
/** Between fewer nobody can tell the day of a mark. */
const DAY_TICKS_MIN = 3;
/** No claim is older; an axis begins before its first one. */
const FIRST_DAY = Date.parse('0001-01-01');

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
  const wanted = Math.max(2, Math.min(DAY_TICKS_MAX, Math.floor((right - left) / tick)));
  return { x, ticks: dayTicks(start, end, wanted) };
}

function dayTicks(start: number, end: number, wanted: number): DayTick[] {
  const scale = scaleUtc().domain([start, end]);
  const timesOf = (count: number) =>
    scale
      .ticks(count)
      .map(Number)
      .filter((time) => time % DAY_MS === 0 && time >= FIRST_DAY);
  const first = timesOf(wanted);
  // Of twice as many every other one has room for its words.
  const times = first.length < DAY_TICKS_MIN ? timesOf(2 * wanted) : first;
  const step = (times[1] ?? end) - (times[0] ?? start);
  return times.map((at) => {
    const date = new Date(at);
    const year = String(date.getUTCFullYear());
    if (step > 300 * DAY_MS) return { at, label: year, year: null };
    return { at, label: step > 26 * DAY_MS ? MONTH.format(date) : dayLabel(date), year };
  });
}

// Three letters for every month; British English gives September four.
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

function dayLabel(date: Date): string {
  return `${date.getUTCDate()} ${MONTH.format(date)}`;
}
