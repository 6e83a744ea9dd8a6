/** What stands above a chart: the question, what is shown, and which shape is whose. */

import { escapeXml } from '../text/escape.ts';
import type { ChartData } from './data.ts';
import { drawSymbol, round, sourceClass } from './draw-marks.ts';
import { type Drawn, LINE, NARROW_PX, type Type } from './layout.ts';
import { drawLines, foreign, langOf } from './lines.ts';
import { cut, textWidth, wrap } from './type.ts';
import { count } from './words.ts';

/** A legend that is longer fills the page with names; the description has them all. */
const LEGEND_ROWS_MAX = 16;
/** From the left of a symbol in the legend to the name behind it. */
const KEY_PX = 22;
const KEY_GAP_PX = 18;

/** @param height of the chart in pixels; null if it is to be as high as it needs */
export function drawHead(data: ChartData, width: number, height: number | null, type: Type): Drawn {
  const { title, text, pad } = type;
  const inner = width - 2 * pad;
  const room = height ?? Number.POSITIVE_INFINITY;
  const question = wrap(data.question, inner, title, questionLinesMax(room), true);
  const first = {
    x: pad,
    y: pad * 0.75 + title,
    step: title * 1.18,
    size: title,
    language: foreign(data),
  };
  const below = first.y + question.length * first.step + text * 0.25;
  const shown = room < 260 ? [] : wrap(subtitle(data, width), inner, text, room < 400 ? 1 : 2);
  const second = { x: pad, y: below, step: text * LINE, size: text };
  const y = below + (shown.length === 0 ? 0 : shown.length * second.step + text * 0.55);
  const rows = Math.floor((room * 0.46 - y) / (text * 1.6)) + 1;
  const legend = drawLegend(data, y, width, Math.max(1, Math.min(rows, LEGEND_ROWS_MAX)), type);
  const rule = `<rect class="ink" x="${pad}" y="0" width="${title * 2}" height="4"/>`;
  const lines = drawLines(question, 'ink bold', first) + drawLines(shown, 'soft', second);
  return { svg: rule + lines + legend.svg, bottom: legend.bottom };
}

/** How many lines of its question a chart of a height has room for. */
function questionLinesMax(height: number): number {
  if (height < 340) return 1;
  return height < 420 ? 2 : 4;
}

function subtitle({ claims, sources, unit }: ChartData, width: number): string {
  if (claims.length === 0) return `No published claims yet, in ${unit}`;
  const said = `${count(claims.length, 'published claim')} by ${count(sources.length, 'source')}, in ${unit}`;
  const about = claims.length === 1 ? 'it is' : 'they are';
  return width < NARROW_PX ? said : `${said}, by the date ${about} about`;
}

/**
 * How far a name of a legend is from the one before it at least: names stand in columns if
 * that takes no more rows than one behind the other.
 */
function columnWidth(widths: readonly number[], inner: number): number {
  let rows = 1;
  let x = 0;
  for (const width of widths) {
    if (x > 0 && x + width > inner) {
      rows += 1;
      x = 0;
    }
    x += width + KEY_GAP_PX;
  }
  const widest = Math.max(...widths, 0) + KEY_GAP_PX;
  const columns = Math.floor((inner + KEY_GAP_PX) / widest);
  return rows > 1 && Math.ceil(widths.length / columns) <= rows ? widest : 0;
}

/** Which shape is whose. */
function drawLegend(
  data: ChartData,
  top: number,
  width: number,
  rowsMax: number,
  type: Type,
): Drawn {
  const { sources } = data;
  const right = width - type.pad;
  const itemMax = width - 2 * type.pad - KEY_PX;
  const parts: string[] = [];
  const labels = sources.map((name) => cut(name, itemMax, type.text));
  const widths = labels.map((label) => KEY_PX + textWidth(label, type.text));
  const column = columnWidth(widths, right - type.pad);
  let x = type.pad;
  let y = top;
  let row = 1;
  for (const [index, label] of labels.entries()) {
    const itemWidth = widths[index] ?? 0;
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
      `<g class="${sourceClass(index)}">${drawSymbol(index, sources.length, x + 7, y - type.text * 0.34, 'solid')}</g>`,
      `<text class="ink"${langOf(foreign(data))} x="${round(x + KEY_PX)}" y="${round(y)}" font-size="${type.text}">${escapeXml(label)}</text>`,
    );
    x += Math.max(itemWidth + KEY_GAP_PX, column);
  }
  return {
    svg: parts.join(''),
    bottom: sources.length === 0 ? top - type.text : y + type.text * 0.6,
  };
}
