-- The columns of a published article in the order in which they are read: SQLite follows a row's
-- pages from its beginning, and a list needs summaries, a reader documents.
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE "new_PublishedArticle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "firstPublishedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "etag" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "cacheTags" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "searchText" TEXT NOT NULL
);
INSERT INTO "new_PublishedArticle" ("id", "slug", "kind", "section", "language", "edition", "revision", "publishedAt", "firstPublishedAt", "updatedAt", "etag", "summary", "cacheTags", "document", "searchText") SELECT "id", "slug", "kind", "section", "language", "edition", "revision", "publishedAt", "firstPublishedAt", "updatedAt", "etag", "summary", "cacheTags", "document", "searchText" FROM "PublishedArticle";
DROP TABLE "PublishedArticle";
ALTER TABLE "new_PublishedArticle" RENAME TO "PublishedArticle";
CREATE UNIQUE INDEX "PublishedArticle_slug_key" ON "PublishedArticle"("slug");
CREATE INDEX "PublishedArticle_publishedAt_id_idx" ON "PublishedArticle"("publishedAt", "id");
CREATE INDEX "PublishedArticle_updatedAt_id_idx" ON "PublishedArticle"("updatedAt", "id");
CREATE INDEX "PublishedArticle_firstPublishedAt_id_idx" ON "PublishedArticle"("firstPublishedAt", "id");
CREATE INDEX "PublishedArticle_section_publishedAt_id_idx" ON "PublishedArticle"("section", "publishedAt", "id");
CREATE INDEX "PublishedArticle_language_publishedAt_id_idx" ON "PublishedArticle"("language", "publishedAt", "id");
COMMIT;
PRAGMA foreign_keys=ON;
