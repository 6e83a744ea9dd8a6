/** What an amount, a share or a measure is of, read from its clause. */

import { modifiedNoun } from '../quantities/frame-phrases.ts';
import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { amountNoun, changeNoun, isLevelVerb, participleOf } from '../reading/verb-forms.ts';
import { isContent, isHollow, join, named, phraseWords, type Wording } from './claim-phrases.ts';
import { NO_STATE, predicateAfter } from './claim-states.ts';

/** What an amount, a share or a measure is of. */
export function measuredWording(
  document: Document,
  quantity: RawQuantity,
  sentence: Sentence,
): Wording {
  const { tokens } = document;
  const { frame, unit } = quantity;
  const end = Math.max(quantity.next, unit?.to ?? 0);
  const kind = kindOfMeasure(document, quantity, end);
  if (kind) return { noun: kind, state: null };
  const of =
    partAfter(document, end, sentence.to) ?? nounAfter(document, quantity, end, sentence.to);
  const whole = of && frame.link === 'at' ? named(document, frame.subject) : null;
  // "Reservoirs are at 58 percent of capacity".
  if (of && whole) return { noun: whole, state: `as share of ${of.words}` };
  if (of) return { noun: of.words, state: partState(document, quantity, of.to, sentence) };
  const level = levelAfterChange(document, quantity);
  if (level) return { noun: level, state: null };
  const governor = frame.governor && phraseWords(document, frame.governor);
  if (governor && !isHollow(governor)) {
    const worth = frame.link === null && frame.verb < 0;
    const state = worth ? predicateAfter(tokens, end, sentence.to) : null;
    return { noun: governor, state: state ?? tail(document, end, sentence.to) };
  }
  // "compared with an earlier range of 5m": of what was measured before.
  if (governor && frame.link === 'of') return { noun: null, state: null };
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

/** "sentenced to two years", "two years in prison": a time that counts something. */
export function isPrisonTerm(tokens: readonly Token[], quantity: RawQuantity): boolean {
  const { frame, next, unit } = quantity;
  const end = Math.max(next, unit?.to ?? 0);
  return (
    /^(?:sentenced|jailed|imprisoned)$/.test(tokens[frame.verb]?.lower ?? '') ||
    (/^(?:in|behind)$/.test(tokens[end]?.lower ?? '') &&
      /^(?:prison|jail|custody)$/.test(tokens[end + 1]?.lower ?? ''))
  );
}

/** A temperature, a magnitude, a term in prison: units that say by themselves what they measure. */
function kindOfMeasure(document: Document, quantity: RawQuantity, end: number): string | null {
  const { tokens } = document;
  const { unit, frame } = quantity;
  if (unit?.kind === 'time') return isPrisonTerm(tokens, quantity) ? 'prison sentence' : null;
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
  const topic = /^(?:percent|share)$/.test(quantity.subject ?? '') ? null : quantity.subject;
  if (!state) return { noun: quantity.frame.verb < 0 ? topic : null, state };
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
  if (quantity.unit?.kind === 'measure' && subject)
    return { noun: subject, state: join(verb, purpose) };
  // "the company has offered 4.5 percent": of what the last share was of.
  if (quantity.unit?.kind === 'share' && subject && GIVING.test(verb))
    return { noun: null, state: `${participleOf(verb)} by ${subject}` };
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

const GIVING =
  /^(?:offer(?:s|ed)?|want(?:s|ed)?|demand(?:s|ed)?|propos(?:es?|ed)|accept(?:s|ed)?|reject(?:s|ed)?)$/;

const CHANGE =
  /^(?:drop|fall|decline|decrease|slump|cut|rise|increase|jump|gain|growth|surge|reduction)$/;

/** "a 9 % drop in operating profit to 142m": the level is that of the profit. */
function levelAfterChange(document: Document, { frame, from }: RawQuantity): string | null {
  const { tokens } = document;
  if (frame.link !== 'to') return null;
  for (let at = from - 1; at > Math.max(0, from - 12); at -= 1) {
    if (/^[,;.]$/.test(tokens[at]?.text ?? '')) return null;
    if (!/^(?:in|of)$/.test(tokens[at]?.lower ?? '') || !CHANGE.test(tokens[at - 1]?.lower ?? ''))
      continue;
    let to = from;
    while (to > at && tokens[to]?.lower !== 'to') to -= 1;
    return phraseWords(document, { from: at + 1, to });
  }
  return null;
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
  if (link.lower === 'in' && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return null;
  let end = at + 1;
  while (
    end < Math.min(to, at + 9) &&
    !/^(?:last|next|this|year|month|week|worth)$/.test(tokens[end]?.lower ?? '') &&
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
  const modified = modifiedNoun(tokens, quantity.from, at, to);
  const noun = modified && phraseWords(document, modified);
  if (modified && noun) return { words: noun, to: modified.to };
  if (first.pos !== 'NOUN' && !(first.pos === 'ADJ' && tokens[at + 1]?.pos === 'NOUN')) return null;
  if (/^(?:more|less|higher|lower|up|down|year|last|next|early)$/.test(first.lower)) return null;
  let end = at;
  while (
    end < Math.min(to, at + 9) &&
    (isContent(tokens[end]) ||
      (tokens[end]?.pos === 'VERB' && /ing$/.test(tokens[end]?.lower ?? '')) ||
      /^(?:of|in|'s)$/.test(tokens[end]?.lower ?? ''))
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
  const tells = form !== undefined && NO_STATE.test(form) && !isLevelVerb(form);
  if (form && frame.link === null && !isLevelVerb(form) && !tells) {
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
  const gerund = next?.pos === 'VERB' && /ing$/.test(next.lower);
  if (!next || !(gerund || /^(?:DET|ADJ|NOUN|PRON|PROPN)$/.test(next.pos))) return null;
  if (link === 'in' && next.pos === 'PROPN') return null;
  let end = at + (gerund ? 2 : 1);
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
  /\b(?:year|years|month|months|week|weeks|day|days|time|quarter|season|summer|winter|early trading|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|it|them|him)$/i;
