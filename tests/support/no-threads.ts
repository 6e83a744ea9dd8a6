/** A system that gives this process no thread any more, as where a limit is reached. */
import { createRequire, syncBuiltinESMExports } from 'node:module';

const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: unknown };

/** Runs something while every thread that is to be started is refused. */
export async function withoutThreads<T>(run: () => Promise<T>): Promise<T> {
  const { Worker } = threads;
  threads.Worker = class {
    constructor() {
      throw new Error('ERR_WORKER_INIT_FAILED');
    }
  };
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    threads.Worker = Worker;
    syncBuiltinESMExports();
  }
}
