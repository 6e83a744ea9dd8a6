import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionOf } from '../../src/core/database/connection.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { findRows, insertRows, putRows } from '../../src/core/database/rows.ts';
import { createSnapshot } from '../../src/core/database/sqlite-snapshot.ts';
import type { Database } from '../../src/core/database/types.ts';
import { nextTurn } from '../../src/core/turns.ts';
import { freshDatabase } from '../support/newsroom.ts';

let folder: string;
let db: Database;
let other: BetterSqlite3.Database;
let reading: BetterSqlite3.Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const databaseUrl = await freshDatabase(folder);
  db = await openDatabase({ databaseUrl });
  other = new BetterSqlite3(databaseUrl.slice('file:'.length));
  reading = new BetterSqlite3(databaseUrl.slice('file:'.length), { readonly: true });
});
afterEach(async () => {
  for (const one of [other, reading]) one.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is read of a counter; -1 where there is none. */
const read = async () =>
  (await findRows(db.read, 'Counter', { name: 'x' }, ['value']))[0]?.value ?? -1;
/** Another process commits. */
const commitElsewhere = (value: number) =>
  other.prepare(`INSERT OR REPLACE INTO "Counter" VALUES ('x', ?)`).run(value);
/** This process commits. */
const put = (value: number) =>
  db.write((client) => putRows(client, 'Counter', ['name'], [{ name: 'x', value }]));

describe('What is read of SQLite in one turn of the event loop', () => {
  it('is of one moment, whoever commits meanwhile, and of another one in the next turn', async () => {
    const snapshot = createSnapshot(reading);
    const value = reading.prepare(`SELECT "value" FROM "Counter" WHERE "name" = 'x'`).pluck();
    commitElsewhere(1);
    snapshot.hold();
    expect(value.get()).toBe(1);
    commitElsewhere(2);
    snapshot.hold();
    expect(value.get()).toBe(1);
    await nextTurn();
    snapshot.hold();
    expect(value.get()).toBe(2);
    commitElsewhere(3);
    snapshot.release();
    expect(value.get()).toBe(3);
  });

  it('is of one moment where the newsroom reads it', async () => {
    other.pragma('synchronous = OFF');
    commitElsewhere(-1);
    let same = 0;
    for (let value = 0; value < 100; value += 1) {
      await nextTurn();
      const before = await read();
      commitElsewhere(value);
      // Not where the commit took so long that others get their turn.
      if ((await read()) === before) same += 1;
    }
    expect(same).toBeGreaterThan(10);
  });

  it('holds what this process has committed since', async () => {
    // A commit that takes longer than a turn may is followed by another turn in any case.
    for (let value = 0; value < 200; value += 1) {
      await nextTurn();
      const before = read();
      await put(value);
      expect(await before).toBe(value - 1);
      expect(await read()).toBe(value);
    }
  });

  it('is none of a transaction that has not ended', async () => {
    await db.write(async (client) => {
      await insertRows(client, 'Counter', [{ name: 'x', value: 1 }]);
      expect(await read()).toBe(-1);
    });
    expect(await read()).toBe(1);
  });

  it('is not older than what a thread has read', async () => {
    const { queryAside } = connectionOf(db.read);
    const sql = `SELECT "value" FROM "Counter" WHERE "name" = 'x'`;
    commitElsewhere(0);
    for (let value = 1, round = 0; round < 50; round += 1) {
      let seen: [aside: number, then: number] | undefined;
      const asked = queryAside({ sql, text: sql, values: [] }).then(async ([row]) => {
        seen = [row?.value as number, await read()];
      });
      for (; seen === undefined; value += 1) {
        await read();
        commitElsewhere(value);
        await nextTurn();
      }
      await asked;
      expect(seen[1]).toBeGreaterThanOrEqual(seen[0]);
    }
  });

  it('is read by Prisma, in several statements too, while others read and write', async () => {
    // More values than a statement may have, so that Prisma begins a transaction.
    const names = Array.from({ length: 2_000 }, (_, index) => (index > 0 ? `${index}` : 'x'));
    await put(0);
    let others = 0;
    let isAsking = true;
    const reading = (async () => {
      for (; isAsking; others += 1) {
        expect(await read()).toBeGreaterThanOrEqual(0);
        await nextTurn();
      }
    })();
    for (let value = 1; value < 50; value += 1) {
      const asked = db.read.counter.findMany({ where: { name: { in: names } } });
      await put(value);
      expect(await asked).toHaveLength(1);
      expect(await read()).toBe(value);
    }
    isAsking = false;
    await reading;
    expect(others).toBeGreaterThan(50);
  });

  it('keeps nobody from writing', async () => {
    await read();
    commitElsewhere(1);
    await read();
    await put(2);
    expect(await read()).toBe(2);
  });
});
