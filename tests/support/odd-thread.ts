/** A thread that does what a test asks of it. */
import { parentPort } from 'node:worker_threads';

export type Task = { kind: 'echo' | 'fail' | 'die' | 'hang'; text: string };

parentPort?.on('message', ({ id, kind, text }: Task & { id: number }) => {
  if (kind === 'die') process.exit(1);
  // A call that doesn’t come back, as of a library.
  if (kind === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_000);
  parentPort?.postMessage(
    kind === 'fail' ? { id, error: text, name: 'Odd' } : { id, result: text },
  );
});
