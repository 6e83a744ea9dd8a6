/** The file of an embedded database. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseAway, DatabaseUnusable } from './types.ts';

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

/**
 * Remembers which file lies at a path. Whoever has it open goes on writing to it where another one
 * was put in its place, or where it was removed: nobody would ever find what is written there.
 *
 * @returns throws DatabaseAway once it lies there no more
 */
export function watchPlace(path: string): () => void {
  const identify = () => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identify();
  return () => {
    if (identify() === opened) return;
    throw new DatabaseAway(
      `Another file is at ${path} than the one that was opened: start the server anew.`,
    );
  };
}
