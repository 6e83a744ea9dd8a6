/** Figures in the form of the contract. */
import type { RawClaim } from './claims/claim.ts';
import { claimConfidence } from './confidence.ts';
import type { RawQuantity } from './quantities/quantity.ts';
import type { Claim, Quantity, Span } from './schema.ts';

/** UTF-16 indices as a span of code points. */
export type ToSpan = (start: number, end: number) => Span;

/** Fractions are given to four places. */
function rounded(value: number | null, form: string): number | null {
  return value !== null && form === 'fraction' ? Math.round(value * 1e4) / 1e4 : value;
}

export function toClaim(claim: RawClaim, span: ToSpan, trace: boolean): Claim {
  const { number, start, end } = claim.quantity;
  return {
    span: span(start, end),
    comparator: number.comparator,
    low: rounded(number.low, number.form),
    high: rounded(number.high, number.form),
    unit: claim.unit,
    subject: claim.subject,
    place: claim.place,
    asOf: claim.asOf,
    source: claim.source,
    partOf: claim.partOf,
    supersedes: claim.supersedes,
    confidence: claimConfidence({
      unit: claim.unit !== null,
      subject: claim.subject !== null,
      source: claim.source !== null,
      vague: number.low === null && number.high === null,
    }),
    ...(trace ? { rule: claim.rule } : {}),
  };
}

export function toQuantity(quantity: RawQuantity, span: ToSpan): Quantity {
  const { number, start, end, change } = quantity;
  return {
    span: span(start, end),
    comparator: number.comparator,
    low: number.low,
    high: number.high,
    unit: quantity.unit?.name ?? null,
    subject: quantity.subject,
    ...(change ? { change } : {}),
  };
}
