/**
 * The search index in the database. Its tables are no models of Prisma's, so this file
 * speaks SQL; what both databases write alike is written once. Every value is a parameter.
 */
import type { WireArticle } from '../articles/schema.ts';
import {
  deleteRows,
  findWholeRows,
  insertRows,
  isOneOf,
  putRows,
  queryRows,
  queryRowsAside,
  type Tables,
} from '../core/database/rows.ts';
import type { Client, Engine } from '../core/database/types.ts';
import { nextTurn } from '../core/turns.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { type Condition, toFts5, toPostgresql } from './index-expression.ts';
import { type HitType, indexArticle } from './index-rows.ts';
import { writeShown } from './shown-text.ts';

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
  const texts: Tables['SearchText'][] = [];
  for (const [index, article] of articles.entries()) {
    // Cutting long texts into words is work; others get their turn in between.
    if (index > 0) await nextTurn();
    const indexed = indexArticle(article);
    const first = await allocate(
      client,
      article,
      indexed.rows.length,
      places.get(article.id),
      free,
    );
    const last = first + indexed.rows.length - 1;
    entries.push({
      last,
      first,
      articleId: article.id,
      quotes: article.quotes.length,
      claims: article.claims.length,
    });
    texts.push({ rowid: last, ...writeShown(article) });
    for (const [at, tokens] of indexed.rows.entries()) rows.push({ rowid: last - at, tokens });
    for (const word of indexed.words) words.add(word);
  }
  await putRows(client, 'SearchArticle', ['articleId'], entries);
  // FTS5 writes a piece of its index as soon as a row is numbered below the one before it.
  rows.sort((a, b) => a.rowid - b.rowid);
  await insertRows(client, 'SearchIndex', rows);
  await insertRows(client, 'SearchText', texts);
  await insertWords(client, [...words].sort());
}

/**
 * Both databases read the keys of a JSON object; hundreds of parameters cost more. Words are
 * letters and digits, of which JSON escapes none.
 */
async function insertWords(client: Client, words: readonly string[]): Promise<void> {
  const object = `{${words.map((word) => `"${word}":0`).join()}}`;
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
  const places = [...(await findPlaces(client, articleIds)).values()];
  await deleteRows(client, 'SearchText', { rowid: places.map(({ last }) => last) });
  for (const { first, last } of places) {
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
  await client.$executeRaw`DELETE FROM "SearchText"`;
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

/** One step of a ranking: what its rows match, and which of them are looked at. */
export interface Selection {
  step: number;
  condition: Condition;
  /** From this row on. */
  floor: number | null;
  /** Below this row. */
  ceiling: number | null;
}

/** A row that matches, with what its hit is shown from; null where that isn't published. */
export interface FoundRow {
  step: number;
  row: number;
  type: HitType;
  /** Of a quote, a claim or a turn its document; of an article as shown-text.ts writes it. */
  shown: string | null;
  /** An article's only. */
  texts: string | null;
}

/**
 * The first rows of some steps, at most `take`: step by step, of each the newest first. One
 * that several of them match is found in each. All is one statement, whose beginning and end
 * cost more than to read some rows; the databases only look into a step when there is room left.
 *
 * @param seen rows that are left out
 * @param query how the index is asked
 */
export async function findRows(
  client: Client,
  engine: Engine,
  selections: readonly Selection[],
  seen: readonly number[],
  take: number,
  query: typeof queryRows,
): Promise<FoundRow[]> {
  const steps = selections.map(({ step, ...selection }) => {
    const name = Prisma.raw(String(step));
    const rows = matchingRows(client, engine, selection, seen, take);
    return Prisma.sql`SELECT ${name} AS "step", s."rowid" FROM (${rows}) s`;
  });
  const rows = await query<Omit<FoundRow, 'row'> & { rowid: number | bigint }>(
    client,
    Prisma.sql`
    SELECT f."step", f."rowid", ${TYPE_AND_SHOWN}, t."texts"
    FROM (${Prisma.join(steps, ' UNION ALL ')} LIMIT ${take}) f
    JOIN "SearchArticle" a
      ON a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= f."rowid")
    LEFT JOIN "SearchText" t ON t."rowid" = f."rowid"`,
  );
  return rows
    .map(({ rowid, ...found }) => ({ ...found, row: Number(rowid) }))
    .sort((a, b) => a.step - b.step || b.row - a.row);
}

/** Before the row of an article stand those of its quotes, its claims and its turns. */
const TYPE_AND_SHOWN = Prisma.sql`
  CASE
    WHEN f."rowid" = a."last" THEN 'article'
    WHEN a."last" - f."rowid" <= a."quotes" THEN 'quote'
    WHEN a."last" - f."rowid" <= a."quotes" + a."claims" THEN 'claim'
    ELSE 'turn'
  END AS "type",
  CASE
    WHEN f."rowid" = a."last" THEN t."shown"
    WHEN a."last" - f."rowid" <= a."quotes" THEN
      (SELECT p."document" FROM "PublishedQuote" p
        WHERE p."articleId" = a."articleId" AND p."position" = a."last" - f."rowid")
    WHEN a."last" - f."rowid" <= a."quotes" + a."claims" THEN
      (SELECT p."document" FROM "PublishedClaim" p
        WHERE p."articleId" = a."articleId" AND p."position" = a."last" - f."rowid" - a."quotes")
    ELSE
      (SELECT p."document" FROM "PublishedTurn" p
        WHERE p."articleId" = a."articleId"
          AND p."position" = a."last" - f."rowid" - a."quotes" - a."claims")
  END AS "shown"`;

/** How many rows match, counted up to `most`. */
export async function countRows(
  client: Client,
  engine: Engine,
  condition: Condition,
  most: number,
): Promise<number> {
  const all = { condition, floor: null, ceiling: null };
  const rows = await queryRowsAside<unknown>(client, matchingRows(client, engine, all, [], most));
  return rows.length;
}

function matchingRows(
  client: Client,
  engine: Engine,
  { condition, floor, ceiling }: Omit<Selection, 'step'>,
  seen: readonly number[],
  take: number,
): Prisma.Sql {
  const conditions = [
    engine === 'sqlite'
      ? Prisma.sql`"SearchIndex" MATCH ${toFts5(condition)}`
      : toPostgresql(condition),
    ...(floor === null ? [] : [Prisma.sql`"rowid" >= CAST(${floor} AS BIGINT)`]),
    ...(ceiling === null ? [] : [Prisma.sql`"rowid" < CAST(${ceiling} AS BIGINT)`]),
    ...(seen.length === 0 ? [] : [Prisma.sql`NOT (${isOneOf(client, 'rowid', seen)})`]),
  ];
  return Prisma.sql`SELECT "rowid" FROM "SearchIndex" WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY "rowid" DESC LIMIT ${take}`;
}

/** Words of the vocabulary that begin with `beginning`, of about the length asked for. */
export async function findWords(
  client: Client,
  beginning: string,
  { shortest, longest, take }: { shortest: number; longest: number; take: number },
): Promise<string[]> {
  const end = `${beginning}\u{10FFFF}`;
  // One long text is handed over sooner than tens of thousands of rows; no word has a space.
  const [row] = await queryRowsAside<{ words: string | null }>(
    client,
    Prisma.sql`
    SELECT string_agg(w."word", ' ') AS "words" FROM (
      SELECT "word" FROM "SearchWord"
      WHERE "word" >= ${beginning} AND "word" < ${end}
        AND length("word") BETWEEN ${shortest} AND ${longest}
      ORDER BY "word" LIMIT ${take}) w`,
  );
  return row?.words?.split(' ') ?? [];
}
