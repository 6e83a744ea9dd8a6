import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitStall } from '../../src/core/http/head.ts';

const STALL_MS = 500;
/** More than the system takes for a client that reads nothing. */
const BODY_BYTES = 32 * 1_024 * 1_024;

describe('an answer', () => {
  let server: Server;
  let client: Socket;
  let response: ServerResponse;
  beforeEach(async () => {
    server = createServer((_request, given) => {
      response = given;
      response.writeHead(200, { 'content-length': BODY_BYTES }).end(Buffer.alloc(BODY_BYTES));
      limitStall(response, STALL_MS);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.pause();
    client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
    await once(server, 'request');
  });
  afterEach(async () => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('lets a client go that takes nothing more of it', async () => {
    const began = performance.now();
    await once(response, 'close');
    expect(performance.now() - began).toBeGreaterThan(STALL_MS / 2);
    let taken = 0;
    client.on('data', (bytes: Buffer) => {
      taken += bytes.length;
    });
    client.on('error', () => undefined);
    await once(client.resume(), 'close');
    expect(taken).toBeLessThan(BODY_BYTES);
  });

  it('comes whole to a client that takes it slowly', async () => {
    let taken = 0;
    client.on('data', (bytes: Buffer) => {
      taken += bytes.length;
      client.pause();
    });
    const began = performance.now();
    for (; performance.now() - began < 4 * STALL_MS; await sleep(STALL_MS / 10)) {
      // Enough that the system tells the server of it.
      for (let time = 0; time < 8; time += 1) {
        client.resume();
        await once(client, 'data');
      }
    }
    expect(taken).toBeLessThan(BODY_BYTES);
    client.removeAllListeners('data').on('data', (bytes: Buffer) => {
      taken += bytes.length;
    });
    client.resume();
    while (taken < BODY_BYTES) await once(client, 'data');
  });
});
