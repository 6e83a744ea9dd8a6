/** The thread that compresses documents as they are published; `packing.ts` asks it. */
import { compressNow, forEncodings, isWorthCompressing } from '../core/http/compression.ts';
import { answerJobs } from '../core/thread.ts';
import type { PackedDocument, Packing } from './packing.ts';

function pack(document: string): PackedDocument {
  const whole = Buffer.from(document);
  const isWorth = isWorthCompressing(whole.length);
  return forEncodings((encoding) => (isWorth ? compressNow(encoding, whole) : null));
}

answerJobs<Packing>(({ documents }) => documents.map(pack));
