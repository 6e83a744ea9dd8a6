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
import type { Client, Engine } from './types.ts';

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
export function insertRows<T extends Table>(
  client: Client,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  return connectionOf(client).insert(table, rows as readonly Values[], '');
}

/** Adds rows; those that are there already, by these columns, stay as they are. */
export function insertNewRows<T extends Table>(
  client: Client,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  return connectionOf(client).insert(table, rows as readonly Values[], 'ON CONFLICT DO NOTHING');
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
  const behind = replacing(table, key, Object.keys(first as object));
  await connectionOf(client).insert(table, rows as readonly Values[], behind);
}

/** By table and key, since rows are whole. */
const replacements = new Map<string, string>();

function replacing(table: string, key: readonly string[], columns: readonly string[]): string {
  const name = `${table} ${key.join()}`;
  const known = replacements.get(name);
  if (known !== undefined) return known;
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`);
  const behind = `ON CONFLICT (${key.map(quoteName).join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
  replacements.set(name, behind);
  return behind;
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
export function findRows<T extends Table, C extends Column<T>, B extends Column<T> = never>(
  client: Client,
  table: T,
  where: Where<T>,
  columns: readonly C[],
  bytes: readonly B[] = [],
): Promise<RowOf<T, C, B>[]> {
  let form = '';
  for (const column of columns) form += `${column},`;
  for (const column of bytes) form += `${column} `;
  const statement = statementOn(client, table, where, form, (condition) => {
    const names = Prisma.raw(selection(client, columns, bytes));
    return Prisma.sql`SELECT ${names} FROM ${nameOf(table)} WHERE ${condition}`;
  });
  return statement === null ? Promise.resolve([]) : queryRows(client, statement);
}

/** What to select: columns as they are, and columns of text as bytes. */
export function selection(
  client: Client,
  columns: readonly string[],
  bytes: readonly string[],
): string {
  const { bytesOf } = connectionOf(client);
  return [...columns.map(quoteName), ...bytes.map(bytesOf)].join(', ');
}

/** As `findRows`, with all columns. */
export function findWholeRows<T extends Table>(
  client: Client,
  table: T,
  where: Where<T>,
): Promise<Tables[T][]> {
  const statement = statementOn(
    client,
    table,
    where,
    '*',
    (condition) => Prisma.sql`SELECT * FROM ${nameOf(table)} WHERE ${condition}`,
  );
  return statement === null ? Promise.resolve([]) : queryRows(client, statement);
}

/** Removes the rows for which the conditions are true. */
export async function deleteRows<T extends Table>(
  client: Client,
  table: T,
  where: Where<T>,
): Promise<void> {
  const statement = statementOn(
    client,
    table,
    where,
    'delete',
    (condition) => Prisma.sql`DELETE FROM ${nameOf(table)} WHERE ${condition}`,
  );
  if (statement !== null) await queryRows(client, statement);
}

/** The rows that a statement gives, which both databases must understand. */
export function queryRows<R>(client: Client, sql: Statement): Promise<R[]> {
  return connectionOf(client).query(sql) as Promise<R[]>;
}

/** As `queryRows`, for a statement that may take long and shall hold nobody up. */
export async function queryRowsAside<R>(client: Client, sql: Statement): Promise<R[]> {
  return (await connectionOf(client).queryAside(sql)) as R[];
}

/**
 * How many rows there are, which an index has to be read for from end to end.
 *
 * @param from the table, and a condition behind it
 */
export async function countRowsAside(client: Client, from: Prisma.Sql): Promise<number> {
  const statement = Prisma.sql`SELECT count(*) AS "count" FROM ${from}`;
  const [row] = await queryRowsAside<{ count: number | bigint }>(client, statement);
  return Number(row?.count ?? 0);
}

/** A statement without its values. */
type Text = Pick<Statement, 'sql' | 'text'>;

/**
 * A statement of which only the values differ. Its text is made once for an engine, since
 * that takes longer than running it.
 *
 * @param make the statement with any values in the places of its parameters
 */
export function fixedStatement(
  make: (client: Client) => Prisma.Sql,
): (client: Client, ...values: Value[]) => Statement {
  const known: Partial<Record<Engine, Text>> = {};
  return (client, ...values) => {
    const { engine } = connectionOf(client);
    known[engine] ??= textOf(make(client));
    const { sql, text } = known[engine];
    return { sql, text, values };
  };
}

function textOf({ sql, text }: Statement): Text {
  return { sql, text };
}

/** A condition that a column holds one of these values; there must be one. */
export function isOneOf(client: Client, column: string, values: readonly Value[]): Prisma.Sql {
  return connectionOf(client).isOneOf(column, values);
}

function nameOf(table: string): Prisma.Sql {
  return Prisma.raw(quoteName(table));
}

/** By engine and form: the texts of the statements on the rows that fulfil conditions. */
const TEXTS: Readonly<Record<Engine, Map<string, Text>>> = {
  sqlite: new Map(),
  postgresql: new Map(),
};

/**
 * A statement on the rows that fulfil some conditions, of which there are few forms.
 *
 * @param form what tells it from other statements on the table
 * @returns `null` when no row can fulfil them, as none is one of no values
 */
function statementOn<T extends Table>(
  client: Client,
  table: T,
  where: Where<T>,
  form: string,
  make: (condition: Prisma.Sql) => Prisma.Sql,
): Statement | null {
  const connection = connectionOf(client);
  const texts = TEXTS[connection.engine];
  const conditions = where as Readonly<Record<string, Wanted>>;
  // Put together piece by piece, which takes a quarter of what lists and joining them take.
  let name = `${table} ${form}`;
  const values: unknown[] = [];
  for (const column in conditions) {
    const wanted = distinct(conditions[column] as Wanted);
    if (wanted === null) name += ` ${column}-`;
    else if (!Array.isArray(wanted)) {
      name += ` ${column}`;
      values.push(wanted);
    } else if (wanted.length > 0) {
      name += ` ${column} ${typeof wanted[0]}s`;
      values.push(connection.listOf(wanted));
    } else return null;
  }
  let made = texts.get(name);
  if (made === undefined) {
    const all = Object.entries(conditions).map(([column, wanted]) =>
      writeCondition(connection, column, distinct(wanted)),
    );
    made = textOf(make(Prisma.join(all, ' AND ')));
    texts.set(name, made);
  }
  return { sql: made.sql, text: made.text, values };
}

/** What a column must hold: a value, nothing (`null`), or one of some values. */
type Wanted = Value | readonly Value[];

/** Each of several values once, and the only one without its list. */
function distinct(wanted: Wanted): Wanted {
  if (!Array.isArray(wanted)) return wanted;
  const once = [...new Set(wanted as readonly Value[])];
  return once.length === 1 ? (once[0] as Value) : once;
}

function writeCondition(connection: Connection, column: string, wanted: Wanted): Prisma.Sql {
  if (wanted === null) return Prisma.sql`${nameOf(column)} IS NULL`;
  return connection.isOneOf(column, Array.isArray(wanted) ? wanted : [wanted as Value]);
}
