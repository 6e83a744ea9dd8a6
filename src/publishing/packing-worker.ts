/** The thread that compresses documents as they are published; `packing.ts` asks it. */
import { compressNow, ENCODINGS, isWorthCompressing } from '../core/http/compression.ts';
import { answerJobs } from '../core/thread.ts';
import type { PackedDocument, Packing } from './packing.ts';

function pack(document: string): PackedDocument[] {
  const whole = Buffer.from(document);
  if (!isWorthCompressing(whole.length)) return [];
  return ENCODINGS.map((encoding) => ({ encoding, bytes: compressNow(encoding, whole) }));
}

answerJobs<Packing>(({ documents }) => documents.map(pack));
