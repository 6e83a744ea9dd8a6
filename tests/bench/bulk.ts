/** `npx tsx tests/bench/bulk.ts [LINES]`: one bulk request over HTTP that creates as many articles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/server.ts';
import { fullArticle } from '../support/articles.ts';
import { startTaking } from './bare-writes.ts';

const lines = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const token = 'a-token-for-the-measurement-only-0123456789';
const running = await startServer(
  readConfig({
    DATABASE_URL: `file:${join(folder, 'bench.db')}`,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    RATE_LIMIT: 'off',
    ADMIN_TOKEN: token,
  }),
);
const { port } = running.server.server.address() as { port: number };
const base = `http://127.0.0.1:${port}`;
const body = Array.from({ length: lines }, (_, number) =>
  JSON.stringify({ op: 'create', article: fullArticle({ slug: `line-${number}` }) }),
).join('\n');

/** How long the slowest of the requests of somebody else takes meanwhile. */
let isDone = false;
async function watch(): Promise<number> {
  let slowest = 0;
  while (!isDone) {
    const started = performance.now();
    await (await fetch(`${base}/v1/articles`)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return slowest;
}

const taken = startTaking();
const watching = watch();
const answer = await fetch(`${base}/v1/desk/bulk`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
  body,
});
const results = (await answer.text()).trim().split('\n');
isDone = true;
const { wallMs, cpuMs } = taken();
const created = results.filter((line) => line.includes('"status":201')).length;
process.stdout.write(
  `${created} of ${lines} created in ${(wallMs / 1_000).toFixed(1)} s, ${(cpuMs / lines).toFixed(2)} ms of the processor each; ` +
    `a GET waited ${(await watching).toFixed(0)} ms at most\n`,
);
await running.stop();
rmSync(folder, { recursive: true, force: true });
