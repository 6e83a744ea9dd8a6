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

/** The noun before "himself" or "and others", with which a phrase ends as well; -1 if there is none. */
function joinedNoun(tokens: readonly Token[], last: number, floor: number): number {
  const word = tokens[last]?.lower ?? '';
  const isSelf = /^(?:him|her|it)self$|^themselves$/.test(word);
  const noun = isSelf ? last - 1 : last - 2;
  if (!isSelf && !(word === 'others' && tokens[last - 1]?.lower === 'and')) return -1;
  return noun >= floor && isNominal(tokens[noun]) ? noun : -1;
}

/** Whether a phrase goes on before its determiner: "the mayor and the keeper", "some of the keepers". */
function goesOnBefore(tokens: readonly Token[], at: number, floor: number): boolean {
  const left = tokens[at - 1];
  if (!left) return false;
  if (left.lower === 'and' && at - 2 >= floor && isNominal(tokens[at - 2])) return true;
  if (left.lower === 'a' && tokens[at]?.lower === 'few' && at - 1 >= floor) return true;
  if (/^(?:all|both)$/.test(left.lower) && at - 1 >= floor) return true;
  if (isGroup(tokens, at - 2, left, floor)) return true;
  const noun = tokens[at - 2];
  if (!noun || !LINKS.has(left.lower)) return false;
  if (at - 3 >= floor && isParticiple(noun) && isNominal(tokens[at - 3])) return true;
  return isNominal(noun) && at - 2 >= floor && !CALENDAR.has(noun.lower);
}

/** Whether the word is part of the phrase that begins right behind it: a modifier, a name. */
function isPart(tokens: readonly Token[], at: number, floor: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return false;
  return (
    isModifier(token) ||
    (token.quote >= 0 && token.quote === next?.quote) ||
    isPremodifier(tokens, at, floor) ||
    (token.pos === 'ADV' &&
      /^(?:ADJ|VERB)$/.test(next?.pos ?? '') &&
      tokens[at - 1]?.pos === 'DET') ||
    isNameWord(tokens, at, floor)
  );
}

/** Whether a link or "and" joins what stands before it to the phrase that begins right behind it. */
function joins(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1];
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!left || !token) return false;
  const isNoun = isNominal(left) && left.pos !== 'PRON';
  if (/^(?:and|or|nor)$/.test(token.lower))
    return isNoun && (next?.pos !== 'PRON' || DETERMINERS.has(next?.lower ?? ''));
  const isOf = token.lower === 'of';
  return (
    LINKS.has(token.lower) &&
    (isNoun || (isOf && (left.text === '%' || QUANTIFIERS.has(left.lower)))) &&
    (left.pos !== 'NUM' || isOf) &&
    !CALENDAR.has(left.lower)
  );
}

/** First token of the phrase that takes in the word before it at `at`; -1 where it takes in none. */
function startOver(tokens: readonly Token[], at: number, floor: number): number {
  if (isPart(tokens, at, floor)) return at;
  const token = tokens[at];
  const left = tokens[at - 1];
  if (at - 1 < floor || !token || !left) return -1;
  if (isGroup(tokens, at - 1, token, floor)) return at;
  const bracket = token.lower === 'and' ? bracketBefore(tokens, at, floor) : at;
  if (bracket < at) return bracket;
  const noun = tokens[at - 2];
  if (
    LINKS.has(token.lower) &&
    isParticiple(left) &&
    at - 2 >= floor &&
    isNominal(noun) &&
    noun?.pos !== 'PRON'
  )
    return at - 1;
  if (isPair(tokens, at)) return at - 1;
  return joins(tokens, at) ? at : -1;
}

/** "she and" of "she and her aides", before which nothing of the phrase stands. */
function isPair(tokens: readonly Token[], and: number): boolean {
  return (
    tokens[and]?.lower === 'and' && /^(?:he|she|they|i|we)$/.test(tokens[and - 1]?.lower ?? '')
  );
}

/** The noun phrase whose last word is token `last`, no further left than `floor`; null if none. */
export function phraseEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const head = tokens[last];
  if (!head || last < floor || head.lower === "'") return null;
  const described = describedNoun(tokens, last, floor);
  const noun = described >= 0 ? described : joinedNoun(tokens, last, floor);
  if (noun >= 0) {
    const inner = phraseEndingAt(tokens, noun, floor);
    return inner && { from: inner.from, to: last + 1 };
  }
  if (head.pos === 'PRON' || SUBJECT_PRONOUNS.has(head.lower)) {
    if (/^(?:that|which|what|whom|there)$/.test(head.lower)) return null;
    return { from: pronounStart(tokens, last, floor), to: last + 1 };
  }
  if (GROUP_PRONOUN.test(head.lower)) return { from: last, to: last + 1 };
  if (!isNominal(head) && !isModifier(head)) return null;
  if (CALENDAR.has(head.lower) && (head.text !== head.lower || TODAY.test(head.lower))) return null;
  return { from: phraseStart(tokens, last, floor), to: last + 1 };
}

const GROUP_PRONOUN =
  /^(?:some|many|most|others|few|both|all|several|none|neither|another|each|those)$/;

/** First token of the noun phrase that a noun ends, told word by word to the left. */
function phraseStart(tokens: readonly Token[], last: number, floor: number): number {
  let from = last;
  while (from - 1 >= floor) {
    const at = from - 1;
    const token = tokens[at];
    if (!token || isDate(token)) break;
    if (DETERMINERS.has(token.lower) || token.pos === 'DET') {
      from = at;
      if (goesOnBefore(tokens, at, floor)) continue;
      break;
    }
    const start = startOver(tokens, at, floor);
    if (start < 0) break;
    if (start === at - 1 && isPair(tokens, at)) return start;
    from = start;
  }
  while (from < last && opensNothing(tokens, from, last)) from += 1;
  if (last > from + 1) from = behindContact(tokens, from);
  return quantifiedStart(tokens, from, floor);
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
