/** Adjuncts to step over beside a cue, and small questions about a range of words. */
import { DOCUMENTS } from './lexicon.ts';
import { CALENDAR, phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';

const ADJUNCT_PREPOSITIONS = new Set(
  'of in at on during after before to by via through from with over following'.split(' '),
);
/** What a statement is about may stand before it, but more often is part of it. */
const TOPIC_PREPOSITIONS = new Set('about outside inside near regarding'.split(' '));
const TIME_WORDS = new Set(
  'last this next late early earlier later week month year morning afternoon evening night weekend ago recently again today yesterday tonight shortly once also then publicly repeatedly flatly simply bluntly'.split(
    ' ',
  ),
);

/**
 * Steps over "on Tuesday", "in a statement", "to reporters", adverbs. With `commas` also over
 * ", a retired judge" style insertions up to the end: used to see whether content follows at all.
 */
export function skipAdjuncts(
  tokens: readonly Token[],
  from: number,
  to: number,
  commas: boolean,
  topics = true,
): number {
  let at = from;
  for (let step = 0; step < 8; step += 1) {
    const token = tokens[at];
    if (!token || at >= to) return at;
    if (token.quote >= 0) return at;
    if (
      CALENDAR.has(token.lower) ||
      TIME_WORDS.has(token.lower) ||
      (token.pos === 'ADV' &&
        !/^(?:how|why|when|where|there|here|not|no|none|as|so|too|only|never|now|even|just|about)$/.test(
          token.lower,
        ))
    ) {
      at += 1;
      continue;
    }
    if (token.pos === 'NUM' && CALENDAR.has(tokens[at - 1]?.lower ?? '')) {
      at += 1;
      continue;
    }
    const topic = topics && TOPIC_PREPOSITIONS.has(token.lower);
    if (!topic && !ADJUNCT_PREPOSITIONS.has(token.lower)) return at;
    const next = adjunctEnd(tokens, at, to, commas);
    if (next < 0) return at;
    if (topic && !opensQuotation(tokens, skipAdjuncts(tokens, next, to, commas, false), to))
      return at;
    at = next;
  }
  return at;
}

/** `, “…”` or `that “…”`: a quotation surely begins here. */
function opensQuotation(tokens: readonly Token[], at: number, to: number): boolean {
  const opener = tokens[at];
  if (!opener || at + 1 >= to || opener.quote >= 0) return false;
  return /^(?:,|that)$/.test(opener.lower) && (tokens[at + 1]?.quote ?? -1) >= 0;
}

/** End of the prepositional phrase at `at` if it is an adjunct of speaking, else -1. */
function adjunctEnd(tokens: readonly Token[], at: number, to: number, final: boolean): number {
  const title = titleEnd(tokens, at + 1, to);
  if (title > 0) return title;
  const phrase = phraseStartingAt(tokens, at + 1, to);
  if (!phrase) {
    const next = tokens[at + 1];
    if (next && (CALENDAR.has(next.lower) || TIME_WORDS.has(next.lower))) return at + 2;
    if (next && final && /ing$/.test(next.lower)) return endOfRun(tokens, at + 1, to);
    return -1;
  }
  const participle = tokens[phrase.to];
  const document = DOCUMENTS.has(tokens[phrase.to - 1]?.lower ?? '');
  return document && participle && ISSUED.test(participle.lower) ? phrase.to + 1 : phrase.to;
}

/** "in a statement read on the radio", "in a report published on Friday". */
const ISSUED =
  /^(?:read|published|released|issued|posted|carried|broadcast|obtained|seen|sent|written|provided|circulated)$/;

/** End of a short quoted name after a preposition (on “Morning Call”), or -1. */
function titleEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    at < from + 5 &&
    (tokens[at]?.quote ?? -1) < 0 &&
    /^(?:PROPN|DET|NOUN|ADJ|PART|NUM)$/.test(tokens[at]?.pos ?? '')
  )
    at += 1;
  const quote = tokens[at]?.quote ?? -1;
  if (quote < 0 || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return -1;
  let end = at;
  while (end < to && tokens[end]?.quote === quote) end += 1;
  return end - at <= 8 ? end : -1;
}

function endOfRun(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && !/^[,;.]$/.test(tokens[at]?.text ?? '.') && (tokens[at]?.quote ?? -1) < 0)
    at += 1;
  return at;
}

/** `it was “a mess,” adding …`: a comma that stands inside the marks. */
export function closesWithComma(tokens: readonly Token[], at: number): boolean {
  const quote = tokens[at]?.quote ?? -1;
  return quote >= 0 && tokens[at + 1]?.quote !== quote && tokens[at - 1]?.text === ',';
}

export function isEndOfSpeech(token: Token | undefined): boolean {
  return !token || /^(?:[,;.?!)—–]|--|…|\.{2,})$/.test(token.text);
}

/** True where nothing but adjuncts stands between `at` and the end of the clause. */
export function endsAfter(tokens: readonly Token[], at: number, to: number): boolean {
  const next = skipAdjuncts(tokens, at, to, true);
  return next >= to || isEndOfSpeech(tokens[next]);
}

/** `to` without the punctuation before it that stands outside quotation marks. */
export function trimmedEnd(tokens: readonly Token[], to: number, from: number): number {
  let end = to;
  while (end > from && (tokens[end - 1]?.quote ?? -1) < 0 && isEndOfSpeech(tokens[end - 1]))
    end -= 1;
  return end;
}

export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (
      token &&
      (token.pos === 'VERB' ||
        token.pos === 'AUX' ||
        /^(?:'re|'ll|'ve|'m|'d|n't)$/.test(token.lower))
    )
      return true;
  }
  return false;
}

/** True where a word of the range stands inside quotation marks. */
export function hasQuoted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((tokens[at]?.quote ?? -1) >= 0) return true;
  return false;
}
