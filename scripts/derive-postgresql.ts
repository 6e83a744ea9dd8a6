/**
 * Writes prisma/postgresql/schema.prisma from prisma/schema.prisma: the same models,
 * another provider and another output folder. `--check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = new URL('../prisma/schema.prisma', import.meta.url);
const TARGET = new URL('../prisma/postgresql/schema.prisma', import.meta.url);

/** The PostgreSQL schema that belongs to a SQLite schema. */
export function derivePostgresqlSchema(sqliteSchema: string): string {
  const notice = '// Derived from ../schema.prisma by `npm run db:derive`. Do not edit.\n\n';
  const body = sqliteSchema
    .replace('"../src/generated/sqlite"', '"../../src/generated/postgresql"')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace(/\bDateTime(\??)(?=\s|$)/gm, 'DateTime$1 @db.Timestamptz(3)');
  return notice + body.slice(body.indexOf('generator client'));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const derived = derivePostgresqlSchema(readFileSync(SOURCE, 'utf8'));
  if (process.argv.includes('--check')) {
    if (readFileSync(TARGET, 'utf8') !== derived) {
      process.stderr.write('prisma/postgresql/schema.prisma is stale: run `npm run db:derive`.\n');
      process.exit(1);
    }
  } else {
    writeFileSync(TARGET, derived);
  }
}
