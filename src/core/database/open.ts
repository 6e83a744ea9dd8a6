import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Database, DatabaseUnusable } from './types.ts';

export interface DatabaseOptions {
  /** `file:path/to.db` or `postgresql://…`. */
  databaseUrl: string;
  /** A PostgreSQL replica that reads go to. */
  databaseReplicaUrl?: string | undefined;
}

/**
 * V8 compiles Prisma's query compiler (WebAssembly) once more, optimised, as soon as it was
 * used a little. At a start that takes half a second of processor time and 70 MB, and makes
 * queries no faster that can be measured: it is put off until much more work was done.
 * To be set before the first module is loaded.
 */
setFlagsFromString('--wasm-tiering-budget=100000000');

const FILE = 'file:';

/** @throws DatabaseUnusable when the settings name a file that isn't there */
export function requireDatabase({ databaseUrl }: DatabaseOptions): void {
  if (!databaseUrl.startsWith(FILE)) return;
  const path = resolve(databaseUrl.slice(FILE.length));
  if (!existsSync(path))
    throw new DatabaseUnusable(`There is no database at ${path}: set DATABASE_URL to yours.`);
}

/** Opens the database that the settings name and brings it to this version's schema. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, databaseReplicaUrl } = options;
  // Only the engine that is used is loaded: each brings a client of a few megabytes.
  if (databaseUrl.startsWith(FILE)) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(resolve(databaseUrl.slice(FILE.length)));
  }
  const { openPostgresql } = await import('./postgresql.ts');
  return openPostgresql(databaseUrl, databaseReplicaUrl);
}
