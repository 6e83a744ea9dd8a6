/** Where each claim stands in the drawing: its symbol, box or arrow, and the room it takes. */
import { type ChartClaim, isBounded, isRange, openSide } from './data.ts';
import {
  ARROW_PX,
  type Area,
  arrowDown,
  type DayScale,
  SYMBOL_PX,
  type ValueScale,
} from './scales.ts';

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Mark {
  claim: ChartClaim;
  /** Middle of its days. */
  x: number;
  /** From the middle of its days to either end, in pixels; 0 for one day. */
  reach: number;
  /** Where on its days its symbol stands, and its arrow: in the middle if no other one does. */
  at: number;
  /** Where its symbol stands: at its number or bound; in its range, or above a low one. */
  y: number;
  /** A box over its range, an arrow from its bound to its tip, or a symbol alone. */
  shape: 'symbol' | 'range' | 'up' | 'down';
  /** Upper and lower end in pixels. */
  top: number;
  bottom: number;
  box: Box;
}

/** Half the width of a range of one day, and of the line at a bound. */
const RANGE_PX = 5;
const BOUND_PX = 9;
/** What is wider by less looks like any other mark. */
const WIDER_PX = 2;
/** Marks of one day are this far apart, side by side. */
const LANE_PX = 18;
/** How far a mark gives way to its neighbours at most. */
const SHIFT_MAX_PX = 30;
const SHIFT_STEP_PX = 3;
/** A range that is lower than this has its symbol above it. */
const SYMBOL_ROOM_PX = 2 * SYMBOL_PX + 10;
/** Days that reach farther belong to no place alone; words may stand above their line. */
const LONG_REACH_PX = 30;

/** Every claim that has a place on the scales, apart from each other as far as there is room. */
export function layOutMarks(
  claims: readonly ChartClaim[],
  values: ValueScale,
  { x }: DayScale,
  area: Area,
): Mark[] {
  const marks = distinct(claims.filter(isBounded)).map((claim): Mark => {
    const [from, to] = [x(claim.from), x(claim.to)];
    const reach = to - from < 4 ? 0 : (to - from) / 2;
    const place = placeOf(claim, values, area);
    const middle = (from + to) / 2;
    return withBox({ claim, x: middle, reach, at: middle, ...place });
  });
  spread(marks, area);
  return marks;
}

/** What a source says again of the same days, in another article, is drawn once. */
export function distinct(claims: readonly ChartClaim[]): ChartClaim[] {
  return [
    ...new Map(claims.map((claim) => [JSON.stringify(Object.values(claim)), claim])).values(),
  ];
}

function placeOf(
  claim: ChartClaim,
  values: ValueScale,
  { bottom: floor }: Area,
): Pick<Mark, 'y' | 'shape' | 'top' | 'bottom'> {
  const { y } = values;
  const { low, high } = claim;
  if (isRange(claim)) {
    const [top, bottom] = [y(high as number), y(low as number)];
    const isLow = bottom - top < SYMBOL_ROOM_PX;
    const middle = isLow ? top - SYMBOL_PX - 3 : (top + bottom) / 2;
    return { y: middle, shape: 'range', top, bottom };
  }
  const at = y((low ?? high) as number);
  if (openSide(claim) === 'above') return { y: at, shape: 'up', top: at - ARROW_PX, bottom: at };
  if (openSide(claim) === 'below')
    return { y: at, shape: 'down', top: at, bottom: at + arrowDown(claim, values, floor) };
  return { y: at, shape: 'symbol', top: at, bottom: at };
}

function withBox(mark: Omit<Mark, 'box'>): Mark {
  const { x, y, top, bottom, shape, reach } = mark;
  const least = shape === 'symbol' ? SYMBOL_PX : shape === 'range' ? SYMBOL_PX + 1 : BOUND_PX;
  const counted = shape === 'range' || reach < LONG_REACH_PX ? reach : 0;
  // Days that follow each other touch, and need not give way.
  const half = Math.max(least + 2, counted);
  return {
    ...mark,
    box: {
      left: x - half,
      right: x + half,
      top: Math.min(top, y - SYMBOL_PX) - 2,
      bottom: Math.max(bottom, y + SYMBOL_PX) + 2,
    },
  };
}

/** Half the width that a mark has without any days. */
export function leastReach({ shape }: Pick<Mark, 'shape'>): number {
  if (shape === 'range') return RANGE_PX;
  return shape === 'symbol' ? SYMBOL_PX : BOUND_PX;
}

/** Whether the days of a claim can be seen: fewer hide behind its symbol. */
export function isWide(mark: Pick<Mark, 'shape' | 'reach'>): boolean {
  return mark.reach > leastReach(mark) + WIDER_PX;
}

/** Whether its days reach so far that others stand on them, too. */
export const isLong = ({ reach }: Pick<Mark, 'reach'>): boolean => reach >= LONG_REACH_PX;

/** A mark without the days that reach far from it. */
export function coreOf(mark: Mark): Box {
  const { box, at, y, shape } = mark;
  if (shape !== 'range' || !isLong(mark)) return box;
  const half = SYMBOL_PX + 2;
  return { left: at - half, right: at + half, top: y - half, bottom: y + half };
}

/** What nothing may be written over: a mark, and the lines over its days or range. */
export function solidBoxes(mark: Mark): Box[] {
  const { x, y, shape, reach, top, bottom } = mark;
  if (!isLong(mark)) return [mark.box];
  const [left, right] = [x - reach, x + reach];
  const across = (at: number): Box => ({ left, right, top: at - 2, bottom: at + 2 });
  const lines = shape === 'range' ? [across(top), across(bottom)] : [across(y)];
  return [coreOf(mark), ...lines];
}

/** The sides of a range over many days: words may cross them where there is no other room. */
export function sidesOf(mark: Mark): Box[] {
  const { x, shape, reach, top, bottom } = mark;
  if (shape !== 'range' || !isLong(mark)) return [];
  return [x - reach, x + reach].map((at) => ({ left: at - 2, right: at + 2, top, bottom }));
}

/** Moves marks sideways where one would cover another; over many days their symbols alone. */
function spread(marks: Mark[], area: Area): void {
  const ordered = marks.filter((mark) => !isLong(mark)).sort((a, b) => a.x - b.x);
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    const first = ordered[start] as Mark;
    while (end < ordered.length && (ordered[end] as Mark).x - first.x < 1) end += 1;
    intoLanes(ordered.slice(start, end), area);
    start = end;
  }
  const placed: Mark[] = [];
  for (const mark of ordered) {
    const fits = (shift: number) => {
      const box = moved(mark.box, shift);
      const isInside = box.left >= leftmost(area) && box.right <= rightmost(area);
      return isInside && !placed.some((other) => overlaps(box, other.box));
    };
    move(mark, SHIFTS.find(fits) ?? 0);
    placed.push(mark);
  }
  spreadSymbols(marks.filter(isLong), placed);
}

/** What several say of the same weeks lies over each other; each symbol stands beside the last. */
function spreadSymbols(long: readonly Mark[], others: Mark[]): void {
  const taken = others.map(({ box }) => box);
  for (const mark of long) {
    const core = coreOf(mark);
    const room = mark.reach - SYMBOL_PX - 2;
    const isFree = (shift: number) =>
      Math.abs(shift) <= room && !taken.some((box) => overlaps(moved(core, shift), box));
    const shift = SYMBOL_SHIFTS.find(isFree) ?? 0;
    mark.at += shift;
    if (mark.shape !== 'range') mark.box = moved(mark.box, shift);
    taken.push(moved(core, shift));
  }
}

/** Nowhere, then to either side, farther each time. */
const SHIFTS = Array.from({ length: (2 * SHIFT_MAX_PX) / SHIFT_STEP_PX + 1 }, (_, index) =>
  index % 2 === 0 ? -(index / 2) * SHIFT_STEP_PX : Math.ceil(index / 2) * SHIFT_STEP_PX,
);

/** To either side, farther each time: first so far that words have room between two symbols. */
const SYMBOL_SHIFTS = [5 * LANE_PX, LANE_PX].flatMap((step) =>
  Array.from({ length: 20 }, (_, index) => Math.ceil(index / 2) * (index % 2 === 0 ? -step : step)),
);

/** Claims of the same days stand side by side, around their days or as near as there is room. */
function intoLanes(group: Mark[], area: Area): void {
  const lanes: Mark[][] = [];
  for (const mark of group) {
    const free = lanes.find((lane) => lane.every((other) => !meetUpright(mark.box, other.box)));
    if (free === undefined) lanes.push([mark]);
    else free.push(mark);
  }
  if (lanes.length < 2) return;
  const step = Math.min(LANE_PX, (area.right - area.left) / (2 * lanes.length));
  const reach = ((lanes.length - 1) / 2) * step;
  const aside = shiftInto(area, {
    left: Math.min(...group.map(({ box }) => box.left)) - reach,
    right: Math.max(...group.map(({ box }) => box.right)) + reach,
  });
  for (const [index, lane] of lanes.entries())
    for (const mark of lane) move(mark, aside + index * step - reach);
}

/** How far something gives way to either edge; nothing if it has its place. */
function shiftInto(area: Area, { left, right }: Pick<Box, 'left' | 'right'>): number {
  return Math.max(0, leftmost(area) - left) + Math.min(0, rightmost(area) - right);
}

/** A mark may stand on an edge. */
const leftmost = ({ left }: Area): number => left - SYMBOL_PX;
const rightmost = ({ right }: Area): number => right + SYMBOL_PX;

function move(mark: Mark, shift: number): void {
  mark.x += shift;
  mark.at += shift;
  mark.box = moved(mark.box, shift);
}

function moved(box: Box, shift: number): Box {
  return { ...box, left: box.left + shift, right: box.right + shift };
}

function meetUpright(a: Box, b: Box): boolean {
  return a.top < b.bottom && b.top < a.bottom;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && meetUpright(a, b);
}

/** How far two boxes are apart, in pixels; 0 if they touch. */
export function gapBetween(a: Box, b: Box): number {
  const across = Math.max(0, a.left - b.right, b.left - a.right);
  return Math.hypot(across, Math.max(0, a.top - b.bottom, b.top - a.bottom));
}
