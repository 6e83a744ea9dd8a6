/** Frames around claims of the same days that contradict each other. */
import { placeKey } from './data.ts';
import type { Label } from './labels.ts';
import { type Box, type Mark, overlaps } from './marks.ts';

const PAD_PX = 5;
const PAD_SINGLE_PX = 3;

/** The marks of each dispute. */
export function disputesOf(marks: readonly Mark[]): Mark[][] {
  const disputed = marks.filter(({ claim }) => claim.conflict);
  return groupBy(disputed, ({ claim }) => `${claim.from}/${claim.to}`).flatMap(byPlace);
}

/** Only what names no place contradicts what is said about one. */
function byPlace(group: Mark[]): Mark[][] {
  if (group.some(({ claim }) => claim.place === null)) return [group];
  return groupBy(group, ({ claim }) => placeKey(claim));
}

function groupBy(marks: readonly Mark[], keyOf: (mark: Mark) => string): Mark[][] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = keyOf(mark);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [mark]);
    else known.push(mark);
  }
  return [...groups.values()];
}

/**
 * The frames of a dispute: one around its marks and their words if nothing else is in there,
 * else one around its marks, else one around each of them.
 */
export function framesOf(
  group: readonly Mark[],
  marks: readonly Mark[],
  labels: readonly Label[],
): Box[] {
  const isOfGroup = ({ mark }: Label) => group.includes(mark);
  const boxes = group.map(({ box }) => box);
  const others = marks.filter((mark) => !group.includes(mark)).map(({ box }) => box);
  const otherWords = labels.filter((label) => !isOfGroup(label)).map(({ box }) => box);
  const isFree = (frame: Box, taken: Box[]) => !taken.some((box) => overlaps(frame, box));
  const whole = around([...boxes, ...labels.filter(isOfGroup).map(({ box }) => box)], PAD_PX);
  if (isFree(whole, [...others, ...otherWords])) return [whole];
  const close = around(boxes, PAD_PX);
  if (isFree(close, others)) return [close];
  return boxes.map((box) => around([box], PAD_SINGLE_PX));
}

function around(boxes: readonly Box[], pad: number): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)) - pad,
    right: Math.max(...boxes.map(({ right }) => right)) + pad,
    top: Math.min(...boxes.map(({ top }) => top)) - pad,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)) + pad,
  };
}
