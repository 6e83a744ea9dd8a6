/** Where a claim holds: places named in the sentence, and the one that governs the figure. */

import type { SourcedSpan } from './claim.ts';
import { describedPlace, type Gazetteer, isCountry } from './claim-gazetteer.ts';
import type { Document } from './document.ts';
import { BODY_NOUNS, DEMONYM } from './lexicon.ts';
import { isCapitalised, type PeopleTable, readRun } from './people.ts';
import { CALENDAR, type Phrase } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

const PLACE_LINK =
  /^(?:in|at|near|across|around|inside|outside|throughout|through|along|to|toward|towards|on|into|from|off|below|above|behind|beneath)$/;

/** Prepositions that no person follows, whatever the table of people says of the name. */
const SURE_LINK = /^(?:in|near|across|around|inside|outside|throughout|along|below)$/;

/** "hit Bobonong", "struck the coast": verbs of disaster whose object is a place. */
const IMPACT =
  /^(?:hit|hits|hitting|struck|strikes|striking|swept|battered|battering|lashed|lashing|pounded|pounding|devastated|ravaged|rocked|flooded|shook|engulfed|affected|affecting)$/;

/** Nouns that turn the name before them into something else than a place. */
const NO_PLACE =
  /^(?:channel|website|site|account|page|app|platform|newspaper|show|programme|program|interview|statement|report|league|cup|match|game|agency|press|radio|television|tv|bank|airlines)$/;

const PLACE_NOUN =
  /^(?:province|provinces|district|districts|region|city|town|village|island|islands|county|state|states|area|areas|valley|coast|border|river|camp|capital|port|peninsula|mountains|municipality|department|prefecture|oblast|neighbourhood|neighborhood|suburb|front|bay|lake|basin|sector|zone|strip|corridor|delta|plain|forest|desert|crossing|highlands|belt)$/;

/** Longest stretch, in tokens, between a figure and its place: sentences have no end. */
const REACH = 150;

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
      /^(?:provinces?|districts?|counties|islands?|regions?|areas?|cities|towns?|villages?|states?|prefectures?|parts?|peninsula|ward|hospital|plant|port|airport|camp|coast|outskirts|city|town|village|district|province|region|island)$/.test(
        tokens[at - 1]?.lower ?? '',
      );
    if (!link || !(PLACE_LINK.test(link.lower) || regional || IMPACT.test(link.lower))) continue;
    if (link.lower === 'in' && /^(?:and|or)$/.test(tokens[at + 1]?.lower ?? '')) continue;
    const place = placeAfter(
      tokens,
      at + 1,
      sentence.to,
      SURE_LINK.test(link.lower) ? null : people,
    );
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
  people: PeopleTable | null,
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
    else if (next.lower === 'of' && PLACE_NOUN.test(tokens[end - 1]?.lower ?? ''))
      step = placeRun(tokens, end + 1, to, people);
    else if (next.lower === 'in' || (/^\d+$/.test(next.text) && tokens[end + 1]?.lower === 'in'))
      step = placeRun(tokens, next.lower === 'in' ? end + 1 : end + 2, to, people);
    if (step < 0) break;
    end = step;
  }
  if (NO_PLACE.test(tokens[end]?.lower ?? '')) return null;
  // "the Chinese provinces": an adjective alone names no place.
  const only = end - at === 1 ? (tokens[at]?.text ?? '') : '';
  if (/(?:ese|ish|ian)$/.test(only) && /^(?:NOUN|ADJ)$/.test(tokens[end]?.pos ?? '')) return null;
  let start = at;
  while (start > from && DIRECTION.test(tokens[start - 1]?.lower ?? '')) start -= 1;
  return { from: start, to: end };
}

/** End of a run of capitals that may name a place, or -1. */
function placeRun(
  tokens: readonly Token[],
  at: number,
  to: number,
  people: PeopleTable | null,
): number {
  const first = tokens[at];
  if (
    !first ||
    at >= to ||
    !isCapitalised(first) ||
    CALENDAR.has(first.lower) ||
    people?.at.has(at)
  )
    return -1;
  const run = readRun(tokens, at, to);
  if (!run || BODY_NOUNS.has(tokens[run.to - 1]?.lower ?? '')) return -1;
  let end = run.to;
  // "Rua do Cais": small words inside a name.
  while (/^(?:do|da|de|di)$/.test(tokens[end]?.text ?? '') && isCapitalised(tokens[end + 1]))
    end += 2;
  return end - at === 1 && first.text.length < 3 ? -1 : end;
}

/**
 * The place that governs a figure: the first behind it in its clause, else the last before it, else
 * what a description of a place stands for, else the subject of its verb.
 */
export function placeOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  found: readonly Place[],
  span: SourcedSpan | null,
  gazetteer: () => Gazetteer,
): string | null {
  const { tokens } = document;
  const inside = (token: Token | undefined): boolean =>
    !span || span.turn || !token || (token.start >= span.start && token.end <= span.end);
  const close = found.filter(
    (place) => place.from > quantity.from - REACH && place.from < quantity.next + REACH,
  );
  const named = close.filter((place) => !isOfRelative(tokens, quantity, sentence, place));
  const said = named.filter((place) => inside(tokens[place.from]));
  const near = nearestPlace(tokens, quantity, said);
  if (near) return nameOf(document, near, gazetteer);
  const described = describedIn(document, quantity, sentence, gazetteer);
  if (described) return described;
  return subjectPlace(document, quantity, gazetteer);
}

/** The name of a place; "Ghana's capital" is the town of the dateline. */
function nameOf(document: Document, place: Place, gazetteer: () => Gazetteer): string {
  const { tokens } = document;
  const capital =
    tokens[place.to]?.lower === "'s" && tokens[place.to + 1]?.lower === 'capital'
      ? gazetteer().dateline
      : null;
  return capital ?? textOf(document, place);
}

function textOf(document: Document, phrase: Phrase): string {
  const first = document.tokens[phrase.from];
  const last = document.tokens[phrase.to - 1];
  return first && last ? document.text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
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

/** True where a place stands in a relative clause between commas that does not hold the figure. */
function isOfRelative(
  tokens: readonly Token[],
  quantity: RawQuantity,
  sentence: Sentence,
  place: Place,
): boolean {
  if (place.from > quantity.from) return false;
  for (
    let comma = place.from - 1;
    comma >= Math.max(sentence.from, place.from - REACH);
    comma -= 1
  ) {
    if (tokens[comma]?.text !== ',') continue;
    if (!/^(?:who|which|whose)$/.test(tokens[comma + 1]?.lower ?? '')) return false;
    for (let close = place.to; close < quantity.from; close += 1)
      if (tokens[close]?.text === ',') return true;
    return false;
  }
  return false;
}

const DESCRIBED =
  /^(?:country|nation|valley|city|town|village|island|province|region|district|camp|zone|county|strip|peninsula)$/;

/** "across the country", "in the valley", "the country's ten provinces": told from a name before. */
function describedIn(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  gazetteer: () => Gazetteer,
): string | null {
  const { tokens } = document;
  const to = Math.min(sentence.to, quantity.next + 12);
  for (let at = Math.max(sentence.from, quantity.from - 14); at < to; at += 1) {
    if (tokens[at]?.lower !== 'the' || !DESCRIBED.test(tokens[at + 1]?.lower ?? '')) continue;
    const link = tokens[at - 1]?.lower ?? '';
    const genitive =
      tokens[at + 2]?.lower === "'s" &&
      (at >= quantity.from - 3 || at === quantity.frame.subject?.from);
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
  const name = textOf(document, phrase);
  const { known } = gazetteer();
  if (isCountry(name) || known.has(name.toLowerCase())) return name;
  const first = tokens[phrase.from]?.text ?? '';
  const compound = tokens[phrase.from + 1]?.pos === 'NOUN';
  return compound && (isCountry(first) || known.has(first.toLowerCase())) ? first : null;
}
