/**
 * Turns without labels: questions in bold or italics, turns opened by a dash, or single
 * paragraphs that ask and answer in alternation.
 */

import type { Paragraph } from '../reading/layout.ts';
import { isParted } from './asides.ts';
import { type RawTurn, RULE, type Transcript } from './transcript.ts';

const WRAPPED = /^(\*\*|__|\*|_)(?=\S)[\s\S]*\S\1$/;

/** Questions printed in bold or italics, answers plain. */
export function markedTurns(text: string, paragraphs: readonly Paragraph[]): Transcript | null {
  const body = (paragraph: Paragraph): string => text.slice(paragraph.start, paragraph.end);
  const marked = paragraphs.map(
    (paragraph) => WRAPPED.test(body(paragraph)) && !RULE.test(body(paragraph)),
  );
  const asking = paragraphs.filter(
    (paragraph, index) => marked[index] && /[?.…!—–-]\W*$/.test(body(paragraph)),
  );
  const questions = asking.filter((paragraph) => /\?\W*$/.test(body(paragraph)));
  const total = marked.filter(Boolean).length;
  if (questions.length < 2 || questions.length < total * 0.25) return null;
  const first = paragraphs.indexOf(firstOf(asking, questions));
  return collect(
    text,
    paragraphs,
    first,
    (index) => (marked[index] ? 'question' : null),
    'marked question',
  );
}

function firstOf(asking: readonly Paragraph[], questions: readonly Paragraph[]): Paragraph {
  const fallback = { start: 0, end: 0 };
  return asking[0] && questions[0] && asking[0].start < questions[0].start
    ? asking[0]
    : (questions[0] ?? fallback);
}

/** Joins paragraphs into turns: those that `open` calls questions, and what stands between. */
function collect(
  text: string,
  paragraphs: readonly Paragraph[],
  first: number,
  open: (index: number) => 'question' | null,
  rule: string,
): Transcript | null {
  const turns: RawTurn[] = [];
  const opening = paragraphs[first];
  if (!opening) return null;
  let last: RawTurn | null = null;
  for (let index = first; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph) break;
    const body = text.slice(paragraph.start, paragraph.end);
    if (RULE.test(body)) break;
    const asks = open(index) === 'question';
    const trimmed = strip(text, paragraph);
    if (last && last.asks === asks && !isParted(text, last.end, trimmed.start))
      last.end = trimmed.end;
    else {
      last = { ...trimmed, label: null, asks, rule };
      turns.push(last);
    }
  }
  return turns.length >= 3 ? { turns, start: opening.start } : null;
}

function strip(text: string, { start, end }: Paragraph): Paragraph {
  let from = start;
  let to = end;
  while (from < to && /[*_\s]/.test(text[from] ?? '')) from += 1;
  while (to > from && /[*_\s]/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

const DASH = /^(?:—|–|-|―|--)[ \u00a0]*(?=\S)/;

/** Turns opened by a dash; the first asks, and so does every second one. */
export function dashTurns(text: string, paragraphs: readonly Paragraph[]): Transcript | null {
  const opens = paragraphs.map(
    (paragraph) => DASH.exec(text.slice(paragraph.start, paragraph.start + 8))?.[0].length ?? 0,
  );
  const dashed = opens.filter((length) => length > 0).length;
  let open = false;
  let asking = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if ((opens[index] ?? 0) > 0) open = true;
    if (!open || !text.slice(paragraph.start, paragraph.end).includes('?')) continue;
    open = false;
    asking += 1;
  }
  if (dashed < 4 || asking < 2 || asking < dashed * 0.2) return null;
  let first = opens.findIndex((length) => length > 0);
  // A byline after a dash is no turn.
  while (first >= 0 && isByline(text, paragraphs[first]))
    first = opens.findIndex((length, index) => index > first && length > 0);
  const opening = paragraphs[first];
  if (!opening) return null;
  const turns: RawTurn[] = [];
  for (let index = first; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph || RULE.test(text.slice(paragraph.start, paragraph.end))) break;
    const length = opens[index] ?? 0;
    const last = turns[turns.length - 1];
    if (length > 0)
      turns.push({
        start: paragraph.start + length,
        end: paragraph.end,
        label: null,
        asks: last === undefined || !last.asks,
        rule: 'dash',
      });
    else if (last && isParted(text, last.end, paragraph.start))
      turns.push({ ...last, start: paragraph.start, end: paragraph.end });
    else if (last) last.end = paragraph.end;
  }
  return turns.length >= 4 ? { turns, start: opening.start } : null;
}

function isByline(text: string, paragraph: Paragraph | undefined): boolean {
  return (
    paragraph !== undefined &&
    paragraph.end - paragraph.start < 40 &&
    /^\W*\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(
      text.slice(paragraph.start, paragraph.end),
    )
  );
}

/** The longest run of paragraphs that ask and answer in turn, without any mark. */
export function alternatingTurns(
  text: string,
  paragraphs: readonly Paragraph[],
): Transcript | null {
  const asks = paragraphs.map((paragraph) =>
    /\?["”’)]?$/.test(text.slice(paragraph.end - 3, paragraph.end)),
  );
  let best = { from: 0, pairs: 0 };
  for (let from = 0; from < paragraphs.length; ) {
    let at = from;
    while (
      asks[at] &&
      at + 1 < paragraphs.length &&
      !asks[at + 1] &&
      !isRule(text, paragraphs[at + 1])
    )
      at += 2;
    const pairs = (at - from) / 2;
    if (pairs > best.pairs) best = { from, pairs };
    from = at > from ? at : from + 1;
  }
  const opening = paragraphs[best.from];
  if (best.pairs < 3 || !opening || best.pairs * 2 < paragraphs.length * 0.3) return null;
  const turns = paragraphs.slice(best.from, best.from + best.pairs * 2).map((paragraph, index) => ({
    start: paragraph.start,
    end: paragraph.end,
    label: null,
    asks: index % 2 === 0,
    rule: 'alternation',
  }));
  return { turns, start: opening.start };
}

function isRule(text: string, paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && RULE.test(text.slice(paragraph.start, paragraph.end));
}
