import { type Condition, listRows } from '../core/database/list.ts';
import { type Finished, fixedStatement, queryRows, selection } from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { type Encoding, forEncodings } from '../core/http/compression.ts';
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
  return readOne(client, PUBLISHED, idOrSlug);
}

/** As `findPublished`, with what takes longer to read. */
export function findDocument(client: Client, idOrSlug: string): Promise<PublishedDocument | null> {
  return readOne(client, DOCUMENT, idOrSlug);
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
    const row = await readOne<Packed>(client, PACKED[encoding], idOrSlug);
    if (row === null) return null;
    const { id, slug, lastModified, etag, cacheTags, [encoding]: bytes } = row;
    if (bytes == null) return findDocument(client, id);
    return { id, slug, lastModified, etag, cacheTags, document: { encoding, bytes, etag } };
  };
}

type Packed = Omit<PublishedDocument, 'document'> & Partial<Record<Encoding, Buffer | null>>;

const COLUMNS = ['id', 'slug', 'lastModified'];
const DOCUMENT_COLUMNS = [...COLUMNS, 'etag', 'cacheTags'];
const PUBLISHED = statementsOf(COLUMNS);
const DOCUMENT = statementsOf(DOCUMENT_COLUMNS, ['document']);
const PACKED = forEncodings((encoding) => statementsOf([...DOCUMENT_COLUMNS, encoding]));

type Statements = Record<'id' | 'slug', ReturnType<typeof fixedStatement>>;

function statementsOf(columns: readonly string[], bytes: readonly string[] = []): Statements {
  const statementBy = (key: 'id' | 'slug') =>
    fixedStatement(
      (client) => Prisma.sql`SELECT ${Prisma.raw(selection(client, columns, bytes))}
        FROM "PublishedArticle" WHERE ${Prisma.raw(`"${key}"`)} = ${''}`,
    );
  return { id: statementBy('id'), slug: statementBy('slug') };
}

async function readOne<T>(
  client: Client,
  statements: Statements,
  idOrSlug: string,
): Promise<T | null> {
  const statement = isId(idOrSlug) ? statements.id : statements.slug;
  const [row] = await queryRows<T>(client, statement(client, idOrSlug));
  return row ?? null;
}

/** The id of the article that had a slug in public. */
export async function findFormerHolder(client: Client, slug: string): Promise<string | null> {
  const former = await client.formerSlug.findUnique({
    where: { kind_slug: { kind: 'article', slug } },
  });
  return former?.targetId ?? null;
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
