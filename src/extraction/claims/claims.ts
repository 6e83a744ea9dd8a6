/**
 * Figure claims: quantities that somebody could check. Each takes what is counted and its state,
 * the place and the date of its clause, and the source of the innermost report that holds it.
 */

import type { PeopleTable } from '../people/people.ts';
import type { DateExpression } from '../quantities/dates.ts';
import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { ClaimSource, RawClaim, SourcedSpan } from './claim.ts';
import { dateOf } from './claim-dates.ts';
import { isClaim } from './claim-filter.ts';
import { type Gazetteer, readGazetteer } from './claim-gazetteer.ts';
import { linkFollowing, sharedDate, wholeOf } from './claim-parts.ts';
import { placeOf } from './claim-places.ts';
import { sourceOf } from './claim-sources.ts';
import { toSubject } from './claim-subjects.ts';
import { comparable, wordClaim } from './claim-wording.ts';
import { eventPlace } from './event-places.ts';
import { type Place, placesIn } from './place-names.ts';
import { innermostFinder, spansBySentence } from './sourced-spans.ts';

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

/** A plain small number of which nothing is known says nothing that could be checked. */
function isEmpty({ unit, subject, quantity: { number } }: RawClaim): boolean {
  const plain = number.comparator === 'eq' && (number.low ?? 0) < 1000;
  return unit === null && subject === null && plain;
}

/** Finds the places of each sentence, and those of the text, once they are asked for. */
function placesFinder(document: Document, people: PeopleTable) {
  const known = new Map<number, Place[]>();
  let gazetteer: Gazetteer | undefined;
  const placesOf = (index: number): Place[] => {
    const sentence = document.sentences[index];
    const places = known.get(index) ?? (sentence ? placesIn(document, sentence, people) : []);
    known.set(index, places);
    return places;
  };
  return {
    placesOf,
    gazetteer: (): Gazetteer => {
      gazetteer ??= readGazetteer(
        document,
        document.sentences.flatMap((_, index) => placesOf(index)),
      );
      return gazetteer;
    },
  };
}

/** Lists the claims of the text in order. */
export function listClaims(input: ClaimInput): RawClaim[] {
  const { document, quantities, dates, people, sourced, mentions } = input;
  const claims: RawClaim[] = [];
  const byValue = new Map<string, RawClaim>();
  const innermost = innermostFinder(sourced);
  const { placesOf, gazetteer } = placesFinder(document, people);
  const near = spansBySentence(document, sourced);
  let previous: RawQuantity | undefined;
  for (const quantity of quantities) {
    const sentence = document.sentences[quantity.sentence];
    const before = previous;
    previous = quantity;
    if (!sentence || !isClaim(document, quantity, before, mentions)) continue;
    const span = innermost(quantity);
    const partOf = wholeOf(document, claims, quantity);
    const value = `${quantity.unit?.name} ${quantity.number.low} ${quantity.number.high}`;
    const said = quantity.unit === null ? undefined : byValue.get(value);
    const whole = partOf === null ? undefined : claims[partOf];
    const wording = wordClaim({ document, claims, quantity, sentence, whole, said });
    const named = placesOf(quantity.sentence);
    const place =
      placeOf(document, quantity, sentence, named, span, gazetteer) ??
      eventPlace(document, quantity, wording, placesOf);
    const claim: RawClaim = {
      quantity,
      unit: comparable(wording.unit),
      subject: toSubject(wording, place?.name ?? null),
      wording,
      place: place?.name ?? null,
      asOf: dateOf(document, quantity, sentence, dates, span) ?? sharedDate(whole, quantity),
      source: sourceOf(document, quantity, sentence, span, near(quantity.sentence), input.resolve),
      partOf,
      supersedes: null,
      rule: [
        quantity.unit?.kind ?? 'bare number',
        wording.rule,
        ...(place ? [`place ${place.rule}`] : []),
      ].join(', '),
    };
    if (isEmpty(claim)) continue;
    claims.push(claim);
    if (claim.subject !== null) byValue.set(value, claim);
  }
  linkFollowing(document, claims);
  return claims;
}
