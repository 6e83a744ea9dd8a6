-- What an article is answered with stands in its row: when that changed last, which the log told
-- as far as it goes back, and the document compressed.
ALTER TABLE "PublishedArticle" ADD COLUMN "lastModified" TIMESTAMPTZ(3),
ADD COLUMN "br" BYTEA,
ADD COLUMN "gzip" BYTEA;
UPDATE "PublishedArticle" a SET
    "lastModified" = GREATEST(a."updatedAt", COALESCE(
        (SELECT c."at" FROM "Change" c WHERE c."targetId" = a."id" ORDER BY c."seq" DESC LIMIT 1),
        (SELECT c."at" FROM "Change" c ORDER BY c."seq" LIMIT 1)
    )),
    "br" = (SELECT v."bytes" FROM "PublishedVariant" v WHERE v."articleId" = a."id" AND v."encoding" = 'br' AND v."etag" = a."etag"),
    "gzip" = (SELECT v."bytes" FROM "PublishedVariant" v WHERE v."articleId" = a."id" AND v."encoding" = 'gzip' AND v."etag" = a."etag");
ALTER TABLE "PublishedArticle" ALTER COLUMN "lastModified" SET NOT NULL;
DROP TABLE "PublishedVariant";
DROP INDEX "Change_targetId_seq_at_idx";
