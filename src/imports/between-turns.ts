import { isLabelLine } from '../extraction/turns/speaker-labels.ts';
import { project } from '../text/projection.ts';

/** What stands between turns in a body and is nobody’s: subheadings, pictures, captions. */
export function keptBetween(body: string, gaps: readonly (readonly [number, number])[]): string {
  const kept = gaps.map(([from, to]) =>
    body
      .slice(from, Math.max(from, to))
      .split('\n')
      .filter((line) => line.trim() === '' || isKept(line))
      .join('\n')
      .trim(),
  );
  return kept.filter((words) => words !== '').join('\n\n');
}

function isKept(line: string): boolean {
  const { text } = project(line);
  return line.includes('](') || (/[\p{L}\p{N}]/u.test(text) && !isLabelLine(text.trim()));
}
