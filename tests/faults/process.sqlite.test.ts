import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIT_ORIGIN, auditHash } from '../../src/core/audit.ts';
import { openDatabase } from '../../src/core/database/open.ts';
import { plainArticle } from '../support/articles.ts';
import { createRandom } from '../support/hostile.ts';
import { freshDatabase } from '../support/newsroom.ts';
import { type Served, serve } from '../support/process.ts';

/** How often a server is killed; the long form is `npm run test:faults`. */
const KILLS = Number(process.env.FAULT_KILLS ?? 30);
const DRAINS = Number(process.env.FAULT_DRAINS ?? 1);
const ADMIN_TOKEN = 'a-token-of-an-administrator-for-faults';
const CLIENTS = 32;
/** So many writes are acknowledged before a server is killed, at the least. */
const WRITES_MIN = Number(process.env.FAULT_WRITES ?? 10);
const HOUR_MS = 3_600_000;

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  env = {
    DATABASE_URL: await freshDatabase(folder),
    DATA_DIR: folder,
    ADMIN_TOKEN,
    LOG_LEVEL: 'fatal',
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Reply {
  status: number;
  closes: boolean;
}

/** One request over a given agent. Rejects when the connection breaks before the answer is whole. */
function ask(url: string, agent: Agent, slug?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = slug === undefined ? undefined : JSON.stringify(plainArticle({ slug }));
    const out = request(
      slug === undefined ? `${url}/v1/articles` : `${url}/v1/desk/articles`,
      {
        agent,
        method: slug === undefined ? 'GET' : 'POST',
        headers:
          sent === undefined
            ? {}
            : {
                authorization: `Bearer ${ADMIN_TOKEN}`,
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(sent),
                'idempotency-key': String(slug),
              },
      },
      (answer) => {
        answer.resume();
        answer.once('error', reject);
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            closes: answer.headers.connection === 'close',
          }),
        );
      },
    );
    out.once('error', reject);
    out.end(sent);
  });
}

/** What is in the database, seen from outside of any server. */
async function inspect() {
  const db = await openDatabase({ databaseUrl: env.DATABASE_URL as string });
  try {
    const articles = await db.read.article.findMany({ include: { revisions: true } });
    const audit = await db.read.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    const [check] = (await db.read.$queryRawUnsafe('PRAGMA integrity_check')) as Record<
      string,
      unknown
    >[];
    expect(Object.values(check ?? {})).toEqual(['ok']);
    let previous = AUDIT_ORIGIN;
    for (const [index, { hash, ...row }] of audit.entries()) {
      expect(row.seq).toBe(index + 1);
      expect(row.previous).toBe(previous);
      expect(auditHash(row)).toBe(hash);
      previous = hash;
    }
    const created = audit.filter(({ action }) => action === 'article.create');
    expect(created).toHaveLength(articles.length);
    for (const article of articles) expect(article.revisions).toHaveLength(1);
    return new Set(articles.map(({ slug }) => slug));
  } finally {
    await db.close();
  }
}

describe('a server that is killed in a burst of writes', () => {
  it(`has every acknowledged write once, ${KILLS} times over`, { timeout: HOUR_MS }, async () => {
    const random = createRandom(1);
    const acknowledged = new Set<string>();
    let unanswered: string[] = [];
    let number = 0;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const server = await serve(env);
      const agent = new Agent({ keepAlive: true });
      // What was not answered is sent again: its key makes sure that it is there once.
      for (const slug of unanswered) {
        expect((await ask(server.url, agent, slug)).status).toBe(201);
        acknowledged.add(slug);
      }
      unanswered = [];
      if (kill < KILLS) {
        const writers = Array.from({ length: 8 }, async () => {
          for (;;) {
            number += 1;
            const slug = `write-${number}`;
            try {
              expect((await ask(server.url, agent, slug)).status).toBe(201);
              acknowledged.add(slug);
            } catch {
              unanswered.push(slug);
              return;
            }
          }
        });
        const before = acknowledged.size;
        while (acknowledged.size < before + WRITES_MIN && unanswered.length === 0) await sleep(5);
        await sleep(random.below(200));
        server.child.kill('SIGKILL');
        await Promise.all(writers);
      } else server.child.kill('SIGTERM');
      await server.ended;
      agent.destroy();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * WRITES_MIN);
    const stored = await inspect();
    expect([...acknowledged].filter((slug) => !stored.has(slug))).toEqual([]);
    expect(stored.size).toBe(acknowledged.size);
  });
});

describe('a deploy', () => {
  it(`drops none of ${CLIENTS} keep-alive clients, ${DRAINS} times over`, {
    timeout: HOUR_MS,
  }, async () => {
    const acknowledged: string[] = [];
    for (let turn = 0; turn < DRAINS; turn += 1) {
      const [old, next] = [await serve(env), await serve(env)];
      let isOver = false;
      const failures: unknown[] = [];
      let moved = 0;
      const clients = Array.from({ length: CLIENTS }, async (_, client) => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        let target = old.url;
        for (let index = 0; !isOver; index += 1) {
          const slug = client % 4 === 0 ? `deploy-${turn}-${client}-${index}` : undefined;
          try {
            const { status, closes } = await ask(target, agent, slug);
            if (status !== (slug === undefined ? 200 : 201)) failures.push(status);
            else if (slug !== undefined) acknowledged.push(slug);
            // As a balancer does that is told that the process is leaving.
            if (closes && target === old.url) {
              target = next.url;
              moved += 1;
            }
          } catch (error) {
            failures.push((error as NodeJS.ErrnoException).code ?? error);
            return;
          }
        }
        agent.destroy();
      });
      await sleep(500);
      old.child.kill('SIGTERM');
      expect(await old.ended, old.output()).toBe(0);
      await sleep(200);
      isOver = true;
      await Promise.all(clients);
      expect(failures).toEqual([]);
      expect(moved).toBe(CLIENTS);
      next.child.kill('SIGTERM');
      expect(await next.ended, next.output()).toBe(0);
    }
    const stored = await inspect();
    expect(acknowledged.filter((slug) => !stored.has(slug))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
  });
});

describe('a disk that is full', () => {
  it('is answered with 503 and never a false 201; reads go on, nothing is lost', {
    timeout: HOUR_MS,
  }, async () => {
    // No file may grow beyond this; writing further fails as on a full disk.
    const server: Served = await serve(env, { before: "trap '' XFSZ; ulimit -f 3000" });
    const agent = new Agent({ keepAlive: true });
    const acknowledged: string[] = [];
    const refused: number[] = [];
    for (let index = 0; refused.length < 5; index += 1) {
      expect(index, 'the disk never got full').toBeLessThan(5_000);
      const { status } = await ask(server.url, agent, `full-${index}`);
      if (status === 201) acknowledged.push(`full-${index}`);
      else refused.push(status);
    }
    expect(new Set(refused)).toEqual(new Set([503]));
    expect((await ask(server.url, agent)).status).toBe(200);
    const ready = await fetch(`${server.url}/health`);
    expect(ready.status).toBe(200);
    server.child.kill('SIGTERM');
    await server.ended;
    agent.destroy();
    const stored = await inspect();
    expect(acknowledged.filter((slug) => !stored.has(slug))).toEqual([]);
    expect(stored.size).toBe(acknowledged.length);
    const again = await serve(env);
    const fresh = new Agent();
    expect((await ask(again.url, fresh, 'room-again')).status).toBe(201);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});

describe('a disk that can’t hold a bulk request', () => {
  it.each([1, 200_000])('is answered with 503, where %i bytes too many as well', async (bytes) => {
    const limit = 3_000 * 1_024;
    const server = await serve(env, { before: "trap '' XFSZ; ulimit -f 3000" });
    try {
      const article = plainArticle({ body: 'x '.repeat(5_000) });
      const lines = `${JSON.stringify({ op: 'create', article })}\n`.repeat(400);
      const answer = await fetch(`${server.url}/v1/desk/bulk?atomic=true`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ADMIN_TOKEN}`,
          'content-type': 'application/x-ndjson',
        },
        body: lines.slice(0, limit + bytes),
      });
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      server.child.kill('SIGTERM');
      await server.ended;
    }
    expect((await inspect()).size).toBe(0);
  });
});

describe('a database that somebody else holds', () => {
  it('is answered with 503 and Retry-After; service goes on once it is free', {
    timeout: HOUR_MS,
  }, async () => {
    const server = await serve(env);
    const other = new BetterSqlite3((env.DATABASE_URL as string).slice('file:'.length));
    try {
      other.exec('BEGIN IMMEDIATE');
      const held = await fetch(`${server.url}/v1/desk/articles`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(plainArticle()),
      });
      expect(held.status).toBe(503);
      expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(((await held.json()) as { code: string }).code).toBe('unavailable');
      expect((await fetch(`${server.url}/v1/articles`)).status).toBe(200);
      other.exec('ROLLBACK');
      const agent = new Agent();
      expect((await ask(server.url, agent, 'free-again')).status).toBe(201);
    } finally {
      other.close();
      server.child.kill('SIGTERM');
      await server.ended;
    }
    expect((await inspect()).size).toBe(1);
  });
});
