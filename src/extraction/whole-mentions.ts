/**
 * The whole phrase of a source: the mention with the party, age, office or restrictive clause by
 * which the sentence tells who it is ("Ann Lee, 34, a nurse,"), where `mention` is its core. A
 * relative clause between commas tells something else of a source that is told already.
 */
import { isEndOfSpeech } from './content.ts';
import { opensReduced } from './insertions.ts';
import { isParticiple } from './phrase-parts.ts';
import { CALENDAR, findSign, type Phrase } from './phrases.ts';
import type { Report } from './reports.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

const RELATIVE = /^(?:who|whose|which|whom)$/;
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
  const sign = tokens[at];
  const first = tokens[at + 1];
  const last = tokens[to - 1];
  if (!sign || !first || !last || at + 1 >= to) return at;
  if (RELATIVE.test(sign.lower) || restricts(tokens, at)) return to;
  if (sign.text !== ',' && !/^(?:—|–|--|-)$/.test(sign.text)) return at;
  if (
    last.text !== sign.text ||
    RELATIVE.test(first.lower) ||
    OCCASION.test(first.lower) ||
    (/ing$/.test(first.lower) && first.lower !== 'acting')
  )
    return at;
  return insertionEnd(tokens, at + 1, to);
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
    if (/^(?:VERB|AUX)$/.test(next.pos) && !/ing$/.test(next.lower)) return at + 1;
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
  if (sign.text !== ',' || !first || at + 1 >= to) return at;
  const fits =
    /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos) ||
    /^(?:a|an|the|his|her|its|their|one|former|now|then)$/.test(first.lower);
  if (!fits || first.quote >= 0 || OCCASION.test(first.lower) || /ing$/.test(first.lower))
    return at;
  return clauseEnd(tokens, at + 1, to);
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
