/**
 * A figure's claims as a picture: days to the right, values upwards, a shape for each
 * source. Numbers are symbols, ranges boxes, open sides arrows; what contradicts each
 * other is framed. The SVG stands alone: no script, no font, no outside reference.
 */

import { escapeXml } from '../text/escape.ts';
import { type ChartClaim, type ChartData, isBounded, isRange, openSide } from './data.ts';
import { round } from './draw-marks.ts';
import { drawHead } from './head.ts';
import { LINE, type Type, typeFor } from './layout.ts';
import { drawLines, foreign, langOf, OWN_LANGUAGE } from './lines.ts';
import { distinct, isWide } from './marks.ts';
import { drawPlot, layOutPlot } from './plot.ts';
import { type Area, scaleNote } from './scales.ts';
import { styleSheet, type Theme } from './theme.ts';
import { wrap } from './type.ts';
import { description, notes } from './words.ts';

export interface ChartOptions {
  /** Pixels, 320 to 2,000. */
  width: number;
  /** Pixels, 200 to 1,400; as high as it needs if not given. */
  height?: number;
  theme: Theme;
  /** Begins the ids in the drawing, so that several fit in one page. */
  idPrefix?: string;
}

const HEIGHT_MIN_PX = 200;
const HEIGHT_MAX_PX = 1_400;
/** What the plot keeps of a low chart, whatever is to be said below it. */
const PLOT_KEPT_PX = 120;

/** Draws a chart as an SVG document. */
export function drawSeriesChart(data: ChartData, options: ChartOptions): string {
  const { width, theme, idPrefix = 'c' } = options;
  const type = typeFor(width);
  const head = drawHead(data, width, options.height ?? null, type);
  const axis = type.small * 3.1;
  const top = head.bottom + type.text;
  const across = { left: type.pad, right: width - type.pad };
  const usual: Area = { ...across, top, bottom: top + plotHeight(data, width) };
  // How wide days are depends on the height by the numbers beside the lines alone.
  const hasWidths = layOutPlot(data, usual, type).marks.some(isWide);
  const foot = (linesMax?: number) =>
    footLines(data, hasWidths, width - 2 * type.pad, type, linesMax);
  const height = options.height ?? heightFor(usual.bottom + axis + footHeight(foot(), type));
  const kept = foot(roomBelow(height - head.bottom, type));
  const area: Area = { ...across, top, bottom: height - footHeight(kept, type) - axis };
  const [titleId, descriptionId] = [`${idPrefix}-title`, `${idPrefix}-desc`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="or" lang="${OWN_LANGUAGE}" role="img" aria-labelledby="${titleId}" aria-describedby="${descriptionId}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${titleId}"${langOf(foreign(data))}>${escapeXml(data.question)}</title>`,
    `<desc id="${descriptionId}">${escapeXml(description(data))}</desc>`,
    `<style>${styleSheet(theme)}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    head.svg,
    data.claims.some(isBounded)
      ? drawPlot(data, layOutPlot(data, area, type), type)
      : drawNothing(area, type),
    drawFoot(kept, height, type),
    '</svg>',
  ].join('');
}

function heightFor(content: number): number {
  return Math.round(Math.min(HEIGHT_MAX_PX, Math.max(HEIGHT_MIN_PX, content)));
}

/** In pixels: wide charts are flat, narrow ones nearly square. */
function plotHeight({ claims }: ChartData, width: number): number {
  if (!claims.some(isBounded)) return 90;
  return Math.min(480, Math.max(220, width * 0.42));
}

const footHeight = (lines: readonly string[], type: Type): number =>
  lines.length === 0 ? 8 : lines.length * type.small * LINE + type.pad * 1.1;

const roomBelow = (space: number, type: Type): number =>
  Math.floor((space - PLOT_KEPT_PX) / (type.small * LINE));

/**
 * How to read the marks that occur, and what is to be known. Where not all of it has room,
 * whole sentences are left out: what explains a mark first, what the marks don't show last.
 */
function footLines(
  data: ChartData,
  hasWidths: boolean,
  width: number,
  { small }: Type,
  linesMax = Number.POSITIVE_INFINITY,
): string[] {
  const how = reading(data.claims, hasWidths);
  const known = [...notes(data), scaleNote(data.claims)].filter((note) => note !== '');
  for (;;) {
    const lines = [how, known].flatMap((sentences) =>
      wrap(sentences.join(' '), width, small, Number.POSITIVE_INFINITY),
    );
    if (lines.length <= Math.max(0, linesMax)) return lines;
    (how.length > 0 ? how : known).pop();
  }
}

function drawFoot(lines: readonly string[], height: number, type: Type): string {
  const { small, pad } = type;
  const y = height - footHeight(lines, type) + small * 1.3;
  return drawLines(lines, 'soft', { x: pad, y, step: small * LINE, size: small });
}

function reading(claims: readonly ChartClaim[], hasWidths: boolean): string[] {
  const bounded = claims.filter(isBounded);
  const has = (test: (claim: ChartClaim) => boolean) => bounded.some(test);
  const isOpen = (claim: ChartClaim) => openSide(claim) !== 'none';
  const isNumber = (claim: ChartClaim) => !isOpen(claim) && !isRange(claim);
  return [
    has((claim) => isNumber(claim) && claim.comparator !== 'approx')
      ? 'Filled shape: a number.'
      : '',
    has((claim) => isNumber(claim) && claim.comparator === 'approx') ? 'Pale shape: “about”.' : '',
    has(isRange) ? 'Box: a range.' : '',
    has(isOpen) ? 'Hollow shape with an arrow: a limit, open on that side.' : '',
    hasWidths ? 'Width: the days a claim is about.' : '',
    has(({ conflict }) => conflict) ? 'Dashed frame: sources contradict each other.' : '',
    has(({ superseded }) => superseded) ? 'Faint: superseded.' : '',
    distinct(bounded).length < bounded.length
      ? 'What a source repeats about the same days is drawn once.'
      : '',
  ].filter((sentence) => sentence !== '');
}

function drawNothing(area: Area, type: Type): string {
  const x = round((area.left + area.right) / 2);
  const y = round((area.top + area.bottom) / 2);
  return `<text class="soft mid" x="${x}" y="${y}" font-size="${type.text}">There is no published number to show.</text>`;
}
