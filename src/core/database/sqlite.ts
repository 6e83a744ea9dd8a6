/**
 * SQLite. This file relies on two internals of @prisma/adapter-better-sqlite3: that its
 * connection is the property `client`, and that `startTransaction` runs a plain BEGIN.
 * tests/core/database.test.ts reads the pragmas back and would notice a change.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { applyMigrations } from './migrations.ts';
import { createQueue } from './queue.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

/** Below this version two writers can corrupt a WAL database (the WAL-reset defect). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;
const BUSY_TIMEOUT_MS = 5_000;
/** How long to wait before asking again for the write lock. */
const BEGIN_AGAIN_MS = 5;
const TRANSACTION_TIMEOUT_MS = 60_000;
/** For how long statements may follow each other before other requests get their turn. */
const TURN_MS = 10;

/** The pragmas of every connection; a WAL database forgets all but the first on restart. */
const PRAGMAS: Readonly<Record<string, string | number>> = {
  journal_mode: 'wal',
  synchronous: 2,
  busy_timeout: BUSY_TIMEOUT_MS,
  foreign_keys: 1,
};

class Connections extends PrismaBetterSqlite3 {
  readonly #readonly: boolean;

  constructor(path: string, options: { readonly: boolean }) {
    super({ url: `file:${path}`, readonly: options.readonly }, { timestampFormat: 'iso8601' });
    this.#readonly = options.readonly;
  }

  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const adapter = await super.connect();
    const connection = connectionOf(adapter);
    configure(connection, this.#readonly);
    beginImmediately(adapter, connection);
    takeTurns(adapter);
    return adapter;
  }
}

/** Opens, migrates and returns the database in the file at `path`, creating it if need be. */
export async function openSqlite(path: string): Promise<Database> {
  prepareFolder(path);
  const writable = new Connections(path, { readonly: false });
  try {
    await applyMigrations('sqlite', writable);
  } catch (error) {
    throw explain(error, path);
  }
  const writer = new PrismaClient({ adapter: writable });
  const read = new PrismaClient({ adapter: new Connections(path, { readonly: true }) });
  const enqueue = createQueue();
  return {
    engine: 'sqlite',
    read,
    write: <T>(work: (client: Client) => Promise<T>) =>
      enqueue(() =>
        writer.$transaction(work, {
          timeout: TRANSACTION_TIMEOUT_MS,
          maxWait: TRANSACTION_TIMEOUT_MS,
        }),
      ),
    async close() {
      await enqueue(() => writer.$disconnect());
      await read.$disconnect();
    },
  };
}

function connectionOf(adapter: SqlDriverAdapter): BetterSqlite3.Database {
  return (adapter as unknown as { client: BetterSqlite3.Database }).client;
}

function configure(connection: BetterSqlite3.Database, readonly: boolean): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  if (isOlder(version, OLDEST_SAFE_SQLITE)) {
    throw new DatabaseUnusable(
      `SQLite ${version} can corrupt a database with two writers. Install a better-sqlite3 that brings ${OLDEST_SAFE_SQLITE.join('.')} or newer.`,
    );
  }
  for (const [name, value] of Object.entries(PRAGMAS)) {
    if (readonly && name === 'journal_mode') continue;
    connection.pragma(`${name} = ${value}`);
    const actual = connection.pragma(name, { simple: true });
    if (String(actual) !== String(value)) {
      throw new DatabaseUnusable(`SQLite kept ${name} at ${actual} instead of ${value}.`);
    }
  }
}

/**
 * A deferred transaction that reads first can fail at its first write; ours take the write
 * lock as they begin. They do so before the adapter does anything: were its own BEGIN
 * refused, it would keep its mutex for ever, and nobody could write until a restart.
 *
 * While another process writes, this one asks again and again instead of waiting inside
 * SQLite, which would hold up every other request.
 */
function beginImmediately(adapter: SqlDriverAdapter, connection: BetterSqlite3.Database): void {
  const prepare = connection.prepare.bind(connection);
  const begun = { run: () => undefined };
  connection.prepare = ((sql: string) =>
    sql === 'BEGIN' ? begun : prepare(sql)) as typeof connection.prepare;
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => {
    const deadline = performance.now() + BUSY_TIMEOUT_MS;
    while (!tryToBegin(connection, performance.now() >= deadline)) await sleep(BEGIN_AGAIN_MS);
    const transaction = await start(level);
    takeTurns(transaction);
    return transaction;
  };
}

let turnBeganAt = 0;

/**
 * An embedded database answers at once, and what waits for it goes on at once: a long
 * transaction would be one long turn of the event loop. Between its statements others come
 * to their turn, as they do with a database that has to be waited for.
 */
function takeTurns(queryable: SqlQueryable): void {
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    const run = queryable[name].bind(queryable) as (query: never) => Promise<never>;
    queryable[name] = async (query: never) => {
      if (performance.now() - turnBeganAt > TURN_MS) {
        await setImmediate();
        turnBeganAt = performance.now();
      }
      return run(query);
    };
  }
}

/** @returns false when another process writes; @throws on the last try, and for anything else */
function tryToBegin(connection: BetterSqlite3.Database, isLast: boolean): boolean {
  connection.pragma('busy_timeout = 0');
  try {
    connection.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isLast || (error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return false;
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
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
  const advice = /readonly|EACCES|EROFS|unable to open|EPERM|ENOTDIR|EISDIR/i.test(reason)
    ? 'Make the file and its folder writable for this user, or set DATABASE_URL to another file.'
    : /not a database|malformed/i.test(reason)
      ? 'The file is not a SQLite database or is damaged: restore a backup, or set DATABASE_URL to another file.'
      : 'Set DATABASE_URL to another file, or restore a backup.';
  return new DatabaseUnusable(`The database ${path} can't be opened: ${reason}. ${advice}`, {
    cause: error,
  });
}
