/**
 * The transaction of all migrations that are pending. Prisma's engine keeps what each of its
 * statements did: where it broke off, a part of a migration stayed, and nobody could go on.
 */
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { WRITER_LOCK } from './transaction.ts';

/** What a script of SQLite has for a transaction of its own. */
const OWN_TRANSACTION = /^(?:PRAGMA foreign_keys=(?:ON|OFF)|BEGIN|COMMIT);$/gm;

/**
 * Runs a function in a transaction in which nobody else writes.
 *
 * @param work is given the connection as it is within the transaction
 */
export async function inMigration(
  connection: SqlDriverAdapter,
  work: (lent: SqlDriverAdapter) => Promise<void>,
): Promise<void> {
  const isSqlite = connection.provider === 'sqlite';
  // Rows that refer to a table would go with it when it is made anew; SQLite ignores this later.
  if (isSqlite) await run(connection, 'PRAGMA foreign_keys=OFF');
  const transaction = await connection.startTransaction();
  const lent = isSqlite ? withinSqlite(connection) : withinPostgresql(connection, transaction);
  let reason: unknown;
  const { executeScript } = lent;
  lent.executeScript = async (script) => {
    try {
      await executeScript(script);
    } catch (error) {
      reason = error;
      throw error;
    }
  };
  try {
    if (!isSqlite) await run(transaction, `SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
    await work(lent);
    await run(transaction, 'COMMIT');
    await transaction.commit();
  } catch (error) {
    await run(transaction, 'ROLLBACK');
    await transaction.rollback();
    // The engine goes on, and tells what PostgreSQL refuses then.
    throw reason ?? error;
  }
}

/** Prisma's engine is given what is open already, and closes nothing. */
export function lendToEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  lent: SqlDriverAdapter,
): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = factory;
  const connectToShadowDb = () => factory.connectToShadowDb();
  return { provider, adapterName, connect: async () => lent, connectToShadowDb };
}

/** All statements of a connection are a part of its transaction. */
function withinSqlite(connection: SqlDriverAdapter): SqlDriverAdapter {
  return within(connection, connection, (script) =>
    connection.executeScript(script.replace(OWN_TRANSACTION, '')),
  );
}

function withinPostgresql(connection: SqlDriverAdapter, transaction: Transaction) {
  return within(connection, transaction, (script) => run(transaction, script));
}

function within(
  connection: SqlDriverAdapter,
  asked: Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw'>,
  executeScript: (script: string) => Promise<void>,
): SqlDriverAdapter {
  const { provider, adapterName } = connection;
  return {
    provider,
    adapterName,
    queryRaw: (query) => asked.queryRaw(query),
    executeRaw: (query) => asked.executeRaw(query),
    executeScript,
    startTransaction: () => Promise.reject(new Error('This is within a transaction.')),
    getConnectionInfo: () => connection.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: async () => undefined,
  };
}

async function run(asked: Pick<SqlDriverAdapter, 'executeRaw'>, sql: string): Promise<void> {
  await asked.executeRaw({ sql, args: [], argTypes: [] });
}
