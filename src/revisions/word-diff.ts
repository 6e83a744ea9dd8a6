/**
 * The difference of two texts in words. Pure functions. However long and different the
 * texts are, the work is bounded: what would take too much of it is told as a whole.
 */
import { diffArrays } from 'diff';

export interface Segment {
  op: 'same' | 'added' | 'removed';
  text: string;
}

/** How many words (or lines) may differ in one place before it is told as a whole. */
const EDITS_MAX = 250;
/** The same over a whole comparison. */
const BUDGET = 1_000;
/** Longer stretches are told as a whole where they differ. */
const TOKENS_MAX = 40_000;

/** Words, spaces and single other characters; all of them together are the text. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;
const LINE = /[^\n]*\n+|[^\n]+/g;

/** Compares texts; several share one budget of work. */
export interface WordDiff {
  compare(before: string, after: string): Segment[];
}

export function createWordDiff(): WordDiff {
  let budget = BUDGET;

  function steps(before: string[], after: string[]): Segment[] | null {
    if (before.length + after.length > TOKENS_MAX) return null;
    const maxEditLength = Math.min(EDITS_MAX, budget);
    const parts = diffArrays(before, after, { maxEditLength });
    if (parts === undefined) {
      budget -= maxEditLength;
      return null;
    }
    const segments = parts.map(
      ({ added, removed, value }): Segment => ({
        op: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }),
    );
    for (const [index, { op }] of segments.entries())
      if (op !== 'same') budget -= parts[index]?.value.length ?? 0;
    budget = Math.max(0, budget);
    return segments;
  }

  const words = (before: string, after: string): Segment[] =>
    steps(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []) ?? whole(before, after);

  return {
    compare(before, after) {
      const { start, end } = commonEnds(before, after);
      const middle = [
        before.slice(start, before.length - end),
        after.slice(start, after.length - end),
      ];
      const [old = '', now = ''] = middle;
      const lines = steps(old.match(LINE) ?? [], now.match(LINE) ?? []) ?? whole(old, now);
      return merge([
        { op: 'same', text: before.slice(0, start) },
        ...refine(lines, words),
        { op: 'same', text: before.slice(before.length - end) },
      ]);
    },
  };
}

const whole = (before: string, after: string): Segment[] => [
  { op: 'removed', text: before },
  { op: 'added', text: after },
];

/** Lines that stand for one another are compared word by word. */
function refine(lines: Segment[], words: (before: string, after: string) => Segment[]): Segment[] {
  const refined: Segment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const here = lines[index] as Segment;
    const next = lines[index + 1];
    const isPair = next !== undefined && here.op !== 'same' && next.op !== 'same';
    if (!isPair) {
      refined.push(here);
      continue;
    }
    const [removed, added] = here.op === 'removed' ? [here, next] : [next, here];
    refined.push(...words(removed.text, added.text));
    index += 1;
  }
  return refined;
}

/** How much of both ends is equal, cut at white space so that no word is torn. */
function commonEnds(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start === before.length && start === after.length) return { start, end: 0 };
  while (start > 0 && !/\s/.test(before[start - 1] as string)) start -= 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (end > 0 && !/\s/.test(before.at(-end) as string)) end -= 1;
  return { start, end };
}

/** Joins neighbours of one kind, and leaves empty ones out. */
function merge(segments: Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const { op, text } of segments) {
    if (text === '') continue;
    const last = merged.at(-1);
    if (last?.op === op) last.text += text;
    else merged.push({ op, text });
  }
  return merged;
}
