/** "As the Courier reported, …": a clause of report before its content. */
import { findSubject } from '../reading/clauses.ts';
import { hasVerb, isEndOfSpeech, skipAdjuncts } from '../reading/content.ts';
import { type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { findCue } from '../reading/verbs.ts';
import type { Report } from './reports.ts';

const LINKS = /^(?:but|and|however)$/;

/** Reads a sentence that opens with "As X reported," or "As reported by X,"; null if it is none. */
export function readAsClause(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
): Report | null {
  let as = sentence.from;
  if (LINKS.test(tokens[as]?.lower ?? '')) as += tokens[as + 1]?.text === ',' ? 2 : 1;
  if (tokens[as]?.lower !== 'as') return null;
  const verb = cueWithin(tokens, as + 1, Math.min(sentence.to, as + 14));
  if (verb < 0) return null;
  const mention = sourceOf(tokens, as, verb, sentence.to);
  if (!mention) return null;
  const comma = skipAdjuncts(tokens, Math.max(verb + 1, mention.to), sentence.to, false);
  if (tokens[comma]?.text !== ',') return null;
  let to = sentence.to;
  while (to > comma + 1 && (tokens[to - 1]?.quote ?? -1) < 0 && isEndOfSpeech(tokens[to - 1]))
    to -= 1;
  if (!hasVerb(tokens, comma + 1, to)) return null;
  return {
    pieces: [{ from: comma + 1, to }],
    mention,
    verb: { from: verb, to: verb + 1 },
    lemma: findCue(tokens[verb]?.lower ?? '')?.lemma ?? '',
    sentence: index,
    after: true,
    rule: 'as-clause',
  };
}

/** The first past cue that takes a clause, before any comma; -1 if there is none. */
function cueWithin(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^[,;:]$/.test(token.text)) return -1;
    const cue = findCue(token.lower);
    if (cue && cue.form !== 'ing' && /[cs]/.test(cue.frame) && token.pos === 'VERB') return at;
  }
  return -1;
}

/** The subject between "as" and the verb, or the agent of "as reported by". */
function sourceOf(tokens: readonly Token[], as: number, verb: number, to: number): Phrase | null {
  if (verb === as + 1 || (verb === as + 2 && tokens[as + 1]?.pos === 'ADV'))
    return tokens[verb + 1]?.lower === 'by' ? phraseStartingAt(tokens, verb + 2, to) : null;
  const subject = findSubject(tokens, verb, as + 1);
  return subject && subject.from === as + 1 ? { from: subject.from, to: subject.to } : null;
}
