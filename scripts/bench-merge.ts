/**
 * `npx tsx scripts/bench-merge.ts [DOCUMENTS]`: merges a source that many documents show
 * while one client reads and another one edits, over HTTP, and prints how long the merge
 * took and how long the slowest GET and PATCH waited meanwhile. DATABASE_URL names an
 * empty database; without it a SQLite file in a temporary folder is used.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/core/database/open.ts';
import { SYSTEM } from '../src/core/work.ts';
import { rebuildAndTell } from '../src/publishing/rebuild-telling.ts';
import { startServer } from '../src/server.ts';
import { plainArticle } from '../tests/support/articles.ts';
import { copyArticle } from '../tests/support/many-articles.ts';

const count = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const token = 'a-token-for-the-measurement-only-0123456789';
const config = readConfig({
  DATABASE_URL: `file:${join(folder, 'bench.db')}`,
  ...process.env,
  PORT: '0',
  LOG_LEVEL: 'warn',
  RATE_LIMIT: 'off',
  ADMIN_TOKEN: token,
  DATA_DIR: folder,
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

const running = await startServer(config);
// An address that the system chose is only known once it listens.
const { port } = running.server.server.address() as { port: number };
const base = `http://127.0.0.1:${port}`;
const desk = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

async function send(method: string, path: string, body?: unknown, headers = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { ...(path.startsWith('/v1/desk') ? desk : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return { response, body: JSON.parse(text) };
}

const match = { 'if-match': '*' };

async function build(): Promise<void> {
  for (const name of ['Ann Vale', 'A. Vale'])
    await send('POST', '/v1/desk/sources', { kind: 'person', name });
  const quotes = [
    {
      kind: 'direct',
      speaker: 'a-vale',
      anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
    },
  ];
  await send('POST', '/v1/desk/articles', plainArticle({ slug: 'fog', quotes }));
  await send('POST', '/v1/desk/articles/fog/publish', {}, match);
  await send('POST', '/v1/desk/articles', plainArticle({ slug: 'draft' }));
  const started = performance.now();
  const db = await openDatabase(config);
  await copyArticle(db, 'fog', count - 1, (done) => {
    if (done % 10_000 === 0) print(`  ${done} built after ${seconds(performance.now() - started)}`);
  });
  await db.close();
  print(`${count} documents built in ${seconds(performance.now() - started)}.`);
}

/** Repeats a request until told to end. @returns how often, and how long each took (ms) */
async function repeat(request: (turn: number) => Promise<unknown>, ended: () => boolean) {
  const times: number[] = [];
  while (!ended()) {
    const started = performance.now();
    await request(times.length);
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return times.sort((a, b) => a - b);
}

function tell(name: string, times: number[]): void {
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0);
  print(
    `${name}: ${times.length}, median ${at(0.5)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms.`,
  );
}

async function measure(): Promise<void> {
  const idle: number[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    const started = performance.now();
    await send('PATCH', '/v1/desk/articles/draft', { headline: `Idle ${turn}` }, match);
    idle.push(performance.now() - started);
  }
  tell(
    'PATCH before',
    idle.sort((a, b) => a - b),
  );
  let done = false;
  const started = performance.now();
  const answer = await send('POST', '/v1/desk/sources/a-vale/merge', { into: 'ann-vale' }, match);
  print(
    `The merge answered ${answer.response.status} in ${(performance.now() - started).toFixed(0)} ms.`,
  );
  const location = answer.response.headers.get('location');
  const reads = repeat(
    (turn) => send('GET', `/v1/articles/fog-${(turn * 7_919) % (count - 1)}`),
    () => done,
  );
  const lists = repeat(
    () => send('GET', '/v1/articles?limit=20'),
    () => done,
  );
  const edits = repeat(
    (turn) => send('PATCH', '/v1/desk/articles/draft', { headline: `Edit ${turn}` }, match),
    () => done,
  );
  let told = 0;
  while (!done && location !== null) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { body } = await send('GET', location);
    done = body.state === 'done';
    if (body.done - told < 10_000) continue;
    told = body.done;
    print(`  ${told} shown after ${seconds(performance.now() - started)}`);
  }
  const total = performance.now() - started;
  done = true;
  print(
    `All ${count} documents show it after ${seconds(total)} (${(total / count).toFixed(2)} ms each).`,
  );
  tell('GET of an article meanwhile', await reads);
  tell('GET of the list meanwhile', await lists);
  tell('PATCH meanwhile', await edits);
}

async function verify(): Promise<void> {
  const etags = async () =>
    (
      await running.context.db.read.publishedArticle.findMany({
        orderBy: { id: 'asc' },
        select: { etag: true },
      })
    )
      .map(({ etag }) => etag)
      .join();
  const before = await etags();
  const left = await running.context.db.read.publishedQuote.groupBy({ by: ['speakerId'] });
  print(`Sources shown: ${left.length}.`);
  const small = count <= 5_000;
  if (!small) return;
  await running.context.run(SYSTEM, rebuildAndTell);
  print(`A rebuild makes the same documents: ${before === (await etags()) ? 'yes' : 'no'}.`);
}

await build();
await measure();
await verify();
await running.stop();
rmSync(folder, { recursive: true, force: true });
