-- Lists find a language by its tag in the usual letters, whatever a feed wrote (en-us).
UPDATE "Article" SET "language" = substr("language", 1, 3) || upper(substr("language", 4))
  WHERE "language" LIKE '__-__' AND substr("language", 4) <> upper(substr("language", 4));
UPDATE "Article" SET "language" = substr("language", 1, 4) || upper(substr("language", 5))
  WHERE "language" LIKE '___-__' AND substr("language", 5) <> upper(substr("language", 5));
UPDATE "PublishedArticle" SET "language" = substr("language", 1, 3) || upper(substr("language", 4))
  WHERE "language" LIKE '__-__' AND substr("language", 4) <> upper(substr("language", 4));
UPDATE "PublishedArticle" SET "language" = substr("language", 1, 4) || upper(substr("language", 5))
  WHERE "language" LIKE '___-__' AND substr("language", 5) <> upper(substr("language", 5));
