-- Words are looked up in the search index; only turns are told from who speaks them by their text.
ALTER TABLE "PublishedArticle" DROP COLUMN "searchText";
ALTER TABLE "PublishedClaim" DROP COLUMN "searchText";
ALTER TABLE "PublishedQuote" DROP COLUMN "searchText";
