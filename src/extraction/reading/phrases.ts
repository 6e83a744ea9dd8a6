/**
 * Noun phrases by parts of speech, read from one end: enough to tell who stands before or after a
 * reporting verb. Ranges are token indices, end exclusive.
 */
import { DETERMINERS, isModifier, LINKS } from './phrase-parts.ts';
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
export const AUXILIARIES = new Set(
  "is are was were be been being am 's 're has have had having 've 'd do does did will would shall should can could may might must 'll not n't never wo ca".split(
    ' ',
  ),
);

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

/** The noun phrase that begins at token `first`, no further right than `limit`; null if none. */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
): Phrase | null {
  const start = tokens[first];
  if (!start || first >= limit || start.lower === "'") return null;
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
          (token.pos === 'ADJ' &&
            token.text === token.lower &&
            tokens[at - 1]?.pos === 'PROPN' &&
            !(tokens[at + 1]?.pos === 'NOUN' && tokens[at + 2]?.pos === 'PROPN')))
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
