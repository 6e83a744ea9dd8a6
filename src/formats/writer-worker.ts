/** The thread that writes long articles in other formats; `writer.ts` asks it. */
import { parentPort } from 'node:worker_threads';
import type { Answer } from '../core/thread.ts';
import { type Writing, write } from './write.ts';

parentPort?.on('message', ({ id, ...writing }: Writing & { id: number }) => {
  let answer: Answer;
  try {
    answer = { id, result: write(writing) };
  } catch (error) {
    const { message, name } = error as Error;
    answer = { id, error: message, name };
  }
  parentPort?.postMessage(answer);
});
