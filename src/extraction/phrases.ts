/**
 * Noun phrases by parts of speech, read from one end: enough to tell who stands before or after a
 * reporting verb. Ranges are token indices, end exclusive.
 */
import {
  DETERMINERS,
  isHead,
  isModifier,
  isNameWord,
  isParticiple,
  LINKS,
  QUANTIFIERS,
  quantifiedStart,
} from './phrase-parts.ts';
import type { Token } from './tokens.ts';

export interface Phrase {
  from: number;
  to: number;
}

export const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. today yesterday tomorrow tonight'.split(
    ' ',
  ),
);
export const SUBJECT_PRONOUNS = new Set(
  'he she they it i we you who one others many some most both critics everyone someone'.split(' '),
);
export const AUXILIARIES = new Set(
  "is are was were be been being am 's 're has have had having 've 'd do does did will would shall should can could may might must 'll not n't never wo ca".split(
    ' ',
  ),
);
const TODAY = /^(?:today|yesterday|tomorrow|tonight)$/;

/** Index of the first token in `from`..`to` that is `text` outside quotation marks, or -1. */
export function findSign(tokens: readonly Token[], text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token && token.text === text && token.quote < 0) return at;
  }
  return -1;
}

export function isNominal(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    /^(?:NOUN|PROPN|NUM)$/.test(token.pos) ||
    (token.pos === 'PRON' && !/^(?:who|which|that|what|whom)$/.test(token.lower)) ||
    (/^\p{Lu}\p{Ll}/u.test(token.text) &&
      token.pos !== 'ADP' &&
      token.pos !== 'SCONJ' &&
      token.pos !== 'CCONJ' &&
      token.pos !== 'ADV')
  );
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

/** The noun phrase whose last word is token `last`, no further left than `floor`; null if none. */
export function phraseEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const head = tokens[last];
  if (!head || last < floor) return null;
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
    return { from: last, to: last + 1 };
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
    if (!token || CALENDAR.has(token.lower)) break;
    if (DETERMINERS.has(token.lower) || token.pos === 'DET') {
      from = at;
      const left = tokens[at - 1];
      if (left?.lower === 'and' && at - 2 >= floor && isNominal(tokens[at - 2])) continue;
      if (left?.lower === 'a' && token.lower === 'few' && at - 1 >= floor) continue;
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
    if (
      token.pos === 'VERB' &&
      /(?:ed|ing)$/.test(token.lower) &&
      (tokens[at - 1]?.pos === 'DET' || tokens[at - 1]?.pos === 'ADJ')
    ) {
      from = at;
      continue;
    }
    if (token.pos === 'ADV' && tokens[at + 1]?.pos === 'ADJ' && tokens[at - 1]?.pos === 'DET') {
      from = at;
      continue;
    }
    const left = tokens[at - 1];
    if (at - 1 < floor || !left) break;
    if (isNameWord(tokens, at)) {
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
        (token.lower === 'of' && QUANTIFIERS.has(left.lower))) &&
      (left.pos !== 'NUM' || token.lower === 'of') &&
      !CALENDAR.has(left.lower)
    ) {
      from = at;
      continue;
    }
    if (
      (token.lower === 'and' || token.lower === 'or') &&
      isNominal(left) &&
      left.pos !== 'PRON' &&
      (tokens[at + 1]?.pos !== 'PRON' || DETERMINERS.has(tokens[at + 1]?.lower ?? ''))
    ) {
      from = at;
      continue;
    }
    break;
  }
  while (
    from < last &&
    ((tokens[from]?.lower === 'that' && tokens[from + 1]?.pos === 'PROPN') ||
      LINKS.has(tokens[from]?.lower ?? '') ||
      tokens[from]?.lower === "'s" ||
      /^(?:and|or)$/.test(tokens[from]?.lower ?? ''))
  )
    from += 1;
  return { from: quantifiedStart(tokens, from, floor), to: last + 1 };
}

/** The noun phrase that begins at token `first`, no further right than `limit`; null if none. */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
): Phrase | null {
  const start = tokens[first];
  if (!start || first >= limit) return null;
  if (
    start.pos === 'PRON' ||
    /^(?:he|she|they|it|i|we|you|him|her|them|us|me)$/.test(start.lower)
  ) {
    if (/^(?:that|which|what|who|whom|there)$/.test(start.lower)) return null;
    const next = tokens[first + 1];
    const opens = DETERMINERS.has(start.lower) || start.lower === 'one';
    if (!opens || !next || !(isNominal(next) || next.pos === 'ADJ'))
      return { from: first, to: first + 1 };
  }
  let at = first;
  let seen = false;
  for (; at < limit; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (CALENDAR.has(token.lower) && token.text !== token.lower) break;
    if (DETERMINERS.has(token.lower) || token.pos === 'DET') {
      if (seen) break;
      continue;
    }
    if (isModifier(token) || isNominal(token)) {
      if (
        seen &&
        (token.pos === 'PRON' ||
          (token.pos === 'ADJ' && token.text === token.lower && tokens[at - 1]?.pos === 'PROPN'))
      )
        break;
      seen ||= token.pos !== 'ADJ';
      continue;
    }
    if (!seen && (token.pos === 'ADV' || token.pos === 'ADJ' || /(?:ed|ing)$/.test(token.lower)))
      continue;
    const next = tokens[at + 1];
    if (seen && at + 1 < limit && next) {
      if (
        (token.lower === 'of' ||
          token.lower === 'for' ||
          (LINKS.has(token.lower) &&
            /^(?:at|in|from|with)$/.test(token.lower) &&
            tokens[at - 1]?.pos === 'NOUN')) &&
        (isNominal(next) ||
          next.pos === 'DET' ||
          next.pos === 'ADJ' ||
          DETERMINERS.has(next.lower)) &&
        !CALENDAR.has(next.lower)
      ) {
        seen = false;
        continue;
      }
      if (
        token.lower === 'and' &&
        isNominal(tokens[at - 1]) &&
        tokens[at - 1]?.pos !== 'PRON' &&
        /^(?:PROPN|NOUN|ADJ)$/.test(next.pos)
      )
        continue;
    }
    break;
  }
  return seen ? { from: first, to: at } : null;
}
