import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DescribablePostgresql, diffSchema } from '../../scripts/create-migration.ts';
import { derivePostgresqlSchema } from '../../scripts/derive-postgresql.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { createDatabase } from '../support/postgresql.ts';

const { engine } = inject('template');
/** What only PostgreSQL can get wrong. */
function onPostgresql(name: string, test: () => Promise<void>): void {
  if (engine === 'postgresql') it(name, test);
}

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  databaseUrl = await freshDatabase(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the migrations make the schema, and nothing is left over', { timeout: 120_000 }, async () => {
  const adapter =
    engine === 'sqlite'
      ? new PrismaBetterSqlite3({ url: databaseUrl }, { timestampFormat: 'iso8601' })
      : new DescribablePostgresql({ connectionString: databaseUrl });
  expect(await diffSchema(engine, adapter)).toBe('');
});

it('the PostgreSQL schema is the one derived from SQLite’s', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../../prisma/postgresql/schema.prisma')).toBe(
    derivePostgresqlSchema(read('../../prisma/schema.prisma')),
  );
});

onPostgresql('PostgreSQL keeps UTC in a server of another time zone', async () => {
  const template = inject('template');
  if (template.engine !== 'postgresql') return;
  const url = await createDatabase(template, 'onrecord_template');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = 'Asia/Tokyo'`,
  );
  const db = await openDatabase({ databaseUrl: url });
  const at = new Date('2024-10-09T12:00:00.123Z');
  await db.write((inner) =>
    inner.tag.create({ data: { id: 't', slug: 't', name: 't', createdAt: at, updatedAt: at } }),
  );
  const { rows } = await client.query(
    `SELECT extract(epoch FROM "createdAt") AS seconds FROM "Tag"`,
  );
  expect(Number(rows[0].seconds) * 1_000).toBe(at.getTime());
  expect((await db.read.tag.findUniqueOrThrow({ where: { id: 't' } })).createdAt).toEqual(at);
  await db.close();
  await client.end();
});

onPostgresql('PostgreSQL that can’t be used says what to do', async () => {
  const template = inject('template');
  if (template.engine !== 'postgresql') return;
  const base = `127.0.0.1:${template.port}`;
  for (const url of [
    `postgresql://onrecord:wrong@${base}/postgres`,
    `postgresql://onrecord:${template.password}@${base}/no_such_database`,
    'postgresql://onrecord:x@127.0.0.1:1/onrecord',
  ]) {
    const error = await openDatabase({ databaseUrl: url }).catch((reason: unknown) => reason);
    expect(String(error), url).toMatch(
      /DatabaseUnusable: PostgreSQL at .* can't be used: .*DATABASE_URL/,
    );
    expect(String(error)).not.toContain(template.password);
    expect(String(error)).not.toContain('wrong');
  }
});
