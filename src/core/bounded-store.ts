import { LRUCache } from 'lru-cache';

/**
 * What is kept in memory up to a number of bytes. While there is room everything is kept. Then
 * only what comes a second time within a while takes the place of what was not asked for for the
 * longest time: what comes once, as a crawler makes it, pushes nothing out.
 */
export interface BoundedStore<V extends object> {
  get(key: string): V | undefined;
  keep(key: string, bytes: number, value: V): void;
  delete(key: string): void;
  readonly size: number;
  readonly bytes: number;
}

/** @param passersBy among so many of the last ones that were not kept, one that comes again is known */
export function createBoundedStore<V extends object>(
  maxBytes: number,
  passersBy: number,
): BoundedStore<V> {
  const isKnown = createRecollection(passersBy);
  const entries = new LRUCache<string, V>({ maxSize: Math.max(1, maxBytes) });
  return {
    get: (key) => entries.get(key),
    keep(key, bytes, value) {
      const hasRoom = entries.calculatedSize + bytes <= maxBytes;
      if (hasRoom || isKnown(key)) entries.set(key, value, { size: bytes });
    },
    delete: (key) => void entries.delete(key),
    get size() {
      return entries.size;
    },
    get bytes() {
      return entries.calculatedSize;
    },
  };
}

/** Tells whether a key was asked about before, among about as many of the last ones. */
function createRecollection(max: number): (key: string) => boolean {
  let recent = new Set<string>();
  let older = new Set<string>();
  return (key) => {
    if (recent.has(key)) return true;
    const isOld = older.has(key);
    recent.add(key);
    if (recent.size >= max / 2) {
      older = recent;
      recent = new Set();
    }
    return isOld;
  };
}
