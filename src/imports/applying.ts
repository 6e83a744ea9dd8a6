/** From accepted suggestions to an article with them in it. */
import type { ArticleInput } from '../articles/schema.ts';
import type { InterviewSuggestion, Suggestion } from './suggestions.ts';

/** What suggestions of the same story that were accepted before have become. */
export interface Before {
  /** Where a turn is, or its words still stand. */
  placeOf(turn: number): string;
  /** The id of the claim that a suggestion became; null for one that became none. */
  claimOf(suggestion: string): string | null;
}

const NOTHING_BEFORE: Before = { placeOf: () => 'body', claimOf: () => null };

/** An article with the accepted suggestions in it. */
export function applySuggestions(
  article: ArticleInput,
  accepted: readonly Suggestion[],
  before = NOTHING_BEFORE,
): ArticleInput {
  const interview = accepted.find((suggestion) => suggestion.kind === 'interview');
  const quotes = accepted.filter((suggestion) => suggestion.kind === 'quote');
  const claims = accepted.filter((suggestion) => suggestion.kind === 'claim');
  const offset = article.interviews?.length ?? 0;
  const first = article.claims?.length ?? 0;
  const place = (turn: number | null) =>
    turn === null
      ? 'body'
      : interview === undefined
        ? before.placeOf(turn)
        : { interview: offset, turn };
  const wholeOf = (partOf: string | null) => {
    if (partOf === null) return null;
    const index = claims.findIndex(({ id }) => id === partOf);
    return index < 0 ? before.claimOf(partOf) : first + index;
  };
  return {
    ...article,
    ...(interview === undefined
      ? {}
      : {
          body: withoutTurns(article.body ?? '', interview),
          interviews: [...(article.interviews ?? []), interview.value],
        }),
    quotes: [
      ...(article.quotes ?? []),
      ...quotes.map(({ value, turn }) => ({
        ...value,
        anchor: { ...value.anchor, in: place(turn) },
      })),
    ],
    claims: [
      ...(article.claims ?? []),
      ...claims.map(({ value, turn, partOf }) => {
        const whole = wholeOf(partOf);
        return {
          ...value,
          anchor: { ...value.anchor, in: place(turn) },
          ...(whole === null ? {} : { partOf: whole }),
        };
      }),
    ],
  };
}

function withoutTurns(body: string, { removes, keeps = '' }: InterviewSuggestion): string {
  const from = body.indexOf(removes);
  if (from < 0) return body;
  const parts = [body.slice(0, from), keeps, body.slice(from + removes.length)];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
