-- CreateTable
CREATE TABLE "PublishedVariant" (
    "articleId" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "PublishedVariant_pkey" PRIMARY KEY ("articleId","encoding")
);

-- AddForeignKey
ALTER TABLE "PublishedVariant" ADD CONSTRAINT "PublishedVariant_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublishedArticle"("id") ON DELETE CASCADE ON UPDATE CASCADE;
