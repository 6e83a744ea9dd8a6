import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaClient as PostgresqlClient } from '../../generated/postgresql/client.ts';
import { Prisma, type PrismaClient } from '../../generated/sqlite/client.ts';
import { lend } from './adapter.ts';
import { attachConnection } from './connection.ts';
import { applyMigrations, isMigrated, unlessNewer, watchForNewer } from './migrations.ts';
import { createPostgresqlConnection } from './postgresql-connection.ts';
import { openPool, type Pool, poolFactory } from './postgresql-pool.ts';
import { countTurns, type Turns } from './postgresql-turns.ts';
import { createQueue } from './queue.ts';
import { tookTooLong } from './transaction.ts';
import {
  type Client,
  CommitUnknown,
  type Database,
  DatabaseAway,
  DatabaseUnusable,
} from './types.ts';

/** With the one that writes and the one that watches a process has ten connections. */
const READERS = 8;
/** Where a replica is read, so many read what it may not have yet: for the desk. */
const DESK_READERS = 4;
/** For how long a start waits until a replica has this version’s schema. */
const REPLICA_MS = 60_000;
/** A transaction that asks for nothing for longer has no process any more, or a frozen one. */
const IDLE_MS = 30_000;
/** For how long others may hold what a writer needs; then its client is told to come again. */
const LOCK_MS = 10_000;
/** The network may take so long on top of what PostgreSQL may take. */
const NETWORK_MS = 5_000;
/** What is asked of the connection that watches is answered in a moment, or it is made anew. */
const WATCH_SILENCE_MS = 2_000;
const ASK_AGAIN_MS = 100;
const ANYTHING = Prisma.sql`SELECT 1`;

export interface PostgresqlOptions {
  url: string;
  replicaUrl: string | undefined;
  transactionTimeoutMs: number;
  readTimeoutMs: number | undefined;
}

/** Opens, migrates and returns a PostgreSQL database. The wire is read from the replica if there is one. */
export async function openPostgresql(options: PostgresqlOptions): Promise<Database> {
  const { url, transactionTimeoutMs } = options;
  const isNewer = watchForNewer('postgresql');
  try {
    await applyMigrations('postgresql', poolFactory(url, { idleMs: IDLE_MS }));
  } catch (error) {
    throw explain(error, url);
  }
  if (options.replicaUrl !== undefined) await waitForReplica(options.replicaUrl);
  const { writing, reading, own, watching, close } = await openPools(options);
  const writer = client(writing);
  const [read, watch] = [client(reading), client(watching)];
  const current = own === reading ? read : client(own);
  // Writers of this process wait here and not for a connection, which would be for less long.
  const enqueue = createQueue();
  const turns = countTurns();
  let gaveUpAt = 0;
  return {
    engine: 'postgresql',
    read,
    current,
    watch,
    write<T>(work: (client: Client) => Promise<T>) {
      const askedAt = performance.now();
      return enqueue(async () => {
        // Who stood in line behind one that waited in vain has waited for as long.
        if (askedAt < gaveUpAt) throw new DatabaseAway('Others waited in vain to write.');
        const begunAt = performance.now();
        try {
          return await writeOnce(
            { writer, pool: writing, turns, timeoutMs: transactionTimeoutMs },
            unlessNewer(isNewer, work),
          );
        } catch (error) {
          const now = performance.now();
          if (error instanceof DatabaseAway && now - begunAt >= LOCK_MS) gaveUpAt = now;
          throw error;
        }
      });
    },
    isOutdated: () => isNewer(watching.connection),
    async close() {
      // What is left behind where the database is away is one row.
      await enqueue(() => turns.forget(writing.connection)).catch(() => undefined);
      await Promise.all(
        [...new Set([writer, read, current, watch])].map((one) => one.$disconnect()),
      );
      await close();
    },
  };
}

/**
 * What was migrated reaches a replica when it does; so does a database that was just created.
 *
 * @throws DatabaseUnusable when it does not within a minute, or has a schema that is not ours
 */
async function waitForReplica(url: string): Promise<void> {
  const adapter = await poolFactory(url).connect();
  const deadline = performance.now() + REPLICA_MS;
  try {
    for (;;) {
      const failed = await isMigrated('postgresql', adapter).then(
        (is) => (is ? null : new Error('it has not come to this version’s schema')),
        (error: unknown) => error,
      );
      if (failed === null) return;
      if (failed instanceof DatabaseUnusable || performance.now() > deadline)
        throw explain(failed, url, 'Check that it follows the server of DATABASE_URL.');
      await sleep(ASK_AGAIN_MS);
    }
  } finally {
    await adapter.dispose();
  }
}

/** One connection of each pool is open: where there is no room for them, nobody starts. */
async function openPools(options: PostgresqlOptions) {
  const { url, replicaUrl = url, transactionTimeoutMs, readTimeoutMs } = options;
  const writing = await openPool(url, {
    statementMs: transactionTimeoutMs,
    idleMs: Math.min(IDLE_MS, transactionTimeoutMs),
    lockMs: LOCK_MS,
    silenceMs: transactionTimeoutMs + NETWORK_MS,
  });
  const limits =
    readTimeoutMs === undefined
      ? {}
      : { statementMs: readTimeoutMs, silenceMs: readTimeoutMs + NETWORK_MS };
  const reading = await openPool(replicaUrl, { connectionsMax: READERS, ...limits });
  const own =
    replicaUrl === url ? reading : await openPool(url, { connectionsMax: DESK_READERS, ...limits });
  const watching = await openPool(replicaUrl, { silenceMs: WATCH_SILENCE_MS });
  const pools = [...new Set([writing, reading, own, watching])];
  const close = () => Promise.all(pools.map((pool) => pool.close()));
  try {
    await writing.connection.column(ANYTHING);
    await Promise.all(pools.map(({ connection }) => connection.column(ANYTHING)));
  } catch (error) {
    await close();
    throw explain(error, url);
  }
  return { writing, reading, own, watching, close };
}

interface Writing {
  writer: PrismaClient;
  /** Of one connection. */
  pool: Pool;
  turns: Turns;
  timeoutMs: number;
}

/** @throws DatabaseAway when nothing was kept, CommitUnknown when nobody knows */
async function writeOnce<T>(
  { writer, pool, turns, timeoutMs }: Writing,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  const all = async (transaction: Client) => {
    const connection = createPostgresqlConnection(pool.transaction());
    await turns.take(connection);
    attachConnection(transaction, connection);
    result = await inTime(work(transaction), timeoutMs);
  };
  try {
    await writer.$transaction(all, { timeout: timeoutMs, maxWait: timeoutMs });
  } catch (error) {
    if (!(error instanceof CommitUnknown)) throw error;
    const wasKept = await turns.wasKept(pool.connection);
    if (wasKept === null) throw error;
    if (!wasKept) throw error.cause;
  }
  return result as T;
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
 * Both clients are generated from the same models, so their methods are the same; only
 * the names that TypeScript gives their types differ.
 */
function client({ adapter, connection }: Pool): PrismaClient {
  const made = new PostgresqlClient({ adapter: lend(adapter) }) as unknown as PrismaClient;
  attachConnection(made, connection);
  return made;
}

function explain(
  error: unknown,
  url: string,
  otherwise = 'Check that the server runs and that DATABASE_URL names a database this user may create tables in.',
): Error {
  if (error instanceof DatabaseUnusable) return error;
  const { host, pathname } = new URL(url);
  const away = error instanceof DatabaseAway ? error.cause : error;
  const reason = away instanceof Error ? away.message : String(away);
  const advice = reason.includes('TooManyConnections')
    ? `All of its connections are taken: raise max_connections, or let fewer processes serve. Each takes ${READERS + 2} at most.`
    : otherwise;
  return new DatabaseUnusable(
    `PostgreSQL at ${host}${pathname} can't be used: ${reason}. ${advice}`,
    { cause: error },
  );
}
