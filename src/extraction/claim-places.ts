/** Where a claim holds: places named in the sentence, and the one that governs the figure. */
import type { SourcedSpan } from './claims.ts';
import type { Document } from './document.ts';
import { BODY_NOUNS, DEMONYM } from './lexicon.ts';
import { isCapitalised, type PeopleTable, readRun } from './people.ts';
import { CALENDAR, type Phrase } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

const PLACE_LINK =
  /^(?:in|at|near|across|around|inside|outside|throughout|along|to|toward|towards|on|into|from|off)$/;

const PLACE_NOUN =
  /^(?:province|provinces|district|districts|region|city|town|village|island|islands|county|state|states|area|areas|valley|coast|border|river|camp|capital|port|peninsula|mountains|municipality|department|prefecture|oblast|neighbourhood|neighborhood|suburb|front|bay|lake|basin|sector|zone|strip|corridor|delta|plain|forest|desert|crossing|highlands|belt)$/;

export interface Place extends Phrase {
  /** The preposition before it. */
  link: string;
}

/** Places named in a sentence: token ranges after a preposition of place. */
export function placesIn(document: Document, sentence: Sentence, people: PeopleTable): Place[] {
  const { tokens } = document;
  const places: Place[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const link = tokens[at];
    const regional =
      link?.lower === 'of' &&
      /^(?:provinces?|districts?|counties|islands?|regions?|areas?|cities|towns?|villages?|states?|prefectures?|parts?|peninsula)$/.test(
        tokens[at - 1]?.lower ?? '',
      );
    if (!link || !(PLACE_LINK.test(link.lower) || regional)) continue;
    const place = placeAfter(tokens, at + 1, sentence.to, people);
    if (!place) continue;
    places.push({ ...place, link: link.lower });
    at = place.to - 1;
  }
  return places;
}

const PLACE_LEAD =
  /^(?:the|its|a|eastern|western|northern|southern|central|north-?eastern|north-?western|south-?eastern|south-?western|north|south|east|west|northeast|northwest|southeast|southwest|mainland|remote|nearby|neighbou?ring|upper|lower|whole|entire|flooded|besieged|coastal|occupied|former|state|city|cities|town|towns|village|villages|island|islands|peninsula|port|capital|districts?|provinces?|regions?|areas?|parts?|of|county|counties|states|camp|prefectures?|municipality|municipalities|canton|poorest|coast)$/;

const DIRECTION = /^(?:(?:north|south)?-?(?:east|west)?(?:ern)?|central|upper|lower|mainland)$/;

/** The place name from `from` on: words that lead to it are stepped over, chains are taken in. */
function placeAfter(
  tokens: readonly Token[],
  from: number,
  to: number,
  people: PeopleTable,
): { from: number; to: number } | null {
  let at = from;
  while (
    at < to &&
    (PLACE_LEAD.test(tokens[at]?.lower ?? '') ||
      tokens[at]?.pos === 'NUM' ||
      (tokens[at]?.pos === 'ADJ' &&
        isCapitalised(tokens[at]) &&
        DEMONYM.test(tokens[at]?.lower ?? '')))
  )
    at += 1;
  let end = placeRun(tokens, at, to, people);
  if (end < 0) return null;
  for (;;) {
    const next = tokens[end];
    if (!next || end + 1 >= to) break;
    let step = -1;
    if (next.lower === "'s" || next.text === ',' || next.lower === 'and')
      step = placeRun(tokens, tokens[end + 1]?.lower === 'and' ? end + 2 : end + 1, to, people);
    else if (PLACE_NOUN.test(next.lower)) step = end + 1;
    if (step < 0) break;
    end = step;
  }
  let start = at;
  while (start > from && DIRECTION.test(tokens[start - 1]?.lower ?? '')) start -= 1;
  return { from: start, to: end };
}

/** End of a run of capitals that may name a place, or -1. */
function placeRun(tokens: readonly Token[], at: number, to: number, people: PeopleTable): number {
  const first = tokens[at];
  if (!first || at >= to || !isCapitalised(first) || CALENDAR.has(first.lower) || people.at.has(at))
    return -1;
  const run = readRun(tokens, at, to);
  if (!run || BODY_NOUNS.has(tokens[run.to - 1]?.lower ?? '')) return -1;
  return run.to;
}

/** The place that governs a figure: the first after it in its clause, else the last before it. */
export function placeOf(
  document: Document,
  quantity: RawQuantity,
  found: readonly Place[],
  span: SourcedSpan | null,
): string | null {
  const { tokens, text } = document;
  const inside = (token: Token | undefined): boolean =>
    !span || span.turn || !token || (token.start >= span.start && token.end <= span.end);
  const places = found.filter((place) => inside(tokens[place.from]));
  const after = places.find(
    (place) =>
      place.from >= quantity.next &&
      !blocked(tokens, quantity.next, place.from) &&
      place.link !== 'from' &&
      place.link !== 'off',
  );
  const before = [...places]
    .reverse()
    .find((place) => place.to <= quantity.from && place.link !== 'from');
  const place = after ?? before;
  const first = place && tokens[place.from];
  const last = place && tokens[place.to - 1];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : null;
}

/** True where another clause or the frame of a report stands between. */
function blocked(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || /^[;:]$/.test(token.text)) return true;
    if (
      token.text === ',' &&
      /^(?:and|but|while|with|including|according)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return true;
  }
  return false;
}
