import { resolve } from 'node:path';
import { openPostgresql } from './postgresql.ts';
import { openSqlite } from './sqlite.ts';
import type { Database } from './types.ts';

export interface DatabaseOptions {
  /** `file:path/to.db` or `postgresql://…`. */
  databaseUrl: string;
  /** A PostgreSQL replica that reads go to. */
  databaseReplicaUrl?: string | undefined;
}

/** Opens the database that the settings name and brings it to this version's schema. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl.startsWith('file:')
    ? openSqlite(resolve(options.databaseUrl.slice('file:'.length)))
    : openPostgresql(options.databaseUrl, options.databaseReplicaUrl);
}
