import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type App, buildApp } from './app.ts';
import type { Config } from './config.ts';
import { openDatabase } from './core/database/open.ts';
import { StartError } from './core/start-error.ts';

/** As long as a statement may take beside the event loop of SQLite (core/database/aside.ts). */
const READ_TIMEOUT_MS = 30_000;
/** For how long requests in flight may go on once the process was asked to end. */
const DRAIN_MS = 10_000;
/** For how long new connections are still answered, so that a balancer notices. */
const NOTICE_MS = 250;
/** For how long a connection that was kept alive may ask once more before it is closed. */
const IDLE_MS = 2_000;

/**
 * V8 shares out what lives among helper threads when it collects the young, and waits for them.
 * While clients take the other cores the helpers get none, and everybody waits: several times as
 * long as it takes the event loop’s thread to do all of it.
 */
setFlagsFromString('--no-parallel-scavenge');

export interface RunningServer extends App {
  /** Where it listens. */
  url: string;
  /** Ends without dropping anybody: answers what is in flight, then closes. */
  stop(): Promise<void>;
}

/** Opens the database, builds the app and listens. @throws StartError, DatabaseUnusable */
export async function startServer(config: Config): Promise<RunningServer> {
  const db = await openDatabase({ ...config, readTimeoutMs: READ_TIMEOUT_MS });
  let app: App;
  try {
    app = await buildApp({ config, db });
  } catch (error) {
    await db.close();
    throw error;
  }
  const sockets = followSockets(app.server.server);
  const url = await listen(app, config).catch(async (error: unknown) => {
    await app.server.close();
    await db.close();
    throw error;
  });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= drain(app, sockets).then(() => db.close()));
  return { ...app, url, stop };
}

/** The connections that are open, idle ones included. */
function followSockets(http: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

async function listen({ server }: App, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    throw new StartError(explain(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another process. End it, or set PORT to a free one.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Set PORT to 1024 or more.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`;
    default:
      return `The server can't listen on ${host}:${port}: ${error.message}`;
  }
}

/**
 * Answers go on with `Connection: close`, so that keep-alive clients leave of themselves.
 * A connection that is closed while a request is on its way to it is a failed request, so
 * that each gets the time to ask once more; then those that are idle are closed, and what
 * is in flight is waited for.
 */
async function drain({ server, state }: App, sockets: ReadonlySet<Socket>): Promise<void> {
  state.draining = true;
  await sleep(NOTICE_MS);
  const http = server.server;
  const deadline = performance.now() + IDLE_MS;
  while (sockets.size > 0 && performance.now() < deadline) await sleep(10);
  const closed = server.close();
  const idle = setInterval(() => http.closeIdleConnections(), 20);
  const force = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(force);
}

/** Ends the server on SIGTERM and SIGINT; a second signal ends it at once. */
export function stopOnSignals(running: RunningServer): void {
  let asked = false;
  const end = (signal: NodeJS.Signals) => {
    if (asked) process.exit(1);
    asked = true;
    running.server.log.info(`${signal}: answering what is in flight, then ending.`);
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        running.server.log.error({ err: error }, 'The server did not end cleanly.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
