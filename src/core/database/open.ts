import { setFlagsFromString } from 'node:v8';
import { sqliteFile } from './sqlite-file.ts';
import { TRANSACTION_TIMEOUT_MS } from './transaction.ts';
import type { Database } from './types.ts';

export interface DatabaseOptions {
  /** `file:path/to.db` or `postgresql://…`. */
  databaseUrl: string;
  /** A PostgreSQL replica that the wire is read from. */
  databaseReplicaUrl?: string | undefined;
  /** How long a transaction may take before it is rolled back; a minute if not given. */
  transactionTimeoutMs?: number;
  /** How long PostgreSQL may take to read what one statement asks for; as it needs if not given. */
  readTimeoutMs?: number;
}

/**
 * V8 compiles Prisma's query compiler (WebAssembly) once more, optimised, as soon as it was
 * used a little. At a start that takes half a second of processor time and 70 MB, and makes
 * queries no faster that can be measured: it is put off until much more work was done.
 * To be set before the first module is loaded.
 */
setFlagsFromString('--wasm-tiering-budget=100000000');

/** Opens the database that the settings name and brings it to this version's schema. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, databaseReplicaUrl } = options;
  const { transactionTimeoutMs = TRANSACTION_TIMEOUT_MS, readTimeoutMs } = options;
  // Only the engine that is used is loaded: each brings a client of a few megabytes.
  const file = sqliteFile(databaseUrl);
  if (file !== null) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(file, transactionTimeoutMs);
  }
  const { openPostgresql } = await import('./postgresql.ts');
  return openPostgresql({
    url: databaseUrl,
    replicaUrl: databaseReplicaUrl,
    transactionTimeoutMs,
    readTimeoutMs,
  });
}
