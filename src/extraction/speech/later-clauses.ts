/** "that" at a distance from its cue: behind an addressee, an insertion, or what it was said of. */
import { isTimeNoun } from '../reading/phrase-parts.ts';
import { findSign, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

/** "that" behind an addressee with commas or behind an insertion between dashes; -1 if there is none. */
export function laterThat(tokens: readonly Token[], from: number, to: number): number {
  const first = tokens[from];
  if (first && /^(?:[—–-]|--)$/.test(first.text)) {
    const close = findSign(tokens, first.text, from + 1, Math.min(to, from + 24));
    return close > 0 && tokens[close + 1]?.lower === 'that' ? close + 1 : -1;
  }
  for (let at = from; at < Math.min(to, from + 16); at += 1) {
    const token = tokens[at];
    if (
      !token ||
      token.quote >= 0 ||
      (/^(?:VERB|AUX|PRON)$/.test(token.pos) && !/^(?:them|us)$/.test(token.lower)) ||
      /^[;:.]$/.test(token.text)
    )
      return token?.lower === 'that' && at > from + 1 && token.quote < 0 && opens(tokens, at)
        ? at
        : -1;
    if (token.lower === 'that')
      return at > from + 1 && token.pos === 'SCONJ' && opens(tokens, at) ? at : -1;
  }
  return -1;
}

/** True where "that" opens a clause; in "a book that tells …" it is the subject of one. */
function opens(tokens: readonly Token[], that: number): boolean {
  const next = tokens[that + 1];
  return next !== undefined && (next.quote >= 0 || !/^(?:VERB|AUX)$/.test(next.pos));
}

/** "reported loans from a bank that he used": behind its object the verb has a relative, no clause. */
export function isRestricted(tokens: readonly Token[], first: number, that: number): boolean {
  const object = phraseStartingAt(tokens, first, that);
  return object !== null && !isTimeNoun(tokens[object.to - 1]) && tokens[that - 1]?.pos === 'NOUN';
}
