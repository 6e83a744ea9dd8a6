/** Where a clause begins. */
import { AUXILIARIES, phraseStartingAt } from './phrases.ts';
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
    if (token.pos !== 'ADP' && token.pos !== 'CCONJ' && token.lower !== 'and') return false;
    at += 1;
  }
  return false;
}
