import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { readMigrations } from '../support/migrations.ts';
import {
  ARTICLE_AND_KEYS,
  articleAndEditions,
  articleAndKeys,
  articleAtTheDesk,
  articlesAndTheirLog,
  EDITIONS_LEFT,
  TITLES,
} from '../support/older-rows.ts';
import { createDatabase } from '../support/postgresql.ts';

/** A database in which a migration met these rows. */
async function migrated(migration: string, rows: string): Promise<pg.Client> {
  const template = inject('template');
  if (template.engine !== 'postgresql') throw new Error('This is for PostgreSQL.');
  const client = new pg.Client({ connectionString: await createDatabase(template) });
  await client.connect();
  for (const { name, sql } of readMigrations('postgresql')) {
    if (name === migration) await client.query(rows);
    await client.query(sql);
    if (name === migration) break;
  }
  return client;
}

it('an article’s row takes over what is compressed of it, and when the log says that it changed', async () => {
  const older = articlesAndTheirLog((hex) => `'\\x${hex}'`);
  const client = await migrated('0014_answers_in_one_row', older);
  const { rows } = await client.query(
    'SELECT "slug", "lastModified", "br", "gzip" FROM "PublishedArticle" ORDER BY "id"',
  );
  await client.end();
  expect(rows).toEqual([
    {
      slug: 'told',
      lastModified: new Date('2026-01-09'),
      br: Buffer.from([1]),
      gzip: Buffer.from([2]),
    },
    { slug: 'pruned', lastModified: new Date('2026-01-08'), br: null, gzip: null },
    { slug: 'later', lastModified: new Date('2026-02-01'), br: null, gzip: null },
  ]);
});

it('taking away what nothing reads keeps articles with their revisions, and kept answers', async () => {
  const client = await migrated('0015_unread_columns', articleAndKeys());
  const read = async (sql: string) => (await client.query(sql)).rows;
  const revisions = await read(ARTICLE_AND_KEYS.revisions);
  const keys = await read(ARTICLE_AND_KEYS.keys);
  await client.end();
  expect(revisions).toEqual([{ slug: 'floods', content: '{}' }]);
  expect(keys).toEqual([{ key: 'k', hash: 'h', body: 'sealed' }]);
});

it('taking away what nothing reads of editions keeps all of them', async () => {
  const client = await migrated('0016_unread_edition_column', articleAndEditions());
  const { rows } = await client.query(EDITIONS_LEFT.sql);
  await client.end();
  expect(rows).toEqual(EDITIONS_LEFT.rows);
});

it('articles of an older version are found at the desk', async () => {
  const client = await migrated('0017_titles_at_the_desk', articleAtTheDesk());
  const { rows } = await client.query(TITLES.sql);
  await client.end();
  expect(rows).toEqual(TITLES.rows);
});
