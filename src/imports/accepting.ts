import { type ArticleContent, allTurns } from '../articles/content.ts';
import { type ArticleInput, articlePatch } from '../articles/schema.ts';
import { changeArticle, getArticle, type Loaded } from '../articles/service.ts';
import { referenceUnknown } from '../core/errors.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import { applySuggestions } from './applying.ts';
import type { InterviewSuggestion, Suggestion } from './suggestions.ts';

/**
 * Brings accepted suggestions of a story into its draft as it is now, as a new revision.
 * What an editor changed meanwhile stays.
 *
 * @param all the suggestions of the story
 * @throws Problem not-found, reference-unknown when a conversation no longer stands there
 */
export async function acceptSuggestions(
  work: Work,
  articleId: string,
  accepted: readonly Suggestion[],
  all: readonly Suggestion[],
): Promise<Loaded> {
  const { content } = await getArticle(work.client, articleId);
  const interview = accepted.find((suggestion) => suggestion.kind === 'interview');
  if (interview !== undefined && !stands(content, interview)) {
    throw referenceUnknown(
      'The conversation no longer stands in the body as it was found: make it an interview by hand, or refuse it.',
      '/accept',
      'names a conversation that was changed',
    );
  }
  // Parts that are there already are named by their ids alone, which keeps them as they are.
  const existing = {
    headline: content.headline,
    body: content.body,
    interviews: content.interviews.map(({ id }) => ({ id })),
    quotes: content.quotes.map((quote) => moved(quote, content, interview, all)),
    claims: content.claims.map((claim) => ({
      ...moved(claim, content, interview, all),
      ...joined(claim, content, accepted, all),
    })),
  } as unknown as ArticleInput;
  const { headline: _headline, ...patch } = applySuggestions(existing, accepted, {
    placeOf: (turn) => placeOf(turn, content, all),
    claimOf: (id) => claimOf(id, content, all)?.id ?? null,
  });
  return changeArticle(work, articleId, parseBody(articlePatch, patch), '*');
}

/** Whether the words that become a conversation are still in the body. */
export const isAcceptable = (content: ArticleContent, suggestion: Suggestion): boolean =>
  suggestion.kind !== 'interview' || stands(content, suggestion);

const stands = ({ body }: ArticleContent, { removes }: InterviewSuggestion): boolean =>
  body.includes(removes);

/** Where the turn of a conversation is that was accepted before; else its words are in the body. */
function placeOf(turn: number, content: ArticleContent, all: readonly Suggestion[]): string {
  const before = all.find((one) => one.kind === 'interview' && one.state === 'accepted');
  const wanted = before?.kind === 'interview' ? before.value.turns?.[turn]?.text : undefined;
  return allTurns(content).find(({ text }) => text === wanted)?.id ?? 'body';
}

/** The claim that a suggestion became which was accepted before. */
function claimOf(id: string, { claims }: ArticleContent, all: readonly Suggestion[]) {
  const origin = all.find((one) => one.id === id);
  if (origin?.kind !== 'claim' || origin.state !== 'accepted') return undefined;
  const [piece] = origin.value.anchor.pieces;
  return claims.find(
    ({ anchor: { pieces }, low, high }) =>
      pieces[0]?.exact === piece?.exact &&
      low === (origin.value.low ?? null) &&
      high === (origin.value.high ?? null),
  );
}

/** A claim that is there already is a part of the one that is accepted now, if it was found so. */
function joined(
  claim: ArticleContent['claims'][number],
  content: ArticleContent,
  accepted: readonly Suggestion[],
  all: readonly Suggestion[],
): { partOf?: number } {
  if (claim.partOf !== null) return {};
  const coming = accepted.filter(({ kind }) => kind === 'claim');
  const whole = coming.findIndex(({ id }) =>
    all.some(
      (one) =>
        one.kind === 'claim' && one.partOf === id && claimOf(one.id, content, all)?.id === claim.id,
    ),
  );
  return whole < 0 ? {} : { partOf: content.claims.length + whole };
}

/** A quote or claim whose words go over into a turn goes with them. */
function moved(
  part: ArticleContent['quotes'][number] | ArticleContent['claims'][number],
  content: ArticleContent,
  interview: InterviewSuggestion | undefined,
  all: readonly Suggestion[],
): object {
  const { id, anchor } = part;
  if (interview === undefined || anchor.in !== 'body') return { id };
  const exact = anchor.pieces[0]?.exact;
  const origin = all.find(
    (one) =>
      one.kind !== 'interview' &&
      one.turn !== null &&
      one.state === 'accepted' &&
      one.value.anchor.pieces[0]?.exact === exact,
  );
  if (origin === undefined || origin.kind === 'interview' || origin.turn === null) return { id };
  const place = { interview: content.interviews.length, turn: origin.turn };
  return { id, anchor: { in: place, pieces: origin.value.anchor.pieces } };
}
