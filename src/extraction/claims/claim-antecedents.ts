/** What a figure without a noun counts: what was asked for, named, or counted right before. */

import { isEmptyPhrase } from '../quantities/frame-phrases.ts';
import type { RawQuantity } from '../quantities/quantity.ts';
import type { Document } from '../reading/document.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import { isLevelVerb } from '../reading/verb-forms.ts';
import type { RawClaim } from './claim.ts';
import { isHollow, named, phraseWords, type Wording } from './claim-phrases.ts';
import { predicateAfter } from './claim-states.ts';
import { stateOf } from './claim-subjects.ts';

export interface Counted extends Wording {
  unit: string;
}

/** Unit and wording of a figure that stands without a noun. */
export function countedBefore(
  document: Document,
  claims: readonly RawClaim[],
  quantity: RawQuantity,
  sentence: Sentence,
): Counted | null {
  const state = stateOf(document.tokens, quantity, sentence);
  const clause = namedByClause(document, quantity);
  const asked = clause ? null : askedFor(document, quantity);
  // "212 of those are in hospital": an answer that says more.
  if (asked) return { ...asked, state: state ?? asked.state };
  const last = claims[claims.length - 1];
  if (last && isTotal(document, quantity) && last.quantity.sentence === quantity.sentence)
    return { ...last.wording, unit: last.unit ?? 'people' };
  const like = alike(claims, quantity);
  // "Its first toll had been 21": a toll of nothing is of those counted before.
  const bareToll = clause && /^(?:\w+ )?toll$/.test(clause.noun ?? '') && like;
  if (clause && !bareToll) return clause;
  const counted = numberOf(document, quantity, like);
  if (counted) return { ...counted, state };
  if (like?.unit) {
    const { noun } = like.wording;
    return state ? { unit: like.unit, noun, state } : { unit: like.unit, ...like.wording };
  }
  const topic = topicOf(document, last, quantity);
  if (topic && state) return { ...topic, state };
  return state || quantity.number.form === 'vague'
    ? { unit: 'people', noun: 'people', state }
    : null;
}

/** "They cost £5, and 14,000 have been sold": the second clause counts what the first is about. */
function topicOf(
  document: Document,
  last: RawClaim | undefined,
  quantity: RawQuantity,
): Counted | null {
  if (!last || last.quantity.sentence !== quantity.sentence) return null;
  const noun = named(document, last.quantity.frame.subject);
  const head = noun && headOf(noun);
  return head && /[^s]s$/.test(head) ? { unit: head, noun, state: null } : null;
}

/** "one in five schools …, 41 in all": the figure is that of the share before it. */
function isTotal(document: Document, quantity: RawQuantity): boolean {
  return /^ (?:in all|in total|altogether)\b/.test(
    document.text.slice(quantity.number.coreEnd, quantity.number.coreEnd + 12),
  );
}

function headOf(words: string): string {
  return (
    (words.split(/\s+(?:in|of|at|from|for|on|among|between)\s+/)[0] ?? '').split(/\s+/).at(-1) ?? ''
  );
}

/** "How many divers were hurt? – Four": the answer counts what the question asks for. */
function askedFor(document: Document, quantity: RawQuantity): Counted | null {
  const { tokens } = document;
  const floor = Math.max(0, quantity.from - 70);
  for (let at = quantity.from - 1; at > floor; at -= 1) {
    if (tokens[at]?.lower !== 'many' || tokens[at - 1]?.lower !== 'how') continue;
    let first = at + 1;
    if (tokens[first]?.lower === 'of') first += 1;
    const phrase = phraseStartingAt(tokens, first, first + 8);
    let mark = at;
    while (mark < quantity.from && tokens[mark]?.text !== '?') mark += 1;
    if (mark >= quantity.from || answered(document, mark, quantity)) return null;
    // "How many have died?"
    const died = phrase ? null : predicateAfter(tokens, first, mark);
    if (died) return { unit: 'people', noun: 'people', state: died };
    const noun = phrase && phraseWords(document, phrase);
    if (!phrase || !noun) return null;
    const inverted = /^(?:do|does|did)$/.test(tokens[phrase.to]?.lower ?? '');
    const state = inverted ? null : predicateAfter(tokens, phrase.to, mark);
    return { unit: headOf(noun), noun, state };
  }
  return null;
}

/** True where another speaker's question, or a longer answer, stands between. */
function answered(document: Document, mark: number, quantity: RawQuantity): boolean {
  const { tokens } = document;
  for (let at = mark + 1; at < quantity.from; at += 1) if (tokens[at]?.text === '?') return true;
  return quantity.from - mark > 30;
}

/** "the number of X fell to 9", "the toll rose to 9", "arrivals reached 9": the clause names it. */
function namedByClause(document: Document, quantity: RawQuantity): Counted | null {
  const { tokens } = document;
  const { frame } = quantity;
  // "put the figure at 900": not the one who says so.
  const hollow = frame.object && isHollow(phraseWords(document, frame.object) ?? '');
  if (hollow) return null;
  const verb = tokens[frame.verb]?.lower ?? '';
  const level =
    frame.subject !== null && (frame.verb < 0 || isLevelVerb(verb) || frame.link !== null);
  return (
    namedBy(document, frame.governor) ??
    namedBy(document, frame.object) ??
    (level ? namedBy(document, frame.subject) : null)
  );
}

function namedBy(document: Document, phrase: Phrase | null): Counted | null {
  if (!phrase || isEmptyPhrase(document.tokens, phrase)) return null;
  const words = lowerFirst(document, phrase, phraseWords(document, phrase));
  if (!words) return null;
  if (/^(?:crowd|audience|congregation|attendance)$/i.test(words))
    return { unit: 'people', noun: words, state: null };
  if (/\btolls?\b/i.test(words)) return { unit: 'people', noun: words, state: null };
  if (/\b(?:town|city|village|township|settlement|suburb|population)\b/i.test(words))
    return {
      unit: 'people',
      noun: `population of ${words.replace(/^population of /i, '')}`,
      state: null,
    };
  const number = /\bnumber of (.+)$/i.exec(words)?.[1];
  const head = headOf(number ?? words);
  const plural = /(?:[^s]s|people|men|women|children|dead)$/.test(head);
  return plural && /^\p{Ll}/u.test(head) && (number || isCount(document, phrase))
    ? { unit: head, noun: number ?? words, state: null }
    : null;
}

/** A noun that opens the sentence is written small elsewhere. */
function lowerFirst(document: Document, phrase: Phrase, words: string | null): string | null {
  const first = document.tokens[phrase.from];
  const before = document.tokens[phrase.from - 1];
  const opens = !before || /^[.?!:]$/.test(before.text) || before.paragraph !== first?.paragraph;
  const common = first?.pos === 'NOUN' || (opens && /[^s]s$/.test(first?.lower ?? ''));
  return words && common ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Plural nouns that name a count by themselves: "infections fell to 9". */
function isCount(document: Document, phrase: Phrase): boolean {
  const head = document.tokens[phrase.from];
  return head !== undefined && !/^(?:two|three|four|the|its|their|those|these)$/.test(head.lower);
}

/** "the number of dead …": named after the last claim that counts, and before the figure. */
function numberOf(
  document: Document,
  quantity: RawQuantity,
  like: RawClaim | null,
): Counted | null {
  const { tokens } = document;
  const floor = Math.max(like?.quantity.next ?? 0, quantity.from - 70, 0);
  for (let at = quantity.from - 2; at > floor; at -= 1) {
    if (tokens[at]?.lower !== 'number' || tokens[at + 1]?.lower !== 'of') continue;
    const phrase = phraseStartingAt(tokens, at + 2, Math.min(quantity.from, at + 10));
    const noun = phrase ? phraseWords(document, phrase) : (tokens[at + 2]?.lower ?? null);
    return noun
      ? { unit: headOf(noun) === 'dead' ? 'people' : headOf(noun), noun, state: null }
      : null;
  }
  return null;
}

/** The claim that a bare figure restates: the last one nearby that counts and has its magnitude. */
function alike(claims: readonly RawClaim[], quantity: RawQuantity): RawClaim | null {
  const value = quantity.number.low ?? quantity.number.high;
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    const claim = claims[index];
    if (!claim || quantity.sentence - claim.quantity.sentence > 4) return null;
    const other = claim.quantity.number.low ?? claim.quantity.number.high;
    if (claim.unit === null || claim.quantity.unit?.kind === 'share' || value === null) continue;
    // A part stands aside: the next figure goes on about the whole.
    if (claim.partOf !== null && other !== null && value > other) continue;
    if (other === null || Math.max(value, other) <= 30 * Math.max(1, Math.min(value, other)))
      return claim;
  }
  return null;
}
