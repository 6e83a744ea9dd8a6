/**
 * What is read in one turn of the event loop is read in one transaction. SQLite begins and ends
 * one for each statement by itself: it locks the file, asks how long it is, and unlocks it, which
 * takes as long as reading a row does.
 */
import type BetterSqlite3 from 'better-sqlite3';

export interface Snapshot {
  /** To be called before a statement: until the next turn all see the same. */
  hold(): void;
  /** Lets what is read from now on be what was committed last. */
  release(): void;
}

/** @param database a connection that only reads, and begins no transactions elsewhere */
export function createSnapshot(database: BetterSqlite3.Database): Snapshot {
  const begin = database.prepare('BEGIN');
  const end = database.prepare('COMMIT');
  let isHeld = false;
  const release = () => {
    isHeld = false;
    // Closed, or ended by an error of the disk.
    if (database.inTransaction) end.run();
  };
  return {
    hold() {
      if (isHeld) return;
      begin.run();
      isHeld = true;
      setImmediate(release);
    },
    release,
  };
}
