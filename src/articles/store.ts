import { listRows } from '../core/database/list.ts';
import type { OfReferringArticle } from '../core/database/list-conditions.ts';
import {
  deleteRows,
  findRows,
  findWholeRows,
  insertRows,
  isOneOf,
  putRows,
  queryRows,
  type Tables,
} from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { sha256 } from '../core/hash.ts';
import type { Position } from '../core/http/pagination.ts';
import { after, wordsIn } from '../core/http/wire-list.ts';
import { createId, isId } from '../core/ids.ts';
import type { Work } from '../core/work.ts';
import { type Article, Prisma } from '../generated/sqlite/client.ts';
import { conventionalLanguage } from '../text/language.ts';
import { foldForSearch } from '../text/words.ts';
import type { ArticleContent, References } from './content.ts';

export type ArticleRow = Article;

/** What an article's row tells of its newest revision. */
export function mirrorOf({ slug, headline, section, language }: ArticleContent) {
  return {
    slug,
    headline,
    section,
    language: conventionalLanguage(language),
    searchText: searchTextOf({ slug, headline }),
  };
}

function searchTextOf({ slug, headline }: Pick<ArticleRow, 'slug' | 'headline'>): string {
  return foldForSearch(`${headline}\n${slug}`);
}

/** An article of the desk by id or slug. */
export async function findArticle(client: Client, idOrSlug: string): Promise<ArticleRow | null> {
  if (isId(idOrSlug)) return findById(client, idOrSlug);
  const [row] = await findWholeRows(client, 'Article', { slug: idOrSlug });
  if (row !== undefined) return row;
  const named = { kind: 'article', slug: idOrSlug };
  const [former] = await findRows(client, 'FormerSlug', named, ['targetId']);
  return former === undefined ? null : findById(client, former.targetId);
}

async function findById(client: Client, id: string): Promise<ArticleRow | null> {
  const [row] = await findWholeRows(client, 'Article', { id });
  return row ?? null;
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
  if (ids.length === 0) return [];
  await queryRows(
    client,
    Prisma.sql`UPDATE "Article" SET "version" = "version" WHERE ${isOneOf(client, 'id', ids)}`,
  );
  const found = await findWholeRows(client, 'Article', { id: ids });
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The articles whose time has come, the earliest first. */
export async function findDueIds(
  client: Client,
  now: Date,
  except: string[],
  take: number,
): Promise<string[]> {
  const others =
    except.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`NOT ${isOneOf(client, 'id', except)}`;
  const rows = await queryRows<{ id: string }>(
    client,
    Prisma.sql`SELECT "id" FROM "Article"
      WHERE "state" = 'scheduled' AND "publishAt" <= ${now} AND ${others}
      ORDER BY "publishAt", "id" LIMIT ${take}`,
  );
  return rows.map(({ id }) => id);
}

/** The content of one revision. A revision that an article names always exists. */
export async function getContent(
  client: Client,
  articleId: string,
  number: number,
): Promise<ArticleContent> {
  const [content] = await getContents(client, [{ articleId, number }]);
  return content as ArticleContent;
}

/** The contents of some revisions, in the order asked for. All of them must exist. */
export async function getContents(
  client: Client,
  revisions: readonly { articleId: string; number: number }[],
): Promise<ArticleContent[]> {
  const where = {
    articleId: revisions.map(({ articleId }) => articleId),
    number: revisions.map(({ number }) => number),
  };
  const rows = await findRows(client, 'Revision', where, ['articleId', 'number', 'content']);
  const contents = new Map(
    rows.map(({ articleId, number, content }) => [`${articleId} ${number}`, content]),
  );
  return revisions.map(({ articleId, number }) => {
    const content = contents.get(`${articleId} ${number}`);
    if (content === undefined) throw new Error(`The revision ${articleId}/${number} is missing.`);
    return JSON.parse(content) as ArticleContent;
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
  await insertRows(client, 'Revision', [
    {
      id: createId(),
      articleId: revision.articleId,
      number: revision.number,
      content,
      hash: sha256(content),
      author: revision.author,
      note: revision.note,
      createdAt: revision.at,
    },
  ]);
}

export async function insertArticle(client: Client, row: ArticleRow): Promise<void> {
  await insertRows(client, 'Article', [row]);
}

export async function updateArticle(
  client: Client,
  id: string,
  changes: Partial<ArticleRow>,
): Promise<ArticleRow> {
  const [row] = await findWholeRows(client, 'Article', { id });
  const saved = { ...(row as ArticleRow), ...changes, version: (row as ArticleRow).version + 1 };
  await putRows(client, 'Article', ['id'], [saved]);
  return saved;
}

/** Saves articles that were locked and changed. */
export async function updateArticles(client: Client, rows: readonly ArticleRow[]): Promise<void> {
  await putRows(client, 'Article', ['id'], rows);
}

/** Deletes an article that was never public, with its revisions and the links to its drafts. */
export async function deleteArticle(client: Client, id: string): Promise<void> {
  await client.articleReference.deleteMany({ where: { articleId: id } });
  await client.preview.deleteMany({ where: { articleId: id } });
  await client.article.delete({ where: { id } });
}

/** Ends the links to an article's drafts. */
export async function revokePreviews({ client, now }: Work, articleId: string): Promise<void> {
  await client.preview.updateMany({
    where: { articleId, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Notes what an article refers to, in place of what was noted before. */
export async function replaceReferences(
  client: Client,
  articleId: string,
  named: References,
): Promise<void> {
  await deleteRows(client, 'ArticleReference', { articleId });
  await insertReferences(client, articleId, named);
}

/** As `replaceReferences`, for an article of which nothing was noted before. */
export async function insertReferences(
  client: Client,
  articleId: string,
  named: References,
): Promise<void> {
  const rows: Tables['ArticleReference'][] = [];
  for (const [kind, ids] of Object.entries(named))
    for (const targetId of ids) rows.push({ articleId, kind, targetId });
  await insertRows(client, 'ArticleReference', rows);
}

export interface ArticleFilter {
  state?: string | undefined;
  section?: string | undefined;
  language?: string | undefined;
  /** What its newest, its public or its scheduled revision carries. */
  tag?: string | undefined;
  /** Words that all stand in the headline or the slug. */
  q?: string | undefined;
}

/** Articles of the desk, last changed first. */
export function listArticles(
  client: Client,
  filter: ArticleFilter,
  position: Position | null,
  take: number,
): Promise<ArticleRow[]> {
  const { state, section, language, tag, q } = filter;
  return listRows(client, 'Article', {
    where: {
      state,
      section,
      language: language === undefined ? undefined : conventionalLanguage(language),
      ...carrying(tag),
      AND: [wordsIn(q), after('updatedAt', 'desc', position)],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take,
    columns: Object.values(Prisma.ArticleScalarFieldEnum),
  });
}

function carrying(tag: string | undefined): OfReferringArticle {
  return tag === undefined ? {} : { references: { some: { kind: 'tag', targetId: tag } } };
}

const ARTICLES_AT_ONCE = 200;

/** Writes again what articles are found by at the desk, which depends on how words are folded. */
export async function indexAllTitles(client: Client): Promise<void> {
  for (let last = ''; ; ) {
    const rows = await client.article.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: ARTICLES_AT_ONCE,
    });
    await updateArticles(
      client,
      rows.map((row) => ({ ...row, searchText: searchTextOf(row) })),
    );
    last = rows.at(-1)?.id ?? last;
    if (rows.length < ARTICLES_AT_ONCE) return;
  }
}
