/** What a quantity is of: the noun it counts, the one that governs it, or its clause’s subject. */
import { type Document, textBetween } from '../reading/document.ts';
import { CALENDAR, type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { afterBracket, isEmptyPhrase, modifiedNoun } from './frame-phrases.ts';
import { verbSubject } from './frame-verbs.ts';
import { type RawQuantity, restates } from './quantity.ts';

const SKIP_HEAD =
  /^(?:it|he|she|they|we|i|you|that|this|there|who|which|what|where|when|one|some|those|these)$/;

/**
 * What the quantity is of: the noun that it counts or that follows its unit, the noun before the
 * preposition that governs it ("turnover of 5m"), else the subject of its clause.
 */
export function conceptOf(
  document: Document,
  quantity: RawQuantity,
  previous: RawQuantity | undefined,
): string | null {
  const { sentences } = document;
  const sentence = sentences[quantity.sentence];
  if (!sentence) return null;
  const { unit, frame } = quantity;
  const before = previous?.sentence === quantity.sentence ? previous : undefined;
  if (before && restates(document, before, quantity)) return before.subject;
  const topic = subjectText(document, quantity, sentence.from);
  const inner = phraseText(document, frame.governor) ?? phraseText(document, frame.object);
  const subject = inner && topic && isShort(inner, topic) ? `${inner} ${topic}` : (inner ?? topic);
  if (unit?.kind === 'noun') {
    const inherited = unit.end === 0 && unit.to === unit.from;
    if (inherited && subject) return subject;
    return [countedText(document, quantity), subject].filter((part) => part !== null).join(' ');
  }
  const after = phraseAfter(document, quantity, sentence.to);
  const parts = after && subject && isShort(after, subject) ? [after, subject] : [after ?? subject];
  return parts.filter((part) => part !== null).join(' ') || before?.subject || null;
}

/** The counted noun with those it belongs to: "Lee’s deputies" of "two of Lee’s deputies". */
function countedText(document: Document, { unit, next }: RawQuantity): string {
  if (!unit) return '';
  if (unit.to <= unit.from) return unit.name;
  const owned = document.tokens[unit.from - 1]?.lower === "'s" && unit.from - next < 6;
  return words(document, owned ? next + 1 : unit.from, unit.to);
}

/** Longest concept of two parts, in words. */
const LONGEST = 7;

function isShort(first: string, second: string): boolean {
  return first.split(' ').length + second.split(' ').length <= LONGEST;
}

/** Subject of the governing verb, else of the nearest verb on the left. */
function subjectText(document: Document, quantity: RawQuantity, floor: number): string | null {
  const own = phraseText(document, quantity.frame.subject);
  if (own || quantity.frame.verb >= 0) return own;
  const { tokens } = document;
  for (let at = quantity.from - 1; at > Math.max(floor, quantity.from - 45); at -= 1) {
    if (!/^(?:VERB|AUX)$/.test(tokens[at]?.pos ?? '') || tokens[at - 1]?.lower === 'to') continue;
    const found = phraseText(document, verbSubject(tokens, at, floor)?.phrase ?? null);
    if (found) return found;
  }
  return null;
}

function phraseText(document: Document, phrase: Phrase | null): string | null {
  if (!phrase || isEmptyPhrase(document.tokens, phrase)) return null;
  let { from } = phrase;
  while (from < phrase.to && ARTICLE.test(document.tokens[from]?.lower ?? '')) from += 1;
  return from < phrase.to ? words(document, from, phrase.to) : null;
}

function words(document: Document, from: number, to: number): string {
  return textBetween(document, from, Math.min(to, from + 6));
}

const ARTICLE = /^(?:the|a|an|its|his|her|their|this|that|all|our|my|your)$/;

/** "$5m in aid", "70 percent of residents", "a 25% drop": the noun phrase right after the unit. */
function phraseAfter(document: Document, quantity: RawQuantity, to: number): string | null {
  const { tokens } = document;
  const end = Math.max(quantity.next, quantity.unit?.to ?? 0);
  const at = tokens[end]?.text === '(' ? afterBracket(tokens, end, to) : end;
  const link = tokens[at];
  if (!link || at >= to) return null;
  const linked = /^(?:of|in|for|from)$/.test(link.lower);
  const modified = !linked && quantity.unit ? modifiedNoun(tokens, quantity.from, at, to) : null;
  if (modified) return words(document, modified.from, modified.to);
  if (!linked && !/^(?:NOUN|ADJ|PROPN)$/.test(link.pos)) return null;
  if (CALENDAR.has(link.lower) && link.pos === 'PROPN') return null;
  const phrase = phraseStartingAt(tokens, linked ? at + 1 : at, Math.min(to, at + 8));
  if (!phrase) return null;
  let { from } = phrase;
  while (from < phrase.to && ARTICLE.test(tokens[from]?.lower ?? '')) from += 1;
  const first = tokens[from];
  if (!first || from >= phrase.to || isTime(first) || SKIP_HEAD.test(first.lower)) return null;
  // "for an 8.5 kW system": the noun behind the other figure.
  if (first.pos === 'NUM' && (phrase.to - from < 3 || tokens[phrase.to - 1]?.pos !== 'NOUN'))
    return null;
  return words(document, from, phrase.to);
}

function isTime(token: Token): boolean {
  return (
    CALENDAR.has(token.lower) ||
    /^(?:next|last|past|year|years|month|months|week|weeks|day|days|quarter|decade|time|today)$/.test(
      token.lower,
    )
  );
}
