import type { Logger } from '../core/http/context.ts';
import type { Signal } from '../core/signal.ts';
import { SYSTEM } from '../core/work.ts';
import { GIVE_UP_MS } from './retry.ts';
import { createSending, type SendingSettings } from './sending.ts';
import {
  deleteDeliveriesBefore,
  type Follower,
  insertDeliveries,
  listActive,
  listChangeTypes,
} from './store.ts';

/** How many changes are turned into deliveries in one transaction. */
const BATCH = 500;
const INTERVAL_MS = 1_000;
/** What was delivered or has failed is listed for as long. */
const KEPT_MS = 30 * 24 * 3_600_000;
const PURGE_EVERY_MS = 3_600_000;

export interface DispatcherSettings extends SendingSettings {
  changed: Signal;
  log: Logger;
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
  const { db, run, clock, changed, log } = settings;
  let purgedAt = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: () => void = () => undefined;
  let pumping: Promise<void> | null = null;
  let again = false;

  const warn = (error: unknown) => {
    if (!closed) log.warn({ err: error }, 'Webhooks could not be sent; trying again.');
  };
  const sending = createSending(settings, warn);

  /** Turns the changes after a subscription's cursor into deliveries. */
  async function fanOut(follower: Follower): Promise<void> {
    const types = JSON.parse(follower.types) as string[];
    let { cursor } = follower;
    for (;;) {
      // Not before the wire shows it: who is told of a change asks for it at once.
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

  async function purge(): Promise<void> {
    const now = clock().getTime();
    if (now - purgedAt < PURGE_EVERY_MS) return;
    purgedAt = now;
    await run(SYSTEM, ({ client }) => deleteDeliveriesBefore(client, new Date(now - KEPT_MS)));
  }

  /** Looks once at every subscription and begins to serve those for whom something is due. */
  async function pump(): Promise<Promise<void>[]> {
    const followers = await listActive(db.current);
    if (followers.length > 0) await purge();
    for (const follower of followers) await fanOut(follower);
    return followers.map(({ id }) => sending.serve(id));
  }

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
      await sending.done();
      await Promise.all(await pump());
    },
    async close() {
      closed = true;
      stopListening();
      clearInterval(timer);
      const sent = sending.close();
      await pumping;
      await sent;
    },
  };
}
