import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { insertRows, queryRows } from '../../src/core/database/rows.ts';
import type { Client, Database } from '../../src/core/database/types.ts';
import { SYSTEM } from '../../src/core/work.ts';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import { plainArticle } from '../support/articles.ts';
import { freshDatabase, type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a database', () => {
  let folder: string;
  let db: Database;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    db = await openDatabase({ databaseUrl: await freshDatabase(folder) });
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const section = (slug: string) => ({
    id: slug,
    slug,
    name: slug,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  });

  it('keeps nothing of a job that throws', async () => {
    const job = db.write(async (client) => {
      await client.section.create({ data: section('thrown-away') });
      throw new Error('no');
    });
    await expect(job).rejects.toThrow('no');
    expect(await db.read.section.findUnique({ where: { slug: 'thrown-away' } })).toBeNull();
  });

  it('shows nothing of a transaction that is open to those who read', async () => {
    let seen: unknown = 'not looked';
    await db.write(async (client) => {
      await client.section.create({ data: section('not-yet') });
      seen = await db.read.section.findUnique({ where: { slug: 'not-yet' } });
    });
    expect(seen).toBeNull();
    expect(await db.read.section.findUnique({ where: { slug: 'not-yet' } })).not.toBeNull();
  });

  /** Runs a test with a database whose minutes pass as the test says. */
  async function withSlow(
    use: (slow: Database) => Promise<void>,
    options: { transactionTimeoutMs?: number } = {},
  ): Promise<void> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const slow = await openDatabase({
      databaseUrl: await freshDatabase(mkdtempSync(join(folder, 'slow-'))),
      ...options,
    });
    try {
      await use(slow);
    } finally {
      vi.useRealTimers();
      await slow.close();
    }
  }
  const wholeSection = (slug: string) => ({ ...section(slug), mergedIntoId: null, version: 1 });

  it('runs nothing more of a transaction that took too long, and goes on', () =>
    withSlow(async (slow) => {
      const came: string[] = [];
      /** Goes on with a transaction while the database rolls it back, and after that. */
      const goOn = async (client: Client) => {
        for (let time = 0; time < 20; time += 1) {
          const insertion = insertRows(client, 'Section', [wholeSection(`late-${time}`)]);
          came.push(
            await insertion.then(
              () => 'kept',
              (error: Error) => error.message,
            ),
          );
          await sleep(2);
        }
        await expect((async () => client.section.count())()).rejects.toThrow();
      };
      let goingOn = Promise.resolve();
      const late = slow.write(async (client) => {
        await insertRows(client, 'Section', [wholeSection('in-time')]);
        vi.advanceTimersByTime(60_000);
        goingOn = goOn(client);
        await goingOn;
      });
      await expect(late).rejects.toThrow();
      await goingOn;
      expect(came.at(-1)).toMatch(/has ended/);
      expect(await slow.read.section.count()).toBe(0);
      await slow.write((client) => insertRows(client, 'Section', [wholeSection('afterwards')]));
      expect(await queryRows(slow.read, Prisma.sql`SELECT "slug" FROM "Section"`)).toEqual([
        { slug: 'afterwards' },
      ]);
    }));

  it('gives a transaction the time that it was opened with', () =>
    withSlow(
      async (slow) => {
        await slow.write(async (client) => {
          await client.section.create({ data: section('long') });
          vi.advanceTimersByTime(60_000);
          await sleep(50);
        });
        expect(await slow.read.section.count()).toBe(1);
        const late = slow.write(async (client) => {
          await client.section.create({ data: section('longer') });
          vi.advanceTimersByTime(120_000);
          await sleep(50);
        });
        await expect(late).rejects.toThrow();
        expect(await slow.read.section.count()).toBe(1);
      },
      { transactionTimeoutMs: 120_000 },
    ));

  it('runs nothing of a transaction that took too long within the next one', () =>
    withSlow(async (slow) => {
      const rows = Array.from({ length: 20_000 }, (_, index) => wholeSection(`late-${index}`));
      let inserted: Promise<unknown> = Promise.resolve();
      const late = slow.write(async (client) => {
        inserted = insertRows(client, 'Section', rows).catch((error: Error) => error);
        await new Promise((resolve) => setImmediate(resolve));
        vi.advanceTimersByTime(60_000);
        await inserted;
      });
      const next = slow.write(async (client) => {
        await client.section.create({ data: section('next') });
        await inserted;
      });
      await expect(late).rejects.toThrow();
      await next;
      expect(await slow.read.section.findMany({ select: { slug: true } })).toEqual([
        { slug: 'next' },
      ]);
    }));

  it('ends a transaction that never ends by itself', () =>
    withSlow(async (slow) => {
      let begin = (): void => undefined;
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const never = slow.write(async () => {
        begin();
        await new Promise(() => undefined);
      });
      const ended = expect(never).rejects.toThrow();
      await begun;
      vi.advanceTimersByTime(60_000);
      await ended;
      expect(await slow.write((client) => client.section.count())).toBe(0);
    }));

  it('has one writer at a time, so that what was read stays true', async () => {
    await db.write((client) => client.counter.create({ data: { name: 'race', value: 0 } }));
    await Promise.all(
      Array.from({ length: 25 }, () =>
        db.write(async (client) => {
          const { value } = await client.counter.findUniqueOrThrow({ where: { name: 'race' } });
          await client.counter.update({ where: { name: 'race' }, data: { value: value + 1 } });
        }),
      ),
    );
    const { value } = await db.read.counter.findUniqueOrThrow({ where: { name: 'race' } });
    expect(value).toBe(25);
  });

  it('goes on after a job that throws, while others wait', async () => {
    const results = await Promise.allSettled([
      db.write(async () => Promise.reject(new Error('first'))),
      db.write((client) => client.section.create({ data: section('after-a-failure') })),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('keeps times to the millisecond, in UTC, and every kind of text', async () => {
    const at = new Date('2024-03-31T01:59:59.987Z');
    const name = 'Ж 漢 👩‍👩‍👧 \'"\\ % _ \u2028';
    await db.write((client) =>
      client.tag.create({ data: { ...section('times'), name, createdAt: at, updatedAt: at } }),
    );
    const row = await db.read.tag.findUniqueOrThrow({ where: { slug: 'times' } });
    expect(row.createdAt).toEqual(at);
    expect(row.name).toBe(name);
    expect(await db.read.tag.count({ where: { createdAt: { gte: at, lte: at } } })).toBe(1);
  });
});

describe('work', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom();
  });
  afterAll(() => newsroom.close());

  it('that throws leaves no row, no audit and no change, and gives its numbers again', async () => {
    const audit = await newsroom.db.read.auditEntry.count();
    const work = newsroom.context.run(SYSTEM, async (inner) => {
      inner.record({ action: 'x', kind: 'x', targetId: 'x' });
      await inner.client.tag.create({
        data: { id: 'x', slug: 'x', name: 'x', createdAt: inner.now, updatedAt: inner.now },
      });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await newsroom.db.read.tag.count()).toBe(0);
    await newsroom.publish(plainArticle());
    const rows = await newsroom.db.read.auditEntry.findMany({ orderBy: { seq: 'asc' } });
    expect(rows.slice(audit).map(({ seq }) => seq)).toEqual(
      rows.slice(audit).map((_row, index) => audit + index + 1),
    );
    const changes = await newsroom.db.read.change.findMany({ orderBy: { seq: 'asc' } });
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_row, index) => index + 1));
  });
});
