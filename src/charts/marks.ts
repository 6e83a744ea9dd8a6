/** Where each claim stands in the drawing: its symbol, bar or arrow, and the room it takes. */
import { type ChartClaim, isBounded, isRange, openSide } from './data.ts';
import { ARROW_PX, type Area, type DayScale, type ValueScale } from './scales.ts';

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
  /** Both ends of its days; equal for one day. */
  span: [number, number];
  /** Where its symbol stands. */
  y: number;
  /** A bar from end to end, an arrow from its bound to its tip, or a symbol alone. */
  shape: 'symbol' | 'bar' | 'up' | 'down';
  /** Upper and lower end in pixels. */
  top: number;
  bottom: number;
  box: Box;
}

/** Half the size of a symbol, in pixels. */
export const SYMBOL_PX = 6;
/** Marks that are nearer than this, side by side, are moved apart. */
const LANE_PX = 17;
/** An arrow shorter than this has no room for a symbol on it. */
const BADGE_ROOM_PX = 30;

/** Every claim that has a place on the scales, apart from each other as far as there is room. */
export function layOutMarks(
  claims: readonly ChartClaim[],
  { y }: ValueScale,
  { x }: DayScale,
  area: Area,
): Mark[] {
  const marks = distinct(claims.filter(isBounded)).map((claim): Mark => {
    const span: [number, number] = [x(claim.from), x(claim.to)];
    const middle = (span[0] + span[1]) / 2;
    const [top, bottom, shape] = extentOf(claim, y, area);
    const mark = { claim, x: middle, span, y: badgeAt(shape, top, bottom), shape, top, bottom };
    return { ...mark, box: boxOf(mark) };
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

/** The symbol of a short arrow stands before its bound, where it doesn't hide it. */
function badgeAt(shape: Mark['shape'], top: number, bottom: number): number {
  if (bottom - top >= BADGE_ROOM_PX || shape === 'bar' || shape === 'symbol') {
    return (top + bottom) / 2;
  }
  return shape === 'down' ? top - SYMBOL_PX - 3 : bottom + SYMBOL_PX + 3;
}

function extentOf(
  claim: ChartClaim,
  y: ValueScale['y'],
  area: Area,
): [top: number, bottom: number, shape: Mark['shape']] {
  const { low, high } = claim;
  if (isRange(claim)) return [y(high as number), y(low as number), 'bar'];
  const at = y((low ?? high) as number);
  if (openSide(claim) === 'above') return [Math.max(area.top + 2, at - ARROW_PX), at, 'up'];
  if (openSide(claim) === 'below') {
    // What is counted is not below nothing: the arrow ends there.
    const floor = (high as number) >= 0 ? Math.min(y(0), area.bottom) : area.bottom;
    return [at, Math.max(at + 12, Math.min(floor - 2, at + ARROW_PX)), 'down'];
  }
  return [at, at, 'symbol'];
}

/** A line over few days belongs to its mark; words may stand above a longer one. */
const SHORT_SPAN_PX = 60;

function boxOf({
  x,
  y,
  top,
  bottom,
  span,
}: Pick<Mark, 'x' | 'y' | 'top' | 'bottom' | 'span'>): Box {
  const width = span[1] - span[0];
  const half = Math.max(SYMBOL_PX, width < SHORT_SPAN_PX ? width / 2 : 0) + 2;
  return {
    left: x - half,
    right: x + half,
    top: Math.min(top, y - SYMBOL_PX) - 2,
    bottom: Math.max(bottom, y + SYMBOL_PX) + 2,
  };
}

/** Moves marks of the same place on the axis into lanes side by side where they would overlap. */
function spread(marks: Mark[], area: Area): void {
  const ordered = [...marks].sort((a, b) => a.x - b.x);
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    const first = ordered[start] as Mark;
    while (end < ordered.length && (ordered[end] as Mark).x - first.x < LANE_PX * 0.7) end += 1;
    intoLanes(ordered.slice(start, end), area);
    start = end;
  }
}

function intoLanes(group: Mark[], area: Area): void {
  const lanes: Mark[][] = [];
  for (const mark of group) {
    const free = lanes.find((lane) => lane.every((other) => !meetUpright(mark.box, other.box)));
    if (free === undefined) lanes.push([mark]);
    else free.push(mark);
  }
  if (lanes.length < 2) return;
  const step = Math.min(LANE_PX, (area.right - area.left) / (2 * lanes.length));
  for (const [index, lane] of lanes.entries()) {
    const offset = (index - (lanes.length - 1) / 2) * step;
    for (const mark of lane) {
      mark.x += offset;
      mark.box = boxOf(mark);
    }
  }
}

function meetUpright(a: Box, b: Box): boolean {
  return a.top < b.bottom && b.top < a.bottom;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && meetUpright(a, b);
}

/** A frame around the marks of claims of the same days that contradict each other. */
export interface Frame extends Box {
  marks: Mark[];
}

export function conflictFrames(marks: readonly Mark[]): Frame[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (!mark.claim.conflict) continue;
    const key = `${mark.claim.from}/${mark.claim.to}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [mark]);
    else known.push(mark);
  }
  return [...groups.values()].map((group) => {
    const boxes = group.map(({ box }) => box);
    return {
      marks: group,
      left: Math.min(...boxes.map(({ left }) => left)) - 5,
      right: Math.max(...boxes.map(({ right }) => right)) + 5,
      top: Math.min(...boxes.map(({ top }) => top)) - 5,
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + 5,
    };
  });
}
