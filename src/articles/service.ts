import type { Client } from '../core/database/types.ts';
import { notFound, Problem } from '../core/errors.ts';
import { type Precondition, requireMatch } from '../core/http/preconditions.ts';
import { createId, isId } from '../core/ids.ts';
import { freeSlug, requireFreeSlug } from '../core/slugs.ts';
import type { Work } from '../core/work.ts';
import { findTermRefs } from '../taxonomy/store.ts';
import { slugify } from '../text/slug.ts';
import { type ArticleContent, references } from './content.ts';
import { patchDocument } from './document.ts';
import { articleTag } from './present.ts';
import { resolveContent } from './resolve.ts';
import type { ArticleInput, ArticlePatch } from './schema.ts';
import {
  type ArticleRow,
  deleteArticle as deleteRow,
  findArticle,
  getContent,
  insertArticle,
  insertReferences,
  insertRevision,
  lockArticle,
  mirrorOf,
  replaceReferences,
  updateArticle as updateRow,
} from './store.ts';

/** An article with the content of its newest revision. */
export interface Loaded {
  row: ArticleRow;
  content: ArticleContent;
}

/** An article without its content. @throws Problem not-found */
export async function getArticleRow(client: Client, idOrSlug: string): Promise<ArticleRow> {
  const row = await findArticle(client, idOrSlug);
  if (row === null) throw notFound();
  return row;
}

/** @throws Problem not-found */
export async function getArticle(client: Client, idOrSlug: string): Promise<Loaded> {
  const row = await getArticleRow(client, idOrSlug);
  return { row, content: await getContent(client, row.id, row.head) };
}

/**
 * As `getArticle`, for a change: the client must have seen this version, and nobody else
 * changes it until the transaction ends.
 */
export async function getForChange(
  work: Work,
  idOrSlug: string,
  precondition: Precondition,
): Promise<Loaded> {
  const id = isId(idOrSlug) ? idOrSlug : (await findArticle(work.client, idOrSlug))?.id;
  const row = id === undefined ? null : await lockArticle(work.client, id);
  if (row === null) throw notFound();
  requireMatch(precondition, articleTag(row));
  return { row, content: await getContent(work.client, row.id, row.head) };
}

/**
 * Notes what an article refers to: its newest revision, the one that is public, and the
 * one that is scheduled. They may name sections and tags by former slugs.
 *
 * @param content the newest revision
 */
export async function referTo(
  client: Client,
  row: ArticleRow,
  content: ArticleContent,
): Promise<void> {
  const others = [...new Set([row.live, row.scheduledRevision])].filter(
    (number): number is number => number !== null && number !== row.head,
  );
  const contents = [content];
  for (const number of others) contents.push(await getContent(client, row.id, number));
  const named = references(...contents);
  for (const kind of ['section', 'tag'] as const) {
    const terms = await findTermRefs(client, kind, [...named[kind]]);
    named[kind] = new Set([...terms.values()].map(({ slug }) => slug));
  }
  await replaceReferences(client, row.id, named);
}

/**
 * A new article. It is always a draft.
 *
 * @param id the one that it has in another newsroom; its parts keep theirs as well, and
 *   nothing here may have any of them
 * @throws Problem slug-taken, reference-unknown
 */
export async function createArticle(
  work: Work,
  { note, ...input }: ArticleInput,
  id?: string,
): Promise<Loaded> {
  if (input.slug !== undefined) await requireFreeSlug(work.client, 'article', input.slug);
  const slug = input.slug ?? (await freeSlug(work.client, 'article', slugify(input.headline)));
  const keepsIds = id !== undefined;
  const content = await resolveContent(work, { ...input, slug }, null, keepsIds);
  const row: ArticleRow = {
    id: id ?? createId(),
    state: 'draft',
    head: 1,
    live: null,
    editionCount: 0,
    version: 1,
    publishAt: null,
    scheduledRevision: null,
    scheduledSlug: null,
    publishNote: null,
    scheduleFailure: null,
    embargoUntil: null,
    firstPublishedAt: null,
    publishedAt: null,
    ...mirrorOf(content),
    createdAt: work.now,
    updatedAt: work.now,
    createdBy: work.actor.id,
  };
  await insertArticle(work.client, row);
  await insertRevision(work.client, {
    articleId: row.id,
    number: 1,
    content,
    author: work.actor.name,
    note: note ?? null,
    at: work.now,
  });
  await insertReferences(work.client, row.id, references(content));
  work.record({ action: 'article.create', kind: 'article', targetId: row.id, after: 1 });
  return { row, content };
}

/** Applies a merge patch as a new revision; what is live stays as it is. */
export async function changeArticle(
  work: Work,
  idOrSlug: string,
  { note, ...patch }: ArticlePatch,
  precondition: Precondition,
): Promise<Loaded> {
  const loaded = await getForChange(work, idOrSlug, precondition);
  const document = patchDocument(loaded.content, patch);
  const content = await resolveContent(work, document, loaded.content);
  return saveRevision(work, loaded, content, note ?? null);
}

/**
 * Saves a content as the next revision. A content that is the same makes none.
 *
 * @throws Problem transition-forbidden when the article was retracted
 */
export async function saveRevision(
  work: Work,
  { row, content: before }: Loaded,
  content: ArticleContent,
  note: string | null,
): Promise<Loaded> {
  if (row.state === 'retracted') {
    throw new Problem('transition-forbidden', 'A retracted article can’t be changed.', {
      members: { state: row.state, allowed: [] },
    });
  }
  if (JSON.stringify(before) === JSON.stringify(content)) return { row, content };
  if (content.slug !== row.slug)
    await requireFreeSlug(work.client, 'article', content.slug, row.id);
  const number = row.head + 1;
  await insertRevision(work.client, {
    articleId: row.id,
    number,
    content,
    author: work.actor.name,
    note,
    at: work.now,
  });
  const saved = await updateRow(work.client, row.id, {
    head: number,
    ...mirrorOf(content),
    updatedAt: work.now,
  });
  await referTo(work.client, saved, content);
  work.record({
    action: 'article.update',
    kind: 'article',
    targetId: row.id,
    before: row.head,
    after: number,
  });
  return { row: saved, content };
}

/** Deletes an article that was never public. @throws Problem was-public */
export async function deleteArticle(
  work: Work,
  idOrSlug: string,
  precondition: Precondition,
): Promise<void> {
  const { row } = await getForChange(work, idOrSlug, precondition);
  if (row.editionCount > 0) {
    throw new Problem('was-public', 'This article was public: withdraw or retract it instead.');
  }
  await deleteRow(work.client, row.id);
  work.record({ action: 'article.delete', kind: 'article', targetId: row.id, before: row.head });
}
