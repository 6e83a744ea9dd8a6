import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '../../src/core/database/migrations.ts';
import type { Engine } from '../../src/core/database/types.ts';

/** The migrations of an engine in their order. */
export function readMigrations(engine: Engine): { name: string; sql: string }[] {
  const folder = migrationsFolder(engine);
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}
