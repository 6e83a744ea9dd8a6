import { resolve } from 'node:path';
import type { Database } from './types.ts';

export interface DatabaseOptions {
  /** `file:path/to.db` or `postgresql://…`. */
  databaseUrl: string;
  /** A PostgreSQL replica that reads go to. */
  databaseReplicaUrl?: string | undefined;
}

/** Opens the database that the settings name and brings it to this version's schema. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, databaseReplicaUrl } = options;
  // Only the engine that is used is loaded: each brings a client of a few megabytes.
  if (databaseUrl.startsWith('file:')) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(resolve(databaseUrl.slice('file:'.length)));
  }
  const { openPostgresql } = await import('./postgresql.ts');
  return openPostgresql(databaseUrl, databaseReplicaUrl);
}
