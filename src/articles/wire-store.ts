import type { Statement } from '../core/database/connection.ts';
import { type Condition, listRows } from '../core/database/list.ts';
import { type Finished, fixedStatement, queryRows, selection } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import type { Encoding } from '../core/http/compression.ts';
import type { Position } from '../core/http/pagination.ts';
import type { PackedAnswer } from '../core/http/rendition.ts';
import { after, timeRange } from '../core/http/wire-list.ts';
import { isId } from '../core/ids.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { lookUpWords } from '../search/list-words.ts';
import { conventionalLanguage } from '../text/language.ts';

export interface ArticleListFilter {
  section?: string | undefined;
  tag?: string | undefined;
  language?: string | undefined;
  /** Id of a source that is in the article. */
  source?: string | undefined;
  /** Id of a figure that is in the article. */
  figure?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  useDate?: 'published' | 'firstPublished' | 'updated' | undefined;
  q?: string | undefined;
}

/** The orders of the list: which column, which way. */
export const ARTICLE_ORDERS = {
  newest: ['publishedAt', 'desc'],
  oldest: ['publishedAt', 'asc'],
  updated: ['updatedAt', 'desc'],
} as const;
export type ArticleOrder = keyof typeof ARTICLE_ORDERS;

const DATE_COLUMNS = {
  published: 'publishedAt',
  firstPublished: 'firstPublishedAt',
  updated: 'updatedAt',
} as const;

export async function listPublished(
  client: Client,
  filter: ArticleListFilter,
  order: ArticleOrder,
  position: Position | null,
  take: number,
) {
  const [column, direction] = ARTICLE_ORDERS[order];
  return listRows(client, 'PublishedArticle', {
    where: { AND: [conditions(filter), after(column, direction, position)] },
    lookup: lookUpWords('PublishedArticle', filter.q, {
      section: filter.section,
      tag: filter.tag,
      source: filter.source,
      figure: filter.figure,
    }),
    orderBy: [{ [column]: direction }, { id: direction }],
    take,
    columns: ['id', column],
    bytes: ['summary'],
  });
}

function conditions(filter: ArticleListFilter): Condition<'PublishedArticle'> {
  const { section, tag, language, source, figure, kind } = filter;
  return {
    section,
    language: language === undefined ? undefined : conventionalLanguage(language),
    kind,
    tags: tag === undefined ? undefined : { some: { tag } },
    sources: source === undefined ? undefined : { some: { sourceId: source } },
    figures: figure === undefined ? undefined : { some: { figureId: figure } },
    ...timeRange(DATE_COLUMNS[filter.useDate ?? 'published'], filter.from, filter.to),
  };
}

/** A published article. Its answers last changed at `lastModified`. */
export interface Published {
  id: string;
  slug: string;
  lastModified: Date;
}

/** A published article with its document. */
export interface PublishedDocument<D = Finished> extends Published {
  document: D;
  etag: string;
  /** The ids in the document, separated by commas. */
  cacheTags: string;
}

export function findPublished(client: Client, idOrSlug: string): Promise<Published | null> {
  const statement = isId(idOrSlug) ? BY_ID : BY_SLUG;
  return readOne<Published>(client, statement(client, idOrSlug));
}

/** As `findPublished`, with what takes longer to read. */
export function findDocument(client: Client, idOrSlug: string): Promise<PublishedDocument | null> {
  const statement = isId(idOrSlug) ? DOCUMENT_BY_ID : DOCUMENT_BY_SLUG;
  return readOne<PublishedDocument>(client, statement(client, idOrSlug));
}

/** As `findDocument`, with the document in an encoding where it is kept so. */
export function findDocumentIn(
  encoding: Encoding | null,
): (
  client: Client,
  idOrSlug: string,
) => Promise<PublishedDocument<Finished | PackedAnswer> | null> {
  if (encoding === null) return findDocument;
  return async (client, idOrSlug) => {
    const statement = isId(idOrSlug) ? PACKED_BY_ID : PACKED_BY_SLUG;
    const row = await readOne<PublishedDocument<never> & { bytes: Buffer | null }>(
      client,
      statement(client, encoding, idOrSlug),
    );
    if (row === null) return null;
    const { id, slug, lastModified, etag, cacheTags, bytes } = row;
    if (bytes === null) return findDocument(client, id);
    return { id, slug, lastModified, etag, cacheTags, document: { encoding, bytes, etag } };
  };
}

const BY_ID = statementBy('id', ['id', 'slug'], []);
const BY_SLUG = statementBy('slug', ['id', 'slug'], []);
const DOCUMENT_COLUMNS = ['id', 'slug', 'etag', 'cacheTags'];
const DOCUMENT_BY_ID = statementBy('id', DOCUMENT_COLUMNS, ['document']);
const DOCUMENT_BY_SLUG = statementBy('slug', DOCUMENT_COLUMNS, ['document']);
/** What is compressed is of this document, or none. */
const PACKED = Prisma.sql`, (
        SELECT v."bytes" FROM "PublishedVariant" v
        WHERE v."articleId" = a."id" AND v."encoding" = ${''} AND v."etag" = a."etag"
      ) AS "bytes"`;
const PACKED_BY_ID = statementBy('id', DOCUMENT_COLUMNS, [], PACKED);
const PACKED_BY_SLUG = statementBy('slug', DOCUMENT_COLUMNS, [], PACKED);

/**
 * The answers of an article last changed at its edition, or later when something that it
 * shows was renamed or superseded, which makes other bytes of the same edition. What is no
 * longer in the log may have changed until shortly before it begins.
 */
function statementBy(
  key: 'id' | 'slug',
  columns: readonly string[],
  bytes: readonly string[],
  more = Prisma.empty,
) {
  return fixedStatement(
    (client) => Prisma.sql`SELECT ${Prisma.raw(selection(client, columns, bytes))},
      "updatedAt" AS "lastModified", COALESCE((
        SELECT c."at" FROM "Change" c WHERE c."targetId" = a."id" ORDER BY c."seq" DESC LIMIT 1
      ), (
        SELECT c."at" FROM "Change" c ORDER BY c."seq" LIMIT 1
      )) AS "seenAt"${more}
      FROM "PublishedArticle" a WHERE ${Prisma.raw(`"${key}"`)} = ${''}`,
  );
}

interface Dates {
  /** Of its edition, until what the log says is looked at. */
  lastModified: Date;
  /**
   * When it changed by the log, or when the log begins, if there is anything in it. SQLite gives
   * it as it is stored: what comes out of an expression has no declared type.
   */
  seenAt: Date | string | null;
}

async function readOne<T>(client: Client, statement: Statement): Promise<T | null> {
  const [row] = await queryRows<T & Dates>(client, statement);
  if (row === undefined) return null;
  if (row.seenAt !== null) {
    const seenAt = new Date(row.seenAt);
    if (seenAt > row.lastModified) row.lastModified = seenAt;
  }
  return row;
}

/** The id of the article that had a slug in public. */
export async function findFormerHolder(client: Client, slug: string): Promise<string | null> {
  const former = await client.formerSlug.findUnique({
    where: { kind_slug: { kind: 'article', slug } },
  });
  return former?.targetId ?? null;
}

/** The present slug of a published article that once had another one. */
export async function findPresentSlug(client: Client, formerSlug: string): Promise<string | null> {
  const id = await findFormerHolder(client, formerSlug);
  if (id === null) return null;
  const row = await client.publishedArticle.findUnique({ where: { id }, select: { slug: true } });
  return row?.slug ?? null;
}

export function listEditions(
  client: Client,
  articleId: string,
  position: Position | null,
  take: number,
) {
  return client.edition.findMany({
    where: { articleId, ...(position === null ? {} : { number: { lt: Number(position[0]) } }) },
    orderBy: { number: 'desc' },
    take,
    select: { number: true, kind: true, note: true, publishedAt: true },
  });
}

export function findEdition(client: Client, articleId: string, number: number) {
  return client.edition.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { document: true, etag: true, publishedAt: true, kind: true },
  });
}

/** Corrections of what is public, and all retractions, newest first. */
export function listCorrections(client: Client, position: Position | null, take: number) {
  return client.edition.findMany({
    where: {
      OR: [{ kind: 'retraction' }, { kind: 'correction', article: { live: { not: null } } }],
      ...after('publishedAt', 'desc', position),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
    include: { article: { select: { id: true } } },
  });
}
