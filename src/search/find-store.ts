/** What is read of the search index; SQL as in index-store.ts. */
import { connectionOf, type Value } from '../core/database/connection.ts';
import { type Add, adderTo } from '../core/database/list-conditions.ts';
import { type Finished, type queryRows, queryRowsAside } from '../core/database/rows.ts';
import type { Client, Engine } from '../core/database/types.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import {
  type Condition,
  type PostgresqlCondition,
  toFts5,
  toPostgresql,
} from './index-expression.ts';
import type { HitType } from './index-rows.ts';

/** One step of a ranking: what its rows match, and which of them are looked at. */
export interface Selection {
  step: number;
  condition: Condition;
  /** From this row on. */
  floor: number | null;
  /** Below this row. */
  ceiling: number | null;
}

/** A row that matches, with what its hit is shown from. */
export interface FoundRow {
  step: number;
  row: number;
  type: HitType;
  /** Of the document of what it stands for; null where that isn't published. */
  etag: string | null;
  /** Of a quote, a claim or a turn its document; of an article as shown-text.ts writes it. */
  shown: Finished | null;
  /** An article's only. */
  texts: Finished | null;
}

/**
 * The first rows of some steps, at most `take`: step by step, of each the newest first. One
 * that several of them match is found in each. All is one statement, whose beginning and end
 * cost more than to read some rows; the databases only look into a step when there is room left.
 *
 * @param seen rows that are left out
 * @param query how the index is asked
 */
export async function findMatchingRows(
  client: Client,
  selections: readonly Selection[],
  seen: readonly number[],
  take: number,
  query: typeof queryRows,
): Promise<FoundRow[]> {
  const connection = connectionOf(client);
  const { engine } = connection;
  const values: Value[] = [];
  const add = adderTo(connection, values);
  const steps = selections.map(({ step, ...selection }) => {
    const rows = matchingRows(add, engine, selection, seen, take);
    return `SELECT ${step} AS "step", s."rowid" FROM (${rows}) s`;
  });
  const text = `SELECT f."step", f."rowid", ${COLUMNS[engine]}
    FROM (${steps.join(' UNION ALL ')} LIMIT ${add(take)}) f
    JOIN "SearchArticle" a
      ON a."last" = (SELECT min(b."last") FROM "SearchArticle" b WHERE b."last" >= f."rowid")
    LEFT JOIN "SearchText" t ON t."rowid" = f."rowid"`;
  const rows = await query<Omit<FoundRow, 'row'> & { rowid: number | bigint }>(client, {
    sql: text,
    text,
    values,
  });
  return rows
    .map(({ step, rowid, type, etag, shown, texts }) => {
      return { step, row: Number(rowid), type, etag, shown, texts };
    })
    .sort((a, b) => a.step - b.step || b.row - a.row);
}

/** Before the row of an article stand those of its quotes, its claims and its turns. */
const TYPE = `
  CASE
    WHEN f."rowid" = a."last" THEN 'article'
    WHEN a."last" - f."rowid" <= a."quotes" THEN 'quote'
    WHEN a."last" - f."rowid" <= a."quotes" + a."claims" THEN 'claim'
    ELSE 'turn'
  END`;

/** What stands in a column of a part, or its article gives. */
function ofPart(column: 'etag' | 'document', article: string): string {
  return `
  CASE
    WHEN f."rowid" = a."last" THEN ${article}
    WHEN a."last" - f."rowid" <= a."quotes" THEN
      (SELECT p."${column}" FROM "PublishedQuote" p
        WHERE p."articleId" = a."articleId" AND p."position" = a."last" - f."rowid")
    WHEN a."last" - f."rowid" <= a."quotes" + a."claims" THEN
      (SELECT p."${column}" FROM "PublishedClaim" p
        WHERE p."articleId" = a."articleId" AND p."position" = a."last" - f."rowid" - a."quotes")
    ELSE
      (SELECT p."${column}" FROM "PublishedTurn" p
        WHERE p."articleId" = a."articleId"
          AND p."position" = a."last" - f."rowid" - a."quotes" - a."claims")
  END`;
}

/** Texts are bytes where that spares making strings of those that are kept (kept-texts.ts). */
const COLUMNS: Readonly<Record<Engine, string>> = {
  sqlite: columns((text) => `CAST(${text} AS BLOB)`),
  postgresql: columns((text) => text),
};

function columns(finished: (text: string) => string): string {
  const article = '(SELECT p."etag" FROM "PublishedArticle" p WHERE p."id" = a."articleId")';
  return `${TYPE} AS "type", ${ofPart('etag', article)} AS "etag",
    ${finished(ofPart('document', 't."shown"'))} AS "shown", ${finished('t."texts"')} AS "texts"`;
}

/** How many rows match, counted up to `most`. */
export async function countMatchingRows(
  client: Client,
  condition: Condition,
  most: number,
): Promise<number> {
  const connection = connectionOf(client);
  const values: Value[] = [];
  const all = { condition, floor: null, ceiling: null };
  const text = matchingRows(adderTo(connection, values), connection.engine, all, [], most);
  return (await queryRowsAside<unknown>(client, { sql: text, text, values })).length;
}

/** The numbers of rows that match, the newest first. */
function matchingRows(
  add: Add,
  engine: Engine,
  { condition, ...range }: Omit<Selection, 'step'>,
  seen: readonly number[],
  take: number,
): string {
  if (engine === 'postgresql') {
    const matching = toPostgresql(condition, add);
    return newestRows(matching, within(add, range), without(add, seen), add(take));
  }
  const match = `"SearchIndex" MATCH ${add(toFts5(condition))}`;
  return `SELECT "rowid" FROM "SearchIndex"
    ${where([match, ...within(add, range), ...without(add, seen)])}
    ORDER BY "rowid" DESC LIMIT ${add(take)}`;
}

/** So many rows are looked at one by one before PostgreSQL's index is asked. */
const LOOKED_AT_FIRST = 1_000;

/**
 * PostgreSQL's index gives all rows that match, in no order, and its planner guesses whether those
 * are fewer than it would have to look at one by one (docs/decisions/0025). So both are said here:
 * the newest rows are looked at, which fills a page with what is common, and the index is only
 * asked for older ones if they don't. `OFFSET 0` keeps the planner from doing anything else.
 */
function newestRows(
  { lexemes, phrases }: PostgresqlCondition,
  range: readonly string[],
  unseen: readonly string[],
  take: string,
): string {
  const inOrder = `FROM "SearchIndex" ${where(range)} ORDER BY "rowid" DESC`;
  const oldestSeen = `(SELECT "rowid" ${inOrder} LIMIT 1 OFFSET ${LOOKED_AT_FIRST - 1})`;
  const indexed = `SELECT "rowid" FROM "SearchIndex" ${where([lexemes, ...range])} OFFSET 0`;
  const older = `SELECT "rowid" FROM (${indexed}) a
    WHERE "rowid" < ${oldestSeen} ORDER BY "rowid" DESC OFFSET 0`;
  const isPhrase = phrases.map(
    (phrase) => `(SELECT ${phrase} FROM "SearchIndex" i WHERE i."rowid" = o."rowid")`,
  );
  return `SELECT "rowid" FROM (
    (SELECT "rowid" FROM (SELECT * ${inOrder} LIMIT ${LOOKED_AT_FIRST}) n
      ${where([lexemes, ...phrases, ...unseen])} ORDER BY "rowid" DESC LIMIT ${take})
    UNION ALL
    (SELECT "rowid" FROM (${older}) o
      ${where([...isPhrase, ...unseen])} ORDER BY "rowid" DESC LIMIT ${take})
  ) m LIMIT ${take}`;
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

function within(add: Add, { floor, ceiling }: Pick<Selection, 'floor' | 'ceiling'>): string[] {
  return [
    ...(floor === null ? [] : [`"rowid" >= CAST(${add(floor)} AS BIGINT)`]),
    ...(ceiling === null ? [] : [`"rowid" < CAST(${add(ceiling)} AS BIGINT)`]),
  ];
}

function without(add: Add, seen: readonly number[]): string[] {
  return seen.length === 0 ? [] : [`"rowid" NOT IN (${rowsOf(add, seen)})`];
}

/** Both databases read the keys of a JSON object. */
function rowsOf(add: Add, rows: readonly number[]): string {
  const object = `{${rows.map((row) => `"${row}":0`).join()}}`;
  return `SELECT CAST(j."key" AS BIGINT) FROM json_each(${add(object)}) j`;
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
