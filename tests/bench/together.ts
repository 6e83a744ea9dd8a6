/** What one part of a server's work costs the other: readers beside a desk, processes beside each other. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fullArticle } from '../support/articles.ts';
import { type Load, load, median } from './load.ts';
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
 *
 * @param pauseMs how long after one the next begins, if it is done by then
 */
function publish({ origin }: Server, name: string, pauseMs: number): { stop(): Promise<number> } {
  let stopped = false;
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${origin}/v1/desk/articles${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        'content-type': 'application/json',
        'if-match': '*',
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const running = (async () => {
    const begun = performance.now();
    let count = 0;
    for (; !stopped; count += 1) {
      const pause = sleep(pauseMs);
      const { id } = await post('', fullArticle({ slug: `${name}-${count}` }));
      await post(`/${id}/publish`, {});
      await pause;
    }
    return (1_000 * count) / (performance.now() - begun);
  })();
  return {
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

/**
 * Warm reads by two processes on one file, against one, with 32 readers for each. The generator
 * has its share of the cores, so that on two of them the rate says little; by processor time it
 * is told what two cores of their own would answer against one.
 */
export async function compareProcesses(file: string, size: number, turns: Turns): Promise<void> {
  await withCopy(file, async (copy) => {
    const paths = slugsOf(size, 200).map((slug) => `/v1/articles/${slug}`);
    const done = new Map<string, { rate: number; cpuUs: number }>();
    for (const WORKERS of ['1', '2']) {
      const ours = await startOurs(copy, { WORKERS });
      const connections = READERS * Number(WORKERS);
      const read = () => load({ ...ours, paths }, { seconds: turns.seconds, connections });
      await read();
      const all: Load[] = [];
      for (let round = 0; round < turns.rounds; round += 1) all.push(await read());
      done.set(WORKERS, {
        rate: median(all.map(({ rate }) => rate)),
        cpuUs: median(all.map(({ cpuUs }) => cpuUs)),
      });
      await ours.stop();
    }
    const [one, two] = [done.get('1'), done.get('2')];
    if (one === undefined || two === undefined) return;
    say(
      'two processes against one, warm reads',
      `${one.rate.toFixed(0)}/s`,
      `${two.rate.toFixed(0)}/s`,
      (two.rate / one.rate).toFixed(2),
      ((2 * one.cpuUs) / two.cpuUs).toFixed(2),
      '>= 1.7',
    );
  });
}
