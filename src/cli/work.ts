import { readConfig } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { type DatabaseOptions, openDatabase } from '../core/database/open.ts';
import { requireFile, sqliteFile } from '../core/database/sqlite-file.ts';
import type { Database } from '../core/database/types.ts';
import { createWorkRunner, SYSTEM, type Work } from '../core/work.ts';

/** Opens the database of the settings for one command, and closes it whatever happens. */
export async function withDatabase<T>(use: (db: Database) => Promise<T>): Promise<T> {
  return withOpened(readConfig(process.env), use);
}

/**
 * As `withDatabase`, for commands that look into a newsroom: an empty one that was only just
 * made would be found to be in order.
 *
 * @throws DatabaseUnusable when there is no database yet
 */
export async function withExistingDatabase<T>(
  use: (db: Database) => Promise<T>,
  options: Pick<DatabaseOptions, 'transactionTimeoutMs'> = {},
): Promise<T> {
  const config = readConfig(process.env);
  const file = sqliteFile(config.databaseUrl);
  if (file !== null) requireFile(file);
  return withOpened({ ...config, ...options }, use);
}

async function withOpened<T>(
  options: DatabaseOptions,
  use: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openDatabase(options);
  try {
    return await use(db);
  } finally {
    await db.close();
  }
}

/** Does one piece of work as the system. Running servers notice it by the change log. */
export function doWork<T>(db: Database, job: (work: Work) => Promise<T>): Promise<T> {
  return createWorkRunner({ db, clock: systemClock, onTouched: () => undefined })(SYSTEM, job);
}
