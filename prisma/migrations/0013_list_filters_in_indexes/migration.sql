-- DropIndex
DROP INDEX "PublishedArticle_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedClaim_publishedAt_id_etag_idx";

-- DropIndex
DROP INDEX "PublishedClaim_asOfFrom_id_idx";

-- DropIndex
DROP INDEX "PublishedQuote_publishedAt_id_etag_idx";

-- DropIndex
DROP INDEX "PublishedTurn_speakerId_publishedAt_id_etag_idx";

-- DropIndex
DROP INDEX "PublishedTurn_publishedAt_id_etag_idx";

-- CreateIndex
CREATE INDEX "PublishedArticle_list_idx" ON "PublishedArticle"("publishedAt", "id", "kind", "firstPublishedAt", "updatedAt");

-- CreateIndex
CREATE INDEX "PublishedClaim_list_idx" ON "PublishedClaim"("publishedAt", "id", "asOfFrom", "asOfTo", "unit", "comparator", "low", "high", "standing", "etag");

-- CreateIndex
CREATE INDEX "PublishedClaim_as_of_idx" ON "PublishedClaim"("asOfFrom", "id", "asOfTo", "unit", "comparator", "low", "high", "standing");

-- CreateIndex
CREATE INDEX "PublishedQuote_list_idx" ON "PublishedQuote"("publishedAt", "id", "saidFrom", "saidTo", "kind", "anonymous", "etag");

-- CreateIndex
CREATE INDEX "PublishedTurn_list_idx" ON "PublishedTurn"("publishedAt", "id", "role", "etag");

-- CreateIndex
CREATE INDEX "PublishedTurn_speaker_idx" ON "PublishedTurn"("speakerId", "publishedAt", "id", "articleId", "role", "etag");
