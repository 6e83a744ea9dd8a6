/**
 * Finds what stands inside quotation marks. A walk over the marks of each paragraph keeps the
 * quotation that is open; it knows straight and curly, double and single, nested, German and
 * French marks, apostrophes, paragraphs that re-open a quotation, and marks that nobody closed.
 */
import type { Paragraph } from './layout.ts';
import { isOpening, type Mark, readMarks } from './quotation-marks.ts';

export interface Quotation {
  /** UTF-16 indices of the opening mark and of the end of the closing mark. */
  start: number;
  end: number;
  /** The words between the marks. */
  innerStart: number;
  innerEnd: number;
  paragraph: number;
  /** False where the paragraph ended first. */
  closed: boolean;
  /** True where the quotation goes on from the paragraph before, which left it open. */
  continues: boolean;
  /** Depth of nesting: 0 for a quotation of the text itself. */
  depth: number;
}

/** Place in `marks` of the mark that closes the single quotation opened at `from`, or -1. */
function findSingleClose(
  text: string,
  marks: readonly Mark[],
  from: number,
  lastClose: number,
): number {
  if (from >= lastClose) return -1;
  let weak = -1;
  let depth = 0;
  for (let index = from + 1; index < marks.length && index < from + 60; index += 1) {
    const mark = marks[index];
    if (mark?.kind !== 'single') continue;
    if (mark.opens && !mark.closes) depth += 1;
    if (!mark.closes) continue;
    const previous = text[mark.at - 1] ?? '';
    const after = text.slice(mark.at + 1, mark.at + 3);
    // "the dogs’ bowls" ends no quotation where a surer end follows.
    if (/s/.test(previous) && /^\s\p{Ll}/u.test(after) && depth === 0) {
      if (weak < 0) weak = index;
      continue;
    }
    if (depth === 0) return index;
    depth -= 1;
  }
  return weak;
}

interface Open {
  start: number;
  innerStart: number;
  continues: boolean;
  german: boolean;
}

/** Lists the quotations of the text in order of their start, nested ones (depth 1) included. */
export function listQuotations(text: string, paragraphs: readonly Paragraph[]): Quotation[] {
  const found: Quotation[] = [];
  let carried = false;
  paragraphs.forEach((paragraph, index) => {
    carried = walkParagraph(text, paragraph, index, carried, found);
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Walks one paragraph; returns whether it leaves a quotation open. */
function walkParagraph(
  text: string,
  paragraph: Paragraph,
  index: number,
  carried: boolean,
  found: Quotation[],
): boolean {
  const marks = readMarks(text, paragraph.start, paragraph.end);
  const lastClose = marks.findLastIndex((mark) => mark.kind === 'single' && mark.closes);
  let open: Open | null = null;
  for (let at = 0; at < marks.length; at += 1) {
    const mark = marks[at];
    if (!mark) continue;
    if (mark.kind === 'single') {
      if (!mark.opens) continue;
      const close = findSingleClose(text, marks, at, lastClose);
      const end = close < 0 ? undefined : marks[close];
      if (!end) {
        const starts = mark.at === paragraph.start;
        if (!open && text[mark.at] === '‘' && (starts || isReopened(text, paragraph.end)))
          open = toOpen(text, mark, carried && starts);
        continue;
      }
      const continues = !open && carried && mark.at === paragraph.start;
      pushClosed(found, toOpen(text, mark, continues), end, index, open ? 1 : 0);
      if (!open) {
        pushNested(text, marks.slice(at + 1, close), index, found);
        at = close;
      }
      continue;
    }
    if (!open) {
      if (mark.opens && !(mark.spaced && !closesLater(marks, at)))
        open = toOpen(text, mark, carried && mark.at === paragraph.start);
    } else if (closesHere(text, mark, open)) {
      pushClosed(found, open, mark, index, 0);
      open = null;
    } else at = skipNested(text, marks, at, index, found, runsOn(text, open, paragraph));
  }
  if (!open) return false;
  const end = paragraph.end;
  if (end <= open.innerStart) return false;
  found.push({
    start: open.start,
    end,
    innerStart: open.innerStart,
    innerEnd: end,
    paragraph: index,
    closed: false,
    continues: open.continues,
    depth: 0,
  });
  return true;
}

/** True where a straight mark opens each of several paragraphs, of which only the last is closed. */
function runsOn(text: string, open: Open, { start, end }: Paragraph): boolean {
  if (open.start !== start || text[start] !== '"') return false;
  return open.continues || /^\s*"/.test(text.slice(end, end + 12));
}

/** True where the next paragraph opens a quotation again. */
function isReopened(text: string, end: number): boolean {
  return /^\s*‘\p{Lu}/u.test(text.slice(end, end + 12));
}

function toOpen(text: string, mark: Mark, continues: boolean): Open {
  return {
    start: mark.at,
    innerStart: mark.at + mark.length,
    continues,
    german: text[mark.at] === '„',
  };
}

function closesLater(marks: readonly Mark[], from: number): boolean {
  for (let at = from + 1; at < marks.length; at += 1)
    if (marks[at]?.kind === 'double' && marks[at]?.closes) return true;
  return false;
}

function closesHere(text: string, mark: Mark, open: Open): boolean {
  if (!mark.closes) return false;
  if (mark.spaced) return true;
  // Some papers print the opening sign at both ends: after a stop and before a space it closes.
  if (text[mark.at] === '“')
    return (
      open.german ||
      (/[.,?!…]/.test(text[mark.at - 1] ?? '') &&
        /^(?:\s|$)/.test(text.slice(mark.at + 1, mark.at + 2)))
    );
  // A straight mark after a space and before a word opens a nested or forgotten quotation.
  return !(mark.opens && /\s/.test(text[mark.at - 1] ?? '') && text[mark.at] === '"');
}

/** So many marks are looked at for the end of a quotation that holds another. */
const NESTED_REACH = 60;

/**
 * Place of the mark that closes the double quotation opened inside another of its kind at `from`;
 * `from` itself where the marks that follow don't close both, and the first was only left open.
 * Where the first runs on into the next paragraph, curly marks inside it need to close only themselves.
 */
function skipNested(
  text: string,
  marks: readonly Mark[],
  from: number,
  paragraph: number,
  found: Quotation[],
  outerRunsOn: boolean,
): number {
  const inner = marks[from];
  if (!inner || !isOpening(text, inner)) return from;
  // `"“It leaks,” she said`: a straight mark before a curly one stands for the paragraph.
  const before = text[inner.at - 1] ?? ' ';
  if (before !== text[inner.at] && /["“]/.test(before)) return from;
  let depth = 2;
  let close = -1;
  for (let at = from + 1; depth > 0; at += 1) {
    const mark = marks[at];
    if (!mark && depth === 1 && outerRunsOn && text[inner.at] === '“') break;
    if (!mark || at - from > NESTED_REACH) return from;
    if (mark.kind !== 'double') continue;
    depth += isOpening(text, mark) ? 1 : -1;
    if (depth === 1 && close < 0) close = at;
  }
  const end = marks[close];
  if (end) pushClosed(found, toOpen(text, inner, false), end, paragraph, 1);
  return close;
}

function pushClosed(
  found: Quotation[],
  open: Open,
  end: Mark,
  paragraph: number,
  depth: number,
): void {
  if (end.at <= open.innerStart) return;
  found.push({
    start: open.start,
    end: end.at + end.length,
    innerStart: open.innerStart,
    innerEnd: end.at,
    paragraph,
    closed: true,
    continues: open.continues,
    depth,
  });
}

/** Notes the double quotations among the marks inside a single one. */
function pushNested(
  text: string,
  marks: readonly Mark[],
  paragraph: number,
  found: Quotation[],
): void {
  let open: Open | null = null;
  for (const mark of marks) {
    if (mark.kind !== 'double') continue;
    if (!open) {
      if (mark.opens) open = toOpen(text, mark, false);
    } else if (closesHere(text, mark, open)) {
      pushClosed(found, open, mark, paragraph, 1);
      open = null;
    }
  }
}
