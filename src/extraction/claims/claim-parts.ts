/** Which claim is a part of which: "of whom", "including", "24 of 29". */

import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { RawClaim } from './claim.ts';

const PART =
  /(?:\bincluding|(?<!\bcompared )\bwith|\bamong them|\bof (?:whom|which|them)|\bof those|\bincl\.)\s*(?:\S+\s){0,2}$/i;

/** Index of an earlier claim that this one is a part of, or null. */
export function wholeOf(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
): number | null {
  const { text } = document;
  const last = claims.length - 1;
  const previous = claims[last];
  if (!previous || quantity.sentence - previous.quantity.sentence > 1) return null;
  const before = text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const after = text.slice(quantity.number.coreEnd, quantity.number.coreEnd + 20);
  if (/^ of (?:them|those|these|whom|which)\b/.test(after)) return last;
  const same = previous.quantity.sentence === quantity.sentence;
  const first = document.tokens[document.sentences[quantity.sentence]?.from ?? 0];
  const whole = previous.quantity.number.low ?? previous.quantity.number.high;
  const part = quantity.number.low ?? quantity.number.high;
  if (!same || whole === null || part === null) return null;
  if (quantity.unit?.kind === 'share') return PART.test(before) ? last : null;
  if (part >= whole) return null;
  if (PART.test(before)) return previous.partOf ?? last;
  return first?.lower === 'of' &&
    previous.quantity.from - (document.sentences[quantity.sentence]?.from ?? 0) < 4
    ? last
    : null;
}

/** "24 of 29 drones": the first figure is a part of the second. */
export function linkFollowing(document: Document, claims: readonly RawClaim[]): void {
  claims.forEach((claim, index) => {
    const next = claims[index + 1];
    if (!next || claim.partOf !== null || claim.quantity.sentence !== next.quantity.sentence)
      return;
    const between = document.text.slice(claim.quantity.number.coreEnd, next.quantity.start);
    if (
      /^ (?:out )?of (?:(?:the|his|her|its|their|those|our) )?(?:[\p{L}]+['’]s )?$/u.test(between)
    )
      claim.partOf = index + 1;
  });
}

/** A part told in the sentence of its whole holds when the whole does. */
export function sharedDate(whole: RawClaim | undefined, part: RawQuantity): string | null {
  return whole && whole.quantity.sentence === part.sentence ? whole.asOf : null;
}
