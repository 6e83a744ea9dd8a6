import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import { applyMigrations } from './migrations.ts';
import { createQueue } from './queue.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

const TRANSACTION_TIMEOUT_MS = 60_000;
const POOL_SIZE = 10;
/** The key of the advisory lock that puts the writers of all processes in line. */
const WRITER_LOCK = 7_411_903;

/** Opens, migrates and returns a PostgreSQL database. Reads go to the replica if one is named. */
export async function openPostgresql(url: string, replicaUrl?: string): Promise<Database> {
  const primary = pool(url);
  try {
    await applyMigrations('postgresql', primary);
  } catch (error) {
    throw explain(error, url);
  }
  const writer = client(primary);
  const read = replicaUrl === undefined ? writer : client(pool(replicaUrl));
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

function pool(connectionString: string): PrismaPg {
  return new PrismaPg({
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
function client(adapter: PrismaPg): PrismaClient {
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
