import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from '../core/database/open.ts';
import { startServer, stopOnSignals } from '../server.ts';
import { print } from './print.ts';

/** A process that ends sooner than this after its start would only end again. */
const RESTART_AFTER_MS = 1_000;

export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (cluster.isPrimary) warnOfPath(config.publicUrl);
  const workers = config.workers === 'auto' ? availableParallelism() : config.workers;
  if (workers === 1 || cluster.isWorker) return serveAlone(config);
  await serveTogether(config, workers);
}

/** What has no host in it can't know of a path that a proxy takes away (docs/decisions/0002). */
function warnOfPath(publicUrl: string): void {
  const { pathname } = new URL(publicUrl);
  if (pathname === '/') return;
  process.stderr.write(
    `PUBLIC_URL has a path: Location, Link and each url leave out ${pathname}. Give Onrecord a host of its own, or see “Under a path” in docs/configuration.md.\n`,
  );
}

async function serveAlone(config: Config): Promise<void> {
  const running = await startServer(config);
  stopOnSignals(running);
  if (cluster.isWorker) return;
  print(`Onrecord serves at ${running.url} (documentation: ${running.url}/docs)`);
  if (config.adminToken === undefined) {
    print('No ADMIN_TOKEN is set: make a first token with `onrecord tokens create NAME admin`.');
  }
}

/** Several processes on one port. The first one only watches over them. */
async function serveTogether(config: Config, workers: number): Promise<void> {
  // Migrations and unusable databases are met once, before there are processes.
  await (await openDatabase(config)).close();
  let ending = false;
  cluster.on('exit', (_worker, code, signal) => {
    if (ending) return;
    process.stderr.write(`A process ended (${signal ?? code}); another one takes its place.\n`);
    setTimeout(() => !ending && cluster.fork(), RESTART_AFTER_MS);
  });
  let listening = 0;
  cluster.on('listening', () => {
    listening += 1;
    if (listening === workers)
      print(`Onrecord serves at http://${config.host}:${config.port} with ${workers} processes.`);
  });
  for (let index = 0; index < workers; index += 1) cluster.fork();
  const end = (signal: NodeJS.Signals) => {
    ending = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
