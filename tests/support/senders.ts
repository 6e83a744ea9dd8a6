import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A process that sends webhooks. */
export interface Sender {
  /** Ends it at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/** Starts a sender whose clock differs from the real one, and waits until it sends. */
export function startSender(databaseUrl: string, offsetMs = 0): Promise<Sender> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(join(import.meta.dirname, 'webhook-sender.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: databaseUrl, CLOCK_OFFSET_MS: String(offsetMs) },
    });
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.once('error', reject);
    child.once('message', () =>
      resolve({
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      }),
    );
  });
}
