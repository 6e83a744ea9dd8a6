/**
 * The search index in the database. Its tables are no models of Prisma's, so this file
 * speaks SQL; what both databases write alike is written once. Every value is a parameter.
 */
import { setImmediate } from 'node:timers/promises';
import type { WireArticle } from '../articles/schema.ts';
import {
  findWholeRows,
  insertRows,
  putRows,
  queryRows,
  type Tables,
} from '../core/database/rows.ts';
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

/** The first number of the rows published at this time or later. */
export function rowFloor(time: Date): number {
  return Math.floor(time.getTime() / 1_000) * ROWS_PER_SECOND;
}

export function rowCeiling(time: Date): number {
  return Math.ceil(time.getTime() / 1_000) * ROWS_PER_SECOND;
}

/** Adds published articles. They must not be in the index. */
export async function insertIntoIndex(
  client: Client,
  articles: readonly WireArticle[],
): Promise<void> {
  const places = await findPlaces(
    client,
    articles.map(({ id }) => id),
  );
  const free = new Map<number, number>();
  const words = new Set<string>();
  const entries: Tables['SearchArticle'][] = [];
  const rows: Tables['SearchIndex'][] = [];
  for (const [index, article] of articles.entries()) {
    // Cutting long texts into words is work; others get their turn in between.
    if (index > 0) await setImmediate();
    const tokens = indexRows(article);
    const first = await allocate(client, article, tokens.length, places.get(article.id), free);
    const last = first + tokens.length - 1;
    entries.push({
      last,
      first,
      articleId: article.id,
      quotes: article.quotes.length,
      claims: article.claims.length,
    });
    for (const [at, row] of tokens.entries()) rows.push({ rowid: last - at, tokens: row });
    for (const word of vocabulary(tokens)) words.add(word);
  }
  await putRows(client, 'SearchArticle', ['articleId'], entries);
  await insertRows(client, 'SearchIndex', rows);
  await insertWords(client, [...words].sort());
}

/** Both databases read the keys of a JSON object; hundreds of parameters cost more. */
async function insertWords(client: Client, words: readonly string[]): Promise<void> {
  const object = JSON.stringify(Object.fromEntries(words.map((word) => [word, 0])));
  await queryRows(
    client,
    Prisma.sql`INSERT INTO "SearchWord" ("word") SELECT j."key" FROM json_each(${object}) j WHERE true
      ON CONFLICT DO NOTHING`,
  );
}

/** Takes articles out; their numbers stay kept for them. */
export async function removeFromIndex(
  client: Client,
  articleIds: readonly string[],
): Promise<void> {
  for (const { first, last } of (await findPlaces(client, articleIds)).values()) {
    await queryRows(
      client,
      Prisma.sql`DELETE FROM "SearchIndex"
        WHERE "rowid" BETWEEN CAST(${first} AS BIGINT) AND CAST(${last} AS BIGINT)`,
    );
  }
}

/** Empties the index, before it is made again. */
export async function clearIndex(client: Client): Promise<void> {
  await client.$executeRaw`DELETE FROM "SearchIndex"`;
  await client.$executeRaw`DELETE FROM "SearchWord"`;
}

export interface Place {
  first: number;
  last: number;
}

/** The numbers that articles have or had, by id. */
export async function findPlaces(
  client: Client,
  articleIds: readonly string[],
): Promise<Map<string, Place>> {
  const rows = await findWholeRows(client, 'SearchArticle', { articleId: articleIds });
  return new Map(rows.map(({ articleId, first, last }) => [articleId, { first, last }]));
}

/**
 * The first of as many free numbers in the second of publication: those that the article
 * had, if they fit. `free` remembers, by second, what was given out meanwhile.
 */
async function allocate(
  client: Client,
  article: WireArticle,
  size: number,
  had: Place | undefined,
  free: Map<number, number>,
): Promise<number> {
  const floor = rowFloor(new Date(article.publishedAt));
  if (had !== undefined && had.last - had.first + 1 === size) {
    if (had.first >= floor && had.last < floor + ROWS_PER_SECOND) return had.first;
  }
  for (let start = floor; ; start += ROWS_PER_SECOND) {
    const first = free.get(start) ?? (await findFree(client, start));
    free.set(start, first);
    if (first + size <= start + ROWS_PER_SECOND) {
      free.set(start, first + size);
      return first;
    }
  }
}

async function findFree(client: Client, start: number): Promise<number> {
  const end = start + ROWS_PER_SECOND;
  const [row] = await queryRows<{ last: number | null }>(
    client,
    Prisma.sql`SELECT max("last") AS "last" FROM "SearchArticle"
      WHERE "last" >= CAST(${start} AS BIGINT) AND "last" < CAST(${end} AS BIGINT)`,
  );
  return row?.last == null ? start : row.last + 1;
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
  const rows = await queryRows<RawRow>(
    client,
    Prisma.sql`
    SELECT f."rowid", a."last", a."articleId", a."quotes", a."claims"
    FROM (
      SELECT "rowid" FROM "SearchIndex" WHERE ${Prisma.join(bounds, ' AND ')}
      ORDER BY "rowid" DESC LIMIT ${take}
    ) f
    JOIN "SearchArticle" a
      ON a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= f."rowid")
    ORDER BY f."rowid" DESC`,
  );
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
  const rows = await queryRows<{ word: string }>(
    client,
    Prisma.sql`
    SELECT "word" FROM "SearchWord"
    WHERE "word" >= ${beginning} AND "word" < ${end}
      AND length("word") BETWEEN ${shortest} AND ${longest}
    ORDER BY "word" LIMIT ${take}`,
  );
  return rows.map(({ word }) => word);
}
