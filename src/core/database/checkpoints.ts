/**
 * Checkpoints: what stands in SQLite's write-ahead log is put into its file. SQLite does so by
 * itself within the commit that makes the log long, and everybody waits for both files to be
 * synced; here a thread does.
 */
import type { Worker } from 'node:worker_threads';
import type BetterSqlite3 from 'better-sqlite3';
import { Prisma } from '../../generated/sqlite/client.ts';
import { startThread } from '../thread.ts';
import type { Connection } from './connection.ts';

/** How many pages of the log may wait: as many as SQLite lets wait by itself. */
const WAITING_PAGES_MAX = 1_000;

const LOG_STATE = Prisma.sql`PRAGMA wal_checkpoint(NOOP)`;

interface LogState {
  /** Pages in the log, and how many of them are in the file too. */
  log: number;
  checkpointed: number;
}

export interface Checkpoints {
  /** To be called between transactions: waits until a log that has become long is in the file. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

interface Writing {
  database: BetterSqlite3.Database;
  connection: Connection;
}

/** @param writing the connection that writes to the file at `path` */
export function createCheckpoints({ database, connection }: Writing, path: string): Checkpoints {
  database.pragma('wal_autocheckpoint = 0');
  let worker: Worker | undefined;
  let onDone: (() => void) | undefined;
  const start = () => {
    const started = startThread('checkpoint-worker', import.meta.url, path);
    started.on('message', () => onDone?.());
    // An error ends the thread, which tells of its end.
    started.on('error', () => undefined);
    started.on('exit', () => {
      worker = undefined;
      onDone?.();
    });
    return started;
  };
  const ask = async () => {
    try {
      worker ??= start();
    } catch {
      // The system gives no more threads.
      return;
    }
    const asked = worker;
    await new Promise<void>((resolve) => {
      onDone = resolve;
      asked.postMessage('checkpoint');
    });
  };
  return {
    async settle() {
      if (!(await isLong(connection))) return;
      await ask();
      // Without a thread everybody waits, but the log does not grow for ever.
      if (worker === undefined) putLogIntoFile(database);
    },
    async close() {
      const asked = worker;
      if (asked === undefined) return;
      await new Promise((resolve) => {
        asked.once('exit', resolve);
        asked.postMessage('close');
      });
    },
  };
}

/** What fails, as where the disk is full, is tried again after the next transaction. */
function putLogIntoFile(database: BetterSqlite3.Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // The log keeps what the file lacks.
  }
}

async function isLong(connection: Connection): Promise<boolean> {
  const [state] = (await connection.query(LOG_STATE)) as unknown as [LogState];
  return state.log - state.checkpointed >= WAITING_PAGES_MAX;
}
