/** Imports by the real program, several at once and killed in their middle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFeed } from '../bench/export-file.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { startProgram } from '../support/process.ts';
import { eventually } from '../support/waiting.ts';

const STORIES = 150;

let folder: string;
let feed: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  feed = join(folder, 'feed.xml');
  await writeFeed(feed, { articles: STORIES });
  env = { DATABASE_URL: await freshDatabase(folder), DATA_DIR: folder };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function count(table: 'Article' | 'ImportedItem'): number {
  const database = new BetterSqlite3(join(folder, 'onrecord.db'), { readonly: true });
  try {
    return database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  } finally {
    database.close();
  }
}

describe('an import', () => {
  it('that is killed keeps whole batches, and goes on where it stopped', async () => {
    const first = startProgram(['import', feed], { env });
    await eventually(() => count('Article') > 0, { everyMs: 5 });
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const kept = count('Article');
    expect(kept % 50).toBe(0);
    expect(count('ImportedItem')).toBe(kept);
    const second = startProgram(['import', feed], { env });
    expect(await second.ended, second.output()).toBe(0);
    expect(second.output()).toContain(
      `${STORIES - kept} drafts, 0 published, ${kept} known already`,
    );
    expect(count('Article')).toBe(STORIES);
    const check = startProgram(['check'], { env });
    expect(await check.ended, check.output()).toBe(0);
  });

  it('brings a story in once when several processes import the same file', async () => {
    const programs = [1, 2].map(() => startProgram(['import', feed], { env }));
    for (const { ended, output } of programs) expect(await ended, output()).toBe(0);
    expect(count('Article')).toBe(STORIES);
  });
});
