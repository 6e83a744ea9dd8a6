import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Problem, unavailable } from '../core/errors.ts';
import { STALL_MS } from '../core/http/head.ts';
import type { Signal } from '../core/signal.ts';
import type { ChangeEvent, ChangeFeed } from './feed.ts';
import { SEQ_MAX } from './schema.ts';

export interface StreamSettings {
  feed: ChangeFeed;
  changed: Signal;
  /** Told when reading the log fails; the stream goes on as soon as it can be read again. */
  onError(error: unknown): void;
  /** A comment goes out as often, so that proxies keep the connection and dead ones show. */
  heartbeatMs?: number;
  /** For how long a reader may take nothing before its connection is dropped. */
  stallMs?: number;
  streamsMax?: number;
  clientStreamsMax?: number;
}

/** The open event streams of this process (WHATWG HTML §9.2, server-sent events). */
export interface ChangeStreams {
  /** @throws Problem unavailable, too-many-requests */
  admit(client: string): void;
  /** Sends what follows a place of the log, and goes on until either side ends it. */
  open(response: ServerResponse, client: string, after: number): void;
  /** Ends all streams where another log took the place of theirs: their readers are told as they come again. */
  replace(): void;
  /** Ends all streams; their readers go on with another process. */
  close(): void;
  readonly size: number;
}

interface Stream {
  response: ServerResponse;
  client: string;
  after: number;
  wake: () => void;
}

/** What a reader is to wait before it connects again. */
const RETRY_MS = 2_000;
/** After which a log that could not be read is read again. */
const AGAIN_MS = 500;

export function createChangeStreams(settings: StreamSettings): ChangeStreams {
  const { feed, changed, heartbeatMs = 15_000, stallMs = STALL_MS } = settings;
  const { streamsMax = 500, clientStreamsMax = 50 } = settings;
  const streams = new Set<Stream>();
  let closed = false;
  let version = 0;

  const stopListening = changed.listen(() => {
    version += 1;
    for (const stream of streams) stream.wake();
  });
  const heartbeat = setInterval(() => {
    for (const { response } of streams) {
      if (!response.writableNeedDrain) response.write(': heartbeat\n\n');
    }
  }, heartbeatMs);
  heartbeat.unref();

  /**
   * Browsers don't come again once a 503 answers them, so that a stream is kept open while the
   * log can't be read.
   */
  async function readNext(stream: Stream, seen: number): Promise<ChangeEvent | null | undefined> {
    try {
      return await feed.next(stream.after, seen);
    } catch (error) {
      // One that has ended reads nothing any more: the database may be closed already.
      if (!streams.has(stream)) return undefined;
      settings.onError(error);
      await woken(stream, AGAIN_MS);
      return undefined;
    }
  }

  /** Sends until the stream ends. Only what the socket has not taken yet is held for a reader. */
  async function follow(stream: Stream): Promise<void> {
    const { response } = stream;
    while (streams.has(stream)) {
      const seen = version;
      const event = await readNext(stream, seen);
      if (!streams.has(stream)) return;
      if (event === undefined) continue;
      if (event === null) {
        if (seen === version) await woken(stream);
        continue;
      }
      // What follows was pruned meanwhile: the reader comes again and is told so.
      if (event.seq !== stream.after + 1) return;
      stream.after = event.seq;
      if (!response.write(event.bytes)) await drained(response, stallMs);
    }
  }

  function endAll(lastWords?: string): void {
    for (const stream of streams) {
      streams.delete(stream);
      stream.response.end(lastWords);
      stream.wake();
    }
  }

  return {
    admit(client) {
      if (closed || streams.size >= streamsMax) {
        throw unavailable('No more streams can be opened here right now.');
      }
      const own = [...streams].filter((stream) => stream.client === client).length;
      if (own < clientStreamsMax) return;
      throw new Problem('too-many-requests', `At most ${clientStreamsMax} streams a client.`, {
        headers: { 'retry-after': '30' },
      });
    },
    open(response, client, after) {
      const stream: Stream = { response, client, after, wake: () => undefined };
      const end = () => {
        streams.delete(stream);
        stream.wake();
      };
      response.on('close', end);
      response.on('error', end);
      streams.add(stream);
      // An id without data: a reader that is cut off before the first event comes back with it.
      response.write(`retry: ${RETRY_MS}\nid: ${after}\n\n`);
      follow(stream)
        .catch(settings.onError)
        .finally(() => response.end());
    },
    // Their own places may be those of other changes now; this one is never in a log.
    replace: () => endAll(`id: ${SEQ_MAX}\n\n`),
    close() {
      closed = true;
      clearInterval(heartbeat);
      stopListening();
      endAll();
    },
    get size() {
      return streams.size;
    },
  };
}

/** Waits until the stream is woken, or for so long. */
async function woken(stream: Stream, waitMs?: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    stream.wake = resolve;
    if (waitMs !== undefined) timer = setTimeout(resolve, waitMs);
  });
  clearTimeout(timer);
}

/** Waits until the socket takes more; a reader that takes nothing for too long is dropped. */
async function drained(response: ServerResponse, stallMs: number): Promise<void> {
  const waiting = new AbortController();
  const stalled = setTimeout(() => response.destroy(), stallMs);
  const { signal } = waiting;
  await Promise.race([
    once(response, 'drain', { signal }),
    once(response, 'close', { signal }),
  ]).catch(() => undefined);
  clearTimeout(stalled);
  waiting.abort();
}
