-- DropIndex
DROP INDEX "PublishedClaim_figureId_asOfFrom_id_idx";

-- DropIndex
DROP INDEX "PublishedClaim_figureId_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedClaim_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedQuote_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedQuote_speakerId_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedTurn_publishedAt_id_idx";

-- DropIndex
DROP INDEX "PublishedTurn_speakerId_publishedAt_id_idx";

-- CreateIndex
CREATE INDEX "PublishedClaim_publishedAt_id_etag_idx" ON "PublishedClaim"("publishedAt", "id", "etag");

-- CreateIndex
CREATE INDEX "PublishedClaim_figureId_asOfFrom_id_asOfTo_etag_idx" ON "PublishedClaim"("figureId", "asOfFrom", "id", "asOfTo", "etag");

-- CreateIndex
CREATE INDEX "PublishedClaim_figureId_publishedAt_id_etag_idx" ON "PublishedClaim"("figureId", "publishedAt", "id", "etag");

-- CreateIndex
CREATE INDEX "PublishedQuote_publishedAt_id_etag_idx" ON "PublishedQuote"("publishedAt", "id", "etag");

-- CreateIndex
CREATE INDEX "PublishedQuote_speakerId_publishedAt_id_etag_idx" ON "PublishedQuote"("speakerId", "publishedAt", "id", "etag");

-- CreateIndex
CREATE INDEX "PublishedTurn_publishedAt_id_etag_idx" ON "PublishedTurn"("publishedAt", "id", "etag");

-- CreateIndex
CREATE INDEX "PublishedTurn_speakerId_publishedAt_id_etag_idx" ON "PublishedTurn"("speakerId", "publishedAt", "id", "etag");
