import { type ArticleContent, references } from '../articles/content.ts';
import type { Loaded } from '../articles/service.ts';
import { getContent } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { followFigures } from '../figures/store.ts';
import { followSources } from '../sources/store.ts';
import { changedParts, type GateProblem, runGate } from './gate.ts';

/**
 * What the gate finds in a content of an article.
 *
 * @param note the correction note, if one is given
 */
export async function checkArticle(
  client: Client,
  { row, content }: Loaded,
  note: string | null,
): Promise<GateProblem[]> {
  return runGate({
    content,
    sources: await followSources(client, idsOf('source', content)),
    figures: await followFigures(client, idsOf('figure', content)),
    live: await findLive(client, row, content),
    note,
  });
}

/** @throws Problem gate-refused with everything that the gate found */
export function requireGate(problems: GateProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Problem(
    'gate-refused',
    errors.length === 1
      ? `It can’t be published: ${errors[0]?.message}`
      : `It can’t be published: ${errors.length} problems.`,
    { errors: problems },
  );
}

/** The ids of the quotes and claims that would no longer say what they say in public. */
export async function findChangedIds(
  client: Client,
  row: Loaded['row'],
  content: ArticleContent,
): Promise<string[]> {
  const live = await findLive(client, row, content);
  return live === null ? [] : changedParts(live, content).map(({ id }) => id);
}

/**
 * The content that is public, ready to be compared with another one: a source or figure
 * that was merged since stands as the one that the other content names, because a merge
 * is no change of what was said.
 */
async function findLive(
  client: Client,
  row: Loaded['row'],
  other: ArticleContent,
): Promise<ArticleContent | null> {
  if (row.live === null) return null;
  const live = await getContent(client, row.id, row.live);
  const source = await sameAs(other, live, 'source', (ids) => followSources(client, ids));
  const figure = await sameAs(other, live, 'figure', (ids) => followFigures(client, ids));
  return {
    ...live,
    quotes: live.quotes.map((quote) => ({
      ...quote,
      speaker: quote.speaker === null ? null : source(quote.speaker),
    })),
    claims: live.claims.map((claim) => ({
      ...claim,
      figure: figure(claim.figure),
      chain: claim.chain.map((link) => ({ ...link, source: source(link.source) })),
    })),
  };
}

async function sameAs(
  other: ArticleContent,
  live: ArticleContent,
  kind: 'source' | 'figure',
  follow: (ids: string[]) => Promise<Map<string, { id: string }>>,
): Promise<(id: string) => string> {
  const wanted = idsOf(kind, other);
  const unknown = idsOf(kind, live).filter((id) => !wanted.includes(id));
  if (unknown.length === 0) return (id) => id;
  const present = await follow([...wanted, ...unknown]);
  const byPresent = new Map(wanted.map((id) => [present.get(id)?.id ?? id, id]));
  return (id) => byPresent.get(present.get(id)?.id ?? id) ?? id;
}

function idsOf(kind: 'source' | 'figure', content: ArticleContent): string[] {
  return references(content)
    .filter((reference) => reference.kind === kind)
    .map(({ targetId }) => targetId);
}
