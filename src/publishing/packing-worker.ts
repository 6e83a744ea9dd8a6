/** The thread that compresses documents as they are published; `packing.ts` asks it. */
import { parentPort } from 'node:worker_threads';
import { compressNow, ENCODINGS, isWorthCompressing } from '../core/http/compression.ts';
import type { Answer } from '../core/thread.ts';
import type { Packing, Variant } from './packing.ts';

function pack(document: string): Variant[] {
  const whole = Buffer.from(document);
  if (!isWorthCompressing(whole.length)) return [];
  return ENCODINGS.map((encoding) => ({ encoding, bytes: compressNow(encoding, whole) }));
}

parentPort?.on('message', ({ id, documents }: Packing & { id: number }) => {
  let answer: Answer;
  try {
    answer = { id, result: documents.map(pack) };
  } catch (error) {
    const { message, name } = error as Error;
    answer = { id, error: message, name };
  }
  parentPort?.postMessage(answer);
});
