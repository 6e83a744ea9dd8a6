/** The plot of a chart: its scales, its marks, and the words beside them. */
import { amountWords } from '../text/amounts.ts';
import { escapeXml } from '../text/escape.ts';
import { areApart, type ChartClaim, type ChartData, isBounded } from './data.ts';
import {
  boxesAlong,
  drawBand,
  drawClaim,
  drawExtent,
  drawJoin,
  drawLabel,
  joinsOf,
  round,
} from './draw-marks.ts';
import { disputesOf, framesOf } from './frames.ts';
import { type Label, placeLabels } from './labels.ts';
import { LINE, type Type } from './layout.ts';
import { type Box, isLong, layOutMarks, type Mark, overlaps } from './marks.ts';
import {
  type Area,
  type DayScale,
  dayScale,
  tickWords,
  type ValueScale,
  valueScale,
} from './scales.ts';
import { cut, textWidth } from './type.ts';

/** Where everything in a plot stands. */
interface Plot {
  values: ValueScale;
  /** What is written at the lines of the values. */
  ticks: string[];
  days: DayScale;
  /** Right of those words. */
  area: Area;
  marks: Mark[];
}

export function layOutPlot(data: ChartData, outer: Area, type: Type): Plot {
  const values = valueScale(data.claims, outer);
  const ticks = values.ticks.map((tick) => tickWords(tick, data.unit));
  const gutter = Math.max(...ticks.map((words) => textWidth(words, type.small)), 0) + 8;
  const area = { ...outer, left: outer.left + gutter };
  const days = dayScale(data.claims.filter(isBounded), area);
  return { values, ticks, days, area, marks: layOutMarks(data.claims, values, days, area) };
}

/** More ranges over many days than these, where each covers the last, would hide what is below. */
const CROWD = 4;

export function drawPlot(data: ChartData, plot: Plot, type: Type): string {
  const { values, ticks, days, area, marks } = plot;
  const joins = joinsOf(marks);
  const groups = disputesOf(marks);
  const labels = placeLabels(marks, (mark) => labelWords(mark, data, type.text), {
    area,
    size: type.text,
    taken: [...joins.flatMap(boxesAlong), ...zeroLine(values, area)],
    framed: groups.map((group) => ({ group, frames: framesOf(group, marks, []) })),
  });
  // The names of the days and of the sources stay free of frames.
  const disputes = groups.map((group) =>
    framesOf(group, marks, labels).map((frame) => ({
      ...frame,
      top: Math.max(frame.top, area.top - type.text * 0.6),
      bottom: Math.min(frame.bottom, area.bottom + 1),
    })),
  );
  const ordered = inDepth(marks);
  const isCrowd = marks.filter((mark) => mark.shape === 'range' && isLong(mark)).length > CROWD;
  return [
    drawGrid(values, ticks, area, type),
    drawDayAxis(days, values, area, type),
    ...disputes.flat().map(drawBand),
    ...joins.map(drawJoin),
    ...ordered.map((mark) => drawExtent(mark, data, isCrowd)),
    ...ordered.map((mark) => drawClaim(mark, data)),
    ...labels.map((label) => drawLabel(label, type.text)),
    drawFlags(disputes, marks, labels, area, type),
  ].join('');
}

/** Nothing is written across the line of zero, which would strike it out. */
function zeroLine({ y, base }: ValueScale, { left, right }: Area): Box[] {
  return base === 'zero' ? [{ left, right, top: y(0) - 1, bottom: y(0) + 1 }] : [];
}

/** From back to front: what is superseded, ranges over many days, the rest. */
function inDepth(marks: readonly Mark[]): Mark[] {
  const depth = ({ claim, shape, reach }: Mark) =>
    claim.superseded ? Number.POSITIVE_INFINITY : shape === 'range' ? reach : 0;
  return [...marks].sort((a, b) => (depth(a) === depth(b) ? 0 : depth(b) - depth(a)));
}

/** To what a longer name of a place is cut where it has no room. */
const PLACES_PX = [240, 72];

/**
 * Which place a claim is about is said where there are several; an arrow leads on from its day.
 * Where it has no room, less of the place is named.
 */
function labelWords({ claim }: Mark, { claims, unit }: ChartData, size: number): string[] {
  if (claim.place === null || !areApart(claims)) return [wordsAt(claim, unit, '')];
  const { place } = claim;
  const names = [place, ...PLACES_PX.map((width) => cut(place, width, size, true))];
  return [...new Set(names)].map((name) => wordsAt(claim, unit, ` (${name})`));
}

function wordsAt(claim: ChartClaim, unit: string, where: string): string {
  const said = `${amountWords(claim, unit)}${where}${claim.undated ? ' *' : ''}`;
  if (claim.openEnd === 'first') return `← ${said}`;
  return claim.openEnd === 'last' ? `${said} →` : said;
}

function drawGrid({ y, ticks }: ValueScale, labels: string[], area: Area, type: Type): string {
  let free = Number.POSITIVE_INFINITY;
  return ticks
    .map((tick, index) => {
      const at = round(y(tick));
      const line = tick === 0 ? 'axis' : 'grid';
      const path = `<path class="${line}" d="M${round(area.left)},${at}H${round(area.right)}"/>`;
      // In a low chart lines lie closer than what they stand for can be written.
      if (at > free) return path;
      free = at - type.small * LINE;
      return `${path}<text class="soft end" x="${round(area.left - 7)}" y="${round(at + type.small * 0.35)}" font-size="${type.small}">${escapeXml(labels[index] ?? '')}</text>`;
    })
    .join('');
}

function drawDayAxis(
  { x, ticks }: DayScale,
  { y, base }: ValueScale,
  area: Area,
  type: Type,
): string {
  const bottom = round(area.bottom);
  // Where zero is close above, its line is the axis, and a second one would only confuse.
  const hasLine = base !== 'zero' || area.bottom - y(0) < 1 || area.bottom - y(0) > 24;
  const line = `<path class="axis${base === 'zero' ? '' : ' cut'}" d="M${round(area.left)},${bottom}H${round(area.right)}"/>`;
  const parts = hasLine ? [line] : [];
  let free = Number.NEGATIVE_INFINITY;
  let written: string | null = null;
  for (const { at, label, year } of ticks) {
    const middle = x(at);
    const newYear = year === written ? '' : (year ?? '');
    const half = Math.max(textWidth(label, type.small), textWidth(newYear, type.small, true)) / 2;
    if (middle < area.left || middle > area.right) continue;
    parts.push(`<path class="axis" d="M${round(middle)},${bottom}v5"/>`);
    if (middle - half < free || middle + half > area.right + type.pad) continue;
    free = middle + half + 6;
    const words = (text: string, row: number, bold: string) =>
      `<text class="soft mid${bold}" x="${round(middle)}" y="${round(area.bottom + 5 + type.small * (1.05 + row * 1.2))}" font-size="${type.small}">${escapeXml(text)}</text>`;
    parts.push(words(label, 0, ''));
    if (newYear !== '') parts.push(words(newYear, 1, ' bold'));
    written = year;
  }
  return parts.join('');
}

const FLAG = 'Disputed';

/**
 * A word at each dispute that has the room, so that no colour is needed to see what frames
 * mean; in a crowd the dashes alone say it, and the note below the chart.
 */
function drawFlags(
  disputes: readonly Box[][],
  marks: readonly Mark[],
  labels: readonly Label[],
  area: Area,
  type: Type,
): string {
  const half = textWidth(FLAG, type.small, true) / 2;
  const taken = [...disputes.flat(), ...[...marks, ...labels].map(({ box }) => box)];
  return disputes
    .map((frames) => {
      const spot = flagSpots(frames, half, area, type).find(
        ({ box }) => box.bottom <= area.bottom && !taken.some((other) => overlaps(box, other)),
      );
      if (spot === undefined) return '';
      const { x, y, box } = spot;
      taken.push(box);
      return `<text class="alarm bold mid label" x="${round(x)}" y="${round(y)}" font-size="${type.small}">${FLAG}</text>`;
    })
    .join('');
}

/** Above a dispute's frames, to either side there, or below them. */
function flagSpots(frames: readonly Box[], half: number, area: Area, type: Type) {
  const highest = frames.reduce((a, b) => (b.top < a.top ? b : a));
  const lowest = frames.reduce((a, b) => (b.bottom > a.bottom ? b : a));
  const above = Math.max(highest.top - 5, area.top - 2);
  const middle = (highest.left + highest.right) / 2;
  const spots = [
    [middle, above],
    [highest.left + half, above],
    [highest.right - half, above],
    [(lowest.left + lowest.right) / 2, lowest.bottom + type.small + 2],
  ] as const;
  return spots.map(([at, y]) => {
    const x = Math.min(Math.max(at, area.left + half), area.right - half);
    return { x, y, box: { left: x - half, right: x + half, top: y - type.small, bottom: y + 2 } };
  });
}
