/**
 * `node main.js writes|import ARTICLES`, bundled by main.ts as servers are: what writes take
 * beside bare better-sqlite3 writing the same rows with the same syncs, in one run, in turns, as
 * JSON. Three databases grow side by side in an import: ours, one whose writes are recorded, and
 * the bare one, so that memory and the machine's moods are the same for a thousand articles or
 * 100,000.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleInput } from '../../src/articles/schema.ts';
import { createArticle } from '../../src/articles/service.ts';
import { importFile } from '../../src/cli/import.ts';
import { systemClock } from '../../src/core/clock.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import type { Database } from '../../src/core/database/types.ts';
import { setUpHeap } from '../../src/core/heap.ts';
import { parseBody } from '../../src/core/http/validation.ts';
import { createWorkRunner, SYSTEM } from '../../src/core/work.ts';
import { asNew, ownArticle } from '../../src/imports/own.ts';
import { createReader } from '../../src/imports/reader.ts';
import { publishArticle } from '../../src/publishing/publish.ts';
import { openReplay, recordWrites, startTaking, type Taken } from './bare-writes.ts';
import { writeExport } from './export-file.ts';
import { median } from './median.ts';

const SINGLE = 200;
/** So many come first. V8 compiles what runs often, step by step, and is done with most of it then. */
const WARM = 1_500;
/** So many are created one after the other, then published, as other rows repeat one request. */
const IN_A_ROW = 50;
/** Articles in a file that is imported. */
const FILE = 500;
const ROUNDS = 3;

/** The columns of the bench: what, beside, ours, ratio, by processor time, goal or nothing. */
export type Row = [string, string, string, string, string, string];

interface Times {
  create: Taken[];
  publish: Taken[];
}

interface Single {
  inARow: number;
  /** What the names of the rows end with. */
  name: string;
  goal: number | null;
}

/** What was measured, as rows of the bench's table. */
async function measureWrites(imported: number): Promise<Row[]> {
  return withBench(async (bench) => [
    ...(await bench.single({ inARow: IN_A_ROW, name: '', goal: 0.5 })),
    await bench.import(imported),
    ...(await bench.single({ inARow: 1, name: ', in turns', goal: null })),
  ]);
}

async function measureImport(imported: number): Promise<Row[]> {
  return withBench(async (bench) => [await bench.import(imported)]);
}

async function withBench(measure: (bench: Bench) => Promise<Row[]>): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const bench = new Bench(folder);
    await bench.prepare();
    return await measure(bench);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Bench {
  readonly #folder: string;
  readonly #empty: string;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#empty = join(folder, 'empty.db');
  }

  async prepare(): Promise<void> {
    const db = await openDatabase({ databaseUrl: `file:${this.#empty}` });
    await db.close();
  }

  #fresh(): string {
    this.#count += 1;
    const file = join(this.#folder, `${this.#count}.db`);
    copyFileSync(this.#empty, file);
    return file;
  }

  async #with<T>(use: (db: Database) => Promise<T>, file = this.#fresh()): Promise<T> {
    const db = await openDatabase({ databaseUrl: `file:${file}` });
    try {
      return await use(db);
    } finally {
      await db.close();
    }
  }

  /** Creations of one article with two quotes and two claims, then as many publications. */
  async single({ inARow, name, goal }: Single): Promise<Row[]> {
    const file = join(this.#folder, 'single.ndjson');
    const parts = { turns: 0, quotes: 2, claims: 2 };
    await writeExport(file, { articles: WARM + SINGLE, parts });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const articles = lines.map((line) => asNew(ownArticle(JSON.parse(line)).article));
    const run = (db: Database) => createAndPublish(db, articles, inARow);
    const recording = await recordWrites(async () => void (await this.#with(run)));
    const [ours, bare]: [Times, Times] = [
      { create: [], publish: [] },
      { create: [], publish: [] },
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      const replay = openReplay(this.#fresh());
      addWarm(bare, timesOf(replay.run(recording), inARow));
      replay.close();
      addWarm(ours, await this.#with(run));
    }
    return [
      row(`create, 2 quotes and 2 claims${name}`, middle(bare.create), middle(ours.create), goal),
      row(`publish it${name}`, middle(bare.publish), middle(ours.publish), goal),
    ];
  }

  /** An export, published as it is imported, file by file. */
  async import(articles: number): Promise<Row> {
    const options = { accept: null, publish: true, section: 'news', language: 'en' };
    const reader = createReader();
    const recorded = this.#fresh();
    const replay = openReplay(this.#fresh());
    const ours: Taken[] = [];
    const bare: Taken[] = [];
    await this.#with(async (db) => {
      for (let first = 0; first < articles; first += FILE) {
        const file = join(this.#folder, 'import.ndjson');
        await writeExport(file, { articles: Math.min(FILE, articles - first), first });
        const record = () =>
          this.#with((copy) => importFile({ db: copy, reader, options }, file), recorded);
        bare.push(...replay.run(await recordWrites(record)));
        const taken = startTaking();
        await importFile({ db, reader, options }, file);
        ours.push(taken());
      }
    });
    replay.close();
    await reader.close();
    const each = ({ wallMs, cpuMs }: Taken) => ({
      wallMs: wallMs / articles,
      cpuMs: cpuMs / articles,
    });
    const name = `import and publish, 8 turns, 6 quotes, 4 claims, each of ${articles}`;
    return row(name, each(sum(bare)), each(sum(ours)), 0.3);
  }
}

async function createAndPublish(
  db: Database,
  articles: readonly ReturnType<typeof asNew>[],
  inARow: number,
): Promise<Times> {
  const run = createWorkRunner({ db, clock: systemClock, onTouched: () => undefined });
  const times: Times = { create: [], publish: [] };
  for (let first = 0; first < articles.length; first += inARow) {
    const ids: string[] = [];
    for (const article of articles.slice(first, first + inARow)) {
      const taken = startTaking();
      const input = parseBody(articleInput, article);
      const { row } = await run(SYSTEM, (work) => createArticle(work, input));
      times.create.push(taken());
      ids.push(row.id);
    }
    for (const id of ids) {
      const taken = startTaking();
      await run(SYSTEM, (work) => publishArticle(work, id, {}, '*'));
      times.publish.push(taken());
    }
  }
  return times;
}

/** What transactions took that were recorded of `createAndPublish`. */
function timesOf(transactions: readonly Taken[], inARow: number): Times {
  const isCreate = (_: Taken, index: number) => index % (2 * inARow) < inARow;
  return {
    create: transactions.filter(isCreate),
    publish: transactions.filter((taken, index) => !isCreate(taken, index)),
  };
}

function addWarm(all: Times, { create, publish }: Times): void {
  all.create.push(...create.slice(WARM));
  all.publish.push(...publish.slice(WARM));
}

function middle(all: readonly Taken[]): Taken {
  return {
    wallMs: median(all.map(({ wallMs }) => wallMs)),
    cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
  };
}

function sum(all: readonly Taken[]): Taken {
  return all.reduce((one, other) => ({
    wallMs: one.wallMs + other.wallMs,
    cpuMs: one.cpuMs + other.cpuMs,
  }));
}

function row(name: string, bare: Taken, ours: Taken, goal: number | null): Row {
  const shown = ({ wallMs, cpuMs }: Taken) =>
    `${wallMs.toFixed(2)} ms, processor ${cpuMs.toFixed(2)}`;
  return [
    name,
    shown(bare),
    shown(ours),
    (bare.wallMs / ours.wallMs).toFixed(2),
    (bare.cpuMs / ours.cpuMs).toFixed(2),
    goal === null ? '' : `>= ${goal}`,
  ];
}

setUpHeap();
const [, , what, imported] = process.argv;
const measure = what === 'import' ? measureImport : measureWrites;
process.stdout.write(`${JSON.stringify(await measure(Number(imported)))}\n`);
