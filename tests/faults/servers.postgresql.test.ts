/** Real servers on one PostgreSQL, which ends and comes back. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { checkNewsroom } from '../../src/maintenance/check.ts';
import { plainArticle } from '../support/articles.ts';
import { readEvents } from '../support/events.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql.ts';
import { type Served, serve } from '../support/process.ts';
import { eventually } from '../support/waiting.ts';

const ADMIN_TOKEN = 'a-token-of-an-administrator-for-faults';
const WRITERS = 3;
const TIMEOUT_MS = 120_000;

let folder: string;
let postgresql: PostgresqlServer;
let databaseUrl: string;
const servers: Served[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  postgresql = await startPostgresql();
  databaseUrl = await postgresql.createDatabase();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    ADMIN_TOKEN,
    LOG_LEVEL: 'silent',
  };
  // Both at once on an empty database.
  servers.push(...(await Promise.all([serve(env), serve(env)])));
});
afterAll(async () => {
  for (const { child, ended } of servers) {
    child.kill('SIGKILL');
    await ended;
  }
  await postgresql.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  status: number;
  retryAfter: number;
  etag: string;
  body: { id: string };
}

/** Status 0 where the connection broke. */
async function post(server: Served, path: string, body: object, match?: string): Promise<Reply> {
  try {
    const answer = await fetch(`${server.url}/v1/desk${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        'content-type': 'application/json',
        ...(match === undefined ? {} : { 'if-match': match }),
      },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      retryAfter: Number(answer.headers.get('retry-after')),
      etag: answer.headers.get('etag') ?? '',
      body: (await answer.json()) as { id: string },
    };
  } catch {
    return { status: 0, retryAfter: 0, etag: '', body: { id: '' } };
  }
}

/** Creates and publishes articles until it is told to stop. */
function startWriting(server: Served) {
  // Of this try alone: one that is made again finds what the one before it wrote.
  const name = randomUUID();
  let isOver = false;
  const published: string[] = [];
  /** What was not answered with success, which is not there. */
  const refused: string[] = [];
  const problems: Reply[] = [];
  const write = async (writer: number) => {
    for (let index = 0; !isOver; index += 1) {
      const slug = `${name}-${writer}-${index}`;
      const created = await post(server, '/articles', plainArticle({ slug }));
      if (created.status !== 201) {
        problems.push(created);
        refused.push(slug);
        if (created.status === 0) return;
        await sleep(10);
        continue;
      }
      const { body, etag } = created;
      const answer = await post(server, `/articles/${body.id}/publish`, {}, etag);
      if (answer.status === 200) published.push(body.id);
      else problems.push(answer);
    }
  };
  const writing = Array.from({ length: WRITERS }, (_, writer) => write(writer));
  return {
    published,
    refused,
    problems,
    async stop() {
      isOver = true;
      await Promise.all(writing);
    },
  };
}

async function isReady({ url }: Served): Promise<boolean> {
  return (await fetch(`${url}/ready`)).ok;
}

/** What the database says afterwards, seen from outside of any server. */
async function inspect(published: string[], refused: string[]): Promise<number> {
  const db = await openDatabase({ databaseUrl });
  try {
    const editions = await db.read.edition.findMany({ select: { articleId: true } });
    const ids = editions.map(({ articleId }) => articleId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(published.filter((id) => !ids.includes(id))).toEqual([]);
    expect(await db.read.article.count({ where: { slug: { in: refused } } })).toBe(0);
    const findings = await checkNewsroom(db);
    expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
    return await db.read.change.count();
  } finally {
    await db.close();
  }
}

describe('servers whose PostgreSQL', { timeout: TIMEOUT_MS }, () => {
  it.each([
    ['is restarted', 'SIGINT'],
    ['crashes', 'SIGQUIT'],
  ] as const)(
    '%s answer 503 meanwhile, go on by themselves and lose nothing',
    async (_, signal) => {
      const streams = await Promise.all(
        servers.map(({ url }) => readEvents(`${url}/v1/changes/stream?after=0`)),
      );
      const writing = servers.map((server) => startWriting(server));
      await eventually(() => writing.every(({ published }) => published.length >= 5));
      await postgresql.kill(signal);
      // One of them may have been in a COMMIT: it asks what became of that before it answers.
      await eventually(() => writing.some(({ problems }) => problems.length >= 10));
      for (const server of servers) expect(await isReady(server)).toBe(false);
      await postgresql.start();
      for (const server of servers) await eventually(() => isReady(server));
      const counts = writing.map(({ published }) => published.length);
      await eventually(() =>
        writing.every(({ published }, index) => published.length >= (counts[index] ?? 0) + 5),
      );
      for (const { stop } of writing) await stop();
      const problems = writing.flatMap((one) => one.problems);
      expect(problems.filter(({ status }) => status !== 503)).toEqual([]);
      expect(problems.every(({ retryAfter }) => retryAfter > 0)).toBe(true);
      const changes = await inspect(
        writing.flatMap((one) => one.published),
        writing.flatMap((one) => one.refused),
      );
      for (const stream of streams) {
        await stream.until(() => stream.events.length >= changes);
        expect(stream.events.map(({ id }) => id)).toEqual(
          Array.from({ length: changes }, (__, index) => index + 1),
        );
        stream.cut();
      }
    },
  );
});
