/**
 * The place of an event for its effects: who was killed, displaced or left homeless, and what was
 * destroyed, in a sentence that names no place, is counted where the sentence before says that
 * it happened.
 */

import type { RawQuantity } from '../quantities/quantity.ts';
import { type Document, textBetween } from '../reading/document.ts';
import { DEMONYM } from '../reading/lexicon.ts';
import { isCapitalised } from '../reading/names.ts';
import { CALENDAR } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Wording } from './claim-phrases.ts';
import type { PlaceFound } from './claim-places.ts';
import type { Place } from './place-names.ts';

const EFFECT =
  /\b(?:killed|dead|died|deaths?|injured|wounded|missing|displaced|displacement|evacuat\w+|homeless|destroyed|destruction|damaged|collapsed|flooded|buried|burn(?:ed|t)|stranded|trapped|relocat\w+|shelter\w*|fled|flee|uprooted|rescued|affected)\b/;

const OFFICE = /^(?:governor|mayor|police|firefighters|officials|authorities)$/;

const COUNTED =
  /^(?:people|persons|residents|villagers|civilians|children|women|men|families|households|homes|houses|buildings|huts|schools|villages|soldiers|refugees|evacuees|dead|deaths|bodies)$/;

/** The place in a sentence: where something struck, else the first that it names. */
function placeOfEvent(places: readonly Place[]): Place | undefined {
  const named = places.filter((place) => place.link !== 'from' && place.link !== 'off');
  return named.find((place) => IMPACT_LINK.test(place.link)) ?? named[0];
}

const IMPACT_LINK = /^(?:hit|struck|swept|battered|lashed|pounded|devastated|ravaged|rocked)/;

/** "Salta Governor Juan Ruiz", "Boston police": the place of the office that tells of the effect. */
function placeOfOffice(document: Document, sentence: Sentence): string | null {
  const { tokens } = document;
  for (let at = sentence.from; at + 1 < sentence.to; at += 1) {
    const token = tokens[at];
    if (!OFFICE.test(tokens[at + 1]?.lower ?? '') || !isCapitalised(token)) continue;
    if (token?.pos === 'PROPN' && !DEMONYM.test(token.lower) && !CALENDAR.has(token.lower))
      return textBetween(document, at, at + 1);
  }
  return null;
}

/** The place of the event in the sentence before, or of the line that opens a list; null if none. */
export function eventPlace(
  document: Document,
  quantity: RawQuantity,
  wording: Wording & { unit: string | null },
  placesOf: (sentence: number) => readonly Place[],
): PlaceFound | null {
  const own = document.sentences[quantity.sentence];
  const before = document.sentences[quantity.sentence - 1];
  if (!own) return null;
  const opensList = before !== undefined && document.tokens[before.to - 1]?.text === ':';
  const told = `${wording.noun ?? ''} ${wording.state ?? ''}`;
  if (!opensList && !(COUNTED.test(wording.unit ?? '') && EFFECT.test(told))) return null;
  const near = before && (opensList || own.paragraph === before.paragraph);
  const place = near ? placeOfEvent(placesOf(quantity.sentence - 1)) : undefined;
  const office = place || opensList ? null : placeOfOffice(document, own);
  if (office) return { name: office, rule: 'office of who tells it' };
  return place
    ? {
        name: textBetween(document, place.from, place.to),
        rule: opensList ? 'line before a list' : 'event before',
      }
    : null;
}
