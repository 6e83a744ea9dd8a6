/** What stands between a subject and its verb: relatives, appositives, brackets and times. */

import type { Subject } from './clauses.ts';
import { BODY_NOUNS, DOCUMENTS, PLACE_NOUNS, ROLE_NOUNS } from './lexicon.ts';
import { listStart, phraseEndingAt } from './phrase-endings.ts';
import { isParticiple } from './phrase-parts.ts';
import { CALENDAR, isNominal, type Phrase } from './phrases.ts';
import type { Token } from './tokens.ts';
import { findCue } from './verbs.ts';

/** "the mayor, who said": the phrase before the pronoun, which stands for it. */
export function relativeSubject(
  tokens: readonly Token[],
  pronoun: number,
  floor: number,
  base: Pick<Subject, 'verbFrom' | 'passive'>,
): Subject | null {
  const at = /^[,—–-]+$/.test(tokens[pronoun - 1]?.text ?? '') ? pronoun - 2 : pronoun - 1;
  const phrase = phraseEndingAt(tokens, at, floor);
  return phrase && { ...phrase, ...base, how: 'relative', pronoun };
}

/** How far left, in tokens, the noun is sought that a phrase belongs to as part of its relative. */
const RELATIVE_REACH = 25;

/**
 * The subject of which the phrase at `from` is only a part: "keepers who mend the lock said",
 * "a judge handling the suit said", "organizers of the push to mend the lock said".
 */
function modifiedHead(tokens: readonly Token[], from: number, floor: number): Phrase | null {
  let reduced = -1;
  let open = true;
  for (let at = from - 1; at > floor && from - at < RELATIVE_REACH; at -= 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before || token.quote >= 0 || /^(?:[,;:.—–-]|--)$/.test(token.text)) break;
    if (token.lower === 'who') return phraseEndingAt(tokens, at - 1, floor);
    if (findCue(token.lower)?.lemma === 'say') break;
    open &&= !/^(?:AUX|SCONJ)$/.test(token.pos) && token.lower !== 'that';
    if (open && isNoun(before) && (opensReduced(tokens, at) || isIssued(tokens, at))) reduced = at;
  }
  return reduced < 0 ? null : phraseEndingAt(tokens, reduced - 1, floor);
}

function isNoun(token: Token): boolean {
  return (
    token.quote < 0 &&
    /^(?:NOUN|PROPN)$/.test(token.pos) &&
    token.lower !== "'s" &&
    !CALENDAR.has(token.lower)
  );
}

/** "a report released in May", "a poll conducted by keepers": a participle behind a document. */
function isIssued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const noun = tokens[at - 1]?.lower ?? '';
  return (
    token?.pos === 'VERB' &&
    isParticiple(token) &&
    (DOCUMENTS.has(noun) || DOCUMENTS.has(noun.replace(/s$/, ''))) &&
    /^(?:in|on|by|at|over|for|from|this|last|earlier)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

/** "handling the suit", "to mend the lock" behind a noun. */
export function opensReduced(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.lower === 'to') return tokens[at + 1]?.pos === 'VERB';
  return token.pos === 'VERB' && /ing$/.test(token.lower) && !findCue(token.lower);
}

/** The subject that ends at `last`: its noun phrase, or the one of which that is a part. */
export function subjectEndingAt(
  tokens: readonly Token[],
  last: number,
  floor: number,
): Phrase | null {
  const phrase = phraseEndingAt(tokens, withoutModifier(tokens, last), floor);
  if (!phrase) return null;
  const left = tokens[phrase.from - 1];
  if (!left || phrase.from - 1 < floor) return phrase;
  const list = left.quote < 0 && /^(?:,|and)$/.test(left.lower);
  const first = list ? listStart(tokens, phrase, floor) : phrase.from;
  if (first < phrase.from) return { from: first, to: phrase.to };
  // "the Saturday test": a day inside the phrase.
  const dated = CALENDAR.has(left.lower) && tokens[phrase.from - 2]?.pos === 'DET';
  const from = dated ? phrase.from - 2 : phrase.from;
  const governor = tokens[from - 1];
  if (!governor || !/^(?:VERB|ADP|PART|AUX|CCONJ)$/.test(governor.pos))
    return dated ? { from, to: phrase.to } : phrase;
  return modifiedHead(tokens, from, floor) ?? phrase;
}

/** Steps over "released", "published" and "there" behind a noun. */
function withoutModifier(tokens: readonly Token[], last: number): number {
  const token = tokens[last];
  const before = tokens[last - 1];
  if (!token || !before || !isNoun(before)) return last;
  const modifies =
    /^(?:there|here)$/.test(token.lower) || (token.pos === 'VERB' && isParticiple(token));
  return modifies ? last - 1 : last;
}

/** Steps back over "on Tuesday", "last week", "late Monday". */
export function skipTime(tokens: readonly Token[], last: number, floor: number): number {
  let at = last;
  while (at >= floor) {
    const token = tokens[at];
    if (!token) break;
    const time =
      CALENDAR.has(token.lower) ||
      /^(?:on|in|last|this|late|early|week|month|year|day|night|morning|evening|afternoon|weekend|the|earlier|same)$/.test(
        token.lower,
      );
    if (!time) break;
    at -= 1;
  }
  return at;
}

export function skipParenthesis(
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
    const head = withoutModifier(tokens, beforeBracket(tokens, at - 1, floor));
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
      !(isNominal(before) || (before?.pos === 'ADJ' && RELATIVE.test(next.lower))) ||
      CALENDAR.has(before?.lower ?? '') ||
      !opensAppositive(tokens, at + 1)
    )
      continue;
    const phrase = phraseEndingAt(tokens, head, floor);
    if (phrase && !isWithinInsertion(tokens, phrase.from, floor))
      return { ...describedName(tokens, phrase, floor), ...base, how: 'appositive' };
  }
  return null;
}

const RELATIVE = /^(?:who|whose|whom|which)$/;

/** "Ann Lee, speaking at a rally in Lund, Skåne, said": the rally is part of what is inserted. */
function isWithinInsertion(tokens: readonly Token[], from: number, floor: number): boolean {
  if (RELATIVE.test(tokens[from]?.lower ?? '')) return true;
  for (let at = from - 1; at > floor && from - at < 14; at -= 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next || /^[;:.]$/.test(token.text)) return false;
    if (token.text !== ',' || token.quote >= 0) continue;
    if (at + 1 === from || !isNominal(tokens[at - 1])) return false;
    return (
      RELATIVE.test(next.lower) ||
      next.lower === 'of' ||
      (next.pos === 'VERB' && /ing$/.test(next.lower) && next.lower !== 'acting')
    );
  }
  return false;
}

/** "Ann Lee, 34, a nurse from Lund, Skåne, said": steps from age and office back to the name. */
function describedName(tokens: readonly Token[], phrase: Phrase, floor: number): Phrase {
  let found = phrase;
  for (let step = 0; step < 3; step += 1) {
    const first = tokens[found.from];
    const single = found.to - found.from === 1;
    const age = single && (first?.pos === 'NUM' || /^[RDI]-\p{Lu}/u.test(first?.text ?? ''));
    const office = /^(?:a|an|the|his|her|its)$/.test(first?.text ?? '') || isOffice(tokens, found);
    if (!first || !(age || office)) return found;
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

/** "vice president of the union": small letters up to a role and what it is of. */
function isOffice(tokens: readonly Token[], { from, to }: Phrase): boolean {
  for (let at = from; at + 1 < to; at += 1) {
    const token = tokens[at];
    if (!token || token.text !== token.lower || !/^(?:NOUN|ADJ)$/.test(token.pos)) return false;
    if (/^(?:of|for|at|in)$/.test(tokens[at + 1]?.lower ?? '')) return ROLE_NOUNS.has(token.lower);
  }
  return false;
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
    /^(?:who|which|whose|whom|a|an|the|one|another|some|neither|none|all|most|many|several|not|now|then|also|himself|herself|his|her|its|their|our|in|at|on|of|from|for|with|by|to|as|like|along|including|after|during|through|via|citing|speaking|asked|when|while|meanwhile|however|too|though|both|among|without|once|long|where)$/.test(
      token.lower,
    )
  )
    return true;
  if (token.pos === 'NUM' || token.pos === 'VERB' || /(?:ing|ed)$/.test(token.lower)) return true;
  return /^(?:NOUN|ADJ|PROPN|ADV)$/.test(token.pos) || /^\p{Lu}/u.test(token.text);
}
