import { type ArticleContent, references } from '../articles/content.ts';
import { toDocument } from '../articles/document.ts';
import { presentContent, readDirectory } from '../articles/present.ts';
import { resolveContent } from '../articles/resolve.ts';
import { getForChange, type Loaded, saveRevision } from '../articles/service.ts';
import type { ArticleRow } from '../articles/store.ts';
import type { Client } from '../core/database/types.ts';
import { notFound, type Problem, referenceUnknown } from '../core/errors.ts';
import type { Precondition } from '../core/http/preconditions.ts';
import type { Work } from '../core/work.ts';
import { type ContentDiff, diffContents } from './diff.ts';
import { findEditionsOf, findRevision, type RevisionHead } from './store.ts';

/** A revision of an article. @throws Problem not-found */
export async function getRevision(client: Client, articleId: string, number: number) {
  const row = await findRevision(client, articleId, number);
  if (row === null) throw notFound();
  return { ...row, content: JSON.parse(row.content) as ArticleContent };
}

/** What was changed between two revisions. @throws Problem not-found */
export async function compareRevisions(
  client: Client,
  articleId: string,
  from: number,
  to: number,
): Promise<ContentDiff & { from: number; to: number }> {
  const before = await getRevision(client, articleId, from);
  const after = await getRevision(client, articleId, to);
  return { from, to, ...diffContents(before.content, after.content) };
}

/**
 * Saves an earlier revision again, as the newest. Parts keep their ids; a source that was
 * merged since stands as the one that it became.
 *
 * @throws Problem reference-unknown when something that it names was deleted since, slug-taken
 */
export async function restoreRevision(
  work: Work,
  idOrSlug: string,
  { revision, note }: { revision: number; note: string | null },
  precondition: Precondition,
): Promise<Loaded> {
  const loaded = await getForChange(work, idOrSlug, precondition);
  const earlier = await findRevision(work.client, loaded.row.id, revision);
  if (earlier === null) throw noRevision(revision);
  const content = JSON.parse(earlier.content) as ArticleContent;
  const restored = await resolveContent(work, toDocument(content), content);
  const saved = await saveRevision(
    work,
    loaded,
    restored,
    note ?? `Restored from revision ${revision}.`,
  );
  work.record({
    action: 'article.restore',
    kind: 'article',
    targetId: loaded.row.id,
    before: loaded.row.head,
    after: saved.row.head,
    details: { from: revision },
  });
  return saved;
}

function noRevision(number: number): Problem {
  const detail = `This article has no revision ${number}.`;
  return referenceUnknown(detail, '/revision', 'names no revision of it');
}

/** The heads of revisions as the desk shows them. */
export async function presentHeads(client: Client, row: ArticleRow, heads: RevisionHead[]) {
  const numbers = heads.map(({ number }) => number);
  const editions = await findEditionsOf(client, row.id, numbers);
  return heads.map(({ number, author, note, hash, createdAt }) => ({
    number,
    author,
    note,
    hash,
    createdAt: createdAt.toISOString(),
    live: row.live === number,
    scheduled: row.scheduledRevision === number,
    editions: editions.get(number) ?? [],
  }));
}

/** What a revision held. Sources and figures that were deleted since are named as such. */
export async function presentRevisionContent(client: Client, content: ArticleContent) {
  const directory = await readDirectory(client, content);
  const { source, figure } = references(content);
  for (const id of source) {
    const name = 'A source that was deleted';
    if (!directory.sources.has(id))
      directory.sources.set(id, { id, slug: id, kind: 'unnamed', name });
  }
  for (const id of figure) {
    const question = 'A figure that was deleted';
    if (!directory.figures.has(id)) directory.figures.set(id, { id, slug: id, question, unit: '' });
  }
  return { slug: content.slug, ...presentContent(content, directory) };
}
