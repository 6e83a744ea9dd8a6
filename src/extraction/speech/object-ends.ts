/** Where an object ends: over lists and what is added to them, not over times and occasions. */
import { CALENDAR, type Phrase, phraseStartingAt } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

/** An object goes on over "of", "for", "to" phrases and relatives, not over adjuncts of speaking. */
export function objectEnd(tokens: readonly Token[], object: Phrase, stop: number): number {
  for (let at = object.to; at < stop; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (isDate(tokens, at) && !goesOn(tokens, at + 1, stop))
      return withoutTime(tokens, object.from, at);
    if (token.text === ',' && token.quote < 0) {
      const next = listedEnd(tokens, at, stop);
      if (next < 0) return at;
      at = next - 1;
      continue;
    }
    if (
      (/^(?:during|after|while|when|before)$/.test(token.lower) ||
        (token.lower === 'by' && /ing$/.test(tokens[at + 1]?.lower ?? ''))) &&
      !isParticiple(tokens[at - 1])
    )
      return at;
    if (
      /^(?:in|on|at|through)$/.test(token.lower) &&
      /^(?:a|an)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return at;
  }
  return stop;
}

/** Words that add to what was named, with how many of them there are: ", such as the lock". */
const ADDING: ReadonlyMap<string, number> = new Map([
  ['including', 1],
  ['not', 1],
  ['especially', 1],
  ['particularly', 1],
  ['such', 2],
  ['rather', 2],
  ['along', 2],
]);

/** Behind a comma the end of the next item of a list, or of ", including …"; -1 where none follows. */
function listedEnd(tokens: readonly Token[], comma: number, stop: number): number {
  const next = tokens[comma + 1];
  const adds = next ? (ADDING.get(next.lower) ?? 0) : 0;
  if (adds > 0) return phraseStartingAt(tokens, comma + 1 + adds, stop)?.to ?? -1;
  const and = next?.lower === 'and' ? 1 : 0;
  const item = phraseStartingAt(tokens, comma + 1 + and, stop);
  if (!item || (tokens[item.from]?.pos === 'PRON' && item.to - item.from === 1)) return -1;
  const last = and > 0 || tokens.slice(item.from, item.to).some(({ lower }) => lower === 'and');
  if (last) return isListEnd(tokens, item.to, stop) ? item.to : -1;
  const sign = tokens[item.to];
  return sign && item.to < stop && /^(?:,|and)$/.test(sign.lower) && isListed(tokens, item.to, stop)
    ? item.to
    : -1;
}

function isListed(tokens: readonly Token[], at: number, stop: number): boolean {
  const and = tokens[at]?.lower === 'and' ? at : tokens[at + 1]?.lower === 'and' ? at + 1 : -1;
  if (and < 0) return tokens[at]?.text === ',' && listedEnd(tokens, at, stop) > 0;
  const item = phraseStartingAt(tokens, and + 1, stop);
  return item !== null && isListEnd(tokens, item.to, stop);
}

function isListEnd(tokens: readonly Token[], at: number, stop: number): boolean {
  return at >= stop || !/^(?:VERB|AUX)$/.test(tokens[at]?.pos ?? '');
}

/** A day or month. */
function isDate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && CALENDAR.has(token.lower) && token.text !== token.lower;
}

/** "on Monday for the leak": behind the date more is said of the object. */
function goesOn(tokens: readonly Token[], at: number, stop: number): boolean {
  return at + 2 < stop && /^(?:for|over|that|about|as)$/.test(tokens[at]?.lower ?? '');
}

/** Steps back over what leads to a date: "in", "on", "late last". */
function withoutTime(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (
    end > from + 1 &&
    /^(?:in|on|at|for|since|late|early|last|this|next)$/.test(tokens[end - 1]?.lower ?? '')
  )
    end -= 1;
  return end;
}

function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'VERB' && /ed$/.test(token.lower);
}
