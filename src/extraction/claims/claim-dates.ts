/** When a claim holds: the date of its clause, of the sentence's opening, or of the statement. */

import type { DateExpression } from '../quantities/dates.ts';
import { type RawQuantity, tokenAt } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { SourcedSpan } from './claim.ts';

/** Longest stretch, in tokens, on either side of a figure that is searched: sentences have no end. */
const REACH = 150;

/** The date of the figure's own clause, else that of the sentence's opening or of the statement. */
export function dateOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  dates: readonly DateExpression[],
  span: SourcedSpan | null,
): string | null {
  const { tokens } = document;
  const first = tokens[Math.max(sentence.from, quantity.from - REACH)];
  const last = tokens[Math.min(sentence.to, quantity.next + REACH) - 1];
  if (!first || !last) return null;
  const own = datesWithin(dates, first.start, last.end).filter(
    (date) => date.edtf !== null && !isCompared(document, date),
  );
  if (own.length === 0) return null;
  const clause = clauseBounds(document, quantity, sentence);
  const near = own.filter(
    (date) =>
      date.start >= clause.start &&
      date.end <= clause.end &&
      !isOfRelative(document, quantity, sentence, date),
  );
  if (near.length > 0) return nearest(near, quantity)?.edtf ?? null;
  const when = own.find((date) => opensWhen(document, quantity, date));
  if (when) return when.edtf?.replace(/\/\.\.$/, '') ?? null;
  const opening = own.find((date) => isOpening(document, sentence, date));
  return (opening ?? ofStatement(own, span))?.edtf ?? null;
}

/** "higher than a year earlier", "further inland than in 1950": when it was otherwise. */
function isCompared({ text }: Document, date: DateExpression): boolean {
  return /\bthan (?:in |on |at )?$/.test(text.slice(Math.max(0, date.start - 9), date.start));
}

/** The date beside the cue that reports the figure: "said on Tuesday". */
function ofStatement(
  own: readonly DateExpression[],
  span: SourcedSpan | null,
): DateExpression | undefined {
  const cue = span?.cue;
  if (cue === undefined || span === null) return undefined;
  return own.find(
    (date) =>
      date.start >= cue &&
      date.start - cue < 60 &&
      (date.start < span.start || date.start > span.end),
  );
}

/** "On the night of 9 January, …", "In a poll last weekend, …", "In 2009 I saw …". */
function isOpening(document: Document, sentence: Sentence, date: DateExpression): boolean {
  const { tokens } = document;
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 14); at += 1) {
    const token = tokens[at];
    if (!token || token.text === ',' || isFiniteVerb(tokens, at)) return false;
    if (token.start >= date.start)
      return (
        at - sentence.from < 3 ||
        /^\s?(?:alone)?,/.test(document.text.slice(date.end, date.end + 8))
      );
  }
  return false;
}

/** "by a quake in 1979, when 136 people died": the date that "when" goes on from. */
function opensWhen(document: Document, quantity: RawQuantity, date: DateExpression): boolean {
  const { text } = document;
  if (date.end > quantity.start || quantity.start - date.end > 80) return false;
  return /^, (?:when|as)\b[^,;]*$/.test(text.slice(date.end, quantity.start));
}

function nearest(
  dates: readonly DateExpression[],
  quantity: RawQuantity,
): DateExpression | undefined {
  const after = dates.find((date) => date.start >= quantity.end);
  return after ?? dates[dates.length - 1];
}

function datesWithin(
  dates: readonly DateExpression[],
  start: number,
  end: number,
): DateExpression[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: DateExpression[] = [];
  for (let index = low; index < dates.length; index += 1) {
    const date = dates[index];
    if (!date || date.end > end) break;
    found.push(date);
  }
  return found;
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === 'AUX') return token.lower !== "'s";
  return token.pos === 'VERB' && !/ing$/.test(token.lower) && tokens[at - 1]?.lower !== 'to';
}

function hasFinite(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isFiniteVerb(tokens, at)) return true;
  return false;
}

const SUBORDINATOR = /^(?:unless|if|because|although|though|while|whereas)$/;

/**
 * The stretch of the sentence whose date is the figure's: its clause, over asides between commas.
 * A part without a finite verb ("…, killing 38", "…, against 9 percent") shares its main clause.
 */
function clauseBounds(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
): { start: number; end: number } {
  const { tokens } = document;
  const to = rightBound(tokens, quantity, sentence);
  const from = leftBound(tokens, quantity, sentence, to);
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function leftBound(
  tokens: readonly Token[],
  quantity: RawQuantity,
  sentence: Sentence,
  to: number,
): number {
  let end = to;
  let from = quantity.from;
  const floor = Math.max(sentence.from, quantity.from - REACH);
  for (; from > floor; from -= 1) {
    const token = tokens[from - 1];
    if (!token || /^[;:]$/.test(token.text) || SUBORDINATOR.test(token.lower)) break;
    if (token.text !== ',') continue;
    const next = tokens[from];
    const opens = next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX');
    if (!opens && hasFinite(tokens, from, end)) break;
    end = from - 1;
  }
  return from;
}

/** True where a date stands in a relative clause between commas that does not hold the figure. */
function isOfRelative(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  date: DateExpression,
): boolean {
  const { tokens } = document;
  const at = tokenAt(tokens, date.start);
  for (let comma = at - 1; comma >= Math.max(sentence.from, at - REACH); comma -= 1) {
    if (tokens[comma]?.text !== ',') continue;
    if (!/^(?:who|which|whose|where)$/.test(tokens[comma + 1]?.lower ?? '')) return false;
    if (quantity.from < comma) return true;
    for (let close = at; close < quantity.from; close += 1)
      if (tokens[close]?.text === ',') return true;
    return false;
  }
  return false;
}

function rightBound(tokens: readonly Token[], quantity: RawQuantity, sentence: Sentence): number {
  let to = quantity.next;
  let opened = quantity.from;
  while (
    opened > Math.max(sentence.from, quantity.from - REACH) &&
    !/^(?:,|that)$/.test(tokens[opened - 1]?.lower ?? '')
  )
    opened -= 1;
  // "The budget, 5 million a year, runs out in June": what goes on is said of the budget.
  const apposed =
    quantity.frame.governor !== null && tokens[tokenAt(tokens, quantity.start) - 1]?.text === ',';
  const limit = Math.min(sentence.to, quantity.next + REACH);
  const relative = inRelative(tokens, quantity, sentence);
  while (to < limit && !/^[;:]$/.test(tokens[to]?.text ?? '')) {
    const token = tokens[to];
    // "A treasurer who stole £5 was jailed on Friday": the main clause goes on.
    if (relative && token?.pos === 'AUX' && isFiniteVerb(tokens, to)) break;
    if (token && SUBORDINATOR.test(token.lower)) break;
    if (token?.text === ',') {
      const closed = apposed || hasFinite(tokens, opened, to);
      const resumed = closed ? -1 : resumption(tokens, to, sentence.to);
      if (resumed < 0) break;
      to = resumed;
      continue;
    }
    if (
      /^(?:and|but)$/.test(token?.lower ?? '') &&
      /^(?:that|the|it|he|she|they|says|said|will)$/.test(tokens[to + 1]?.lower ?? '')
    )
      break;
    to += 1;
  }
  return to;
}

/** True where the figure stands in a relative clause without commas. */
function inRelative(tokens: readonly Token[], quantity: RawQuantity, sentence: Sentence): boolean {
  for (let at = quantity.from - 1; at > Math.max(sentence.from, quantity.from - 8); at -= 1) {
    if (/^[,;:]$/.test(tokens[at]?.text ?? '')) return false;
    if (tokens[at]?.lower === 'who') return tokens[at - 1]?.pos === 'NOUN';
  }
  return false;
}

/** Where a clause goes on behind a comma or an aside: with its verb ("…, were expected"). */
function resumption(tokens: readonly Token[], comma: number, to: number): number {
  const next = tokens[comma + 1];
  if (next && /^(?:VERB|AUX)$/.test(next.pos) && isFiniteVerb(tokens, comma + 1)) return comma + 1;
  if (
    !/^(?:including|among|most|many|some|mostly|nearly|almost|half|a|an|one|two|three|with)$/.test(
      next?.lower ?? '',
    )
  )
    return -1;
  for (let at = comma + 2; at < Math.min(to, comma + 14); at += 1) {
    if (tokens[at]?.text !== ',') continue;
    return isFiniteVerb(tokens, at + 1) ? at + 1 : -1;
  }
  return -1;
}
