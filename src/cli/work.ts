import { readConfig } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { openDatabase } from '../core/database/open.ts';
import type { Database } from '../core/database/types.ts';
import { createWorkRunner, SYSTEM, type Work } from '../core/work.ts';

/** Opens the database of the settings for one command, and closes it whatever happens. */
export async function withDatabase<T>(use: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig(process.env));
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
