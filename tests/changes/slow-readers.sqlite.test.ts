import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChangeFeed } from '../../src/changes/feed.ts';
import {
  type ChangeStreams,
  createChangeStreams,
  type StreamSettings,
} from '../../src/changes/streams.ts';
import { createSignal } from '../../src/core/signal.ts';
import { append } from '../support/changes.ts';
import { readEvents } from '../support/events.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { eventually } from '../support/waiting.ts';

const CHANGES = 300;
const DOCUMENT_BYTES = 100_000;

describe('readers of the stream that take nothing', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const document = JSON.stringify({ text: 'x'.repeat(DOCUMENT_BYTES) });
    await append(newsroom, CHANGES, document);
  });
  afterAll(() => newsroom.close());

  /** The streams behind a plain HTTP server, with shorter times than the app’s. */
  async function serve(settings: Partial<StreamSettings>) {
    const responses: ServerResponse[] = [];
    const streams: ChangeStreams = createChangeStreams({
      feed: createChangeFeed(newsroom.db.read, newsroom.context.catchUp),
      changed: createSignal(),
      onError: (error) => expect.fail(String(error)),
      ...settings,
    });
    const server = createServer((request, response) => {
      try {
        streams.admit('client');
      } catch {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      responses.push(response);
      streams.open(response, 'client', Number(request.url?.slice(1)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = async () => {
      streams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return { port, responses, streams, close };
  }

  /** Asks for the stream and then reads nothing of it. */
  function ask(port: number): Promise<Socket> {
    return new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => {
        socket.pause();
        socket.write('GET /0 HTTP/1.1\r\nhost: x\r\n\r\n');
        resolve(socket);
      });
      socket.on('error', () => undefined);
    });
  }

  it('hold one change each in memory, while others read to the end', async () => {
    const { port, responses, close } = await serve({});
    const slow = await Promise.all(Array.from({ length: 10 }, () => ask(port)));
    await eventually(() => responses.length === 10 && responses.every((r) => r.writableNeedDrain));
    const fast = await readEvents(`http://127.0.0.1:${port}/0`);
    await fast.until(() => fast.events.length === CHANGES);
    expect(fast.events.map(({ id }) => id)).toEqual(fast.events.map((_, index) => index + 1));
    for (const response of responses.slice(0, 10))
      expect(response.writableLength).toBeLessThan(2 * DOCUMENT_BYTES);
    for (const socket of slow) socket.destroy();
    fast.cut();
    await close();
  });

  it('are disconnected after a while and forgotten', async () => {
    const { port, responses, streams, close } = await serve({ stallMs: 50 });
    const socket = await ask(port);
    await eventually(() => responses.length === 1);
    await eventually(() => streams.size === 0);
    expect(responses[0]?.destroyed).toBe(true);
    socket.destroy();
    await close();
  });

  it('and those who only wait get comments, and nobody more than there is room for', async () => {
    const { port, streams, close } = await serve({ heartbeatMs: 20, streamsMax: 1 });
    const idle = await readEvents(`http://127.0.0.1:${port}/${CHANGES}`);
    await idle.until(() => idle.comments.length >= 2);
    expect(idle.comments).toContain('heartbeat');
    expect((await readEvents(`http://127.0.0.1:${port}/0`)).status).toBe(503);
    idle.cut();
    await eventually(() => streams.size === 0);
    const next = await readEvents(`http://127.0.0.1:${port}/${CHANGES}`);
    expect(next.status).toBe(200);
    next.cut();
    await close();
  });

  it('and have gone leave nothing behind that is told as a fault', async () => {
    const told: unknown[] = [];
    const reads: ((error: Error) => void)[] = [];
    const { port, close } = await serve({
      feed: {
        next: () => new Promise((_resolve, reject) => reads.push(reject)),
        forget: () => undefined,
      },
      onError: (error) => told.push(error),
    });
    const open = await readEvents(`http://127.0.0.1:${port}/0`);
    await eventually(() => reads.length === 1);
    reads[0]?.(new Error('The log can’t be read.'));
    await eventually(() => reads.length === 2);
    expect(told).toHaveLength(1);
    await close();
    reads[1]?.(new Error('The database connection is not open'));
    await open.ended;
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toHaveLength(1);
  });
});
