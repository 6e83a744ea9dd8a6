import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import { applyMigrations } from './migrations.ts';
import { type Client, type Database, DatabaseUnusable } from './types.ts';

const TRANSACTION_TIMEOUT_MS = 60_000;
const POOL_SIZE = 10;

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
  return {
    engine: 'postgresql',
    read,
    write: <T>(work: (client: Client) => Promise<T>) =>
      writer.$transaction(work, {
        timeout: TRANSACTION_TIMEOUT_MS,
        maxWait: TRANSACTION_TIMEOUT_MS,
      }),
    async close() {
      await writer.$disconnect();
      if (read !== writer) await read.$disconnect();
    },
  };
}

function pool(connectionString: string): PrismaPg {
  return new PrismaPg({ connectionString, max: POOL_SIZE, connectionTimeoutMillis: 10_000 });
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
