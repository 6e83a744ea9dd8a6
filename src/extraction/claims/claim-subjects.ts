/** What a claim counts or measures, and the state in which the text says it is. */

import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { measuredWording } from './claim-measures.ts';
import { isContent, isHollow, join, named, phraseWords, type Wording } from './claim-phrases.ts';
import { doneTo, eventBefore, predicateAfter, STATE } from './claim-states.ts';

/** The subject as one line. The place at the end of a state is told by the claim's place. */
export function toSubject({ noun, state }: Wording, place: string | null): string | null {
  if (noun === null || state === null || place === null) return join(noun, state);
  return join(noun, withoutPlace(state, place));
}

function withoutPlace(state: string, place: string): string {
  const link = /(?:^| )(?:in|at|to|into|towards?|on|near|across|from|around|outside) (?=\p{Lu})/gu;
  const last = [...state.matchAll(link)].at(-1);
  if (!last) return state;
  // A long state may have been cut inside the name of the place.
  const named = state.slice(last.index + last[0].length);
  return place.startsWith(named)
    ? state.slice(0, last.index).replace(/ (?:from|to|off)$/, '')
    : state;
}

/** What the figure counts or measures, read from its clause. */
export function wordingOf(document: Document, quantity: RawQuantity, sentence: Sentence): Wording {
  const { unit } = quantity;
  if (unit?.kind === 'noun') return countedWording(document, quantity, sentence);
  return measuredWording(document, quantity, sentence);
}

/** "38 soldiers were killed", "seized five pickups", "the evacuation of 40 villagers". */
function countedWording(document: Document, quantity: RawQuantity, sentence: Sentence): Wording {
  const { tokens } = document;
  const noun = countedNoun(document, quantity);
  const { governor, link, subject, verb } = quantity.frame;
  // "The plant employs 400 people".
  const employer = EMPLOY.test(tokens[verb]?.lower ?? '') && link === null;
  const works = employer ? named(document, subject) : null;
  if (works) return { noun: `employees of ${works}`, state: null };
  const state = stateOf(tokens, quantity, sentence);
  if (state) return { noun, state };
  const home = placeName(document, governor);
  if (home && link === 'of' && quantity.unit?.name === 'people')
    return { noun: `population of ${home}`, state: null };
  const measured =
    link === 'of'
      ? named(document, governor)
      : link === null && isBeing(tokens, verb)
        ? named(document, subject)
        : null;
  return measured && (!isHollow(measured) || measured === 'margin')
    ? { noun: `${measured} of ${noun}`, state }
    : { noun, state };
}

/** "The toll was 40 soldiers"; not "…, estimated to be 40 soldiers", of whom the clause told. */
function isBeing(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:is|was|are|were|be|been)$/.test(tokens[verb]?.lower ?? '')) return false;
  const isInfinitive = tokens[verb]?.lower === 'be' && tokens[verb - 1]?.lower === 'to';
  return !(isInfinitive && tokens[verb - 3]?.text === ',');
}

const EMPLOY = /^employ(?:s|ed|ing)?$/;

const SETTLEMENT =
  /^(?:town|city|village|township|settlement|suburb|camp|district|island|country)$/;

/** Name of the place that a noun such as "a township" stands for, in apposition to it. */
function placeName(document: Document, governor: Phrase | null): string | null {
  const { tokens } = document;
  if (!governor || !SETTLEMENT.test(tokens[governor.to - 1]?.lower ?? '')) return null;
  const comma = governor.from - 1;
  const name = tokens[comma - 1];
  if (tokens[comma]?.text === ',' && name && /^\p{Lu}/u.test(name.text)) return name.text;
  return phraseWords(document, governor);
}

/** The state of those counted: of the event that governs them, behind them, or done to them. */
export function stateOf(
  tokens: readonly Token[],
  quantity: RawQuantity,
  sentence: Sentence,
): string | null {
  const event = eventBefore(tokens, quantity);
  if (event) return event;
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  const after = predicateAfter(tokens, afterNoun(tokens, end), sentence.to);
  const done = doneTo(tokens, quantity, sentence.to);
  const beside = tokens[end];
  if (beside && STATE.test(beside.lower) && tokens[end + 1]?.pos !== 'NOUN' && done === null)
    return after;
  if (beside && quantity.unit?.to === quantity.next && STATE.test(beside.lower)) return after;
  // "12 of the 30 homes that lost power": the relative is said of all 30.
  const ratio = tokens
    .slice(quantity.next, quantity.unit?.from ?? 0)
    .some(({ pos }) => pos === 'NUM');
  if (ratio && beside && /^(?:who|which|that)$/.test(beside.lower)) return done;
  // A relative or participle right behind the noun says more than the verb that governs it.
  const own =
    (beside && /^(?:who|which|that|with)$/.test(beside.lower)) ||
    (beside?.lower === 'of' && /^(?:which|whom|them)$/.test(tokens[end + 1]?.lower ?? ''));
  if (own) return after ?? done;
  return done ?? after;
}

/** Over the of-phrase that belongs to the noun. */
function afterNoun(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.lower !== 'of' || !isContent(tokens[end + 1])) return end;
  let at = end + 1;
  while (at < end + 6 && isContent(tokens[at])) at += 1;
  return at;
}

export function countedNoun(document: Document, quantity: RawQuantity): string | null {
  const { unit } = quantity;
  const { tokens } = document;
  if (unit?.kind !== 'noun') return null;
  if (unit.to <= unit.from) return unit.name;
  const noun = phraseWords(document, { from: unit.from, to: afterNoun(tokens, unit.to) });
  return noun ?? unit.name;
}

/** "a quarter of them were civilians": what the part is, among what the whole counts. */
export function partWording(
  document: Document,
  quantity: RawQuantity,
  whole: Wording,
  sentence: Sentence,
): Wording {
  const { tokens } = document;
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  let at = end;
  if (/^of$/.test(tokens[at]?.lower ?? '')) at += 2;
  const apposed = tokens[at]?.pos === 'NOUN' || tokens[at]?.pos === 'ADJ';
  const state = apposed
    ? phraseWords(document, { from: at, to: Math.min(sentence.to, nounsEnd(tokens, at)) })
    : predicateAfter(tokens, at, sentence.to);
  if (!state) return whole;
  // "were children": who they are stands before the whole; what they did stands behind it.
  return apposed || /^(?:\w+s|people|men|women|children)$/.test(state.split(' ')[0] ?? '')
    ? { noun: join(state, whole.noun), state: null }
    : { noun: whole.noun, state };
}

function nounsEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 5 && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at]?.pos ?? '')) at += 1;
  return at;
}
