/**
 * Load on a server: wrk where it is installed (Debian: `apt-get install wrk`), which costs
 * the machine least; else autocannon. Both servers of a comparison get the same one.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const run = promisify(execFile);
const HAS_WRK = spawnSync('wrk', ['--version']).error === undefined;
export const GENERATOR = HAS_WRK ? 'wrk' : 'autocannon';
/** Whether the generator and a server can each be kept to a core of its own. */
export const CAN_PIN =
  HAS_WRK && availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

export interface Target {
  /** Where the server listens: http://host:port */
  origin: string;
  /** What is asked for, in turns. */
  paths: readonly string[];
  headers?: Record<string, string>;
  /** The process that answers, whose processor time is counted, with that of its children. */
  pid: number;
}

export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Processor time of the server for each answer, in microseconds. */
  cpuUs: number;
}

export interface LoadOptions {
  seconds: number;
  connections?: number;
  /** The core that the generator is kept to, where `CAN_PIN`. */
  core?: number | undefined;
}

/** Sends as many requests as are answered. @throws when one is answered with an error */
export async function load(target: Target, options: LoadOptions): Promise<Load> {
  const before = cpuSeconds(target.pid);
  const result = HAS_WRK ? await withWrk(target, options) : await withAutocannon(target, options);
  const cpu = cpuSeconds(target.pid) - before;
  if (result.errors > 0 || result.count === 0)
    throw new Error(
      `${target.origin}${target.paths[0]}: ${result.errors} of ${result.count} failed`,
    );
  const { rate, p50, p99, count } = result;
  return { rate, p50, p99, cpuUs: (cpu * 1_000_000) / count };
}

interface Counted {
  count: number;
  errors: number;
  rate: number;
  p50: number;
  p99: number;
}

async function withWrk(
  { origin, paths, headers = {} }: Target,
  { seconds, connections = 32, core }: LoadOptions,
): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-wrk-'));
  const script = join(folder, 'load.lua');
  writeFileSync(join(folder, 'paths'), paths.join('\n'));
  // From another place each time: else short loads would ask for the same few again.
  const start = Math.floor(Math.random() * paths.length);
  writeFileSync(script, LUA.replace('PATHS', join(folder, 'paths')).replace('START', `${start}`));
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const args = [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', ...flags],
    ...['-s', script, origin],
  ];
  try {
    const { stdout } =
      core === undefined
        ? await run('wrk', args)
        : await run('taskset', ['-c', `${core}`, 'wrk', ...args]);
    const line = stdout.split('\n').find((text) => text.startsWith('{')) ?? '';
    return JSON.parse(line) as Counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The requests are made before the load begins; then each costs one look into a table. */
const LUA = `
local requests, at = {}, START
function init()
  for path in io.lines("PATHS") do requests[#requests + 1] = wrk.format("GET", path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  local e = summary.errors
  print(string.format('{"count":%d,"errors":%d,"rate":%.2f,"p50":%.3f,"p99":%.3f}',
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout,
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
`;

async function withAutocannon(
  { origin, paths, headers = {} }: Target,
  { seconds, connections = 32 }: LoadOptions,
): Promise<Counted> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ path, headers })),
  });
  return {
    count: result.requests.total,
    errors: result.errors + result['4xx'] + result['5xx'],
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

const TICKS_PER_SECOND = 100;

/** Processor time of a process and its children so far; Linux tells it in ticks. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children.filter(Boolean).map(Number);
}

/** Keeps a process, its threads and its children to one core. */
export function pin(pid: number, core: number): void {
  execFileSync('taskset', ['-a', '-cp', `${core}`, `${pid}`]);
  for (const child of childrenOf(pid)) pin(child, core);
}
