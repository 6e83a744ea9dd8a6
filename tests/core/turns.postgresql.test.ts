import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { nextCount } from '../../src/core/database/counters.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { type Client, type Database, DatabaseAway } from '../../src/core/database/types.ts';
import { type Network, openNetwork } from '../support/network.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';

let postgresql: PostgresqlServer;
let databaseUrl: string;
let network: Network;
let db: Database;
beforeAll(async () => {
  postgresql = await startPostgresql();
});
afterAll(() => postgresql.stop());
beforeEach(async () => {
  databaseUrl = await postgresql.createDatabase();
  network = await openNetwork(databaseUrl);
  db = await openDatabase({ databaseUrl: network.url });
});
afterEach(async () => {
  await db.close();
  await network.close();
});

async function withOutside<T>(use: (outside: pg.Client) => Promise<T>): Promise<T> {
  const outside = new pg.Client({ connectionString: databaseUrl });
  await outside.connect();
  try {
    return await use(outside);
  } finally {
    await outside.end();
  }
}

const add = (client: Client, name: string) => client.counter.create({ data: { name, value: 1 } });
const names = () =>
  withOutside(async (outside) => (await outside.query('SELECT "name" FROM "Counter"')).rows).then(
    (rows) => rows.map(({ name }) => String(name)),
  );

it('what a crash lost is not taken for kept, though others are given its number since', async () => {
  await db.write((client) => add(client, 'before'));
  const lost = db.write(async (client) => {
    await add(client, 'lost');
    network.goDown();
    await postgresql.kill('SIGQUIT');
    await postgresql.start();
    await withOutside(async (outside) => {
      for (let index = 0; index < 5; index += 1)
        await outside.query('INSERT INTO "Counter" VALUES ($1, 1)', [`since-${index}`]);
    });
    network.recover();
  });
  await expect(lost).rejects.toThrow(DatabaseAway);
  await db.write((client) => add(client, 'after'));
  const all = await names();
  expect(all).toEqual(expect.arrayContaining(['before', 'since-4', 'after']));
  expect(all).not.toContain('lost');
});

it('writers of several processes read what the one before wrote, however the database is set', async () => {
  const url = await postgresql.createDatabase();
  const { pathname } = new URL(url);
  await withOutside((outside) =>
    outside.query(
      `ALTER DATABASE ${pathname.slice(1)} SET default_transaction_isolation = 'serializable'`,
    ),
  );
  const processes = [
    await openDatabase({ databaseUrl: url }),
    await openDatabase({ databaseUrl: url }),
  ];
  const counts = processes.flatMap((one) =>
    Array.from({ length: 20 }, () => one.write((client) => nextCount(client, 'shared'))),
  );
  expect((await Promise.all(counts)).sort((one, other) => one - other)).toEqual(
    counts.map((_, index) => index + 1),
  );
  for (const one of processes) await one.close();
});

it('a process that ends leaves nothing of its own behind', async () => {
  const ending = await openDatabase({ databaseUrl });
  await ending.write((client) => add(client, 'last'));
  expect((await names()).filter((name) => name.startsWith('writer '))).toHaveLength(1);
  await ending.close();
  expect((await names()).filter((name) => name.startsWith('writer '))).toEqual([]);
});

it('what was answered survives a crash where PostgreSQL is set to answer before it is kept', async () => {
  const setting = async () =>
    db.write(async (client) => {
      const [row] = await client.$queryRaw<{ set: string }[]>`
        SELECT current_setting('synchronous_commit') AS "set"`;
      return row?.set;
    });
  await withOutside(async (outside) => {
    // As rarely as PostgreSQL can be told to keep what it has answered already.
    await outside.query('ALTER SYSTEM SET wal_writer_delay = 10000');
    await outside.query('SELECT pg_reload_conf()');
    const database = new URL(databaseUrl).pathname.slice(1);
    for (const [set, held] of [
      ['local', 'local'],
      ['off', 'on'],
    ]) {
      await outside.query(`ALTER DATABASE "${database}" SET synchronous_commit = ${set}`);
      await db.close();
      db = await openDatabase({ databaseUrl: network.url });
      expect(await setting()).toBe(held);
    }
  });
  await db.write((client) => add(client, 'answered'));
  await postgresql.kill('SIGQUIT');
  await postgresql.start();
  expect(await names()).toContain('answered');
});
