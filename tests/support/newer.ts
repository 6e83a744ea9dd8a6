import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/build.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The program as a later version of it: it knows one more migration.
 *
 * @returns its folder, in which `main.js` is what Node is to run; it is the caller's to remove
 */
export function buildNewer(sql: string): string {
  const above = join(ROOT, 'node_modules', '.onrecord');
  mkdirSync(above, { recursive: true });
  const folder = mkdtempSync(join(above, 'newer-'));
  bundle(folder);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  cpSync(join(ROOT, 'prisma'), join(folder, 'prisma'), { recursive: true });
  for (const migrations of ['migrations', 'postgresql/migrations']) {
    const migration = join(folder, 'prisma', migrations, '9999_newer');
    mkdirSync(migration);
    writeFileSync(join(migration, 'migration.sql'), sql);
  }
  return folder;
}
