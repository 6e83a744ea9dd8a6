/**
 * `npm run db:migration -- NAME`: writes the next migration of both engines, as the
 * difference between the migrations that exist and the schema. `--check` writes nothing
 * and fails when there is a difference.
 */
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { applyMigrations, migrationsFolder, readSchema } from '../src/core/database/migrations.ts';
import { externalTables, withSchemaEngine } from '../src/core/database/schema-engine.ts';
import type { Engine } from '../src/core/database/types.ts';
import { startPostgresql } from '../tests/support/postgresql.ts';

/** SQL that turns a database with all migrations applied into one of the schema; empty if equal. */
export async function diffSchema(
  engine: Engine,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  mkdirSync(migrationsFolder(engine), { recursive: true });
  await applyMigrations(engine, adapter);
  const schema = readSchema(engine);
  const files = [{ path: 'schema.prisma', content: schema }];
  const { stdout } = await withSchemaEngine(schema, adapter, (schemaEngine) =>
    schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: externalTables(engine), externalEnums: [] },
    }),
  );
  const sql = stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}

const OID_CHAR = 18;
const OID_TEXT = 25;

/**
 * Prisma's PostgreSQL adapter can't read the internal type "char", which the schema
 * engine asks for when it describes a database. It is read as text here, and then said
 * to be the character that the engine expects.
 */
export class DescribablePostgresql extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver() as unknown as {
      query(config: unknown): Promise<{ fields: { dataTypeID: number }[] }>;
    };
    const query = pool.query.bind(pool);
    let characters: boolean[] = [];
    pool.query = async (config) => {
      const result = await query(config);
      characters = result.fields.map((field) => field.dataTypeID === OID_CHAR);
      for (const field of result.fields) {
        if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_TEXT;
      }
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      const columnTypes = result.columnTypes.map((type, index) =>
        characters[index] ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

function writeMigration(engine: Engine, name: string, sql: string): void {
  const folder = migrationsFolder(engine);
  const count = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory()).length;
  const path = join(folder, `${String(count + 1).padStart(4, '0')}_${name}`);
  mkdirSync(path);
  writeFileSync(join(path, 'migration.sql'), sql);
  writeFileSync(join(folder, 'migration_lock.toml'), `provider = "${engine}"\n`);
  process.stdout.write(`wrote ${path}\n`);
}

async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (name === undefined) throw new Error('Usage: npm run db:migration -- NAME | --check');
  const file = join(mkdtempSync(join(tmpdir(), 'onrecord-')), 'migrate.db');
  const postgresql = await startPostgresql();
  try {
    const url = await postgresql.createDatabase();
    const results: [Engine, string][] = [
      ['sqlite', await diffSchema('sqlite', new PrismaBetterSqlite3({ url: `file:${file}` }))],
      [
        'postgresql',
        await diffSchema('postgresql', new DescribablePostgresql({ connectionString: url })),
      ],
    ];
    for (const [engine, sql] of results) {
      if (sql === '') continue;
      if (name === '--check') throw new Error(`${engine}: the schema has no migration:\n${sql}`);
      writeMigration(engine, name, sql);
    }
  } finally {
    await postgresql.stop();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
