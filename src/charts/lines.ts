import { escapeXml } from '../text/escape.ts';
import type { ChartData } from './data.ts';
import { round } from './draw-marks.ts';

/** Where lines stand that follow each other. All are pixels. */
interface Place {
  x: number;
  /** The baseline of the first. */
  y: number;
  /** From one baseline to the next. */
  step: number;
  size: number;
  /** BCP 47, where they are not in that of the drawing. */
  language?: string | null;
}

/** The words of a drawing are English; the names in it are whatever the newsroom writes. */
export const OWN_LANGUAGE = 'en';

/** The language of names where it is another one. */
export function foreign({ language }: Pick<ChartData, 'language'>): string | null {
  return language?.split('-')[0]?.toLowerCase() === OWN_LANGUAGE ? null : language;
}

/** In which language an element is, if not in that of what is around it. */
export function langOf(language: string | null): string {
  return language === null ? '' : ` lang="${escapeXml(language)}"`;
}

/** Lines of text below each other, in the look of some classes. */
export function drawLines(
  lines: readonly string[],
  look: string,
  { x, y, step, size, language = null }: Place,
): string {
  return lines
    .map(
      (line, index) =>
        `<text class="${look}"${langOf(language)} x="${x}" y="${round(y + index * step)}" font-size="${size}">${escapeXml(line)}</text>`,
    )
    .join('');
}
