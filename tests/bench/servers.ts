/** Servers in processes of their own, started as users start them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { freePort } from '../support/port.ts';
import type { Given } from './bare.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ADMIN_TOKEN = 'a-token-that-only-benchmarks-have-0001';

export interface Server {
  origin: string;
  pid: number;
  /** From the start of the process to its first answer, in milliseconds. */
  startMs: number;
  /** Resident memory of the process, in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** `onrecord serve` on a newsroom, with every header, the validation and the rate limit on. */
export async function startOurs(file: string, env: Record<string, string> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  return start(join(ROOT, 'dist/cli/main.js'), ['serve'], folder, {
    NODE_ENV: 'production',
    DATABASE_URL: `file:${file}`,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    RATE_LIMIT: '100000000',
    LOG_LEVEL: 'warn',
    ADMIN_TOKEN,
    ...env,
  });
}

/** The bare server, compiled as ours is. */
export async function startBare(given: Given): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const file = join(folder, 'given.json');
  writeFileSync(file, JSON.stringify(given));
  const compiled = join(ROOT, 'node_modules', '.onrecord', `bare-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(ROOT, 'tests/bench/bare.ts')],
    outfile: compiled,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    bundle: true,
  });
  const server = await start(compiled, [file], folder, { NODE_ENV: 'production' });
  rmSync(compiled);
  return server;
}

async function start(
  script: string,
  args: string[],
  folder: string,
  env: Record<string, string>,
): Promise<Server> {
  const begun = performance.now();
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const flags = (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A bench that breaks off leaves no server behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const origin = await addressOf(child);
  await (await fetch(`${origin}/health`)).arrayBuffer();
  const pid = child.pid ?? 0;
  return {
    origin,
    pid,
    startMs: performance.now() - begun,
    memoryMb: () => residentMb(pid),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}: ${output}`)));
  });
}

function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1_024;
}
