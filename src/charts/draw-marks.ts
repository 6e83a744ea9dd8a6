/** Marks as SVG. A source has one shape and one colour everywhere in a chart. */
import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { escapeXml } from '../text/escape.ts';
import { type ChartData, placeKey } from './data.ts';
import type { Label } from './labels.ts';
import { type Box, isWide, leastReach, type Mark } from './marks.ts';
import { SYMBOL_PX } from './scales.ts';
import { LIGHT } from './theme.ts';
import { claimWords } from './words.ts';

const SHAPES: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
];
const SYMBOL_AREA = 105;
const HEAD_PX = 4.4;
const LETTER_PX = SYMBOL_PX + 1.4;

export function sourceClass(source: number): string {
  return `s${source % LIGHT.sources.length}`;
}

/** `A` … `Z`, `AA` …: what a source is called when there are more of them than shapes. */
function letterOf(source: number): string {
  const rest = Math.floor(source / 26);
  return `${rest === 0 ? '' : letterOf(rest - 1)}${String.fromCharCode(65 + (source % 26))}`;
}

/** The symbol of a source: its shape, or a letter in a circle where there are not enough of them. */
export function drawSymbol(
  source: number,
  sources: number,
  x: number,
  y: number,
  fill: 'solid' | 'tint' | 'hollow',
): string {
  const shape = sources <= SHAPES.length ? SHAPES[source] : undefined;
  // A triangle's middle lies low.
  const middle = shape === symbolTriangle ? y + 1.2 : y;
  const place = `transform="translate(${round(x)},${round(middle)})"`;
  if (shape === undefined) {
    const base = fill === 'tint' ? `<circle class="paper" r="${LETTER_PX}"/>` : '';
    const ink = fill === 'solid' ? 'paper' : 'ink';
    return `<g ${place}>${base}<circle class="${fill}" r="${LETTER_PX}"/><text class="${ink} letter" y="3.1">${letterOf(source)}</text></g>`;
  }
  const path = shorten(symbol(shape, SYMBOL_AREA)() ?? '');
  const base = fill === 'tint' ? `<path class="paper" ${place} d="${path}"/>` : '';
  return `${base}<path class="${fill}" ${place} d="${path}"/>`;
}

/**
 * What lies around the symbols of claims: no line of one may strike out the symbol of another.
 *
 * @param isCrowd many ranges may lie over each other, and are filled less
 */
export function drawExtent(mark: Mark, data: ChartData, isCrowd = false): string {
  const extent = extentOf(mark, isCrowd);
  return extent === '' ? '' : ofClaim(mark, data, extent);
}

/** The symbol of a claim: at its number or bound, or in its range. */
export function drawClaim(mark: Mark, data: ChartData): string {
  const { claim, shape, at, y } = mark;
  const numberFill = claim.comparator === 'approx' ? 'tint' : 'solid';
  const fill = shape === 'symbol' ? numberFill : 'hollow';
  return ofClaim(mark, data, drawSymbol(claim.source, data.sources.length, at, y, fill));
}

function ofClaim({ claim }: Mark, data: ChartData, drawing: string): string {
  const old = claim.superseded ? ' old' : '';
  return `<g class="${sourceClass(claim.source)}${old}"><title>${escapeXml(claimWords(claim, data))}</title>${drawing}</g>`;
}

/** The days of a claim as a line or a width, its range as a box, its open side as an arrow. */
function extentOf(mark: Mark, isCrowd: boolean): string {
  const { shape, x, at, y, top, bottom } = mark;
  const half = isWide(mark) ? mark.reach : leastReach(mark);
  if (shape === 'range') {
    return `<rect class="range${isCrowd ? ' faint' : ''}" x="${round(x - half)}" y="${round(top)}" width="${round(2 * half)}" height="${round(bottom - top)}"/>`;
  }
  if (shape === 'symbol') return isWide(mark) ? drawDays(mark, half) : '';
  const line = drawDays(mark, half);
  const tip = shape === 'up' ? top : bottom;
  const direction = shape === 'up' ? 1 : -1;
  const shaft = `<path class="shaft" d="M${round(at)},${round(y)}V${round(tip + HEAD_PX * direction)}"/>`;
  return line + shaft + head(at, tip, direction);
}

/** A line at a number or a bound, with ends if it is as wide as its days. */
function drawDays(mark: Mark, half: number): string {
  const { x, y } = mark;
  const [start, end, at] = [round(x - half), round(x + half), round(y)];
  const ends = !isWide(mark) ? '' : `M${start},${round(y - 3.5)}v7M${end},${round(y - 3.5)}v7`;
  return `<path class="span" d="M${start},${at}H${end}${ends}"/>`;
}

/** An arrow's head with its tip at `y`; `direction` 1 points up. */
function head(x: number, y: number, direction: 1 | -1): string {
  const back = HEAD_PX * 1.9 * direction;
  return `<path class="head" d="M${round(x)},${round(y)}l${HEAD_PX},${round(back)}h${-2 * HEAD_PX}z"/>`;
}

/**
 * Pairs of claims of one source and place that a line joins: both are numbers, never bounds. What
 * it says twice of the same days is no way from one to the other.
 */
export function joinsOf(marks: readonly Mark[]): [Mark, Mark][] {
  const last = new Map<string, Mark>();
  const joins: [Mark, Mark][] = [];
  for (const mark of marks) {
    const { claim } = mark;
    if (claim.superseded) continue;
    const line = `${claim.source} ${placeKey(claim)}`;
    const before = last.get(line);
    last.set(line, mark);
    if (before === undefined || before.shape !== 'symbol' || mark.shape !== 'symbol') continue;
    if (before.claim.from === claim.from && before.claim.to === claim.to) continue;
    joins.push([before, mark]);
  }
  return joins;
}

export function drawJoin([a, b]: [Mark, Mark]): string {
  const path = `M${round(a.at)},${round(a.y)}L${round(b.at)},${round(b.y)}`;
  return `<path class="join ${sourceClass(b.claim.source)}" d="${path}"/>`;
}

const STEP_PX = 10;

/** Small boxes along a joining line, so that no words are put on it. */
export function boxesAlong([a, b]: [Mark, Mark]): Box[] {
  const steps = Math.ceil(Math.hypot(b.at - a.at, b.y - a.y) / STEP_PX);
  return Array.from({ length: Math.min(steps, 200) }, (_, index) => {
    const share = index / Math.max(1, Math.min(steps, 200));
    const x = a.at + (b.at - a.at) * share;
    const y = a.y + (b.y - a.y) * share;
    return { left: x - 3, right: x + 3, top: y - 1, bottom: y + 1 };
  });
}

export function drawLabel({ text, x, y, anchor, mark }: Label, size: number): string {
  const side = anchor === 'end' ? ' end' : anchor === 'middle' ? ' mid' : '';
  const old = mark.claim.superseded ? ' old' : '';
  return `<text class="${sourceClass(mark.claim.source)} bold label${side}${old}" x="${round(x)}" y="${round(y)}" font-size="${size}">${escapeXml(text)}</text>`;
}

export function drawBand({ left, right, top, bottom }: Box): string {
  return `<rect class="band" x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" rx="6"/>`;
}

/** Two decimals are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function shorten(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
}
