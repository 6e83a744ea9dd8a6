/** A receiver of webhooks over a real connection, which does as it is told. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWaiting, type Waiting } from './waiting.ts';

export interface Received {
  id: string;
  body: string;
  headers: IncomingHttpHeaders;
  path: string;
}

/** How it answers a message; it gets 204 if nothing is said. */
export type Behaviour = (message: Received, response: ServerResponse) => void;

export interface Receiver extends Pick<Waiting, 'until'> {
  url: string;
  port: number;
  /** Every message in the order of its arrival, repetitions included. */
  received: Received[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export const accept: Behaviour = (_message, response) => response.writeHead(204).end();
export const answer =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_message, response) =>
    response.writeHead(status, headers).end();

export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = createWaiting();
  let behaviour = accept;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const message = {
        id: String(request.headers['webhook-id']),
        body: Buffer.concat(chunks).toString(),
        headers: request.headers,
        path: request.url ?? '',
      };
      received.push(message);
      behaviour(message, response);
      waiting.look();
    });
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    port: address.port,
    received,
    behave: (next) => {
      behaviour = next;
    },
    until: waiting.until,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
