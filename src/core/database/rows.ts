/**
 * Whole rows of the models, read and written by one statement each. Prisma's query compiler
 * takes longer than the database for statements as plain as these, of which a publication
 * has dozens; where a query is more than this, Prisma is asked (docs/decisions/).
 */
import { Prisma } from '../../generated/sqlite/client.ts';
import {
  type Connection,
  connectionOf,
  quoteName,
  type Statement,
  type Value,
  type Values,
} from './connection.ts';
import type { Client } from './types.ts';

type Models = Prisma.TypeMap['model'];

/** The tables, each with what a row of it holds. */
export type Tables = { [M in keyof Models]: Models[M]['payload']['scalars'] } & {
  SearchArticle: {
    last: number;
    first: number;
    articleId: string;
    quotes: number;
    claims: number;
  };
  SearchIndex: { rowid: number; tokens: string };
  SearchText: { rowid: number; shown: string; texts: string };
  SearchWord: { word: string };
};
type Table = keyof Tables & string;
type Column<T extends Table> = keyof Tables[T] & string;

/** What columns must hold: a value, or one of some. All conditions must be true. */
export type Where<T extends Table> = {
  readonly [C in Column<T>]?: Tables[T][C] | readonly Tables[T][C][];
};

/** Adds rows. */
export async function insertRows<T extends Table>(
  client: Client,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  if (rows.length > 0) await connectionOf(client).insert(table, rows as readonly Values[], '');
}

/** Adds rows; those that are there already, by these columns, stay as they are. */
export async function insertNewRows<T extends Table>(
  client: Client,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  if (rows.length === 0) return;
  await connectionOf(client).insert(table, rows as readonly Values[], 'ON CONFLICT DO NOTHING');
}

/** Adds rows, and puts them in the place of those that are there already by `key`. */
export async function putRows<T extends Table>(
  client: Client,
  table: T,
  key: readonly Column<T>[],
  rows: readonly Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const changes = Object.keys(first as object)
    .filter((column) => !key.includes(column as Column<T>))
    .map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`);
  const behind = `ON CONFLICT (${key.map(quoteName).join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
  await connectionOf(client).insert(table, rows as readonly Values[], behind);
}

/** Text that is finished: as its bytes where the database gave those. */
export type Finished = string | Buffer;

/** Columns of a row, some of them as bytes. */
export type RowOf<T extends Table, C extends Column<T>, B extends Column<T>> = Pick<Tables[T], C> &
  Record<B, Finished>;

/**
 * The rows for which the conditions are true, in no order, with these columns of them.
 *
 * @param bytes columns of finished text, which are read as bytes where that spares work
 */
export async function findRows<T extends Table, C extends Column<T>, B extends Column<T> = never>(
  client: Client,
  table: T,
  where: Where<T>,
  columns: readonly C[],
  bytes: readonly B[] = [],
): Promise<RowOf<T, C, B>[]> {
  const condition = conditionOf(client, where);
  if (condition === null) return [];
  const names = selection(client, columns, bytes);
  return queryRows(client, Prisma.sql`SELECT ${names} FROM ${nameOf(table)} WHERE ${condition}`);
}

/** What to select: columns as they are, and columns of text as bytes. */
export function selection(
  client: Client,
  columns: readonly string[],
  bytes: readonly string[],
): Prisma.Sql {
  const names = Prisma.raw(columns.map(quoteName).join(', '));
  if (bytes.length === 0) return names;
  const { bytesOf } = connectionOf(client);
  return Prisma.join([...(columns.length === 0 ? [] : [names]), ...bytes.map(bytesOf)], ', ');
}

/** As `findRows`, with all columns. */
export async function findWholeRows<T extends Table>(
  client: Client,
  table: T,
  where: Where<T>,
): Promise<Tables[T][]> {
  const condition = conditionOf(client, where);
  if (condition === null) return [];
  return queryRows(client, Prisma.sql`SELECT * FROM ${nameOf(table)} WHERE ${condition}`);
}

/** Removes the rows for which the conditions are true. */
export async function deleteRows<T extends Table>(
  client: Client,
  table: T,
  where: Where<T>,
): Promise<void> {
  const condition = conditionOf(client, where);
  if (condition === null) return;
  await queryRows(client, Prisma.sql`DELETE FROM ${nameOf(table)} WHERE ${condition}`);
}

/** The rows that a statement gives, which both databases must understand. */
export async function queryRows<R>(client: Client, sql: Statement): Promise<R[]> {
  return (await connectionOf(client).query(sql)) as R[];
}

/**
 * A statement of which only the values differ. Its text is made once for a connection, since
 * that takes longer than running it.
 *
 * @param make the statement with any values in the places of its parameters
 */
export function fixedStatement(
  make: (client: Client) => Prisma.Sql,
): (client: Client, ...values: Value[]) => Statement {
  const known = new WeakMap<Connection, Pick<Statement, 'sql' | 'text'>>();
  return (client, ...values) => {
    const connection = connectionOf(client);
    let made = known.get(connection);
    if (made === undefined) {
      const { sql, text } = make(client);
      made = { sql, text };
      known.set(connection, made);
    }
    return { sql: made.sql, text: made.text, values };
  };
}

/** A condition that a column holds one of these values; there must be one. */
export function isOneOf(client: Client, column: string, values: readonly Value[]): Prisma.Sql {
  return connectionOf(client).isOneOf(column, values);
}

function nameOf(table: string): Prisma.Sql {
  return Prisma.raw(quoteName(table));
}

/** @returns `null` when no row can fulfil it, as none is one of no values */
function conditionOf<T extends Table>(client: Client, where: Where<T>): Prisma.Sql | null {
  const conditions: Prisma.Sql[] = [];
  for (const [column, wanted] of Object.entries(where) as [string, Value | Value[]][]) {
    if (wanted === null) conditions.push(Prisma.sql`${nameOf(column)} IS NULL`);
    else if (!Array.isArray(wanted)) conditions.push(isOneOf(client, column, [wanted]));
    else if (wanted.length === 0) return null;
    else conditions.push(isOneOf(client, column, [...new Set(wanted)]));
  }
  return Prisma.join(conditions, ' AND ');
}
