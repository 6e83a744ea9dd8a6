import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionOf } from '../../src/core/database/connection.ts';
import { listRows } from '../../src/core/database/list.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { findRows, insertRows } from '../../src/core/database/rows.ts';
import { createSqliteConnection } from '../../src/core/database/sqlite-connection.ts';
import { DatabaseAway, DatabaseUnusable } from '../../src/core/database/types.ts';
import { freshDatabase } from '../support/newsroom.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  file = (await freshDatabase(folder)).slice('file:'.length);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (path = file) => openDatabase({ databaseUrl: `file:${path}` });
/** What the start says, and that it says so on purpose. */
const refusal = async (path = file): Promise<string> => {
  const error = await open(path).then(
    (db) => db.close().then(() => null),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseUnusable);
  return (error as Error).message;
};
const pragma = async (client: { $queryRawUnsafe(sql: string): Promise<unknown> }, name: string) =>
  Object.values(
    ((await client.$queryRawUnsafe(`PRAGMA ${name}`)) as Record<string, unknown>[])[0] ?? {},
  )[0];

describe('SQLite', () => {
  it('has its pragmas on the writer and the reader, also on the second and third start', async () => {
    for (let start = 1; start <= 3; start += 1) {
      const db = await open();
      try {
        const wanted = { journal_mode: 'wal', synchronous: 2, busy_timeout: 5000, foreign_keys: 1 };
        for (const [name, value] of Object.entries(wanted)) {
          expect(String(await pragma(db.read, name)), `reader ${name}, start ${start}`).toBe(
            String(value),
          );
          const written = await db.write((client) => pragma(client as never, name));
          expect(String(written), `writer ${name}, start ${start}`).toBe(String(value));
        }
      } finally {
        await db.close();
      }
    }
  });

  it('takes the write lock at the beginning of a transaction, before its first write', async () => {
    const db = await open();
    const other = new BetterSqlite3(file, { timeout: 0 });
    try {
      await db.write(async (client) => {
        await client.section.count();
        expect(() => other.prepare('BEGIN IMMEDIATE').run()).toThrow(/locked/);
      });
      other.prepare('BEGIN IMMEDIATE').run();
      other.prepare('ROLLBACK').run();
    } finally {
      other.close();
      await db.close();
    }
  });

  it('asks Prisma inside of the transaction, whose end undoes that too', async () => {
    const db = await open();
    const broken = db.write(async (client) => {
      await client.counter.createMany({ data: [{ name: 'by Prisma', value: 1 }] });
      await insertRows(client, 'Counter', [{ name: 'by ours', value: 1 }]);
      expect(await client.counter.count({ where: { name: { startsWith: 'by ' } } })).toBe(2);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await db.read.counter.count({ where: { name: { startsWith: 'by ' } } })).toBe(0);
    await db.close();
  });

  it('runs nothing for a client whose transaction has ended', async () => {
    const db = await open();
    const client = await db.write(async (lent) => ({ lent }));
    expect(() => client.lent.counter).toThrow(/has ended/);
    await expect(findRows(client.lent, 'Counter', { name: 'x' }, ['value'])).rejects.toThrow(
      /has ended/,
    );
    const row = { name: 'x', value: 1 };
    await expect(insertRows(client.lent, 'Counter', [row])).rejects.toThrow(/has ended/);
    const { column, queryAside } = connectionOf(client.lent);
    const asked = { sql: 'SELECT 1', text: 'SELECT 1', values: [] };
    for (const ask of [column, queryAside]) await expect(ask(asked)).rejects.toThrow(/has ended/);
    await db.close();
  });

  it('keeps no rows of an insertion whose transaction ended in its middle', async () => {
    const database = new BetterSqlite3(file);
    const { insert } = createSqliteConnection(database);
    const rows = Array.from({ length: 50_000 }, (_, value) => ({ name: `n${value}`, value }));
    database.exec('BEGIN IMMEDIATE');
    const inserting = insert('Counter', rows, '');
    setImmediate(() => database.exec('ROLLBACK'));
    await expect(inserting).rejects.toThrow(/has ended/);
    expect(database.prepare(`SELECT * FROM "Counter" WHERE "name" LIKE 'n%'`).all()).toEqual([]);
    database.close();
  });

  it('can’t write through the reader', async () => {
    const db = await open();
    await expect(db.read.section.deleteMany()).rejects.toThrow(/readonly/i);
    await db.close();
  });

  it('leaves all that was written in the one file once it is closed', async () => {
    const db = await open();
    await db.write((client) => client.counter.create({ data: { name: 'test', value: 1 } }));
    await db.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('writes nothing more to a file that another one was put in the place of', async () => {
    const db = await open();
    const add = (name: string) =>
      db.write((client) => client.counter.create({ data: { name, value: 1 } }));
    await add('before');
    renameSync(file, `${file}.aside`);
    await expect(add('to nobody')).rejects.toThrow(/start the server anew/);
    await expect(add('to nobody')).rejects.toThrow(DatabaseAway);
    writeFileSync(file, '');
    await expect(add('to nobody')).rejects.toThrow(DatabaseAway);
    await expect(db.isOutdated()).rejects.toThrow(DatabaseAway);
    renameSync(`${file}.aside`, file);
    await add('after');
    expect(await db.read.counter.count({ where: { value: 1 } })).toBe(2);
    await db.close();
  });

  it('compiles no limit in a way that lets each value be planned for', async () => {
    const prepared = vi.spyOn(BetterSqlite3.prototype, 'prepare');
    const db = await open();
    await db.read.section.findMany({ take: 3 });
    await listRows(db.read, 'Section', {
      where: {},
      orderBy: [{ id: 'asc' }],
      take: 3,
      columns: ['id'],
    });
    await db.close();
    const limited = prepared.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('LIMIT'));
    prepared.mockRestore();
    expect(limited.length).toBeGreaterThanOrEqual(2);
    for (const sql of limited) expect(sql).not.toMatch(/LIMIT \?/);
  });

  it('brings an engine that is safe with two writers', async () => {
    const db = await open();
    const [row] = (await db.read.$queryRawUnsafe('SELECT sqlite_version() AS v')) as {
      v: string;
    }[];
    const [major = 0, minor = 0, patch = 0] = String(row?.v).split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
    await db.close();
  });

  it('makes the file and its folder where there are none', async () => {
    const path = join(folder, 'deep', 'er', 'new.db');
    const db = await open(path);
    expect(await db.read.article.count()).toBe(0);
    await db.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });

  it('refuses a database of something else, and leaves it as it is', async () => {
    const path = join(folder, 'foreign.db');
    const foreign = new BetterSqlite3(path);
    foreign.exec('CREATE TABLE recipes (id INTEGER); INSERT INTO recipes VALUES (1)');
    foreign.close();
    expect(await refusal(path)).toMatch(/not Onrecord’s.*DATABASE_URL/s);
    const again = new BetterSqlite3(path);
    const tables = again
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all();
    again.close();
    expect(tables).toEqual(['recipes']);
  });

  const inHistory = (sql: string) => {
    const database = new BetterSqlite3(file);
    database.exec(sql);
    database.close();
  };

  it('refuses a database of a newer version', async () => {
    inHistory(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
      VALUES ('x', 'x', 1, '9999_the_future', 1, 1)`);
    expect(await refusal()).toMatch(/newer Onrecord.*9999_the_future/s);
  });

  it('refuses a database whose migration was another', async () => {
    inHistory("UPDATE _prisma_migrations SET checksum = 'other'");
    expect(await refusal()).toMatch(/another build/);
  });

  it('refuses a database in which a migration broke off', async () => {
    inHistory('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await refusal()).toMatch(/broke off.*backup/s);
  });

  it('refuses a file that is no database, and one that is cut off', async () => {
    const text = join(folder, 'text.db');
    writeFileSync(text, 'This is a shopping list, and a long one. '.repeat(200));
    expect(await refusal(text)).toMatch(/not a database.*backup/s);
    const cut = join(folder, 'cut.db');
    copyFileSync(file, cut);
    truncateSync(cut, 5_000);
    expect(await refusal(cut)).toMatch(/damaged|malformed|backup/);
  });

  it('refuses a folder, and a path below a file', async () => {
    const path = join(folder, 'a-folder.db');
    mkdirSync(path);
    expect(await refusal(path)).toMatch(/DATABASE_URL/);
    expect(await refusal(join(file, 'below.db'))).toMatch(/writable.*DATABASE_URL/s);
  });
});
