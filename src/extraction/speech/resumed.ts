/** Where an interrupted content goes on behind its cue. */
import { isApposition } from '../reading/clause-starts.ts';
import { hasVerb, isEndOfSpeech, skipAdjuncts, trimmedEnd } from '../reading/content.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import type { Site } from './sites.ts';

/** The part of an interrupted content that follows the cue: `", he said, "…"`. */
export function resumed(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  before: Phrase,
  to: number,
): Phrase[] {
  let at = skipAdjuncts(tokens, site.at + 1, to, true);
  if (tokens[at]?.text !== ',' && tokens[at]?.quote === -1) {
    const phrase = phraseStartingAt(tokens, at, to);
    if (phrase) at = skipAdjuncts(tokens, phrase.to, to, true);
  }
  const pieces = resumedAt(tokens, at, sites, before, to);
  return pieces.length > 0 ? pieces : resumedLater(tokens, site, sites, before, to);
}

/** `“The lock,” she replied when it was put to her, “is safe.”`: the quotation ends the sentence. */
function resumedLater(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  before: Phrase,
  to: number,
): Phrase[] {
  if ((tokens[before.to - 1]?.quote ?? -1) < 0 || sites.some((other) => other.at > site.at))
    return [];
  let at = site.at + 1;
  while (at < to && (tokens[at]?.quote ?? -1) < 0) at += 1;
  const comma = /^(?:,|—|–|--)$/.test(tokens[at - 1]?.text ?? '');
  if (at >= to || !comma || !/^\p{Ll}/u.test(tokens[at + 1]?.text ?? '')) return [];
  let end = at;
  while (end < to && (tokens[end]?.quote ?? -1) >= 0) end += 1;
  return [{ from: at, to: end }];
}

/** A few words in marks, the first and the last of which are capitalised, and no stop behind them. */
export function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  let end = from;
  while (end < to && tokens[end]?.quote === tokens[from]?.quote) end += 1;
  const words = tokens.slice(from + 1, end).filter((token) => /[\p{L}\p{N}]/u.test(token.text));
  const capital = (token: Token | undefined): boolean => /^[\p{Lu}\p{N}]/u.test(token?.text ?? '');
  return words.length < 7 && capital(words[0]) && capital(words.at(-1));
}

const WORKS =
  /^(?:book|memoir|autobiography|biography|novel|film|movie|documentary|show|series|song|album|essay|play|poem)s?$/;

/** "in her 2012 book, “The Last Lock,”": a title behind the noun for the work. */
export function namesWork(tokens: readonly Token[], from: number, to: number): boolean {
  const noun = tokens[from - 1]?.text === ',' ? tokens[from - 2] : tokens[from - 1];
  return WORKS.test(noun?.lower ?? '') && isTitle(tokens, from, to);
}

function resumedAt(
  tokens: readonly Token[],
  from: number,
  sites: readonly Site[],
  before: Phrase,
  to: number,
): Phrase[] {
  let at = from;
  const sign = tokens[at];
  if (!sign || at >= to) return [];
  if (sign.quote < 0) {
    if (!/^(?:[,:;.—–]|--)$/.test(sign.text)) return [];
    at += 1;
  }
  const next = tokens[at];
  if (!next || at >= to) return [];
  const quoted = (tokens[before.to - 1]?.quote ?? -1) >= 0;
  if (next.quote >= 0) {
    // "told “Fox and Friends”": without a sign between, a name.
    if ((sign.quote >= 0 && isTitle(tokens, at, to)) || namesWork(tokens, at, to)) return [];
    let end = at;
    while (end < to && tokens[end]?.quote === next.quote) end += 1;
    return [{ from: at, to: end }];
  }
  if (quoted && sign.text === ',' && resumesOutside(tokens, at))
    return [{ from: at, to: trimmedEnd(tokens, to, at) }];
  if (
    quoted ||
    /ing$/.test(next.lower) ||
    /^(?:who|which|a|an|and|but|according|while|where|as|whose|when)$/.test(next.lower)
  )
    return [];
  if (sites.some((other) => other.at > at && other.groupFrom <= at + 3)) return [];
  let end = to;
  while (end > at && isEndOfSpeech(tokens[end - 1])) end -= 1;
  const rest = { from: at, to: end };
  const goesOn = hasVerb(tokens, at, end) || end - at > 2;
  return goesOn && !isApposition(tokens, rest) ? [rest] : [];
}

/** `“We are worried,” they wrote, that it leaks` and `, and “angry.”`: the quoted clause goes on outside the marks. */
function resumesOutside(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.lower;
  return next === 'that' || (next === 'and' && (tokens[at + 1]?.quote ?? -1) >= 0);
}
