import { type ArticleContent, references } from '../articles/content.ts';
import type { Loaded } from '../articles/service.ts';
import { getContents } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { Problem } from '../core/errors.ts';
import { type FigureRow, figureStore } from '../figures/store.ts';
import { type SourceRow, sourceStore } from '../sources/store.ts';
import { changedParts, runGate } from './gate.ts';
import type { GateProblem } from './gate-problem.ts';
import { readSupersession } from './supersession.ts';

/** What is to be published, with the correction note if one is given. */
export interface Candidate extends Loaded {
  note: string | null;
}

/** Sources and figures by the ids that contents name; what was merged stands as what it became. */
export interface Directory {
  sources: ReadonlyMap<string, SourceRow>;
  figures: ReadonlyMap<string, FigureRow>;
}

export interface Checked {
  /** What all the articles name that were checked together. */
  directory: Directory;
  problems: GateProblem[];
  /** The quotes and claims that would no longer say what they say in public. */
  changed: string[];
}

/** What the gate finds in a content of an article. */
export async function checkArticle(
  client: Client,
  loaded: Loaded,
  note: string | null,
): Promise<GateProblem[]> {
  const [checked] = await checkArticles(client, [{ ...loaded, note }]);
  return checked?.problems ?? [];
}

/** What the gate finds in several articles, reading for all of them at once. */
export async function checkArticles(
  client: Client,
  candidates: readonly Candidate[],
): Promise<Checked[]> {
  const lives = await readLives(client, candidates);
  const named = references(...candidates.map(({ content }) => content), ...lives.values());
  const directory: Directory = {
    sources: await sourceStore.follow(client, [...named.source]),
    figures: await figureStore.follow(client, [...named.figure]),
  };
  const supersession = await readSupersession(
    client,
    candidates.map(({ content }) => content),
  );
  const checked: Checked[] = [];
  for (const { row, content, note } of candidates) {
    const live = lives.get(row.id);
    const compared = live === undefined ? null : alignReferences(live, content, directory);
    checked.push({
      directory,
      problems: await runGate({ content, ...directory, supersession, live: compared, note }),
      changed: compared === null ? [] : changedParts(compared, content).map(({ id }) => id),
    });
  }
  return checked;
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

async function readLives(
  client: Client,
  candidates: readonly Candidate[],
): Promise<Map<string, ArticleContent>> {
  const revisions = candidates.flatMap(({ row }) =>
    row.live === null ? [] : [{ articleId: row.id, number: row.live }],
  );
  const contents = revisions.length === 0 ? [] : await getContents(client, revisions);
  return new Map(
    revisions.map(({ articleId }, index) => [articleId, contents[index] as ArticleContent]),
  );
}

/**
 * The content that is public, ready to be compared with another one: a source or figure
 * that was merged since stands as the one that the other content names, because a merge
 * is no change of what was said.
 */
function alignReferences(
  live: ArticleContent,
  other: ArticleContent,
  { sources, figures }: Directory,
): ArticleContent {
  const named = references(other);
  const source = sameAs(named.source, sources);
  const figure = sameAs(named.figure, figures);
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

function sameAs(
  wanted: ReadonlySet<string>,
  rows: ReadonlyMap<string, { id: string }>,
): (id: string) => string {
  const present = (id: string) => rows.get(id)?.id ?? id;
  const byPresent = new Map([...wanted].map((id) => [present(id), id]));
  return (id) => (wanted.has(id) ? id : (byPresent.get(present(id)) ?? id));
}
