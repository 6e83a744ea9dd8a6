-- Full text search. Prisma does not model these tables (see EXTERNAL_TABLES).
-- The words are cut, folded and marked by src/search/tokens.ts, so that SQLite and
-- PostgreSQL find the same; the tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE "SearchIndex" USING fts5("tokens", content='', contentless_delete=1, tokenize="ascii tokenchars '.:-'");

-- Which rows of the index belong to which article: the article itself is the last one,
-- its quotes, claims and turns come before it.
CREATE TABLE "SearchArticle" (
    "last" INTEGER NOT NULL PRIMARY KEY,
    "first" INTEGER NOT NULL,
    "articleId" TEXT NOT NULL,
    "quotes" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "SearchArticle_articleId_key" ON "SearchArticle"("articleId");

-- Every word that was ever indexed, for suggestions.
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;
