import { LRUCache } from 'lru-cache';
import { createRecollection } from '../core/recollection.ts';
import type { FoundRow } from './find-store.ts';
import { isPlain } from './matches.ts';
import { readShownRow, type ShownRow, type StoredRow, textsOf } from './shown-row.ts';

/** What a row costs beside its texts. */
const ROW_OVERHEAD_BYTES = 1_024;
/** Among so many of the last rows that were not kept, one that is found again is known. */
const PASSERS_BY_MAX = 512;

/**
 * A bounded store of what hits were shown from, by the entity tags of the documents. Whatever
 * changes has another tag then, so that nothing in it is ever wrong, and none has to be dropped.
 * Who stays is chosen as among answers (core/http/answer-cache.ts).
 */
export interface KeptTexts {
  get(etag: string): ShownRow | undefined;
  keep(etag: string, row: ShownRow, stored: StoredRow): void;
  readonly size: number;
}

interface Entry {
  row: ShownRow;
  bytes: number;
}

export function createKeptTexts(maxBytes: number): KeptTexts {
  const isKnown = createRecollection(PASSERS_BY_MAX);
  const rows = new LRUCache<string, Entry>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ bytes }) => bytes,
  });
  return {
    get(etag) {
      const entry = rows.get(etag);
      if (entry === undefined) return undefined;
      const { row } = entry;
      // Texts that are looked through again are looked at more closely.
      row.arePlain ??= textsOf(row).every(isPlain);
      return row;
    },
    keep(etag, row, stored) {
      const bytes = sizeOf(stored);
      const hasRoom = rows.calculatedSize + bytes <= maxBytes;
      // A copy, as answers are kept.
      if (hasRoom || isKnown(etag)) rows.set(etag, { row: { ...row }, bytes });
    },
    get size() {
      return rows.size;
    },
  };
}

/** Two bytes a unit; what is shown whole is kept as JSON as well. */
function sizeOf({ shown, texts }: StoredRow): number {
  return 4 * shown.length + 2 * texts.length + ROW_OVERHEAD_BYTES;
}

/** What the hit of a row is shown from; null where that isn't published. */
export function showRow({ type, etag, shown, texts }: FoundRow, kept: KeptTexts): ShownRow | null {
  if (etag === null || shown === null || (type === 'article' && texts === null)) return null;
  const known = kept.get(etag);
  if (known !== undefined) return known;
  const stored = { type, shown: String(shown), texts: String(texts ?? '') };
  const row = readShownRow(stored);
  kept.keep(etag, row, stored);
  return row;
}
