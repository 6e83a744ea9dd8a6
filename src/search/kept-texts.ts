import { createBoundedStore } from '../core/bounded-store.ts';
import type { FoundRow } from './find-store.ts';
import { isPlain } from './matches.ts';
import { readShownRow, type ShownRow, type StoredRow, textsOf } from './shown-row.ts';

/** What a row costs beside its texts. */
const ROW_OVERHEAD_BYTES = 1_024;

/**
 * A bounded store of what hits were shown from, by the entity tags of the documents. Whatever
 * changes has another tag then, so that nothing in it is ever wrong, and none has to be dropped.
 */
export interface KeptTexts {
  get(etag: string): ShownRow | undefined;
  keep(etag: string, row: ShownRow, stored: StoredRow): void;
  readonly size: number;
}

export function createKeptTexts(maxBytes: number): KeptTexts {
  const rows = createBoundedStore<ShownRow>(maxBytes);
  return {
    get(etag) {
      const row = rows.get(etag);
      // Texts that are looked through again are looked at more closely.
      if (row !== undefined) row.arePlain ??= textsOf(row).every(isPlain);
      return row;
    },
    keep(etag, row, stored) {
      rows.keep(etag, sizeOf(stored), row);
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
