/** One number expression that counts or measures, and where it stands. */
import type { NumberExpression } from '../../text/numbers.ts';
import type { Document } from '../reading/document.ts';
import type { Token } from '../reading/tokens.ts';
import type { Frame } from './quantity-frames.ts';
import type { Unit } from './unit.ts';

export interface RawQuantity {
  number: NumberExpression;
  unit: Unit | null;
  /** UTF-16 span: comparator, figure, and the unit or counted noun where it is adjacent. */
  start: number;
  end: number;
  /** First and next token of the figure. */
  from: number;
  next: number;
  sentence: number;
  /** Where the figure stands in its clause. */
  frame: Frame;
  change: 'up' | 'down' | null;
  subject: string | null;
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A figure in brackets, or after "or", right behind another says the same thing again. */
export function restates(
  document: Document,
  previous: RawQuantity,
  quantity: RawQuantity,
): boolean {
  const between = document.text.slice(previous.end, quantity.start);
  return between.length < 8 && /^\s*[(/]|^ or $|^ to $/.test(between);
}
