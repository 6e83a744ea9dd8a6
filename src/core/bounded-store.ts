import { LRUCache } from 'lru-cache';

/**
 * What is kept in memory up to a number of bytes. While there is room everything is kept. Then
 * only what comes a second time within a while takes the place of what was not asked for for the
 * longest time: what comes once, as a crawler makes it, pushes nothing out.
 */
export interface BoundedStore<V extends object> {
  get(key: string): V | undefined;
  /** What is larger than all that may be kept is not, nor what its key had before. */
  keep(key: string, bytes: number, value: V): void;
  delete(key: string): void;
  readonly size: number;
  readonly bytes: number;
}

/**
 * One that was not kept is known when it comes again soon: after so many others two times of five,
 * after a quarter of that four of five.
 */
const PASSERS_BY = 4_096;

export function createBoundedStore<V extends object>(maxBytes: number): BoundedStore<V> {
  const isKnown = createRecollection(PASSERS_BY);
  const entries = new LRUCache<string, V>({ maxSize: Math.max(1, maxBytes) });
  return {
    get: (key) => entries.get(key),
    keep(key, bytes, value) {
      if (bytes > maxBytes) return void entries.delete(key);
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

/**
 * Tells whether a key was asked about before. Each is remembered by its hash until another one
 * has its place, so that nothing of a key is kept.
 */
function createRecollection(places: number): (key: string) => boolean {
  const hashes = new Int32Array(places);
  return (key) => {
    const hash = hashOf(key);
    const place = (hash >>> 0) % places;
    const isKnown = hashes[place] === hash;
    hashes[place] = hash;
    return isKnown;
  };
}

/** 32-bit FNV-1a of the UTF-16 code units; never 0, which stands where nothing was remembered. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < key.length; at += 1)
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash || 1;
}
