import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Client, Engine } from './types.ts';

/** A value as a column holds it. */
export type Value = string | number | boolean | Date | Uint8Array | null;

/** The columns of one row by their names. */
export type Values = Readonly<Record<string, Value>>;

/** A statement's text for each engine, and the values of its parameters. */
export type Statement = Pick<Prisma.Sql, 'sql' | 'text' | 'values'>;

/**
 * What is asked of a database without Prisma's query compiler in between. Each method is
 * one statement, or one round trip; it is part of the transaction of the client that the
 * connection belongs to. Columns that are declared as times and booleans are read as such.
 */
export interface Connection {
  readonly engine: Engine;
  /** Runs a statement. @returns the rows that it gives */
  query(sql: Statement): Promise<Record<string, unknown>[]>;
  /** As `query`, of a statement that gives one column. @returns its values, as the database has them */
  column(sql: Statement): Promise<unknown[]>;
  /**
   * As `query`, for a statement that may have to look through a whole table: it holds nobody
   * else up, but takes a little longer. Inside of a transaction it is a part of that.
   *
   * @throws Problem unavailable when too many are waiting
   */
  queryAside(sql: Statement): Promise<Record<string, unknown>[]>;
  /**
   * Writes rows that all have the columns of the first one.
   *
   * @param behind what follows the rows in the statement, such as an ON CONFLICT clause
   */
  insert(table: string, rows: readonly Values[], behind: string): Promise<void>;
  /**
   * A column of text to be selected as its bytes in UTF-8, where the database can give them:
   * what is sent as it is stored need not be decoded and encoded again.
   */
  bytesOf(column: string): string;
  /** How a statement's text names a parameter; the first has the number 1. */
  parameter(number: number): string;
  /** A condition that a column holds one of these values, strings or integers. */
  isOneOf(column: string, values: readonly Value[]): Prisma.Sql;
  /** The parameter of `isOneOf` for several values. */
  listOf(values: readonly Value[]): unknown;
}

const connections = new WeakMap<Client, Connection>();

/** Says by which connection a client's statements are run from now on. */
export function attachConnection(client: Client, connection: Connection): void {
  connections.set(client, connection);
}

/** The connection of a client that came from a `Database`. */
export function connectionOf(client: Client): Connection {
  const connection = connections.get(client);
  if (connection === undefined) throw new Error('This client did not come from a Database.');
  return connection;
}

/** A name of ours as SQL writes it. */
export function quoteName(name: string): string {
  return `"${name}"`;
}
