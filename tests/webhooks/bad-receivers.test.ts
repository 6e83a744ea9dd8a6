import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutgoing } from '../../src/core/http/outgoing.ts';
import { append } from '../support/changes.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { answer, openReceiver, type Receiver } from '../support/receiver.ts';

const URL = '/v1/desk/subscriptions';
const EVENTS = 8;
/** Long enough for a busy machine to do what is asserted, short enough to wait for. */
const TIMEOUT_MS = 4_000;

/** A server that speaks something else than HTTP, or nothing at all. */
async function speak(say: (socket: Socket) => void): Promise<{ url: string; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => say(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

const forever = (socket: Socket, text: string) => {
  const timer = setInterval(() => socket.write(text), 10);
  socket.on('close', () => clearInterval(timer));
};

/** What receivers do, and what is said of it. */
const BEHAVIOURS: Record<string, [say: (socket: Socket) => void, error: RegExp]> = {
  'hangs without a word': [() => undefined, /no answer within 4 s/],
  'hangs up': [(socket) => socket.destroy(), /hang up|closed|reset/],
  'answers garbage': [(socket) => socket.end('\u0000\u0001 not HTTP\r\n\r\n'), /Parse Error/],
  'sends headers without end': [
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      forever(socket, `x-${'y'.repeat(2_000)}: z\r\n`);
    },
    /Header overflow|Parse Error|no answer/,
  ],
  'promises to go on for ever': [
    (socket) => forever(socket, 'HTTP/1.1 102 Processing\r\n\r\n'),
    /no answer within 4 s/,
  ],
  'wants another protocol': [
    (socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    /closed|hang up/,
  ],
};

describe('receivers that misbehave', () => {
  let newsroom: Newsroom;
  let good: Receiver;
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    newsroom = await openNewsroom({
      env: { ALLOW_PRIVATE_WEBHOOKS: '1' },
      outgoing: createOutgoing({ allowPrivate: true, timeoutMs: TIMEOUT_MS }),
    });
    good = await openReceiver();
  });
  afterAll(async () => {
    await newsroom.close();
    await good.close();
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  });

  const subscribe = async (url: string): Promise<string> => {
    const made = await newsroom.post(URL, { url });
    expect(made.status, made.text).toBe(201);
    return made.body.id;
  };
  const deliveriesOf = async (id: string) =>
    (await newsroom.get(`${URL}/${id}/deliveries?limit=100`)).body.data;
  const remove = (id: string) => newsroom.remove(`${URL}/${id}`);

  it('delay nobody else, and are tried again', async () => {
    const bad = new Map<string, string>();
    for (const [name, [say]] of Object.entries(BEHAVIOURS)) {
      const { url, server } = await speak(say);
      server.on('connection', (socket) => sockets.add(socket));
      servers.push(server);
      bad.set(name, await subscribe(url));
    }
    const healthy = await subscribe(good.url);
    await append(newsroom, EVENTS);
    await good.until(() => good.received.length === EVENTS);
    // At this time those who hang still hold their first messages.
    const [hangs] = await deliveriesOf(bad.get('hangs without a word') as string);
    expect(hangs.state).toBe('pending');
    await newsroom.webhooks.tick();
    for (const [name, id] of bad) {
      for (const delivery of await deliveriesOf(id)) {
        expect(delivery, name).toMatchObject({ state: 'pending', lastStatus: null });
        expect(delivery.attempts, name).toBeGreaterThan(0);
        expect(delivery.lastError, name).toMatch((BEHAVIOURS[name] as [unknown, RegExp])[1]);
      }
      await remove(id);
    }
    expect(good.received).toHaveLength(EVENTS);
    await remove(healthy);
  });

  it('with a body without end have their status count and the rest cut off', async () => {
    const ends: Promise<void>[] = [];
    const { url, server } = await speak((socket) => {
      ends.push(new Promise((resolve) => socket.on('close', () => resolve())));
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      forever(socket, `1000\r\n${'x'.repeat(4_096)}\r\n`);
    });
    servers.push(server);
    const id = await subscribe(url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'delivered', lastStatus: 200 }]);
    await Promise.all(ends);
    await remove(id);
  });

  it('are not followed when they redirect, wherever to; nothing is carried along (advisories 24 and 27)', async () => {
    const canary = await openReceiver();
    const redirects = [301, 302, 303, 307, 308].map((status) => [status, canary.url] as const);
    for (const [status, location] of [...redirects, [302, 'file:///etc/passwd'] as const]) {
      const receiver = await openReceiver();
      receiver.behave(answer(status, { location }));
      const id = await subscribe(receiver.url);
      await append(newsroom, 1);
      await newsroom.webhooks.tick();
      expect(await deliveriesOf(id)).toMatchObject([
        { state: 'pending', lastStatus: status, lastError: 'redirects are not followed' },
      ]);
      expect(receiver.received).toHaveLength(1);
      await remove(id);
      await receiver.close();
    }
    expect(canary.received).toEqual([]);
    await canary.close();
  });

  it('that nobody listens for are tried again as well', async () => {
    const receiver = await openReceiver();
    await receiver.close();
    const id = await subscribe(receiver.url);
    await append(newsroom, 1);
    await newsroom.webhooks.tick();
    const [delivery] = await deliveriesOf(id);
    expect(delivery).toMatchObject({ state: 'pending', attempts: 1, lastStatus: null });
    expect(delivery.lastError).toContain('ECONNREFUSED');
    await remove(id);
  });
});
