/**
 * The search index in the database. Its tables are no models of Prisma's, so this file
 * speaks SQL; what both databases write alike is written once. Every value is a parameter.
 */
import type { WireArticle } from '../articles/schema.ts';
import {
  deleteRows,
  findWholeRows,
  insertRows,
  putRows,
  queryRows,
  type Tables,
} from '../core/database/rows.ts';
import type { Client } from '../core/database/types.ts';
import { nextTurn } from '../core/turns.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { indexArticle } from './index-rows.ts';
import { writeShown } from './shown-text.ts';

/**
 * Rows are numbered by the moment of publication and then one after another, so that
 * the newest are the first to be read backwards, and no search has to sort what it finds.
 * A moment is a second or, in the archive before December 1833, a day. So the numbers stay
 * above -2^53 from the year 1 on, and below 2^53 until the year 2106.
 */
const ROWS_PER_MOMENT = 2 ** 21;
const FIRST_SECOND = 2 ** 20 - 2 ** 32;
const DAY_SECONDS = 86_400;

/** The first number of the rows published at this time or later. */
export function rowFloor(time: Date): number {
  return momentOf(time, Math.floor) * ROWS_PER_MOMENT;
}

export function rowCeiling(time: Date): number {
  return momentOf(time, Math.ceil) * ROWS_PER_MOMENT;
}

function momentOf(time: Date, round: (value: number) => number): number {
  const seconds = time.getTime() / 1_000;
  if (seconds >= FIRST_SECOND) return round(seconds);
  return FIRST_SECOND + round((seconds - FIRST_SECOND) / DAY_SECONDS);
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
 * The first of as many free numbers in the moment of publication: those that the article
 * had, if they fit. `free` remembers, by moment, what was given out meanwhile.
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
    if (had.first >= floor && had.last < floor + ROWS_PER_MOMENT) return had.first;
  }
  for (let start = floor; ; start += ROWS_PER_MOMENT) {
    const first = free.get(start) ?? (await findFree(client, start));
    free.set(start, first);
    if (first + size <= start + ROWS_PER_MOMENT) {
      free.set(start, first + size);
      return first;
    }
  }
}

async function findFree(client: Client, start: number): Promise<number> {
  const end = start + ROWS_PER_MOMENT;
  const [row] = await queryRows<{ last: number | null }>(
    client,
    Prisma.sql`SELECT max("last") AS "last" FROM "SearchArticle"
      WHERE "last" >= CAST(${start} AS BIGINT) AND "last" < CAST(${end} AS BIGINT)`,
  );
  return row?.last == null ? start : row.last + 1;
}
