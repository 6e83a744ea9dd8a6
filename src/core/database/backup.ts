/**
 * Copies of a SQLite database, made while a server writes. Better than copying the file,
 * which misses what stands in the write-ahead log, and may tear.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { keepObjects } from './objects.ts';
import { requireFile } from './sqlite-file.ts';
import { DatabaseUnusable } from './types.ts';

/** All pages in one step: writers of other processes would make smaller steps begin anew. */
const ALL_PAGES = 0x7fffffff;
const BUSY_TIMEOUT_MS = 10_000;
/** How SQLite calls what it keeps beside a file. */
const BESIDE = ['-journal', '-wal', '-shm'];

export interface Backup {
  path: string;
  bytes: number;
}

/**
 * Copies the database at `source` to `target`: everything that was committed before this
 * began, in one file, checked. The file appears under its name once it is whole and on
 * disk; when anything fails, there is none.
 *
 * @throws DatabaseUnusable
 */
export async function backupSqlite(source: string, target: string): Promise<Backup> {
  const path = resolve(target);
  requireFile(source);
  requireFree(path);
  clearParts(dirname(path));
  const part = partOf(path);
  try {
    await copyDatabase(source, part);
    const bytes = finishCopy(part);
    requireFree(path);
    renameSync(part, path);
    sync(dirname(path));
    return { path, bytes };
  } catch (error) {
    removeDatabase(part);
    throw explain(error, `The backup ${path} was not made`);
  }
}

/**
 * Puts a backup in the place of the database at `target`. What stands there stays beside
 * it, with `.replaced` behind its name, or `.replaced-2` and so on after earlier ones.
 *
 * @throws DatabaseUnusable when the backup is damaged, or a server has the database open
 */
export async function restoreSqlite(
  backup: string,
  target: string,
  { replace }: { replace: boolean },
): Promise<Backup> {
  if (!existsSync(backup)) throw new DatabaseUnusable(`There is no backup at ${backup}.`);
  if (existsSync(target)) {
    if (!replace)
      throw new DatabaseUnusable(
        `There is a database at ${target} already. Add --replace to put the backup in its place; it stays beside it.`,
      );
    requireUnused(target);
  }
  clearParts(dirname(target));
  const part = partOf(target);
  try {
    await copyDatabase(backup, part);
    const bytes = finishCopy(part);
    // Copying takes a while, in which a server may have been started.
    if (existsSync(target)) requireUnused(target);
    putInPlace(part, target);
    sync(dirname(target));
    return { path: target, bytes };
  } catch (error) {
    removeDatabase(part);
    throw explain(error, `The backup ${backup} was not restored`);
  }
}

/** What a copy is called until it is whole: by its process, and so that it is nobody else's. */
function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.onrecord-partial`);
}

const PART = /\.(\d+)\.onrecord-partial$/;
/** Longer than any copy goes without a write: its process may live in another container. */
const PART_IDLE_MS = 3_600_000;

/** Removes what killed processes left; what can't be removed keeps nobody from a backup. */
function clearParts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = PART.exec(name)?.[1];
      const path = join(folder, name);
      if (pid !== undefined && isIdle(path) && !lives(Number(pid))) removeDatabase(path);
    }
  } catch {
    // The next one tries again.
  }
}

function isIdle(path: string): boolean {
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return changedAt !== undefined && Date.now() - changedAt > PART_IDLE_MS;
}

/** Whether another process of this machine has the number. */
function lives(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(path + suffix, { force: true });
}

/** Puts what stands at the target beside it, and back in its place where anything fails. */
function putInPlace(part: string, target: string): void {
  const before = existsSync(target) ? freeBeside(target) : null;
  if (before !== null) renameSync(target, before);
  try {
    // The log of a database that is gone would be taken for that of this one.
    for (const suffix of BESIDE) rmSync(target + suffix, { force: true });
    renameSync(part, target);
  } catch (error) {
    if (before !== null) putBack(before, target, error);
    throw error;
  }
}

function putBack(before: string, target: string, error: unknown): void {
  try {
    renameSync(before, target);
  } catch {
    throw new DatabaseUnusable(`${reasonOf(error)}; what stood there is ${before} now`, {
      cause: error,
    });
  }
}

/** The one that an earlier restore put aside may be the only copy of the newsroom. */
function freeBeside(target: string): string {
  let path = `${target}.replaced`;
  for (let number = 2; existsSync(path); number += 1) path = `${target}.replaced-${number}`;
  return path;
}

async function copyDatabase(source: string, target: string): Promise<void> {
  keepObjects();
  rmSync(target, { force: true });
  const connection = new BetterSqlite3(source, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    await connection.backup(target, { progress: () => ALL_PAGES });
  } finally {
    connection.close();
  }
}

/** Makes a copy one whole file, checks it and waits until it is on disk. @returns its size (bytes) */
function finishCopy(path: string): number {
  const copy = new BetterSqlite3(path, { fileMustExist: true });
  let bytes: number;
  try {
    // A file in WAL mode would bring two more along.
    copy.pragma('journal_mode = delete');
    const damage = [
      ...(copy.pragma('integrity_check') as { integrity_check: string }[])
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok'),
      ...(copy.pragma('foreign_key_check') as { table: string }[]).map(
        ({ table }) => `a row of ${table} refers to nothing`,
      ),
    ];
    if (damage.length > 0)
      throw new DatabaseUnusable(`the copy is damaged: ${damage.slice(0, 5).join('; ')}`);
    bytes = Number(copy.pragma('page_count', { simple: true })) * pageSize(copy);
  } finally {
    copy.close();
  }
  chmodSync(path, 0o600);
  sync(path);
  return bytes;
}

function pageSize(connection: BetterSqlite3.Database): number {
  return Number(connection.pragma('page_size', { simple: true }));
}

/** A database leaves WAL mode only while nobody else has it open. */
function requireUnused(path: string): void {
  keepObjects();
  const connection = new BetterSqlite3(path, { fileMustExist: true, timeout: 0 });
  try {
    connection.pragma('journal_mode = delete');
  } catch (error) {
    throw new DatabaseUnusable(
      `The database ${path} is in use: end the servers that have it open, then try again.`,
      { cause: error },
    );
  } finally {
    connection.close();
  }
}

function requireFree(path: string): void {
  if (existsSync(path))
    throw new DatabaseUnusable(`There is a file at ${path} already: name another one.`);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function explain(error: unknown, what: string): DatabaseUnusable {
  return new DatabaseUnusable(`${what}: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
