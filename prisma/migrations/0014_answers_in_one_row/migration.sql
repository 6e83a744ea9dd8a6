-- What an article is answered with stands in its row, before the document: when that changed
-- last, which the log told as far as it goes back, and the document compressed.
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
    "lastModified" DATETIME NOT NULL,
    "etag" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "cacheTags" TEXT NOT NULL,
    "br" BLOB,
    "gzip" BLOB,
    "document" TEXT NOT NULL
);
INSERT INTO "new_PublishedArticle" ("id", "slug", "kind", "section", "language", "edition", "revision", "publishedAt", "firstPublishedAt", "updatedAt", "lastModified", "etag", "summary", "cacheTags", "br", "gzip", "document")
SELECT "id", "slug", "kind", "section", "language", "edition", "revision", "publishedAt", "firstPublishedAt", "updatedAt",
    MAX("updatedAt", COALESCE(
        (SELECT c."at" FROM "Change" c WHERE c."targetId" = a."id" ORDER BY c."seq" DESC LIMIT 1),
        (SELECT c."at" FROM "Change" c ORDER BY c."seq" LIMIT 1),
        "updatedAt"
    )),
    "etag", "summary", "cacheTags",
    (SELECT v."bytes" FROM "PublishedVariant" v WHERE v."articleId" = a."id" AND v."encoding" = 'br' AND v."etag" = a."etag"),
    (SELECT v."bytes" FROM "PublishedVariant" v WHERE v."articleId" = a."id" AND v."encoding" = 'gzip' AND v."etag" = a."etag"),
    "document"
FROM "PublishedArticle" a;
DROP TABLE "PublishedVariant";
DROP TABLE "PublishedArticle";
ALTER TABLE "new_PublishedArticle" RENAME TO "PublishedArticle";
CREATE UNIQUE INDEX "PublishedArticle_slug_key" ON "PublishedArticle"("slug");
CREATE INDEX "PublishedArticle_list_idx" ON "PublishedArticle"("publishedAt", "id", "kind", "firstPublishedAt", "updatedAt");
CREATE INDEX "PublishedArticle_updatedAt_id_idx" ON "PublishedArticle"("updatedAt", "id");
CREATE INDEX "PublishedArticle_firstPublishedAt_id_idx" ON "PublishedArticle"("firstPublishedAt", "id");
CREATE INDEX "PublishedArticle_section_publishedAt_id_idx" ON "PublishedArticle"("section", "publishedAt", "id");
CREATE INDEX "PublishedArticle_language_publishedAt_id_idx" ON "PublishedArticle"("language", "publishedAt", "id");
DROP INDEX "Change_targetId_seq_at_idx";
COMMIT;
PRAGMA foreign_keys=ON;
