/** What one part of a server's work costs the other: readers beside a desk, processes beside each other. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fullArticle } from '../support/articles.ts';
import { CAN_PIN, type Load, load, pin } from './load.ts';
import { median } from './median.ts';
import { slugsOf } from './reads.ts';
import { say } from './report.ts';
import { ADMIN_TOKEN, type Server, startOurs } from './servers.ts';

export interface Turns {
  seconds: number;
  rounds: number;
}

/** Runs something on servers that have a copy of a newsroom of their own, which they may change. */
async function withCopy(file: string, use: (copy: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const copy = join(folder, 'newsroom.db');
    copyFileSync(file, copy);
    await use(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const READERS = 32;
/** Milliseconds between publications: one a second, ten, and one after the other. */
const PAUSES_MS = [1_000, 100, 0];

/** The 99th percentile of 32 readers while articles are published, and without. */
export async function comparePublishing(file: string, size: number, turns: Turns): Promise<void> {
  await withCopy(file, async (copy) => {
    const ours = await startOurs(copy);
    const paths = slugsOf(size, 200).map((slug) => `/v1/articles/${slug}`);
    const read = () => load({ ...ours, paths }, { seconds: turns.seconds });
    await read();
    // The first publication loads what later ones have.
    await publish(ours, 'bench-first', 0).stop();
    for (const pauseMs of PAUSES_MS) {
      const [calm, busy, published]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < turns.rounds; round += 1) {
        calm.push((await read()).p99);
        const publishing = publish(ours, `bench-${pauseMs}-${round}`, pauseMs);
        busy.push((await read()).p99);
        published.push(await publishing.stop());
      }
      const [without, with_] = [median(calm), median(busy)];
      say(
        `p99 of 32 readers while ${median(published).toFixed(0)} articles a second are published`,
        `${without.toFixed(1)} ms without`,
        `${with_.toFixed(1)} ms`,
        (with_ / without).toFixed(2),
        '',
        '<= 2',
      );
    }
    await ours.stop();
  });
}

/**
 * Creates and publishes until told to stop. `stop` gives how many were published a second.
 * It takes a core from those that it is measured beside, and so sends by what costs least.
 *
 * @param pauseMs how long after one the next begins, if it is done by then
 */
function publish({ origin }: Server, name: string, pauseMs: number): { stop(): Promise<number> } {
  let stopped = false;
  const agent = new Agent({ keepAlive: true });
  const post = (path: string, body: object) =>
    sendJson(agent, `${origin}/v1/desk/articles${path}`, body);
  const running = (async () => {
    const begun = performance.now();
    let count = 0;
    for (; !stopped; count += 1) {
      const pause = sleep(pauseMs);
      const slug = `${name}-${count}`;
      await post('', fullArticle({ slug }));
      await post(`/${slug}/publish`, {});
      await pause;
    }
    agent.destroy();
    return (1_000 * count) / (performance.now() - begun);
  })();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

/** Sends a body and waits for the end of the answer. @throws when it is an error */
function sendJson(agent: Agent, url: string, body: object): Promise<void> {
  const headers = {
    authorization: `Bearer ${ADMIN_TOKEN}`,
    'content-type': 'application/json',
    'if-match': '*',
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300) reject(new Error(`${url}: ${status}`));
      answer.once('end', resolve).once('error', reject).resume();
    });
    sent.once('error', reject).end(JSON.stringify(body));
  });
}

/**
 * Warm reads by two processes on one file, against one, with 32 readers for each. The generator
 * has its share of the cores, so that on two of them the rate says little.
 */
export async function compareProcesses(file: string, size: number, turns: Turns): Promise<void> {
  await withCopy(file, async (copy) => {
    const paths = slugsOf(size, 200).map((slug) => `/v1/articles/${slug}`);
    const servers = [
      await startOurs(copy, { WORKERS: '1' }),
      await startOurs(copy, { WORKERS: '2' }),
    ];
    const [one, two] = await loadInTurns(servers, { paths }, turns);
    say(
      'two processes against one, warm reads',
      `${one.rate.toFixed(0)}/s`,
      `${two.rate.toFixed(0)}/s`,
      (two.rate / one.rate).toFixed(2),
      ((2 * one.cpuUs) / two.cpuUs).toFixed(2),
      '>= 1.7',
    );
    if (CAN_PIN) await compareOnOneCore(servers, paths, turns);
    for (const server of servers) await server.stop();
  });
}

/**
 * The same on one core, with the generator on another. Compressed answers cost the generator less
 * than the servers, so that each process has more to do than it can, as on a core of its own:
 * twice what two answer on one core is what they would on two, but for what cores share.
 */
async function compareOnOneCore(
  servers: readonly Server[],
  paths: string[],
  turns: Turns,
): Promise<void> {
  for (const { pid } of servers) pin(pid, 1);
  const headers = { 'accept-encoding': 'br' };
  const [one, two] = await loadInTurns(servers, { paths, headers, core: 0 }, turns);
  const share = ({ rate, cpuUs }: Done) => (rate * cpuUs) / 1_000_000;
  const tell = (done: Done) =>
    `${done.rate.toFixed(0)}/s by ${(100 * share(done)).toFixed(0)} % of a core`;
  // Where something else had a part of the core, the rates tell nothing.
  const isFull = Math.min(share(one), share(two)) > 0.9;
  say(
    'the same on one core, compressed, the generator on another; two count twice',
    tell(one),
    `2 x ${tell(two)}`,
    isFull ? ((2 * two.rate) / one.rate).toFixed(2) : 'none',
    ((2 * one.cpuUs) / two.cpuUs).toFixed(2),
    isFull ? '>= 1.7' : 'needs the whole core',
  );
}

type Done = Pick<Load, 'rate' | 'cpuUs'>;

/** What servers of one and two processes answer; the first round warms them up. */
async function loadInTurns(
  servers: readonly Server[],
  { core, ...asked }: { paths: string[]; headers?: Record<string, string>; core?: number },
  { seconds, rounds }: Turns,
): Promise<[Done, Done]> {
  const loads: Load[][] = servers.map(() => []);
  for (let round = -1; round < rounds; round += 1)
    for (const [index, server] of servers.entries()) {
      const connections = READERS * (index + 1);
      const loaded = await load({ ...server, ...asked }, { seconds, connections, core });
      if (round >= 0) loads[index]?.push(loaded);
    }
  return loads.map((all) => ({
    rate: median(all.map(({ rate }) => rate)),
    cpuUs: median(all.map(({ cpuUs }) => cpuUs)),
  })) as [Done, Done];
}
