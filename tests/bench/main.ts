/**
 * `npm run bench -- [--sizes 1000,10000,100000] [--seconds 3]`: reads and writes of newsrooms
 * beside a bare Fastify server that answers the same bytes, and beside the same SQL through
 * better-sqlite3 alone, in turns within one run. What counts are the ratios. The newsrooms
 * are kept in BENCH_FOLDER, by default in the folder for temporary files. With `--keep` the
 * table goes into docs/performance.md. `--only cold`, `together`, `writes` or `import` measures
 * answers that are made anew, servers beside each other, writes, or imports alone; `--imported`
 * says how many articles are imported.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../../scripts/build.ts';
import { ENCODINGS, type Encoding } from '../../src/core/http/compression.ts';
import { type Load, load, type Target } from './load.ts';
import { median } from './median.ts';
import { openBuiltNewsroom } from './newsroom.ts';
import { type Read, readsOf, slugsOf } from './reads.ts';
import { begin, keep, say, sayBeyond } from './report.ts';
import { type Server, startBare, startOurs } from './servers.ts';
import { timeRaw } from './sql.ts';
import { compareProcesses, comparePublishing } from './together.ts';
import type { Row } from './writes.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    imported: { type: 'string', default: '3000' },
    keep: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const SIZES = options.sizes.split(',').map(Number);
const SECONDS = Number(options.seconds);
const ROUNDS = Number(options.rounds);
const FOLDER = process.env.BENCH_FOLDER ?? join(tmpdir(), 'onrecord-newsrooms');
/** So many addresses of each read are read once before it is measured. */
const WARMED = 50;
const PLAIN = { 'accept-encoding': 'identity' };

async function main(): Promise<void> {
  const { only } = options;
  if (only !== undefined && !['cold', 'together', 'writes', 'import'].includes(only))
    throw new Error(`There is nothing called ${only} to be measured alone.`);
  execFileSync(process.execPath, ['scripts/ensure-built.mjs'], { stdio: 'inherit' });
  const files = new Map<number, string>();
  const isRead = only === undefined || only === 'cold';
  const sizes = isRead ? SIZES : only === 'together' ? SIZES.slice(0, 1) : [];
  for (const size of sizes) files.set(size, await openBuiltNewsroom(FOLDER, size));
  begin(SECONDS, ROUNDS);
  if (only === undefined) await measureReads(files);
  if (only === 'cold') await compareCold(files);
  if (only === undefined || only === 'together') await measureTogether(files);
  if (only === undefined || only === 'writes' || only === 'import') {
    for (const row of measureWriting(only === 'import' ? 'import' : 'writes')) {
      const hasGoal = row.at(-1) !== '';
      (hasGoal ? say : sayBeyond)(...row);
    }
  }
  if (options.keep && only === undefined) keep();
}

async function measureReads(files: ReadonlyMap<number, string>): Promise<void> {
  const [smallest] = SIZES;
  const largest = SIZES.at(-1);
  if (smallest === undefined || largest === undefined) return;
  await compareWarm(files.get(smallest) ?? '', smallest);
  await compareRandom(files.get(largest) ?? '', largest);
  await compareCold(files);
}

async function measureTogether(files: ReadonlyMap<number, string>): Promise<void> {
  const [smallest] = SIZES;
  if (smallest === undefined) return;
  const turns = { seconds: SECONDS, rounds: ROUNDS };
  await comparePublishing(files.get(smallest) ?? '', smallest, turns);
  await compareProcesses(files.get(smallest) ?? '', smallest, turns);
}

/** As servers write: from one bundle, by a process of its own. */
function measureWriting(what: 'writes' | 'import'): Row[] {
  const folder = join('node_modules', '.onrecord', `bench-${process.pid}`);
  try {
    bundle(folder, 'tests/bench/writes.ts');
    const args = [join(folder, 'main.js'), what, options.imported];
    const output = execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    // Behind what an import says of itself.
    return JSON.parse(output.toString().trimEnd().split('\n').at(-1) ?? '') as Row[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The two servers take turns, so that what else the machine does falls on both. */
async function beside(
  name: string,
  ours: Target,
  bare: Target,
  goal: number | null,
): Promise<void> {
  await load(ours, { seconds: 2 * SECONDS });
  await load(bare, { seconds: 2 * SECONDS });
  const rounds: { ours: Load; bare: Load }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await load(bare, { seconds: SECONDS });
    rounds.push({ ours: await load(ours, { seconds: SECONDS }), bare: theirs });
  }
  const tell = goal === null ? sayBeyond : say;
  tell(
    name,
    `${median(rounds.map((r) => r.bare.rate)).toFixed(0)}/s`,
    `${median(rounds.map((r) => r.ours.rate)).toFixed(0)}/s`,
    median(rounds.map((r) => r.ours.rate / r.bare.rate)).toFixed(2),
    median(rounds.map((r) => r.bare.cpuUs / r.ours.cpuUs)).toFixed(2),
    goal === null ? '' : `>= ${goal.toFixed(2)}`,
  );
}

async function read(server: Server, path: string): Promise<{ body: string; etag: string }> {
  const answer = await fetch(server.origin + path, { headers: PLAIN });
  return { body: await answer.text(), etag: answer.headers.get('etag') ?? '' };
}

/** A bare server with some hundreds of our articles, and a list of them. */
async function bareBeside(ours: Server, slugs: readonly string[]): Promise<Server> {
  const articles: [string, string][] = [];
  for (const slug of slugs) articles.push([slug, (await read(ours, `/v1/articles/${slug}`)).body]);
  const list = (await read(ours, '/v1/articles?limit=20')).body;
  return startBare({ articles, list });
}

async function compareWarm(file: string, size: number): Promise<void> {
  const ours = await startOurs(file);
  const slugs = slugsOf(size, 200);
  const bare = await bareBeside(ours, slugs);
  const paths = slugs.map((slug) => `/v1/articles/${slug}`);
  const list = ['/v1/articles?limit=20'];
  const compare = (name: string, goal: number, asked: string[], headers = {}) =>
    beside(name, { ...ours, paths: asked, headers }, { ...bare, paths: asked, headers }, goal);
  await compare('full article, warm (200 slugs)', 0.9, paths);
  await compare('list of 20, warm', 0.9, list);
  for (const [name, path] of [
    ['article', paths[0] ?? ''],
    ['list', list[0] ?? ''],
  ] as const) {
    const { etag } = await read(ours, path);
    await compare(`304 of the ${name}`, 0.95, [path], { 'if-none-match': etag });
  }
  say('start to first answer', '', `${ours.startMs.toFixed(0)} ms`, '', '', '<= 1000 ms');
  say('memory after the load', '', `${ours.memoryMb().toFixed(0)} MB`, '', '', '<= 400 MB');
  await ours.stop();
  await bare.stop();
}

async function compareRandom(file: string, size: number): Promise<void> {
  const all = slugsOf(size, size);
  const paths = Array.from(
    { length: size },
    () => `/v1/articles/${all[Math.floor(Math.random() * size)]}`,
  );
  const name = `full article, random over ${size}, cache of 64 MB`;
  const ours = await startOurs(file);
  say('memory idle', '', `${ours.memoryMb().toFixed(0)} MB`, '', '', '<= 150 MB');
  const bare = await startBare({ newsroom: file });
  const [asked, theirs] = [
    { ...ours, paths },
    { ...bare, paths },
  ];
  await beside(`${name}, read for the first time`, asked, theirs, 0.5);
  for (let round = 0; round < ROUNDS; round += 1) await load(asked, { seconds: 2 * SECONDS });
  await beside(`${name}, read again`, asked, theirs, 0.5);
  await compareReading(name, file, asked, theirs);
  await bare.stop();
  const few = await bareBeside(ours, slugsOf(size, 200));
  const hot = `${name}, read again, beside a bare server that sends 200 of them`;
  await beside(hot, asked, { ...few, paths }, null);
  await few.stop();
  say('memory after random articles', '', `${ours.memoryMb().toFixed(0)} MB`, '', '', '<= 400 MB');
  await ours.stop();
  for (const encoding of ENCODINGS)
    await compareRandomIn(encoding, `${name}, ${encoding}`, file, paths);
}

/** What of it is the database's: a bare server that only reads each article and sends it. */
async function compareReading(
  name: string,
  file: string,
  ours: Target,
  bare: Target,
): Promise<void> {
  const reading = await startBare({ newsroom: file, reading: true });
  const theirs = { ...bare, ...reading };
  await beside(
    `${name}, a bare server that reads them beside one that does not`,
    theirs,
    bare,
    null,
  );
  await beside(`${name}, read again, beside a bare server that reads them`, ours, theirs, null);
  await reading.stop();
}

/** As browsers ask, and caches on the way to them. */
async function compareRandomIn(
  encoding: Encoding,
  name: string,
  file: string,
  paths: string[],
): Promise<void> {
  const ours = await startOurs(file);
  const bare = await startBare({ newsroom: file, encoding });
  const headers = { 'accept-encoding': encoding };
  await beside(name, { ...ours, paths, headers }, { ...bare, paths, headers }, 0.5);
  await ours.stop();
  await bare.stop();
}

/**
 * Every answer is made anew, at every size: of rows that are kept, as a server does where lists
 * showed them before, and with nothing kept at all. Searches also as they are answered when they
 * are asked again.
 */
async function compareCold(files: ReadonlyMap<number, string>): Promise<void> {
  await compareMaking(files, {
    how: 'cold',
    env: { CACHE_MB: '0' },
    isMeant: () => true,
    hasGoal: ({ isAskedAgain }) => isAskedAgain !== true,
  });
  await compareMaking(files, {
    how: 'cold, no rows kept',
    env: { CACHE_MB: '0', LIST_CACHE_MB: '0' },
    isMeant: ({ keepsRows }) => keepsRows === true,
    hasGoal: () => false,
  });
  await compareMaking(files, {
    how: 'asked again',
    env: {},
    isMeant: ({ isAskedAgain }) => isAskedAgain === true,
    hasGoal: () => true,
  });
}

interface Asking {
  how: string;
  env: Record<string, string>;
  isMeant(read: Read): boolean;
  /** Whether a read has its goal as it is asked so, or it is asked more strictly. */
  hasGoal(read: Read): boolean;
}

async function compareMaking(
  files: ReadonlyMap<number, string>,
  { how, env, isMeant, hasGoal }: Asking,
): Promise<void> {
  const servers = new Map<number, Server>();
  for (const [size, file] of files) servers.set(size, await startOurs(file, env));
  const [smallest = 0] = SIZES;
  const largest = SIZES.at(-1) ?? 0;
  const reads = new Map<number, Read[]>();
  for (const [size, file] of files) reads.set(size, await readsOf(file, size));
  for (const [index, first] of (reads.get(smallest) ?? []).entries()) {
    if (!isMeant(first)) continue;
    const { name } = first;
    const tell = hasGoal(first) ? say : sayBeyond;
    const targets = new Map<number, Target>();
    for (const [size, file] of files) {
      const server = servers.get(size) as Server;
      const asked = reads.get(size)?.[index];
      if (asked === undefined) continue;
      const target = { ...server, paths: asked.paths };
      targets.set(size, target);
      // The first reads bring pages from the disk; that is not what is compared.
      for (const path of asked.paths.slice(0, WARMED)) await read(server, path);
      await load(target, { seconds: SECONDS });
      const done = await load(target, { seconds: SECONDS });
      const cpuMs = done.cpuUs / 1_000;
      for (const { what, queries, goal } of asked.raw ?? []) {
        const beside = what === undefined ? '' : `, beside ${what}`;
        const raw = timeRaw(file, queries, SECONDS);
        tell(
          `${name}, ${size}, ${how}${beside}`,
          `${raw.toFixed(3)} ms`,
          `${(1_000 / done.rate).toFixed(3)} ms, p99 ${done.p99.toFixed(1)} ms`,
          (1_000 / done.rate / raw).toFixed(2),
          (cpuMs / raw).toFixed(2),
          `<= ${goal}`,
        );
      }
      if (asked.p99Goal !== undefined)
        tell(
          `p99 of ${name}, ${size}, ${how}`,
          '',
          `${done.p99.toFixed(1)} ms`,
          '',
          '',
          `<= ${asked.p99Goal} ms`,
        );
    }
    const [few, many] = [targets.get(smallest), targets.get(largest)];
    if (few === undefined || many === undefined || smallest === largest) continue;
    await compareSizes(`${name}, ${largest} against ${smallest}, ${how}`, few, many, tell);
  }
  for (const server of servers.values()) await server.stop();
}

/** Both sizes take turns, as servers do that are compared. */
async function compareSizes(
  name: string,
  few: Target,
  many: Target,
  tell: typeof say,
): Promise<void> {
  const rounds: { few: Load; many: Load }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const small = await load(few, { seconds: SECONDS });
    rounds.push({ few: small, many: await load(many, { seconds: SECONDS }) });
  }
  tell(
    name,
    `${median(rounds.map((r) => 1_000 / r.few.rate)).toFixed(3)} ms`,
    `${median(rounds.map((r) => 1_000 / r.many.rate)).toFixed(3)} ms`,
    median(rounds.map((r) => r.few.rate / r.many.rate)).toFixed(2),
    median(rounds.map((r) => r.many.cpuUs / r.few.cpuUs)).toFixed(2),
    '<= 1.3',
  );
}

await main();
