import type { Work } from '../core/work.ts';
import { type Outcome, writeOutcome } from './store.ts';

/** For how long outcomes are gathered: editors' writes come in between. */
const GATHER_MS = 25;

/**
 * Writes what became of attempts, many in one transaction: whatever comes in while one
 * transaction runs goes into the next.
 */
export interface OutcomeLog {
  add(outcome: Outcome): Promise<void>;
}

export function createOutcomeLog(
  run: (job: (work: Work) => Promise<void>) => Promise<void>,
): OutcomeLog {
  let waiting: Outcome[] = [];
  let next: Promise<void> | null = null;
  let current: Promise<void> = Promise.resolve();

  const flush = async () => {
    await current.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const outcomes = waiting;
    waiting = [];
    next = null;
    current = run(async ({ client }) => {
      for (const outcome of outcomes) await writeOutcome(client, outcome);
    });
    await current;
  };

  return {
    add(outcome) {
      waiting.push(outcome);
      next ??= flush();
      // Whoever waits for it is told; until then a failure must not end the process.
      next.catch(() => undefined);
      return next;
    },
  };
}
