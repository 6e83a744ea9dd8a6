import { parentPort } from 'node:worker_threads';
import { extract } from '../extraction/extract.ts';

interface Job {
  id: number;
  text: string;
  publishedOn: string | undefined;
}

parentPort?.on('message', ({ id, text, publishedOn }: Job) => {
  try {
    parentPort?.postMessage({ id, extraction: extract(text, { publishedOn }) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
