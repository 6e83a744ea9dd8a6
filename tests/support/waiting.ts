import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for conditions, which are looked at whenever something arrives. */
export interface Waiting {
  /** Resolves when the condition holds. */
  until(condition: () => boolean): Promise<void>;
  /** Looks at all that is waited for. */
  look(): void;
}

export function createWaiting(): Waiting {
  const looks = new Set<() => void>();
  return {
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      }),
    look() {
      for (const look of looks) look();
    },
  };
}

/**
 * Asks again and again until a condition holds.
 *
 * @throws when it does not within `limitMs`, so that nobody goes on asking after a test's end
 */
export async function eventually(
  condition: () => Promise<boolean> | boolean,
  { everyMs = 20, limitMs = 100_000 } = {},
): Promise<void> {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > limitMs)
      throw new Error(`This has not come true within ${limitMs} ms: ${condition}`);
    await sleep(everyMs);
  }
}
