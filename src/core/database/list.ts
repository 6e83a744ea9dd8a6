/**
 * Pages of rows without Prisma's query compiler, which takes longer than the database takes
 * for a page (docs/decisions/0009). The query is written and typed as Prisma's `findMany`;
 * what lists need of it is understood here, and anything else is refused.
 */
import type { Prisma } from '../../generated/sqlite/client.ts';
import {
  type Connection,
  connectionOf,
  quoteName,
  type Statement,
  type Value,
} from './connection.ts';
import { KEPT_COLUMNS, type KeptRow, type KeptRows, type KeptTable } from './kept-rows.ts';
import { adderTo, type Lookup, lookupsIn, type Writer, whole } from './list-conditions.ts';
import { isQuick } from './quick-lists.ts';
import { type Finished, selection, type Tables } from './rows.ts';
import type { Client } from './types.ts';

type Models = Prisma.TypeMap['model'];
type Query<T extends keyof Models> = Models[T]['operations']['findMany']['args'];

type Where<T extends keyof Models> = NonNullable<Query<T>['where']>;

/** A condition as Prisma's; a member that is undefined is none. */
export type Condition<T extends keyof Models> = {
  [C in keyof Where<T>]?: Where<T>[C] | (C extends 'AND' ? Condition<T>[] : never) | undefined;
};

/** Which rows are listed, and how. */
export interface RowsQuery<T extends keyof Models> {
  where: Condition<T>;
  /** What another table knows of the rows. */
  lookup?: Lookup | undefined;
  orderBy: readonly Partial<Record<keyof Tables[T], 'asc' | 'desc'>>[];
  take: number;
}

export interface ListQuery<
  T extends keyof Models,
  C extends keyof Tables[T],
  B extends keyof Tables[T],
> extends RowsQuery<T> {
  columns: readonly C[];
  /** Columns of finished text, which are read as bytes where that spares work. */
  bytes?: readonly B[];
}

/**
 * Up to so many rows are looked up and sorted. Where more belong to a condition, rows are read
 * in the list's order until there are enough, as one of them is soon found.
 */
const FEW_MAX = 500;

/** The rows that fulfil a condition, in an order, at most `take` of them. */
export async function listRows<
  T extends keyof Models,
  C extends keyof Tables[T],
  B extends keyof Tables[T] = never,
>(
  client: Client,
  table: T,
  query: ListQuery<T, C, B>,
): Promise<(Pick<Tables[T], C> & Record<B, Finished>)[]> {
  const list = await writeList(client, table, query);
  return (await readList(client, list, query)) as (Pick<Tables[T], C> & Record<B, Finished>)[];
}

type KeptOf<T extends KeptTable> = Pick<
  Tables[T],
  Extract<(typeof KEPT_COLUMNS)[T][number], keyof Tables[T]>
> &
  KeptRow;

/**
 * As `listRows`, of what is kept of rows. Where all of them are, only their entity tags are
 * read, which stand in the index that the list is read from: a row takes six times as long
 * (docs/decisions/0017).
 */
export async function listKeptRows<T extends KeptTable>(
  client: Client,
  kept: KeptRows,
  table: T,
  query: RowsQuery<T>,
): Promise<KeptOf<T>[]> {
  const list = await writeList(client, table, query);
  if (list.isSoonRead && kept.size > 0) {
    const etags = await connectionOf(client).column(selecting('"etag"', list));
    const found = kept.find(etags as string[]);
    if (found !== null) return found as KeptOf<T>[];
  }
  const columns = [...KEPT_COLUMNS[table], 'etag'];
  const rows = (await readList(client, list, { columns, bytes: ['document'] })) as KeptOf<T>[];
  for (const row of rows) kept.keep(row);
  return rows;
}

/** A list of which all is written but what is read of its rows. */
interface List {
  /** The statement from its FROM on. */
  from: string;
  values: Value[];
  isSoonRead: boolean;
}

async function writeList<T extends keyof Models>(
  client: Client,
  table: T,
  { where, lookup, orderBy, take }: RowsQuery<T>,
): Promise<List> {
  const connection = connectionOf(client);
  const lookups = lookupsIn(table, where);
  if (lookup !== undefined) lookups.set(lookup, lookup);
  const few = await findFew(connection, lookups);
  const values: Value[] = [];
  const writer = { add: adderTo(connection, values), engine: connection.engine, lookups, few };
  const order = `ORDER BY ${orderOf(orderBy)} LIMIT`;
  const isSoonRead =
    lookups.size === 0
      ? isQuick(table, where, Object.keys(orderBy[0] ?? {})[0] ?? '')
      : few.size > 0 && [...lookups.values()].every(({ mayTakeLong }) => !mayTakeLong);
  // What is sorted is sorted without the columns that are asked for, some of which are long.
  const condition =
    isSoonRead && few.size === 0
      ? whole(writer, table, where, lookup)
      : `"id" IN (${selectIds(writer, table, where, lookup)} ${order} ${writer.add(take)})`;
  const from = `FROM ${quoteName(table)} WHERE ${condition} ${order} ${writer.add(take)}`;
  return { from, values, isSoonRead };
}

function readList(
  client: Client,
  list: List,
  { columns, bytes = [] }: { columns: readonly unknown[]; bytes?: readonly unknown[] },
): Promise<Record<string, unknown>[]> {
  const names = selection(client, columns as readonly string[], bytes as readonly string[]);
  const query = list.isSoonRead ? 'query' : 'queryAside';
  return connectionOf(client)[query](selecting(names, list));
}

function selecting(names: string, { from, values }: List): Statement {
  const text = `SELECT ${names} ${from}`;
  return { sql: text, text, values };
}

/**
 * The ids of the rows of a list. Where few rows fulfil a part of its conditions, those are
 * looked at first, whatever else an index knows.
 */
function selectIds(
  writer: Writer,
  table: string,
  where: object,
  lookup: Lookup | undefined,
): string {
  const [first, ...others] = writer.few;
  const name = quoteName(table);
  if (first === undefined)
    return `SELECT "id" FROM ${name} WHERE ${whole(writer, table, where, lookup)}`;
  const keys = first.keys(writer.add, writer.engine);
  const rest = whole({ ...writer, few: new Set(others), first }, table, where, lookup);
  return `SELECT ${name}."id" FROM (${keys}) f CROSS JOIN ${name}
    WHERE ${name}.${quoteName(first.by)} = f."key" AND ${rest}`;
}

function orderOf(orderBy: readonly object[]): string {
  const order: string[] = [];
  for (const one of orderBy) {
    for (const [name, direction] of Object.entries(one)) {
      if (direction !== 'asc' && direction !== 'desc') throw new Error(`No order: ${direction}`);
      order.push(`${quoteName(name)} ${direction}`);
    }
  }
  return order.join(', ');
}

/** Those that few rows fulfil. */
async function findFew(
  connection: Connection,
  lookups: ReadonlyMap<unknown, Lookup>,
): Promise<ReadonlySet<Lookup>> {
  const few = new Set<Lookup>();
  for (const lookup of lookups.values()) {
    const values: Value[] = [];
    const add = adderTo(connection, values);
    const text = `${lookup.all(add, connection.engine)} LIMIT ${add(FEW_MAX + 1)}`;
    const query = lookup.mayTakeLong ? 'queryAside' : 'query';
    const rows = await connection[query]({ sql: text, text, values });
    if (rows.length <= FEW_MAX) few.add(lookup);
  }
  return few;
}
