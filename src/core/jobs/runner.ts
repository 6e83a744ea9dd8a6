/** Does in small steps, between the requests, what would take too long in one transaction. */
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/types.ts';
import { Problem } from '../errors.ts';
import { createId } from '../ids.ts';
import { SYSTEM, type Work, type WorkRunner } from '../work.ts';
import { type JobRow, listOpenJobs, mayTake, takeJob, updateJob } from './store.ts';

/** For how long a process that was killed keeps its turn. A step takes far less. */
export const LEASE_MS = 5_000;
/** How often a process looks for open jobs. */
const POLL_MS = 250;
/** Between two steps, so that writers of this and of other processes come to their turn. */
const PAUSE_MS = 10;
const RETRY_MAX_MS = 60_000;
const OPEN_MAX = 20;

/** What one step got done. */
export interface StepResult {
  /** Where the next step goes on. */
  cursor: string | null;
  done: number;
  finished: boolean;
}

/** One kind of work. A step may be done again after a kill, so that it must not mind. */
export interface JobKind {
  /** What a job does, in a few words for the desk. */
  describe(payload: unknown): string;
  /** The next piece of work, short enough for others to wait for. */
  step(work: Work, payload: unknown, cursor: string | null): Promise<StepResult>;
}

export type JobKinds = Readonly<Record<string, JobKind>>;

export interface JobRunner {
  /** Does one step of the oldest job that may go on. @returns whether there was one */
  tick(): Promise<boolean>;
  start(): void;
  /** Lets the step in progress finish; the jobs go on elsewhere or at the next start. */
  stop(): Promise<void>;
}

export interface JobSettings {
  db: Database;
  clock: Clock;
  run: WorkRunner;
  log: Pick<FastifyBaseLogger, 'warn'>;
  kinds: JobKinds;
}

/** Does the open jobs for as long as a server runs. */
export function runJobs(
  server: FastifyInstance,
  settings: Omit<JobSettings, 'kinds'>,
  kinds: JobKinds,
): JobRunner {
  const runner = createJobRunner({ ...settings, kinds });
  server.addHook('onReady', async () => runner.start());
  server.addHook('onClose', () => runner.stop());
  return runner;
}

export function createJobRunner({ db, clock, run, log, kinds }: JobSettings): JobRunner {
  const owner = createId();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let stopped = true;

  const lease = () => ({ owner, now: clock(), leaseMs: LEASE_MS });

  async function step(id: string): Promise<boolean> {
    return run(SYSTEM, async (work) => {
      const job = await takeJob(work.client, id, lease());
      const kind = job === null ? undefined : kinds[job.kind];
      if (job === null || kind === undefined) return false;
      const { cursor, done, finished } = await kind.step(work, JSON.parse(job.payload), job.cursor);
      await updateJob(work.client, id, {
        cursor,
        done: job.done + done,
        attempts: 0,
        error: null,
        updatedAt: work.now,
        ...(finished
          ? { state: 'done', finishedAt: work.now, leaseOwner: null, leaseUntil: null }
          : {}),
      });
      return true;
    });
  }

  /** A step that failed is tried again for ever, ever more rarely: its work must be done. */
  async function postpone(job: JobRow, error: unknown): Promise<void> {
    const waitMs = Math.min(RETRY_MAX_MS, 1_000 * 2 ** Math.min(job.attempts, 10));
    log.warn({ err: error, job: job.id }, 'A step of a job failed; it will be tried again.');
    await run(SYSTEM, ({ client, now }) =>
      updateJob(client, job.id, {
        attempts: job.attempts + 1,
        error: error instanceof Problem ? error.message : 'An internal error; the log names it.',
        nextAt: new Date(now.getTime() + waitMs),
        updatedAt: now,
      }),
    );
  }

  async function tick(): Promise<boolean> {
    for (const job of await listOpenJobs(db.current, OPEN_MAX)) {
      if (!mayTake(job, lease()) || isPostponed(job, clock())) continue;
      try {
        if (await step(job.id)) return true;
      } catch (error) {
        await postpone(job, error);
        return true;
      }
    }
    return false;
  }

  function schedule(delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = tick()
        .catch((error: unknown) => {
          log.warn({ err: error }, 'The jobs could not be read; trying again.');
          return false;
        })
        .then((worked) => schedule(worked ? PAUSE_MS : POLL_MS));
    }, delayMs);
    timer.unref();
  }

  return {
    tick,
    start() {
      stopped = false;
      schedule(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** A clock that went back does not make a job wait for longer than the longest pause. */
function isPostponed({ nextAt }: JobRow, now: Date): boolean {
  const rest = nextAt.getTime() - now.getTime();
  return rest > 0 && rest <= RETRY_MAX_MS;
}
