/** What a claim counts or measures, and the state in which the text says it is. */
import { doneTo, eventBefore, NO_STATE, predicateAfter, STATE } from './claim-states.ts';
import { amountNoun, changeNoun, isLevelVerb, participleOf } from './claim-verbs.ts';
import type { Document } from './document.ts';
import type { Phrase } from './phrases.ts';
import type { RawQuantity } from './quantity.ts';
import { antecedentOf, isEmptyPhrase } from './quantity-frames.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Wording of a claim's subject: what is counted, and what is said of it. */
export interface Wording {
  noun: string | null;
  state: string | null;
}

const LEADING =
  /^(?:the|a|an|its|his|her|their|our|my|your|this|that|these|those|more|other|others|additional|further|all|another|some|about|both)$/;

/** Words of a phrase without leading articles; at most `longest` tokens. */
export function phraseWords(document: Document, phrase: Phrase, longest = 9): string | null {
  const { tokens, text } = document;
  let { from } = phrase;
  while (from < phrase.to && (LEADING.test(tokens[from]?.lower ?? '') || isSign(tokens[from])))
    from += 1;
  let to = Math.min(phrase.to, from + longest);
  while (to > from && /^(?:ADP|DET|CCONJ|PUNCT)$/.test(tokens[to - 1]?.pos ?? '')) to -= 1;
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to
    ? text
        .slice(first.start, last.end)
        .replace(/\s+/g, ' ')
        .replace(/[“”‘"]/g, '')
    : null;
}

function isSign(token: Token | undefined): boolean {
  return token !== undefined && /^[“”‘’"'«»„,]$/.test(token.text);
}

function join(...parts: (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(' ') || null;
}

/** The subject as one line. */
export function toSubject(wording: Wording): string | null {
  return join(wording.noun, wording.state);
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
  const state = stateOf(tokens, quantity, sentence);
  if (state) return { noun, state };
  const { governor, link, subject, verb } = quantity.frame;
  const home = placeName(document, governor);
  if (home && link === 'of' && quantity.unit?.name === 'people')
    return { noun: `population of ${home}`, state: null };
  const measured =
    link === 'of'
      ? named(document, governor)
      : link === null && /^(?:is|was|are|were|be|been)$/.test(tokens[verb]?.lower ?? '')
        ? named(document, subject)
        : null;
  return measured && !isHollow(measured)
    ? { noun: `${measured} of ${noun}`, state }
    : { noun, state };
}

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
  // A relative or participle right behind the noun says more than the verb that governs it.
  const own = beside && /^(?:who|which|that|with)$/.test(beside.lower);
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

function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) || /^(?:a|an|the)$/.test(token.lower))
  );
}

/** What an amount, a share or a measure is of. */
function measuredWording(document: Document, quantity: RawQuantity, sentence: Sentence): Wording {
  const { tokens } = document;
  const { frame, unit } = quantity;
  const end = Math.max(quantity.next, unit?.to ?? 0);
  const kind = kindOfMeasure(document, quantity, end);
  if (kind) return { noun: kind, state: null };
  const of =
    partAfter(document, end, sentence.to) ?? nounAfter(document, quantity, end, sentence.to);
  if (of) return { noun: of.words, state: partState(document, quantity, of.to, sentence) };
  const governor = frame.governor && phraseWords(document, frame.governor);
  if (governor && !isHollow(governor)) {
    const worth = frame.link === null && frame.verb < 0;
    const state = worth ? predicateAfter(tokens, end, sentence.to) : null;
    return { noun: governor, state: state ?? tail(document, end, sentence.to) };
  }
  const verb = tokens[frame.verb]?.lower ?? '';
  const subject = named(document, frame.subject);
  const change = changeOf(document, quantity);
  if (change) {
    const changed = frame.object && frame.link === 'by' ? named(document, frame.object) : subject;
    const by = frame.subject && frame.object === null && frame.link === 'by' && change === 'cut';
    if (changed)
      return {
        noun: `${change} ${by ? 'by' : 'in'} ${changed.replace(/ (?:through|across|along|from|at|on|between|among) .*$/, '')}`,
        state: tail(document, end, sentence.to),
      };
  }
  if (frame.verb < 0) return unledWording(document, quantity, end, sentence);
  if (
    NO_STATE.test(verb) &&
    !isLevelVerb(verb) &&
    !(frame.link !== null && (frame.object || frame.passive))
  )
    return frame.link === null
      ? unledWording(document, quantity, end, sentence)
      : { noun: null, state: null };
  if (frame.link !== null) return obliqueWording(document, quantity, verb, subject);
  if (isLevelVerb(verb))
    return { noun: subject, state: subject && tail(document, end, sentence.to) };
  return objectWording(document, quantity, verb, subject, sentence);
}

/** A temperature, a magnitude, a term in prison: units that say by themselves what they measure. */
function kindOfMeasure(document: Document, quantity: RawQuantity, end: number): string | null {
  const { tokens } = document;
  const { unit, frame } = quantity;
  if (unit?.kind === 'time')
    return /^(?:in|behind)$/.test(tokens[end]?.lower ?? '') ||
      /^(?:sentenced|jailed|imprisoned)$/.test(tokens[frame.verb]?.lower ?? '')
      ? 'prison sentence'
      : null;
  if (unit?.kind !== 'measure') return null;
  if (/^(?:degrees?\b|°?[CF]$|celsius|fahrenheit)/i.test(unit.name)) {
    const what = named(document, frame.governor) ?? named(document, frame.subject) ?? '';
    return /temperature/i.test(what) ? what : 'temperature';
  }
  if (unit.name !== 'magnitude') return null;
  const next = tokens[end];
  return next?.pos === 'NOUN' ? `magnitude of ${next.lower}` : 'magnitude';
}

/** A figure that no verb governs: the subject of its own clause, or of nothing that is named. */
function unledWording(
  document: Document,
  quantity: RawQuantity,
  end: number,
  sentence: Sentence,
): Wording {
  const { tokens } = document;
  const state = predicateAfter(tokens, end, sentence.to);
  if (!state) return { noun: quantity.frame.verb < 0 ? quantity.subject : null, state };
  return { noun: quantity.unit?.kind === 'share' ? surveyed(document, quantity) : null, state };
}

/** "In a poll of members, 58 percent agreed": the share is one of those who were asked. */
function surveyed(document: Document, quantity: RawQuantity): string | null {
  const { tokens } = document;
  for (let at = quantity.from - 1; at > Math.max(0, quantity.from - 40); at -= 1) {
    if (!/^(?:poll|survey|sample|ballot|study)$/.test(tokens[at]?.lower ?? '')) continue;
    if (tokens[at + 1]?.lower !== 'of') return null;
    let to = at + 2;
    while (
      to < at + 8 &&
      /^(?:NUM|NOUN|ADJ|PROPN|PRON|DET)$/.test(tokens[to]?.pos ?? '') &&
      !/^(?:last|this|next)$/.test(tokens[to]?.lower ?? '')
    )
      to += 1;
    let from = at + 2;
    while (from < to && /^(?:NUM|PRON|DET)$/.test(tokens[from]?.pos ?? '')) from += 1;
    return from < to ? phraseWords(document, { from, to }) : null;
  }
  return null;
}

/** "puts losses at 5m", "sold for 5m", "fell to 9 %": what stands at the other side of the verb. */
function obliqueWording(
  document: Document,
  quantity: RawQuantity,
  verb: string,
  subject: string | null,
): Wording {
  const { frame, unit } = quantity;
  const object = isLevelVerb(verb) ? null : named(document, frame.object);
  if (unit?.kind === 'money' && frame.link === 'for') {
    if (/^(?:sold|bought|sell|buy|buys|sells|traded|acquired)$/.test(verb))
      return { noun: `price of ${object ?? subject ?? ''}`.trim(), state: null };
    if (/^(?:ask|asks|asked|asking|appeal|appeals|appealed|appealing)$/.test(verb))
      return { noun: 'money asked', state: object && `of ${object}` };
  }
  return { noun: object ?? subject, state: null };
}

/** "paid the company 5m in subsidies", "cost 5m": an amount that a verb has as its object. */
function objectWording(
  document: Document,
  quantity: RawQuantity,
  verb: string,
  subject: string | null,
  sentence: Sentence,
): Wording {
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  const purpose = tail(document, end, sentence.to);
  const noun = amountNoun(verb);
  if (noun) {
    const of = /^(?:cost|price|loss|debt|loan|earnings)$/.test(noun) && subject;
    return { noun: of ? `${noun} of ${of}` : noun, state: purpose };
  }
  if (quantity.unit?.kind === 'money')
    return { noun: purpose ?? 'money', state: purpose ? null : `${participleOf(verb)}` };
  return { noun: subject ?? quantity.subject, state: purpose };
}

/** "rise", "fall", "cut": the change that a share states, where it is no new level. */
function changeOf(document: Document, quantity: RawQuantity): string | null {
  const { tokens } = document;
  const { frame, unit, from } = quantity;
  if (unit?.kind !== 'share' || (frame.link !== null && frame.link !== 'by')) return null;
  for (let at = from - 1; at > from - 6; at -= 1) {
    const token = tokens[at];
    if (!token || /^[,;:.]$/.test(token.text)) break;
    if (/^(?:up|down|higher|lower)$/.test(token.lower)) return changeNoun(token.lower);
    if (at === frame.verb) break;
  }
  return changeNoun(tokens[frame.verb]?.lower ?? '');
}

const HOLLOW =
  /^(?:figure|number|total|average|rate|level|sum|amount|estimate|value|price|margin|record|maximum|minimum|likely figure|true figure|share|part|proportion)$/i;

function isHollow(words: string): boolean {
  return HOLLOW.test(words);
}

function named(document: Document, phrase: Phrase | null): string | null {
  if (!phrase) return null;
  if (!isEmptyPhrase(document.tokens, phrase)) return phraseWords(document, phrase);
  const before = document.sentences[sentenceAt(document, phrase.from) - 1];
  const antecedent = antecedentOf(document.tokens, phrase.from, before);
  return antecedent && phraseWords(document, antecedent);
}

function sentenceAt(document: Document, token: number): number {
  let low = 0;
  let high = document.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.sentences[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Part {
  words: string;
  to: number;
}

/** "60 percent of the line", "$5m in aid", "1.3 tonnes of live eels": the noun right behind. */
function partAfter(document: Document, at: number, to: number): Part | null {
  const { tokens } = document;
  const link = tokens[at];
  if (!link || at >= to || !/^(?:of|in)$/.test(link.lower)) return null;
  if (/^(?:them|us|those|whom|which|it)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  if (link.lower === 'in' && !/^(?:NOUN|ADJ|VERB)$/.test(tokens[at + 1]?.pos ?? '')) return null;
  let end = at + 1;
  while (
    end < Math.min(to, at + 9) &&
    !/^(?:last|next|this|year|month|week)$/.test(tokens[end]?.lower ?? '') &&
    (isContent(tokens[end]) ||
      /^(?:PRON|NUM)$/.test(tokens[end]?.pos ?? '') ||
      (/^(?:VERB|ADV)$/.test(tokens[end]?.pos ?? '') && tokens[end + 1]?.pos === 'NOUN') ||
      /^(?:'s|of)$/.test(tokens[end]?.lower ?? ''))
  )
    end += 1;
  const words = phraseWords(document, { from: at + 1, to: end });
  if (!words || /^(?:year|month|week|day|early|trading|prison|jail|total|all|the)\b/i.test(words))
    return null;
  return { words, to: end };
}

/** "a 5m fine", "one in five schools", "a 9 % rise in rents": the noun that the amount modifies. */
function nounAfter(document: Document, quantity: RawQuantity, at: number, to: number): Part | null {
  const { tokens } = document;
  const first = tokens[at];
  const kind = quantity.unit?.kind;
  if (!first || at >= to || !(kind === 'money' || kind === 'share')) return null;
  if (first.pos !== 'NOUN' && !(first.pos === 'ADJ' && tokens[at + 1]?.pos === 'NOUN')) return null;
  if (/^(?:more|less|higher|lower|up|down|year|last|next|early)$/.test(first.lower)) return null;
  let end = at;
  while (
    end < Math.min(to, at + 9) &&
    (isContent(tokens[end]) || /^(?:of|in|'s)$/.test(tokens[end]?.lower ?? ''))
  )
    end += 1;
  const words = phraseWords(document, { from: at, to: end });
  return words && !TIMES.test(words) ? { words, to: end } : null;
}

/** "lost by the ministry", "backed the deal": what is said of a part, or who did it. */
function partState(
  document: Document,
  quantity: RawQuantity,
  to: number,
  sentence: Sentence,
): string | null {
  const { tokens } = document;
  const { frame } = quantity;
  const form = tokens[frame.verb]?.lower;
  if (form && frame.link === null && !isLevelVerb(form) && !/^(?:has|have|had)$/.test(form)) {
    const subject = named(document, frame.subject);
    return join(participleOf(form), subject && `by ${subject}`);
  }
  if (form && isLevelVerb(form)) return named(document, frame.subject);
  return predicateAfter(tokens, to, sentence.to);
}

/** "in the squad", "to every family", "above its banks": what an amount is for or measured from. */
function tail(document: Document, at: number, to: number): string | null {
  const { tokens } = document;
  const link = tokens[at]?.lower ?? '';
  if (at >= to || !/^(?:in|to|for|on|against|above|below|towards?|of|between)$/.test(link))
    return null;
  const next = tokens[at + 1];
  if (!next || !/^(?:DET|ADJ|NOUN|PRON|PROPN)$/.test(next.pos)) return null;
  if (link === 'in' && next.pos === 'PROPN') return null;
  let end = at + 1;
  while (
    end < Math.min(to, at + 8) &&
    (isContent(tokens[end]) ||
      tokens[end]?.pos === 'PRON' ||
      /^(?:and|of|'s)$/.test(tokens[end]?.lower ?? ''))
  )
    end += 1;
  const words = phraseWords(document, { from: at + 1, to: end });
  return words && !TIMES.test(words) ? `${link} ${words}` : null;
}

const TIMES =
  /\b(?:year|years|month|months|week|weeks|day|days|time|quarter|season|summer|winter|early trading|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|it|them|him)\b/i;

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
