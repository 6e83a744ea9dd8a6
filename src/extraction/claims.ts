/**
 * Figure claims: quantities that somebody could check. Each takes what is counted and its state,
 * the place and the date of its clause, and the source of the innermost report that holds it.
 */
import { dateOf } from './claim-dates.ts';
import { isClaim } from './claim-filter.ts';
import { type Place, placeOf, placesIn } from './claim-places.ts';
import { fillBare, partSubject, subjectOf } from './claim-subjects.ts';
import { findSubject } from './clauses.ts';
import type { DateExpression } from './dates.ts';
import type { Document } from './document.ts';
import type { PeopleTable } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import type { SourceKind } from './schema.ts';
import type { Sentence } from './sentences.ts';

export interface ClaimSource {
  name: string;
  kind: SourceKind;
}

export interface RawClaim {
  quantity: RawQuantity;
  unit: string | null;
  subject: string | null;
  place: string | null;
  asOf: string | null;
  source: ClaimSource | null;
  partOf: number | null;
  supersedes: number | null;
  rule: string;
}

/** A stretch of content with its source; the shortest that holds a figure is its innermost. */
export interface SourcedSpan {
  start: number;
  end: number;
  source: ClaimSource | null;
  /** UTF-16 index of the cue, for content of a report. */
  cue?: number;
  /** True for a turn: who speaks there vouches unless the turn says otherwise. */
  turn: boolean;
}

export interface ClaimInput {
  document: Document;
  quantities: readonly RawQuantity[];
  dates: readonly DateExpression[];
  people: PeopleTable;
  sourced: readonly SourcedSpan[];
  /** Ranges of the mentions of speakers, in order: "two residents said" counts sources only. */
  mentions: readonly [number, number][];
  /** The source behind a noun phrase. */
  resolve: (mention: Phrase) => ClaimSource | null;
}

/** Finds the shortest sourced stretch that holds a figure; to be asked in the order of the text. */
function innermostFinder(
  sourced: readonly SourcedSpan[],
): (quantity: RawQuantity) => SourcedSpan | null {
  let next = 0;
  let open: SourcedSpan[] = [];
  return ({ number }) => {
    for (; next < sourced.length; next += 1) {
      const span = sourced[next];
      if (!span || span.start > number.coreStart) break;
      open.push(span);
    }
    open = open.filter((span) => span.end >= number.coreEnd);
    return open.reduce<SourcedSpan | null>(
      (best, span) => (!best || span.end - span.start < best.end - best.start ? span : best),
      null,
    );
  };
}

const COUNTING =
  /^(?:counts?|counted|records?|recorded|lists?|listed|shows?|showed|speaks?|spoke|spoken|gave|gives|given|puts?|verified|documented|registered|tallied|projects?|projected|expects?|forecast|forecasts|predicts?|estimates?|estimated|reports?|reported|arrived|asks?|asked|asking|seeks?|sees|found|finds|logged|measured|calculated|calculates)$/;

/** "The agency counts 47,000": the subject of a verb of counting vouches for the figure. */
function counterOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  resolve: (mention: Phrase) => ClaimSource | null,
): ClaimSource | null {
  const { tokens } = document;
  for (let at = quantity.from - 1; at >= Math.max(sentence.from, quantity.from - 16); at -= 1) {
    const token = tokens[at];
    if (!token || /^[;:]$/.test(token.text)) return null;
    if (
      !COUNTING.test(token.lower) ||
      (token.pos !== 'VERB' && token.pos !== 'AUX') ||
      token.quote >= 0
    )
      continue;
    const subject = findSubject(tokens, at, sentence.from);
    return subject && !subject.passive ? resolve({ from: subject.from, to: subject.to }) : null;
  }
  return null;
}

const PART =
  /(?:\bincluding|\bwith|\bamong them|\bof (?:whom|which|them)|\bof those|\bincl\.)\s*(?:\S+\s){0,2}$/i;

/** Index of an earlier claim that this one is a part of, or null. */
function wholeOf(
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
function linkFollowing(document: Document, claims: readonly RawClaim[]): void {
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

/** Lists the claims of the text in order. */
export function listClaims(input: ClaimInput): RawClaim[] {
  const { document, quantities, dates, people, sourced, mentions } = input;
  const claims: RawClaim[] = [];
  const innermost = innermostFinder(sourced);
  const known = new Map<number, Place[]>();
  const placesOf = (index: number, sentence: Sentence): Place[] => {
    const places = known.get(index) ?? placesIn(document, sentence, people);
    known.set(index, places);
    return places;
  };
  let previous: RawQuantity | undefined;
  for (const quantity of quantities) {
    const sentence = document.sentences[quantity.sentence];
    const before = previous;
    previous = quantity;
    if (!sentence || !isClaim(document, quantity, before, mentions)) continue;
    const span = innermost(quantity);
    const partOf = wholeOf(document, claims, quantity);
    const whole = partOf === null ? undefined : claims[partOf];
    const bare =
      quantity.unit === null ||
      (quantity.unit.end === 0 &&
        quantity.unit.from === quantity.next &&
        quantity.unit.to === quantity.next &&
        quantity.unit.name !== 'people')
        ? fillBare(document, claims, quantity, sentence)
        : null;
    const ofThem = whole && quantity.unit?.kind === 'share';
    claims.push({
      quantity,
      unit: quantity.unit?.name ?? bare?.unit ?? whole?.unit ?? null,
      subject: ofThem
        ? partSubject(document, quantity, whole)
        : (bare?.subject ?? subjectOf(document, quantity, sentence)),
      place: placeOf(document, quantity, placesOf(quantity.sentence, sentence), span),
      asOf: dateOf(document, quantity, sentence, dates, span),
      source: span?.turn
        ? (counterOf(document, quantity, sentence, input.resolve) ?? span.source)
        : (span?.source ?? counterOf(document, quantity, sentence, input.resolve)),
      partOf,
      supersedes: null,
      rule: quantity.unit?.kind ?? 'bare number',
    });
  }
  linkFollowing(document, claims);
  return claims;
}
