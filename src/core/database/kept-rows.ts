import { createBoundedStore } from '../bounded-store.ts';
import type { Finished, Tables } from './rows.ts';

/** What a row costs beside its document: ids, moments and bookkeeping. */
const ROW_OVERHEAD_BYTES = 1_024;

/**
 * What is kept of the rows of each table beside their documents. All of it follows from the
 * document, so that no row has another value of it and the same entity tag.
 */
export const KEPT_COLUMNS = {
  PublishedTurn: ['id', 'articleId', 'speakerId', 'publishedAt'],
  PublishedQuote: ['id', 'articleId', 'speakerId', 'publishedAt'],
  // A claim without a date has that of its article's first publication, which never changes.
  PublishedClaim: ['id', 'articleId', 'figureId', 'sourceId', 'asOfFrom', 'publishedAt'],
} as const satisfies { [T in keyof Tables]?: readonly (keyof Tables[T])[] };

export type KeptTable = keyof typeof KEPT_COLUMNS;

/** A document and its entity tag; the columns of its table are with them. */
export interface KeptRow {
  etag: string;
  document: Finished;
}

/**
 * A bounded store of rows that lists showed, by the entity tags of their documents. Whatever
 * changes has another tag then, so that no row in it is ever wrong, and none has to be dropped.
 */
export interface KeptRows {
  /** The rows that have these tags; null unless all of them are kept. */
  find(etags: readonly string[]): KeptRow[] | null;
  keep(row: KeptRow): void;
  readonly size: number;
}

/** V8 takes two bytes for each character as soon as one needs them. */
function bytesOf(document: Finished): number {
  return typeof document === 'string' ? 2 * document.length : document.length;
}

export function createKeptRows(maxBytes: number): KeptRows {
  const rows = createBoundedStore<KeptRow>(maxBytes);
  return {
    find(etags) {
      const found: KeptRow[] = [];
      for (const etag of etags) {
        const row = rows.get(etag);
        if (row === undefined) return null;
        found.push(row);
      }
      return found;
    },
    keep(row) {
      rows.keep(row.etag, bytesOf(row.document) + ROW_OVERHEAD_BYTES, row);
    },
    get size() {
      return rows.size;
    },
  };
}
