/**
 * Statements on a connection of better-sqlite3. Compiling one takes longer than running
 * most, so that those of the newsroom's few dozen texts are compiled once.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { Prisma } from '../../generated/sqlite/client.ts';
import { nextTurn, othersWait } from '../turns.ts';
import type { Aside } from './aside.ts';
import {
  type Connection,
  quoteName,
  type Statement,
  type Value,
  type Values,
} from './connection.ts';
import { rememberStatements } from './objects.ts';
import type { Snapshot } from './sqlite-snapshot.ts';
import { hasEnded } from './transaction.ts';

const STATEMENTS_MAX = 500;
const INT32_MAX = 2 ** 31 - 1;

interface Prepared {
  statement: BetterSqlite3.Statement<unknown[]>;
  /** Whether it gives rows; asking the statement takes longer. */
  isReader: boolean;
  names: string[];
  /** A row without its values. */
  empty: Record<string, unknown>;
  /** How to read columns that SQLite keeps as something else than they hold, by their places. */
  read: (((value: unknown) => unknown) | undefined)[];
}

const READ: Readonly<Record<string, (value: unknown) => unknown>> = {
  DATETIME: (value) => (typeof value === 'string' ? new Date(value) : value),
  BOOLEAN: (value) => (typeof value === 'number' ? value !== 0 : value),
};

/** What a connection has that only reads. */
export interface Reading {
  snapshot: Snapshot;
  /** Where statements are run that may take long. */
  aside: Aside;
}

/**
 * @param database whose statements are compiled as it compiles them now
 * @param reading for a connection that only reads
 */
export function createSqliteConnection(
  database: BetterSqlite3.Database,
  reading?: Reading,
): Connection {
  const compile = database.prepare.bind(database);
  const prepare = rememberStatements((sql): Prepared => {
    const statement = compile<unknown[]>(sql).safeIntegers(false);
    const isReader = statement.reader;
    const columns = isReader ? statement.raw().columns() : [];
    const names = columns.map(({ name }) => name);
    return {
      statement,
      isReader,
      names,
      empty: emptyRow(names),
      read: columns.map(({ type }) => READ[type ?? '']),
    };
  }, STATEMENTS_MAX);
  async function query({ sql, values }: Statement) {
    if (othersWait()) await giveWay(database, reading?.snapshot);
    reading?.snapshot.hold();
    const prepared = prepare(sql);
    const { statement, isReader } = prepared;
    const bound = (values as Value[]).map(bind);
    if (!isReader) {
      statement.run(...bound);
      return [];
    }
    return (statement.all(...bound) as unknown[][]).map((cells) => rowOf(prepared, cells));
  }
  return {
    engine: 'sqlite',
    query,
    async column({ sql, values }) {
      if (othersWait()) await giveWay(database, reading?.snapshot);
      reading?.snapshot.hold();
      const bound = (values as Value[]).map(bind);
      return (prepare(sql).statement.all(...bound) as unknown[][]).map(([cell]) => cell);
    },
    async queryAside(statement) {
      if (reading === undefined) return query(statement);
      const prepared = prepare(statement.sql);
      const rows = (await reading.aside.ask({
        sql: prepared.statement.source,
        values: (statement.values as Value[]).map(bind),
      })) as unknown[][];
      // The thread may have seen what another process committed since.
      reading.snapshot.release();
      return rows.map((cells) => rowOf(prepared, cells.map(asBuffer)));
    },
    async insert(table, rows, behind) {
      const [first] = rows;
      if (first === undefined) return;
      const columns = Object.keys(first);
      const { statement } = prepare(insertionOf(table, columns, behind));
      for (const row of rows) {
        if (othersWait()) await giveWay(database);
        statement.run(...columns.map((column) => bind(cellOf(row, column))));
      }
    },
    bytesOf(column) {
      const name = quoteName(column);
      return `CAST(${name} AS BLOB) AS ${name}`;
    },
    parameter: () => '?',
    isOneOf(column, values) {
      const name = Prisma.raw(quoteName(column));
      if (values.length === 1) return Prisma.sql`${name} = ${values[0]}`;
      return Prisma.sql`${name} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
    },
    listOf: (values) => JSON.stringify(values),
  };
}

/** Bytes that come from a thread are no Buffer any more. */
function asBuffer(cell: unknown): unknown {
  if (!(cell instanceof Uint8Array)) return cell;
  return Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength);
}

/**
 * Lets others come to their turn.
 *
 * @param snapshot of a connection that only reads, which each turn has its own of
 * @throws when the transaction ended meanwhile: what follows would be kept without it
 */
export async function giveWay(
  database: BetterSqlite3.Database,
  snapshot?: Snapshot,
): Promise<void> {
  const inTransaction = snapshot === undefined && database.inTransaction;
  await nextTurn();
  if (inTransaction && !database.inTransaction) throw hasEnded();
}

/**
 * better-sqlite3 takes longer to make objects of rows than to read them, and so does V8 where
 * members are added one by one.
 */
function rowOf({ names, empty, read }: Prepared, cells: unknown[]): Record<string, unknown> {
  const row = { ...empty };
  for (const [index, name] of names.entries()) {
    const cell = cells[index];
    row[name] = read[index]?.(cell) ?? cell;
  }
  return row;
}

/**
 * V8 makes a new layout of objects as soon as a member holds another kind of value than before,
 * and moves each row to it. A member that held several kinds is kept for any.
 */
function emptyRow(names: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const value of [0, '', null]) for (const name of names) row[name] = value;
  return row;
}

interface Insertion {
  columns: readonly string[];
  behind: string;
  sql: string;
}

/** By table: how rows are put into it. */
const insertions = new Map<string, Insertion[]>();

/** The text of an insertion, of which a table has one or two: making it takes longer than a row. */
function insertionOf(table: string, columns: readonly string[], behind: string): string {
  const known = insertions.get(table) ?? [];
  const found = known.find(
    (one) =>
      one.behind === behind &&
      one.columns.length === columns.length &&
      one.columns.every((column, index) => column === columns[index]),
  );
  if (found !== undefined) return found.sql;
  const sql = insertion(table, columns, behind);
  insertions.set(table, [...known, { columns, behind, sql }]);
  return sql;
}

function insertion(table: string, columns: readonly string[], behind: string): string {
  const places = columns.map(() => '?').join(', ');
  return `INSERT INTO ${quoteName(table)} (${columns.map(quoteName).join(', ')}) VALUES (${places}) ${behind}`;
}

function cellOf(row: Values, column: string): Value {
  const value = row[column];
  if (value === undefined) throw new Error(`A row has no ${column}.`);
  return value;
}

/** The time that was written last, as most of those that follow each other are the same. */
let written = { time: Number.NaN, text: '' };

function writeTime(date: Date): string {
  const time = date.getTime();
  if (time !== written.time) written = { time, text: date.toISOString().replace('Z', '+00:00') };
  return written.text;
}

/** As Prisma's adapter writes values, so that both find what the other wrote. */
function bind(value: Value): string | number | bigint | Uint8Array | null {
  if (value instanceof Date) return writeTime(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  // A number beyond 32 bits would be bound as a floating one, as it should be beyond 64.
  if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) > INT32_MAX)
    return BigInt(value);
  return value;
}
