/** Names of places in a sentence: behind a preposition, struck by a disaster, or with a noun of place. */

import type { PeopleTable } from '../people/people.ts';
import type { Document } from '../reading/document.ts';
import { BODY_NOUNS, DEMONYM } from '../reading/lexicon.ts';
import { isCapitalised, readRun } from '../reading/names.ts';
import { CALENDAR, type Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';

const PLACE_LINK = new Set(
  'in at near across around inside outside throughout through along to toward towards on into from off below above behind beneath'.split(
    ' ',
  ),
);

/** Prepositions that no person follows, whatever the table of people says of the name. */
const SURE_LINK = /^(?:in|near|across|around|inside|outside|throughout|along|below)$/;

/** "hit Bobonong", "struck the coast": verbs of disaster whose object is a place. */
const IMPACT = new Set(
  'hit hits hitting struck strikes striking swept battered battering lashed lashing pounded pounding devastated ravaged rocked flooded shook engulfed affected affecting'.split(
    ' ',
  ),
);

/** Nouns that turn the name before them into something else than a place. */
const NO_PLACE =
  /^(?:channel|website|site|account|page|app|platform|newspaper|show|programme|program|interview|statement|report|league|cup|match|game|agency|press|radio|television|tv|bank|airlines)$/;

const REGIONAL =
  /^(?:provinces?|districts?|counties|islands?|regions?|areas?|cities|towns?|villages?|states?|prefectures?|parts?|peninsula|ward|hospital|plant|port|airport|camp|coast|outskirts|city|town|village|district|province|region|island|mountains?|hills|shores?|slopes|suburbs?|centre|center|heart|edge|south|north|east|west|southeast|southwest|northeast|northwest|capital)$/;

/** Nouns of those who live somewhere: "from" behind them names their home. */
const INHABITANTS =
  /^(?:people|persons|residents|inhabitants|villagers|families|households|refugees|farmers|civilians|survivors|men|women|children)$/;

/** Things that one has in a firm or a person, not in a place. */
const HELD =
  /^(?:shares?|stakes?|stock|interest|investment|invested|confidence|trust|faith|believe|holding|holdings)$/;

/** Last words of names of firms, clubs and bodies that no list of bodies holds. */
const FIRM =
  /^(?:ferries|airways|airlines|railways|motors|stores|foods|energy|records|studios|pictures|united|rovers|athletic|albion|nations|group)$/;

const DISASTER =
  /^(?:earthquakes?|quakes?|floods?|flooding|landslides?|mudslides?|wildfires?|bushfires?|tsunami|eruption|bombings?|shelling)$/;

/** Nouns of place that are part of the name and of no club's or body's. */
const OWN_NOUN =
  /^(?:Province|District|County|Islands?|Region|Town|Township|Village|Municipality|Prefecture|Oblast|Valley|Peninsula)$/;

const PLACE_NOUN =
  /^(?:province|provinces|district|districts|region|city|town|village|island|islands|county|state|states|area|areas|valley|coast|border|river|camp|capital|port|peninsula|mountains|municipality|department|prefecture|oblast|neighbourhood|neighborhood|suburb|front|bay|lake|basin|sector|zone|strip|corridor|delta|plain|forest|desert|crossing|highlands|belt)$/;

export interface Place extends Phrase {
  /** The preposition before it. */
  link: string;
}

/** Places named in a sentence, in order. */
export function placesIn(document: Document, sentence: Sentence, people: PeopleTable): Place[] {
  const { tokens } = document;
  const places: Place[] = [];
  if (isAllCapitals(tokens, sentence)) return places;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const place =
      linkedPlace(tokens, at, sentence.to, people) ??
      compoundPlace(tokens, at, sentence.to, people);
    if (!place) continue;
    places.push(place);
    at = place.to - 1;
  }
  return places;
}

/** A heading in capitals, where every word looks like a name. */
function isAllCapitals(tokens: readonly Token[], { from, to }: Sentence): boolean {
  let words = 0;
  for (let at = from; at < Math.min(to, from + 12); at += 1) {
    const text = tokens[at]?.text ?? '';
    if (/\p{Ll}/u.test(text)) return false;
    if (/^\p{Lu}{2}/u.test(text)) words += 1;
  }
  return words > 3;
}

/** "in Tarvin", "the coast of Ostren", "hit Morvane": behind the word at `at`. */
function linkedPlace(
  tokens: readonly Token[],
  at: number,
  to: number,
  people: PeopleTable,
): Place | null {
  const link = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  const regional = link === 'of' && REGIONAL.test(before);
  if (link === 'to' && /^(?:according|due|thanks|owing)$/.test(before)) return null;
  if (link === 'in' && HELD.test(before)) return null;
  if (!regional && !PLACE_LINK.has(link) && !IMPACT.has(link) && !opensList(tokens, at))
    return null;
  if (link === 'in' && /^(?:and|or)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const place = placeAfter(tokens, at + 1, to, SURE_LINK.test(link) ? null : people);
  // "people from Tarvin" tells where they live, not where something came from.
  const home = link === 'from' && INHABITANTS.test(before);
  return place && { ...place, link: home ? 'of' : link };
}

/** "the Ostren area", "the Morvane earthquake": the name before a noun of place or disaster. */
function compoundPlace(
  tokens: readonly Token[],
  at: number,
  to: number,
  people: PeopleTable,
): Place | null {
  if (!isCapitalised(tokens[at])) return null;
  if (tokens[at - 1] && isCapitalised(tokens[at - 1]) && at > 0 && tokens[at - 1]?.pos === 'PROPN')
    return null;
  const end = placeRun(tokens, at, to, people);
  if (end < 0 || end >= to || tokens[end - 1]?.pos === 'ADJ') return null;
  const noun = tokens[end]?.lower ?? '';
  const next = tokens[end + 1];
  if (DISASTER.test(noun)) return { from: at, to: end, link: '' };
  if (OWN_NOUN.test(tokens[end - 1]?.text ?? '') && end - at > 1 && tokens[end]?.pos !== 'NOUN')
    return { from: at, to: end, link: '' };
  if (noun === ',' && isPlaceApposed(tokens, end + 1)) return { from: at, to: end, link: '' };
  if (!PLACE_NOUN.test(noun) || /^(?:NOUN|PROPN)$/.test(next?.pos ?? '')) return null;
  return { from: at, to: end + 1, link: '' };
}

const PLACE_LEAD =
  /^(?:the|its|a|eastern|western|northern|southern|central|north-?eastern|north-?western|south-?eastern|south-?western|north|south|east|west|northeast|northwest|southeast|southwest|mainland|remote|nearby|neighbou?ring|upper|lower|whole|entire|flooded|besieged|coastal|occupied|former|mountains|hills|shores?|slopes|suburbs?|different|several|affected|provincial-level|provincial-|level|state|city|cities|town|towns|village|villages|island|islands|peninsula|port|capital|districts?|provinces?|regions?|areas?|parts?|of|county|counties|states|camp|prefectures?|municipality|municipalities|canton|poorest|coast)$/;

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
      opensList(tokens, at) ||
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
    // "In the Sahel, Relief Now is asking": a subject, no further place.
    if (next.text === ',' && /^(?:AUX|VERB)$/.test(tokens[step]?.pos ?? '')) break;
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

/** "Anjouan, the poorest island in …", "Muisne, a town of …": what follows says that it is a place. */
function isPlaceApposed(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:the|a|an)$/.test(tokens[from]?.lower ?? '')) return false;
  for (let at = from + 1; at < from + 6; at += 1) {
    if (!/^(?:NOUN|ADJ|ADV|CCONJ)$/.test(tokens[at]?.pos ?? '')) return false;
    if (/^(?:NOUN)$/.test(tokens[at + 1]?.pos ?? '')) continue;
    if (REGIONAL.test(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

/** The sign of "in seven regions -- Ostren, Tarvin and Kellmar", "the districts are: Ostren, …". */
function opensList(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.pos !== 'PUNCT') return false;
  const verb = /^(?:are|were|include)$/.test(tokens[at - 1]?.lower ?? '');
  const noun = tokens[verb ? at - 2 : at - 1]?.lower ?? '';
  return /^(?:--|—|–|:)$/.test(tokens[at]?.text ?? '') && /s$/.test(noun) && REGIONAL.test(noun);
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
    first.text === 'May' ||
    people?.at.has(at)
  )
    return -1;
  const run = readRun(tokens, at, to);
  const name = tokens[(run?.to ?? 0) - 1]?.lower ?? '';
  if (!run || BODY_NOUNS.has(name) || FIRM.test(name)) return -1;
  let end = run.to;
  // "Rua do Cais": small words inside a name.
  while (/^(?:do|da|de|di)$/.test(tokens[end]?.text ?? '') && isCapitalised(tokens[end + 1]))
    end += 2;
  return end - at === 1 && first.text.length < 3 && !/^(?:UK|US|EU)$/.test(first.text) ? -1 : end;
}
