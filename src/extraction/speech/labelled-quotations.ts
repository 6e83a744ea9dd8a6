/** `"LUND: The lock leaks."`: a conversation of which each paragraph opens with a mark and a name. */

import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { isAllQuoted, quotedRange } from './joined-quotations.ts';
import type { Report } from './reports.ts';

/** So many words at most name a speaker before the colon. */
const LABEL_WORDS = 3;
/** So many sentences at most stand before the next speaker, or behind the last one. */
const TURN_SENTENCES = 3;

/** Reads a quotation whose speaker stands inside its marks, in answer to another; null if it is none. */
export function readLabelledQuotation(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  index: number,
): Report | null {
  const sentence = sentences[index];
  const colon = labelEnd(tokens, sentence);
  if (!sentence || colon < 0) return null;
  const near = sentences.slice(Math.max(0, index - TURN_SENTENCES), index + TURN_SENTENCES + 1);
  if (!near.some((one) => one !== sentence && labelEnd(tokens, one) > 0)) return null;
  return {
    pieces: [{ from: colon + 1, to: quotedRange(tokens, sentence).to }],
    mention: { from: sentence.from + 1, to: colon },
    verb: { from: colon, to: colon + 1 },
    lemma: ':',
    sentence: index,
    after: true,
    rule: 'labelled quotation',
  };
}

/** The colon behind the words in capitals that open a sentence in marks; -1 if there are none. */
function labelEnd(tokens: readonly Token[], sentence: Sentence | undefined): number {
  if (!sentence || (tokens[sentence.from]?.quote ?? -1) < 0) return -1;
  const from = sentence.from + 1;
  let at = from;
  while (at - from < LABEL_WORDS && /^\p{Lu}[\p{Lu}.]+$/u.test(tokens[at]?.text ?? '')) at += 1;
  const labels = at > from && at + 2 < sentence.to && tokens[at]?.text === ':';
  return labels && isAllQuoted(tokens, sentence) ? at : -1;
}
