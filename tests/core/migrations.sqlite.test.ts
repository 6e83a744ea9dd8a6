import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { conventionalLanguage } from '../../src/text/language.ts';
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

const MIGRATIONS = readMigrations('sqlite');
const NAMES = MIGRATIONS.map(({ name }) => name);

/** Runs migrations from one place to another. */
function migrate(db: BetterSqlite3.Database, from: number, to: number): void {
  for (const { sql } of MIGRATIONS.slice(from, to)) db.exec(sql);
}

/** A database in which a migration met these rows. */
function migrated(name: string, rows: string): BetterSqlite3.Database {
  const db = new BetterSqlite3(':memory:');
  db.pragma('foreign_keys = 1');
  const at = NAMES.indexOf(name);
  migrate(db, 0, at);
  db.exec(rows);
  migrate(db, at, at + 1);
  return db;
}

it('making the table of published articles anew keeps them, and what belongs to them', () => {
  const db = new BetterSqlite3(':memory:');
  db.pragma('foreign_keys = 1');
  const at = NAMES.indexOf('0007_documents_last');
  migrate(db, 0, at);
  db.exec(`
    INSERT INTO "PublishedArticle" ("id", "slug", "kind", "section", "language", "edition", "revision",
      "publishedAt", "firstPublishedAt", "updatedAt", "searchText", "document", "summary", "cacheTags", "etag")
    VALUES ('a', 'floods', 'news', 'local', 'en', 1, 2,
      '2026-01-01', '2026-01-02', '2026-01-03', 'rain', '{"id":"a"}', '{}', 'a,b', '"e"');
    INSERT INTO "PublishedArticleTag" ("articleId", "tag") VALUES ('a', 'weather');
    INSERT INTO "PublishedArticleSource" ("articleId", "sourceId") VALUES ('a', 's');
    INSERT INTO "PublishedArticleFigure" ("articleId", "figureId") VALUES ('a', 'f');
  `);
  const before = contents(db);
  migrate(db, at, at + 1);

  expect(contents(db)).toEqual(before);
  expect(before.flat()).toHaveLength(4);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.exec(`DELETE FROM "PublishedArticle"`);
  expect(contents(db)).toEqual([[], [], [], []]);
  db.close();
});

it('an article’s row takes over what is compressed of it, and when the log says that it changed', () => {
  const db = migrated(
    '0014_answers_in_one_row',
    articlesAndTheirLog((hex) => `x'${hex}'`),
  );
  expect(
    db
      .prepare(`SELECT "slug", "lastModified", "br", "gzip", "document" FROM "PublishedArticle"`)
      .all(),
  ).toEqual([
    {
      slug: 'told',
      lastModified: '2026-01-09T00:00:00.000+00:00',
      br: Buffer.from([1]),
      gzip: Buffer.from([2]),
      document: '{"id":"a"}',
    },
    {
      slug: 'pruned',
      lastModified: '2026-01-08T00:00:00.000+00:00',
      br: null,
      gzip: null,
      document: '{"id":"b"}',
    },
    {
      slug: 'later',
      lastModified: '2026-02-01T00:00:00.000+00:00',
      br: null,
      gzip: null,
      document: '{"id":"c"}',
    },
  ]);
  db.close();
});

it('taking away what nothing reads keeps articles with their revisions, and kept answers', () => {
  const db = migrated('0015_unread_columns', articleAndKeys());
  const read = (sql: string) => db.prepare(sql).all();
  expect(read(ARTICLE_AND_KEYS.revisions)).toEqual([{ slug: 'floods', content: '{}' }]);
  expect(read(ARTICLE_AND_KEYS.keys)).toEqual([{ key: 'k', hash: 'h', body: 'sealed' }]);
  db.close();
});

it('taking away what nothing reads of editions keeps all of them', () => {
  const db = migrated('0016_unread_edition_column', articleAndEditions());
  expect(db.prepare(EDITIONS_LEFT.sql).all()).toEqual(EDITIONS_LEFT.rows);
  db.close();
});

it('articles of an older version are found at the desk', () => {
  const db = migrated('0017_titles_at_the_desk', articleAtTheDesk());
  expect(db.prepare(TITLES.sql).all()).toEqual(TITLES.rows);
  db.close();
});

function contents(db: BetterSqlite3.Database): unknown[][] {
  return ['', 'Tag', 'Source', 'Figure'].map((name) =>
    db.prepare(`SELECT * FROM "PublishedArticle${name}"`).all(),
  );
}

function languagesAfter(migration: string, tags: readonly string[]): unknown[] {
  const db = new BetterSqlite3(':memory:');
  const at = NAMES.indexOf(migration);
  migrate(db, 0, at);
  for (const tag of tags)
    db.exec(`INSERT INTO "PublishedArticle" ("id", "slug", "kind", "section", "language", "edition",
      "revision", "publishedAt", "firstPublishedAt", "updatedAt", "document", "summary",
      "cacheTags", "etag") VALUES ('${tag}', '${tag}', 'news', 'local', '${tag}', 1, 1,
      '2026-01-01', '2026-01-01', '2026-01-01', '{}', '{}', '', '"e"')`);
  migrate(db, at, at + 1);
  const languages = db.prepare(`SELECT "language" FROM "PublishedArticle" ORDER BY rowid`).pluck();
  const found = languages.all();
  db.close();
  return found;
}

it('languages are found by the usual letters, whatever they were written in', () => {
  const tags = ['en', 'en-us', 'pt-BR', 'fil-ph', 'zh-Hant'];
  const usual = ['en', 'en-US', 'pt-BR', 'fil-PH', 'zh-Hant'];
  expect(languagesAfter('0009_language_case', tags)).toEqual(usual);
});

it('so are those with a script', () => {
  const tags = ['en-US', 'zh-hant', 'zh-HANS-cn', 'yue-hant', 'yue-hant-hk', 'de-1996', 'sr-Latn'];
  expect(languagesAfter('0010_language_scripts', tags)).toEqual(tags.map(conventionalLanguage));
});
