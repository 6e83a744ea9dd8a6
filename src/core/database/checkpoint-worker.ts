/** The thread that puts SQLite's log into its file; `checkpoints.ts` asks it to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { keepObjects } from './objects.ts';

/**
 * Other processes read in turns of some milliseconds, one after the other. SQLite would wait for
 * a moment in which nobody reads at all; asked again, it sees that all read what is newest.
 */
const TRIES_MAX = 20;
const TRY_AGAIN_MS = 1;

keepObjects();
const database = new BetterSqlite3(workerData as string, { fileMustExist: true, timeout: 0 });
// Compiled once: what is compiled is kept (docs/decisions/0018).
const isBusy = database.prepare('PRAGMA wal_checkpoint(RESTART)').pluck();

parentPort?.on('message', async (order: 'checkpoint' | 'close') => {
  if (order === 'checkpoint') {
    for (let tries = 1; !checkpoint() && tries < TRIES_MAX; tries += 1) await sleep(TRY_AGAIN_MS);
    parentPort?.postMessage('done');
  } else {
    database.close();
    parentPort?.close();
  }
});

/** @returns false where others still read from the log, or write */
function checkpoint(): boolean {
  try {
    return isBusy.get() === 0;
  } catch {
    // The log keeps what the file lacks, as where the disk is full, until the next transaction.
    return true;
  }
}
