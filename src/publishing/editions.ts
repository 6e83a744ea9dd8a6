/**
 * Editions: articles point at a revision each and are projected, in one transaction. The
 * gate has let them through.
 */
import { recordPartEditions } from '../articles/part-editions.ts';
import { type Loaded, referTo } from '../articles/service.ts';
import { type ArticleRow, getContent, updateArticles } from '../articles/store.ts';
import { appendChanges } from '../changes/log.ts';
import type { ChangeType } from '../changes/schema.ts';
import { deleteRows, insertRows } from '../core/database/rows.ts';
import { createId } from '../core/ids.ts';
import { keepFormerSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import type { Directory } from './check.ts';
import { changeOf, type ShownStep, showNeighbours } from './neighbours.ts';
import { type Held, insertProjections, NOTHING_HELD, removeProjections } from './projection.ts';
import { makePublications, type PendingEdition, type Publication } from './publication.ts';

export type EditionKind = 'publication' | 'update' | 'correction' | 'retraction';

export interface NewEdition extends Loaded {
  /** The revision of the content. */
  revision: number;
  /** What the gate has read of what the content names, if it has. */
  directory?: Directory | undefined;
  /** The quotes and claims that no longer say what they said in public. */
  changed: readonly string[];
  note: string | null;
  /** The quotes and claims that a correction is about, beside those that changed. */
  about?: readonly string[] | undefined;
  correction?: boolean | undefined;
  /** When it was first published elsewhere; only for the first edition. */
  publishedAt?: Date | undefined;
}

/** What an article row holds while nothing is scheduled. */
export const UNSCHEDULED = {
  publishAt: null,
  scheduledRevision: null,
  scheduledSlug: null,
  publishNote: null,
} as const satisfies Partial<ArticleRow>;

/** An edition that is being made, and what it makes of the article. */
interface Making extends NewEdition {
  kind: EditionKind;
  at: Date;
  /** The article after it. */
  saved: ArticleRow;
  pending: PendingEdition;
}

/** Publishes articles; reads and writes for all of them at once. @returns them as they are then */
export async function commitEditions(
  work: Work,
  editions: readonly NewEdition[],
): Promise<Loaded[]> {
  if (editions.length === 0) return [];
  const { client } = work;
  const making = editions.map((edition) => prepare(edition, work.now));
  await updateArticles(
    client,
    making.map(({ saved }) => saved),
  );
  for (const one of making) await noteReferences(work, one);
  const publications = await makePublications(
    client,
    making.map(({ saved, content }) => ({ row: saved, content })),
    {
      pending: making.map(({ pending }) => pending),
      directory: sharedDirectory(editions),
    },
  );
  await insertRows(
    client,
    'Edition',
    making.map((one, index) => editionRow(one, publications[index] as Publication)),
  );
  const steps = await project(work, making, publications);
  await recordPartEditions(
    client,
    publications.map(({ article }, index) => ({
      article,
      corrected: making[index]?.pending.about ?? [],
    })),
  );
  await appendChanges(
    work,
    making.map(({ kind }, index) =>
      changeOf(
        changeTypeOf(kind),
        publications[index] as Publication,
        (steps[index] as ShownStep).held,
      ),
    ),
  );
  await showNeighbours(work, steps);
  for (const one of making) record(work, one);
  return making.map(({ saved, content }) => ({ row: saved, content }));
}

/** What was read of sources and figures, if it was read for all of them together. */
function sharedDirectory(editions: readonly NewEdition[]): Directory | undefined {
  const directory = editions[0]?.directory;
  return editions.every((edition) => edition.directory === directory) ? directory : undefined;
}

function prepare(edition: NewEdition, now: Date): Making {
  const { row, changed, about = [] } = edition;
  const kind = editionKind(edition);
  const first = row.editionCount === 0;
  const at = first && edition.publishedAt !== undefined ? edition.publishedAt : now;
  const saved: ArticleRow = {
    ...row,
    ...UNSCHEDULED,
    state: 'live',
    live: edition.revision,
    version: row.version + 1,
    editionCount: row.editionCount + 1,
    firstPublishedAt: row.firstPublishedAt ?? at,
    publishedAt: row.live === null ? at : row.publishedAt,
    scheduleFailure: null,
    embargoUntil: null,
    updatedAt: now,
  };
  const pending: PendingEdition = {
    articleId: row.id,
    number: saved.editionCount,
    kind,
    note: edition.note,
    about: kind === 'correction' ? [...new Set([...changed, ...about])] : [],
    publishedAt: at,
  };
  return { ...edition, kind, at, saved, pending };
}

function editionKind({ row, correction, changed, note }: NewEdition): EditionKind {
  if (row.editionCount === 0) return 'publication';
  if (correction || (changed.length > 0 && note)) return 'correction';
  return row.live === null ? 'publication' : 'update';
}

function changeTypeOf(kind: EditionKind): ChangeType {
  if (kind === 'publication') return 'article.published';
  return kind === 'correction' ? 'article.corrected' : 'article.updated';
}

/** What was public or scheduled, and no longer is, is no longer referred to. */
async function noteReferences(
  { client }: Work,
  { row, content, revision, saved }: Making,
): Promise<void> {
  const before = [row.live, row.scheduledRevision].filter((number) => number !== null);
  if ([...before, revision].every((number) => number === row.head)) return;
  const head = revision === row.head ? content : await getContent(client, row.id, row.head);
  await referTo(client, saved, head);
}

function editionRow({ row, revision, kind, note, pending }: Making, publication: Publication) {
  return {
    id: createId(),
    articleId: row.id,
    number: pending.number,
    revision,
    kind,
    note,
    changed: JSON.stringify(pending.about),
    document: publication.document,
    etag: publication.etag,
    publishedAt: pending.publishedAt,
  };
}

async function project(
  { client, now }: Work,
  making: readonly Making[],
  publications: readonly Publication[],
): Promise<ShownStep[]> {
  const live = making.filter(({ row }) => row.live !== null).map(({ row }) => row.id);
  const held = live.length === 0 ? new Map<string, Held>() : await removeProjections(client, live);
  await insertProjections(client, publications, now);
  const steps = publications.map((publication): ShownStep => {
    const { id } = publication.article;
    return { articleId: id, held: held.get(id) ?? NOTHING_HELD, publication };
  });
  for (const { articleId, held: before, publication } of steps) {
    if (before.slug !== null && before.slug !== publication?.article.slug)
      await keepFormerSlug(client, 'article', before.slug, articleId);
  }
  const slugs = publications.map(({ article }) => article.slug);
  await deleteRows(client, 'FormerSlug', { kind: 'article', slug: slugs });
  return steps;
}

function record(work: Work, { row, revision, kind, pending }: Making): void {
  const scheduledFor = row.publishAt?.toISOString();
  work.record({
    action: `article.${kind}`,
    kind: 'article',
    targetId: row.id,
    before: row.live,
    after: revision,
    details: { edition: pending.number, ...(scheduledFor === undefined ? {} : { scheduledFor }) },
  });
}
