import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../src/core/database/backup.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { checkNewsroom } from '../../src/maintenance/check.ts';
import { plainArticle } from '../support/articles.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { eventually } from '../support/waiting.ts';

const TOKEN = 'a-token-for-the-tests-of-backups-0123456789';
const BACKUPS = Number(process.env.FAULT_BACKUPS ?? 10);

/** A server in a process of its own, as in production. */
async function serve(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      ADMIN_TOKEN: TOKEN,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /listening at (http:\/\/[\d.:]+)/i.exec(output);
      if (match?.[1] !== undefined) found(match[1]);
    });
    child.once('exit', () => failed(new Error(`the server ended: ${output}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, stop };
}

function articles(path: string): unknown[] {
  const database = new BetterSqlite3(path);
  const found = database.prepare('SELECT id FROM "Article"').pluck().all();
  database.close();
  return found;
}

describe('onrecord backup', () => {
  let folder: string;
  let file: string;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-backup-'));
    const databaseUrl = await freshDatabase(folder);
    file = databaseUrl.slice('file:'.length);
    server = await serve(databaseUrl);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has all that was acknowledged before it began, whole, while the server writes', async () => {
    const acknowledged: string[] = [];
    let ended = false;
    const write = async (writer: number) => {
      for (let turn = 0; !ended; turn += 1) {
        const response = await fetch(`${server.url}/v1/desk/articles`, {
          method: 'POST',
          headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
          body: JSON.stringify(plainArticle({ slug: `w${writer}-${turn}` })),
        });
        expect(response.status).toBe(201);
        acknowledged.push(((await response.json()) as { id: string }).id);
      }
    };
    const writers = [0, 1, 2].map(write);
    for (let number = 0; number < BACKUPS; number += 1) {
      // Each backup has to hold something, however slow the machine is.
      await eventually(() => acknowledged.length > number);
      const before = [...acknowledged];
      const target = join(folder, `backup-${number}.db`);
      await backupSqlite(file, target);
      const copy = new BetterSqlite3(target, { readonly: true });
      const ids = new Set(copy.prepare('SELECT id FROM "Article"').pluck().all());
      expect(before.filter((id) => !ids.has(id))).toEqual([]);
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      copy.close();
    }
    ended = true;
    await Promise.all(writers);
    expect(acknowledged.length).toBeGreaterThan(BACKUPS);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is a newsroom that passes every check', async () => {
    const target = join(folder, 'restored.db');
    await restoreSqlite(join(folder, `backup-${BACKUPS - 1}.db`), target, { replace: false });
    const db = await openDatabase({ databaseUrl: `file:${target}` });
    try {
      const findings = await checkNewsroom(db);
      expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
    } finally {
      await db.close();
    }
  });

  it('can be read by its owner only', () => {
    expect(statSync(join(folder, 'backup-0.db')).mode & 0o077).toBe(0);
  });

  it('removes what one that was killed left, and nothing of others', async () => {
    const large = join(folder, 'large.db');
    const database = new BetterSqlite3(large);
    database.exec('CREATE TABLE part (bytes BLOB)');
    const insert = database.prepare('INSERT INTO part VALUES (randomblob(1000000))');
    for (let part = 0; part < 60; part += 1) insert.run();
    database.close();
    const parts = () =>
      readdirSync(folder)
        .filter((name) => name.includes('partial'))
        .sort();
    const program = ['--import', 'tsx', 'src/cli/main.ts', 'backup', join(folder, 'killed.db')];
    const child = spawn(process.execPath, program, {
      env: { ...process.env, DATABASE_URL: `file:${large}` },
      stdio: 'ignore',
    });
    await eventually(() => parts().length > 0, { everyMs: 2 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = parts();
    expect(left[0]).toMatch(/^\.killed\.db\.\d+\.onrecord-partial$/);
    const others = [
      `.x.db.${process.ppid}.onrecord-partial`,
      `.x.db.${child.pid}.partial`,
      `.fresh.db.${child.pid}.onrecord-partial`,
    ];
    for (const name of others) writeFileSync(join(folder, name), 'not theirs');

    await backupSqlite(large, join(folder, 'large-1.db'));
    expect(parts()).toEqual([...left, ...others].sort());

    const before = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [...left, ...others.slice(0, 2)])
      utimesSync(join(folder, name), before, before);
    await backupSqlite(large, join(folder, 'large-2.db'));
    expect(parts()).toEqual(others.sort());
    for (const name of others) rmSync(join(folder, name));
  });

  it('never replaces a file, and leaves none when it fails', async () => {
    const taken = join(folder, 'taken.db');
    writeFileSync(taken, 'something else');
    await expect(backupSqlite(file, taken)).rejects.toThrow(/already/);
    await expect(backupSqlite(join(folder, 'none.db'), join(folder, 'x.db'))).rejects.toThrow(
      /no database/,
    );
    await expect(backupSqlite(taken, join(folder, 'x.db'))).rejects.toThrow(/was not made/);
    expect(existsSync(join(folder, 'x.db'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is not restored over a database that a server has open, nor when it is damaged', async () => {
    const backup = join(folder, 'backup-0.db');
    await expect(restoreSqlite(backup, file, { replace: false })).rejects.toThrow(/--replace/);
    await expect(restoreSqlite(backup, file, { replace: true })).rejects.toThrow(/in use/);
    const damaged = join(folder, 'backup-1.db');
    truncateSync(damaged, Math.floor(statSync(damaged).size / 2));
    const target = join(folder, 'from-damaged.db');
    await expect(restoreSqlite(damaged, target, { replace: false })).rejects.toThrow(
      /was not restored/,
    );
    expect(existsSync(target)).toBe(false);
  });

  it('is not restored over a database that was opened while it was copied', async () => {
    const target = join(folder, 'opened.db');
    await restoreSqlite(join(folder, 'backup-0.db'), target, { replace: false });
    const restoring = restoreSqlite(join(folder, 'backup-2.db'), target, { replace: true });
    const opened = new BetterSqlite3(target);
    opened.pragma('journal_mode = wal');
    opened.exec('CREATE TABLE "written" ("since" INTEGER)');
    await expect(restoring).rejects.toThrow(/in use/);
    expect(opened.prepare('SELECT count(*) FROM "written"').pluck().get()).toBe(0);
    opened.close();
    expect(articles(target)).toEqual(articles(join(folder, 'backup-0.db')));
    expect(existsSync(`${target}.replaced`)).toBe(false);
  });

  it('takes nothing from the log of a database that is gone', async () => {
    const target = join(folder, 'gone.db');
    copyFileSync(`${file}-wal`, `${target}-wal`);
    await restoreSqlite(join(folder, 'backup-0.db'), target, { replace: false });
    expect(articles(target)).toEqual(articles(join(folder, 'backup-0.db')));
  });

  it('is restored in the place of an unused database, which stays beside it', async () => {
    const target = join(folder, 'restored.db');
    await restoreSqlite(join(folder, 'backup-2.db'), target, { replace: true });
    expect(existsSync(`${target}.replaced`)).toBe(true);
    const db = await openDatabase({ databaseUrl: `file:${target}` });
    expect(await db.read.article.count()).toBeGreaterThan(0);
    await db.close();
  });

  it('leaves the database in its place when a restore fails behind the last check', async () => {
    const target = join(folder, 'kept.db');
    await restoreSqlite(join(folder, 'backup-0.db'), target, { replace: false });
    const before = articles(target);
    // Nobody looks at it before the database was put aside, and no file takes its place.
    mkdirSync(`${target}-shm`);
    await expect(
      restoreSqlite(join(folder, 'backup-2.db'), target, { replace: true }),
    ).rejects.toThrow(/was not restored/);
    expect(articles(target)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('kept.db'))).toEqual([
      'kept.db',
      'kept.db-shm',
    ]);
  });

  it('leaves what an earlier restore put beside it where it is', async () => {
    const target = join(folder, 'twice.db');
    const backups = [0, 2, 0].map((number) => join(folder, `backup-${number}.db`));
    for (const backup of backups) await restoreSqlite(backup, target, { replace: true });
    expect(articles(`${target}.replaced`)).toEqual(articles(backups[0] ?? ''));
    expect(articles(`${target}.replaced-2`)).toEqual(articles(backups[1] ?? ''));
  });
});
