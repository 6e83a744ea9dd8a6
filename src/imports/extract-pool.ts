import { Worker } from 'node:worker_threads';
import { Problem } from '../core/errors.ts';
import type { Extraction } from '../extraction/schema.ts';
import type { Extract } from './prepare.ts';

/** So many texts wait at most; more would only wait too long. */
const WAITING_MAX = 32;
const TIMEOUT_MS = 30_000;

interface Waiting {
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export interface ExtractPool {
  extract: Extract;
  close(): Promise<void>;
}

/**
 * One worker thread that reads texts, so that long ones hold nobody up. It is started
 * with the first text, and anew when it died or took too long.
 */
export function createExtractPool(): ExtractPool {
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
  const failAll = (reason: string) => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(unavailable(reason)));
  };
  const start = (): Worker => {
    const started = startWorker();
    started.unref();
    started.on('message', (message: { id: number; extraction?: Extraction; error?: string }) => {
      settle(message.id, ({ resolve, reject }) => {
        if (message.extraction !== undefined) resolve(message.extraction);
        else reject(new Error(message.error));
      });
    });
    started.on('error', (error) => failAll(error.message));
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll('the reader ended');
    });
    return started;
  };

  return {
    extract: (text, { publishedOn }) => {
      if (waiting.size >= WAITING_MAX) throw unavailable('too many texts are waiting to be read');
      worker ??= start();
      const current = worker;
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          settle(id, (job) => job.reject(unavailable('the text took too long to read')));
          void current.terminate();
        }, TIMEOUT_MS);
        waiting.set(id, { resolve, reject, timer });
        current.postMessage({ id, text, publishedOn });
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** In development the worker is TypeScript, which a loader has to read. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./extract-worker.js', import.meta.url));
  const entry = JSON.stringify(new URL('./extract-worker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(code, { eval: true });
}

function unavailable(reason: string): Problem {
  return new Problem('unavailable', `The text can’t be read right now: ${reason}.`, {
    headers: { 'retry-after': '5' },
  });
}
