import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database/types.ts';
import type { Outgoing } from '../core/http/outgoing.ts';
import { SYSTEM, type Work, type WorkRunner } from '../core/work.ts';
import { createOutcomeLog } from './outcomes.ts';
import { type Attempt, afterAttempt, PUT_BACK, sendOnce } from './send.ts';
import { disableSubscription } from './service.ts';
import {
  type Claimed,
  claimDue,
  type DeliveryRow,
  findChange,
  hasDue,
  type SubscriptionRow,
} from './store.ts';

/** How many messages are on their way to one receiver at a time. */
const SENDING_MAX = 8;
/** How many are claimed at a time, and for how long one after the other is begun. */
const CLAIM_MAX = 64;
const BEGIN_MS = 10_000;
/** Longer than that and an attempt together: who holds a claim for longer was killed. */
const CLAIM_MS = 30_000;
/** For how long messages on their way are waited for at the end of a process. */
const GRACE_MS = 2_000;

export interface SendingSettings {
  db: Database;
  run: WorkRunner;
  clock: Clock;
  outgoing: Outgoing;
  /** From 0 to 1, for the jitter. */
  random?: () => number;
}

/** The sending of what is due, for each subscription by itself. */
export interface Sending {
  /** Sends what is due for one subscription; who asks for the same meanwhile waits for that. */
  serve(subscriptionId: string): Promise<void>;
  /** Resolves when all that is being sent now has been sent, and written down. */
  done(): Promise<void>;
  /** Begins nothing more, and breaks off what takes too long. */
  close(): Promise<void>;
}

/** @param warn told of what breaks; it is due again later */
export function createSending(
  { db, run, clock, outgoing, random = Math.random }: SendingSettings,
  warn: (error: unknown) => void,
): Sending {
  const busy = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const write = (job: (work: Work) => Promise<void>) => run(SYSTEM, job);
  const outcomes = createOutcomeLog(write);
  let closed = false;

  /** Sends what is due for one subscription, until nothing is. A slow receiver holds up itself only. */
  async function serveAll(subscriptionId: string): Promise<void> {
    while (!closed && (await hasDue(db.current, subscriptionId, clock()))) {
      const claimed = await run(SYSTEM, ({ client, now }) =>
        claimDue(client, subscriptionId, CLAIM_MAX, {
          now,
          until: new Date(now.getTime() + CLAIM_MS),
        }),
      );
      if (claimed === null || claimed.deliveries.length === 0) return;
      await sendAll(claimed);
    }
  }

  /** Sends what was claimed, a few at a time; what can't be begun in time is put back. */
  async function sendAll({ subscription, deliveries }: Claimed): Promise<void> {
    const begun = performance.now();
    const waiting = [...deliveries];
    const written: Promise<void>[] = [];
    let gone = false;
    const sendNext = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const late = closed || gone || performance.now() - begun > BEGIN_MS;
        const result = late ? PUT_BACK : await sendOne(subscription, row);
        gone ||= result.result === 'gone';
        const data = afterAttempt(row, result, clock(), random());
        written.push(outcomes.add({ id: row.id, claim: row.claim, data }));
      }
    };
    // Where one breaks, the others are still waited for, as `done` promises.
    const senders = await Promise.allSettled(Array.from({ length: SENDING_MAX }, sendNext));
    const outcome = await Promise.allSettled(written);
    if (gone) {
      const reason = 'The receiver answered 410 Gone.';
      await write((work) => disableSubscription(work, subscription.id, reason));
    }
    const broken = [...senders, ...outcome].find(({ status }) => status === 'rejected');
    if (broken !== undefined) throw (broken as PromiseRejectedResult).reason;
  }

  async function sendOne(subscription: SubscriptionRow, row: DeliveryRow): Promise<Attempt> {
    const change = await findChange(db.current, row.seq);
    return sendOnce(outgoing, subscription, row.id, change, clock(), ending.signal);
  }

  const done = async () => {
    await Promise.all(busy.values());
  };

  return {
    serve(subscriptionId) {
      const running = busy.get(subscriptionId);
      if (running !== undefined) return running;
      const started = serveAll(subscriptionId)
        .catch(warn)
        .finally(() => busy.delete(subscriptionId));
      busy.set(subscriptionId, started);
      return started;
    },
    done,
    async close() {
      closed = true;
      const grace = setTimeout(() => ending.abort(), GRACE_MS);
      await done();
      clearTimeout(grace);
    },
  };
}
