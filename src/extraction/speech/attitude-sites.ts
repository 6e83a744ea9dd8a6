/**
 * Attitudes that a verb and another word tell together: "is sure that", "was critical of",
 * "expressed concern that", "took issue with".
 */
import { findSubject } from '../reading/clauses.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import type { Cue } from '../reading/verbs.ts';
import type { Site } from './sites.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const STATE = /^(?:is|are|was|were|been|'s|'re|remain|remains|remained|feel|feels|felt)$/;
const ADJECTIVES = set(
  'confident convinced certain sure worried concerned afraid aware unaware adamant hopeful optimistic skeptical sceptical doubtful fearful surprised shocked glad disappointed dismayed',
);
/** Adjectives of what somebody is about, or would do. */
const TOWARDS = set(
  'critical proud supportive dismissive mindful leery wary terrified sick tired mistrustful appreciative ashamed fond envious upbeat unhappy angry furious clear passionate enthusiastic excited outspoken honest vague cagey uneasy undecided upfront unapologetic lukewarm pleased thrilled impressed frustrated disappointed nervous anxious sympathetic startled outraged shocked troubled angered intrigued delighted alarmed surprised appalled dismayed encouraged',
);
const EAGER = set('eager unwilling determined');
const VOICED = /^(?:express(?:es|ed)?|voice[sd]?|raise[sd]?)$/;
const UTTERED = /^(?:express(?:es|ed)?|voice[sd]?)$/;
/** What follows a noun that says what was voiced: "support for", "fear that". */
const VOICED_ABOUT = /^(?:about|over|for|in|at|with|of|to|toward|towards|that)$/;
const FEELINGS = set(
  'concern concerns doubt doubts fear fears hope hopes confidence belief worry worries regret regrets frustration skepticism scepticism optimism outrage',
);

/** Verbs with nouns that say something only together, and what links them to it. */
const TURNS: readonly [RegExp, ReadonlySet<string>, ReadonlySet<string>][] = [
  [/^ma(?:ke|kes|de)$/, set('mention'), set('of')],
  [/^ma(?:ke|kes|de)$/, set('case plea argument apologies'), set('for that')],
  [
    /^ma(?:ke|kes|de)$/,
    set('comment comments statements remarks jokes claims allegations'),
    set('about on against that'),
  ],
  [/^ma(?:ke|kes|de)$/, set('reference references'), set('to')],
  [/^t(?:ake|akes|ook)$/, set('issue'), set('with')],
  [/^t(?:ake|akes|ook)$/, set('credit responsibility'), set('for')],
  [/^t(?:ake|akes|ook)$/, set('aim shot shots swipe swipes'), set('at')],
  [/^dr(?:aw|aws|ew)$/, set('attention'), set('to')],
  [/^casts?$/, set('blame doubt'), set('on')],
  [/^casts?$/, set('vote votes ballots'), set('for')],
  [/^ha(?:s|ve|d)$/, set('doubts misgivings reservations qualms'), set('about that')],
  [/^launch(?:es|ed)?$/, set('attack attacks'), set('on against')],
];

function findTurn(tokens: readonly Token[], at: number): RegExp | null {
  const [noun, link] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  return TURNS.find(([, nouns, links]) => nouns.has(noun) && links.has(link))?.[0] ?? null;
}

/** A cue of more words than one, from its first to its last. */
export interface WideSite extends Site {
  from: number;
}

/** The attitudes of a sentence that more words than one tell. */
export function listWideSites(tokens: readonly Token[], sentence: Sentence): WideSite[] {
  const sites: WideSite[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const token = tokens[at];
    const kind = token && token.quote < 0 ? kindOf(tokens, at) : null;
    if (!token || !kind) continue;
    const from = verbBefore(tokens, at, kind.verb);
    if (from <= sentence.from) continue;
    const subject = findSubject(tokens, from, sentence.from);
    const cue: Cue = { lemma: token.lower, frame: kind.frame, form: 'past' };
    sites.push({ at, from, cue, next: at + 1, subject, groupFrom: subject?.verbFrom ?? from });
  }
  return sites;
}

/** Which verb a word tells an attitude with, and what may follow; null if it is no such word. */
function kindOf(tokens: readonly Token[], at: number): { verb: RegExp; frame: string } | null {
  const word = tokens[at]?.lower ?? '';
  if (ADJECTIVES.has(word)) return { verb: STATE, frame: 'xc' };
  if (EAGER.has(word)) return { verb: STATE, frame: 'xi' };
  const next = tokens[at + 1]?.lower ?? '';
  if (TOWARDS.has(word) && TOWARDS_LINK.test(next)) return { verb: STATE, frame: 'x' };
  const voiced = isVoiced(tokens, at) || FEELINGS.has(word);
  if (voiced && verbBefore(tokens, at, VOICED) > 0) return { verb: VOICED, frame: 'xsp' };
  const verb = findTurn(tokens, at);
  return verb && { verb, frame: 'xs' };
}

const TOWARDS_LINK = /^(?:about|of|with|at|by|toward|towards)$/;

/** "critical of the toll", "voiced support for it", "took issue with her": what it is about comes next. */
export function hasLink(tokens: readonly Token[], { at, from, next }: WideSite): boolean {
  const [word, link] = [tokens[at]?.lower ?? '', tokens[next]?.lower ?? ''];
  if (link === 'that') return false;
  if (EAGER.has(word) || /^(?:first|times|all)$/.test(tokens[next + 1]?.lower ?? '')) return false;
  if (STATE.test(tokens[from]?.lower ?? ''))
    return TOWARDS_LINK.test(link) || (word === 'confident' && link === 'in');
  return isVoiced(tokens, at) || findTurn(tokens, at)?.test(tokens[from]?.lower ?? '') === true;
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
