/**
 * The search index in the database. Its tables are no models of Prisma's, so this file
 * speaks SQL; what both databases write alike is written once. Every value is a parameter.
 */
import type { WireArticle } from '../articles/schema.ts';
import type { Client, Engine } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { type Condition, toFts5, toPostgresql } from './index-expression.ts';
import { indexRows, vocabulary } from './index-rows.ts';

/**
 * Rows are numbered by the second of publication and then one after another, so that
 * the newest are the first to be read backwards, and no search has to sort what it finds.
 * The numbers stay below 2^53 until the year 2106.
 */
const ROWS_PER_SECOND = 2 ** 21;
/** Databases limit the parameters of a statement. */
const CHUNK = 1_000;

/** The first number of the rows published at this time or later. */
export function rowFloor(time: Date): number {
  return Math.floor(time.getTime() / 1_000) * ROWS_PER_SECOND;
}

export function rowCeiling(time: Date): number {
  return Math.ceil(time.getTime() / 1_000) * ROWS_PER_SECOND;
}

/** Adds a published article. It must not be in the index. */
export async function insertIntoIndex(client: Client, article: WireArticle): Promise<void> {
  const rows = indexRows(article);
  const first = await allocate(client, article, rows.length);
  const last = first + rows.length - 1;
  await client.$executeRaw`DELETE FROM "SearchArticle" WHERE "articleId" = ${article.id}`;
  await client.$executeRaw`
    INSERT INTO "SearchArticle" ("last", "first", "articleId", "quotes", "claims")
    VALUES (CAST(${last} AS BIGINT), CAST(${first} AS BIGINT), ${article.id},
      ${article.quotes.length}, ${article.claims.length})`;
  for (const [start, chunk] of chunks(rows)) {
    const values = chunk.map(
      (tokens, index) => Prisma.sql`(CAST(${last - start - index} AS BIGINT), ${tokens})`,
    );
    await client.$executeRaw`
      INSERT INTO "SearchIndex" ("rowid", "tokens") VALUES ${Prisma.join(values)}`;
  }
  for (const [, chunk] of chunks(vocabulary(rows))) {
    const values = chunk.map((word) => Prisma.sql`(${word})`);
    await client.$executeRaw`
      INSERT INTO "SearchWord" ("word") VALUES ${Prisma.join(values)} ON CONFLICT DO NOTHING`;
  }
}

/** Takes an article out; its numbers stay kept for it. */
export async function removeFromIndex(client: Client, articleId: string): Promise<void> {
  await client.$executeRaw`
    DELETE FROM "SearchIndex" WHERE "rowid" BETWEEN
      (SELECT "first" FROM "SearchArticle" WHERE "articleId" = ${articleId})
      AND (SELECT "last" FROM "SearchArticle" WHERE "articleId" = ${articleId})`;
}

/** Empties the index, before it is made again. */
export async function clearIndex(client: Client): Promise<void> {
  await client.$executeRaw`DELETE FROM "SearchIndex"`;
  await client.$executeRaw`DELETE FROM "SearchWord"`;
}

interface Place {
  first: number | bigint;
  last: number | bigint;
}

/** The first of as many free numbers in the second of publication: those that it had, if they fit. */
async function allocate(client: Client, article: WireArticle, size: number): Promise<number> {
  const floor = rowFloor(new Date(article.publishedAt));
  const [had] = await client.$queryRaw<Place[]>`
    SELECT "first", "last" FROM "SearchArticle" WHERE "articleId" = ${article.id}`;
  if (had !== undefined) {
    const first = Number(had.first);
    const fits = Number(had.last) - first + 1 === size;
    if (fits && first >= floor && first < floor + ROWS_PER_SECOND) return first;
  }
  for (let start = floor; ; start += ROWS_PER_SECOND) {
    const end = start + ROWS_PER_SECOND;
    const [row] = await client.$queryRaw<{ last: number | bigint | null }[]>`
      SELECT max("last") AS "last" FROM "SearchArticle"
      WHERE "last" >= CAST(${start} AS BIGINT) AND "last" < CAST(${end} AS BIGINT)`;
    const first = row?.last == null ? start : Number(row.last) + 1;
    if (first + size <= end) return first;
  }
}

function* chunks<T>(items: readonly T[]): Generator<[start: number, chunk: T[]], void> {
  for (let start = 0; start < items.length; start += CHUNK)
    yield [start, items.slice(start, start + CHUNK)];
}

/** Which rows a search looks at: from `floor` on, below `ceiling`, the newest first. */
export interface Range {
  floor: number | null;
  ceiling: number | null;
}

/** A row that matches: whose it is, and which of its parts. */
export interface FoundRow {
  row: number;
  articleId: string;
  type: 'article' | 'quote' | 'claim' | 'turn';
  /** Place among the parts of its type, from 1; 0 for the article itself. */
  position: number;
}

interface RawRow {
  rowid: number | bigint;
  last: number | bigint;
  articleId: string;
  quotes: number;
  claims: number;
}

/** The newest rows that match, at most `take`. */
export async function findRows(
  client: Client,
  engine: Engine,
  condition: Condition,
  { floor, ceiling }: Range,
  take: number,
): Promise<FoundRow[]> {
  const matches =
    engine === 'sqlite'
      ? Prisma.sql`"SearchIndex" MATCH ${toFts5(condition)}`
      : toPostgresql(condition);
  const bounds = [
    matches,
    ...(floor === null ? [] : [Prisma.sql`"rowid" >= CAST(${floor} AS BIGINT)`]),
    ...(ceiling === null ? [] : [Prisma.sql`"rowid" < CAST(${ceiling} AS BIGINT)`]),
  ];
  const rows = await client.$queryRaw<RawRow[]>`
    SELECT f."rowid", a."last", a."articleId", a."quotes", a."claims"
    FROM (
      SELECT "rowid" FROM "SearchIndex" WHERE ${Prisma.join(bounds, ' AND ')}
      ORDER BY "rowid" DESC LIMIT ${take}
    ) f
    JOIN "SearchArticle" a
      ON a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= f."rowid")
    ORDER BY f."rowid" DESC`;
  return rows.map(foundRow);
}

function foundRow({ rowid, last, articleId, quotes, claims }: RawRow): FoundRow {
  const row = Number(rowid);
  const index = Number(last) - row;
  if (index === 0) return { row, articleId, type: 'article', position: 0 };
  if (index <= quotes) return { row, articleId, type: 'quote', position: index };
  if (index <= quotes + claims) return { row, articleId, type: 'claim', position: index - quotes };
  return { row, articleId, type: 'turn', position: index - quotes - claims };
}

/** Words of the vocabulary that begin with `beginning`, of about the length asked for. */
export async function findWords(
  client: Client,
  beginning: string,
  { shortest, longest, take }: { shortest: number; longest: number; take: number },
): Promise<string[]> {
  const end = `${beginning}\u{10FFFF}`;
  const rows = await client.$queryRaw<{ word: string }[]>`
    SELECT "word" FROM "SearchWord"
    WHERE "word" >= ${beginning} AND "word" < ${end}
      AND length("word") BETWEEN ${shortest} AND ${longest}
    ORDER BY "word" LIMIT ${take}`;
  return rows.map(({ word }) => word);
}
