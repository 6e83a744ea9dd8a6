/** Counted nouns as units: the head of the noun phrase behind a number. */
import type { Token } from '../reading/tokens.ts';
import { type Unit, withRate } from './unit.ts';

const NO_NOUN =
  /^(?:of|in|on|at|to|from|by|for|with|and|or|but|as|that|which|who|this|last|next|ago|per|a|an|the|more|less|fewer|years?-old|each|every|were|was|had|have|has|are|is|so|than|when|after|before|since|out)$/;

/** "dozens of people", "24 of 29 drones": the noun after "of". */
export function ofUnit(
  text: string,
  tokens: readonly Token[],
  next: number,
  limit: number,
): Unit | null {
  if (/^(?:them|us|those|which|whom|it)$/.test(tokens[next + 1]?.lower ?? '')) return null;
  let at = next + 1;
  while (
    at < limit &&
    /^(?:the|his|her|its|their|those|these|more|an?|all|its|our|last|first|next|past)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at += 1;
  for (let step = at; step < Math.min(limit, at + 5); step += 1) {
    if (tokens[step]?.lower === "'s") at = step + 1;
  }
  if (tokens[at]?.pos === 'NUM') at += 1;
  return nounUnit(text, tokens, at, limit);
}

/** The counted noun after a number: adjectives and participles skipped, the head is the unit. */
export function nounUnit(
  text: string,
  tokens: readonly Token[],
  next: number,
  limit: number,
): Unit | null {
  const first = tokens[next];
  if (!first || NO_NOUN.test(first.lower) || /^[^\p{L}]/u.test(first.text)) return null;
  const noun = countedNoun(tokens, next, Math.min(limit, next + PHRASE_MAX));
  const head = noun < 0 && isPluralWord(first) ? next : noun;
  const last = tokens[head];
  if (!last) return null;
  const raw = text.slice(last.start, last.end);
  const name = /^\p{Lu}\p{L}+(?:ese|ans|is|ish)$/u.test(raw) ? 'people' : raw;
  return withRate(tokens, {
    name: /^\p{Lu}/u.test(name) ? name : name.toLowerCase(),
    kind: 'noun',
    end: last.end,
    from: next,
    to: head + 1,
  });
}

/** So many words of a phrase are looked at for its noun. */
const PHRASE_MAX = 7;

/** The head of the noun phrase that begins at `from`; -1 if it has no noun. */
function countedNoun(tokens: readonly Token[], from: number, to: number): number {
  const quote = tokens[from]?.quote;
  let head = -1;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || NO_NOUN.test(token.lower) || !/^\p{L}/u.test(token.text)) break;
    if (token.quote !== quote) break;
    if (
      token.lower === 'and' &&
      head === at - 1 &&
      tokens[at + 1]?.pos === 'ADJ' &&
      tokens[at + 2]?.pos === 'NOUN'
    ) {
      at += 1;
      continue;
    }
    if (/^(?:NOUN|PROPN)$/.test(token.pos)) {
      const before = tokens[head];
      if (before?.pos === 'NOUN' && /s$/.test(before.lower) && token.pos === 'PROPN') break;
      head = at;
      continue;
    }
    if (head >= 0 || !mayModify(tokens, at)) break;
  }
  return head;
}

/** Whether a word may stand before the noun that is counted: "northern and southern", "armed". */
function mayModify(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return false;
  if (/^(?:ADJ|ADV)$/.test(token.pos)) return true;
  if (next?.lower === 'and' && /^\p{Lu}/u.test(token.text) && tokens[at + 2]?.pos === 'ADJ')
    return true;
  return /(?:ed|ing|en)$|-/.test(token.lower) && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '');
}

/** A plural that the tagger took for another part of speech. */
function isPluralWord({ pos, lower }: Token): boolean {
  return (
    pos !== 'AUX' &&
    pos !== 'ADP' &&
    /^\p{L}{3,}s$/u.test(lower) &&
    !/^(?:was|has|is|does|says|goes|yes|this|thus|plus|less|minus|ones|as|us|its|his|versus|towards|always|perhaps|besides|across|unless)$/.test(
      lower,
    )
  );
}
