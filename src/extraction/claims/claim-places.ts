/** Where a claim holds: places named in the sentence, and the one that governs the figure. */

import { type RawQuantity, tokenAt } from '../quantities/quantity.ts';
import { type Document, textBetween } from '../reading/document.ts';
import { isCapitalised } from '../reading/names.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { SourcedSpan } from './claim.ts';
import { describedPlace, type Gazetteer, isCountry } from './claim-gazetteer.ts';
import type { Place } from './place-names.ts';

/** Longest stretch, in tokens, between a figure and its place: sentences have no end. */
const REACH = 150;

/** The place of a figure with the rule that found it. */
export interface PlaceFound {
  name: string;
  rule: string;
}

/**
 * The place that governs a figure: the first behind it in its clause, else the last before it, else
 * what a description of a place stands for, where people fled from, what an earlier clause beside
 * the report names, or the subject of its verb.
 */
export function placeOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  found: readonly Place[],
  span: SourcedSpan | null,
  gazetteer: () => Gazetteer,
): PlaceFound | null {
  const { tokens } = document;
  const inside = (place: Phrase): boolean => {
    const token = tokens[place.from];
    return !span || span.turn || !token || (token.start >= span.start && token.end <= span.end);
  };
  const named = found.filter(
    (place) =>
      place.from > quantity.from - REACH &&
      place.from < quantity.next + REACH &&
      !isOfRelative(tokens, quantity, sentence, place),
  );
  const said = named.filter(inside);
  const rules: readonly (readonly [string, () => string | null])[] = [
    ['beside the figure', () => nameOf(document, nearestPlace(tokens, quantity, said), gazetteer)],
    ['described', () => describedIn(document, quantity, sentence, inside, gazetteer)],
    [
      'origin of those who left',
      () => nameOf(document, originOf(tokens, quantity, said), gazetteer),
    ],
    [
      'clause beside the report',
      () => nameOf(document, clausePlace(tokens, sentence, named, span), gazetteer),
    ],
    ['subject', () => subjectPlace(document, quantity, gazetteer)],
  ];
  for (const [rule, find] of rules) {
    const name = find();
    if (name) return { name, rule };
  }
  return null;
}

const LEAVING =
  /^(?:evacuat|displac|flee|fled|uproot|relocat|rescu|expel)|^(?:driven|drove|forced|forcing)$/;

/** "evacuated 400 people from Tarvin": where people left is where the figure holds. */
function originOf(
  tokens: readonly Token[],
  quantity: RawQuantity,
  places: readonly Place[],
): Place | undefined {
  const left = (place: Place): boolean => {
    const from = Math.max(0, Math.min(quantity.from, place.from) - 8);
    for (let at = from; at < Math.max(quantity.next, place.from); at += 1)
      if (LEAVING.test(tokens[at]?.lower ?? '')) return true;
    return false;
  };
  return places.find((place) => place.link === 'from' && left(place));
}

/**
 * "The ministry declared an emergency in Tarvin and said that 600 people had fled": a place of the
 * clause that "and" ties to the cue. One before any verb belongs to who speaks.
 */
function clausePlace(
  tokens: readonly Token[],
  sentence: Sentence,
  places: readonly Place[],
  span: SourcedSpan | null,
): Place | undefined {
  const cue = span && !span.turn && span.cue !== undefined ? tokenAt(tokens, span.cue) : -1;
  if (cue < 0 || !/^(?:and|but)$/.test(tokens[cue - 1]?.lower ?? '')) return undefined;
  return places.findLast((place) => {
    if (place.to > cue || place.link === 'from') return false;
    for (let at = sentence.from; at < place.from; at += 1)
      if (tokens[at]?.pos === 'VERB') return true;
    return false;
  });
}

/** The name of a place; "Ghana's capital" is the town of the dateline. */
function nameOf(
  document: Document,
  place: Place | undefined,
  gazetteer: () => Gazetteer,
): string | null {
  if (!place) return null;
  const { tokens } = document;
  const capital =
    tokens[place.to]?.lower === "'s" && tokens[place.to + 1]?.lower === 'capital'
      ? gazetteer().dateline
      : null;
  return capital ?? textBetween(document, place.from, place.to);
}

function nearestPlace(
  tokens: readonly Token[],
  quantity: RawQuantity,
  places: readonly Place[],
): Place | undefined {
  const after = places.find(
    (place) =>
      place.from >= quantity.next &&
      !blocked(tokens, quantity.next, place.from) &&
      place.link !== 'from' &&
      place.link !== 'off',
  );
  return (
    after ??
    places.findLast(
      (place) =>
        place.to <= quantity.from &&
        place.link !== 'from' &&
        !newClause(tokens, place.to, quantity.from),
    )
  );
}

/** True where another clause or the frame of a report stands between. */
function blocked(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || /^[;:]$/.test(token.text)) return true;
    if (
      token.text === ',' &&
      /^(?:and|but|while|with|including|according|the|a|an|as)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return true;
  }
  return false;
}

/** "… toward Kursk, and that three generals …": a second content that names its own place. */
function newClause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (/^(?:and|but)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'that')
      return true;
    if (tokens[at]?.text === ';') return true;
  }
  return false;
}

/** True where a place stands in an aside between commas that does not hold the figure. */
function isOfRelative(
  tokens: readonly Token[],
  quantity: RawQuantity,
  sentence: Sentence,
  place: Place,
): boolean {
  if (place.from > quantity.from) return isBehindRelative(tokens, quantity, sentence, place);
  for (
    let comma = place.from - 1;
    comma >= Math.max(sentence.from, place.from - REACH);
    comma -= 1
  ) {
    if (tokens[comma]?.text !== ',') continue;
    const opener = tokens[comma + 1]?.lower ?? '';
    // "In Anjouan, the poorest island in the Comoros, …": the name goes before what explains it.
    const apposed = /^(?:the|a|an|its)$/.test(opener) && isCapitalised(tokens[comma - 1]);
    if (!apposed && !/^(?:who|which|whose)$/.test(opener)) return false;
    for (let close = place.to; close < quantity.from; close += 1)
      if (tokens[close]?.text === ',') return true;
    return false;
  }
  return false;
}

/** "Linde, whose 23 novels sold, died in Bergen": the main clause behind the figure's relative. */
function isBehindRelative(
  tokens: readonly Token[],
  quantity: RawQuantity,
  sentence: Sentence,
  place: Place,
): boolean {
  let comma = quantity.from - 1;
  const floor = Math.max(sentence.from, quantity.from - 12);
  while (comma > floor && tokens[comma]?.text !== ',') comma -= 1;
  if (!/^(?:who|which|whose)$/.test(tokens[comma + 1]?.lower ?? '')) return false;
  for (let close = quantity.next; close + 1 < place.from; close += 1)
    if (tokens[close]?.text === ',' && /^(?:AUX|VERB)$/.test(tokens[close + 1]?.pos ?? ''))
      return true;
  return false;
}

const DESCRIBED =
  /^(?:country|nation|valley|city|town|village|island|province|region|district|camp|zone|county|strip|peninsula)$/;

/** "across the country", "in the valley", "the country's ten provinces": told from a name before. */
function describedIn(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  inside: (phrase: Phrase) => boolean,
  gazetteer: () => Gazetteer,
): string | null {
  const { tokens } = document;
  const to = Math.min(sentence.to, quantity.next + 12);
  for (let at = Math.max(sentence.from, quantity.from - 20); at < to; at += 1) {
    if (tokens[at]?.lower !== 'the' || !DESCRIBED.test(tokens[at + 1]?.lower ?? '')) continue;
    if (!inside({ from: at, to: at + 2 })) continue;
    const link = tokens[at - 1]?.lower ?? '';
    const genitive =
      tokens[at + 2]?.lower === "'s" &&
      (at >= quantity.from - 3 || at === quantity.frame.subject?.from || at === sentence.from);
    if (!genitive && !/^(?:in|across|throughout|around|inside|into)$/.test(link)) continue;
    const name = describedPlace(gazetteer(), tokens[at + 1]?.lower ?? '', at);
    if (name) return name;
  }
  return null;
}

/** Verbs by which a place has a figure, rather than doing something. */
const HAPPENS =
  /^(?:record(?:s|ed)?|report(?:s|ed)?|see|sees|saw|seen|register(?:s|ed)?|suffer(?:s|ed)?|log(?:s|ged)?|count(?:s|ed)?|confirm(?:s|ed)?|has|had|have|hits?|experienced?|witness(?:es|ed)?|is|was|are|were|stands?|stood|reach(?:es|ed)?|slow(?:s|ed)?|fell|falls|rose|rises)$/;

/** "Zambia has recorded 741 deaths": a known place as the subject, unless it speaks. */
function subjectPlace(
  document: Document,
  quantity: RawQuantity,
  gazetteer: () => Gazetteer,
): string | null {
  const { tokens } = document;
  const { frame } = quantity;
  const phrase = frame.subject ?? frame.governor;
  if (!phrase || phrase.to - phrase.from > 4 || !isCapitalised(tokens[phrase.from])) return null;
  if (frame.verb >= 0 && !HAPPENS.test(tokens[frame.verb]?.lower ?? '')) return null;
  const name = textBetween(document, phrase.from, phrase.to);
  if (isCountry(name)) return name;
  const { known } = gazetteer();
  if (known.has(name.toLowerCase())) return name;
  const first = tokens[phrase.from]?.text ?? '';
  const compound = tokens[phrase.from + 1]?.pos === 'NOUN';
  return compound && (isCountry(first) || known.has(first.toLowerCase())) ? first : null;
}
