/**
 * The whole phrase of a source: the mention with the party, age, office or restrictive clause by
 * which the sentence tells who it is ("Ann Lee, 34, a nurse,"), where `mention` is its core. A
 * relative clause between commas tells something else of a source that is told already.
 */
import { isEndOfSpeech } from '../reading/content.ts';
import { opensReduced } from '../reading/insertions.ts';
import { DOCUMENTS, ROLE_NOUNS } from '../reading/lexicon.ts';
import { isParticiple, isTimeNoun } from '../reading/phrase-parts.ts';
import { CALENDAR, findSign, type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';

const RELATIVE = /^(?:who|whose|which|whom)$/;
const NEAR = /^(?:close|familiar|involved)$/;
/** Insertions that tell of the occasion, not of the source. */
const OCCASION =
  /^(?:in|on|at|by|with|during|after|before|when|while|as|for|to|from|through|via|citing|speaking|asked|responding|referring|appearing|writing|however|meanwhile|too|though|again|then|and|but|like|unlike|despite|under|following|without|if|because|since|once|also|instead|perhaps|still|according)$/;

/** Token range of the whole phrase; null where the report names nobody. */
export function wholeMention(
  tokens: readonly Token[],
  report: Report,
  cue: Phrase | null,
  sentence: Sentence | undefined,
): Phrase | null {
  const { mention } = report;
  if (!mention || !sentence || !cue || report.antecedent) return mention;
  const to =
    mention.to <= cue.from
      ? endBefore(tokens, mention.to, cue.from)
      : endBehind(tokens, mention.to, sentence.to, report);
  return { from: mention.from, to };
}

/** Between the mention and its verb: a bracket or an appositive, its closing comma included. */
function endBefore(tokens: readonly Token[], from: number, to: number): number {
  if (from >= to || to - from > 60) return from;
  let at = from;
  if (tokens[at]?.text === '(') {
    const close = findSign(tokens, ')', at, to);
    if (close < 0) return from;
    at = close + 1;
    if (at >= to) return at;
  }
  if (isDated(tokens, at, to)) return to;
  const sign = tokens[at];
  const first = tokens[at + 1];
  const last = tokens[to - 1];
  if (!sign || !first || !last || at + 1 >= to) return at;
  if (RELATIVE.test(sign.lower) || restricts(tokens, at)) return to;
  if (sign.text !== ',' && !/^(?:—|–|--|-)$/.test(sign.text)) return at;
  if (last.text !== sign.text || RELATIVE.test(first.lower)) return at;
  const dashed = sign.text !== ',' && /^(?:and|or|including)$/.test(first.lower);
  return dashed || describes(tokens, at + 1) ? insertionEnd(tokens, at + 1, to) : at;
}

/** "including the mayor", "then a keeper", "managing director": no occasion, though it opens like one. */
function describes(tokens: readonly Token[], at: number): boolean {
  const [first, next] = [tokens[at], tokens[at + 1]];
  if (!first || !next) return false;
  if (first.lower === 'including') return true;
  if (/^(?:then|also)$/.test(first.lower)) return /^(?:DET|NOUN|PROPN|NUM)$/.test(next.pos);
  if (/ing$/.test(first.lower))
    return first.lower === 'acting' || (first.pos === 'VERB' && isOffice(next));
  return !OCCASION.test(first.lower);
}

/** "director" of "managing director", "member" of "ranking member". */
function isOffice(token: Token): boolean {
  return token.pos === 'NOUN' && ROLE_NOUNS.has(token.lower);
}

/** "a poll in February", "a survey last week": the time of a document, up to the cue. */
function isDated(tokens: readonly Token[], from: number, to: number): boolean {
  if (!DOCUMENTS.has(tokens[from - 1]?.lower ?? '')) return false;
  return tokens
    .slice(from, to)
    .every(
      (token) =>
        CALENDAR.has(token.lower) ||
        isTimeNoun(token) ||
        /^(?:in|on|last|this|early|late|the|same|\d+)$/.test(token.lower),
    );
}

/** "handling the suit", "published on Monday": a clause right behind the noun that it restricts. */
function restricts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.pos !== 'VERB' || !next) return false;
  // "poll released on Monday", not "she released a statement".
  const passive =
    next.pos === 'ADP' || CALENDAR.has(next.lower) || /^(?:this|last)$/.test(next.lower);
  return opensReduced(tokens, at) || (passive && isParticiple(token));
}

/** Up to the comma before the first verb of the subject, where another stands before the cue. */
function insertionEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at + 1 < to; at += 1) {
    const next = tokens[at + 1];
    if (tokens[at]?.text !== ',' || !next || next.quote >= 0) continue;
    const verb = next.pos === 'ADV' ? tokens[at + 2] : next;
    if (verb && /^(?:VERB|AUX)$/.test(verb.pos) && !/ing$/.test(verb.lower)) return at + 1;
  }
  return to;
}

/** Behind an inverted verb or "according to": an appositive up to the end of its clause. */
function endBehind(tokens: readonly Token[], from: number, limit: number, report: Report): number {
  const next = report.pieces.find((piece) => piece.from >= from)?.from ?? limit;
  const to = Math.min(limit, next);
  let at = from;
  if (tokens[at]?.text === '(') {
    const close = findSign(tokens, ')', at, to);
    if (close < 0) return from;
    at = close + 1;
  }
  const sign = tokens[at];
  const first = tokens[at + 1];
  if (!sign || at >= to) return at;
  if (RELATIVE.test(sign.lower) || restricts(tokens, at)) return clauseEnd(tokens, at, to);
  const kin = kinEnd(tokens, at, to);
  if (kin > at) return kin;
  if (sign.text !== ',' || !first || at + 1 >= to) return at;
  const fits =
    /^(?:DET|NOUN|PROPN|ADJ|NUM|VERB)$/.test(first.pos) ||
    /^(?:a|an|the|his|her|its|their|one|former|now|then)$/.test(first.lower);
  if (!fits || first.quote >= 0 || !describes(tokens, at + 1)) return at;
  return clauseEnd(tokens, at + 1, to);
}

/** "an adviser to the mayor", "a person close to her", "familiar with the plan": whom or what somebody is near. */
function kinEnd(tokens: readonly Token[], at: number, to: number): number {
  const near = NEAR.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  const [before, link] = [tokens[near - 1], tokens[near]];
  if (!before || !link || !/^(?:to|with|in)$/.test(link.lower)) return at;
  const fits = link.lower === 'to' ? isOffice(before) || before.lower === 'close' : near > at;
  if (!fits && !NEAR.test(before.lower)) return at;
  return phraseStartingAt(tokens, near + 1, to)?.to ?? at;
}

/** Up to the comma at which the sentence turns to something else, or to its end. */
function clauseEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (; at < to; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || token.quote >= 0 || token.text === ';' || token.text === ':') break;
    if (
      token.text === ',' &&
      next &&
      (/ing$/.test(next.lower) ||
        (OCCASION.test(next.lower) && (next.lower !== 'and' || tokens[at + 2]?.pos === 'VERB')))
    )
      break;
  }
  while (at > from && (tokens[at - 1]?.quote ?? -1) < 0 && isEndOfSpeech(tokens[at - 1])) at -= 1;
  return at;
}
