/** What a quantity is of: the noun it counts, the one that governs it, or its clause’s subject. */
import type { Document } from './document.ts';
import { CALENDAR, isNominal, phraseEndingAt, phraseStartingAt } from './phrases.ts';
import { type RawQuantity, restates, tokenAt } from './quantity.ts';
import type { Token } from './tokens.ts';

const SKIP_HEAD =
  /^(?:it|he|she|they|we|i|you|that|this|there|who|which|what|one|some|those|these)$/;

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
  const unit = quantity.unit;
  if (previous && previous.sentence === quantity.sentence && restates(document, previous, quantity))
    return previous.subject;
  const governor = governorBefore(document, quantity, sentence.from);
  const subject = governor ?? clauseSubject(document, quantity, sentence.from);
  if (unit?.kind === 'noun') {
    const inherited = unit.end === 0 && unit.to === unit.from;
    if (inherited && subject) return subject;
    const counted = unit.to > unit.from ? words(document, unit.from, unit.to) : unit.name;
    return [counted, subject].filter((part) => part !== null).join(' ');
  }
  const after = phraseAfter(document, Math.max(quantity.next, unit?.to ?? 0), sentence.to);
  const parts =
    after && subject && after.split(' ').length + subject.split(' ').length <= 7
      ? [after, subject]
      : [after ?? subject];
  return parts.filter((part) => part !== null).join(' ') || null;
}

function words(document: Document, from: number, to: number): string {
  const first = document.tokens[from];
  const last = document.tokens[Math.min(to, from + 6) - 1];
  return first && last ? document.text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

const ARTICLE = /^(?:the|a|an|its|his|her|their|this|that|all|our|my|your)$/;

/** "$5m in aid", "70 percent of residents", "a 25% drop": the noun phrase right after the unit. */
function phraseAfter(document: Document, at: number, to: number): string | null {
  const { tokens } = document;
  const link = tokens[at];
  if (!link || at >= to) return null;
  const linked = /^(?:of|in|for|from)$/.test(link.lower);
  if (
    !linked &&
    !(
      link.pos === 'NOUN' ||
      link.pos === 'ADJ' ||
      (link.pos === 'PROPN' && !CALENDAR.has(link.lower))
    )
  )
    return null;
  const phrase = phraseStartingAt(tokens, linked ? at + 1 : at, Math.min(to, at + 8));
  if (!phrase) return null;
  let from = phrase.from;
  while (from < phrase.to && ARTICLE.test(tokens[from]?.lower ?? '')) from += 1;
  const first = tokens[from];
  if (
    !first ||
    from >= phrase.to ||
    isTime(first) ||
    first.pos === 'NUM' ||
    SKIP_HEAD.test(first.lower)
  )
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

/** The noun before the preposition that governs the figure: "a fine of 10 million". */
function governorBefore(document: Document, quantity: RawQuantity, floor: number): string | null {
  const { tokens } = document;
  let at = tokenAt(tokens, quantity.start) - 1;
  while (
    at > floor &&
    (tokens[at]?.pos === 'DET' ||
      tokens[at]?.pos === 'ADV' ||
      tokens[at]?.text === '$' ||
      tokens[at]?.pos === 'ADJ')
  )
    at -= 1;
  if (!/^(?:of|at|for|with|to|by)$/.test(tokens[at]?.lower ?? '') || at - 1 <= floor) return null;
  const phrase = nounsEndingAt(tokens, at - 1, floor);
  if (
    phrase &&
    /^(?:average|total|figure|rate|record|maximum|minimum|level|median|mean)$/.test(
      tokens[phrase.to - 1]?.lower ?? '',
    )
  ) {
    return nounBefore(document, phrase.from - 1, floor);
  }
  return phrase ? words(document, phrase.from, phrase.to) : null;
}

/** The noun phrase before "by an average of". */
function nounBefore(document: Document, last: number, floor: number): string | null {
  let at = last;
  while (at > floor && /^(?:DET|ADJ|ADP)$/.test(document.tokens[at]?.pos ?? '')) at -= 1;
  const phrase = nounsEndingAt(document.tokens, at, floor);
  return phrase ? words(document, phrase.from, phrase.to) : null;
}

/** The noun phrase before the nearest finite verb on the left of the figure. */
function clauseSubject(document: Document, quantity: RawQuantity, floor: number): string | null {
  const { tokens } = document;
  const limit = Math.max(floor, quantity.from - 45);
  for (let at = tokenAt(tokens, quantity.start) - 1; at > limit; at -= 1) {
    const token = tokens[at];
    if (!token || !/^(?:VERB|AUX)$/.test(token.pos) || tokens[at - 1]?.lower === 'to') continue;
    let last = at - 1;
    while (last > limit && /^(?:VERB|AUX|ADV|PART)$/.test(tokens[last]?.pos ?? '')) last -= 1;
    if (/^(?:who|which|that|,)$/.test(tokens[last]?.lower ?? '')) last -= 1;
    const phrase = nounsEndingAt(tokens, last, limit - 1);
    if (phrase) return words(document, phrase.from, phrase.to);
  }
  return null;
}

/** A short noun phrase with its prepositional tails, that ends with token `last`. */
function nounsEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): { from: number; to: number } | null {
  const head = tokens[last];
  if (
    !head ||
    !isNominal(head) ||
    SKIP_HEAD.test(head.lower) ||
    isTime(head) ||
    head.pos === 'NUM' ||
    /^(?:cent|percent|%)$/.test(head.lower)
  ) {
    return head && isTime(head) ? beforeTime(tokens, last, floor) : null;
  }
  const phrase = phraseEndingAt(tokens, last, Math.max(0, floor));
  if (!phrase) return null;
  let from = phrase.from;
  while (from < last && (ARTICLE.test(tokens[from]?.lower ?? '') || tokens[from]?.pos === 'NUM'))
    from += 1;
  return { from, to: last + 1 };
}

/** "Revenue in the quarter rose": the phrase before the time. */
function beforeTime(
  tokens: readonly Token[],
  last: number,
  floor: number,
): { from: number; to: number } | null {
  let at = last;
  while (
    at > floor &&
    (isTime(tokens[at] as Token) ||
      tokens[at]?.pos === 'DET' ||
      /^(?:in|on|over|for|during)$/.test(tokens[at]?.lower ?? ''))
  )
    at -= 1;
  return at < last && at > floor && !isTime(tokens[at] as Token)
    ? nounsEndingAt(tokens, at, floor)
    : null;
}
