import type { Worker } from 'node:worker_threads';
import { type Problem, unavailable } from '../core/errors.ts';
import { type Answer, createThread, startThread } from '../core/thread.ts';
import { Unreadable } from '../text/encoding.ts';
import type { ImportOptions } from './batch.ts';
import type { FindKnown, Piece, Source, StoryKey } from './reading.ts';

/** So many jobs wait at most; more would only wait too long. */
const WAITING_MAX = 32;
const TIMEOUT_MS = 30_000;

/** What the thread is asked to do. */
export type Job =
  | { kind: 'extract'; text: string; publishedOn: string | undefined }
  | { kind: 'open'; reading: number; source: Source; options: ImportOptions }
  | { kind: 'next' | 'close'; reading: number }
  /** What is known of the stories that it asked for. */
  | { kind: 'known'; question: number; known: Awaited<ReturnType<FindKnown>> };

/** What it asks while it reads. */
export interface Question {
  question: number;
  reading: number;
  stories: readonly StoryKey[];
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

/** A thread that reads texts and inputs, so that long ones hold nobody up. */
export function createReader({ timeoutMs = TIMEOUT_MS } = {}): Reader {
  const lookups = new Map<number, FindKnown>();
  let readings = 0;
  /** What can’t be looked up is read; it is looked up again before it is written. */
  const reply = async (asking: Worker, { question, reading, stories }: Question) => {
    const known = await lookups
      .get(reading)?.(stories)
      .catch(() => undefined);
    const job: Job = { kind: 'known', question, known: known ?? new Map() };
    asking.postMessage(job);
  };
  const thread = createThread<Job>({
    start() {
      const started = startThread('reader-worker', import.meta.url);
      started.on('message', (message: Answer | Question) => {
        if ('question' in message) void reply(started, message);
      });
      return started;
    },
    waitingMax: WAITING_MAX,
    timeoutMs,
    keepsProcess: true,
    refuse: notRead,
    fail: (message, name) =>
      name === Unreadable.name ? new Unreadable(message) : new Error(message),
  });

  return {
    extract: async (text, publishedOn) =>
      (await thread.ask({ kind: 'extract', text, publishedOn })) as Uint8Array,
    async *read(source, options, findKnown) {
      readings += 1;
      const reading = readings;
      await thread.ask({ kind: 'open', reading, source, options });
      const opener = thread.running;
      lookups.set(reading, findKnown);
      const next = async () => {
        if (thread.running !== opener) throw notRead('its thread ended');
        return (await thread.ask({ kind: 'next', reading })) as Piece | null;
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
        opener?.postMessage({ kind: 'close', reading } satisfies Job);
      }
    },
    close: thread.close,
  };
}

function notRead(reason: string): Problem {
  return unavailable(`The text can’t be read right now: ${reason}.`);
}
