/** The occurrences of reporting verbs in a sentence, with their subjects. */
import { startsClause, WH } from '../reading/clause-starts.ts';
import { findSubject, type Subject, verbGroup } from '../reading/clauses.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { type Cue, findCue, NOUN_LIKE } from '../reading/verbs.ts';

/** One occurrence of a cue, with all that the rules ask about it. */
export interface Site {
  at: number;
  cue: Cue;
  /** First token after the cue and its particle. */
  next: number;
  subject: Subject | null;
  groupFrom: number;
}

/** "say" and "saying" after a number, which the tagger takes for nouns: "six in 10 say". */
function isSaying(token: Token, before: Token | undefined): boolean {
  return (
    /^say(?:ing)?$/.test(token.lower) &&
    token.pos === 'NOUN' &&
    before !== undefined &&
    before.quote < 0 &&
    /^(?:NUM|NOUN|PROPN|PRON|SYM|ADJ)$/.test(before.pos) &&
    !/^(?:his|her|its|their|our|my|your|'s|final|more|much|less|old|big)$/.test(before.lower)
  );
}

function isVerbal(tokens: readonly Token[], at: number, cue: Cue): boolean {
  const token = tokens[at];
  if (!token) return false;
  const before = tokens[at - 1];
  if (isSaying(token, before)) return true;
  // "the most telling sign".
  if (cue.form === 'ing' && /^(?:most|more|very)$/.test(before?.lower ?? '')) return false;
  if (cue.form === 'past' && isAttribute(before, tokens[at + 1])) return false;
  if (
    /^\p{Lu}/u.test(token.text) &&
    before &&
    before.paragraph === token.paragraph &&
    !/^["“”‘’'.?!:—–-]+$/.test(before.text) &&
    token.pos === 'PROPN'
  )
    return false;
  if (NOUN_LIKE.has(token.lower)) return isVerbNotNoun(tokens, at, cue, token);
  if (cue.form === 'past' && cue.frame.includes('c'))
    return token.pos !== 'NOUN' || before?.pos !== 'DET';
  // "She's suggesting": behind a pronoun 's is a verb.
  const isBe =
    before?.lower === "'s" && /^(?:he|she|it|who|that)$/.test(tokens[at - 2]?.lower ?? '');
  if (isBe && cue.form === 'ing') return true;
  if (
    before?.pos === 'DET' ||
    (before && /^(?:his|her|its|their|our|my|your|'s)$/.test(before.lower) && cue.form !== 'past')
  )
    return false;
  return token.pos === 'VERB' || token.pos === 'AUX' || cue.form === 'past';
}

/** Of a word that is a noun as often: what stands around it tells a verb where its tag does not. */
function isVerbNotNoun(tokens: readonly Token[], at: number, cue: Cue, token: Token): boolean {
  const before = tokens[at - 1];
  if (before && /^(?:DET|ADJ|NUM)$/.test(before.pos) && before.quote < 0) return false;
  // "the White House press secretary".
  if (token.lower === 'press' && tokens[at + 1]?.pos === 'NOUN') return false;
  if (
    before &&
    /^(?:his|her|its|their|our|my|your|'s|the|a|an|of|in|for|no|by|from|with)$/.test(before.lower)
  )
    return false;
  if (token.pos === 'VERB' || token.pos === 'AUX' || followsQuotation(tokens, at)) return true;
  const next = tokens[at + 1];
  if (cue.form === 'ing' && opensParticiple(before, next)) return true;
  if (cue.form === 's' && quotesNext(tokens, at)) return true;
  if (token.pos === 'NOUN' && /[cs]/.test(cue.frame) && statesClause(tokens, at, cue)) return true;
  return (
    cue.form === 's' &&
    before?.pos === 'PROPN' &&
    next !== undefined &&
    (next.lower === 'that' ||
      /^(?:DET|PRON)$/.test(next.pos) ||
      (next.pos === 'PROPN' && tokens[at + 2]?.lower === "'s"))
  );
}

/**
 * "keepers note that", "the suit claims he left": what agrees with the noun before it and has a clause
 * behind it is a verb.
 */
function statesClause(tokens: readonly Token[], at: number, cue: Cue): boolean {
  const before = tokens[at - 1];
  if (!before || before.quote >= 0 || before.lower === "'s" || cue.lemma === 'state') return false;
  const noun = /^(?:NOUN|PROPN)$/.test(before.pos);
  const plural = /[^s]s$|^(?:people|data|police|men|women)$/.test(before.lower);
  const agrees =
    cue.form === 's'
      ? (noun && !plural) || /^(?:who|which|,)$/.test(before.lower)
      : cue.form === 'base' && ((noun && plural) || before.lower === 'who');
  if (!agrees) return false;
  const that = tokens[at + 1]?.lower === 'that';
  if (that) return !/^(?:VERB|AUX)$/.test(tokens[at + 2]?.pos ?? '');
  const opens =
    /^(?:DET|PRON|PROPN)$/.test(tokens[at + 1]?.pos ?? '') && !WH.has(tokens[at + 1]?.lower ?? '');
  return noun && opens && startsClause(tokens, at + 1, Math.min(tokens.length, at + 30));
}

/** "The film claims “It …”", "which notes, “It …”", "and claims that “…”": a quotation right behind the word. */
function quotesNext(tokens: readonly Token[], at: number): boolean {
  const sign = /^(?:,|:|that)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  const mark = tokens[at + 1 + sign];
  if (!mark || mark.quote < 0) return false;
  return tokens[at + 1]?.lower === 'that' || /^\p{Lu}/u.test(tokens[at + 2 + sign]?.text ?? '');
}

/** "of reported cases", "his proposed wall": a participle between a preposition or owner and a noun. */
function isAttribute(before: Token | undefined, next: Token | undefined): boolean {
  return (
    before !== undefined &&
    next?.pos === 'NOUN' &&
    before.quote < 0 &&
    next.quote < 0 &&
    (/^(?:his|her|its|their|our|my|your|the|an?|no|any)$/.test(before.lower) ||
      /^(?:of|in|by|for|with|from|between|over|about|on)$/.test(before.lower))
  );
}

/** ", warning that", "but warning him": a participle clause behind a comma, a link or a form of "be". */
function opensParticiple(before: Token | undefined, next: Token | undefined): boolean {
  return (
    before !== undefined &&
    next !== undefined &&
    before.quote < 0 &&
    /^(?:,|and|but|by|while|after|before|in|without|is|are|was|were|been|be|'s|'re)$/.test(
      before.lower,
    ) &&
    /^(?:that|him|her|them|us|reporters|voters|people|the|about|against|of|on)$/.test(next.lower)
  );
}

/** `"…," Smith notes.`: only a short name between a quotation and the word. */
function followsQuotation(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
    const token = tokens[before];
    if (!token) return false;
    if (token.quote >= 0) return before < at - 1;
    if (!/^\p{Lu}/u.test(token.text) && !/^(?:he|she|they|the)$/.test(token.lower)) return false;
  }
  return false;
}

/** All cues of a sentence that stand outside quotation marks. */
export function listSites(
  tokens: readonly Token[],
  sentence: Sentence,
  find: (word: string) => Cue | undefined = findCue,
): Site[] {
  const sites: Site[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    const particle = find === findCue ? phrasal(tokens, at) : undefined;
    const cue = particle ?? find(token.lower);
    if (!cue || !(particle || isVerbal(tokens, at, cue))) continue;
    const group = verbGroup(tokens, at, sentence.from);
    sites.push({
      at,
      cue,
      next: at + 1,
      subject: findSubject(tokens, at, sentence.from),
      groupFrom: group.from,
    });
  }
  return sites;
}

const POINT: Readonly<Record<string, Cue['form']>> = {
  point: 'base',
  points: 's',
  pointed: 'past',
  pointing: 'ing',
};

const MAKE: Readonly<Record<string, Cue['form']>> = {
  make: 'base',
  makes: 's',
  made: 'past',
  making: 'ing',
};

/** "pointed out", "made clear": verbs that report only with a particle. */
function phrasal(tokens: readonly Token[], at: number): Cue | undefined {
  // The particle is asked first: few words have one behind them.
  const next = tokens[at + 1]?.lower;
  if (next === 'out' || next === 'to') {
    const form = POINT[tokens[at]?.lower ?? ''];
    const [lemma, frame] = next === 'out' ? ['point', 'cn'] : ['point to', 'n'];
    return form && { lemma, frame, form };
  }
  if (next !== 'clear' && !(next === 'it' && tokens[at + 2]?.lower === 'clear')) return undefined;
  const form = MAKE[tokens[at]?.lower ?? ''];
  return form && { lemma: 'make clear', frame: 's', form };
}
