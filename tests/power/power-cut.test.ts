/**
 * A power cut at any moment: a real server is recorded by strace while it creates and
 * publishes, and its files are opened as a disk might hold them at many points between.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullArticle } from '../support/articles.ts';
import { createRandom } from '../support/hostile.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { serve } from '../support/process.ts';
import {
  type DiskStep,
  RECORDED_CALLS,
  RecordedDisk,
  readRecording,
} from '../support/recorded-disk.ts';

/** At how many points the power is cut; the long form is `npm run test:faults`. */
const CUTS = Number(process.env.FAULT_CUTS ?? 100);
const ARTICLES = Number(process.env.FAULT_CUT_ARTICLES ?? 20);
const ADMIN_TOKEN = 'a-token-of-an-administrator-for-power';

/** How many each article has. */
const [QUOTES, CLAIMS] = ['quotes', 'claims'].map(
  (part) => (fullArticle()[part] as unknown[]).length,
) as [number, number];

/** What a client was told: that a draft is saved, or that it is live. */
const TOLD = /"slug":"(cut-\d+)","state":"(draft|live)"/;

/** strace itself must live on until the server that it records has ended. */
const childOf = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());

interface Acknowledged {
  saved: Set<string>;
  live: Set<string>;
}

describe('a power cut', () => {
  let folder: string;
  let data: string;
  let recording: string;
  let before: Map<string, Buffer>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    data = join(folder, 'data');
    mkdirSync(data);
    recording = join(folder, 'recording');
    const databaseUrl = await freshDatabase(data);
    const file = databaseUrl.slice('file:'.length);
    before = new Map([[file, readFileSync(file)]]);
    execFileSync('strace', ['--version']);
    const server = await serve(
      { DATABASE_URL: databaseUrl, DATA_DIR: data, ADMIN_TOKEN, LOG_LEVEL: 'fatal' },
      {
        before: `exec strace -f -y -xx -s 10000000 -e trace=${RECORDED_CALLS} -o ${recording} "$@"`,
      },
    );
    for (let number = 0; number < ARTICLES; number += 1) await write(server.url, number);
    // What was told before an answer is written down by now; the last call may not be.
    expect((await fetch(`${server.url}/health`)).ok).toBe(true);
    process.kill(childOf(server.child.pid as number), 'SIGKILL');
    await server.ended;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Creates two articles at once and publishes one of them. */
  async function write(url: string, number: number): Promise<void> {
    const send = async (path: string, body?: unknown) => {
      const answer = await fetch(`${url}/v1/desk/articles${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          'if-match': '*',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.ok, await answer.clone().text()).toBe(true);
      return (await answer.json()) as { id: string };
    };
    const create = (slug: string) => send('', fullArticle({ slug }));
    const [first] = await Promise.all([create(`cut-${number}0`), create(`cut-${number}1`)]);
    await send(`/${first?.id}/publish`);
  }

  it(`at ${CUTS} points loses nothing that was acknowledged, and leaves nothing half done`, {
    timeout: 3_600_000,
  }, async () => {
    const steps: DiskStep[] = [];
    for await (const step of readRecording(recording, data)) steps.push(step);
    expect(steps.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(0);
    const random = createRandom(20_261_126);
    const points = new Set<number>();
    while (points.size < Math.min(CUTS, steps.length)) points.add(random.below(steps.length + 1));
    const disk = new RecordedDisk(before);
    const acknowledged: Acknowledged = { saved: new Set(), live: new Set() };
    for (let point = 0; point <= steps.length; point += 1) {
      if (points.has(point)) inspect(disk.cut(random), acknowledged, point);
      const step = steps[point];
      if (step === undefined) break;
      disk.take(step);
      if (step.kind === 'told') hear(step.text, acknowledged);
    }
    expect(acknowledged.saved.size).toBe(2 * ARTICLES);
    expect(acknowledged.live.size).toBe(ARTICLES);
  });

  function hear(text: string, acknowledged: Acknowledged): void {
    const [, slug, state] = TOLD.exec(text) ?? [];
    if (slug === undefined) return;
    acknowledged.saved.add(slug);
    if (state === 'live') acknowledged.live.add(slug);
  }

  function inspect(files: Map<string, Buffer>, { saved, live }: Acknowledged, point: number): void {
    const place = join(folder, `cut-${point}`);
    mkdirSync(place);
    // What is shared in memory does not survive a power cut.
    for (const [path, content] of files)
      if (!path.endsWith('-shm')) writeFileSync(join(place, basename(path)), content);
    const db = new BetterSqlite3(join(place, 'onrecord.db'));
    const list = (sql: string) => new Set(db.prepare(sql).pluck().all());
    expect(db.pragma('integrity_check', { simple: true }), `cut at ${point}`).toBe('ok');
    const articles = list('SELECT slug FROM Article');
    const published = list('SELECT slug FROM PublishedArticle');
    expect([...saved].filter((slug) => !articles.has(slug))).toEqual([]);
    expect([...live].filter((slug) => !published.has(slug))).toEqual([]);
    expect(list("SELECT slug FROM Article WHERE state = 'live'")).toEqual(published);
    for (const [table, count] of [
      ['Revision', articles.size],
      ['Edition', published.size],
      ['PublishedQuote', published.size * QUOTES],
      ['PublishedClaim', published.size * CLAIMS],
      ["Change WHERE type = 'article.published'", published.size],
      ["AuditEntry WHERE action = 'article.create'", articles.size],
    ] as const) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(count);
    }
    db.close();
    rmSync(place, { recursive: true });
  }
});
