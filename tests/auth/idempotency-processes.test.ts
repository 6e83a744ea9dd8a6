import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainArticle } from '../support/articles.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { type Served, serve } from '../support/process.ts';

const PATIENCE_MS = 3_600_000;
const RACERS = 50;
/** `npm run test:faults` races for 1,000. */
const KEYS = Number(process.env.IDEMPOTENCY_KEYS ?? 10);

describe('Idempotency-Key, with several processes', { timeout: PATIENCE_MS }, () => {
  let newsroom: Newsroom;
  let servers: Served[] = [];
  beforeAll(async () => {
    newsroom = await openNewsroom();
    const env = { DATABASE_URL: newsroom.config.databaseUrl, DATA_DIR: newsroom.folder };
    servers = [await serve(env), await serve(env)];
  }, PATIENCE_MS);
  afterAll(async () => {
    for (const { child } of servers) child.kill('SIGKILL');
    await newsroom.close();
  });

  async function post(racer: number, key: string, headline: string) {
    const response = await fetch(`${servers[racer % servers.length]?.url}/v1/desk/articles`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${newsroom.tokens.writer}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(plainArticle({ headline })),
    });
    return { status: response.status, text: await response.text() };
  }

  it(`is one row for ${RACERS} racers, for each of ${KEYS} keys`, async () => {
    for (let number = 0; number < KEYS; number += 1) {
      const [key, headline] = [`race-${number}`, `Raced for ${number}`];
      const racers = Array.from({ length: RACERS }, (_, racer) => post(racer, key, headline));
      const answers = await Promise.all(racers);
      const created = answers.filter(({ status }) => status === 201);
      expect(created.length).toBeGreaterThan(0);
      expect(new Set(created.map(({ text }) => text)).size).toBe(1);
      // Of one process, those who come while the first is on its way are told to wait.
      const others = answers.filter(({ status }) => status !== 201);
      expect(new Set(others.map(({ status }) => status))).toEqual(
        new Set(others.length === 0 ? [] : [409]),
      );
    }
    const { article, idempotencyKey, auditEntry } = newsroom.db.read;
    expect(await article.count()).toBe(KEYS);
    expect(await idempotencyKey.count()).toBe(KEYS);
    expect(await auditEntry.count({ where: { action: 'article.create' } })).toBe(KEYS);
  });
});
