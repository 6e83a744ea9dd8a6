import type { Client } from '../core/database/types.ts';
import { sha256 } from '../core/hash.ts';
import { createId, isId } from '../core/ids.ts';
import type { Article } from '../generated/sqlite/client.ts';
import { type ArticleContent, references } from './content.ts';

export type ArticleRow = Article;

/** An article of the desk by id or slug. */
export async function findArticle(client: Client, idOrSlug: string): Promise<ArticleRow | null> {
  if (isId(idOrSlug)) return client.article.findUnique({ where: { id: idOrSlug } });
  const row = await client.article.findUnique({ where: { slug: idOrSlug } });
  if (row !== null) return row;
  const former = await client.formerSlug.findUnique({
    where: { kind_slug: { kind: 'article', slug: idOrSlug } },
  });
  return former === null ? null : client.article.findUnique({ where: { id: former.targetId } });
}

/**
 * Reads an article and keeps others from changing it until the transaction ends: the
 * update that changes nothing takes the row's lock where the engine has such locks.
 */
export async function lockArticle(client: Client, id: string): Promise<ArticleRow | null> {
  const [row] = await lockArticles(client, [id]);
  return row ?? null;
}

/** As `lockArticle`, for several; those that do not exist are left out. */
export async function lockArticles(client: Client, ids: readonly string[]): Promise<ArticleRow[]> {
  const where = { id: { in: [...ids] } };
  await client.article.updateMany({ where, data: { version: { increment: 0 } } });
  const rows = new Map((await client.article.findMany({ where })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The articles whose time has come, the earliest first. */
export async function findDueIds(
  client: Client,
  now: Date,
  except: string[],
  take: number,
): Promise<string[]> {
  const rows = await client.article.findMany({
    where: {
      state: 'scheduled',
      publishAt: { lte: now },
      ...(except.length === 0 ? {} : { id: { notIn: except } }),
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The content of one revision. A revision that an article names always exists. */
export async function getContent(
  client: Client,
  articleId: string,
  number: number,
): Promise<ArticleContent> {
  const row = await client.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { content: true },
  });
  return JSON.parse(row.content) as ArticleContent;
}

/** The contents of some revisions, in the order asked for. All of them must exist. */
export async function getContents(
  client: Client,
  revisions: readonly { articleId: string; number: number }[],
): Promise<ArticleContent[]> {
  const rows = await client.revision.findMany({
    where: { OR: revisions.map(({ articleId, number }) => ({ articleId, number })) },
    select: { articleId: true, number: true, content: true },
  });
  return revisions.map(({ articleId, number }) => {
    const row = rows.find((found) => found.articleId === articleId && found.number === number);
    if (row === undefined) throw new Error(`The revision ${articleId}/${number} is missing.`);
    return JSON.parse(row.content) as ArticleContent;
  });
}

export interface NewRevision {
  articleId: string;
  number: number;
  content: ArticleContent;
  author: string;
  note: string | null;
  at: Date;
}

export async function insertRevision(client: Client, revision: NewRevision): Promise<void> {
  const content = JSON.stringify(revision.content);
  await client.revision.create({
    data: {
      id: createId(),
      articleId: revision.articleId,
      number: revision.number,
      content,
      hash: sha256(content),
      author: revision.author,
      note: revision.note,
      createdAt: revision.at,
    },
  });
}

export async function insertArticle(client: Client, row: ArticleRow): Promise<void> {
  await client.article.create({ data: row });
}

export async function updateArticle(
  client: Client,
  id: string,
  changes: Partial<ArticleRow>,
): Promise<ArticleRow> {
  return client.article.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
}

/**
 * Saves the workflow's part of articles that were locked and changed: their state, and
 * what is public and scheduled of them. Those that come to hold the same are one update.
 */
export async function updateArticles(client: Client, rows: readonly ArticleRow[]): Promise<void> {
  const groups = new Map<string, { ids: string[]; data: Partial<ArticleRow> }>();
  for (const row of rows) {
    const data = workflowOf(row);
    const key = JSON.stringify(data);
    const group = groups.get(key) ?? { ids: [], data };
    group.ids.push(row.id);
    groups.set(key, group);
  }
  for (const { ids, data } of groups.values()) {
    await client.article.updateMany({
      where: { id: { in: ids } },
      data: { ...data, version: { increment: 1 } },
    });
  }
}

function workflowOf(row: ArticleRow): Partial<ArticleRow> {
  return {
    state: row.state,
    live: row.live,
    editionCount: row.editionCount,
    publishAt: row.publishAt,
    scheduledRevision: row.scheduledRevision,
    scheduledSlug: row.scheduledSlug,
    publishNote: row.publishNote,
    scheduleFailure: row.scheduleFailure,
    embargoUntil: row.embargoUntil,
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
}

/** Deletes an article that was never public, with its revisions. */
export async function deleteArticle(client: Client, id: string): Promise<void> {
  await client.articleReference.deleteMany({ where: { articleId: id } });
  await client.preview.deleteMany({ where: { articleId: id } });
  await client.article.delete({ where: { id } });
}

/** Notes what the contents of an article refer to, in place of what was noted before. */
export async function replaceReferences(
  client: Client,
  articleId: string,
  contents: readonly ArticleContent[],
): Promise<void> {
  await client.articleReference.deleteMany({ where: { articleId } });
  const all = contents.flatMap(references);
  const rows = [...new Map(all.map((one) => [`${one.kind} ${one.targetId}`, one])).values()].map(
    ({ kind, targetId }) => ({ articleId, kind, targetId }),
  );
  if (rows.length > 0) await client.articleReference.createMany({ data: rows });
}

export interface ArticleFilter {
  state?: string | undefined;
  section?: string | undefined;
  language?: string | undefined;
}

/** Articles of the desk, last changed first. */
export function listArticles(
  client: Client,
  filter: ArticleFilter,
  after: { updatedAt: Date; id: string } | null,
  take: number,
): Promise<ArticleRow[]> {
  return client.article.findMany({
    where: {
      ...(filter.state === undefined ? {} : { state: filter.state }),
      ...(filter.section === undefined ? {} : { section: filter.section }),
      ...(filter.language === undefined ? {} : { language: filter.language }),
      ...(after === null
        ? {}
        : {
            updatedAt: { lte: after.updatedAt },
            OR: [{ updatedAt: { lt: after.updatedAt } }, { id: { lt: after.id } }],
          }),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take,
  });
}
