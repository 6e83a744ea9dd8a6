import { readConfig } from '../config.ts';
import { backupSqlite, restoreSqlite } from '../core/database/backup.ts';
import { sqliteFile } from '../core/database/sqlite-file.ts';
import { DatabaseUnusable } from '../core/database/types.ts';
import { print } from './print.ts';

/** Copies the database while servers run. */
export async function backupCommand(file: string): Promise<void> {
  const source = fileOr(
    `back it up with PostgreSQL's own tool, which also works while servers run:\n  pg_dump --format=custom --file=${file} "$DATABASE_URL"\nIt restores with:\n  pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${file}\nThen verify it with: onrecord check`,
  );
  const { path, bytes } = await backupSqlite(source, file);
  print(`${path}: ${megabytes(bytes)} MB, integrity ok.`);
  print('Pictures are not in it: copy the folder that DATA_DIR names as well.');
}

/** Puts a backup in the place of the database. No server may run. */
export async function restoreCommand(file: string, replace: boolean): Promise<void> {
  const target = fileOr(
    `restore it with PostgreSQL's own tool:\n  pg_restore --clean --if-exists --dbname="$DATABASE_URL" ${file}`,
  );
  const { path, bytes } = await restoreSqlite(file, target, { replace });
  print(`${path}: ${megabytes(bytes)} MB restored, integrity ok.`);
  print('Verify the newsroom in it with: onrecord check');
}

/** The database's file. @throws DatabaseUnusable with the advice for PostgreSQL */
function fileOr(advice: string): string {
  const file = sqliteFile(readConfig(process.env).databaseUrl);
  if (file !== null) return file;
  throw new DatabaseUnusable(`This newsroom is in PostgreSQL: ${advice}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
