/**
 * SQLite. This file relies on three internals of @prisma/adapter-better-sqlite3: that its
 * connection is the property `client`, that `startTransaction` runs a plain BEGIN, and that
 * a statement is prepared, bound and then run or read as arrays.
 * tests/core/database.test.ts reads the pragmas back and would notice a change.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { othersWait } from '../turns.ts';
import { lend } from './adapter.ts';
import { type Aside, createAside } from './aside.ts';
import { createCheckpoints } from './checkpoints.ts';
import { attachConnection } from './connection.ts';
import { applyMigrations, unlessNewer, watchForNewer } from './migrations.ts';
import { keepObjects, rememberStatements } from './objects.ts';
import { createQueue } from './queue.ts';
import { createSqliteConnection, giveWay } from './sqlite-connection.ts';
import { watchPlace } from './sqlite-file.ts';
import { createSnapshot, type Snapshot } from './sqlite-snapshot.ts';
import {
  BUSY_TIMEOUT_MS,
  begin,
  createTransactions,
  joinTransaction,
} from './sqlite-transactions.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

/** Below this version two writers can corrupt a WAL database (the WAL-reset defect). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
/** For how long a process waits for another one that migrates: a large newsroom takes minutes. */
const MIGRATION_WAIT_MS = 600_000;
/** How many compiled statements a connection keeps. */
const STATEMENTS_MAX = 500;

/** The pragmas of every connection; a WAL database forgets all but the first on restart. */
const PRAGMAS: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2,
  busy_timeout: BUSY_TIMEOUT_MS,
  foreign_keys: 1,
};

/** Opens connections that are set up as ours are. */
class Connections extends PrismaBetterSqlite3 {
  readonly #aside: Aside | undefined;

  /** @param aside given to connections that only read */
  constructor(path: string, aside?: Aside) {
    const readonly = aside !== undefined;
    super({ url: `file:${path}`, readonly }, { timestampFormat: 'iso8601' });
    this.#aside = aside;
  }

  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    return (await this.open()).adapter;
  }

  async open() {
    const adapter = await super.connect();
    const database = databaseOf(adapter);
    configure(database, this.#aside !== undefined);
    keepPlans(database);
    const reading = this.#aside && { aside: this.#aside, snapshot: createSnapshot(database) };
    const connection = createSqliteConnection(database, reading);
    compileOnce(database);
    takeTurns(adapter, database, reading?.snapshot);
    if (reading === undefined) beginImmediately(adapter, database);
    else adapter.startTransaction = async () => joinTransaction(adapter);
    return { adapter, database, connection, snapshot: reading?.snapshot };
  }
}

/** Opens, migrates and returns the database in the file at `path`, creating it if need be. */
export async function openSqlite(path: string, transactionTimeoutMs: number): Promise<Database> {
  prepareFolder(path);
  keepObjects();
  const isNewer = watchForNewer('sqlite');
  const writable = new Connections(path);
  try {
    await applyMigrations('sqlite', writable);
  } catch (error) {
    throw explain(error, path);
  }
  const writing = await writable.open();
  const requireInPlace = watchPlace(path);
  const checkpoints = createCheckpoints(writing, path);
  const aside = createAside(path);
  const reading = await new Connections(path, aside).open();
  const transactions = createTransactions(writing, {
    timeoutMs: transactionTimeoutMs,
    beforeCommit() {
      requireInPlace();
      reading.snapshot?.release();
    },
  });
  const read = new PrismaClient({ adapter: lend(reading.adapter) });
  attachConnection(read, reading.connection);
  const enqueue = createQueue();
  return {
    engine: 'sqlite',
    read,
    current: read,
    watch: read,
    async write<T>(work: (client: Client) => Promise<T>) {
      const result = await enqueue(() => transactions.run(unlessNewer(isNewer, work)));
      void enqueue(checkpoints.settle);
      return result;
    },
    async isOutdated() {
      requireInPlace();
      return isNewer(reading.connection);
    },
    close: () =>
      enqueue(async () => {
        // Only a connection that may write puts the log into the file as it closes last.
        await read.$disconnect();
        await checkpoints.close();
        await aside.close();
        reading.database.close();
        await transactions.close();
        writing.database.close();
      }),
  };
}

function databaseOf(adapter: SqlDriverAdapter): BetterSqlite3.Database {
  return (adapter as unknown as { client: BetterSqlite3.Database }).client;
}

function configure(database: BetterSqlite3.Database, readonly: boolean): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (isOlder(version, OLDEST_SAFE_SQLITE)) {
    throw new DatabaseUnusable(
      `SQLite ${version} can corrupt a database with two writers. Install a better-sqlite3 that brings ${OLDEST_SAFE_SQLITE.join('.')} or newer.`,
    );
  }
  for (const [name, value] of Object.entries(PRAGMAS)) {
    if (readonly && name === 'journal_mode') continue;
    database.pragma(`${name} = ${value}`);
    const actual = database.pragma(name, { simple: true });
    if (String(actual) !== String(value)) {
      throw new DatabaseUnusable(`SQLite kept ${name} at ${actual} instead of ${value}.`);
    }
  }
}

/**
 * SQLite plans by the value of a limit, and so compiles a statement again whenever one is bound,
 * be it the same: that takes longer than most statements. It doesn't look into a sum.
 */
function keepPlans(database: BetterSqlite3.Database): void {
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) =>
    prepare(sql.replaceAll('LIMIT ?', 'LIMIT 0 + ?'))) as typeof database.prepare;
}

/**
 * The adapter has SQLite compile every statement anew, which takes longer than running most.
 * Here those that come again are kept; what is bound to one is given to each run instead.
 */
function compileOnce(database: BetterSqlite3.Database): void {
  const prepare = database.prepare.bind(database);
  const statementOf = rememberStatements((sql) => prepare<unknown[]>(sql), STATEMENTS_MAX);
  database.prepare = ((sql: string) => {
    const statement = statementOf(sql);
    return {
      bind: (values: unknown[]) => ({
        reader: statement.reader,
        columns: () => statement.columns(),
        run: () => statement.run(...values),
        raw: () => ({ all: () => statement.raw().all(...values) }),
      }),
      run: () => statement.run(),
    };
  }) as unknown as typeof database.prepare;
}

/**
 * Lets transactions of the adapter's own, as that of migrations, take the write lock before the
 * adapter does anything: were its own BEGIN refused, it would keep its mutex for ever, and
 * nobody could write until a restart.
 */
function beginImmediately(adapter: SqlDriverAdapter, database: BetterSqlite3.Database): void {
  const prepare = database.prepare.bind(database);
  const begun = { run: () => undefined };
  database.prepare = ((sql: string) =>
    sql === 'BEGIN' ? begun : prepare(sql)) as typeof database.prepare;
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => {
    await begin(database, MIGRATION_WAIT_MS);
    const transaction = await start(level);
    takeTurns(transaction, database);
    return transaction;
  };
}

/** Lets Prisma's statements make room for others between them. */
function takeTurns(
  queryable: SqlQueryable,
  database: BetterSqlite3.Database,
  snapshot?: Snapshot,
): void {
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    const run = queryable[name].bind(queryable) as (query: never) => Promise<never>;
    queryable[name] = async (query: never) => {
      if (othersWait()) await giveWay(database, snapshot);
      snapshot?.hold();
      return run(query);
    };
  }
}

function isOlder(version: string, floor: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of floor.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}

function prepareFolder(path: string): void {
  try {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw explain(error, path);
  }
}

/** A start that fails says what to do; anything unknown keeps its own message. */
function explain(error: unknown, path: string): Error {
  if (error instanceof DatabaseUnusable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  // The schema engine knows SQLite's SQLITE_BUSY by this name only.
  const advice = /SocketTimeout|SQLITE_BUSY|database is locked/.test(reason)
    ? 'Another process is writing to it: end that one, then start again.'
    : /readonly|EACCES|EROFS|unable to open|EPERM|ENOTDIR|EISDIR/i.test(reason)
      ? 'Make the file and its folder writable for this user, or set DATABASE_URL to another file.'
      : /not a database|malformed/i.test(reason)
        ? 'The file is not a SQLite database or is damaged: restore a backup, or set DATABASE_URL to another file.'
        : 'Set DATABASE_URL to another file, or restore a backup.';
  return new DatabaseUnusable(`The database ${path} can't be opened: ${reason}. ${advice}`, {
    cause: error,
  });
}
