import { escapeXml } from '../text/escape.ts';
import { round } from './draw-marks.ts';

/** Where lines stand that follow each other. All are pixels. */
interface Place {
  x: number;
  /** The baseline of the first. */
  y: number;
  /** From one baseline to the next. */
  step: number;
  size: number;
}

/** Lines of text below each other, in the look of some classes. */
export function drawLines(
  lines: readonly string[],
  look: string,
  { x, y, step, size }: Place,
): string {
  return lines
    .map(
      (line, index) =>
        `<text class="${look}" x="${x}" y="${round(y + index * step)}" font-size="${size}">${escapeXml(line)}</text>`,
    )
    .join('');
}
