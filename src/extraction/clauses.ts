/** The subject of a verb, found leftwards: auxiliaries, adverbs, appositives and relatives skipped. */

import { BODY_NOUNS, PLACE_NOUNS, ROLE_NOUNS } from './lexicon.ts';
import { AUXILIARIES, CALENDAR, isNominal, type Phrase, phraseEndingAt } from './phrases.ts';
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
  'went go goes gone going continued continues continue proceeded began begins started took taken used uses came sought tried rushed moved wanted likely quick ready willing happy able careful'.split(
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
    const phrase = at === last ? null : phraseEndingAt(tokens, at, floor);
    if (phrase) return { ...phrase, ...base, how: 'direct' };
  }
  const phrase = phraseEndingAt(tokens, last, floor);
  if (!phrase) return null;
  const described = relativeHead(tokens, phrase.from, floor);
  return { ...(described ?? phrase), ...base, how: 'direct' };
}

/** "the mayor, who said": the phrase before the pronoun, which stands for it. */
function relativeSubject(
  tokens: readonly Token[],
  pronoun: number,
  floor: number,
  base: Pick<Subject, 'verbFrom' | 'passive'>,
): Subject | null {
  const at = /^[,—–-]+$/.test(tokens[pronoun - 1]?.text ?? '') ? pronoun - 2 : pronoun - 1;
  const phrase = phraseEndingAt(tokens, at, floor);
  return phrase && { ...phrase, ...base, how: 'relative', pronoun };
}

/** "Weir and others who mend the lock said": the phrase before "who" where what ends here is its object. */
function relativeHead(tokens: readonly Token[], from: number, floor: number): Phrase | null {
  const left = tokens[from - 1];
  if (!left || from - 1 < floor || !/^(?:VERB|ADP|PART|AUX|CCONJ)$/.test(left.pos)) return null;
  for (let at = from - 1; at > floor && from - at < 25; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^[,;:.—–]$/.test(token.text)) return null;
    if (token.lower === 'who') return phraseEndingAt(tokens, at - 1, floor);
    if (findCue(token.lower)?.lemma === 'say') return null;
  }
  return null;
}

/** Steps back over "on Tuesday", "last week", "late Monday". */
function skipTime(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  while (at >= floor) {
    const token = tokens[at];
    if (!token) break;
    const time =
      CALENDAR.has(token.lower) ||
      /^(?:on|last|this|late|early|week|month|year|day|night|morning|evening|afternoon|weekend|the|earlier|same)$/.test(
        token.lower,
      );
    if (!time) break;
    at -= 1;
  }
  return at;
}

function skipParenthesis(
  tokens: readonly Token[],
  close: number,
  floor: number,
  base: Pick<Subject, 'verbFrom' | 'passive'>,
): Subject | null {
  const last = tokens[close];
  const sign = (last?.quote ?? -1) >= 0 ? ',' : last?.text === ')' ? '(' : last?.text;
  for (let at = close - 1; at > floor && close - at < 45; at -= 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.text !== sign || token.quote >= 0) continue;
    const next = tokens[at + 1];
    const head = beforeBracket(tokens, at - 1, floor);
    const before = tokens[head];
    if (before && /^(?:who|which)$/.test(before.lower))
      return relativeSubject(tokens, head, floor, base);
    if (sign === '(' || sign === '—' || sign === '–' || sign === '--') {
      const phrase = phraseEndingAt(tokens, at - 1, floor);
      return phrase && { ...phrase, ...base, how: 'appositive' };
    }
    const named = namedRole(tokens, at, close, floor);
    if (named) return { ...named, ...base, how: 'appositive' };
    if (
      !next ||
      !isNominal(before) ||
      CALENDAR.has(before?.lower ?? '') ||
      !opensAppositive(tokens, at + 1)
    )
      continue;
    const phrase = phraseEndingAt(tokens, head, floor);
    if (phrase) return { ...describedName(tokens, phrase, floor), ...base, how: 'appositive' };
  }
  return null;
}

/** "Ann Lee, 34, a nurse from Lund, Skåne, said": steps from age and office back to the name. */
function describedName(tokens: readonly Token[], phrase: Phrase, floor: number): Phrase {
  let found = phrase;
  for (let step = 0; step < 3; step += 1) {
    const first = tokens[found.from];
    const age = first?.pos === 'NUM' && found.to - found.from === 1;
    if (!first || !(age || /^(?:a|an|the|his|her|its)$/.test(first.text))) return found;
    const comma = found.from - 1;
    if (tokens[comma]?.text !== ',' || tokens[comma]?.quote !== -1) return found;
    const before = phraseEndingAt(tokens, comma - 1, floor);
    if (!before || tokens[before.from - 1]?.pos === 'ADP') return found;
    const opener = tokens[before.from];
    if (!opener || !(opener.pos === 'NUM' || /^\p{Lu}/u.test(opener.text))) return found;
    found = before;
  }
  return found;
}

/** The token before the bracket that `at` closes, or `at` itself. */
function beforeBracket(tokens: readonly Token[], at: number, floor: number): number {
  if (tokens[at]?.text !== ')') return at;
  for (let open = at - 1; open > floor && at - open < 8; open -= 1)
    if (tokens[open]?.text === '(') return open - 1;
  return at;
}

/** "American" in "the American lawyer Ann Lee" is no name: a common noun follows. */
function isLowerNoun(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'NOUN' && token.text === token.lower;
}

/** "the regional governor, Ann Lee, said": the name between the commas is the mention. */
function namedRole(
  tokens: readonly Token[],
  comma: number,
  close: number,
  floor: number,
): (Phrase & { edge: number }) | null {
  if (close - comma < 3 || close - comma > 12) return null;
  let to = comma + 1;
  while (
    to < close &&
    ((/^\p{Ll}/u.test(tokens[to]?.text ?? '') &&
      /^(?:DET|ADJ|NOUN|VERB)$/.test(tokens[to]?.pos ?? '')) ||
      isLowerNoun(tokens[to + 1]))
  )
    to += 1;
  const name = to;
  while (
    to < close &&
    (/^\p{Lu}/u.test(tokens[to]?.text ?? '') ||
      /^(?:de|da|del|van|von|al|el|bin)$/.test(tokens[to]?.lower ?? ''))
  ) {
    if (BODY_NOUNS.has(tokens[to]?.lower ?? '') || PLACE_NOUNS.has(tokens[to]?.lower ?? ''))
      return null;
    to += 1;
  }
  const head = tokens[comma - 1];
  if (to - name < 2 || !head || head.text !== head.lower) return null;
  if (head.pos !== 'NOUN' && !ROLE_NOUNS.has(head.lower)) return null;
  if (to < close && !/^(?:of|from|for|at)$/.test(tokens[to]?.lower ?? '')) return null;
  const role = phraseEndingAt(tokens, comma - 1, floor);
  const first = role && tokens[role.from];
  // "a town in the north, Ann Lee, said" is no role: it must be definite or have a role noun.
  if (
    !role ||
    !first ||
    !(
      /^(?:the|its|his|her|their)$/.test(first.lower) ||
      tokens.slice(role.from, role.to).some((token) => ROLE_NOUNS.has(token.lower))
    )
  )
    return null;
  return { from: comma + 1, to, edge: role.from };
}

function opensAppositive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (
    /^(?:who|which|whose|whom|a|an|the|one|now|then|also|himself|herself|his|her|its|their|our|in|at|on|of|from|for|with|by|to|as|like|along|including|after|during|through|via|citing|speaking|asked|when|while|meanwhile|however|too|though|for|himself|both|among|without|once|long|not|where)$/.test(
      token.lower,
    )
  )
    return true;
  if (token.pos === 'NUM' || /(?:ing|ed)$/.test(token.lower)) return true;
  return /^(?:NOUN|ADJ|PROPN|ADV)$/.test(token.pos) || /^\p{Lu}/u.test(token.text);
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
    return subject && { ...subject, ...base };
  }
  return null;
}
