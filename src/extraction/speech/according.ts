/** "according to X", before its clause, behind it, or in the middle. */
import { hasVerb, trimmedEnd } from '../reading/content.ts';
import { CALENDAR, findSign, type Phrase } from '../reading/phrases.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Token } from '../reading/tokens.ts';
import { findCue } from '../reading/verbs.ts';
import type { Report } from './reports.ts';

const ACCORDING_END = /^[,;.:?!—–)]$/;

/** "according to X" on either side of its clause. */
export function readAccording(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
): Report[] {
  const reports: Report[] = [];
  for (let at = sentence.from; at + 2 < sentence.to; at += 1) {
    if (
      tokens[at]?.lower !== 'according' ||
      tokens[at + 1]?.lower !== 'to' ||
      (tokens[at]?.quote ?? 0) >= 0
    )
      continue;
    const mention = accordingSource(tokens, at + 2, sentence.to);
    if (!mention) continue;
    const base = {
      mention,
      verb: { from: at, to: at + 2 },
      lemma: 'according to',
      sentence: index,
    };
    let stop = mention.to;
    while (stop < sentence.to && !ACCORDING_END.test(tokens[stop]?.text ?? '.')) stop += 1;
    if (opensClause(tokens, at, sentence)) {
      const from = openingEnd(tokens, mention.to, sentence.to);
      const to = trimmedEnd(tokens, openedEnd(tokens, from, sentence.to), from);
      if (from < to)
        reports.push({ ...base, pieces: [{ from, to }], after: true, rule: 'according to, first' });
      continue;
    }
    const from = clauseStart(tokens, sentence.from, at);
    const to = /^(?:,|—|–|--|\()$/.test(tokens[at - 1]?.text ?? '') ? at - 1 : at;
    const pieces: Phrase[] = to > from ? [{ from, to }] : [];
    const rest = stop + 1;
    const end = trimmedEnd(tokens, sentence.to, rest);
    if (
      tokens[stop]?.text === ',' &&
      end - rest > 4 &&
      hasVerb(tokens, rest, end) &&
      !/^(?:which|who|a|an|the|whose|and|but)$|ing$/.test(tokens[rest]?.lower ?? '')
    )
      pieces.push({ from: rest, to: end });
    if (pieces.length > 0)
      reports.push({ ...base, pieces, after: false, rule: 'according to, last' });
  }
  return reports;
}

/** Before "; the families say …": a clause with its own cue behind a semicolon is somebody else's. */
function openedEnd(tokens: readonly Token[], from: number, to: number): number {
  const semicolon = findSign(tokens, ';', from, to);
  const anew = tokens
    .slice(semicolon, to)
    .some(({ lower, pos, quote }) => quote < 0 && pos === 'VERB' && findCue(lower));
  return semicolon > 0 && anew ? semicolon : to;
}

/** "According to X, …", "But according to X, …", "said that, according to X, …". */
function opensClause(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const sign = tokens[at - 1]?.text === ',' ? 1 : 0;
  const opener = tokens[at - 1 - sign]?.lower ?? '';
  return (
    at === sentence.from ||
    opener === 'that' ||
    (at - 1 - sign === sentence.from && /^(?:and|but|now|so|yet|still)$/.test(opener))
  );
}

/** Where the clause begins that ends before the source: in an open bracket, or behind a dateline. */
function clauseStart(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.text === ')') return from;
    if (token.text === '(' || (/^[—–]$|^--$/.test(token.text) && tokens[at - 1]?.text === ')'))
      return at + 1;
  }
  return from;
}

function accordingSource(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let end = from;
  while (end < to && end < from + 22) {
    const token = tokens[end];
    if (
      !token ||
      ACCORDING_END.test(token.text) ||
      /^(?:who|which|that|but|while)$/.test(token.lower)
    )
      break;
    end += 1;
  }
  const all = end;
  while (
    end > from &&
    (CALENDAR.has(tokens[end - 1]?.lower ?? '') ||
      /^(?:on|last|this|week|in)$/.test(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  // "a poll released on Monday".
  if (end > from && /^(?:released|published|conducted|taken)$/.test(tokens[end - 1]?.lower ?? ''))
    end = all;
  return end > from ? { from, to: end } : null;
}

/** After "According to X, …,": the comma before which the source's own insertions end. */
export function openingEnd(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && tokens[at]?.text !== ',' && (tokens[at]?.quote ?? -1) < 0) at += 1;
  if (tokens[at]?.text !== ',') return (tokens[at]?.quote ?? -1) >= 0 ? at : to;
  const next = tokens[at + 1];
  if (next && /^(?:a|an|who|which|conducted|published|released|taken)$/.test(next.lower)) {
    const close = findSign(tokens, ',', at + 2, to);
    if (close > 0 && hasVerb(tokens, close, to)) return close + 1;
  }
  return at + 1;
}
