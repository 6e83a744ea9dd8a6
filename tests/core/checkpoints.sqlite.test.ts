import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { insertRows } from '../../src/core/database/rows.ts';
import { type Database, DatabaseAway } from '../../src/core/database/types.ts';
import { createId } from '../../src/core/ids.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { withoutThreads } from '../support/no-threads.ts';

const PAGE_BYTES = 4_096;
/** As many pages as make the log long. */
const LONG = 1_000;
const TURNS = 50;
/** What each transaction would take if it waited for readers as the first one does. */
const WAITED_IN_VAIN_MS = 20;

let folder: string;
let file: string;
let db: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  file = (await freshDatabase(folder)).slice('file:'.length);
  db = await openDatabase({ databaseUrl: `file:${file}` });
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins the next transaction where one ends, and never waits. */
const READING = `
  const database = new (require('better-sqlite3'))(process.argv[1], { readonly: true });
  const [begin, read, end] = ['BEGIN', 'SELECT count(*) FROM Counter', 'COMMIT'].map((sql) =>
    database.prepare(sql),
  );
  for (let count = 0; ; count += 1) {
    begin.run();
    const until = performance.now() + 2;
    while (performance.now() < until) read.get();
    end.run();
    if (count === 0) process.stdout.write('reading');
  }`;

/** Writes a row that takes about as many pages, in one transaction. */
const write = (pages: number) =>
  db.write((client) => {
    const name = 'x'.repeat(pages * PAGE_BYTES);
    const [createdAt, updatedAt] = [new Date(), new Date()];
    const row = { slug: createId(), name, mergedIntoId: null, version: 1, createdAt, updatedAt };
    return insertRows(client, 'Section', [{ id: createId(), ...row }]);
  });

/** How many rows there are in the file alone, without its log. */
function countInFile(path: string): number {
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  const alone = new BetterSqlite3(copy);
  try {
    return alone.prepare('SELECT count(*) FROM Section').pluck().get() as number;
  } finally {
    alone.close();
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

describe('SQLite’s log', () => {
  it('is put into the file when it has become long, between transactions', async () => {
    await write(LONG / 2);
    await write(1);
    expect(countInFile(file)).toBe(0);
    await write(LONG / 2);
    // Transactions and what is done between them come one after the other.
    await write(1);
    expect(countInFile(file)).toBe(3);
  });

  it('does not grow with what is written', async () => {
    for (let round = 0; round < 8; round += 1) await write(LONG);
    expect(statSync(`${file}-wal`).size).toBeLessThan(3 * LONG * PAGE_BYTES);
  });

  it('does not grow while another process reads all the time', async () => {
    const other = spawn(process.execPath, ['-e', READING, file]);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    await new Promise((resolve) => other.stdout.once('data', resolve));
    for (let round = 0; round < 200; round += 1) await write(LONG / 10);
    other.kill('SIGKILL');
    await ended;
    expect(statSync(`${file}-wal`).size).toBeLessThan(3 * LONG * PAGE_BYTES);
  });

  it('waits for somebody who reads for long once, and is put into the file afterwards', async () => {
    const other = new BetterSqlite3(file, { readonly: true });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM Section').get();
    await write(LONG);
    await write(1);
    const began = performance.now();
    for (let turn = 0; turn < TURNS; turn += 1) await write(1);
    expect(performance.now() - began).toBeLessThan(TURNS * WAITED_IN_VAIN_MS);
    expect(countInFile(file)).toBe(0);
    other.close();
    await write(1);
    await write(1);
    expect(countInFile(file)).toBeGreaterThanOrEqual(TURNS + 2);
  });

  it('is put into the file where the system gives no thread', async () => {
    await withoutThreads(async () => {
      await write(LONG);
      await write(1);
    });
    expect(countInFile(file)).toBe(1);
  });

  it('is put into the file without its thread too', async () => {
    const moved = join(folder, 'moved.db');
    await write(LONG);
    // The thread that has just been begun finds no file; what is written next is refused.
    renameSync(file, moved);
    await expect(write(1)).rejects.toThrow(DatabaseAway);
    expect(countInFile(moved)).toBe(1);
    renameSync(moved, file);
  });
});
