/** The subject of a verb, found leftwards: auxiliaries, adverbs, appositives and relatives skipped. */

import { relativeSubject, skipParenthesis, skipTime, subjectEndingAt } from './insertions.ts';
import { AUXILIARIES, CALENDAR, type Phrase } from './phrases.ts';
import type { Token } from './tokens.ts';
import { findCue } from './verbs.ts';

export interface Subject extends Phrase {
  /** First token of the verb group, auxiliaries and adverbs included. */
  verbFrom: number;
  /** Passive voice: a form of "be" governs the verb. */
  passive: boolean;
  how: 'direct' | 'appositive' | 'shared' | 'relative';
  /** First token of the subject with all that belongs to it, where that is not `from`. */
  edge?: number;
  /** Token of the relative pronoun that stands for the phrase beside the verb. */
  pronoun?: number;
}

const BE = new Set("is are was were be been being am 's 're".split(' '));
const GO_ON = new Set(
  'seemed seems appeared appears went go goes gone going continued continues continue continuing proceeded began begins started took taken used uses came sought tried rushed moved wanted likely quick ready willing happy able careful'.split(
    ' ',
  ),
);

/** "he's said": after a person 's is "has", where the verb reports a clause rather than a person. */
function isPerfect(tokens: readonly Token[], at: number, verb: number): boolean {
  return (
    tokens[at]?.lower === "'s" &&
    /^(?:he|she|who)$/.test(tokens[at - 1]?.lower ?? '') &&
    /[csi]/.test(findCue(tokens[verb]?.lower ?? '')?.frame ?? '')
  );
}

/** First token of the verb group that ends with the verb at `verb`. */
export function verbGroup(
  tokens: readonly Token[],
  verb: number,
  floor: number,
): { from: number; passive: boolean; infinitive: boolean } {
  let from = verb;
  let passive = false;
  let infinitive = false;
  while (from - 1 >= floor) {
    const token = tokens[from - 1];
    if (!token || token.quote >= 0) break;
    const isAux =
      AUXILIARIES.has(token.lower) && (token.lower !== "'s" || tokens[from]?.pos !== 'NOUN');
    if (isAux) {
      if (BE.has(token.lower) && !isPerfect(tokens, from - 1, verb)) passive = true;
    } else if (token.lower === 'to' && from === verb) infinitive = true;
    else if (
      !(token.lower === 'since' && /^(?:has|have|had)$/.test(tokens[from - 2]?.lower ?? '')) &&
      token.pos !== 'ADV' &&
      !/^(?:also|once|first|further|later|then|soon|recently|repeatedly|publicly|privately|previously|both|all|even|just|long|instead|there|here)$/.test(
        token.lower,
      )
    )
      break;
    if (/^(?:when|where|why|how|as|so|because|while|if|before|after)$/.test(token.lower)) break;
    from -= 1;
  }
  return { from, passive: passive && !/ing$/.test(tokens[verb]?.lower ?? ''), infinitive };
}

/** The subject of the verb at `verb`, no further left than `floor`; null where none is plain. */
export function findSubject(tokens: readonly Token[], verb: number, floor: number): Subject | null {
  const group = verbGroup(tokens, verb, floor);
  const base = { verbFrom: group.from, passive: group.passive };
  if (group.infinitive) return matrixSubject(tokens, group.from, floor, base);
  const last = group.from - 1;
  const before = tokens[last];
  if (!before || last < floor) return null;
  if (/^(?:who|which|that)$/.test(before.lower))
    return before.lower === 'that' ? null : relativeSubject(tokens, last, floor, base);
  // ", calling it a mess" belongs to the main clause, never to a name before a comma.
  if (
    /^(?:,|—|–|--|-)$/.test(before.text) &&
    group.from === verb &&
    /ing$/.test(tokens[verb]?.lower ?? '')
  )
    return null;
  // ", citing “the weather,” said": the comma that closes stands inside the quotation.
  const quoted = before.quote >= 0 && tokens[last - 1]?.text === ',';
  if (quoted || /^(?:,|—|–|--|\)|-)$/.test(before.text))
    return skipParenthesis(tokens, last, floor, base);
  if (
    CALENDAR.has(before.lower) ||
    /^(?:week|month|year|day|night|morning|evening|afternoon|weekend)$/.test(before.lower)
  ) {
    const at = skipTime(tokens, last, floor);
    if (tokens[at]?.text === ')') return skipParenthesis(tokens, at, floor, base);
    // "had last month warned".
    const { from } = verbGroup(tokens, at + 1, floor);
    const phrase = at === last ? null : subjectEndingAt(tokens, from - 1, floor);
    if (phrase) return { ...phrase, ...base, how: 'direct' };
  }
  const phrase = subjectEndingAt(tokens, last, floor);
  return phrase && { ...phrase, ...base, how: 'direct' };
}

/** "went on to say", "continued to insist": the subject of the governing verb. */
function matrixSubject(
  tokens: readonly Token[],
  to: number,
  floor: number,
  base: Pick<Subject, 'verbFrom' | 'passive'>,
): Subject | null {
  for (let at = to - 1; at >= Math.max(floor, to - 7); at -= 1) {
    const token = tokens[at];
    if (!token || /^[,;:.]$/.test(token.text)) return null;
    if (
      !GO_ON.has(token.lower) &&
      !(tokens[to + 2]?.lower === 'that' && (token.pos === 'VERB' || token.pos === 'AUX'))
    )
      continue;
    const subject = findSubject(tokens, at, floor);
    // "It is safe to say that …" is said by nobody.
    const empty = tokens[subject?.from ?? at]?.lower === 'it' && token.pos === 'AUX';
    return subject && !empty ? { ...subject, ...base } : null;
  }
  return null;
}
