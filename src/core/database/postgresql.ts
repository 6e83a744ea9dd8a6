import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import { attachConnection, type Connection } from './connection.ts';
import { applyMigrations } from './migrations.ts';
import { createPostgresqlConnection } from './postgresql-connection.ts';
import { createQueue } from './queue.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

const TRANSACTION_TIMEOUT_MS = 60_000;
const POOL_SIZE = 10;
/** The key of the advisory lock that puts the writers of all processes in line. */
const WRITER_LOCK = 7_411_903;

/** Pools whose transactions, of which there is one at a time, can be used without Prisma. */
class Connections extends PrismaPg {
  /** The transaction that was begun last. */
  transaction: Transaction | undefined;
  #pool: Connection | undefined;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    this.#pool = createPostgresqlConnection(adapter);
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      this.transaction = await start(level);
      return this.transaction;
    };
    return adapter;
  }

  /** Statements that are each a transaction of their own. */
  get pool(): Connection {
    if (this.#pool === undefined) throw new Error('The database is not open.');
    return this.#pool;
  }
}

/** Opens, migrates and returns a PostgreSQL database. Reads go to the replica if one is named. */
export async function openPostgresql(url: string, replicaUrl?: string): Promise<Database> {
  const primary = pool(url);
  try {
    await applyMigrations('postgresql', primary);
  } catch (error) {
    throw explain(error, url);
  }
  const writer = client(primary);
  const readable = replicaUrl === undefined ? primary : pool(replicaUrl);
  const read = readable === primary ? writer : client(readable);
  await read.$connect();
  attachConnection(read, readable.pool);
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
            attachConnection(
              transaction,
              createPostgresqlConnection(primary.transaction as Transaction),
            );
            return work(transaction);
          },
          { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS },
        ),
      ),
    async close() {
      await enqueue(async () => undefined);
      await writer.$disconnect();
      if (read !== writer) await read.$disconnect();
    },
  };
}

function pool(connectionString: string): Connections {
  return new Connections({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: 10_000,
    // The adapter writes times without their zone, so that a session must be in UTC.
    options: '-c TimeZone=UTC',
  });
}

/**
 * Both clients are generated from the same models, so their methods are the same; only
 * the names that TypeScript gives their types differ.
 */
function client(adapter: Connections): PrismaClient {
  return new PostgresqlClient({ adapter }) as unknown as PrismaClient;
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
