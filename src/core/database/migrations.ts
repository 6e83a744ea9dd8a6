import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { Prisma } from '../../generated/sqlite/client.ts';
import { findPrismaFolder } from '../prisma-folder.ts';
import { type Connection, connectionOf } from './connection.ts';
import { inMigration, lendToEngine } from './migration-transaction.ts';
import { externalTables, withSchemaEngine } from './schema-engine.ts';
import { type Client, DatabaseAway, DatabaseUnusable, type Engine } from './types.ts';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

const PRISMA_FOLDER = findPrismaFolder();

/** The schema of an engine, as prisma/ holds it. */
export function readSchema(engine: Engine): string {
  return readFileSync(
    engine === 'sqlite'
      ? `${PRISMA_FOLDER}/schema.prisma`
      : `${PRISMA_FOLDER}/postgresql/schema.prisma`,
    'utf8',
  );
}

export function migrationsFolder(engine: Engine): string {
  return engine === 'sqlite'
    ? `${PRISMA_FOLDER}/migrations`
    : `${PRISMA_FOLDER}/postgresql/migrations`;
}

/**
 * Brings a database to this version's schema with Prisma's own engine. The engine is
 * only loaded when a migration is pending, so that an ordinary start stays fast. All that
 * are pending are one transaction: where it breaks off, the database is as it was, and of
 * several processes that start together one migrates and the others wait for it.
 *
 * @throws DatabaseUnusable when the database is newer than this program, or when a
 *   migration of its history was changed or failed.
 */
export async function applyMigrations(
  engine: Engine,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<void> {
  const known = readMigrations(engine);
  const connection = await adapter.connect();
  try {
    if ((await countPending(known, connection)) === 0) return;
    await inMigration(connection, async (lent) => {
      // Another process may have been first.
      if ((await countPending(known, lent)) === 0) return;
      await withSchemaEngine(readSchema(engine), lendToEngine(adapter, lent), (schemaEngine) =>
        schemaEngine.applyMigrations({
          migrationsList: asMigrationList(engine, known),
          filters: { externalTables: externalTables(engine), externalEnums: [] },
        }),
      );
    });
  } finally {
    await connection.dispose();
  }
}

/** Whether a newer version has migrated a database since it was opened. */
export type IsNewer = (connection: Connection) => Promise<boolean>;

/** What this version knows is read now: another build may take the place of its files meanwhile. */
export function watchForNewer(engine: Engine): IsNewer {
  const newest = readMigrations(engine).at(-1)?.name ?? '';
  return async (connection) => {
    const [last] = await connection.column(
      Prisma.sql`SELECT max(migration_name) FROM _prisma_migrations`,
    );
    return typeof last === 'string' && last > newest;
  };
}

/** Work that would write what a newer version may not understand, and is refused instead. */
export function unlessNewer<T>(
  isNewer: IsNewer,
  work: (client: Client) => Promise<T>,
): (client: Client) => Promise<T> {
  return async (client) => {
    if (!(await isNewer(connectionOf(client)))) return work(client);
    throw new DatabaseAway(
      'A newer Onrecord has migrated the database: start that version in place of this one.',
    );
  };
}

/** Whether a database has come to this version’s schema. @throws DatabaseUnusable as above */
export async function isMigrated(engine: Engine, connection: SqlDriverAdapter): Promise<boolean> {
  return (await countPending(readMigrations(engine), connection)) === 0;
}

async function countPending(known: Migration[], connection: SqlDriverAdapter): Promise<number> {
  const applied = await readHistory(connection);
  for (const { name, checksum } of applied) {
    const migration = known.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new DatabaseUnusable(
        `The database was made by a newer Onrecord (it has the migration ${name}). Start that version, or restore a backup made by this one.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new DatabaseUnusable(
        `The migration ${name} in the database is not the one of this version: it was made by another build. Restore a backup of a released version.`,
      );
    }
  }
  return known.length - applied.length;
}

async function readHistory(
  connection: SqlDriverAdapter,
): Promise<{ name: string; checksum: string }[]> {
  const probe =
    connection.provider === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
      : `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()`;
  const tables = await query(connection, probe);
  if (!tables.some(([name]) => name === '_prisma_migrations')) {
    if (tables.length === 0) return [];
    throw new DatabaseUnusable(
      'The database holds tables that are not Onrecord’s. Set DATABASE_URL to an empty database or to one of Onrecord’s.',
    );
  }
  const rows = await query(
    connection,
    'SELECT migration_name, checksum, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  const failed = rows.find(([, , finished]) => Number(finished) === 0);
  if (failed !== undefined) {
    throw new DatabaseUnusable(
      `The migration ${failed[0]} broke off in this database. Restore the backup from before it and start again.`,
    );
  }
  return rows.map(([name, checksum]) => ({ name: String(name), checksum: String(checksum) }));
}

async function query(connection: SqlDriverAdapter, sql: string): Promise<unknown[][]> {
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] });
  return rows;
}

function readMigrations(engine: Engine): Migration[] {
  const folder = migrationsFolder(engine);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function asMigrationList(engine: Engine, migrations: Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder(engine),
    lockfile: { path: 'migration_lock.toml', content: `provider = "${engine}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
