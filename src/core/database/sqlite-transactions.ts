/**
 * Transactions on the connection that writes, begun and ended here: those of Prisma's client
 * take as long as a dozen statements. What Prisma is asked inside of one is asked on the same
 * connection and so is a part of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { nextTurn, othersWait } from '../turns.ts';
import { lend } from './adapter.ts';
import { attachConnection, type Connection } from './connection.ts';
import { giveWay } from './sqlite-connection.ts';
import { hasEnded, tookTooLong } from './transaction.ts';
import { type Client, CommitUnknown } from './types.ts';

export const BUSY_TIMEOUT_MS = 5_000;
/** How long to wait before asking again for the write lock. */
const BEGIN_AGAIN_MS = 5;

interface Writing {
  adapter: SqlDriverAdapter;
  database: BetterSqlite3.Database;
  connection: Connection;
}

export interface Transactions {
  /** Runs a function in a transaction; the one before must have ended. */
  run<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface TransactionOptions {
  timeoutMs: number;
  /** Lets go of what was read of the database as it was. */
  beforeCommit(): void;
}

export function createTransactions(
  { adapter, database, connection }: Writing,
  { timeoutMs, beforeCommit }: TransactionOptions,
): Transactions {
  adapter.startTransaction = async () => joinTransaction(adapter);
  refuseOutside(adapter, database);
  // A client takes a while to make, and most transactions ask Prisma nothing.
  let prisma: PrismaClient | undefined;
  const getPrisma = () => {
    prisma ??= new PrismaClient({ adapter: lend(adapter) });
    return prisma;
  };
  const refuse = async () => {
    throw hasEnded();
  };
  const asking = { query: refuse, column: refuse, queryAside: refuse, insert: refuse };
  const refusing = { ...connection, ...asking };
  let breakOff = () => {};
  const timer = setTimeout(() => breakOff(), timeoutMs).unref();
  return {
    async run(work) {
      await begin(database);
      const { client, end } = lendClient(getPrisma, connection, refusing);
      const late = new Promise<never>((_, reject) => {
        breakOff = () => {
          if (end()) return;
          rollBack(database);
          // Statements that gave way find no transaction in the next turn, before another begins.
          void nextTurn().then(() => reject(tookTooLong(timeoutMs)));
        };
      });
      timer.refresh();
      try {
        const result = await Promise.race([work(client), late]);
        if (othersWait()) await giveWay(database);
        end();
        beforeCommit();
        commit(database);
        return result;
      } catch (error) {
        rollBack(database);
        throw error;
      } finally {
        end();
      }
    },
    close: async () => prisma?.$disconnect(),
  };
}

/**
 * Where a sync fails SQLite undoes the transaction, but the log may hold all of it: a process that
 * finds it after a crash, and before anybody else wrote, takes it for kept.
 *
 * @throws CommitUnknown
 */
function commit(database: BetterSqlite3.Database): void {
  try {
    database.exec('COMMIT');
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw code === 'SQLITE_IOERR_FSYNC' ? new CommitUnknown(error) : error;
  }
}

function rollBack(database: BetterSqlite3.Database): void {
  // SQLite has done so already when the disk is full, for example.
  if (database.inTransaction) database.exec('ROLLBACK');
}

/**
 * A client for one transaction, which nothing can be asked for once that has ended.
 *
 * @param refusing what its statements are given to then
 * @returns the client, and what ends it and tells whether that was done before
 */
function lendClient(getPrisma: () => PrismaClient, connection: Connection, refusing: Connection) {
  let ended = false;
  const client = new Proxy({} as PrismaClient, {
    get(_, name) {
      if (ended) throw hasEnded();
      const prisma = getPrisma();
      const member: unknown = Reflect.get(prisma, name);
      return typeof member === 'function' ? member.bind(prisma) : member;
    },
  });
  attachConnection(client, connection);
  const end = () => {
    const before = ended;
    ended = true;
    attachConnection(client, refusing);
    return before;
  };
  return { client, end };
}

/** A query of Prisma may have further statements, which go on when its transaction has ended. */
function refuseOutside(adapter: SqlDriverAdapter, database: BetterSqlite3.Database): void {
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    const run = adapter[name].bind(adapter) as (query: never) => Promise<never>;
    adapter[name] = async (query: never) => {
      if (!database.inTransaction) throw hasEnded();
      return run(query);
    };
  }
}

/** What Prisma takes for a transaction of its own is a part of the one that is open, or of its turn's. */
export function joinTransaction(adapter: SqlDriverAdapter): Transaction {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: async () => undefined,
    rollback: async () => undefined,
  };
}

/**
 * A deferred transaction that reads first can fail at its first write; ours take the write
 * lock as they begin. While another process writes, this one asks again and again instead of
 * waiting inside SQLite, which would hold up every other request.
 */
export async function begin(
  database: BetterSqlite3.Database,
  waitMs = BUSY_TIMEOUT_MS,
): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (!tryToBegin(database, performance.now() >= deadline)) await sleep(BEGIN_AGAIN_MS);
}

/** @returns false when another process writes; @throws on the last try, and for anything else */
function tryToBegin(database: BetterSqlite3.Database, isLast: boolean): boolean {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isLast || (error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
    return false;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}
