/** A process of a newer version brings the database to its schema while this server runs. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/core/database/open.ts';
import { plainArticle } from '../support/articles.ts';
import { buildNewer } from '../support/newer.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

describe('a server whose database a newer version has migrated', () => {
  let newsroom: Newsroom;
  let newer: string;
  beforeAll(async () => {
    newer = buildNewer(`
      ALTER TABLE "PublishedArticle" RENAME COLUMN "summary" TO "short";
      ALTER TABLE "Asset" RENAME COLUMN "hash" TO "digest";
    `);
    newsroom = await openNewsroom();
    await newsroom.publish(plainArticle({ slug: 'before' }));
    expect((await newsroom.get('/ready')).status).toBe(200);
    execFileSync(process.execPath, [join(newer, 'main.js'), 'tokens', 'create', 'new', 'admin'], {
      env: { ...process.env, DATABASE_URL: newsroom.config.databaseUrl },
    });
  });
  afterAll(async () => {
    await newsroom?.close();
    rmSync(newer, { recursive: true, force: true });
  });

  it('is not ready, and says why', async () => {
    const { status, body } = await newsroom.get('/ready');
    expect(status).toBe(503);
    expect(body.reasons).toEqual(['a newer version has migrated the database']);
  });

  it('changes nothing more: 503', async () => {
    const { status, body, headers } = await newsroom.post(
      '/v1/desk/articles',
      plainArticle({ slug: 'after' }),
    );
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(headers['retry-after']).toBe('1');
    expect(await newsroom.db.read.article.count({ where: { slug: 'after' } })).toBe(0);
  });

  it('goes on showing what it can read', async () => {
    expect((await newsroom.get('/v1/articles/before')).status).toBe(200);
    expect((await newsroom.get('/v1/desk/articles')).body.data).toHaveLength(1);
  });

  it.each(['/v1/articles?limit=7', '/v1/desk/assets'])(
    'answers 503 where it can’t read: %s',
    async (url) => {
      const { status, body } = await newsroom.get(url);
      expect([status, body.code]).toEqual([503, 'unavailable']);
    },
  );

  it('can’t be started again', async () => {
    await expect(openDatabase(newsroom.config)).rejects.toThrow(
      'The database was made by a newer Onrecord (it has the migration 9999_newer).',
    );
  });
});
