import { LRUCache } from 'lru-cache';
import type { Rendition } from './rendition.ts';

/** What an entry costs beside its bytes: keys, headers and bookkeeping. */
const ENTRY_OVERHEAD_BYTES = 1_024;

/**
 * A bounded cache of finished answers by request target. Everything that changes in
 * public names tags (ids); the answers that carry one of them are dropped.
 */
export interface AnswerCache {
  get(key: string): Rendition | undefined;
  /** A mark taken before reading the database, so that an answer made stale meanwhile is not kept. */
  mark(): number;
  set(key: string, rendition: Rendition, mark: number): void;
  drop(tags: readonly string[]): void;
  readonly bytes: number;
}

export function createAnswerCache(maxBytes: number): AnswerCache {
  const keysByTag = new Map<string, Set<string>>();
  let generation = 0;
  const entries = new LRUCache<string, Rendition>({
    maxSize: Math.max(1, maxBytes),
    // A compressed variant made later counts for about as much again.
    sizeCalculation: (rendition, key) =>
      2 * rendition.body.length + key.length + ENTRY_OVERHEAD_BYTES,
    dispose: (rendition, key) => forget(rendition.tags, key),
  });

  function forget(tags: readonly string[], key: string): void {
    for (const tag of tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function remember(tags: readonly string[], key: string): void {
    for (const tag of tags) {
      const keys = keysByTag.get(tag);
      if (keys === undefined) keysByTag.set(tag, new Set([key]));
      else keys.add(key);
    }
  }

  return {
    get: (key) => entries.get(key),
    mark: () => generation,
    set(key, rendition, mark) {
      if (mark !== generation) return;
      entries.set(key, rendition);
      if (entries.has(key)) remember(rendition.tags, key);
    },
    drop(tags) {
      generation += 1;
      for (const tag of tags) {
        for (const key of [...(keysByTag.get(tag) ?? [])]) entries.delete(key);
      }
    },
    get bytes() {
      return entries.calculatedSize;
    },
  };
}
