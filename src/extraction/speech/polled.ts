/** "In a poll of keepers, half were for the toll": what a poll that opens the sentence found. */

import { hasVerb, trimmedEnd } from '../reading/content.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { openingEnd } from './according.ts';
import type { Report } from './reports.ts';

const POLL = /^(?:polls?|surveys?)$/;
/** So many tokens at most name the poll. */
const NAME_WITHIN = 14;

/** Reads a sentence that opens with "In" and a poll; null if it is none. */
export function readPolled(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
): Report | null {
  const link = /^(?:and|but)$/.test(tokens[sentence.from]?.lower ?? '') ? 1 : 0;
  const at = sentence.from + link;
  const poll = tokens[at]?.lower === 'in' ? pollAfter(tokens, at + 1, sentence.to) : null;
  if (!poll) return null;
  const from = openingEnd(tokens, poll.to, sentence.to);
  const to = trimmedEnd(tokens, sentence.to, from);
  if (from >= to || !hasVerb(tokens, from, to)) return null;
  return {
    pieces: [{ from, to }],
    mention: poll,
    verb: { from: at, to: at + 1 },
    lemma: 'in',
    sentence: index,
    after: true,
    rule: 'poll, first',
  };
}

/** The noun phrase of a poll that begins at `from`, up to its noun. */
function pollAfter(tokens: readonly Token[], from: number, to: number): Phrase | null {
  for (let at = from; at < Math.min(to, from + NAME_WITHIN); at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^(?:ADP|VERB|AUX|PRON|SCONJ)$/.test(token.pos)) return null;
    if (POLL.test(token.lower)) return { from, to: at + 1 };
    if (token.text === ',') return null;
  }
  return null;
}
