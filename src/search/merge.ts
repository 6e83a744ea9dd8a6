import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { newestSeq } from '../changes/store.ts';
import type { HttpContext } from '../core/http/context.ts';
import { repeat } from '../core/repeat.ts';
import { mergeIndex } from './merge-store.ts';

const EVERY_MS = 60_000;
/** So many changes in public make some ten pieces. */
const CHANGES_MIN = 250;
/** A step holds others up for some 2 ms, longer where the disk is slow. */
const STEP = { pieces: 'alike', pages: 16 } as const;
/** Between two steps others have so many times as long, but for a limit: a server that ends waits for it too. */
const PAUSE_TIMES = 5;
const PAUSE_MAX_MS = 200;

/**
 * Keeps the pieces of the index few while the server runs (docs/decisions/0020). What comes fast,
 * as an import does, is merged when it has come.
 */
export function keepMerged(server: FastifyInstance, context: HttpContext): void {
  if (context.db.engine !== 'sqlite') return;
  const merger = createMerger(context);
  const merging = repeat(EVERY_MS, merger.tick, (error) =>
    context.log.warn({ err: error }, 'The search index could not be merged; trying again.'),
  );
  server.addHook('onListen', async () => merging.start());
  server.addHook('onClose', async () => {
    merger.stop();
    await merging.stop();
  });
}

export interface Merger {
  /** Merges what there is, if it is time. */
  tick(): Promise<void>;
  stop(): void;
}

/** The merging of the index without its timer. */
export function createMerger({ db }: Pick<HttpContext, 'db'>): Merger {
  let seen = 0;
  let merged = Number.NEGATIVE_INFINITY;
  let stopped = false;
  return {
    async tick() {
      const newest = await newestSeq(db.read);
      const isComingFast = newest - seen >= CHANGES_MIN;
      // An older database has taken the place of this one.
      if (newest < seen) merged = Number.NEGATIVE_INFINITY;
      seen = newest;
      if (isComingFast || newest - merged < CHANGES_MIN) return;
      const step = mergeIndex(db, STEP);
      let began = performance.now();
      while (!stopped && (await step())) {
        await sleep(Math.min(PAUSE_MAX_MS, PAUSE_TIMES * (performance.now() - began)));
        began = performance.now();
      }
      if (!stopped) merged = newest;
    },
    stop() {
      stopped = true;
    },
  };
}
