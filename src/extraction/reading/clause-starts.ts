/** Where a clause begins, and whether there is one. */
import { AUXILIARIES, findSign, type Phrase, phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';

export const WH = new Set('how why what whether if when where who which'.split(' '));

/** A subject and then a finite verb: what tells "claimed he won" from "claimed the prize". */
export function startsClause(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  for (let part = 0; part < 4; part += 1) {
    const phrase = phraseStartingAt(tokens, at, to);
    if (!phrase) break;
    at = phrase.to;
    while (
      at < to &&
      (tokens[at]?.pos === 'ADV' || /^(?:also|n't|not)$/.test(tokens[at]?.lower ?? ''))
    )
      at += 1;
    const token = tokens[at];
    if (!token || at >= to) return false;
    if (AUXILIARIES.has(token.lower) && token.lower !== "'s") return true;
    if (token.lower === "'s" && tokens[phrase.to - 1]?.pos === 'PRON') return true;
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))) return true;
    if (token.text === ',') return resumesWithVerb(tokens, at, to);
    if (token.lower === 'to' && tokens[at + 1]?.pos === 'VERB') {
      at += 2;
      continue;
    }
    if (token.pos !== 'ADP' && token.pos !== 'CCONJ' && token.lower !== 'and') return false;
    at += 1;
  }
  return false;
}

/** "the council, which met on Monday, has": the verb behind an insertion that a comma closes. */
function resumesWithVerb(tokens: readonly Token[], comma: number, to: number): boolean {
  if (
    !/^(?:which|who|whose|including|like|a|an|the|especially)$/.test(tokens[comma + 1]?.lower ?? '')
  )
    return false;
  const close = findSign(tokens, ',', comma + 2, Math.min(to, comma + 30));
  const next = tokens[close + 1];
  return close > 0 && close + 1 < to && next !== undefined && /^(?:AUX|VERB)$/.test(next.pos);
}

/** A finite verb that no relative or comparing clause of the range has as its own. */
export function hasMainVerb(tokens: readonly Token[], { from, to }: Phrase): boolean {
  let inner = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (
      /^(?:who|which|that|whose|whom|where|as|when|if|after|before|while|than|since)$/.test(
        token.lower,
      )
    )
      inner = true;
    else if (token.text === ',') inner = false;
    else if (!inner && isFiniteVerb(tokens, at)) return true;
  }
  return false;
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.pos === 'AUX') return true;
  return (
    token?.pos === 'VERB' &&
    !/ing$/.test(token.lower) &&
    before?.lower !== 'to' &&
    !/^[,;—–-]+$/.test(before?.text ?? '')
  );
}

/** ", the first fall in months", ", a step that few expected": a noun phrase beside a whole clause. */
export function isApposition(tokens: readonly Token[], range: Phrase): boolean {
  const article = tokens[range.from]?.lower ?? '';
  const opens =
    /^an?$/.test(article) || (article === 'the' && tokens[range.from + 1]?.pos === 'ADJ');
  return opens && !hasMainVerb(tokens, range);
}
