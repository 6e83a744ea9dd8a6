/**
 * `npm run bench`: warm reads of the sample newsroom beside a bare Fastify server that
 * answers the same bytes, in turns within one run. What counts are the ratios.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, median } from './load.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const ARTICLE = '/v1/articles/seoul-weighs-north-korean-role';
const LIST = '/v1/articles?limit=20';

interface Comparison {
  name: string;
  goal: number;
  status: number;
  ours: string;
  bare: string;
  headers?: Record<string, string>;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const children: ChildProcess[] = [];
  try {
    const ours = await start(children, ['src/cli/main.ts', 'demo'], {
      DATA_DIR: folder,
      PORT: '0',
      RATE_LIMIT: '100000000',
      LOG_LEVEL: 'silent',
    });
    const etag = await keep(`${ours}${ARTICLE}`, join(folder, 'article.json'));
    await keep(`${ours}${LIST}`, join(folder, 'list.json'));
    const bare = await start(children, ['tests/bench/bare.ts', folder], {});
    const comparisons: Comparison[] = [
      {
        name: 'full article, warm',
        goal: 0.85,
        status: 200,
        ours: ours + ARTICLE,
        bare: `${bare}/article`,
      },
      {
        name: 'list of 20, warm',
        goal: 0.85,
        status: 200,
        ours: ours + LIST,
        bare: `${bare}/list`,
      },
      {
        name: '304 of an article',
        goal: 0.95,
        status: 304,
        ours: ours + ARTICLE,
        bare: `${bare}/not-modified`,
        headers: { 'if-none-match': etag },
      },
    ];
    say('| what | bare, requests/s | ours, requests/s | ratio | goal |');
    say('|---|---|---|---|---|');
    for (const comparison of comparisons) say(await compare(comparison));
  } finally {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The two servers take turns, so that what else the machine does falls on both. */
async function compare({
  name,
  goal,
  status,
  ours,
  bare,
  headers = {},
}: Comparison): Promise<string> {
  await load(ours, 1, status, headers);
  await load(bare, 1, status);
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await load(bare, SECONDS, status);
    const mine = await load(ours, SECONDS, status, headers);
    rates.push({ ours: mine.rate, bare: theirs.rate });
  }
  const ratio = median(rates.map((rate) => rate.ours / rate.bare));
  const shown = [
    median(rates.map((rate) => rate.bare)),
    median(rates.map((rate) => rate.ours)),
  ].map((rate) => rate.toFixed(0));
  return `| ${name} | ${shown.join(' | ')} | ${ratio.toFixed(2)} | ${goal.toFixed(2)} |`;
}

async function keep(url: string, file: string): Promise<string> {
  const answer = await fetch(url);
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return answer.headers.get('etag') ?? '';
}

/** Starts a server of ours and waits for the address that it prints. */
function start(
  children: ChildProcess[],
  script: string[],
  env: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`${script[0]} ended with ${code}`)));
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
