/** "Asked whether it leaks, she …", "when asked by a reporter how it leaks": a question in passing. */
import { skipAdjuncts } from '../reading/content.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { Report } from './reports.ts';

const QUESTION = /^(?:if|whether|what|how|why|who|which|when|where)$/;

/** Questions that the sentence tells with a participle, behind "when" or at its start. */
export function readAsked(tokens: readonly Token[], sentence: Sentence, index: number): Report[] {
  const reports: Report[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (token?.lower !== 'asked' || token.quote >= 0) continue;
    const report = opens(tokens, at, sentence) ? readQuestion(tokens, at, sentence, index) : null;
    if (report) reports.push(report);
  }
  return reports;
}

function opens(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  return (
    at === sentence.from || /^(?:when|if|,|was|were|been|be)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

function readQuestion(
  tokens: readonly Token[],
  asked: number,
  sentence: Sentence,
  index: number,
): Report | null {
  const by = tokens[asked + 1]?.lower === 'by';
  let at = by ? asked + 1 : skipAdjuncts(tokens, asked + 1, sentence.to, false);
  let mention: Phrase | null = null;
  if (by) {
    mention = phraseStartingAt(tokens, at + 1, sentence.to);
    at = skipAdjuncts(tokens, mention?.to ?? at + 1, sentence.to, false);
  }
  if (tokens[at]?.text === ',' && (tokens[at + 1]?.quote ?? -1) >= 0) at += 1;
  const first = tokens[at];
  if (!first || (first.quote < 0 && !QUESTION.test(first.lower))) return null;
  const to = questionEnd(tokens, at, sentence.to);
  if (to <= at + 2) return null;
  return {
    pieces: [{ from: at, to }],
    mention,
    verb: { from: asked, to: asked + 1 },
    lemma: 'ask',
    sentence: index,
    after: true,
    rule: 'asked',
  };
}

/** The comma before the answer, also inside the marks that the question ends with; or the end. */
function questionEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    if (!token || !/^[,;.?!:—–]$/.test(token.text)) continue;
    if (token.quote < 0) return at;
    if (tokens[at + 1]?.quote === token.quote && tokens[at + 2]?.quote !== token.quote)
      return at + 2;
  }
  return to;
}
