/** What is suggested, and what is taken by confidence: what an article can hold. */
import type { ArticleContent } from '../articles/content.ts';
import { PARTS_MAX } from '../articles/schema.ts';
import { claimInput } from '../claims/schema.ts';
import { quoteInput } from '../quotes/schema.ts';
import { interviewInput } from '../turns/schema.ts';
import type { Suggestion } from './suggestions.ts';

/** So many parts of each kind. */
type Held = Record<'quotes' | 'claims', number>;

const INPUTS = { interview: interviewInput, quote: quoteInput, claim: claimInput };

/** Suggestions that an editor could have posted; the others are told of. */
export function fitting(found: readonly Suggestion[]): {
  suggestions: Suggestion[];
  notices: string[];
} {
  const suggestions = found.filter(({ kind, value }) => INPUTS[kind].safeParse(value).success);
  const left = found.length - suggestions.length;
  return {
    suggestions,
    notices:
      left === 0
        ? []
        : [`Found and not suggested, longer than a part of an article can be: ${left}.`],
  };
}

/**
 * Of suggestions that are sure enough, those that an article can hold: at most so many, the
 * surest first, and no conversation with a turn of nobody’s.
 *
 * @returns the others in sentences for the editor
 */
export function takeFitting(
  sure: readonly Suggestion[],
  held: Held = { quotes: 0, claims: 0 },
): { taken: Set<Suggestion>; notices: string[] } {
  const quotes = surest(sure, 'quote');
  const claims = surest(sure, 'claim');
  const room = {
    quotes: Math.max(0, PARTS_MAX - held.quotes),
    claims: Math.max(0, PARTS_MAX - held.claims),
  };
  return {
    taken: new Set([
      ...sure.filter((one) => one.kind === 'interview' && isComplete(one)),
      ...quotes.slice(0, room.quotes),
      ...claims.slice(0, room.claims),
    ]),
    notices: [
      ...leftOver(quotes.length - room.quotes, 'quotes'),
      ...leftOver(claims.length - room.claims, 'claims'),
    ],
  };
}

const surest = (sure: readonly Suggestion[], kind: Suggestion['kind']): Suggestion[] =>
  sure.filter((one) => one.kind === kind).sort((a, b) => b.confidence - a.confidence);

const leftOver = (count: number, parts: string): string[] =>
  count <= 0
    ? []
    : [`An article holds ${PARTS_MAX} ${parts} at most: ${count} that are sure enough are left.`];

/** What an article will hold with suggestions that come in in any case. */
export function holding(content: ArticleContent, coming: readonly Suggestion[]): Held {
  const count = (kind: Suggestion['kind']) => coming.filter((one) => one.kind === kind).length;
  return {
    quotes: content.quotes.length + count('quote'),
    claims: content.claims.length + count('claim'),
  };
}

/** Whether everybody who speaks in a conversation is known; the gate refuses it otherwise. */
function isComplete(suggestion: Suggestion): boolean {
  if (suggestion.kind !== 'interview') return true;
  return (suggestion.value.turns ?? []).every(({ speaker }) => speaker != null);
}
