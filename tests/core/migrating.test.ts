import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { createDatabase } from '../support/postgresql.ts';
import { startProgram } from '../support/process.ts';

let folder: string;
let databaseUrl: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const template = inject('template');
  databaseUrl =
    template.engine === 'postgresql'
      ? await createDatabase(template)
      : `file:${join(folder, 'onrecord.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a statement without Onrecord. */
async function execute(sql: string): Promise<void> {
  if (databaseUrl.startsWith('file:')) {
    const database = new BetterSqlite3(databaseUrl.slice('file:'.length));
    database.exec(sql);
    database.close();
    return;
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

it('migrations that break off leave the database as it was', async () => {
  // In the way of a table that comes after others.
  const [obstacle, away] = databaseUrl.startsWith('file:')
    ? ['CREATE VIEW "AuditEntry" AS SELECT 1', 'DROP VIEW "AuditEntry"']
    : ['CREATE SEQUENCE "AuditEntry"', 'DROP SEQUENCE "AuditEntry"'];
  await execute(obstacle);
  await expect(openDatabase({ databaseUrl })).rejects.toThrow(/AuditEntry/);
  await execute(away);
  const db = await openDatabase({ databaseUrl });
  expect(await db.read.auditEntry.count()).toBe(0);
  await db.close();
});

it('several processes may start on an empty database at once', async () => {
  const starts = Array.from({ length: 4 }, () =>
    startProgram(['tokens', 'create', 'Ines Farrow', 'reader'], {
      env: { DATABASE_URL: databaseUrl },
    }),
  );
  for (const { ended, output } of starts) expect(await ended, output()).toBe(0);
});
