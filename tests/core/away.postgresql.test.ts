import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { type Client, type Database, DatabaseAway } from '../../src/core/database/types.ts';
import { asProblem } from '../../src/core/http/problems.ts';
import { type Network, openNetwork } from '../support/network.ts';
import { freshDatabase } from '../support/newsroom.ts';

let databaseUrl: string;
let network: Network;
let db: Database;
/** Somebody else at the same database. */
let outside: pg.Client;
beforeEach(async () => {
  databaseUrl = await freshDatabase('');
  network = await openNetwork(databaseUrl);
  db = await openDatabase({ databaseUrl: network.url });
  outside = new pg.Client({ connectionString: databaseUrl });
  await outside.connect();
});
afterEach(async () => {
  await db.close();
  await outside.end();
  await network.close();
});

const add = (client: Client, name = 'one') => client.counter.create({ data: { name, value: 1 } });
const count = async () =>
  Number(
    (await outside.query('SELECT count(*) FROM "Counter" WHERE "name" NOT LIKE \'writer %\''))
      .rows[0].count,
  );

describe('a COMMIT that is not answered', () => {
  it('counts where PostgreSQL kept the transaction', async () => {
    const before = await count();
    network.cutAtCommit(true);
    expect(await db.write((client) => add(client))).toMatchObject({ name: 'one', value: 1 });
    expect(await count()).toBe(before + 1);
  });

  it('is unavailable where PostgreSQL kept nothing', async () => {
    const before = await count();
    network.cutAtCommit(false);
    await expect(db.write((client) => add(client))).rejects.toThrow(DatabaseAway);
    expect(await count()).toBe(before);
    await db.write((client) => add(client));
    expect(await count()).toBe(before + 1);
  });
});

describe('PostgreSQL that takes nothing right now', () => {
  it.each([
    ...['08006', '25006', '28000', '28P01', '3D000', '40001', '40P01'],
    ...['53100', '53300', '55P03', '57014', '57P01', '58030'],
  ])('is unavailable, as it says by %s', async (code) => {
    const raise = `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;
    for (const failing of [
      db.read.$executeRawUnsafe(raise),
      db.write((client) => client.$executeRawUnsafe(raise)),
    ]) {
      const error = await failing.catch((reason: unknown) => reason);
      expect(asProblem(error)).toMatchObject({
        code: 'unavailable',
        headers: { 'retry-after': '1' },
      });
    }
  });

  it('is unavailable where it ends a connection in the middle of a transaction', async () => {
    const ended = db.write(async (client) => {
      await add(client);
      await outside.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      await add(client, 'two');
    });
    await expect(ended).rejects.toThrow(DatabaseAway);
    await db.write((client) => add(client));
  });

  it('is unavailable where it lets nobody in any more, who was let in before', async () => {
    const role = `gone_${randomBytes(4).toString('hex')}`;
    await outside.query(`CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD 'in'`);
    const url = new URL(databaseUrl);
    url.username = role;
    url.password = 'in';
    const shut = await openDatabase({ databaseUrl: url.href });
    await outside.query(`ALTER ROLE ${role} NOLOGIN`);
    await outside.query(
      'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = $1',
      [role],
    );
    const asked = [() => shut.write((client) => add(client)), () => shut.read.counter.count()];
    for (const ask of asked) {
      // The first may only find that its connection was broken off.
      await ask().catch(() => undefined);
      expect(asProblem(await ask().catch((error: unknown) => error)).code).toBe('unavailable');
    }
    await outside.query(`ALTER ROLE ${role} LOGIN`);
    await shut.write((client) => add(client));
    await shut.close();
  });

  it('lets nobody start where it has no connections left, and says what to do', async () => {
    const role = `few_${randomBytes(4).toString('hex')}`;
    await outside.query(`CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 2`);
    await outside.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
    const few = new URL(databaseUrl);
    few.username = role;
    few.password = 'few';
    await expect(openDatabase({ databaseUrl: few.href })).rejects.toThrow(/raise max_connections/);
  });
});

describe('one who waits', () => {
  it('for a slow read holds up neither who writes nor who watches', async () => {
    await outside.query('SELECT pg_advisory_lock(1)');
    const slow = Array.from({ length: 12 }, () =>
      db.read.$executeRawUnsafe('SELECT pg_advisory_xact_lock_shared(1)'),
    );
    await db.write((client) => add(client));
    expect(await db.watch.$queryRawUnsafe('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await outside.query('SELECT pg_advisory_unlock(1)');
    await Promise.all(slow);
  });

  it('for a slow read waits no longer than it was told', async () => {
    const limited = await openDatabase({ databaseUrl, readTimeoutMs: 100 });
    await expect(limited.read.$executeRawUnsafe('SELECT pg_sleep(60)')).rejects.toThrow(
      DatabaseAway,
    );
    await limited.close();
  });

  it('to write goes on though another process vanished in the middle of a transaction', async () => {
    const vanishing = await openDatabase({ databaseUrl: network.url, transactionTimeoutMs: 1_000 });
    let hasBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const lost = vanishing.write(async (client) => {
      await add(client);
      network.fallSilent();
      hasBegun();
      await new Promise(() => undefined);
    });
    const ended = expect(lost).rejects.toThrow();
    await begun;
    const other = await openDatabase({ databaseUrl });
    await other.write((client) => add(client));
    await other.close();
    network.recover();
    await ended;
    await vanishing.close();
  });

  it('to write is told to come again after a while, and so is who waits behind', async () => {
    await outside.query('BEGIN');
    await outside.query('LOCK TABLE "Counter" IN ACCESS EXCLUSIVE MODE');
    const since = performance.now();
    const waiting = ['one', 'two', 'three', 'four'].map((name) =>
      expect(db.write((client) => add(client, name))).rejects.toThrow(DatabaseAway),
    );
    await Promise.all(waiting);
    // Four times ten seconds, if each had waited for itself.
    expect(performance.now() - since).toBeLessThan(35_000);
    await outside.query('ROLLBACK');
    await db.write((client) => add(client));
  });

  it('for a network that fell silent asks anew', async () => {
    network.fallSilent();
    const ask = () => db.watch.$queryRawUnsafe('SELECT 1 AS one');
    await expect(ask()).rejects.toThrow(DatabaseAway);
    network.recover();
    expect(await ask()).toEqual([{ one: 1 }]);
  });
});
