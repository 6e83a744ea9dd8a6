/** What is accepted by confidence, without an editor’s eye, passes the gate. */
import type { ArticleContent } from '../articles/content.ts';
import { articlePatch } from '../articles/schema.ts';
import { changeArticle, type Loaded } from '../articles/service.ts';
import { parseBody } from '../core/http/validation.ts';
import type { Work } from '../core/work.ts';
import type { GateProblem } from '../publishing/gate-problem.ts';
import type { Suggestion } from './suggestions.ts';

/**
 * Takes out again what the gate would refuse of the parts that suggestions just became;
 * those are suggestions as before. What else is in the article stays.
 *
 * @param problems what the gate finds in the article as it is
 * @param added suggestions whose parts stand last in the article, in this order
 * @param isKept those that stay in any case, because an editor named them
 */
export async function dropRefused(
  work: Work,
  loaded: Loaded,
  problems: readonly GateProblem[],
  added: readonly Suggestion[],
  isKept: (suggestion: Suggestion) => boolean = () => false,
): Promise<Loaded> {
  const { content } = loaded;
  const refused = new Set(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer }) => pointer.split('/').slice(1, 3).join('/')),
  );
  const dropped = new Set<string>();
  for (const [place, suggestion] of placesOf(content, added)) {
    if (!refused.has(place) || isKept(suggestion)) continue;
    dropped.add(place);
    suggestion.state = 'suggested';
  }
  if (dropped.size === 0) return loaded;
  const quotes = content.quotes.filter((_quote, index) => !dropped.has(`quotes/${index}`));
  const claims = content.claims.filter((_claim, index) => !dropped.has(`claims/${index}`));
  const ids = new Set(claims.map(({ id }) => id));
  const patch = {
    quotes: quotes.map(({ id }) => ({ id })),
    claims: claims.map(({ id, partOf }) =>
      partOf !== null && !ids.has(partOf) ? { id, partOf: null } : { id },
    ),
  };
  return changeArticle(work, loaded.row.id, parseBody(articlePatch, patch), '*');
}

/** Where the parts stand that suggestions became: `quotes/0`. */
function placesOf(
  content: ArticleContent,
  added: readonly Suggestion[],
): (readonly [string, Suggestion])[] {
  const quotes = added.filter(({ kind }) => kind === 'quote');
  const claims = added.filter(({ kind }) => kind === 'claim');
  const firstQuote = content.quotes.length - quotes.length;
  const firstClaim = content.claims.length - claims.length;
  return [
    ...quotes.map((quote, index) => [`quotes/${firstQuote + index}`, quote] as const),
    ...claims.map((claim, index) => [`claims/${firstClaim + index}`, claim] as const),
  ];
}
