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

  if (/^(?:them|us|those|which|whom|it)$/.test(tokens[next + 1]?.lower ?? '')) return null;
  const unit = nounUnit(text, tokens, at, limit);
  return unit;
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
  let at = next;
  let head = -1;
  for (; at < Math.min(limit, next + 7); at += 1) {
    const token = tokens[at];
    if (!token || NO_NOUN.test(token.lower) || !/^[\p{L}]/u.test(token.text)) break;
    if (token.quote !== first.quote) break;
    if (
      token.lower === 'and' &&
      head === at - 1 &&
      tokens[at + 1]?.pos === 'ADJ' &&
      tokens[at + 2]?.pos === 'NOUN'
    ) {
      at += 1;
      continue;
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      if (
        head >= 0 &&
        tokens[head]?.pos === 'NOUN' &&
        /s$/.test(tokens[head]?.lower ?? '') &&
        token.pos === 'PROPN'
      )
        break;
      head = at;
      continue;
    }
    if (head >= 0) break;
    if (
      tokens[at + 1]?.lower === 'and' &&
      /^\p{Lu}/u.test(token.text) &&
      tokens[at + 2]?.pos === 'ADJ'
    )
      continue;
    const participle =
      /(?:ed|ing|en)$|-/.test(token.lower) &&
      tokens[at + 1] &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? '');
    if (token.pos !== 'ADJ' && token.pos !== 'ADV' && !participle) break;
  }
  if (head < 0) {
    const adjective =
      first.pos !== 'AUX' &&
      first.pos !== 'ADP' &&
      /^\p{L}{3,}s$/u.test(first.lower) &&
      !/^(?:was|has|is|does|says|goes|yes|this|thus|plus|less|minus|ones|as|us|its|his|versus|towards|always|perhaps|besides|across|unless)$/.test(
        first.lower,
      );
    if (!adjective) return null;
    head = next;
  }
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
