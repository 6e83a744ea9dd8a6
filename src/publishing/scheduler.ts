/**
 * The timer of the schedule: one in each process, which asks the database what is due.
 * It asks instead of waiting for a moment, so that a clock that is set, another process
 * and a restart need nothing of their own.
 */
import type { FastifyInstance } from 'fastify';
import { findDueIds, lockArticle } from '../articles/store.ts';
import type { HttpContext } from '../core/http/context.ts';
import { asProblem } from '../core/http/problems.ts';
import { repeat } from '../core/repeat.ts';
import { nextTurn } from '../core/turns.ts';
import { SYSTEM } from '../core/work.ts';
import { type Fired, giveUp, publishDue } from './schedule.ts';

const TICK_MS = 200;
/** How many articles one transaction publishes: others wait for it no longer than a moment. */
const BATCH = 40;
/** How often a publication that breaks, for whatever reason, is tried. */
const ATTEMPTS_MAX = 5;
const RETRY_MS = 2_000;

export interface Scheduler {
  /** Publishes what is due by the clock. @returns what came of it, in the order of being due */
  tick(): Promise<Fired[]>;
}

/** Runs the schedule as long as the server listens. */
export function runSchedule(server: FastifyInstance, context: HttpContext): Scheduler {
  const scheduler = createScheduler(context);
  const { log } = context;
  let first = true;
  let againAtMs = 0;

  const tick = async () => {
    if (performance.now() < againAtMs) return;
    const since = context.clock();
    const fired = await scheduler.tick();
    if (first) tellOverdue(context, fired, since);
    first = false;
  };
  const ticking = repeat(TICK_MS, tick, (error) => {
    log.warn({ err: error }, 'The schedule could not be read; trying again.');
    againAtMs = performance.now() + RETRY_MS;
  });
  server.addHook('onListen', async () => {
    ticking.run();
    ticking.start();
  });
  server.addHook('onClose', async () => {
    scheduler.stop();
    await ticking.stop();
  });
  return scheduler;
}

/** What was due before the server started is told in one line, as nobody saw it happen. */
function tellOverdue({ log }: HttpContext, fired: Fired[], since: Date): void {
  const times = fired.flatMap((one) =>
    one.outcome === 'published' && one.publishAt < since ? [one.publishAt] : [],
  );
  const [oldest] = times;
  if (oldest === undefined) return;
  log.info(
    { count: times.length, oldest: oldest.toISOString() },
    `${times.length === 1 ? 'One article was' : `${times.length} articles were`} due while no server ran, the first at ${oldest.toISOString()}: published now.`,
  );
}

/** The schedule without its timer. */
export function createScheduler(
  context: HttpContext,
  { retryMs = RETRY_MS } = {},
): Scheduler & { stop(): void } {
  const { db, clock, log } = context;
  const broken = new Map<string, { attempts: number; againAtMs: number }>();
  let stopped = false;

  async function tick(): Promise<Fired[]> {
    const fired: Fired[] = [];
    const seen = new Set<string>();
    while (!stopped) {
      const resting = [...broken].filter(([, { againAtMs }]) => againAtMs > performance.now());
      const skip = resting.map(([id]) => id);
      const ids = await findDueIds(db.current, clock(), skip, BATCH);
      // What stays due, whatever came of it, is for the next tick.
      if (ids.every((id) => seen.has(id))) break;
      for (const id of ids) seen.add(id);
      const results = await publishAll(ids);
      for (const one of results) tell(one);
      fired.push(...results);
      // An embedded database answers at once, so that nothing else would come to its turn.
      await nextTurn();
    }
    return fired;
  }

  /** All in one transaction; one by one if that breaks, so that none holds up the others. */
  async function publishAll(ids: string[]): Promise<Fired[]> {
    try {
      const fired = await context.run(SYSTEM, (work) => publishDue(work, ids));
      for (const id of ids) broken.delete(id);
      return fired;
    } catch (error) {
      const [id, ...more] = ids;
      if (id === undefined) return [];
      if (more.length === 0) return postpone(id, error);
      const results: Fired[] = [];
      for (const one of ids) if (!stopped) results.push(...(await publishAll([one])));
      return results;
    }
  }

  async function postpone(id: string, error: unknown): Promise<Fired[]> {
    const isBusy = asProblem(error).code === 'unavailable';
    const attempts = (broken.get(id)?.attempts ?? 0) + (isBusy ? 0 : 1);
    log.error({ err: error, article: id, attempts }, 'A scheduled article could not be published.');
    broken.set(id, { attempts, againAtMs: performance.now() + retryMs });
    if (attempts < ATTEMPTS_MAX) return [];
    broken.delete(id);
    await context.run(SYSTEM, async (work) => {
      const row = await lockArticle(work.client, id);
      if (row?.state === 'scheduled')
        await giveUp(work, row, 'It could not be published; the log says why.', []);
    });
    return [];
  }

  function tell(one: Fired): void {
    if (one.outcome === 'passed') return;
    const { articleId: article, publishAt } = one;
    const delayMs = clock().getTime() - publishAt.getTime();
    if (one.outcome === 'published') {
      log.info({ article, publishAt, delayMs }, 'A scheduled article is published.');
      return;
    }
    const { reason, problems } = one.failure;
    log.warn({ article, publishAt, problems }, `A scheduled article is not published: ${reason}`);
  }

  return {
    tick,
    stop: () => {
      stopped = true;
    },
  };
}
