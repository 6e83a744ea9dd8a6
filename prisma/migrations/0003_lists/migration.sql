-- CreateIndex
CREATE INDEX "PublishedArticle_section_updatedAt_id_idx" ON "PublishedArticle"("section", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedArticle_language_publishedAt_id_idx" ON "PublishedArticle"("language", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_place_publishedAt_id_idx" ON "PublishedClaim"("place", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedQuote_section_publishedAt_id_idx" ON "PublishedQuote"("section", "publishedAt", "id");
