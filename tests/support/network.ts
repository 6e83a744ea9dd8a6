/** A network between a database and its clients, which fails as it is told. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Network {
  /** Of the database, by way of this. */
  url: string;
  /** Nothing comes through any more, and nobody is told. */
  fallSilent(): void;
  /** Breaks off all connections, and refuses new ones. */
  goDown(): void;
  /** Connections that are made from now on work; those from before stay silent. */
  recover(): void;
  /** Breaks off the connection of the next COMMIT, which arrives or does not. */
  cutAtCommit(arrives: boolean): void;
  /** Goes down once the next COMMIT is answered, which nobody hears. */
  goDownAtCommit(): void;
  close(): Promise<void>;
}

export async function openNetwork(databaseUrl: string): Promise<Network> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const silent = new Set<Socket>();
  let isSilent = false;
  let isDown = false;
  let cut: { arrives: boolean; isLast?: boolean } | null = null;

  const goDown = () => {
    isDown = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (isDown) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const end = () => {
      for (const socket of [near, far]) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      if (isSilent) silent.add(socket);
      socket.on('error', end).on('close', end);
    }
    near.on('data', (chunk) => {
      if (silent.has(near)) return;
      if (cut === null || !chunk.includes('COMMIT')) {
        far.write(chunk);
        return;
      }
      const { arrives, isLast = false } = cut;
      cut = null;
      if (!arrives) return end();
      far.removeAllListeners('data').once('data', isLast ? goDown : end);
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!silent.has(far)) near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    fallSilent() {
      isSilent = true;
      for (const socket of sockets) silent.add(socket);
    },
    goDown,
    recover() {
      isSilent = false;
      isDown = false;
    },
    cutAtCommit(arrives) {
      cut = { arrives };
    },
    goDownAtCommit() {
      cut = { arrives: true, isLast: true };
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
