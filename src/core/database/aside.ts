/**
 * Reading beside the event loop. SQLite answers within a call, and a statement that looks
 * through a million rows would hold up everybody for seconds: a thread with a connection of its
 * own runs it.
 */
import { unavailable } from '../errors.ts';
import { createThread, startThread, type Thread } from '../thread.ts';

/** So many statements wait at most; a client that is told to come again does no harm. */
const WAITING_MAX = 32;
const TIMEOUT_MS = 30_000;

/** A statement as SQLite takes it. */
export interface Reading {
  sql: string;
  values: readonly unknown[];
}

/** Asked for rows, it gives their cells. @throws Problem unavailable */
export type Aside = Thread<Reading>;

/** @param path the database's file */
export function createAside(path: string): Aside {
  return createThread<Reading>({
    start: () => startThread('aside-worker', import.meta.url, path),
    waitingMax: WAITING_MAX,
    timeoutMs: TIMEOUT_MS,
    keepsProcess: true,
    refuse: (reason) => unavailable(`This can’t be looked up right now: ${reason}.`),
    fail: (message) => new Error(message),
  });
}
