/** Attitudes that a verb and another word tell together: "is sure that", "expressed concern that". */
import { findSubject } from './clauses.ts';
import type { Sentence } from './sentences.ts';
import type { Site } from './sites.ts';
import type { Token } from './tokens.ts';

const STATE = /^(?:is|are|was|were|been|'s|'re|remain|remains|remained|feel|feels|felt)$/;
const ADJECTIVES = new Set(
  'confident convinced certain sure worried concerned afraid aware unaware adamant hopeful optimistic skeptical sceptical doubtful fearful'.split(
    ' ',
  ),
);
const VOICED = /^(?:express(?:es|ed)?|voice[sd]?|raise[sd]?)$/;
const UTTERED = /^(?:express(?:es|ed)?|voice[sd]?)$/;
/** What follows a noun that says what was voiced: "support for", "fear that". */
export const VOICED_ABOUT = /^(?:about|over|for|in|at|with|of|to|toward|towards|that)$/;
const FEELINGS = new Set(
  'concern concerns doubt doubts fear fears hope hopes confidence belief worry worries regret regrets frustration skepticism scepticism optimism outrage'.split(
    ' ',
  ),
);

/** A cue of more words than one, from its first to its last. */
export interface WideSite extends Site {
  from: number;
}

/** The attitudes of a sentence that more words than one tell. */
export function listWideSites(tokens: readonly Token[], sentence: Sentence): WideSite[] {
  const sites: WideSite[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    const state = ADJECTIVES.has(token.lower);
    if (!state && !FEELINGS.has(token.lower) && !isVoiced(tokens, at)) continue;
    const from = verbBefore(tokens, at, state ? STATE : VOICED);
    if (from <= sentence.from) continue;
    const subject = findSubject(tokens, from, sentence.from);
    const cue = { lemma: token.lower, frame: state ? 'xc' : 'xsp', form: 'past' as const };
    sites.push({ at, from, cue, next: at + 1, subject, groupFrom: subject?.verbFrom ?? from });
  }
  return sites;
}

/** "expressed support for", "voiced dismay that": a noun alone between the verb and what it is about. */
export function isVoiced(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.pos === 'NOUN' &&
    UTTERED.test(tokens[at - 1]?.lower ?? '') &&
    VOICED_ABOUT.test(tokens[at + 1]?.lower ?? '')
  );
}

/** The verb before the word, with adverbs, determiners and adjectives between them; -1 if none. */
function verbBefore(tokens: readonly Token[], at: number, verb: RegExp): number {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const token = tokens[before];
    if (!token || token.quote >= 0) return -1;
    if (verb.test(token.lower)) return before;
    // "so worried that they left": the clause tells what came of it.
    if (!/^(?:ADV|DET|ADJ|PRON)$/.test(token.pos) || token.lower === 'so') return -1;
  }
  return -1;
}
