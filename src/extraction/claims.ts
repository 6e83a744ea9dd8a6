/**
 * Figure claims: quantities that somebody could check. Each takes what is counted and its state,
 * the place and the date of its clause, and the source of the innermost report that holds it.
 */

import { findSubject } from './clauses.ts';
import type { DateExpression } from './dates.ts';
import type { Document } from './document.ts';
import { BODY_NOUNS, DEMONYM } from './lexicon.ts';
import { isCapitalised, type PeopleTable, readRun } from './people.ts';
import { CALENDAR, type Phrase } from './phrases.ts';
import { type RawQuantity, restates } from './quantities.ts';
import type { SourceKind } from './schema.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

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

function isClaim(
  document: Document,
  quantity: RawQuantity,
  previous: RawQuantity | undefined,
  mentions: readonly [number, number][],
): boolean {
  if (
    previous &&
    previous.sentence === quantity.sentence &&
    restates(document, previous, quantity) &&
    document.text[quantity.start - 1] === '('
  )
    return false;
  if (isIncidental(document, quantity) || within(mentions, quantity.number.coreStart)) return false;
  const { text, tokens } = document;
  const { number, unit } = quantity;
  if (unit?.kind === 'age') return false;
  const before = tokens[quantity.from - 1];
  const after = tokens[Math.max(quantity.next, unit?.to ?? 0)];
  if (unit?.kind === 'time')
    return (
      /^(?:in|behind)$/.test(after?.lower ?? '') &&
      /^(?:prison|jail|custody)$/.test(tokens[Math.max(quantity.next, unit.to) + 1]?.lower ?? '')
    );
  // ", 63," after a name is an age.
  if (
    before?.text === ',' &&
    /^\s*,/.test(text.slice(number.end)) &&
    (number.low ?? 200) < 120 &&
    unit === null
  )
    return false;
  if (/\b(?:aged?|age of)\s$/i.test(text.slice(Math.max(0, number.start - 8), number.start)))
    return false;
  const word = text.slice(number.coreStart, number.coreEnd).toLowerCase();
  if (
    word === 'one' &&
    (unit === null ||
      /^ of\b/.test(text.slice(number.coreEnd)) ||
      (number.comparator === 'eq' && unit.kind !== 'noun'))
  )
    return false;
  if (unit?.kind === 'measure' && /^(?:-|‑)?mm$|^(?:mm|cm|caliber|calibre)$/.test(unit.name))
    return false;
  if (unit?.kind === 'measure' && isDistance(tokens, quantity)) return false;
  return !/\bif\b[^,.;]{0,60}$/i.test(text.slice(Math.max(0, number.start - 70), number.start));
}

/** Clock times, ages, codes and turns of phrase that count nothing that somebody could check. */
function isIncidental(document: Document, quantity: RawQuantity): boolean {
  const { text, tokens } = document;
  const { number, unit } = quantity;
  const value = number.low ?? number.high ?? 0;
  const before = text.slice(Math.max(0, number.start - 16), number.start);
  const after = text.slice(number.coreEnd, number.coreEnd + 24);
  const word = text.slice(number.coreStart, number.coreEnd).toLowerCase();
  if (unit === null) {
    if (
      /\b(?:at|since|until|by|before|after) $/i.test(before) &&
      value <= 24 &&
      number.form !== 'fraction'
    )
      return true;
    if (/\b(?:I|he|she) (?:was|is|am|turned|turns) $/.test(before) && value < 110) return true;
    if (/\b(?:the|these|those|all|other|last|first) $/i.test(before) && number.form === 'words')
      return true;
    if (
      /^(?:gt|lt|gte|lte)$/.test(number.comparator) &&
      value <= 100 &&
      /\b(?:children|people|those|anyone|patients|women|men|boys|girls|adults|aged) $/i.test(before)
    )
      return true;
    if (value >= 1900 && value <= 2100 && /^\d{4}$/.test(word)) return true;
    if (
      /,\s$/.test(before) &&
      /^[.,;]/.test(after) &&
      value > 15 &&
      value < 110 &&
      /\p{Lu}\p{L}+,\s$/u.test(before)
    )
      return true;
  }
  if (/\bper $/i.test(before)) return true;
  if (
    /^-\p{L}/u.test(after) &&
    unit?.kind !== 'money' &&
    !/^-(?:mile|km|tonne|ton|acre|hectare)/.test(after)
  )
    return true;
  if (unit?.name === 'times')
    return !/^ times (?:what|as|more|the|higher|larger|bigger|that|its|their)\b/.test(after);
  if (
    unit?.kind === 'measure' &&
    /^(?:above|below|beyond|over|under)$/i.test(
      text.slice(number.start, number.coreStart).trim(),
    ) &&
    /^(?:metres|meters|feet)$/.test(unit.name) &&
    /^[.\s]*$/.test(before.slice(-2))
  )
    return true;
  if (word === 'one') {
    const at = Math.max(quantity.next, unit?.to ?? 0);
    return number.comparator === 'eq' && !STATE.test(stateAfter(tokens, at, at + 6) ?? '');
  }
  return false;
}

function within(ranges: readonly [number, number][], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= at;
}

/** "60 km east of the town" only says where. */
function isDistance(tokens: readonly Token[], quantity: RawQuantity): boolean {
  const at = Math.max(quantity.next, quantity.unit?.to ?? 0);
  return /^(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|away|off|outside|from|inland|upstream|downstream)$/.test(
    tokens[at]?.lower ?? '',
  );
}

const STATE =
  /^(?:killed|wounded|injured|dead|missing|homeless|displaced|evacuated|arrested|detained|hurt|destroyed|damaged|affected|flooded|rescued|relocated|sheltered|burned|burnt|stranded|trapped|deployed|moved|stationed|seized|fired|shot|lost|sold|built|infected|hospitalised|hospitalized|sentenced|convicted|accommodated|housed|uprooted|living|uninhabitable)$/;

/** Counted noun with its modifiers, and the state in which it is said to be. */
function subjectOf(document: Document, quantity: RawQuantity, sentence: Sentence): string | null {
  const { tokens } = document;
  const { unit } = quantity;
  const noun = countedNoun(document, quantity);
  const start = Math.max(quantity.next, unit?.to ?? 0);
  const after = stateAfter(tokens, start, sentence.to);
  const before = stateBefore(tokens, quantity, sentence.from);
  const beside = tokens[start]?.lower ?? '';
  const event = eventBefore(tokens, quantity);
  if (unit?.kind === 'noun' && (event || STATE.test(beside)))
    return [noun ?? 'people', event ?? beside].join(' ');
  const state = isObject(tokens, quantity) ? (before ?? after) : (after ?? before);
  if (unit && unit.kind !== 'noun') {
    const concept = quantity.subject;
    return concept ?? state ?? noun;
  }
  const parts = [noun, state].filter((part) => part !== null && part !== '');
  return parts.length > 0 ? parts.join(' ') : quantity.subject;
}

/** "the evacuation of 40,000 residents": the noun of the event that governs the figure. */
function eventBefore(tokens: readonly Token[], quantity: RawQuantity): string | null {
  let at = quantity.from - 1;
  while (at > 0 && quantity.from - at < 5 && !/^of$/.test(tokens[at]?.lower ?? '')) at -= 1;
  const noun = tokens[at - 1];
  return tokens[at]?.lower === 'of' && noun && EVENT_NOUN.test(noun.lower) ? noun.lower : null;
}

/** True where the figure is the object of the verb right before it, or the first of "24 of 29". */
function isObject(tokens: readonly Token[], quantity: RawQuantity): boolean {
  if (tokens[quantity.next]?.lower === 'of') return true;
  for (let at = quantity.from - 1; at >= Math.max(0, quantity.from - 6); at -= 1) {
    const token = tokens[at];
    if (!token || token.start < quantity.start - 24) return false;
    if (token.pos === 'VERB' && !NO_STATE.test(token.lower)) return true;
    if (
      !/^(?:ADV|ADP|DET|ADJ|NUM|PUNCT)$/.test(token.pos) ||
      /^(?:in|of|by|with|to|for|from|[,;:])$/.test(token.lower)
    )
      return false;
  }
  return false;
}

const NO_STATE =
  /^(?:sa(?:id|ys?|ying)|told|tells?|reported|reports?|according|including|includes?|estimated|added|announced|speaks?|spoke|spoken|lists?|listed|shows?|showed|shown|gave|gives?|given|has|have|had|found|finds?|issued|put|puts|counts?|counted|confirmed|claimed|claims?|expects?|citing|was|were|is|are|be|been|about|followed|comes?|came|began|cited|quoted|asked|wrote|written|believes?|based|compared)$/;

function countedNoun(document: Document, quantity: RawQuantity): string | null {
  const { unit } = quantity;
  const { tokens, text } = document;
  if (unit?.kind !== 'noun') return null;
  if (unit.to <= unit.from) return unit.name;
  let from = unit.from;
  while (
    from < unit.to &&
    /^(?:the|more|other|additional|further|new)$/.test(tokens[from]?.lower ?? '')
  )
    from += 1;
  const first = tokens[Math.min(from, unit.to - 1)];
  let to = unit.to;
  // "members of a foreign company": the of-phrase belongs to the noun.
  if (tokens[to]?.lower === 'of' && isContent(tokens[to + 1])) {
    let end = to + 1;
    while (end < to + 6 && isContent(tokens[end])) end += 1;
    to = end;
  }
  const last = tokens[to - 1];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : unit.name;
}

function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) || /^(?:a|an|the)$/.test(token.lower))
  );
}

const LIGHT =
  /^(?:left|rendered|made|became|become|remain|remained|remaining|forced|took|taken|take|living|found|go|gone|went|lost|came|come|fell|turned)$/;
const PASSING =
  /^(?:were|was|have|has|had|been|be|being|are|is|who|which|that|will|would|could|still|now|also|so|far|already|currently|then|reportedly|totally|completely|either|to)$/;

/** The participle or verb that follows the counted noun, over auxiliaries and adverbs. */
function stateAfter(tokens: readonly Token[], from: number, to: number): string | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;.:?!—–]$/.test(token.text)) return null;
    if (LIGHT.test(token.lower)) return withComplement(tokens, at, to);
    if (STATE.test(token.lower)) return token.lower;
    if (NO_STATE.test(token.lower) && token.pos === 'VERB') return null;
    if (PASSING.test(token.lower) || token.pos === 'ADV' || token.pos === 'AUX') continue;
    if (token.pos === 'VERB')
      return /(?:ed|ing|ne|en)$/.test(token.lower) || at - from < 2 ? token.lower : null;
    if (token.pos === 'ADP' && at > from) continue;
    if (/^(?:NOUN|PROPN|ADJ|ADP|DET)$/.test(token.pos)) continue;
    return null;
  }
  return null;
}

/** "left homeless", "forced to leave their homes": a light verb says little without its complement. */
function withComplement(tokens: readonly Token[], at: number, to: number): string {
  const words = [tokens[at]?.lower ?? ''];
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const token = tokens[next];
    if (
      !token ||
      !/^\p{L}/u.test(token.text) ||
      /^(?:in|on|at|after|before|by|as|when|while|since|during|because|with)$/.test(token.lower)
    )
      break;
    if (!/^(?:their|the|his|her|a|an)$/.test(token.lower)) words.push(token.lower);
  }
  return words.join(' ');
}

const EVENT_NOUN =
  /^(?:evacuations?|relocations?|displacement|destruction|deaths?|killings?|deployment|arrests?|loss|losses|transfer|withdrawal|release|detention|injur(?:y|ies)|collapse|rescue|resettlement|hospitali[sz]ation|infections?|sale|purchase|delivery|construction)$/;

const PARTICIPLE: Readonly<Record<string, string>> = {
  kill: 'killed',
  killing: 'killed',
  wounding: 'wounded',
  injuring: 'injured',
  destroying: 'destroyed',
  damaging: 'damaged',
  displacing: 'displaced',
  forcing: 'forced',
  leaving: 'left',
  evacuating: 'evacuated',
  affecting: 'affected',
  flooding: 'flooded',
  destroy: 'destroyed',
  displace: 'displaced',
  evacuate: 'evacuated',
  arresting: 'arrested',
};

/** The verb that governs the figure as its object: "killed 12 people" → killed. */
function stateBefore(
  tokens: readonly Token[],
  quantity: RawQuantity,
  floor: number,
): string | null {
  for (let at = quantity.from - 1; at >= Math.max(floor, quantity.from - 9); at -= 1) {
    const token = tokens[at];
    if (!token || /^[;.:?!]$/.test(token.text)) return null;
    if (PARTICIPLE[token.lower]) return PARTICIPLE[token.lower] ?? null;
    if (STATE.test(token.lower)) return token.lower;
    if (NO_STATE.test(token.lower)) return null;
    if (token.pos === 'VERB') return /(?:ed)$/.test(token.lower) ? token.lower : null;
  }
  return null;
}

const PLACE_LINK =
  /^(?:in|at|near|across|around|inside|outside|throughout|along|to|toward|towards|on|into|from|off)$/;
const PLACE_NOUN =
  /^(?:province|provinces|district|districts|region|city|town|village|island|islands|county|state|states|area|areas|valley|coast|border|river|camp|capital|port|peninsula|mountains|municipality|department|prefecture|oblast|neighbourhood|neighborhood|suburb|front|bay|lake|basin|sector|zone|strip|corridor|delta|plain|forest|desert|crossing|highlands|belt)$/;

interface Place extends Phrase {
  /** The preposition before it. */
  link: string;
}

/** Places named in a sentence: token ranges after a preposition of place. */
function placesIn(document: Document, sentence: Sentence, people: PeopleTable): Place[] {
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
function placeOf(
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

/** The date of the figure's own clause, else that of the statement or of the sentence's opening. */
function dateOf(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
  dates: readonly DateExpression[],
  span: SourcedSpan | null,
): string | null {
  const { tokens } = document;
  const first = tokens[sentence.from];
  const last = tokens[sentence.to - 1];
  if (!first || !last) return null;
  const own = datesWithin(dates, first.start, last.end).filter((date) => date.edtf !== null);
  if (own.length === 0) return null;
  const clause = clauseBounds(document, quantity, sentence);
  const near = own.filter((date) => date.start >= clause.start && date.end <= clause.end);
  if (near.length > 0) return nearest(near, quantity)?.edtf ?? null;
  const cue = span?.cue;
  const stated =
    cue === undefined
      ? undefined
      : own.find(
          (date) =>
            date.start >= cue &&
            date.start - cue < 60 &&
            (date.start < (span?.start ?? 0) || date.start > (span?.end ?? 0)),
        );
  const opening = own.find(
    (date) => date.start <= first.start + 12 && document.text[date.end] === ',',
  );
  return (opening ?? stated)?.edtf ?? null;
}

function nearest(
  dates: readonly DateExpression[],
  quantity: RawQuantity,
): DateExpression | undefined {
  const after = dates.find((date) => date.start >= quantity.end);
  return after ?? dates[dates.length - 1];
}

function datesWithin(
  dates: readonly DateExpression[],
  start: number,
  end: number,
): DateExpression[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: DateExpression[] = [];
  for (let index = low; index < dates.length; index += 1) {
    const date = dates[index];
    if (!date || date.end > end) break;
    found.push(date);
  }
  return found;
}

/** The stretch between commas around a figure; a participle shares its main clause. */
function clauseBounds(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
): { start: number; end: number } {
  const { tokens } = document;
  let from = quantity.from;
  for (; from > sentence.from; from -= 1) {
    const token = tokens[from - 1];
    if (!token || /^[;:]$/.test(token.text)) break;
    if (token.text !== ',') continue;
    const next = tokens[from];
    const participle =
      next !== undefined && (/(?:ing|cluding)$/.test(next.lower) || next.lower === 'with');
    if (!participle || tokens[from - 2] === undefined) break;
  }
  let to = quantity.next;
  while (to < sentence.to && !/^[;,:]$/.test(tokens[to]?.text ?? '')) {
    if (
      /^(?:and|but)$/.test(tokens[to]?.lower ?? '') &&
      /^(?:that|the|it|he|she|they|says|said|will)$/.test(tokens[to + 1]?.lower ?? '')
    )
      break;
    to += 1;
  }
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
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

interface Counted {
  unit: string;
  subject: string;
}

/** What a bare figure counts: "the number of X fell to 9", "New infections fell to 9". */
function countedBySubject(document: Document, quantity: RawQuantity): Counted | null {
  const concept = quantity.subject;
  if (!concept) return null;
  const number = /\bnumber of (.+)$/i.exec(concept)?.[1];
  const phrase = (number ?? concept).replace(/^(?:the|a|an|new|its|total)\s+/i, '');
  if (/\btoll\b/i.test(concept)) return { unit: 'people', subject: `people killed, ${concept}` };
  const head = (phrase.split(/\s+(?:in|of|at|from|for|on)\s+/)[0] ?? '').split(/\s+/).at(-1) ?? '';
  void document;
  return (number || /[^s]s$/.test(head)) && /^\p{Ll}/u.test(head)
    ? { unit: head, subject: phrase }
    : null;
}

/** The claim that a bare figure restates: the last one nearby that counts and has its magnitude. */
function alike(claims: readonly RawClaim[], quantity: RawQuantity): RawClaim | null {
  const value = quantity.number.low ?? quantity.number.high;
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    const claim = claims[index];
    if (!claim || quantity.sentence - claim.quantity.sentence > 4) return null;
    const other = claim.quantity.number.low ?? claim.quantity.number.high;
    if (claim.unit === null || claim.quantity.unit?.kind === 'share' || value === null) continue;
    if (other === null || Math.max(value, other) <= 30 * Math.max(1, Math.min(value, other)))
      return claim;
  }
  return null;
}

/** Unit and subject of a figure that stands without a noun. */
function fillBare(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
  sentence: Sentence,
): Counted | null {
  const { tokens } = document;
  const state =
    stateAfter(tokens, quantity.next, sentence.to) ??
    (isObject(tokens, quantity) ? stateBefore(tokens, quantity, sentence.from) : null);
  const counted = countedBySubject(document, quantity);
  if (counted) return state ? { ...counted, subject: `${counted.subject} ${state}` } : counted;
  const like = alike(claims, quantity);
  if (like?.unit) {
    const noun = like.subject?.split(/\s+/).slice(0, 4).join(' ') ?? like.unit;
    return { unit: like.unit, subject: state ? `${noun} ${state}` : (like.subject ?? like.unit) };
  }
  return state || quantity.number.form === 'vague'
    ? { unit: 'people', subject: `people ${state ?? ''}`.trim() }
    : null;
}

/** "a quarter of them were civilians": what the part is, among what the whole counts. */
function partSubject(document: Document, quantity: RawQuantity, whole: RawClaim): string | null {
  const { tokens, sentences } = document;
  const to = sentences[quantity.sentence]?.to ?? quantity.next;
  for (let at = quantity.next; at < Math.min(to, quantity.next + 8); at += 1) {
    const token = tokens[at];
    if (token && token.pos === 'NOUN') return `${token.lower} ${whole.subject ?? ''}`.trim();
    if (token && token.pos === 'VERB') return `${whole.subject ?? ''} ${token.lower}`.trim();
  }
  return whole.subject;
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
