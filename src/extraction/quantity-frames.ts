/**
 * Where a figure stands in its clause: behind which preposition, under which noun, object or verb.
 * Read from the parts of speech alone, leftwards from the figure, within its sentence.
 */
import { findSubject, type Subject } from './clauses.ts';
import { AUXILIARIES, CALENDAR, isNominal, type Phrase, phraseEndingAt } from './phrases.ts';
import type { Token } from './tokens.ts';

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

/** Longest stretch, in tokens, between a figure and the verb that governs it. */
const REACH = 24;

const OVER =
  /^(?:a|an|the|only|just|even|still|now|already|about|around|roughly|nearly|almost|some|record|total|combined|average|another|further|extra|estimated|staggering|whopping|net|mere|minimum|maximum|another|again|also|most|alone|both|all|more|than|least|up|down|well|likely|daily)$/;

const MEASURE_NOUN =
  /^(?:average|total|sum|record|maximum|minimum|median|mean|combined|rate|level|figure|estimate|peak|high|low)$/;

const LINK =
  /^(?:of|to|by|from|at|for|with|in|on|against|into|as|than|between|over|about|around|near|nearer|under|versus|per|beyond|toward|towards|worth|after|during)$/;

const INNER_LINK =
  /^(?:of|for|in|at|from|with|on|to|against|among|between|through|across|per|along|under|over|by)$/;

/** Words that never open a noun phrase which a reader would call the subject. */
const EMPTY = /^(?:it|he|she|they|we|i|you|that|this|there|who|which|what|these|those|one)$/;

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
  /^(?:next|last|past|this|that|same|year|years|month|months|week|weeks|weekend|day|days|quarter|decade|time|today|season|summer|winter|spring|autumn|fall|earlier|later|ago|so|far|early|late|morning|evening|night|afternoon|first|second|third|fourth|half)$/;

function isTimeWord(token: Token | undefined): boolean {
  return token !== undefined && (CALENDAR.has(token.lower) || TIME_WORD.test(token.lower));
}

/** Steps back over "in the quarter", "on Friday", "last year"; the token before, or `last`. */
function beforeTime(tokens: readonly Token[], last: number, floor: number): number {
  if (!isTimeWord(tokens[last]) && !/^(?:19|20)\d\d$/.test(tokens[last]?.text ?? '')) return last;
  let at = last;
  while (
    at > floor &&
    (isTimeWord(tokens[at]) ||
      /^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ||
      /^(?:in|on|over|for|during|of|the|since|to|by|at|a)$/.test(tokens[at]?.lower ?? ''))
  )
    at -= 1;
  return at;
}

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
  if (token.lower === 'worth' && isNominal(tokens[at - 1])) {
    frame.governor = fullPhraseEndingAt(tokens, at - 1, floor);
    return frame;
  }
  if (LINK.test(token.lower)) {
    frame.link = token.lower;
    const before = linkedNoun(tokens, at, floor);
    if (before) frame.governor = before;
    return withVerb(tokens, frame, at - 1, floor);
  }
  if (/^(?:,|—|–|--|-|:|\()$/.test(token.text)) {
    frame.governor = apposed(tokens, at, end, floor);
    return frame.governor || token.text === ',' ? frame : withVerb(tokens, frame, at - 1, floor);
  }
  if (isVerb(tokens, at)) return withVerb(tokens, frame, at, floor);
  if (/^costs?$/.test(token.lower) && token.quote === tokens[first]?.quote) {
    const subject = verbSubject(tokens, at, floor);
    return { ...frame, verb: at, subject: subject?.phrase ?? null };
  }
  if (/^(?:NOUN|PROPN|ADJ)$/.test(token.pos) && !isTimeWord(token) && !EMPTY.test(token.lower)) {
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

/** The phrase without an earlier figure that was read into it: "to $84 and Blue Mills rose". */
function afterNumber(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  if (!phrase || withoutNumber(tokens, phrase)) return phrase;
  let from = phrase.to - 1;
  while (from > phrase.from && !/^(?:CCONJ|PUNCT|ADP|NUM|SYM)$/.test(tokens[from - 1]?.pos ?? ''))
    from -= 1;
  return withoutNumber(tokens, { from, to: phrase.to });
}

/** Null where the phrase holds another figure; a number behind a name ("the S&P 500") is none. */
function withoutNumber(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  if (!phrase) return null;
  for (let at = phrase.from; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (!/^\d|^[$€£¥%]$/.test(token?.text ?? '') || /^(?:19|20)\d\d$/.test(token?.text ?? ''))
      continue;
    if (at === phrase.from || tokens[at - 1]?.pos !== 'PROPN') return null;
  }
  return phrase;
}

const SAME_FORM = /^(?:shot|cut|hit|set|put|lost|found|felt|left|spent|made)$/;

function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  // "had shot down", "and cost": forms that the tagger takes for nouns.
  if (token?.pos === 'NOUN') {
    const before = tokens[at - 1];
    return /^costs?$/.test(token.lower)
      ? !/^(?:DET|ADJ|NOUN|VERB|ADP)$/.test(before?.pos ?? '') || /[^s]s$/.test(before?.lower ?? '')
      : SAME_FORM.test(token.lower) && before?.pos === 'AUX';
  }
  return (
    token !== undefined &&
    (token.pos === 'VERB' || token.pos === 'AUX') &&
    token.lower !== "'s" &&
    tokens[at - 1]?.pos !== 'DET'
  );
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

/** "a loss of", "growth of", "an estimate of": the noun that "of" ties to the figure. */
function linkedNoun(tokens: readonly Token[], link: number, floor: number): Phrase | null {
  const head = tokens[link - 1];
  if (!head || link - 1 < floor || tokens[link]?.lower !== 'of') return null;
  if (!isNominal(head) || head.pos === 'NUM' || head.pos === 'PRON' || EMPTY.test(head.lower))
    return null;
  const phrase = phraseEndingAt(tokens, link - 1, floor);
  if (!phrase) return null;
  let { from } = phrase;
  // Of "at noon at a depth of" and "three leaks and a loss of" only the last noun is meant.
  for (let at = link - 2; at >= phrase.from; at -= 1) {
    const token = tokens[at];
    if (!token || (token.lower !== 'of' && !/^(?:ADP|CCONJ|SCONJ|NUM)$/.test(token.pos))) continue;
    if (token.lower === 'of') continue;
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

/** A participle before a noun ("rising prices"), or after one without an auxiliary. */
function isModifierVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (next?.lower === 'by' && isNominal(tokens[at - 1]) && /(?:ed|en)$/.test(token?.lower ?? ''))
    return true;
  return (
    token !== undefined &&
    /(?:ed|ing|en)$/.test(token.lower) &&
    next !== undefined &&
    /^(?:NOUN|PROPN)$/.test(next.pos) &&
    !AUXILIARIES.has(tokens[at - 1]?.lower ?? '') &&
    /^(?:DET|ADJ|ADP|CCONJ|PRON)$/.test(tokens[at - 1]?.pos ?? '')
  );
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

/**
 * Subject of the verb at `at`. A verb without one of its own, or with a pronoun, takes that of the
 * verb before it in the sentence; a pronoun is given back where there is none.
 */
export function verbSubject(
  tokens: readonly Token[],
  at: number,
  floor: number,
): { phrase: Phrase; passive: boolean } | null {
  let passive: boolean | null = null;
  let pronoun: { phrase: Phrase; passive: boolean } | null = null;
  for (let verb = at, tries = 0; verb >= floor && tries < 4; tries += 1) {
    const subject = findSubject(tokens, verb, floor);
    const phrase = subject && afterNumber(tokens, subjectPhrase(tokens, subject, floor));
    if (phrase) {
      // "Critics say that it is 9 percent": the pronoun is not the one who says so.
      if (isEmptyPhrase(tokens, phrase) && tokens[phrase.from - 1]?.lower === 'that')
        return { phrase, passive: passive ?? subject.passive };
      if (!isEmptyPhrase(tokens, phrase)) return { phrase, passive: passive ?? subject.passive };
      passive ??= subject.passive;
      pronoun ??= { phrase, passive };
    }
    let next = Math.min(verb, subject?.from ?? verb) - 1;
    while (next >= floor && !isVerb(tokens, next)) next -= 1;
    verb = next;
  }
  return pronoun;
}

function subjectPhrase(tokens: readonly Token[], subject: Subject, floor: number): Phrase | null {
  if (subject.how !== 'direct') return { from: subject.from, to: subject.to };
  const full = fullPhraseEndingAt(tokens, subject.to - 1, floor);
  return full && isTimeWord(tokens[full.to - 1]) ? null : full;
}

const PLURAL = /^(?:they|them|their|these|those)$/;

/** What "it" or "they" at token `at` stands for: the subject, else a noun, of the sentence before. */
export function antecedentOf(
  tokens: readonly Token[],
  at: number,
  before: { from: number; to: number } | undefined,
): Phrase | null {
  const pronoun = tokens[at]?.lower ?? '';
  if (!before || !/^(?:it|they|its|their|them)$/.test(pronoun)) return null;
  const plural = PLURAL.test(pronoun);
  for (let verb = before.from; verb < before.to; verb += 1) {
    if (!isVerb(tokens, verb)) continue;
    const subject = verbSubject(tokens, verb, before.from)?.phrase;
    if (tokens[subject?.from ?? 0]?.pos === 'NUM') break;
    if (subject && !isEmptyPhrase(tokens, subject) && isPlural(tokens, subject) === plural)
      return subject;
    break;
  }
  for (let last = before.to - 1; plural && last > before.from; last -= 1) {
    const token = tokens[last];
    if (token?.pos !== 'NOUN' || !/[^s]s$/.test(token.lower) || isTimeWord(token)) continue;
    return fullPhraseEndingAt(tokens, last, before.from);
  }
  return null;
}

function isPlural(tokens: readonly Token[], phrase: Phrase): boolean {
  let head = phrase.from;
  while (head + 1 < phrase.to && tokens[head + 1]?.pos !== 'ADP') head += 1;
  return /[^s]s$|^(?:people|men|women|children|police)$/.test(tokens[head]?.lower ?? '');
}
