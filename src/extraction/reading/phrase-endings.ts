/** Noun phrases by their last word: what stands right before a verb, a comma or a bracket. */
import {
  DETERMINERS,
  isHead,
  isModifier,
  isNameWord,
  isParticiple,
  isPremodifier,
  isTimeNoun,
  LINKS,
  pronounStart,
  QUANTIFIERS,
  quantifiedStart,
} from './phrase-parts.ts';
import { CALENDAR, isNominal, type Phrase } from './phrases.ts';
import type { Token } from './tokens.ts';

const SUBJECT_PRONOUNS = new Set(
  'he she they it i we you who one others many some most both everyone someone'.split(' '),
);
const TODAY = /^(?:today|yesterday|tomorrow|tonight)$/;

/** A calendar word, but for "USA TODAY" and other names in capitals. */
function isDate({ lower, text }: Token): boolean {
  return CALENDAR.has(lower) && (text !== text.toUpperCase() || text.length < 4);
}

/** The noun before "around him", "close to him" or "surveyed", which describe it; -1 if there is none. */
function describedNoun(tokens: readonly Token[], last: number, floor: number): number {
  const head = tokens[last];
  if (!head || last <= floor) return -1;
  if (/^(?:him|her|them|us|me)$/.test(head.lower) && LINKS.has(tokens[last - 1]?.lower ?? '')) {
    const before = tokens[last - 2];
    if (isHead(before)) return last - 2;
    return before && isParticiple(before) && isHead(tokens[last - 3]) ? last - 3 : -1;
  }
  const those =
    tokens[last - 1]?.lower === 'those' &&
    /^(?:surveyed|polled|interviewed|asked|questioned)$/.test(head.lower);
  if (!those) return -1;
  return tokens[last - 2]?.lower === 'of' && isHead(tokens[last - 3]) ? last - 3 : last - 1;
}

/** Words at the start of a run that are no part of the noun phrase: a link, a mark, a relative. */
function opensNothing(tokens: readonly Token[], from: number, last: number): boolean {
  const word = tokens[from]?.lower ?? '';
  const next = tokens[from + 1];
  const head = tokens[last];
  // "the plan that officials said", not "that official".
  if (word === 'that') return next?.pos === 'PROPN' || (head?.pos === 'NOUN' && isPlural(head));
  return LINKS.has(word) || /^(?:and|or|nor|which|what|'s?)$/.test(word);
}

/** "some" of "some of the keepers", "many" of "many in Lund": a group, at the start of its clause or before "of". */
function isGroup(tokens: readonly Token[], at: number, link: Token, floor: number): boolean {
  const group = tokens[at];
  if (!group || at < floor || group.quote >= 0 || !LINKS.has(link.lower)) return false;
  if (!QUANTIFIERS.has(group.lower) && !/^(?:someone|everyone|anyone|those)$/.test(group.lower))
    return false;
  const before = tokens[at - 1];
  if (tokens[at + 2]?.pos === 'NUM') return false;
  return (
    link.lower === 'of' ||
    (/^(?:in|on|at|from|inside|within)$/.test(link.lower) &&
      (at === floor || !before || /^(?:PUNCT|CCONJ|SCONJ)$/.test(before.pos)))
  );
}

/** The bracket that closes right before "and" in "Ann Lee (D) and Tom Berg": where it opens, or `and`. */
function bracketBefore(tokens: readonly Token[], and: number, floor: number): number {
  if (tokens[and - 1]?.text !== ')') return and;
  for (let at = and - 2; at > Math.max(floor, and - 7); at -= 1)
    if (tokens[at]?.text === '(') return isNominal(tokens[at - 1]) ? at : and;
  return and;
}

function isPlural({ lower }: Token): boolean {
  return /[^s]s$/.test(lower) || /^(?:people|police)$/.test(lower);
}

/** "a point Lund made": behind a common noun that is no role or body, a name opens its relative. */
function behindContact(tokens: readonly Token[], from: number): number {
  const noun = tokens[from + 1];
  const contact =
    /^(?:an?|the)$/.test(tokens[from]?.lower ?? '') &&
    noun?.pos === 'NOUN' &&
    noun.text === noun.lower &&
    tokens[from + 2]?.pos === 'PROPN' &&
    CONTACT.test(noun.lower);
  return contact ? from + 2 : from;
}

/** Nouns that "Lund made" or "Lund said" follows without a pronoun. */
const CONTACT =
  /^(?:amount|claim|day|dynamic|honou?r|lawsuit|line|moment|one|place|point|position|question|reason|thing|time|view|way|word)$/;

/** The noun phrase whose last word is token `last`, no further left than `floor`; null if none. */
export function phraseEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const head = tokens[last];
  if (!head || last < floor || head.lower === "'") return null;
  const noun = describedNoun(tokens, last, floor);
  if (noun >= 0) {
    const inner = phraseEndingAt(tokens, noun, floor);
    return inner && { from: inner.from, to: last + 1 };
  }
  // "the mayor himself", "Lund and others".
  const added = /^(?:him|her|it)self$|^themselves$/.test(head.lower)
    ? last - 1
    : head.lower === 'others' && tokens[last - 1]?.lower === 'and'
      ? last - 2
      : -1;
  if (added >= floor && isNominal(tokens[added])) {
    const inner = phraseEndingAt(tokens, added, floor);
    return inner && { from: inner.from, to: last + 1 };
  }
  if (head.pos === 'PRON' || SUBJECT_PRONOUNS.has(head.lower)) {
    if (/^(?:that|which|what|whom|there)$/.test(head.lower)) return null;
    return { from: pronounStart(tokens, last, floor), to: last + 1 };
  }
  if (
    /^(?:some|many|most|others|few|both|all|several|none|neither|another|each|those)$/.test(
      head.lower,
    )
  )
    return { from: last, to: last + 1 };
  if (!isNominal(head) && !isModifier(head)) return null;
  if (CALENDAR.has(head.lower) && (head.text !== head.lower || TODAY.test(head.lower))) return null;
  let from = last;
  for (let at = last - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    if (!token || isDate(token)) break;
    if (DETERMINERS.has(token.lower) || token.pos === 'DET') {
      from = at;
      const left = tokens[at - 1];
      if (left?.lower === 'and' && at - 2 >= floor && isNominal(tokens[at - 2])) continue;
      if (left?.lower === 'a' && token.lower === 'few' && at - 1 >= floor) continue;
      if (/^(?:all|both)$/.test(left?.lower ?? '') && at - 1 >= floor) continue;
      if (left && isGroup(tokens, at - 2, left, floor)) continue;
      const described = tokens[at - 2];
      if (
        left &&
        described &&
        at - 3 >= floor &&
        LINKS.has(left.lower) &&
        isParticiple(described) &&
        isNominal(tokens[at - 3])
      )
        continue;
      if (
        !left ||
        !LINKS.has(left.lower) ||
        !isNominal(tokens[at - 2]) ||
        at - 2 < floor ||
        CALENDAR.has(tokens[at - 2]?.lower ?? '')
      )
        break;
      continue;
    }
    if (isModifier(token) || (token.quote >= 0 && token.quote === tokens[at + 1]?.quote)) {
      from = at;
      continue;
    }
    if (isPremodifier(tokens, at, floor)) {
      from = at;
      continue;
    }
    if (
      token.pos === 'ADV' &&
      /^(?:ADJ|VERB)$/.test(tokens[at + 1]?.pos ?? '') &&
      tokens[at - 1]?.pos === 'DET'
    ) {
      from = at;
      continue;
    }
    if (isNameWord(tokens, at, floor)) {
      from = at;
      continue;
    }
    const left = tokens[at - 1];
    if (at - 1 < floor || !left) break;
    if (isGroup(tokens, at - 1, token, floor)) {
      from = at;
      continue;
    }
    const bracket = token.lower === 'and' ? bracketBefore(tokens, at, floor) : at;
    if (bracket < at) {
      at = bracket;
      from = at;
      continue;
    }
    if (
      LINKS.has(token.lower) &&
      isParticiple(left) &&
      at - 2 >= floor &&
      isNominal(tokens[at - 2]) &&
      tokens[at - 2]?.pos !== 'PRON'
    ) {
      at -= 1;
      from = at;
      continue;
    }
    if (
      LINKS.has(token.lower) &&
      ((isNominal(left) && left.pos !== 'PRON') ||
        (token.lower === 'of' && (left.text === '%' || QUANTIFIERS.has(left.lower)))) &&
      (left.pos !== 'NUM' || token.lower === 'of') &&
      !CALENDAR.has(left.lower)
    ) {
      from = at;
      continue;
    }
    // "she and her aides".
    if (token.lower === 'and' && /^(?:he|she|they|i|we)$/.test(left.lower))
      return { from: at - 1, to: last + 1 };
    if (
      /^(?:and|or|nor)$/.test(token.lower) &&
      isNominal(left) &&
      left.pos !== 'PRON' &&
      (tokens[at + 1]?.pos !== 'PRON' || DETERMINERS.has(tokens[at + 1]?.lower ?? ''))
    ) {
      from = at;
      continue;
    }
    break;
  }
  while (from < last && opensNothing(tokens, from, last)) from += 1;
  if (last > from + 1) from = behindContact(tokens, from);
  return { from: quantifiedStart(tokens, from, floor), to: last + 1 };
}

const LIST_OPENERS = /^(?:but|and|while|as|that|when|if|though|although|because|:)$/;

/** First token of the list that the phrase ends: "Berg, Falk and Lund", "Berg, and some keepers". */
export function listStart(tokens: readonly Token[], phrase: Phrase, floor: number): number {
  const and = tokens.slice(phrase.from, phrase.to).findIndex(({ lower }) => lower === 'and');
  const oxford = tokens[phrase.from - 1]?.lower === 'and' ? 1 : 0;
  if (tokens[phrase.from - 1 - oxford]?.text !== ',' || tokens[phrase.from]?.pos === 'PRON')
    return phrase.from;
  if (oxford ? tokens[phrase.from]?.pos === 'NUM' : and <= 0 || and > 5) return phrase.from;
  let from = phrase.from - oxford;
  while (tokens[from - 1]?.text === ',' && from - 2 >= floor) {
    const item = phraseEndingAt(tokens, from - 2, floor);
    if (
      !item ||
      isTimeNoun(tokens[item.to - 1]) ||
      /^(?:PRON|ADV)$/.test(tokens[item.from]?.pos ?? '')
    )
      break;
    from = item.from;
  }
  const before = tokens[from - 1];
  const opens = from === floor || (before !== undefined && LIST_OPENERS.test(before.lower));
  return opens && from < phrase.from - oxford ? from : phrase.from;
}
