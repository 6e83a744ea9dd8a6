import { setTimeout as sleep } from 'node:timers/promises';
/** A clock that stands still until a test sets it. */
export interface TestClock {
  (): Date;
  now: Date;
  /** Lets milliseconds pass; negative ones turn the clock back. */
  pass(milliseconds: number): void;
}

export function createTestClock(start = '2026-03-01T08:00:00.000Z'): TestClock {
  const clock = (() => new Date(clock.now)) as TestClock;
  clock.now = new Date(start);
  clock.pass = (milliseconds) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  return clock;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/**
 * Waits until this second is over: what is read in the second of a change tells an earlier
 * Last-Modified, and is made again (src/core/http/rendition.ts).
 */
export async function secondOver(): Promise<void> {
  await sleep(1_000 - (Date.now() % 1_000) + 1);
}
