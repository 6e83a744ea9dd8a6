/**
 * Compressing what is published, by a thread, while the transaction writes the rest. Node’s own
 * threads would do, but need more time to be told of a document than to compress it.
 */
import { type Encoding, forEncodings } from '../core/http/compression.ts';
import { createThread, startThread } from '../core/thread.ts';

/** One transaction writes at a time; more only wait for a thread that hangs. */
const WAITING_MAX = 10;
/** Less than others wait to write (`BUSY_TIMEOUT_MS`). */
const TIMEOUT_MS = 3_000;

/** A document in each encoding, as the database keeps it; `null` where it isn’t compressed. */
export type PackedDocument = Record<Encoding, Uint8Array<ArrayBuffer> | null>;

/** Documents that are to be compressed. */
export interface Packing {
  documents: readonly string[];
}

const thread = createThread<Packing>({
  start: () => startThread('packing-worker', import.meta.url),
  waitingMax: WAITING_MAX,
  timeoutMs: TIMEOUT_MS,
  keepsProcess: false,
  refuse: (reason) => new Error(reason),
  fail: (message) => new Error(message),
});

/**
 * Each document in every encoding, or in none: what is too short for it is sent as it is, and
 * what can’t be compressed now is published all the same, and compressed when it is asked for.
 */
export async function packDocuments(documents: readonly string[]): Promise<PackedDocument[]> {
  try {
    return (await thread.ask({ documents })) as PackedDocument[];
  } catch (error) {
    warn((error as Error).message);
    return documents.map(() => forEncodings(() => null));
  }
}

let isWarned = false;

/** Once, as it is likely to go on: nobody would know otherwise why answers take longer. */
function warn(reason: string): void {
  if (isWarned) return;
  isWarned = true;
  process.emitWarning(`Documents aren’t compressed as they are published: ${reason}.`);
}
