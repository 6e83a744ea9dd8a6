/**
 * Noun phrases by parts of speech, read from one end: enough to tell who stands before or after a
 * reporting verb. Ranges are token indices, end exclusive.
 */
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
const QUANTIFIERS = new Set(
  'one some many most all several few both half none each any'.split(' '),
);
export const AUXILIARIES = new Set(
  "is are was were be been being am 's 're has have had having 've 'd do does did will would shall should can could may might must 'll not n't never wo ca".split(
    ' ',
  ),
);
const LINKS = new Set(
  'of for in at from with on to at against behind near within under by about around'.split(' '),
);
const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your no any some every each another both all several many most few such'.split(
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

/** A noun or "those", before "around him". */
function isHead(token: Token | undefined): boolean {
  return token !== undefined && (/^(?:NOUN|PROPN)$/.test(token.pos) || token.lower === 'those');
}

function isModifier(token: Token): boolean {
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) return true;
  if (
    token.lower === "'s" ||
    token.lower === "'" ||
    token.text === '&' ||
    token.text === '%' ||
    token.text === '$'
  )
    return true;
  return (
    /^\p{Lu}[\p{L}.]/u.test(token.text) &&
    !/^(?:ADP|SCONJ|CCONJ|ADV|PRON|AUX|VERB)$/.test(token.pos)
  );
}

/** "officials briefed on the plan", "people familiar with it": what may stand behind a noun. */
function isParticiple(token: Token): boolean {
  return /^(?:involved|led|posted|briefed|familiar|based|close|published|conducted|released|written|loyal|aligned|affiliated|opposed|allied|backed|supported|signed|commissioned|obtained|reviewed|seen|filed|present|interviewed|surveyed|polled|gathered|critical|knowledgeable|responsible|known|working|running|living|speaking|attending|participating|wearing|representing)$/.test(
    token.lower,
  );
}

/** A capitalised word before a name that the tagger took for a verb: "Hope Hicks". */
function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (
    !token ||
    !next ||
    !before ||
    !/^\p{Lu}\p{Ll}+$/u.test(token.text) ||
    !/^\p{Lu}\p{Ll}/u.test(next.text)
  )
    return false;
  return (
    /^(?:VERB|AUX|INTJ|ADV|X)$/.test(token.pos) &&
    (/^(?:NOUN|PROPN|ADJ)$/.test(before.pos) || /^[,.]$|\.$/.test(before.text))
  );
}

/** The noun phrase whose last word is token `last`, no further left than `floor`; null if none. */
export function phraseEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const head = tokens[last];
  if (!head || last < floor) return null;
  const objective = /^(?:him|her|them|us|me)$/.test(head.lower) && last > floor;
  const governed =
    objective && LINKS.has(tokens[last - 1]?.lower ?? '') && isHead(tokens[last - 2]);
  if (governed) {
    const inner = phraseEndingAt(tokens, last - 2, floor);
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
  if (CALENDAR.has(head.lower) && head.text !== head.lower) return null;
  let from = last;
  for (let at = last - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    if (!token || CALENDAR.has(token.lower)) break;
    if (DETERMINERS.has(token.lower) || token.pos === 'DET') {
      from = at;
      const left = tokens[at - 1];
      if (left?.lower === 'and' && at - 2 >= floor && isNominal(tokens[at - 2])) continue;
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
      tokens[at + 1]?.pos !== 'PRON'
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

/** Takes in "nearly", "at least", "six in" before a number. */
function quantifiedStart(tokens: readonly Token[], start: number, floor: number): number {
  let from = start;
  const ratio = tokens[from - 1]?.lower === 'in' && tokens[from - 2]?.pos === 'NUM';
  if (ratio && tokens[from]?.pos === 'NUM' && from - 2 >= floor) from -= 2;
  if (!/^(?:NUM|DET)$/.test(tokens[from]?.pos ?? '') && !QUANTIFIERS.has(tokens[from]?.lower ?? ''))
    return from;
  const before = tokens[from - 1]?.lower ?? '';
  if (
    from - 1 >= floor &&
    /^(?:nearly|about|almost|roughly|virtually|just|only|even|around)$/.test(before)
  )
    return from - 1;
  const pair = `${tokens[from - 2]?.lower} ${before}`;
  return from - 2 >= floor && /^(?:at least|more than|fewer than|less than)$/.test(pair)
    ? from - 2
    : from;
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
    if (!DETERMINERS.has(start.lower) || !isNominal(tokens[first + 1]))
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
        (token.pos === 'PRON' || (token.pos === 'ADJ' && tokens[at - 1]?.pos === 'PROPN'))
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
