/** The thread that writes long articles in other formats; `writer.ts` asks it. */
import { parentPort } from 'node:worker_threads';
import type { Answer } from '../core/thread.ts';
import type { Article } from './surroundings.ts';
import { write } from './write.ts';
import type { Writing } from './writer.ts';

parentPort?.on('message', ({ id, document, around, format }: Writing & { id: number }) => {
  let answer: Answer;
  try {
    answer = { id, result: write(JSON.parse(document) as Article, around, format) };
  } catch (error) {
    const { message, name } = error as Error;
    answer = { id, error: message, name };
  }
  parentPort?.postMessage(answer);
});
