import { parentPort, Worker } from 'node:worker_threads';

/**
 * Starts a thread. In development its module is TypeScript, which a loader has to read.
 *
 * @param name the thread's module, without its ending
 * @param beside the address of a module in the same folder
 */
export function startThread(name: string, beside: string, workerData?: unknown): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), { workerData });
  const entry = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(code, { eval: true, workerData });
}

/** What a thread answers to a job. */
export type Answer = { id: number } & ({ result: unknown } | { error: string; name: string });

/**
 * Within a thread: does the jobs that it is asked to, one after the other.
 *
 * @param work gives the result of a job; what it throws is told as the job's error
 */
export function answerJobs<Job extends object>(work: (job: Job) => unknown): void {
  parentPort?.on('message', ({ id, ...job }: { id: number }) => {
    let answer: Answer;
    try {
      answer = { id, result: work(job as Job) };
    } catch (error) {
      const { message, name } = error as Error;
      answer = { id, error: message, name };
    }
    parentPort?.postMessage(answer);
  });
}

export interface ThreadOptions {
  start(): Worker;
  /** So many jobs wait at most; more would only wait too long. */
  waitingMax: number;
  /** A thread that takes longer for a job is ended. */
  timeoutMs: number;
  /** Whether the process goes on while the thread has nothing to do, until it is closed. */
  keepsProcess: boolean;
  /** The error of a job that can't be done. */
  refuse(reason: string): Error;
  /** The error of a job that failed, as the thread tells it. */
  fail(message: string, name: string): Error;
}

export interface Thread<Job extends object> {
  /** The result of a job. @throws what `refuse` and `fail` make */
  ask(job: Job): Promise<unknown>;
  /** The thread that runs now, if there is one. */
  readonly running: Worker | null;
  close(): Promise<void>;
}

interface Waiting {
  worker: Worker;
  resolve(result: unknown): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * A thread that does one job after another. It is started with the first of them, and anew
 * when it died or a job took too long.
 */
export function createThread<Job extends object>(options: ThreadOptions): Thread<Job> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;
  const settle = (id: number, settleOne: (job: Waiting) => void) => {
    const job = waiting.get(id);
    if (job === undefined) return;
    clearTimeout(job.timer);
    waiting.delete(id);
    settleOne(job);
  };
  const refuseAll = (asked: Worker, reason: string) => {
    for (const [id, job] of [...waiting])
      if (job.worker === asked) settle(id, ({ reject }) => reject(options.refuse(reason)));
  };
  const start = (): Worker => {
    let started: Worker;
    try {
      started = options.start();
    } catch (error) {
      // The system gives no more threads.
      throw options.refuse((error as Error).message);
    }
    started.on('message', (answer: Answer) => {
      settle(answer.id, ({ resolve, reject }) => {
        if ('result' in answer) resolve(answer.result);
        else reject(options.fail(answer.error, answer.name));
      });
    });
    started.on('error', (error) => refuseAll(started, error.message));
    started.on('exit', () => {
      if (worker === started) worker = null;
      refuseAll(started, 'its thread ended');
    });
    // Whoever listens to a thread is kept by it: this comes behind that.
    if (!options.keepsProcess) started.unref();
    return started;
  };
  return {
    get running() {
      return worker;
    },
    ask(job) {
      if (waiting.size >= options.waitingMax) throw options.refuse('too many others are waiting');
      worker ??= start();
      const asked = worker;
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        const endLate = () => {
          if (!waiting.has(id)) return;
          settle(id, (late) => late.reject(options.refuse('it takes too long')));
          // A thread within a long call of a library ends when that does: others need another one.
          if (worker === asked) worker = null;
          void asked.terminate();
        };
        // Where this thread was held up itself, the answer lies there and comes in this turn.
        const timer = setTimeout(() => setImmediate(endLate), options.timeoutMs);
        waiting.set(id, { worker: asked, resolve, reject, timer });
        asked.postMessage({ id, ...job });
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
