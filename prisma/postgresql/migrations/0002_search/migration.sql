-- Full text search. Prisma does not model these tables (see EXTERNAL_TABLES).
-- The words are cut, folded and marked by src/search/tokens.ts, so that SQLite and
-- PostgreSQL find the same. Lexemes carry no positions, whose number PostgreSQL limits;
-- phrases are looked up in the tokens.
CREATE TABLE "SearchIndex" (
    "rowid" BIGINT NOT NULL PRIMARY KEY,
    "tokens" TEXT NOT NULL,
    "vector" TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array("tokens", ' '))) STORED
);
CREATE INDEX "SearchIndex_vector_idx" ON "SearchIndex" USING GIN ("vector");

-- Which rows of the index belong to which article: the article itself is the last one,
-- its quotes, claims and turns come before it.
CREATE TABLE "SearchArticle" (
    "last" BIGINT NOT NULL PRIMARY KEY,
    "first" BIGINT NOT NULL,
    "articleId" TEXT NOT NULL,
    "quotes" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "SearchArticle_articleId_key" ON "SearchArticle"("articleId");

-- Every word that was ever indexed, for suggestions.
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
