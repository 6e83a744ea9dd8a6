/** Noun phrases around a figure: whole ones, without times, without another figure. */
import { phraseEndingAt } from '../reading/phrase-endings.ts';
import { CALENDAR, isNominal, type Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

const INNER_LINK =
  /^(?:of|for|in|at|from|with|on|to|against|among|between|through|across|per|along|under|over|by)$/;

/** Words that never open a noun phrase which a reader would call the subject. */
export const EMPTY = /^(?:it|he|she|they|we|i|you|that|this|there|who|which|what|these|those|one)$/;

export function isEmptyPhrase(tokens: readonly Token[], phrase: Phrase): boolean {
  return phrase.to - phrase.from === 1 && EMPTY.test(tokens[phrase.from]?.lower ?? '');
}

/**
 * The noun phrase that ends with token `last`, with the prepositional phrases inside it: "the
 * death toll from Monday's earthquake on the coast". A time at its end is left out.
 */
export function fullPhraseEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const end = beforeTime(tokens, last, floor);
  const inner = end < floor ? null : phraseEndingAt(tokens, end, floor);
  if (!inner) return null;
  let from = inner.from;
  while (from - 2 >= floor) {
    let left = from - 1;
    if (tokens[left]?.lower === "'s" && CALENDAR.has(tokens[left - 1]?.lower ?? '')) left -= 2;
    while (left > floor && CALENDAR.has(tokens[left]?.lower ?? '')) left -= 1;
    const link = tokens[left];
    const before = tokens[left - 1];
    if (!link || !before || left - 1 < floor || link.quote !== before.quote) break;
    if (!INNER_LINK.test(link.lower) || !isNominal(before) || EMPTY.test(before.lower)) break;
    const outer = phraseEndingAt(tokens, left - 1, floor);
    if (!outer) break;
    from = outer.from;
  }
  return { from, to: inner.to };
}

const TIME_WORD =
  /^(?:next|last|past|this|that|same|year|years|month|months|week|weeks|weekend|day|days|quarter|decade|time|today|season|summer|winter|spring|autumn|fall|earlier|later|ago|so|far|minute|minutes|hour|hours|early|late|morning|evening|night|afternoon|first|second|third|fourth|half)$/;

export function isTimeWord(token: Token | undefined): boolean {
  return token !== undefined && (CALENDAR.has(token.lower) || TIME_WORD.test(token.lower));
}

/** Steps back over "in the quarter", "on Friday", "last year"; the token before, or `last`. */
export function beforeTime(tokens: readonly Token[], last: number, floor: number): number {
  if (!isTimeWord(tokens[last]) && !/^(?:19|20)\d\d$/.test(tokens[last]?.text ?? '')) return last;
  let at = last;
  while (
    at > floor &&
    (isTimeWord(tokens[at]) ||
      /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ||
      /^(?:in|on|over|for|during|of|the|since|to|by|at|a|between|and)$/.test(
        tokens[at]?.lower ?? '',
      ))
  )
    at -= 1;
  return at;
}

/** The phrase without an earlier figure that was read into it: "to $84 and Blue Mills rose". */
export function afterNumber(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  if (!phrase || withoutNumber(tokens, phrase)) return phrase;
  let from = phrase.to - 1;
  while (from > phrase.from && !/^(?:CCONJ|PUNCT|ADP|NUM|SYM)$/.test(tokens[from - 1]?.pos ?? ''))
    from -= 1;
  return withoutNumber(tokens, { from, to: phrase.to });
}

/** Null where the phrase holds another figure; a number behind a name ("the S&P 500") is none. */
export function withoutNumber(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  if (!phrase) return null;
  for (let at = phrase.from; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (!/^\d|^[$€£¥%]$/.test(token?.text ?? '') || /^(?:19|20)\d\d$/.test(token?.text ?? ''))
      continue;
    if (at === phrase.from || tokens[at - 1]?.pos !== 'PROPN') return null;
  }
  return phrase;
}

/** Over a bracket behind a figure: "450 Nm (332 lb-ft) of torque". */
export function afterBracket(tokens: readonly Token[], open: number, to: number): number {
  for (let at = open + 1; at < Math.min(to, open + 9); at += 1)
    if (tokens[at]?.text === ')') return at + 1;
  return open;
}

/**
 * "a 750 metre swim", "a 5% pay rise": behind an article, what the figure at token `figure`
 * modifies from token `at` on is a noun, even where the tagger says verb; null otherwise.
 */
export function modifiedNoun(
  tokens: readonly Token[],
  figure: number,
  at: number,
  to: number,
): Phrase | null {
  if (tokens[at]?.pos !== 'VERB') return null;
  const before = tokens[tokens[figure - 1]?.pos === 'SYM' ? figure - 2 : figure - 1];
  if (!/^(?:a|an)$/.test(before?.lower ?? '')) return null;
  let end = at + 1;
  while (end < to && /^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) end += 1;
  return { from: at, to: end };
}
