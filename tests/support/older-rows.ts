/** Rows as they were before migrations 0014, 0015 and 0016, for both databases. */

const article = (id: string, slug: string, updatedAt: string) =>
  `INSERT INTO "PublishedArticle" ("id", "slug", "kind", "section", "language", "edition", "revision",
    "publishedAt", "firstPublishedAt", "updatedAt", "document", "summary", "cacheTags", "etag")
  VALUES ('${id}', '${slug}', 'news', 'local', 'en', 1, 1, '${time('01-02')}', '${time('01-02')}',
    '${time(updatedAt)}', '{"id":"${id}"}', '{}', '${id}', '"${id}"');`;

const change = (seq: number, targetId: string, at: string) =>
  `INSERT INTO "Change" ("seq", "type", "kind", "targetId", "tags", "data", "at")
  VALUES (${seq}, 'article.refreshed', 'article', '${targetId}', '[]', 'null', '${time(at)}');`;

const variant = (id: string, encoding: string, etag: string, bytes: string) =>
  `INSERT INTO "PublishedVariant" ("articleId", "encoding", "etag", "bytes")
  VALUES ('${id}', '${encoding}', '"${etag}"', ${bytes});`;

function time(day: string): string {
  return `2026-${day}T00:00:00.000+00:00`;
}

/**
 * Of three articles the log tells of one, begins after the change of another, and is older than
 * the third. What is compressed of the second is of a document that it had before.
 *
 * @param bytes how the database writes a byte
 */
export function articlesAndTheirLog(bytes: (hex: string) => string): string {
  return [
    article('a', 'told', '01-03'),
    article('b', 'pruned', '01-03'),
    article('c', 'later', '02-01'),
    change(7, 'x', '01-08'),
    change(8, 'a', '01-09'),
    change(9, 'x', '01-10'),
    variant('a', 'br', 'a', bytes('01')),
    variant('a', 'gzip', 'a', bytes('02')),
    variant('b', 'br', 'older', bytes('03')),
  ].join('\n');
}

/** An article that was retracted, with its revision, and a kept answer. */
export function articleAndKeys(): string {
  return `
    INSERT INTO "Article" ("id", "slug", "state", "head", "replacedById", "headline", "section",
      "language", "createdAt", "updatedAt", "createdBy")
    VALUES ('a', 'floods', 'retracted', 1, 'b', 'Floods', 'local', 'en', '${time('01-02')}',
      '${time('01-03')}', 'x');
    INSERT INTO "Revision" ("id", "articleId", "number", "content", "hash", "author", "createdAt")
    VALUES ('r', 'a', 1, '{}', 'h', 'x', '${time('01-02')}');
    INSERT INTO "IdempotencyKey" ("key", "hash", "status", "headers", "body", "createdAt")
    VALUES ('k', 'h', 201, NULL, 'sealed', '${time('01-02')}');`;
}

/** What is to be left of them. */
export const ARTICLE_AND_KEYS = {
  revisions: `SELECT a."slug", r."content" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id"`,
  keys: 'SELECT "key", "hash", "body" FROM "IdempotencyKey"',
};

/** An article with an edition and the one that retracted it. */
export function articleAndEditions(): string {
  return `
    INSERT INTO "Article" ("id", "slug", "state", "head", "headline", "section", "language",
      "createdAt", "updatedAt", "createdBy")
    VALUES ('a', 'floods', 'retracted', 1, 'Floods', 'local', 'en', '${time('01-02')}',
      '${time('01-03')}', 'x');
    INSERT INTO "Edition" ("id", "articleId", "number", "revision", "kind", "note", "changed",
      "replacedBy", "document", "etag", "publishedAt")
    VALUES ('e', 'a', 1, 1, 'publication', NULL, '[]', NULL, '{}', '"e"', '${time('01-02')}'),
      ('f', 'a', 2, 1, 'retraction', 'Wrong', '[]', 'b', '{"replacedBy":"/v1/articles/b"}', '',
      '${time('01-03')}');`;
}

/** What is to be left of them. */
export const EDITIONS_LEFT = {
  sql: `SELECT a."slug", e."number", e."kind", e."note", e."document" FROM "Article" a
    JOIN "Edition" e ON e."articleId" = a."id" ORDER BY e."number"`,
  rows: [
    { slug: 'floods', number: 1, kind: 'publication', note: null, document: '{}' },
    {
      slug: 'floods',
      number: 2,
      kind: 'retraction',
      note: 'Wrong',
      document: '{"replacedBy":"/v1/articles/b"}',
    },
  ],
};

/** An article that nothing but its headline and slug tells from others. */
export function articleAtTheDesk(): string {
  return `
    INSERT INTO "Article" ("id", "slug", "state", "head", "headline", "section", "language",
      "createdAt", "updatedAt", "createdBy")
    VALUES ('a', 'river-wall', 'draft', 1, 'The Wall', 'local', 'en', '${time('01-02')}',
      '${time('01-03')}', 'x');`;
}

/** What it is to be found by. */
export const TITLES = {
  sql: 'SELECT "searchText" FROM "Article"',
  rows: [{ searchText: 'the wall river-wall' }],
};
