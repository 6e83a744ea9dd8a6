/** Contents that are no clause: directives, predications, accusations, objects. */

import { startsClause, WH } from '../reading/clause-starts.ts';
import { closesWithComma, skipAdjuncts } from '../reading/content.ts';
import { isTimeNoun } from '../reading/phrase-parts.ts';
import { CALENDAR, type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';
import { objectEnd } from './object-ends.ts';
import type { Site } from './sites.ts';

type Content = { from: number; to: number; rule: string };

/** Contents that are no clause: directives, predications, accusations, single objects. */
export function objectContent(
  tokens: readonly Token[],
  site: Site,
  first: number,
  end: (from: number) => number,
  to: number,
): Content | null {
  const found = contentOf(tokens, site, first, end, to);
  return found && { ...found, to: nextPredicate(tokens, found.from, found.to) };
}

/**
 * "urged them to wait and left": a content without a finite verb of its own ends where the sentence
 * goes on with one, behind "and" or "but".
 */
export function nextPredicate(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to - 1; at += 1) {
    const token = tokens[at];
    if (closesWithComma(tokens, at) && opensComment(tokens, at + 1, to)) return at + 1;
    if (!token || token.quote >= 0) continue;
    if (/^(?:who|which|that|whose|where|what|how|if|because)$/.test(token.lower)) return to;
    if (token.text === ',' && opensClause(tokens, at + 1, to)) return at;
    if (!/^(?:and|but)$/.test(token.lower)) continue;
    if (isFiniteVerb(tokens[at + 1])) return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return to;
}

/** `“a mess,” which it is`, `“a mess,” and the mayor agreed`: behind a quoted phrase the reporter comments. */
function opensComment(tokens: readonly Token[], at: number, to: number): boolean {
  return /^(?:which|who|an?)$/.test(tokens[at]?.lower ?? '') || opensClause(tokens, at, to);
}

/** ", and the mayor agreed", ", even though it rained", ", reversing her plan": the reporter's own, behind a comma. */
function opensClause(tokens: readonly Token[], at: number, to: number): boolean {
  const first = tokens[at];
  if (first?.pos === 'VERB' && /ing$/.test(first.lower) && first.lower !== 'including') return true;
  const even = tokens[at]?.lower === 'even' && tokens[at + 1]?.lower === 'though' ? 1 : 0;
  const link = tokens[at + even]?.lower ?? '';
  return (
    /^(?:and|but|while|though|although)$/.test(link) && startsClause(tokens, at + even + 1, to)
  );
}

function isFiniteVerb(token: Token | undefined): boolean {
  if (!token || token.quote >= 0) return false;
  if (token.pos === 'AUX') return !/^(?:be|been|being)$/.test(token.lower);
  return (
    token.pos === 'VERB' &&
    /ed$|[^s]s$|^(?:said|told|wrote|went|left|made|gave|took|held)$/.test(token.lower)
  );
}

function contentOf(
  tokens: readonly Token[],
  site: Site,
  first: number,
  end: (from: number) => number,
  to: number,
): Content | null {
  const { frame, lemma } = site.cue;
  const token = tokens[first];
  if (!token || first >= to) return null;
  const next = tokens[first + 1];
  const infinitive = /i/.test(frame) ? infinitiveAt(tokens, first, to) : -1;
  if (infinitive >= 0) return { from: infinitive, to: end(infinitive), rule: 'infinitive' };
  if (lemma === 'call' && (token.lower === 'on' || token.lower === 'for'))
    return { from: first + 1, to: end(first + 1), rule: 'call on' };
  if (
    /p/.test(frame) &&
    /^(?:about|of|on|against)$/.test(token.lower) &&
    next &&
    site.cue.lemma !== 'report'
  ) {
    return hasComplement(tokens, first + 1, to)
      ? { from: first + 1, to: end(first + 1), rule: 'prepositional object' }
      : null;
  }
  if (
    lemma === 'argue' &&
    /^(?:for|against)$/.test(token.lower) &&
    hasComplement(tokens, first + 1, to)
  )
    return { from: first + 1, to: end(first + 1), rule: 'prepositional object' };
  if (/[oabkng]/.test(frame) && (token.quote < 0 || /[kan]/.test(frame)))
    return withObject(tokens, site, first, end, to);
  return null;
}

/** So many tokens at most tell a time before an infinitive. */
const TIME_WITHIN = 4;

/** The "to" of "pledged to pay", "pledged on Monday to fully pay"; -1 where none follows. */
function infinitiveAt(tokens: readonly Token[], first: number, to: number): number {
  const at = tokens[first]?.lower === 'to' ? first : skipAdjuncts(tokens, first, to, false);
  if (at >= to || at - first > TIME_WITHIN || tokens[at]?.lower !== 'to') return -1;
  const last = tokens[at - 1];
  const timed = CALENDAR.has(last?.lower ?? '') || isTimeNoun(last) || last?.pos === 'ADV';
  if (at > first && !timed) return -1;
  const verb = tokens[at + 1]?.pos === 'ADV' ? at + 2 : at + 1;
  return /^(?:VERB|AUX)$/.test(tokens[verb]?.pos ?? '') ? at : -1;
}

function hasComplement(tokens: readonly Token[], from: number, to: number): boolean {
  return from < to && !/^[,;.]$/.test(tokens[from]?.text ?? '.');
}

function withObject(
  tokens: readonly Token[],
  site: Site,
  first: number,
  end: (from: number) => number,
  to: number,
): { from: number; to: number; rule: string } | null {
  const { frame, lemma } = site.cue;
  if (tokens[first]?.lower === 'that' || WH.has(tokens[first]?.lower ?? '')) return null;
  const object = phraseStartingAt(tokens, first, to);
  const at = object?.to ?? first;
  const token = tokens[at];
  if (object && isNoObject(tokens, object)) return null;
  if (object && token) {
    if (
      /o/.test(frame) &&
      token.lower === 'to' &&
      /^(?:VERB|AUX|ADV|PART)$/.test(tokens[at + 1]?.pos ?? '')
    )
      return { from: first, to: end(first), rule: 'directive' };
    if (/o/.test(frame) && token.lower === 'not' && tokens[at + 1]?.lower === 'to')
      return { from: first, to: end(first), rule: 'directive' };
    if (/a/.test(frame) && (token.lower === 'as' || within(tokens, at, to, 'as', 14)))
      return { from: first, to: end(first), rule: 'predication' };
    if (/b/.test(frame) && /^(?:of|for|on)$/.test(token.lower))
      return { from: first, to: end(first), rule: 'accusation' };
  }
  if (
    /b/.test(frame) &&
    (within(tokens, first, to, 'of', 12) || within(tokens, first, to, 'for', 12))
  )
    return { from: first, to: end(first), rule: 'accusation' };
  if (/k/.test(frame))
    return isSmallClause(tokens, first, object, to)
      ? { from: first, to: end(first), rule: 'small clause' }
      : null;
  const stop = end(first);
  if (/g/.test(frame) && /ing$/.test(tokens[first]?.lower ?? ''))
    return { from: first, to: stop, rule: 'gerund' };
  if (
    /n/.test(frame) &&
    first < stop &&
    object &&
    !(/[cs]/.test(frame) && startsClause(tokens, first, stop))
  ) {
    // What somebody points to is told with all that is said about it.
    const to = lemma === 'point to' ? stop : objectEnd(tokens, object, stop);
    return { from: first, to, rule: 'object' };
  }
  if (/n/.test(frame) && (tokens[first]?.quote ?? -1) >= 0 && !/c/.test(frame))
    return { from: first, to: stop, rule: 'quoted object' };
  return null;
}

/** "announced earlier this week", "revealed last fall": a time; "requested anonymity to talk": a favour. */
function isNoObject(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const last = tokens[to - 1];
  const opens = /^(?:last|this|next|earlier|late|later|early)$/.test(tokens[from]?.lower ?? '');
  return last?.lower === 'anonymity' || (opens && isTimeNoun(last));
}

function within(
  tokens: readonly Token[],
  from: number,
  to: number,
  word: string,
  reach: number,
): boolean {
  for (let at = from; at < Math.min(to, from + reach); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;:.]$/.test(token.text)) return false;
    if (token.lower === word) return true;
  }
  return false;
}

/** "called the plan a disaster", "called him “weak”": an object and what it is said to be. */
function isSmallClause(
  tokens: readonly Token[],
  first: number,
  object: Phrase | null,
  to: number,
): boolean {
  for (let at = first; at < Math.min(to, first + 16); at += 1) {
    const token = tokens[at];
    if (!token || /^[,;.]$/.test(token.text)) break;
    if (token.quote >= 0) return true;
  }
  const after = object ? tokens[object.to] : undefined;
  if (!object || !after || object.to >= to) return false;
  return (
    /^(?:a|an|the|one|his|her|their|its|not|too|very|so|more|most)$/.test(after.lower) ||
    after.pos === 'ADJ'
  );
}
