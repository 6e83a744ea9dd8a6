/**
 * A figure's claims as a picture: days to the right, values upwards, a shape for each
 * source. Numbers are symbols, ranges bars, open sides arrows; what contradicts each
 * other is framed. The SVG stands alone: no script, no font, no outside reference.
 */
import { amountWords } from '../text/amounts.ts';
import { type ChartClaim, type ChartData, isBounded, isRange, openSide } from './data.ts';
import {
  boxesAlong,
  drawBand,
  drawJoin,
  drawLabel,
  drawMark,
  drawSymbol,
  hasShapes,
  joinsOf,
  round,
  sourceClass,
} from './draw-marks.ts';
import { placeLabels } from './labels.ts';
import { type Box, conflictFrames, distinct, layOutMarks, type Mark } from './marks.ts';
import {
  type Area,
  type DayScale,
  dayScale,
  tickWords,
  type ValueScale,
  valueScale,
} from './scales.ts';
import { styleSheet, type Theme } from './theme.ts';
import { cut, escapeXml, textWidth, wrap } from './type.ts';
import { count, description, notes } from './words.ts';

export interface ChartOptions {
  /** Pixels, 320 to 2,000. */
  width: number;
  /** Pixels, 200 to 1,400. */
  height: number;
  theme: Theme;
  /** Begins the ids in the drawing, so that several fit in one page. */
  idPrefix?: string;
}

interface Type {
  title: number;
  text: number;
  small: number;
  pad: number;
}

const LINE = 1.25;

/** Draws a chart as an SVG document. */
export function drawSeriesChart(data: ChartData, options: ChartOptions): string {
  const { width, height, theme, idPrefix = 'c' } = options;
  const type = typeFor(width);
  const head = drawHead(data, width, height, type);
  const foot = drawFoot(data, width, height, type, head.bottom);
  const area: Area = {
    left: type.pad,
    right: width - type.pad,
    top: head.bottom + type.text,
    bottom: height - foot.height - type.small * 3.1,
  };
  const ids = `${idPrefix}-title ${idPrefix}-desc`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="or" role="img" aria-labelledby="${ids}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${idPrefix}-title">${escapeXml(data.question)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeXml(description(data))}</desc>`,
    `<style>${styleSheet(theme)}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    head.svg,
    data.claims.some(isBounded) ? drawPlot(data, area, type) : drawNothing(area, type),
    foot.svg,
    '</svg>',
  ].join('');
}

function typeFor(width: number): Type {
  if (width < 460) return { title: 16, text: 12, small: 10.5, pad: 14 };
  if (width < 900) return { title: 20, text: 13, small: 11, pad: 20 };
  return { title: 24, text: 14.5, small: 12, pad: 28 };
}

interface Drawn {
  svg: string;
  bottom: number;
}

/** The question, what is shown, and which shape is whose. */
function drawHead(data: ChartData, width: number, height: number, type: Type): Drawn {
  const inner = width - 2 * type.pad;
  const room = height * 0.42;
  const parts = [`<rect class="ink" x="${type.pad}" y="0" width="${type.title * 2}" height="4"/>`];
  let y = type.pad * 0.75 + type.title;
  const titleLines = wrap(data.question, inner, type.title, height < 300 ? 1 : 3, true);
  for (const line of titleLines) {
    parts.push(
      `<text class="ink bold" x="${type.pad}" y="${round(y)}" font-size="${type.title}">${escapeXml(line)}</text>`,
    );
    y += type.title * 1.18;
  }
  y += type.text * 0.25;
  if (height >= 260) {
    for (const line of wrap(subtitle(data), inner, type.text, height < 320 ? 1 : 2)) {
      parts.push(
        `<text class="soft" x="${type.pad}" y="${round(y)}" font-size="${type.text}">${escapeXml(line)}</text>`,
      );
      y += type.text * LINE;
    }
    y += type.text * 0.55;
  }
  const legend = drawLegend(
    data,
    y,
    width,
    Math.max(1, Math.floor((room - y) / (type.text * 1.6)) + 1),
    type,
  );
  return { svg: parts.join('') + legend.svg, bottom: legend.bottom };
}

function subtitle({ claims, sources, unit }: ChartData): string {
  if (claims.length === 0) return `No published claims yet, in ${unit}`;
  return `${count(claims.length, 'published claim')} by ${count(sources.length, 'source')}, in ${unit}, by the date they are about`;
}

function drawLegend(
  data: ChartData,
  top: number,
  width: number,
  rowsMax: number,
  type: Type,
): Drawn {
  const { sources } = data;
  const right = width - type.pad;
  const itemMax = Math.min(width - 2 * type.pad - 24, 440);
  const parts: string[] = [];
  let x = type.pad;
  let y = top;
  let row = 1;
  for (const [index, name] of sources.entries()) {
    const label = cut(name, itemMax, type.text);
    const itemWidth = 22 + textWidth(label, type.text);
    if (x > type.pad && x + itemWidth > right) {
      if (row === rowsMax) {
        const more = `and ${sources.length - index} more`;
        parts.push(
          `<text class="soft end" x="${right}" y="${round(y + type.text * 1.35)}" font-size="${type.small}">${more}</text>`,
        );
        y += type.text * 0.7;
        break;
      }
      row += 1;
      x = type.pad;
      y += type.text * 1.6;
    }
    parts.push(
      `<g class="${sourceClass(index)}">${drawSymbol(index, sources.length, x + 7, y - type.text * 0.34, hasShapes(sources.length) ? 'solid' : 'hollow')}</g>`,
      `<text class="ink" x="${round(x + 20)}" y="${round(y)}" font-size="${type.text}">${escapeXml(label)}</text>`,
    );
    x += itemWidth + 18;
  }
  return {
    svg: parts.join(''),
    bottom: sources.length === 0 ? top - type.text : y + type.text * 0.6,
  };
}

/** How to read the marks that occur, and what is to be known. */
function drawFoot(
  data: ChartData,
  width: number,
  height: number,
  type: Type,
  headBottom: number,
): { svg: string; height: number } {
  const inner = width - 2 * type.pad;
  const lines = [
    ...wrap(reading(data.claims), inner, type.small, 3),
    ...wrap(notes(data, startsAtZero(data, height)).join(' '), inner, type.small, 2),
  ];
  const step = type.small * LINE;
  const allowed = Math.max(0, Math.floor((height - headBottom - 120) / step));
  const kept = lines.slice(0, allowed);
  const total = kept.length === 0 ? 8 : kept.length * step + type.pad * 1.1;
  const first = height - total + type.small * 1.3;
  const svg = kept.map(
    (line, index) =>
      `<text class="soft" x="${type.pad}" y="${round(first + index * step)}" font-size="${type.small}">${escapeXml(line)}</text>`,
  );
  return { svg: svg.join(''), height: total };
}

function startsAtZero({ claims }: ChartData, height: number): boolean {
  return !claims.some(isBounded) || valueScale(claims, height).startsAtZero;
}

function reading(claims: readonly ChartClaim[]): string {
  const bounded = claims.filter(isBounded);
  const has = (test: (claim: ChartClaim) => boolean) => bounded.some(test);
  const isOpen = (claim: ChartClaim) => openSide(claim) !== 'none';
  const isNumber = (claim: ChartClaim) => !isOpen(claim) && !isRange(claim);
  return [
    has((claim) => isNumber(claim) && claim.comparator !== 'approx')
      ? 'Filled shape: a number.'
      : '',
    has((claim) => isNumber(claim) && claim.comparator === 'approx') ? 'Pale shape: “about”.' : '',
    has(isRange) ? 'Bar: a range.' : '',
    has(isOpen) ? 'Arrow: the claim leaves that side open.' : '',
    has(({ from, to }) => from !== to) ? 'Line across: the days it is about.' : '',
    has(({ conflict }) => conflict) ? 'Dashed frame: sources contradict each other.' : '',
    has(({ superseded }) => superseded) ? 'Faint: superseded.' : '',
    distinct(bounded).length < bounded.length
      ? 'What a source repeats about the same days is drawn once.'
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function drawPlot(data: ChartData, outer: Area, type: Type): string {
  const height = outer.bottom - outer.top;
  const values = valueScale(data.claims, height);
  const labels = values.ticks.map((tick) => tickWords(tick, data.unit));
  const gutter = Math.max(...labels.map((label) => textWidth(label, type.small)), 0) + 8;
  const area = { ...outer, left: outer.left + gutter };
  values.y.range([area.bottom, area.top]);
  const days = dayScale(data.claims, area);
  const marks = layOutMarks(data.claims, values, days, area);
  const frames = conflictFrames(marks);
  const flags = drawFlags(frames, area, type);
  const joins = joinsOf(marks);
  const placed = placeLabels(marks, (mark) => labelWords(mark, data.unit), {
    area,
    size: type.text,
    taken: [...flags.boxes, ...joins.flatMap(boxesAlong)],
    frames,
  });
  return [
    drawGrid(values, labels, area, type),
    drawDays(days, area, type),
    ...frames.map(drawBand),
    ...joins.map(drawJoin),
    ...marks.filter(({ claim }) => claim.superseded).map((mark) => drawMark(mark, data)),
    ...marks.filter(({ claim }) => !claim.superseded).map((mark) => drawMark(mark, data)),
    flags.svg,
    ...placed.map((label) => drawLabel(label, type.text)),
  ].join('');
}

function labelWords({ claim }: Mark, unit: string): string {
  return `${amountWords(claim, unit)}${claim.undated ? ' *' : ''}`;
}

function drawGrid({ y, ticks }: ValueScale, labels: string[], area: Area, type: Type): string {
  return ticks
    .map((tick, index) => {
      const at = round(y(tick));
      const line = tick === 0 ? 'axis' : 'grid';
      return `<path class="${line}" d="M${round(area.left)},${at}H${round(area.right)}"/><text class="soft end" x="${round(area.left - 7)}" y="${round(at + type.small * 0.35)}" font-size="${type.small}">${escapeXml(labels[index] ?? '')}</text>`;
    })
    .join('');
}

function drawDays({ x, ticks }: DayScale, area: Area, type: Type): string {
  const base = round(area.bottom);
  const parts = [`<path class="axis" d="M${round(area.left)},${base}H${round(area.right)}"/>`];
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, label, year } of ticks) {
    const middle = x(at);
    const half = Math.max(textWidth(label, type.small), textWidth(year ?? '', type.small)) / 2;
    if (middle < area.left || middle > area.right) continue;
    parts.push(`<path class="axis" d="M${round(middle)},${base}v5"/>`);
    if (middle - half < free || middle + half > area.right + type.pad) continue;
    free = middle + half + 6;
    const line = (text: string, row: number, bold: string) =>
      `<text class="soft mid${bold}" x="${round(middle)}" y="${round(area.bottom + 5 + type.small * (1.05 + row * 1.2))}" font-size="${type.small}">${escapeXml(text)}</text>`;
    parts.push(line(label, 0, ''));
    if (year !== null) parts.push(line(year, 1, ' bold'));
  }
  return parts.join('');
}

/** A word at each frame, so that no colour is needed to see what it means. */
function drawFlags(bands: Box[], area: Area, type: Type): { svg: string; boxes: Box[] } {
  const words = 'Disputed';
  const width = textWidth(words, type.small, true);
  const boxes: Box[] = [];
  const parts = bands.map((band) => {
    const middle = Math.min(
      Math.max((band.left + band.right) / 2, area.left + width / 2),
      area.right - width / 2,
    );
    const fits = band.top - type.small - 4 > area.top - type.small;
    const y = fits ? band.top - 5 : band.bottom + type.small + 3;
    boxes.push({
      left: middle - width / 2,
      right: middle + width / 2,
      top: y - type.small,
      bottom: y + 3,
    });
    return `<text class="alarm bold mid label" x="${round(middle)}" y="${round(y)}" font-size="${type.small}">${words}</text>`;
  });
  return { svg: parts.join(''), boxes };
}

function drawNothing(area: Area, type: Type): string {
  const x = round((area.left + area.right) / 2);
  const y = round((area.top + area.bottom) / 2);
  return `<text class="soft mid" x="${x}" y="${y}" font-size="${type.text}">There is no published number to show.</text>`;
}
