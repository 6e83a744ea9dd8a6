import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArticle } from '../../src/articles/service.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { scheduleArticle } from '../../src/publishing/schedule.ts';
import { ownSlug, plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { eventually } from '../support/waiting.ts';

/** Starting processes takes a while on a machine that is busy with other tests. */
const PATIENCE_MS = 240_000;
const WAIT = { limitMs: PATIENCE_MS };

/** A server in a process of its own, on the newsroom's database. */
interface Server {
  process: ChildProcess;
  url: string;
  /** Everything that it has printed. */
  output(): string;
}

const servers: Server[] = [];
let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(async () => {
  for (const server of servers) server.process.kill('SIGKILL');
  await newsroom.close();
});

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: newsroom.config.databaseUrl,
      DATA_DIR: newsroom.folder,
      PORT: '0',
      LOG_LEVEL: 'trace',
      RATE_LIMIT: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await eventually(() => {
    if (child.exitCode !== null) throw new Error(output);
    return /serves at \S+ /.test(output);
  }, WAIT);
  const [, url = ''] = /serves at (\S+)/.exec(output) ?? [];
  const server = { process: child, url, output: () => output };
  servers.push(server);
  return server;
}

async function kill({ process: child }: Server): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Puts new articles on the schedule for one moment, soon. */
async function schedule(name: string, count: number): Promise<{ ids: string[]; due: Date }> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const article = plainArticle({ slug: ownSlug(name) }) as never;
    const { row } = await newsroom.context.run(SYSTEM, (work) => createArticle(work, article));
    ids.push(row.id);
  }
  const due = new Date(Date.now() + 2_000 + count * 80);
  const options = { publishAt: due, note: null, embargoUntil: undefined };
  // All at once, so that the moment has not come before the last.
  await newsroom.context.run(SYSTEM, async (work) => {
    for (const id of ids) await scheduleArticle(work, id, options, '*');
  });
  return { ids, due };
}

const read = () => newsroom.db.read;
const publishedOf = (ids: string[]) =>
  read().publishedArticle.count({ where: { id: { in: ids } } });

async function expectOnce(ids: string[]): Promise<void> {
  const editions = await read().edition.groupBy({
    by: ['articleId'],
    where: { articleId: { in: ids } },
    _count: true,
  });
  expect(editions).toHaveLength(ids.length);
  expect(editions.every(({ _count }) => _count === 1)).toBe(true);
  const targets = { targetId: { in: ids } };
  const changes = await read().change.findMany({ where: targets, select: { targetId: true } });
  expect(changes.map(({ targetId }) => targetId).sort()).toEqual([...ids].sort());
  expect(
    await read().auditEntry.count({ where: { ...targets, action: 'article.publication' } }),
  ).toBe(ids.length);
  const seqs = await read().change.findMany({ orderBy: { seq: 'asc' }, select: { seq: true } });
  expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, index) => index + 1));
}

describe('the schedule of several processes', { timeout: PATIENCE_MS }, () => {
  it('publishes each article once, though one process is killed at the moment', async () => {
    const [first] = [await startServer(), await startServer()];
    const { ids } = await schedule('shared', 30);
    await eventually(async () => (await publishedOf(ids)) > 0, WAIT);
    await kill(first as Server);
    await eventually(async () => (await publishedOf(ids)) === ids.length, WAIT);
    await expectOnce(ids);
  });

  it('publishes at its start what was due meanwhile, and says so', async () => {
    for (const server of servers) await kill(server);
    const { ids, due } = await schedule('overdue', 3);
    await setTimeout(due.getTime() - Date.now() + 10);
    expect(await publishedOf(ids)).toBe(0);
    const server = await startServer();
    await eventually(async () => (await publishedOf(ids)) === ids.length, WAIT);
    await expectOnce(ids);
    await eventually(() => server.output().includes('due while no server ran'), WAIT);
    expect(server.output()).toMatch(/\d+ articles were due while no server ran, the first at /);
  });

  it('prints no preview’s token, whatever is logged', async () => {
    const server = await startServer();
    const { body } = await newsroom.create(plainArticle({ slug: ownSlug('previewed') }));
    const made = await newsroom.post(`/v1/desk/articles/${body.id}/previews`, { hours: 1 });
    const secret = made.body.url.split('/').at(-1) as string;
    const shown = await fetch(`${server.url}/v1/previews/${secret}`);
    expect(shown.status).toBe(200);
    expect((await fetch(`${server.url}/v1/previews/${secret}?unknown=1`)).status).toBe(400);
    expect((await fetch(`${server.url}/v1/previews/${secret}`, { method: 'POST' })).status).toBe(
      405,
    );
    expect(secret.length).toBeGreaterThan(40);
    expect(server.output()).not.toContain(secret);
  });
});
