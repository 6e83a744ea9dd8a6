/** Articles in other formats; long ones are written by a thread, so that they hold nobody up. */
import { unavailable } from '../core/errors.ts';
import { createThread, startThread } from '../core/thread.ts';
import type { Article, Surroundings } from './surroundings.ts';
import { type Format, type Written, write } from './write.ts';

/** UTF-16 units of a document that is long: text stands in it three times. */
const LONG = 50_000;
/** So many wait at most; more would only wait too long. */
const WAITING_MAX = 32;
const TIMEOUT_MS = 30_000;

/** What is to be written. */
export interface Writing {
  /** The public document of an article. */
  document: string;
  around: Surroundings;
  format: Format;
}

export interface FormatWriter {
  /**
   * @param article what the document holds
   * @throws Problem unavailable
   */
  write(writing: Writing, article: Article): Promise<Written>;
  close(): Promise<void>;
}

export function createFormatWriter(): FormatWriter {
  const thread = createThread<Writing>({
    start: () => startThread('writer-worker', import.meta.url),
    waitingMax: WAITING_MAX,
    timeoutMs: TIMEOUT_MS,
    keepsProcess: true,
    refuse: (reason) => unavailable(`The article can’t be written right now: ${reason}.`),
    fail: (message) => new Error(message),
  });
  /** What is being written, for all who ask for the same meanwhile. */
  const running = new Map<string, Promise<Written>>();
  const writeAside = (writing: Writing): Promise<Written> => {
    const key = keyOf(writing);
    const known = running.get(key);
    if (known !== undefined) return known;
    const written = thread.ask(writing).finally(() => running.delete(key)) as Promise<Written>;
    running.set(key, written);
    return written;
  };
  return {
    write: async (writing, article) =>
      writing.document.length < LONG
        ? write(article, writing.around, writing.format)
        : writeAside(writing),
    close: thread.close,
  };
}

/** All that an article in a format is made of. */
function keyOf({ document, format, around: { sources, ...site } }: Writing): string {
  return JSON.stringify([format, site, [...sources]]) + document;
}
