/** Rows as they were before migration 0014, for both databases. */

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
