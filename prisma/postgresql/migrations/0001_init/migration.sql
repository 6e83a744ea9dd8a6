-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "head" INTEGER NOT NULL,
    "live" INTEGER,
    "editionCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishAt" TIMESTAMPTZ(3),
    "scheduledRevision" INTEGER,
    "scheduledSlug" TEXT,
    "publishNote" TEXT,
    "scheduleFailure" TEXT,
    "embargoUntil" TIMESTAMPTZ(3),
    "firstPublishedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "replacedById" TEXT,
    "headline" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "changed" TEXT NOT NULL,
    "replacedBy" TEXT,
    "document" TEXT NOT NULL,
    "etag" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartEdition" (
    "partId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "PartEdition_pkey" PRIMARY KEY ("partId","edition")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT NOT NULL,
    "affiliation" TEXT,
    "country" TEXT,
    "sameAs" TEXT NOT NULL,
    "reason" TEXT,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceName" (
    "sourceId" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "SourceName_pkey" PRIMARY KEY ("sourceId","folded")
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "subject" TEXT,
    "place" TEXT,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mergedIntoId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormerSlug" (
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,

    CONSTRAINT "FormerSlug_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "ArticleReference" (
    "articleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,

    CONSTRAINT "ArticleReference_pkey" PRIMARY KEY ("articleId","kind","targetId")
);

-- CreateTable
CREATE TABLE "PublishedArticle" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstPublishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchText" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "cacheTags" TEXT NOT NULL,
    "etag" TEXT NOT NULL,

    CONSTRAINT "PublishedArticle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedArticleTag" (
    "articleId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "PublishedArticleTag_pkey" PRIMARY KEY ("tag","articleId")
);

-- CreateTable
CREATE TABLE "PublishedArticleSource" (
    "articleId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "PublishedArticleSource_pkey" PRIMARY KEY ("sourceId","articleId")
);

-- CreateTable
CREATE TABLE "PublishedArticleFigure" (
    "articleId" TEXT NOT NULL,
    "figureId" TEXT NOT NULL,

    CONSTRAINT "PublishedArticleFigure_pkey" PRIMARY KEY ("figureId","articleId")
);

-- CreateTable
CREATE TABLE "PublishedTurn" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchText" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "etag" TEXT NOT NULL,

    CONSTRAINT "PublishedTurn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedQuote" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "organisation" TEXT,
    "anonymous" BOOLEAN NOT NULL,
    "section" TEXT NOT NULL,
    "saidFrom" INTEGER,
    "saidTo" INTEGER,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchText" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "etag" TEXT NOT NULL,

    CONSTRAINT "PublishedQuote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedClaim" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "figureId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "comparator" TEXT NOT NULL,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "unit" TEXT NOT NULL,
    "place" TEXT,
    "asOfFrom" INTEGER NOT NULL,
    "asOfTo" INTEGER NOT NULL,
    "standing" TEXT NOT NULL,
    "supersedesId" TEXT,
    "section" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchText" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "etag" TEXT NOT NULL,

    CONSTRAINT "PublishedClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedClaimSource" (
    "claimId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "PublishedClaimSource_pkey" PRIMARY KEY ("sourceId","claimId")
);

-- CreateTable
CREATE TABLE "PublishedSource" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "turns" INTEGER NOT NULL,
    "quotes" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "PublishedSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedFigure" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "claims" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "PublishedFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tombstone" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "slug" TEXT,
    "document" TEXT NOT NULL,
    "retractedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tombstone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "articleId" TEXT,
    "slug" TEXT,
    "edition" INTEGER,
    "tags" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT NOT NULL,
    "description" TEXT,
    "secret" TEXT NOT NULL,
    "previousSecret" TEXT,
    "previousUntil" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "disabledReason" TEXT,
    "cursor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "giveUpAt" TIMESTAMPTZ(3) NOT NULL,
    "claim" TEXT,
    "lastAttemptAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "before" INTEGER,
    "after" INTEGER,
    "details" TEXT NOT NULL,
    "requestId" TEXT,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "status" INTEGER,
    "headers" TEXT,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Preview" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Preview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedItem" (
    "key" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportedItem_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "leaseOwner" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Asset" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "caption" TEXT,
    "credit" TEXT,
    "licence" TEXT,
    "focalX" DOUBLE PRECISION,
    "focalY" DOUBLE PRECISION,
    "renditions" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "Asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssetUse" (
    "assetId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,

    CONSTRAINT "AssetUse_pkey" PRIMARY KEY ("assetId","articleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_scheduledSlug_key" ON "Article"("scheduledSlug");

-- CreateIndex
CREATE INDEX "Article_state_updatedAt_id_idx" ON "Article"("state", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Article_updatedAt_id_idx" ON "Article"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Article_publishAt_idx" ON "Article"("publishAt");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE INDEX "Edition_kind_publishedAt_id_idx" ON "Edition"("kind", "publishedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_articleId_number_key" ON "Edition"("articleId", "number");

-- CreateIndex
CREATE INDEX "PartEdition_articleId_edition_idx" ON "PartEdition"("articleId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "SourceName_folded_idx" ON "SourceName"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_slug_key" ON "Figure"("slug");

-- CreateIndex
CREATE INDEX "Figure_mergedIntoId_idx" ON "Figure"("mergedIntoId");

-- CreateIndex
CREATE UNIQUE INDEX "Section_slug_key" ON "Section"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE INDEX "FormerSlug_targetId_idx" ON "FormerSlug"("targetId");

-- CreateIndex
CREATE INDEX "ArticleReference_kind_targetId_idx" ON "ArticleReference"("kind", "targetId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedArticle_slug_key" ON "PublishedArticle"("slug");

-- CreateIndex
CREATE INDEX "PublishedArticle_publishedAt_id_idx" ON "PublishedArticle"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedArticle_updatedAt_id_idx" ON "PublishedArticle"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedArticle_firstPublishedAt_id_idx" ON "PublishedArticle"("firstPublishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedArticle_section_publishedAt_id_idx" ON "PublishedArticle"("section", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedArticleTag_articleId_idx" ON "PublishedArticleTag"("articleId");

-- CreateIndex
CREATE INDEX "PublishedArticleSource_articleId_idx" ON "PublishedArticleSource"("articleId");

-- CreateIndex
CREATE INDEX "PublishedArticleFigure_articleId_idx" ON "PublishedArticleFigure"("articleId");

-- CreateIndex
CREATE INDEX "PublishedTurn_articleId_position_idx" ON "PublishedTurn"("articleId", "position");

-- CreateIndex
CREATE INDEX "PublishedTurn_publishedAt_id_idx" ON "PublishedTurn"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedTurn_speakerId_publishedAt_id_idx" ON "PublishedTurn"("speakerId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedQuote_articleId_position_idx" ON "PublishedQuote"("articleId", "position");

-- CreateIndex
CREATE INDEX "PublishedQuote_publishedAt_id_idx" ON "PublishedQuote"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedQuote_speakerId_publishedAt_id_idx" ON "PublishedQuote"("speakerId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedQuote_organisation_publishedAt_id_idx" ON "PublishedQuote"("organisation", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_articleId_position_idx" ON "PublishedClaim"("articleId", "position");

-- CreateIndex
CREATE INDEX "PublishedClaim_publishedAt_id_idx" ON "PublishedClaim"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_asOfFrom_id_idx" ON "PublishedClaim"("asOfFrom", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_figureId_asOfFrom_id_idx" ON "PublishedClaim"("figureId", "asOfFrom", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_figureId_publishedAt_id_idx" ON "PublishedClaim"("figureId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_sourceId_publishedAt_id_idx" ON "PublishedClaim"("sourceId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "PublishedClaim_supersedesId_idx" ON "PublishedClaim"("supersedesId");

-- CreateIndex
CREATE INDEX "PublishedClaimSource_claimId_idx" ON "PublishedClaimSource"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedSource_slug_key" ON "PublishedSource"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedFigure_slug_key" ON "PublishedFigure"("slug");

-- CreateIndex
CREATE INDEX "Tombstone_articleId_idx" ON "Tombstone"("articleId");

-- CreateIndex
CREATE INDEX "Tombstone_slug_idx" ON "Tombstone"("slug");

-- CreateIndex
CREATE INDEX "Change_targetId_idx" ON "Change"("targetId");

-- CreateIndex
CREATE INDEX "Delivery_subscriptionId_state_nextAttemptAt_idx" ON "Delivery"("subscriptionId", "state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Delivery_state_createdAt_idx" ON "Delivery"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Delivery_claim_idx" ON "Delivery"("claim");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_subscriptionId_seq_key" ON "Delivery"("subscriptionId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Token_hash_key" ON "Token"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_targetId_seq_idx" ON "AuditEntry"("targetId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_seq_idx" ON "AuditEntry"("actor", "seq");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Preview_hash_key" ON "Preview"("hash");

-- CreateIndex
CREATE INDEX "Preview_articleId_idx" ON "Preview"("articleId");

-- CreateIndex
CREATE INDEX "ImportJob_hash_idx" ON "ImportJob"("hash");

-- CreateIndex
CREATE INDEX "ImportedItem_articleId_idx" ON "ImportedItem"("articleId");

-- CreateIndex
CREATE INDEX "Job_state_id_idx" ON "Job"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Asset_hash_key" ON "Asset"("hash");

-- CreateIndex
CREATE INDEX "AssetUse_articleId_idx" ON "AssetUse"("articleId");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceName" ADD CONSTRAINT "SourceName_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedArticleTag" ADD CONSTRAINT "PublishedArticleTag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublishedArticle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedArticleSource" ADD CONSTRAINT "PublishedArticleSource_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublishedArticle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedArticleFigure" ADD CONSTRAINT "PublishedArticleFigure_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublishedArticle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedClaimSource" ADD CONSTRAINT "PublishedClaimSource_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "PublishedClaim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;
