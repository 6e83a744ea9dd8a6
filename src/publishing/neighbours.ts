/** What a publication changes beside the article itself, and how the public is told. */
import { appendChanges, type NewChange } from '../changes/log.ts';
import type { ChangeType } from '../changes/schema.ts';
import { nextCount } from '../core/database/counters.ts';
import { findRows } from '../core/database/rows.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { type Held, projectAgain, removeProjection } from './projection.ts';
import { idsIn } from './projection-rows.ts';
import type { Publication } from './publication.ts';
import { projectFigures, projectSources } from './reference-projection.ts';
import { addTally, openTally, type Tally, tallyOf } from './tally.ts';

/**
 * Publications come one after the other. Every step that changes what is public takes
 * this lock before it reads, so that two processes can't both act on the same state.
 */
export async function lockPublications(work: Work): Promise<void> {
  await nextCount(work.client, 'publications');
}

/** An article before and after a step: what it held in public, and what it shows now. */
export interface ShownStep {
  articleId: string;
  held: Held;
  publication: Publication | null;
}

/** Brings everything up to date that shows something of articles which changed in public. */
export async function showNeighbours(work: Work, steps: readonly ShownStep[]): Promise<void> {
  const claims = steps.flatMap(({ publication }) => publication?.article.claims ?? []);
  const sources = steps.flatMap(({ publication }) => publication?.article.sources ?? []);
  const held = steps.map((step) => step.held);
  const read = steps.flatMap(({ publication }) => publication?.directory ?? []);
  const changed = changeOfTally(steps);
  await appendChanges(work, [
    ...(await projectSources(
      work.client,
      [...held.flatMap((h) => h.sources), ...sources.map(({ id }) => id)],
      read.flatMap((directory) => [...directory.sources.values()]),
      changed,
    )),
    ...(await projectFigures(
      work.client,
      [...held.flatMap((h) => h.figures), ...claims.map(({ figure }) => figure.id)],
      read.flatMap((directory) => [...directory.figures.values()]),
      changed,
    )),
  ]);
  await refresh(work, await findSuperseded(work, steps));
}

/** By how much more, or less, sources and figures are referred to afterwards. */
function changeOfTally(steps: readonly ShownStep[]): Tally {
  const changed = openTally();
  for (const { held, publication } of steps) {
    addTally(changed, held.tally, -1);
    if (publication !== null) addTally(changed, tallyOf(publication.article), 1);
  }
  return changed;
}

/** The other articles with claims that these articles supersede, or did. */
async function findSuperseded({ client }: Work, steps: readonly ShownStep[]): Promise<string[]> {
  const claims = new Map<string, string>();
  for (const { articleId, held, publication } of steps) {
    const own = publication?.article.claims.flatMap(({ supersedes }) => supersedes ?? []) ?? [];
    for (const id of [...held.supersedes, ...own]) claims.set(id, articleId);
  }
  if (claims.size === 0) return [];
  const where = { id: [...claims.keys()] };
  const rows = await findRows(client, 'PublishedClaim', where, ['id', 'articleId']);
  const others = rows.filter(({ id, articleId }) => claims.get(id) !== articleId);
  return [...new Set(others.map(({ articleId }) => articleId))];
}

/** Projects published articles again, because something that they show has changed. */
export async function refresh(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const projected = await projectAgain(work.client, ids, work.now);
  await appendChanges(
    work,
    projected
      .filter(({ publication, held }) => held.answered?.etag !== publication.etag)
      .map(({ publication, held }) => changeOf('article.refreshed', publication, held)),
  );
}

/** A publication as the change log tells it. */
export function changeOf(type: ChangeType, publication: Publication, held: Held): NewChange {
  const { article, document } = publication;
  return {
    type,
    kind: 'article',
    targetId: article.id,
    articleId: article.id,
    slug: article.slug,
    edition: article.edition,
    document,
    tags: tagsOf(article.id, held, publication),
  };
}

/** Lists whose answers change with any publication. */
export const LISTS = ['articles', 'turns', 'quotes', 'claims', 'sources', 'figures', 'corrections'];

/** The tags of everything that may have shown an article and its parts. */
export function tagsOf(articleId: string, held: Held, publication: Publication | null): string[] {
  const now = publication === null ? [] : idsIn(publication.article);
  const before = held.parts.map(({ id }) => id);
  return [...new Set([articleId, ...LISTS, ...before, ...held.sources, ...held.figures, ...now])];
}

/**
 * Takes an article off the published tables. Its address stays taken: nothing else may
 * answer where readers found it.
 */
export async function takeOff(work: Work, articleId: string): Promise<Held> {
  const held = await removeProjection(work.client, articleId);
  if (held.slug !== null) await keepFormerSlug(work.client, 'article', held.slug, articleId);
  await showNeighbours(work, [{ articleId, held, publication: null }]);
  return held;
}
