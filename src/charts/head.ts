/** What stands above a chart: the question, what is shown, and which shape is whose. */

import { escapeXml } from '../text/escape.ts';
import type { ChartData } from './data.ts';
import { drawSymbol, round, sourceClass } from './draw-marks.ts';
import { type Drawn, LINE, NARROW_PX, type Type } from './layout.ts';
import { cut, textWidth, wrap } from './type.ts';
import { count } from './words.ts';

/** A legend that is longer fills the page with names; the description has them all. */
const LEGEND_ROWS_MAX = 16;
/** From the left of a symbol in the legend to the name behind it. */
const KEY_PX = 22;

/**
 * Draws it.
 *
 * @param height of the chart; null if it is to be as high as it needs
 */
export function drawHead(data: ChartData, width: number, height: number | null, type: Type): Drawn {
  const inner = width - 2 * type.pad;
  const room = height ?? Number.POSITIVE_INFINITY;
  const parts = [`<rect class="ink" x="${type.pad}" y="0" width="${type.title * 2}" height="4"/>`];
  let y = type.pad * 0.75 + type.title;
  for (const line of wrap(
    data.question,
    inner,
    type.title,
    room < 340 ? 1 : room < 420 ? 2 : 4,
    true,
  )) {
    parts.push(
      `<text class="ink bold" x="${type.pad}" y="${round(y)}" font-size="${type.title}">${escapeXml(line)}</text>`,
    );
    y += type.title * 1.18;
  }
  y += type.text * 0.25;
  if (room >= 260) {
    for (const line of wrap(subtitle(data, width), inner, type.text, room < 400 ? 1 : 2)) {
      parts.push(
        `<text class="soft" x="${type.pad}" y="${round(y)}" font-size="${type.text}">${escapeXml(line)}</text>`,
      );
      y += type.text * LINE;
    }
    y += type.text * 0.55;
  }
  const rows = Math.floor((room * 0.46 - y) / (type.text * 1.6)) + 1;
  const legend = drawLegend(data, y, width, Math.max(1, Math.min(rows, LEGEND_ROWS_MAX)), type);
  return { svg: parts.join('') + legend.svg, bottom: legend.bottom };
}

function subtitle({ claims, sources, unit }: ChartData, width: number): string {
  if (claims.length === 0) return `No published claims yet, in ${unit}`;
  const said = `${count(claims.length, 'published claim')} by ${count(sources.length, 'source')}, in ${unit}`;
  const about = claims.length === 1 ? 'it is' : 'they are';
  return width < NARROW_PX ? said : `${said}, by the date ${about} about`;
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
  let x = type.pad;
  let y = top;
  let row = 1;
  for (const [index, name] of sources.entries()) {
    const label = cut(name, itemMax, type.text);
    const itemWidth = KEY_PX + textWidth(label, type.text);
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
      `<text class="ink" x="${round(x + KEY_PX)}" y="${round(y)}" font-size="${type.text}">${escapeXml(label)}</text>`,
    );
    x += itemWidth + 18;
  }
  return {
    svg: parts.join(''),
    bottom: sources.length === 0 ? top - type.text : y + type.text * 0.6,
  };
}
