import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database/types.ts';
import type { Logger } from '../core/http/context.ts';
import type { Outgoing } from '../core/http/outgoing.ts';
import type { Signal } from '../core/signal.ts';
import { SYSTEM, type Work, type WorkRunner } from '../core/work.ts';
import { createOutcomeLog } from './outcomes.ts';
import { GIVE_UP_MS } from './retry.ts';
import { type Attempt, afterAttempt, attempt, PUT_BACK } from './send.ts';
import { disableSubscription } from './service.ts';
import {
  type Claimed,
  claimDue,
  type DeliveryRow,
  deleteDeliveriesBefore,
  type Follower,
  findChange,
  hasDue,
  insertDeliveries,
  listActive,
  listChangeTypes,
  type SubscriptionRow,
} from './store.ts';

/** How many messages are on their way to one receiver at a time. */
const SENDING_MAX = 8;
/** How many are claimed at a time, and for how long one after the other is begun. */
const CLAIM_MAX = 64;
const BEGIN_MS = 10_000;
/** Longer than that and an attempt together: who holds a claim for longer was killed. */
const CLAIM_MS = 30_000;
/** How many changes are turned into deliveries in one transaction. */
const BATCH = 500;
const INTERVAL_MS = 1_000;
/** What was delivered or has failed is listed for as long. */
const KEPT_MS = 30 * 24 * 3_600_000;
const PURGE_EVERY_MS = 3_600_000;
/** For how long messages on their way are waited for at the end of a process. */
const GRACE_MS = 2_000;

export interface DispatcherSettings {
  db: Database;
  run: WorkRunner;
  clock: Clock;
  outgoing: Outgoing;
  changed: Signal;
  log: Logger;
  /** From 0 to 1, for the jitter. */
  random?: () => number;
}

/**
 * Sends webhooks. The change log is the outbox: what stands in it after a subscription's
 * cursor becomes deliveries, and each delivery is claimed by one process, sent, and tried
 * again until it is taken or three days are over. Nothing is held in memory alone, so
 * that a killed process loses nothing; at worst a message is sent again with its id.
 */
export interface Dispatcher {
  /** Begins to send by itself: at once when something changed, and whenever a retry is due. */
  start(): void;
  /** Sends all that is due now, and returns when every attempt was written down. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export function createDispatcher(settings: DispatcherSettings): Dispatcher {
  const { db, run, clock, outgoing, changed, log, random = Math.random } = settings;
  const busy = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const write = (job: (work: Work) => Promise<void>) => run(SYSTEM, job);
  const outcomes = createOutcomeLog(write);
  let purgedAt = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: () => void = () => undefined;
  let pumping: Promise<void> | null = null;
  let again = false;

  /** Turns the changes after a subscription's cursor into deliveries. */
  async function fanOut(follower: Follower): Promise<void> {
    const types = JSON.parse(follower.types) as string[];
    let { cursor } = follower;
    for (;;) {
      const changes = await listChangeTypes(db.read, cursor, BATCH);
      const last = changes.at(-1);
      if (last === undefined || closed) return;
      const wanted = changes.filter(({ type }) => types.length === 0 || types.includes(type));
      const moved = await run(SYSTEM, ({ client, now }) =>
        insertDeliveries(client, { ...follower, cursor }, last.seq, wanted, {
          now,
          giveUpAt: new Date(now.getTime() + GIVE_UP_MS),
        }),
      );
      if (!moved) return;
      cursor = last.seq;
    }
  }

  /** Sends what is due for one subscription, until nothing is. A slow receiver holds up itself only. */
  async function serve(subscriptionId: string): Promise<void> {
    while (!closed && (await hasDue(db.read, subscriptionId, clock()))) {
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
    await Promise.all(Array.from({ length: SENDING_MAX }, sendNext));
    await Promise.all(written);
    if (gone) {
      const reason = 'The receiver answered 410 Gone.';
      await write((work) => disableSubscription(work, subscription.id, reason));
    }
  }

  async function sendOne(subscription: SubscriptionRow, row: DeliveryRow): Promise<Attempt> {
    const change = await findChange(db.read, row.seq);
    return attempt(outgoing, subscription, row.id, change, clock(), ending.signal);
  }

  function serveAside(subscriptionId: string): Promise<void> {
    const running = busy.get(subscriptionId);
    if (running !== undefined) return running;
    const started = serve(subscriptionId)
      .catch(warn)
      .finally(() => busy.delete(subscriptionId));
    busy.set(subscriptionId, started);
    return started;
  }

  async function purge(): Promise<void> {
    const now = clock().getTime();
    if (now - purgedAt < PURGE_EVERY_MS) return;
    purgedAt = now;
    await write(({ client }) => deleteDeliveriesBefore(client, new Date(now - KEPT_MS)));
  }

  /** Looks once at every subscription and begins to serve those for whom something is due. */
  async function pump(): Promise<Promise<void>[]> {
    const followers = await listActive(db.read);
    if (followers.length > 0) await purge();
    for (const follower of followers) await fanOut(follower);
    return followers.map(({ id }) => serveAside(id));
  }

  const warn = (error: unknown) => {
    if (!closed) log.warn({ err: error }, 'Webhooks could not be sent; trying again.');
  };

  /** One look at a time; what happens meanwhile makes for another one. */
  function wake(): void {
    again = true;
    pumping ??= (async () => {
      while (again && !closed) {
        again = false;
        await pump().catch(warn);
      }
    })().finally(() => {
      pumping = null;
    });
  }

  return {
    start() {
      stopListening = changed.listen(wake);
      timer = setInterval(wake, INTERVAL_MS);
      timer.unref();
      wake();
    },
    async tick() {
      await pumping;
      // What was begun before may have looked too early; the second round sees all.
      await Promise.all(busy.values());
      await Promise.all(await pump());
    },
    async close() {
      closed = true;
      stopListening();
      clearInterval(timer);
      const grace = setTimeout(() => ending.abort(), GRACE_MS);
      await pumping;
      await Promise.all(busy.values());
      clearTimeout(grace);
    },
  };
}
