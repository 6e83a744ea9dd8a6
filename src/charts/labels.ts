/** Puts words beside marks where there is room for them, so that no two overlap. */
import {
  type Box,
  coreOf,
  gapBetween,
  isLong,
  type Mark,
  overlaps,
  sidesOf,
  solidBoxes,
} from './marks.ts';
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
/** Beside a disputed claim there is a frame between it and its words. */
const GAP_FRAMED_PX = 9;
/** In a crowd that is larger, few more would find room. */
const LABELLED_MAX = 80;

/** Where labels may stand, and what they may not cover. */
export interface LabelRoom {
  area: Area;
  size: number;
  taken: readonly Box[];
  /** The least that each dispute’s frames hold; in there other words would seem to be its own. */
  framed: readonly { group: readonly Mark[]; frames: readonly Box[] }[];
}

/**
 * Labels for as many marks as have room, each nearer to its own mark than to any other.
 * Conflicting claims come first, then the newest: what is left out of a crowded chart
 * stays in its description and its table.
 *
 * @param wordsOf the words of a mark, and shorter ones where those have no room
 */
export function placeLabels(
  marks: readonly Mark[],
  wordsOf: (mark: Mark) => string[],
  { area, size, taken, framed }: LabelRoom,
): Label[] {
  const blocked: Box[] = [...taken, ...marks.flatMap(solidBoxes)];
  const sides = marks.flatMap(sidesOf);
  const placed: Label[] = [];
  const order = [...marks].sort(
    (a, b) => Number(b.claim.conflict) - Number(a.claim.conflict) || b.claim.to - a.claim.to,
  );
  const place = (mark: Mark, closed: readonly Box[]) => {
    const isOwn = (box: Box) => {
      const gap = gapBetween(box, mark.box);
      return marks.every((other) => other === mark || gapBetween(box, coreOf(other)) > gap);
    };
    const foreign = framed.flatMap(({ group, frames }) => (group.includes(mark) ? [] : frames));
    const shut = [...closed, ...foreign];
    const label = wordsOf(mark)
      .flatMap((words) => candidates(mark, words, size))
      .find(
        ({ box }) =>
          isInside(box, area) &&
          !shut.some((other) => overlaps(box, other)) &&
          !placed.some((other) => overlaps(box, other.box)) &&
          isOwn(box),
      );
    if (label !== undefined) placed.push(label);
    return label !== undefined;
  };
  const without = order
    .slice(0, LABELLED_MAX)
    .filter((mark) => !place(mark, [...blocked, ...sides]));
  if (sides.length > 0) for (const mark of without) place(mark, blocked);
  return placed;
}

type Spot = [x: number, baseline: number, anchor: Label['anchor']];

function candidates(mark: Mark, text: string, size: number): Label[] {
  const width = textWidth(text, size, true);
  const { box, y, at } = mark;
  const rise = size * 0.36;
  const gap = mark.claim.conflict ? GAP_FRAMED_PX : GAP_PX;
  const right = box.right + gap;
  const left = box.left - gap;
  const above = box.top - gap;
  const below = box.bottom + size * 0.8 + gap - 2;
  const spots: Spot[] = [
    [right, y + rise, 'start'],
    [left, y + rise, 'end'],
    [at, above, 'middle'],
    [at, below, 'middle'],
    ...[-0.9, 0.9, -1.8].flatMap((shift): Spot[] => [
      [right, y + rise + shift * size, 'start'],
      [left, y + rise + shift * size, 'end'],
    ]),
    [at, above - size * 1.1, 'middle'],
    [box.left, above, 'start'],
    [box.right, above, 'end'],
    [box.left, below, 'start'],
    [box.right, below, 'end'],
    ...(isLong(mark) ? besideSymbol(mark, size) : []),
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

/** Where others lie over its days, the words may stand among them, at its symbol. */
function besideSymbol(mark: Mark, size: number): Spot[] {
  const core = coreOf(mark);
  const baseline = mark.y + size * 0.36;
  return [
    [core.right + GAP_PX, baseline, 'start'],
    [core.left - GAP_PX, baseline, 'end'],
    [mark.at, core.top - GAP_PX, 'middle'],
    [mark.at, core.bottom + size * 0.8 + GAP_PX - 2, 'middle'],
  ];
}

function isInside(box: Box, area: Area): boolean {
  return (
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top - 4 &&
    box.bottom <= area.bottom - 1
  );
}
