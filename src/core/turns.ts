/**
 * Turns of the event loop. Who has done enough in one waits for the next, and those who wait
 * for it go on together, step by step: what a processor runs many times in a row is in its
 * caches, and takes half the time (docs/decisions/0016).
 */
/** For how long work may go on before others get their turn. */
const LONG_MS = 1;
/** The same where others came with it: whoever reads goes before whoever has much to do. */
const LONG_IN_COMPANY_MS = 0.25;

/**
 * So many clients may come, one after the other, before what waits for a turn goes on: whoever
 * opens connections without end shall not take more time than those who read.
 */
const ARRIVALS_MAX = 16;

let beganAt = 0;
let next: Promise<void> | null = null;
/** How many wait for the next turn, and how many have begun this one. */
let waiting = 0;
let together = 0;
/** Whether a client has come whose request is not read yet. */
let hasArrival = false;

/**
 * Whether others have been waiting for a while. An embedded database answers at once, and
 * what waits for it goes on at once: a long transaction would be one long turn of the event
 * loop. Between its statements others come to their turn, as they do with a database that
 * has to be waited for.
 */
export function othersWait(): boolean {
  return performance.now() - beganAt > (together > 1 ? LONG_IN_COMPANY_MS : LONG_MS);
}

/** Does in steps what takes long; others come to their turn in between. */
export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (othersWait()) await nextTurn();
  }
}

/** Lets others come to their turn; what waits goes on in the next one. */
export function nextTurn(): Promise<void> {
  waiting += 1;
  next ??= new Promise((begin) => {
    beginWithArrivals(begin, ARRIVALS_MAX);
  });
  return next;
}

/**
 * Tells that a client has connected. Node takes one of those that wait at its door in each
 * round of the event loop, and reads its request in the following one: if each round were a
 * long turn, the last of many who come at once would wait for all of them
 * (docs/decisions/0031).
 */
export function noteArrival(): void {
  hasArrival = true;
}

/** Begins a turn once nobody comes any more, or enough did, whose requests are read by then. */
function beginWithArrivals(begin: () => void, arrivals: number): void {
  setImmediate(() => {
    const isComing = hasArrival;
    hasArrival = false;
    if (isComing && arrivals > 0) return beginWithArrivals(begin, arrivals - 1);
    next = null;
    together = waiting;
    waiting = 0;
    beganAt = performance.now();
    begin();
  });
}
