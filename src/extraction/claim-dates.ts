/** When a claim holds: the date of its clause, of the statement, or of the opening of the sentence. */
import type { SourcedSpan } from './claims.ts';
import type { DateExpression } from './dates.ts';
import type { Document } from './document.ts';
import type { RawQuantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';

/** The date of the figure's own clause, else that of the statement or of the sentence's opening. */
export function dateOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  dates: readonly DateExpression[],
  span: SourcedSpan | null,
): string | null {
  const { tokens } = document;
  const first = tokens[sentence.from];
  const last = tokens[sentence.to - 1];
  if (!first || !last) return null;
  const own = datesWithin(dates, first.start, last.end).filter((date) => date.edtf !== null);
  if (own.length === 0) return null;
  const clause = clauseBounds(document, quantity, sentence);
  const near = own.filter((date) => date.start >= clause.start && date.end <= clause.end);
  if (near.length > 0) return nearest(near, quantity)?.edtf ?? null;
  const cue = span?.cue;
  const stated =
    cue === undefined
      ? undefined
      : own.find(
          (date) =>
            date.start >= cue &&
            date.start - cue < 60 &&
            (date.start < (span?.start ?? 0) || date.start > (span?.end ?? 0)),
        );
  const opening = own.find(
    (date) => date.start <= first.start + 12 && document.text[date.end] === ',',
  );
  return (opening ?? stated)?.edtf ?? null;
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

/** The stretch between commas around a figure; a participle shares its main clause. */
function clauseBounds(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
): { start: number; end: number } {
  const { tokens } = document;
  let from = quantity.from;
  for (; from > sentence.from; from -= 1) {
    const token = tokens[from - 1];
    if (!token || /^[;:]$/.test(token.text)) break;
    if (token.text !== ',') continue;
    const next = tokens[from];
    const participle =
      next !== undefined && (/(?:ing|cluding)$/.test(next.lower) || next.lower === 'with');
    if (!participle || tokens[from - 2] === undefined) break;
  }
  let to = quantity.next;
  while (to < sentence.to && !/^[;,:]$/.test(tokens[to]?.text ?? '')) {
    if (
      /^(?:and|but)$/.test(tokens[to]?.lower ?? '') &&
      /^(?:that|the|it|he|she|they|says|said|will)$/.test(tokens[to + 1]?.lower ?? '')
    )
      break;
    to += 1;
  }
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
