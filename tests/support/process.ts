/**
 * The real program in a process of its own. It is bundled once a test process, because
 * compiling it anew at each start takes longer than all that the tests do with it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/build.ts';
import { freePort } from './port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let bundled: string | undefined;

/** The file that Node is to run, in a folder below the root, so that prisma/ is found from it. */
function main(): string {
  if (bundled !== undefined) return bundled;
  const folder = join(ROOT, 'node_modules', '.onrecord', String(process.pid));
  bundle(folder);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  bundled = join(folder, 'main.js');
  return bundled;
}

export interface Program {
  child: ChildProcess;
  /** Everything that it has said so far. */
  output(): string;
  /** Its exit code, or its signal, once it has ended. */
  ended: Promise<number | NodeJS.Signals>;
}

export interface ProgramOptions {
  env?: Record<string, string>;
  uid?: number;
  /** A shell prefix, such as a limit. */
  before?: string;
}

export function startProgram(
  args: string[],
  { env = {}, uid, before }: ProgramOptions = {},
): Program {
  const node = [process.execPath, main(), ...args];
  const [command = '', ...rest] =
    before === undefined ? node : ['bash', '-c', `${before}; exec "$@"`, 'bash', ...node];
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '/tmp',
      LOG_LEVEL: 'warn',
      ...env,
    },
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  return { child, output: () => text, ended };
}

/** A server in a process of its own, once it answers. */
export interface Served extends Program {
  url: string;
  port: number;
}

export async function serve(
  env: Record<string, string>,
  options: ProgramOptions = {},
): Promise<Served> {
  const port = await freePort();
  const program = startProgram(['serve'], {
    ...options,
    env: { HOST: '127.0.0.1', PORT: String(port), RATE_LIMIT: 'off', ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  let isOver = false;
  void program.ended.then(() => {
    isOver = true;
  });
  const since = Date.now();
  for (;;) {
    if (isOver || Date.now() - since > 60_000) {
      program.child.kill('SIGKILL');
      throw new Error(`The server did not start: ${program.output()}`);
    }
    const isThere = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return { ...program, url, port };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
