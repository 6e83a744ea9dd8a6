/** Programs on PostgreSQL that are killed in their middle, and statements that are cancelled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkNewsroom } from '../../src/maintenance/check.ts';
import { writeFeed } from '../bench/export-file.ts';
import { fullArticle, ownSlug } from '../support/articles.ts';
import { copyArticle } from '../support/many-articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { serve, startProgram } from '../support/process.ts';
import { snapshot } from '../support/projection.ts';
import { eventually } from '../support/waiting.ts';

const STORIES = 150;
const ARTICLES = 120;
/** So many answers of 503 are enough; it ends without them only where none is cancelled. */
const CANCELLED = 5;
const PUBLICATIONS_MAX = 500;

describe('On PostgreSQL', { timeout: 600_000 }, () => {
  let newsroom: Newsroom;
  let folder: string;
  let env: Record<string, string>;
  let client: pg.Client;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    newsroom = await openNewsroom();
    env = { DATABASE_URL: newsroom.config.databaseUrl, DATA_DIR: folder };
    client = new pg.Client({ connectionString: newsroom.config.databaseUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await newsroom?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (table: 'Article' | 'ImportedItem') =>
    Number((await client.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

  async function expectSound(): Promise<void> {
    const findings = await checkNewsroom(newsroom.db);
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
  }

  it('an import that is killed keeps whole batches, and goes on where it stopped', async () => {
    const feed = join(folder, 'feed.xml');
    await writeFeed(feed, { articles: STORIES });
    const first = startProgram(['import', feed], { env });
    await eventually(async () => (await count('Article')) > 0, { everyMs: 5 });
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const kept = await count('Article');
    expect(kept % 50).toBe(0);
    expect(await count('ImportedItem')).toBe(kept);
    const second = startProgram(['import', feed], { env });
    expect(await second.ended, second.output()).toBe(0);
    expect(await count('Article')).toBe(STORIES);
    await expectSound();
  });

  it('a rebuild that is killed leaves what was published as it was', async () => {
    const slug = ownSlug('many');
    await newsroom.publish(fullArticle({ slug, interviews: [] }));
    await copyArticle(newsroom.db, slug, ARTICLES);
    // Copies lack what a publication leaves in the log.
    const first = startProgram(['rebuild'], { env });
    expect(await first.ended, first.output()).toBe(0);
    const before = await snapshot(newsroom.db.read);
    for (const afterMs of [0, 150, 600]) {
      const { child, ended } = startProgram(['rebuild'], { env });
      // It has begun once it holds the writers' lock.
      await eventually(
        async () =>
          (await client.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted`))
            .rowCount === 1,
        { everyMs: 5 },
      );
      await sleep(afterMs);
      child.kill('SIGKILL');
      await ended;
      expect(await snapshot(newsroom.db.read)).toEqual(before);
    }
    const last = startProgram(['rebuild'], { env });
    expect(await last.ended, last.output()).toBe(0);
    await expectSound();
  });

  it('a merge goes on where a server was killed, until nothing names what is gone', async () => {
    // It is for those that are killed.
    await newsroom.jobs.stop();
    const { body: gone } = await newsroom.get('/v1/desk/sources/mara-elsing');
    const into = await newsroom.post('/v1/desk/sources', { kind: 'person', name: 'Mara E.' });
    expect(into.status, into.text).toBe(201);
    const url = '/v1/desk/sources/mara-elsing';
    const match = { 'if-match': '*' };
    const asked = await newsroom.post(`${url}/merge`, { into: into.body.id }, { headers: match });
    expect(asked.status, asked.text).toBe(202);
    const left = () =>
      newsroom.db.read.publishedArticleSource.count({ where: { sourceId: gone.id } });
    expect(await left()).toBeGreaterThan(ARTICLES);
    for (const afterMs of [0, 100]) {
      const server = await serve({ ...env, LOG_LEVEL: 'silent' });
      await sleep(afterMs);
      server.child.kill('SIGKILL');
      await server.ended;
    }
    const server = await serve({ ...env, LOG_LEVEL: 'silent' });
    await eventually(async () => (await left()) === 0);
    server.child.kill('SIGTERM');
    await server.ended;
    await expectSound();
  });

  it('a publication whose statement is cancelled is whole or 503', async () => {
    const [database] = new URL(newsroom.config.databaseUrl).pathname.slice(1).split('?');
    let isOver = false;
    const cancelling = (async () => {
      while (!isOver) {
        await client.query(
          `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
            WHERE state = 'active' AND datname = $1 AND pid <> pg_backend_pid()`,
          [database],
        );
        await sleep(1);
      }
    })();
    const statuses: number[] = [];
    const send = async (path: string, body: object, ifMatch: string) => {
      for (;;) {
        const answer = await newsroom.post(path, body, {
          headers: ifMatch === '' ? {} : { 'if-match': ifMatch },
        });
        statuses.push(answer.status);
        if (answer.status !== 503) return answer;
      }
    };
    const cancelled = () => statuses.filter((status) => status === 503).length;
    let number = 0;
    for (; cancelled() < CANCELLED && number < PUBLICATIONS_MAX; number += 1) {
      const article = fullArticle({ slug: ownSlug('cancelled') });
      const { body, etag } = await send('/v1/desk/articles', article, '');
      await send(`/v1/desk/articles/${body.id}/publish`, {}, etag);
    }
    isOver = true;
    await cancelling;
    expect([...new Set(statuses)].sort()).toEqual([200, 201, 503]);
    expect(statuses.length - cancelled()).toBe(2 * number);
    await expectSound();
  });
});
