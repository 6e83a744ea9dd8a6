/**
 * Reported speech inside one sentence: for each reporting verb the content that it governs (after
 * it, before it, or on both sides) and the phrase that names who speaks. Frames say which
 * complements a verb takes; quotations count as blocks of the sentence.
 */

import { startsClause, WH } from '../reading/clause-starts.ts';
import { hasQuoted, hasVerb, skipAdjuncts } from '../reading/content.ts';
import { isTimeNoun } from '../reading/phrase-parts.ts';
import {
  AUXILIARIES,
  findSign,
  isNominal,
  type Phrase,
  phraseStartingAt,
} from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { findCue } from '../reading/verbs.ts';
import { clauseEnd } from './clause-ends.ts';
import { isRestricted, laterThat } from './later-clauses.ts';
import { laterQuotation } from './later-quotations.ts';
import { objectContent } from './objects.ts';
import { namesWork } from './resumed.ts';
import type { Site } from './sites.ts';
import { isDenied, isStated } from './stated.ts';

export interface Report {
  /** Token ranges of the content, in order. */
  pieces: Phrase[];
  /** The phrase or pronoun beside the cue. */
  mention: Phrase | null;
  /** What a relative pronoun as mention stands for. */
  antecedent?: Phrase;
  /** Token range of the cue, or null for a quotation that has none. */
  verb: Phrase | null;
  lemma: string;
  sentence: number;
  /** True where the content stands after the cue. */
  after: boolean;
  rule: string;
}

/** True where the token stands in the content. */
export function covers(report: Report, at: number): boolean {
  return report.pieces.some((piece) => piece.from <= at && at < piece.to);
}

function particleEnd(tokens: readonly Token[], site: Site): number {
  const next = tokens[site.next]?.lower ?? '';
  if (/^point(?: to)?$/.test(site.cue.lemma) && /^(?:out|to)$/.test(next)) return site.next + 1;
  if (site.cue.lemma === 'make clear') return site.next + (next === 'it' ? 2 : 1);
  if (
    /^(?:back|out|on|up)$/.test(next) &&
    /^(?:go|went|fire|shoot|hit|strike|call|speak|cry|shout|continue|lash|snap)/.test(
      site.cue.lemma,
    )
  ) {
    const after = tokens[site.next + 1];
    if (after && (/^[,:]$/.test(after.text) || after.quote >= 0)) return site.next + 1;
  }
  return site.next;
}

/** Content after the cue, or null. The frame decides what may stand there. */
export function contentAfter(
  tokens: readonly Token[],
  site: Site,
  sites: readonly Site[],
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame } = site.cue;
  const first = particleEnd(tokens, site);
  const end = (from: number): number => clauseEnd(tokens, from, to, site, sites);
  let at = skipAdjuncts(tokens, first, to, false);
  const opener = tokens[at];
  // "announced earlier this month that it leaks" has no object.
  const timed = at > first && opener?.lower === 'that';
  const object = timed ? null : objectContent(tokens, site, first, end, to);
  if (object) return isStated(tokens, site, object) ? object : null;
  const open =
    /^(?:that|he|she|they|i|we)$/.test(opener?.lower ?? '') ||
    WH.has(opener?.lower ?? '') ||
    (/[cs]/.test(frame) && site.cue.lemma !== 'tell' && opensPlainClause(tokens, at, to));
  if (/t/.test(frame) && !open && (opener?.quote ?? -1) < 0) {
    const addressee = phraseStartingAt(tokens, at, to);
    // "told both of them in May that it leaks".
    const that = addressee ? -1 : laterThat(tokens, first, to);
    if (that > 0) return thatClause(tokens, that, end(that));
    if (addressee) at = skipAdjuncts(tokens, addresseeEnd(tokens, addressee, to), to, false);
  }
  // "said at a meeting in Lund that it leaks"
  const later = tokens[at]?.pos === 'ADP' && /[cst]/.test(frame) ? laterThat(tokens, at, to) : -1;
  if (later > 0) return thatClause(tokens, later, end(later));
  const found = clauseContent(tokens, site, at, end, to);
  if (found) return found;
  const quotation =
    site.subject && /[csqt]/.test(frame) ? laterQuotation(tokens, site, sites, to) : -1;
  if (quotation > 0) return { from: quotation, to: end(quotation), rule: 'quotation after cue' };
  const that = /[cst]/.test(frame) ? laterThat(tokens, first, to) : -1;
  if (that < 0 || (!/t/.test(frame) && isRestricted(tokens, first, that))) return null;
  return thatClause(tokens, that, end(that));
}

/** "told reporters in Ohio he": the addressee must leave a clause behind it. */
function addresseeEnd(tokens: readonly Token[], phrase: Phrase, _to: number): number {
  const first = tokens[phrase.from];
  if (first?.pos === 'PRON' && !isOwner(first, tokens[phrase.from + 1])) return phrase.from + 1;
  for (let at = phrase.from + 1; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (
      token &&
      token.pos === 'NOUN' &&
      /s$/.test(token.lower) &&
      isNominal(tokens[at + 1]) &&
      tokens[at + 1]?.pos === 'PROPN'
    )
      return at + 1;
  }
  return phrase.to;
}

/** "his" of "told his aides", not "her" of "told her she". */
function isOwner(token: Token, next: Token | undefined): boolean {
  return (
    /^(?:his|her|its|their|our|my|your)$/.test(token.lower) &&
    /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')
  );
}

function clauseContent(
  tokens: readonly Token[],
  site: Site,
  from: number,
  end: (from: number) => number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame } = site.cue;
  let at = from;
  const sign = tokens[at];
  if (!sign || at >= to) return null;
  if (sign.text === ':' || (sign.text === ',' && (tokens[at + 1]?.quote ?? -1) >= 0)) at += 1;
  else if (sign.text === ',') {
    // ", adding," and ", adding that": another cue reports what follows.
    if (/ing$/.test(tokens[at + 1]?.lower ?? '') && findCue(tokens[at + 1]?.lower ?? ''))
      return null;
    const close = findSign(tokens, ',', at + 2, Math.min(to, at + 14));
    const resumed = close > 0 ? tokens[close + 1] : undefined;
    if (
      tokens[at + 1]?.lower !== 'that' &&
      !(resumed && (resumed.lower === 'that' || resumed.quote >= 0))
    )
      return null;
    at = tokens[at + 1]?.lower === 'that' ? at + 1 : close + 1;
  }
  const token = tokens[at];
  if (!token || at >= to) return null;
  if (token.quote >= 0) {
    if (!/[csqtank]/.test(frame) || namesWork(tokens, at, to)) return null;
    return { from: at, to: end(at), rule: 'quotation after cue' };
  }
  const glued = token.start === tokens[at - 1]?.end;
  if (/^[,;.?!)—–]$|^--$/.test(token.text) || (token.text === '-' && !glued)) return null;
  if (!/[cst]/.test(frame)) return null;
  if (token.lower === 'that') return thatClause(tokens, at, end(at));
  if (WH.has(token.lower))
    return tellsQuestion(tokens, at, site) ? { from: at, to: end(at), rule: 'wh-clause' } : null;
  if (sign.text === ':') return { from: at, to: end(at), rule: 'clause after colon' };
  if (site.cue.lemma === 'ask') return null;
  const stop = end(at);
  if (!/[ct]/.test(frame))
    return opensPlainClause(tokens, at, stop) ? { from: at, to: stop, rule: 'bare clause' } : null;
  const lenient = /^(?:say|tell|state)$/.test(site.cue.lemma);
  if (isPlainlySaid(tokens, site, at, stop)) return { from: at, to: stop, rule: 'bare clause' };
  if (lenient ? hasVerb(tokens, at, stop) : startsClause(tokens, at, stop))
    return { from: at, to: stop, rule: 'bare clause' };
  return null;
}

/** "she said the gate looks old", whose verb the tagger takes for a noun; not "what she said years ago". */
function isPlainlySaid(tokens: readonly Token[], site: Site, from: number, to: number): boolean {
  const { subject, cue } = site;
  if (cue.lemma !== 'say' || !subject || to - from < 4) return false;
  if (/^(?:what|which|that|so)$/.test(tokens[subject.from - 1]?.lower ?? '')) return false;
  if (tokens[site.groupFrom - 1]?.text === ',' && subject.how === 'direct') return false;
  return /^(?:DET|NOUN|PROPN|ADJ)$/.test(tokens[from]?.pos ?? '');
}

/** Verbs that find something out: "shows how it leaks" says nothing of what was shown. */
const FINDS =
  /^(?:show|find|determine|demonstrate|illustrate|highlight|reveal|point|signal|announce)$/;
/** Verbs that ask or answer a question. */
const QUESTIONS =
  /^(?:say|tell|ask|explain|know|inform|advise|state|disclose|remember|recall|clarify|specify)$/;

/** True where a clause with a question word is what was said: "explained how it leaks". */
function tellsQuestion(tokens: readonly Token[], at: number, site: Site): boolean {
  const { lemma, form } = site.cue;
  const word = tokens[at]?.lower ?? '';
  // "told the keepers who had come, “…”"
  if (word === 'who' && at > site.next && tokens[at - 1]?.pos === 'NOUN') return false;
  if (lemma === 'say' && form !== 'past' && word !== 'if' && !isDenied(tokens, site)) return false;
  if (FINDS.test(lemma)) return false;
  return !/^(?:who|when|where)$/.test(word) || QUESTIONS.test(lemma);
}

/** "that it rained"; in "he said that" and "confirmed that view" it only points back. */
function thatClause(
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const states = to - from > 3 || hasVerb(tokens, from + 1, to) || hasQuoted(tokens, from, to);
  return states ? { from, to, rule: 'that-clause' } : null;
}

/** A pronoun or a noun phrase right before a modal or auxiliary: surely a clause. */
function opensPlainClause(tokens: readonly Token[], from: number, to: number): boolean {
  // "names mentioned as possible nominees are".
  if (tokens[from]?.lower === 'as') return false;
  const phrase = phraseStartingAt(tokens, from, to);
  const verb = phrase && tokens[phrase.to];
  if (!phrase || !verb || phrase.to >= to) return false;
  if (AUXILIARIES.has(verb.lower) && verb.lower !== "'s" && verb.lower !== 'not') return true;
  return (
    /^(?:he|she|they|it|we|i|you)$/.test(tokens[from]?.lower ?? '') &&
    verb.pos === 'VERB' &&
    !/ing$/.test(verb.lower)
  );
}

/** Content before the cue's subject (or before an inverted cue): from `floor` up to the comma. */
export function contentBefore(
  tokens: readonly Token[],
  edge: number,
  floor: number,
): Phrase | null {
  let to = edge;
  const last = tokens[edge - 1];
  if (!last || edge <= floor) return null;
  if (/^(?:,|—|–|--)$/.test(last.text) && last.quote < 0) to -= 1;
  else if (last.quote < 0) return null;
  let from = floor;
  while (
    from < to &&
    /^(?:[,;.—–-]|--|\))$/.test(tokens[from]?.text ?? '') &&
    (tokens[from]?.quote ?? -1) < 0
  )
    from += 1;
  if (
    /^(?:but|and|so|yet|or)$/i.test(tokens[from]?.lower ?? '') &&
    (tokens[from + 1]?.quote ?? -1) >= 0
  )
    from += 1;
  return from < to ? { from, to } : null;
}

export function isInverted(tokens: readonly Token[], site: Site, floor: number): boolean {
  const before = tokens[site.at - 1];
  if (!before || site.at - 1 < floor || !/[csqt]/.test(site.cue.frame) || site.cue.form === 'ing')
    return false;
  const joined = before.quote >= 0 || /^(?:,|—|–|--)$/.test(before.text);
  if (!joined) return false;
  // "Ann Lee, 22, of Lund, said the lock leaks": its subject opens the sentence.
  const { subject } = site;
  if (subject?.how === 'appositive' && (subject.edge ?? subject.from) === floor) return false;
  const next = tokens[site.at + 1];
  if (!next || next.quote >= 0 || site.cue.lemma === 'tell') return false;
  // "wrote last week": a time, no source.
  if (/^(?:last|this|earlier|late|early)$/.test(next.lower) && isTimeNoun(tokens[site.at + 2]))
    return false;
  if ((AUXILIARIES.has(next.lower) && next.text === next.lower) || next.lower === 'that')
    return false;
  return next.pos === 'DET' || isNominal(next) || next.pos === 'ADJ' || /^\p{Lu}/u.test(next.text);
}
