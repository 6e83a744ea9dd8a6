/** A consumer that knows nothing of the newsroom but its log of changes. */

import type { WireArticle } from '../../src/articles/schema.ts';
import type { Change } from '../../src/changes/schema.ts';

type Documents = Map<string, string>;

/** The public state as it is rebuilt: finished documents by id, and notices by id. */
export interface PublicState {
  articles: Documents;
  turns: Documents;
  quotes: Documents;
  claims: Documents;
  sources: Documents;
  figures: Documents;
  /** What answers 410, and with what. */
  retracted: Documents;
}

/** Rebuilds the public state from the changes, by the rule in the description of /v1/changes. */
export function rebuildFrom(changes: readonly Change[]): PublicState {
  const documents = (): Documents => new Map();
  const state: PublicState = {
    articles: documents(),
    turns: documents(),
    quotes: documents(),
    claims: documents(),
    sources: documents(),
    figures: documents(),
    retracted: documents(),
  };
  const everPublic = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.kind === 'source' || change.kind === 'figure') {
      const kept = change.kind === 'source' ? state.sources : state.figures;
      if (change.data === null) kept.delete(change.id);
      else kept.set(change.id, JSON.stringify(change.data));
      continue;
    }
    removeArticle(state, change.id);
    const ids = everPublic.get(change.id) ?? new Set([change.id]);
    everPublic.set(change.id, ids);
    if (change.type === 'article.retracted') {
      for (const id of ids) state.retracted.set(id, JSON.stringify(change.data));
    } else if (change.data !== null) {
      addArticle(state, change.data as WireArticle, ids);
    }
  }
  return state;
}

function removeArticle(state: PublicState, id: string): void {
  const document = state.articles.get(id);
  if (document === undefined) return;
  const article = JSON.parse(document) as WireArticle;
  state.articles.delete(id);
  for (const turn of article.interviews.flatMap(({ turns }) => turns)) state.turns.delete(turn.id);
  for (const quote of article.quotes) state.quotes.delete(quote.id);
  for (const claim of article.claims) state.claims.delete(claim.id);
}

function addArticle(state: PublicState, whole: WireArticle, ids: Set<string>): void {
  const { id, slug, headline, url, publishedAt } = whole;
  const article = { id, slug, headline, url, publishedAt };
  state.articles.set(id, JSON.stringify(whole));
  const add = (kept: Documents, part: { id: string }) => {
    kept.set(part.id, JSON.stringify(part));
    ids.add(part.id);
  };
  for (const interview of whole.interviews)
    for (const turn of interview.turns)
      add(state.turns, { ...turn, interview: interview.id, article } as { id: string });
  for (const quote of whole.quotes) add(state.quotes, { ...quote, article } as { id: string });
  for (const claim of whole.claims) add(state.claims, { ...claim, article } as { id: string });
}
