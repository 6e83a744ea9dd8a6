/**
 * Finds what stands inside quotation marks. A walk over the marks of each paragraph keeps the
 * quotation that is open; it knows straight and curly, double and single, nested, German and
 * French marks, apostrophes, paragraphs that re-open a quotation, and marks that nobody closed.
 */
import type { Paragraph } from './layout.ts';

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

interface Mark {
  at: number;
  length: number;
  kind: 'double' | 'single';
  opens: boolean;
  closes: boolean;
  /** A straight mark between two spaces, as texts that were split into words print it. */
  spaced?: boolean;
}

const MARKS = /[“”„‟«»"＂「」『』]|''|``|,,(?=\p{L})|[‘’‚‛‹›'`]/gu;
const BEFORE_OPENING = /[\s([{—–\-/“‘„«"'>:…*_]/;
const ELISION = /^(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n|cos|cuz|ere)\b)/i;

function readMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const body = text.slice(from, to);
  for (const match of body.matchAll(MARKS)) {
    const at = from + match.index;
    const mark = toMark(text, at, match[0], from, to);
    if (mark) marks.push(mark);
  }
  return marks;
}

function toMark(text: string, at: number, sign: string, from: number, to: number): Mark | null {
  const previous = at > from ? (text[at - 1] ?? ' ') : ' ';
  const next = at + sign.length < to ? (text[at + sign.length] ?? ' ') : ' ';
  const opening = BEFORE_OPENING.test(previous) && !/\s/.test(next);
  const base = { at, length: sign.length };
  if (/^[‘’‚‛‹›'`]$/.test(sign)) {
    if (/[\p{L}\p{N}]/u.test(previous) && /[\p{L}\p{N}]/u.test(next)) return null;
    const elided = sign !== '‘' && ELISION.test(text.slice(at + 1, at + 8));
    const opens = opening && sign !== '›' && !elided && (sign !== '’' || /[\p{Lu}]/u.test(next));
    const closes =
      sign !== '‘' && sign !== '‹' && !/\s/.test(previous) && !/[\p{L}\p{N}]/u.test(next);
    return opens || closes ? { ...base, kind: 'single', opens, closes } : null;
  }
  if (sign === '“') {
    // „German“ marks close with the sign that opens in English.
    // Texts that were split into words print a space on both sides of the mark.
    return {
      ...base,
      kind: 'double',
      opens: opening || !/\s/.test(next) || /\s/.test(previous),
      closes: !opening,
    };
  }
  if (
    sign === '„' ||
    sign === '``' ||
    sign === '„' ||
    sign === ',,' ||
    sign === '‟' ||
    sign === '「' ||
    sign === '『'
  ) {
    return { ...base, kind: 'double', opens: true, closes: false };
  }
  if (sign === '”' || sign === '」' || sign === '』') {
    return { ...base, kind: 'double', opens: opening && sign === '”', closes: true };
  }
  if (sign === '«') return { ...base, kind: 'double', opens: true, closes: false };
  if (sign === '»') return { ...base, kind: 'double', opens: false, closes: true };
  // Between two spaces only what is open already tells whether it opens or closes.
  const spaced = /\s/.test(previous) && /\s/.test(next);
  return {
    ...base,
    kind: 'double',
    opens: opening || spaced || (!/\s/.test(next) && !/[\p{L}\p{N}]/u.test(previous)),
    closes: true,
    spaced,
  };
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
      pushClosed(
        found,
        toOpen(text, mark, false),
        end,
        index,
        open ? 1 : 0,
        open ? false : carried && mark.at === paragraph.start,
      );
      if (!open) at = skipSingle(text, marks, at, close, index, found);
      continue;
    }
    if (!open) {
      if (mark.opens && !(mark.spaced && !closesLater(marks, at)))
        open = toOpen(text, mark, carried && mark.at === paragraph.start);
    } else if (closesHere(text, mark, open)) {
      pushClosed(found, open, mark, index, 0, open.continues);
      open = null;
    }
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

function pushClosed(
  found: Quotation[],
  open: Open,
  end: Mark,
  paragraph: number,
  depth: number,
  continues: boolean,
): void {
  if (end.at <= open.innerStart) return;
  found.push({
    start: open.start,
    end: end.at + end.length,
    innerStart: open.innerStart,
    innerEnd: end.at,
    paragraph,
    closed: true,
    continues,
    depth,
  });
}

/** Steps over the marks inside a single quotation, noting double ones as nested. */
function skipSingle(
  text: string,
  marks: readonly Mark[],
  from: number,
  close: number,
  paragraph: number,
  found: Quotation[],
): number {
  let open: Open | null = null;
  for (let at = from + 1; at < close; at += 1) {
    const mark = marks[at];
    if (mark?.kind !== 'double') continue;
    if (!open) {
      if (mark.opens) open = toOpen(text, mark, false);
    } else if (closesHere(text, mark, open)) {
      pushClosed(found, open, mark, paragraph, 1, false);
      open = null;
    }
  }
  return close;
}
