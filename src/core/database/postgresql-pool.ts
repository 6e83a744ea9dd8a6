/**
 * Connections to PostgreSQL. A server that is gone without a word would be waited for as long as
 * TCP tries, a quarter of an hour; and it would keep the locks of a client that is gone for two.
 */
import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils';
import type { Connection } from './connection.ts';
import { asAway } from './postgresql-away.ts';
import { createPostgresqlConnection } from './postgresql-connection.ts';
import { hasEnded } from './transaction.ts';
import { CommitUnknown, DatabaseAway } from './types.ts';

const CONNECT_MS = 10_000;
const ENDS_TRANSACTION = /^(?:COMMIT|ROLLBACK)$/;

/** What a connection may take; as long as it needs where nothing is said. */
export interface Limits {
  connectionsMax?: number;
  /** PostgreSQL ends a statement that takes longer. */
  statementMs?: number;
  /** It ends a transaction that asks for nothing for so long: its process is dead or frozen. */
  idleMs?: number;
  /** It ends one that waits for a lock for longer. */
  lockMs?: number;
  /** A connection on which nothing comes and goes for so long is given up. */
  silenceMs?: number;
}

export interface Pool {
  adapter: SqlDriverAdapter;
  close(): Promise<void>;
  /** Statements that are each a transaction of their own. */
  connection: Connection;
  /** The transaction that was begun last; of those that write there is one at a time. */
  transaction(): Transaction;
}

export function poolFactory(connectionString: string, limits: Limits = {}): PrismaPg {
  const { connectionsMax = 1, statementMs = 0, idleMs = 0, lockMs = 0, silenceMs = 0 } = limits;
  const settings = {
    // The adapter writes times without their zone, so that a session must be in UTC.
    TimeZone: 'UTC',
    // Who has waited for the writers' lock must see what those before wrote. (The space is escaped.)
    default_transaction_isolation: 'read\\ committed',
    idle_in_transaction_session_timeout: idleMs,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
  };
  return new PrismaPg({
    connectionString,
    max: connectionsMax,
    // One stays: there may be no room for another one when it is needed.
    min: 1,
    connectionTimeoutMillis: Math.min(CONNECT_MS, silenceMs || CONNECT_MS),
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    stream: () => createSocket(silenceMs),
  });
}

/** @param silenceMs 0 for one that may be silent for ever */
function createSocket(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silenceMs, () =>
    socket.destroy(new DatabaseAway(`PostgreSQL was silent for ${silenceMs} ms.`)),
  );
}

export async function openPool(url: string, limits: Limits): Promise<Pool> {
  const adapter = tellAway(await poolFactory(url, limits).connect());
  const close = adapter.dispose.bind(adapter);
  const start = adapter.startTransaction.bind(adapter);
  let begun: Transaction | undefined;
  adapter.startTransaction = async (level) => {
    const transaction = await start(level).catch((error: unknown) => {
      throw asAway(error);
    });
    begun = refuseOnceEnded(tellAway(transaction));
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

type Run = (query: { sql: string }) => Promise<never>;

/** Puts something around each statement. */
function around<T extends SqlQueryable>(queryable: T, put: (run: Run) => Run): T {
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    queryable[name] = put(queryable[name].bind(queryable) as Run);
  }
  return queryable;
}

function tellAway<T extends SqlQueryable>(queryable: T): T {
  return around(queryable, (run) => async (query) => {
    try {
      return await run(query);
    } catch (error) {
      const told = asAway(error);
      // What was sent may have arrived, though no answer came.
      if (query.sql === 'COMMIT' && told instanceof DatabaseAway) throw new CommitUnknown(told);
      throw told;
    }
  });
}

/**
 * What is asked of a transaction that Prisma has ended, as one that took too long, would be run
 * by its connection all the same, alone or within the transaction that has it next.
 */
function refuseOnceEnded(transaction: Transaction): Transaction {
  let ended = false;
  return around(transaction, (run) => async (query) => {
    if (ended) throw hasEnded();
    ended = ENDS_TRANSACTION.test(query.sql);
    return run(query);
  });
}
