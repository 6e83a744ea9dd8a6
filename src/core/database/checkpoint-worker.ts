/** The thread that puts SQLite's log into its file; `checkpoints.ts` asks it to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { keepObjects } from './objects.ts';

/**
 * Other processes read in turns of some milliseconds, one after the other. SQLite would wait for
 * a moment in which nobody reads at all; asked again, it sees that they read what is newest.
 */
const TRIES_MAX = 20;
const TRY_AGAIN_MS = 1;

keepObjects();
const database = new BetterSqlite3(workerData as string, { fileMustExist: true, timeout: 0 });
// Compiled once: what is compiled is kept (docs/decisions/0018).
const restart = database.prepare<[], State>('PRAGMA wal_checkpoint(RESTART)');

interface State {
  /** Not 0 where others still read from the log, or write. */
  busy: number;
  /** How many pages of the log are in the file too. */
  checkpointed: number;
}

/** How many those were when all tries had been in vain. */
let stuckAt: number | undefined;

parentPort?.on('message', async (order: 'checkpoint' | 'close') => {
  if (order === 'checkpoint') {
    await tryToRestart();
    parentPort?.postMessage('done');
  } else {
    database.close();
    parentPort?.close();
  }
});

/**
 * Where no page came to the file since all tries were in vain, somebody reads for long, as a
 * backup does, and each transaction would wait for twenty tries more.
 */
async function tryToRestart(): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const state = checkpoint();
    const isDone = state === null || state.busy === 0;
    if (isDone || tries === TRIES_MAX || state.checkpointed === stuckAt) {
      stuckAt = isDone ? undefined : state.checkpointed;
      return;
    }
    await sleep(TRY_AGAIN_MS);
  }
}

function checkpoint(): State | null {
  try {
    return restart.get() ?? null;
  } catch {
    // The log keeps what the file lacks, as where the disk is full, until the next transaction.
    return null;
  }
}
