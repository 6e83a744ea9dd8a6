/**
 * Where a figure stands in its clause: behind which preposition, under which noun, object or verb.
 * Read from the parts of speech alone, leftwards from the figure, within its sentence.
 */

import { phraseEndingAt } from '../reading/phrase-endings.ts';
import { isNominal, type Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import {
  afterNumber,
  beforeTime,
  EMPTY,
  fullPhraseEndingAt,
  isTimeWord,
  withoutNumber,
} from './frame-phrases.ts';
import { isModifierVerb, isVerb, verbSubject } from './frame-verbs.ts';
import { CODE } from './unit-names.ts';

export interface Frame {
  /** Preposition right before the figure, comparators and articles stepped over; null if none. */
  link: string | null;
  /** Noun phrase that the figure measures: "a loss of 5 %", "the budget, 5 million", "turnout 5 %". */
  governor: Phrase | null;
  /** Token of the verb that governs the figure from the left, or -1. */
  verb: number;
  /** Noun phrase between that verb and the preposition: "cut rations by a third". */
  object: Phrase | null;
  /** Subject of that verb. */
  subject: Phrase | null;
  passive: boolean;
}

/** The frame of a figure of which nothing is known. */
export const NO_FRAME: Frame = {
  link: null,
  governor: null,
  verb: -1,
  object: null,
  subject: null,
  passive: false,
};

const PARTICLE = /^(?:out|off|away|aside|back|over)$/;

/** Longest stretch, in tokens, between a figure and the verb that governs it. */
const REACH = 24;

const OVER =
  /^(?:a|an|the|only|just|even|still|now|already|about|around|roughly|nearly|almost|some|record|total|combined|average|another|further|extra|estimated|staggering|whopping|net|mere|minimum|maximum|another|again|also|most|alone|both|all|more|than|least|up|down|well|likely|daily)$/;

const MEASURE_NOUN =
  /^(?:average|total|sum|record|maximum|minimum|median|mean|combined|rate|level|figure|estimate|peak|high|low)$/;

const LINK =
  /^(?:of|to|by|from|at|for|with|in|on|against|into|as|than|between|over|about|around|near|nearer|under|versus|per|beyond|toward|towards|worth|after|during)$/;

/**
 * Reads the frame of the figure whose expression begins with token `first`; `end` is the token
 * behind its unit.
 */
export function readFrame(
  tokens: readonly Token[],
  first: number,
  end: number,
  floor: number,
): Frame {
  const frame: Frame = { ...NO_FRAME };
  const at = stepOver(tokens, first - 1, floor);
  const token = tokens[at];
  if (!token || at < floor) return frame;
  const worth = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (token.lower === 'worth' && worth >= floor && isNominal(tokens[worth])) {
    frame.governor = afterNumber(tokens, fullPhraseEndingAt(tokens, worth, floor));
    return frame;
  }
  if (LINK.test(token.lower)) {
    frame.link = token.lower;
    const aside = token.lower === 'at' && tokens[at - 1]?.text === ',';
    const before = aside ? apposed(tokens, at - 1, end, floor) : linkedNoun(tokens, at, floor);
    // "the Greens on 21 percent", "Lee at 40": who stands there.
    const stands = /^(?:on|at)$/.test(token.lower) && tokens[at - 1]?.pos === 'PROPN';
    if (stands && !before && token.quote === tokens[at - 1]?.quote)
      return { ...frame, governor: phraseEndingAt(tokens, at - 1, Math.max(floor, at - 6)) };
    if (before) frame.governor = before;
    return withVerb(tokens, frame, at - 1, floor);
  }
  if (/^(?:,|—|–|--|-|:|\()$/.test(token.text)) {
    frame.governor = apposed(tokens, at, end, floor);
    return frame.governor || token.text === ',' ? frame : withVerb(tokens, frame, at - 1, floor);
  }
  if (isVerb(tokens, at)) return withVerb(tokens, frame, at, floor);
  // "pay out $5m", "hand over 40 keys": the particle belongs to the verb.
  if (PARTICLE.test(token.lower) && isVerb(tokens, at - 1))
    return withVerb(tokens, frame, at - 1, floor);
  if (/^costs?$/.test(token.lower) && token.quote === tokens[first]?.quote) {
    const subject = verbSubject(tokens, at, floor);
    return { ...frame, verb: at, subject: subject?.phrase ?? null };
  }
  const month = token.text === 'May' && tokens[at - 1]?.pos === 'ADP';
  const noun = /^(?:NOUN|PROPN|ADJ)$/.test(token.pos) && !month;
  if (noun && !isTimeWord(token) && !EMPTY.test(token.lower)) {
    frame.governor = afterNumber(tokens, fullPhraseEndingAt(tokens, at, floor));
    return withVerb(tokens, frame, (frame.governor?.from ?? at) - 1, floor);
  }
  return frame;
}

/** "the budget, 5 million a year,": the noun before the sign, unless the figure opens a clause. */
function apposed(
  tokens: readonly Token[],
  sign: number,
  end: number,
  floor: number,
): Phrase | null {
  const head = tokens[sign - 1];
  if (!head || !isNominal(head) || isTimeWord(head) || head.quote !== tokens[sign]?.quote)
    return null;
  if (/^(?:VERB|AUX)$/.test(tokens[end]?.pos ?? '')) return null;
  const phrase = withoutNumber(tokens, fullPhraseEndingAt(tokens, sign - 1, floor));
  const before = phrase && tokens[phrase.from - 1];
  // "At the start, one in ten": the sentence opens with a phrase of time or place.
  return phrase && before?.pos === 'ADP' && phrase.from - 2 < floor ? null : phrase;
}

/** Over articles, adverbs, opening marks and "an average of" before a figure. */
function stepOver(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  while (at >= floor) {
    const token = tokens[at];
    if (!token) break;
    if (token.lower === 'of' && MEASURE_NOUN.test(tokens[at - 1]?.lower ?? '')) {
      const article = tokens[at - 2];
      const linked = article && LINK.test(tokens[at - 3]?.lower ?? article.lower);
      if (!linked) break;
      at -= 2;
      continue;
    }
    const skipped =
      token.pos === 'DET' ||
      OVER.test(token.lower) ||
      (CODE.test(token.text) && tokens[at + 1]?.pos === 'NUM') ||
      /^(?:[“‘"'«„]|''|``|\$|€|£|¥)$/.test(token.text) ||
      (/^(?:HK|US|AU|NZ|CA|C|A|S)$/.test(token.text) && tokens[at + 1]?.text === '$') ||
      (token.pos === 'ADV' && !/^(?:not|never)$/.test(token.lower));
    if (!skipped || LINK_ONLY.test(token.lower)) break;
    at -= 1;
  }
  return at;
}

/** Words of both lists that are prepositions here. */
const LINK_ONLY = /^(?:to|by|from|at|of|for|in)$/;

/** "a loss of", "growth of", "a phone with": the noun that the preposition ties to the figure. */
function linkedNoun(tokens: readonly Token[], link: number, floor: number): Phrase | null {
  const head = tokens[link - 1];
  if (!head || link - 1 < floor || !/^(?:of|with)$/.test(tokens[link]?.lower ?? '')) return null;
  if (head.lower === 'worth' && tokens[link - 2]?.lower === 'net')
    return { from: link - 2, to: link };
  if (!isNominal(head) || head.pos === 'NUM' || head.pos === 'PRON' || EMPTY.test(head.lower))
    return null;
  const phrase = phraseEndingAt(tokens, link - 1, floor);
  if (!phrase) return null;
  let { from } = phrase;
  // Of "at noon at a depth of" and "three leaks and a loss of" only the last noun is meant.
  for (let at = link - 2; at >= phrase.from; at -= 1) {
    const token = tokens[at];
    if (!token || (token.lower !== 'of' && !/^(?:ADP|CCONJ|SCONJ|NUM)$/.test(token.pos))) continue;
    // "in front of a crowd of": the preposition ends before the crowd.
    if (
      token.lower === 'of' &&
      !/^(?:front|favour|favor|terms|case)$/.test(tokens[at - 1]?.lower ?? '')
    )
      continue;
    from = at + 1;
    break;
  }
  return withoutNumber(tokens, { from, to: phrase.to });
}

/** Finds the verb from `last` leftwards, its subject, and what stands between as its object. */
function withVerb(tokens: readonly Token[], frame: Frame, last: number, floor: number): Frame {
  const limit = Math.max(floor, last - REACH);
  for (let at = last; at >= limit; at -= 1) {
    const token = tokens[at];
    if (!token || /^[;:?!]$/.test(token.text)) return frame;
    if (token.text === ',' && at < last) return frame;
    if (!isVerb(tokens, at) || (at < last && isModifierVerb(tokens, at))) continue;
    frame.verb = at;
    if (at < last && frame.link !== null && !(frame.governor && frame.governor.from <= at + 1)) {
      const from = at + 1;
      const stop = frame.governor ? frame.governor.from - 1 : last;
      frame.object = objectBetween(tokens, from, stop);
    }
    const subject = verbSubject(tokens, at, floor);
    frame.subject = subject?.phrase ?? null;
    frame.passive = subject?.passive ?? false;
    if (frame.passive) frame.object = null;
    return frame;
  }
  return frame;
}

/** The nouns from `from` to `last` inclusive, without a trailing "up" or time. */
function objectBetween(tokens: readonly Token[], from: number, last: number): Phrase | null {
  let end = beforeTime(tokens, last, from);
  while (end >= from && /^(?:ADV|ADP|PART|PUNCT|ADJ)$/.test(tokens[end]?.pos ?? '')) end -= 1;
  if (end < from || !isNominal(tokens[end])) return null;
  let start = from;
  while (start <= end && /^(?:ADV|ADP|PART)$/.test(tokens[start]?.pos ?? '')) start += 1;
  for (let at = start; at <= end; at += 1) {
    if (/^(?:that|which|who)$/.test(tokens[at]?.lower ?? '')) return null;
  }
  // "put the chance of 900 deaths at": a figure may stand inside, behind "of".
  const inner = tokens[start]?.pos === 'DET' && tokens[start + 2]?.lower === 'of';
  if (!inner && start <= end && !withoutNumber(tokens, { from: start, to: end + 1 })) return null;
  return start <= end ? { from: start, to: end + 1 } : null;
}
