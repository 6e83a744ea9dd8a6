import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import { lend } from './adapter.ts';
import { attachConnection, type Connection } from './connection.ts';
import { applyMigrations } from './migrations.ts';
import { createPostgresqlConnection } from './postgresql-connection.ts';
import { createQueue } from './queue.ts';
import { hasEnded, tookTooLong, WRITER_LOCK } from './transaction.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

const POOL_SIZE = 10;
const ENDS_TRANSACTION = /^(?:COMMIT|ROLLBACK)$/;

interface Pool {
  adapter: SqlDriverAdapter;
  close(): Promise<void>;
  /** Statements that are each a transaction of their own. */
  connection: Connection;
  /** The transaction that was begun last; of those that write there is one at a time. */
  transaction(): Transaction;
}

/** Opens, migrates and returns a PostgreSQL database. Reads go to the replica if one is named. */
export async function openPostgresql(
  url: string,
  replicaUrl: string | undefined,
  transactionTimeoutMs: number,
): Promise<Database> {
  try {
    await applyMigrations('postgresql', poolFactory(url));
  } catch (error) {
    throw explain(error, url);
  }
  const primary = await openPool(url);
  const replica = replicaUrl === undefined ? null : await openPool(replicaUrl);
  const writer = client(primary);
  const read = replica === null ? writer : client(replica);
  attachConnection(read, (replica ?? primary).connection);
  // Writers of this process wait here and not in the pool, whose connections reads need.
  const enqueue = createQueue();
  return {
    engine: 'postgresql',
    read,
    write: <T>(work: (client: Client) => Promise<T>) =>
      enqueue(() =>
        writer.$transaction(
          async (transaction) => {
            // As on SQLite one writes at a time: what a transaction has read stays true until
            // it commits, so that no check of a version, a slug or a name can be overtaken.
            await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${WRITER_LOCK}::bigint)`;
            attachConnection(transaction, createPostgresqlConnection(primary.transaction()));
            return inTime(work(transaction), transactionTimeoutMs);
          },
          { timeout: transactionTimeoutMs, maxWait: transactionTimeoutMs },
        ),
      ),
    async close() {
      await enqueue(async () => undefined);
      await writer.$disconnect();
      await primary.close();
      if (replica === null) return;
      await read.$disconnect();
      await replica.close();
    },
  };
}

function poolFactory(connectionString: string): PrismaPg {
  return new PrismaPg({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    // The adapter writes times without their zone, so that a session must be in UTC.
    options: '-c TimeZone=UTC',
  });
}

async function openPool(url: string): Promise<Pool> {
  const adapter = await poolFactory(url).connect();
  const close = adapter.dispose.bind(adapter);
  const start = adapter.startTransaction.bind(adapter);
  let begun: Transaction | undefined;
  adapter.startTransaction = async (level) => {
    begun = refuseOnceEnded(await start(level));
    return begun;
  };
  return {
    adapter,
    close,
    connection: createPostgresqlConnection(adapter),
    transaction() {
      if (begun === undefined) throw new Error('No transaction was begun.');
      return begun;
    },
  };
}

/** Prisma ends a transaction that takes too long, but goes on waiting for what runs in it. */
async function inTime<T>(working: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What is asked of a transaction that Prisma has ended, as one that took too long, would be run
 * by its connection all the same, alone or within the transaction that has it next.
 */
function refuseOnceEnded(transaction: Transaction): Transaction {
  let ended = false;
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    const run = transaction[name].bind(transaction) as (query: { sql: string }) => Promise<never>;
    transaction[name] = async (query: { sql: string }) => {
      if (ended) throw hasEnded();
      ended = ENDS_TRANSACTION.test(query.sql);
      return run(query);
    };
  }
  return transaction;
}

/**
 * Both clients are generated from the same models, so their methods are the same; only
 * the names that TypeScript gives their types differ.
 */
function client({ adapter }: Pool): PrismaClient {
  return new PostgresqlClient({ adapter: lend(adapter) }) as unknown as PrismaClient;
}

function explain(error: unknown, url: string): Error {
  if (error instanceof DatabaseUnusable) return error;
  const { host, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseUnusable(
    `PostgreSQL at ${host}${pathname} can't be used: ${reason}. Check that the server runs and that DATABASE_URL names a database this user may create tables in.`,
    { cause: error },
  );
}
