import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { readMigrations } from '../support/migrations.ts';
import { articlesAndTheirLog } from '../support/older-rows.ts';
import { createDatabase } from '../support/postgresql.ts';

it('an article’s row takes over what is compressed of it, and when the log says that it changed', async () => {
  const template = inject('template');
  if (template.engine !== 'postgresql') throw new Error('This is for PostgreSQL.');
  const client = new pg.Client({ connectionString: await createDatabase(template) });
  await client.connect();
  for (const { name, sql } of readMigrations('postgresql')) {
    const isIt = name === '0014_answers_in_one_row';
    if (isIt) await client.query(articlesAndTheirLog((hex) => `'\\x${hex}'`));
    await client.query(sql);
    if (isIt) break;
  }
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
