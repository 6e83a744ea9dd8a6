import type { Worker } from 'node:worker_threads';
import { Problem } from '../core/errors.ts';
import { startThread } from '../core/thread.ts';
import { Unreadable } from '../text/encoding.ts';
import type { ImportOptions } from './batch.ts';
import type { FindKnown, Piece, Source, StoryKey } from './reading.ts';

/** So many jobs wait at most; more would only wait too long. */
const WAITING_MAX = 32;
const TIMEOUT_MS = 30_000;

/** What the thread is asked to do. */
export type Job = { id: number } & (
  | { kind: 'extract'; text: string; publishedOn: string | undefined }
  | { kind: 'open'; reading: number; source: Source; options: ImportOptions }
  | { kind: 'next' | 'close'; reading: number }
  /** What is known of the stories that it asked for. */
  | { kind: 'known'; known: Awaited<ReturnType<FindKnown>> }
);
type Asked = Job extends infer J ? (J extends Job ? Omit<J, 'id'> : never) : never;

/** What it asks while it reads. */
export interface Question {
  question: number;
  reading: number;
  stories: readonly StoryKey[];
}

/** What it answers. */
export type Answer = { id: number } & (
  | { result: unknown }
  | { unreadable: string }
  | { error: string }
);

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

export interface Reader {
  /**
   * What is found in a plain text.
   *
   * @returns an `Extraction` as JSON
   * @throws Problem unavailable
   */
  extract(text: string, publishedOn: string | undefined): Promise<Uint8Array>;
  /**
   * Reads an input piece by piece, each while the one before it is worked on.
   *
   * @param findKnown tells which stories are here already and need not be read
   * @throws Unreadable, Problem unavailable
   */
  read(source: Source, options: ImportOptions, findKnown: FindKnown): AsyncGenerator<Piece>;
  close(): Promise<void>;
}

/**
 * A thread that reads texts and inputs, so that long ones hold nobody up. It is started
 * with the first of them, and anew when it died or a job took too long.
 */
export function createReader({ timeoutMs = TIMEOUT_MS } = {}): Reader {
  const waiting = new Map<number, Waiting>();
  const lookups = new Map<number, FindKnown>();
  let worker: Worker | null = null;
  let count = 0;
  const nextNumber = () => {
    count += 1;
    return count;
  };

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
  /** What can’t be looked up is read; it is looked up again before it is written. */
  const reply = async (asking: Worker, { question, reading, stories }: Question) => {
    const known = await lookups
      .get(reading)?.(stories)
      .catch(() => undefined);
    const job: Job = { id: question, kind: 'known', known: known ?? new Map() };
    asking.postMessage(job);
  };
  const start = (): Worker => {
    const started = startThread('reader-worker', import.meta.url);
    started.on('message', (answer: Answer | Question) => {
      if ('question' in answer) return void reply(started, answer);
      settle(answer.id, ({ resolve, reject }) => {
        if ('result' in answer) resolve(answer.result);
        else if ('unreadable' in answer) reject(new Unreadable(answer.unreadable));
        else reject(new Error(answer.error));
      });
    });
    started.on('error', (error) => failAll(error.message));
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll('the reader ended');
    });
    return started;
  };
  const ask = (asked: Asked): Promise<unknown> => {
    if (waiting.size >= WAITING_MAX) throw unavailable('too many texts are waiting to be read');
    worker ??= start();
    const current = worker;
    const id = nextNumber();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        settle(id, (job) => job.reject(unavailable('the text took too long to read')));
        void current.terminate();
      }, timeoutMs);
      waiting.set(id, { resolve, reject, timer });
      current.postMessage({ id, ...asked });
    });
  };

  return {
    extract: async (text, publishedOn) =>
      (await ask({ kind: 'extract', text, publishedOn })) as Uint8Array,
    async *read(source, options, findKnown) {
      const reading = nextNumber();
      await ask({ kind: 'open', reading, source, options });
      const opener = worker;
      lookups.set(reading, findKnown);
      const next = async () => {
        if (worker !== opener) throw unavailable('the reader ended');
        return (await ask({ kind: 'next', reading })) as Piece | null;
      };
      try {
        let coming = next();
        for (;;) {
          const piece = await coming;
          if (piece === null) return;
          coming = next();
          // What goes wrong meanwhile is told when it is waited for.
          coming.catch(() => undefined);
          yield piece;
        }
      } finally {
        lookups.delete(reading);
        opener?.postMessage({ id: nextNumber(), kind: 'close', reading } satisfies Job);
      }
    },
    async close() {
      await worker?.terminate();
    },
  };
}

function unavailable(reason: string): Problem {
  return new Problem('unavailable', `The text can’t be read right now: ${reason}.`, {
    headers: { 'retry-after': '5' },
  });
}
