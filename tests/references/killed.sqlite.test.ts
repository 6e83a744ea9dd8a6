import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkNewsroom } from '../../src/maintenance/check.ts';
import { plainArticle } from '../support/articles.ts';
import { copyArticle } from '../support/many-articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { type Served, serve } from '../support/process.ts';
import { eventually } from '../support/waiting.ts';

const MANY = 200;
const TOKEN = 'a-token-for-the-tests-of-merging-0123456789';

describe('a merge whose server is killed', () => {
  let folder: string;
  let newsroom: Newsroom;
  const servers: Served[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-merge-'));
    newsroom = await openNewsroom();
    await newsroom.jobs.stop();
    for (const name of ['Ann Vale', 'A. Vale'])
      await newsroom.post('/v1/desk/sources', { kind: 'person', name });
    await newsroom.publish(
      plainArticle({
        slug: 'fog',
        quotes: [
          {
            kind: 'direct',
            speaker: 'a-vale',
            anchor: { in: 'body', pieces: [{ exact: 'We wait for the fog to lift' }] },
          },
        ],
      }),
    );
    await copyArticle(newsroom.db, 'fog', MANY);
  });
  afterAll(async () => {
    for (const { child } of servers) child.kill('SIGKILL');
    await newsroom.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<Served> {
    const server = await serve({
      DATABASE_URL: newsroom.config.databaseUrl,
      DATA_DIR: folder,
      ADMIN_TOKEN: TOKEN,
    });
    servers.push(server);
    return server;
  }

  const job = () => newsroom.db.read.job.findFirstOrThrow();

  it('goes on at the next start: every document once, and all is as a rebuild makes it', async () => {
    const first = await start();
    const answer = await fetch(`${first.url}/v1/desk/sources/a-vale/merge`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'if-match': '*',
      },
      body: JSON.stringify({ into: 'ann-vale' }),
    });
    expect(answer.status).toBe(202);
    const { total } = await job();
    // In the middle of the documents, whose naming in drafts was moved before.
    await eventually(async () => (await job()).done >= total / 2 + 20, { everyMs: 5 });
    first.child.kill('SIGKILL');
    await first.ended;
    const { state, done } = await job();
    expect(state).toBe('open');
    expect(done).toBeLessThan(total);
    await start();
    await eventually(async () => (await job()).state === 'done');
    expect((await job()).done).toBe(total);
    const changes = await newsroom.db.read.change.groupBy({
      by: ['targetId'],
      where: { type: 'article.refreshed' },
      _count: true,
    });
    expect(changes).toHaveLength(MANY + 1);
    expect(changes.filter(({ _count }) => _count !== 1)).toEqual([]);
    const findings = await checkNewsroom(newsroom.db);
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
  }, 240_000);
});
