/** The thread that reads texts and inputs; `reader.ts` says what it is asked. */
import { parentPort } from 'node:worker_threads';
import type { Answer } from '../core/thread.ts';
import { extract } from '../extraction/extract.ts';
import type { Job, Question } from './reader.ts';
import { type FindKnown, type Piece, readPieces } from './reading.ts';

/** Inputs that are being read, by the numbers of their readings. */
const readings = new Map<number, AsyncGenerator<Piece>>();

/** What was asked and is not answered yet, by the numbers of the questions. */
const asked = new Map<number, (known: Awaited<ReturnType<FindKnown>>) => void>();
let questions = 0;

const lookupFor =
  (reading: number): FindKnown =>
  (stories) =>
    new Promise((resolve) => {
      questions += 1;
      asked.set(questions, resolve);
      const question: Question = { question: questions, reading, stories };
      parentPort?.postMessage(question);
    });

async function work(job: Exclude<Job, { kind: 'known' }>): Promise<unknown> {
  switch (job.kind) {
    case 'extract': {
      const { text, publishedOn } = job;
      return new TextEncoder().encode(JSON.stringify(extract(text, { publishedOn })));
    }
    case 'open':
      readings.set(job.reading, readPieces(job.source, job.options, lookupFor(job.reading)));
      return null;
    case 'next': {
      const reading = readings.get(job.reading);
      if (reading === undefined) throw new Error('The reading is not open.');
      const { done, value } = await reading.next();
      return done ? null : value;
    }
    case 'close':
      await readings.get(job.reading)?.return(undefined);
      readings.delete(job.reading);
      return null;
  }
}

/** Finished bytes are handed over, not copied. */
function send(answer: Answer): void {
  const isBytes = 'result' in answer && answer.result instanceof Uint8Array;
  parentPort?.postMessage(
    answer,
    isBytes ? [(answer.result as Uint8Array<ArrayBuffer>).buffer] : [],
  );
}

parentPort?.on('message', async (job: Job & { id: number }) => {
  if (job.kind === 'known') {
    asked.get(job.question)?.(job.known);
    asked.delete(job.question);
    return;
  }
  const { id } = job;
  try {
    send({ id, result: await work(job) });
  } catch (error) {
    const { message, name } = error instanceof Error ? error : new Error(String(error));
    send({ id, error: message, name });
  }
});
