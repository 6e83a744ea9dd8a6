import { setImmediate } from 'node:timers/promises';

/** For how long statements may follow each other before other requests get their turn. */
const LONG_MS = 1;

let beganAt = 0;

/**
 * Whether others have been waiting for a while. An embedded database answers at once, and
 * what waits for it goes on at once: a long transaction would be one long turn of the event
 * loop. Between its statements others come to their turn, as they do with a database that
 * has to be waited for.
 */
export function othersWait(): boolean {
  return performance.now() - beganAt > LONG_MS;
}

/** Lets others come to their turn, before the next statement. */
export async function letOthers(): Promise<void> {
  await setImmediate();
  beganAt = performance.now();
}
