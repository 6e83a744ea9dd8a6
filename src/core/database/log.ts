import type BetterSqlite3 from 'better-sqlite3';

/**
 * Puts what stands in a database's write-ahead log into its file. What fails, as where the disk
 * is full, is tried again after the next transaction.
 */
export function putLogIntoFile(database: BetterSqlite3.Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // The log keeps what the file lacks.
  }
}
