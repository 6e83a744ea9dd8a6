import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { fullArticle } from '../support/articles.ts';
import { openNewsroom } from '../support/newsroom.ts';

/** As Prisma writes the names of tables, and we don’t. */
const BY_PRISMA = /`main`\./;
/** Longer than the timers of jobs, schedule and webhooks take to look once. */
const A_WHILE_MS = 1_500;

describe('a server that is started and read', () => {
  let folder: string;
  let server: RunningServer;
  const prepared = vi.spyOn(SqliteDatabase.prototype, 'prepare');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const file = join(folder, 'onrecord.db');
    const newsroom = await openNewsroom();
    await newsroom.publish(fullArticle({ slug: 'read' }));
    new SqliteDatabase(newsroom.config.databaseUrl.replace(/^file:/, '')).exec(
      `VACUUM INTO '${file}'`,
    );
    await newsroom.close();
    prepared.mockClear();
    server = await startServer(
      readConfig({
        DATABASE_URL: `file:${file}`,
        DATA_DIR: folder,
        PORT: '0',
        LOG_LEVEL: 'silent',
      }),
    );
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks Prisma nothing, whose compiler takes time and memory', async () => {
    const { port } = server.server.server.address() as { port: number };
    for (const path of [
      '/ready',
      '/v1/articles',
      '/v1/articles/read',
      '/v1/quotes',
      '/v1/claims',
      '/v1/search?q=water',
      '/feeds/rss.xml',
      '/feeds/sections/local/atom.xml',
      '/feeds/tags/floods/feed.json',
      '/feeds/sources/mara-elsing/rss.xml',
      '/sitemap.xml',
      '/sitemaps/1.xml',
      '/news-sitemap.xml',
      '/v1/figures/marrowford-evacuees/chart.svg',
      '/v1/figures/marrowford-evacuees/embed',
    ]) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(answer.status, path).toBe(200);
      await answer.arrayBuffer();
    }
    await new Promise((resolve) => setTimeout(resolve, A_WHILE_MS));
    const statements = [...new Set(prepared.mock.calls.map(([sql]) => sql))];
    expect(statements.length).toBeGreaterThan(10);
    expect(statements.filter((sql) => BY_PRISMA.test(sql))).toEqual([]);
  });
});
