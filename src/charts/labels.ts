/** Puts words beside marks where there is room for them, so that no two overlap. */
import { type Box, type Frame, type Mark, overlaps } from './marks.ts';
import type { Area } from './scales.ts';
import { textWidth } from './type.ts';

export interface Label {
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  mark: Mark;
  box: Box;
}

const GAP_PX = 4;
/** In a crowd that is larger, few more would find room. */
const LABELLED_MAX = 80;

/** Where labels may stand, and what they may not cover. */
export interface LabelRoom {
  area: Area;
  size: number;
  taken: readonly Box[];
  frames: readonly Frame[];
}

/**
 * Labels for as many marks as have room. Conflicting claims come first, then the newest:
 * what is left out of a crowded chart stays in its description and its table.
 */
export function placeLabels(
  marks: readonly Mark[],
  wordsOf: (mark: Mark) => string,
  { area, size, taken, frames }: LabelRoom,
): Label[] {
  const blocked: Box[] = [...taken, ...frames, ...marks.flatMap(solidBoxes)];
  const frameOf = (mark: Mark) => frames.find((frame) => frame.marks.includes(mark));
  const placed: Label[] = [];
  const order = [...marks].sort(
    (a, b) => Number(b.claim.conflict) - Number(a.claim.conflict) || b.claim.to - a.claim.to,
  );
  for (const mark of order.slice(0, LABELLED_MAX)) {
    const label = candidates(mark, frameOf(mark), wordsOf(mark), size).find(
      ({ box }) =>
        isInside(box, area) &&
        !blocked.some((other) => overlaps(box, other)) &&
        !placed.some((other) => overlaps(box, other.box)),
    );
    if (label !== undefined) placed.push(label);
  }
  return placed;
}

/** The parts of a mark that nothing may be written over. */
function solidBoxes(mark: Mark): Box[] {
  const boxes = [mark.box];
  if (mark.span[1] - mark.span[0] > 4) {
    boxes.push({ left: mark.span[0], right: mark.span[1], top: mark.y - 2, bottom: mark.y + 2 });
  }
  return boxes;
}

type Spot = [x: number, baseline: number, anchor: Label['anchor']];

function candidates(mark: Mark, frame: Frame | undefined, text: string, size: number): Label[] {
  const width = textWidth(text, size, true);
  const { y } = mark;
  // What is framed is named outside of its frame.
  const box = frame ?? mark.box;
  const rise = size * 0.36;
  const right = box.right + GAP_PX;
  const left = box.left - GAP_PX;
  const above = box.top - GAP_PX;
  const below = box.bottom + size * 0.8 + GAP_PX - 2;
  // An arrow's words stand at its bound, where its number is.
  const beside = mark.shape === 'up' ? mark.bottom : mark.shape === 'down' ? mark.top : y;
  const besides = [0, -0.9, 0.9, -1.8].flatMap((shift) =>
    sidesOf(mark, frame).map((side): Spot => {
      const baseline = beside + rise + shift * size;
      return side === 'right' ? [right, baseline, 'start'] : [left, baseline, 'end'];
    }),
  );
  const [plain, shifted] = [besides.slice(0, 2), besides.slice(2)];
  const spots: Spot[] = [
    ...plain,
    [mark.x, above, 'middle'],
    [mark.x, below, 'middle'],
    ...shifted,
    [mark.x, above - size * 1.1, 'middle'],
    [box.left, above, 'start'],
    [box.right, above, 'end'],
    [box.left, below, 'start'],
    [box.right, below, 'end'],
  ];
  return spots.map(([x, baseline, anchor]) => {
    const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return {
      text,
      x,
      y: baseline,
      anchor,
      mark,
      box: {
        left: start - 1,
        right: start + width + 1,
        top: baseline - size * 0.8,
        bottom: baseline + size * 0.24,
      },
    };
  });
}

/** The sides of a mark on which no other mark of its frame stands between it and its words. */
function sidesOf(mark: Mark, frame: Frame | undefined): ('right' | 'left')[] {
  const others = frame?.marks.filter((other) => other !== mark) ?? [];
  const sides: ('right' | 'left')[] = [];
  if (others.every((other) => other.x <= mark.x)) sides.push('right');
  if (others.every((other) => other.x >= mark.x)) sides.push('left');
  return sides;
}

function isInside(box: Box, area: Area): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top - 4 &&
    box.bottom <= area.bottom + 2
  );
}
