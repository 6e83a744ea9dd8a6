import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

/** Answers to so many requests are more than the system takes for a client that reads nothing. */
const REQUESTS = 5_000;

describe('a client that asks for much and takes nothing', () => {
  let newsroom: Newsroom;
  let port: number;
  beforeAll(async () => {
    newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'river-wall' }));
    await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    port = (newsroom.server.server.address() as AddressInfo).port;
  });
  afterAll(() => newsroom.close());

  it.each([
    ['before the framework', '/v1/articles/river-wall'],
    ['by the framework', '/v1/articles/river%2Dwall'],
  ])('is let go after a while, answered %s', async (_how, path) => {
    const accepted = once(newsroom.server.server, 'connection') as Promise<[Socket]>;
    const client = connect(port, '127.0.0.1');
    client.pause();
    client.write(`GET ${path} HTTP/1.1\r\nhost: here\r\n\r\n`.repeat(REQUESTS));
    const [socket] = await accepted;
    try {
      await expect.poll(() => socket.writableLength, { timeout: 10_000 }).toBeGreaterThan(0);
      await expect.poll(() => socket.timeout, { timeout: 10_000 }).toBe(30_000);
    } finally {
      client.destroy();
    }
  });
});
