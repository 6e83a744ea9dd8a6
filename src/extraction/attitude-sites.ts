/** Attitudes that a verb and another word tell together: "is sure that", "expressed concern that". */
import { findSubject } from './clauses.ts';
import type { Sentence } from './sentences.ts';
import type { Site } from './sites.ts';
import type { Token } from './tokens.ts';

const STATE = /^(?:is|are|was|were|been|'s|'re|remain|remains|remained|feel|feels|felt)$/;
const ADJECTIVE =
  /^(?:confident|convinced|certain|sure|worried|concerned|afraid|aware|unaware|adamant|hopeful|optimistic|skeptical|sceptical|doubtful|fearful)$/;
const VOICED = /^(?:express(?:es|ed)?|voice[sd]?|raise[sd]?)$/;
const FEELING =
  /^(?:concern|doubt|fear|hope|confidence|belief|worry|worrie|regret|frustration|skepticism|scepticism|optimism|outrage)s?$/;

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
    const from = ADJECTIVE.test(token.lower)
      ? verbBefore(tokens, at, STATE)
      : FEELING.test(token.lower)
        ? verbBefore(tokens, at, VOICED)
        : -1;
    if (from <= sentence.from) continue;
    const subject = findSubject(tokens, from, sentence.from);
    const frame = ADJECTIVE.test(token.lower) ? 'xc' : 'xsp';
    const cue = { lemma: token.lower, frame, form: 'past' as const };
    sites.push({ at, from, cue, next: at + 1, subject, groupFrom: subject?.verbFrom ?? from });
  }
  return sites;
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
