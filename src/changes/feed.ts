import { LRUCache } from 'lru-cache';
import type { Client } from '../core/database/types.ts';
import { renderChange } from './entry.ts';
import { listChanges } from './store.ts';

/** How many changes are read at a time, and how many bytes of them are kept for all readers. */
const BATCH = 20;
const KEPT_BYTES = 8 * 1024 * 1024;
const OVERHEAD_BYTES = 200;

/** One change as an event of a stream. */
export interface ChangeEvent {
  seq: number;
  bytes: Buffer;
}

/** The log as events, read once for all streams that stand at the same place. */
export interface ChangeFeed {
  /**
   * The change that follows a place; null where the log ends. `version` tells apart reads
   * before and after something was told to have changed, so that an older read that is
   * still running never answers for a newer one.
   */
  next(after: number, version: number): Promise<ChangeEvent | null>;
  /** Keeps nothing of what was read: another log took the place of this one. */
  forget(): void;
}

/** @param catchUp drops what the changes that were read make stale, before they are told */
export function createChangeFeed(client: Client, catchUp: () => Promise<void>): ChangeFeed {
  const kept = new LRUCache<number, ChangeEvent>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length + OVERHEAD_BYTES,
  });
  const reading = new Map<string, Promise<ChangeEvent | null>>();
  let forgotten = 0;

  const read = async (after: number): Promise<ChangeEvent | null> => {
    const before = forgotten;
    const { changes } = await listChanges(client, after, BATCH);
    await catchUp();
    const events = changes.map((row) => ({
      seq: row.seq,
      bytes: Buffer.from(`id: ${row.seq}\ndata: ${renderChange(row)}\n\n`),
    }));
    if (before === forgotten) for (const event of events) kept.set(event.seq, event);
    return events[0] ?? null;
  };

  return {
    async next(after, version) {
      const known = kept.get(after + 1);
      if (known !== undefined) return known;
      const key = `${after}:${version}`;
      const running = reading.get(key);
      if (running !== undefined) return running;
      const started = read(after).finally(() => reading.delete(key));
      reading.set(key, started);
      return started;
    },
    forget() {
      forgotten += 1;
      kept.clear();
      reading.clear();
    },
  };
}
