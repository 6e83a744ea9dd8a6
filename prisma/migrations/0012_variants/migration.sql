-- CreateTable
CREATE TABLE "PublishedVariant" (
    "articleId" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("articleId", "encoding"),
    CONSTRAINT "PublishedVariant_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublishedArticle" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
