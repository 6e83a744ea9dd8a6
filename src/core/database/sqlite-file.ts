/** The file of an embedded database. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseUnusable } from './types.ts';

const SCHEME = 'file:';

/** The path that the address of a database names; `null` where it is not a file. */
export function sqliteFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith(SCHEME) ? resolve(databaseUrl.slice(SCHEME.length)) : null;
}

/** @throws DatabaseUnusable when there is no database yet */
export function requireFile(path: string): void {
  if (existsSync(path)) return;
  throw new DatabaseUnusable(`There is no database at ${path}: set DATABASE_URL to yours.`);
}
