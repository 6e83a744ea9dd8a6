-- As 0008_language_case, of tags with a script (zh-hant, zh-hans-cn).
UPDATE "Article" SET "language" = substr("language", 1, 3) || upper(substr("language", 4, 1))
    || lower(substr("language", 5, 3)) || upper(substr("language", 8))
  WHERE "language" LIKE '__-____' OR "language" LIKE '__-____-__';
UPDATE "Article" SET "language" = substr("language", 1, 4) || upper(substr("language", 5, 1))
    || lower(substr("language", 6, 3)) || upper(substr("language", 9))
  WHERE "language" LIKE '___-____' OR "language" LIKE '___-____-__';
UPDATE "PublishedArticle" SET "language" = substr("language", 1, 3) || upper(substr("language", 4, 1))
    || lower(substr("language", 5, 3)) || upper(substr("language", 8))
  WHERE "language" LIKE '__-____' OR "language" LIKE '__-____-__';
UPDATE "PublishedArticle" SET "language" = substr("language", 1, 4) || upper(substr("language", 5, 1))
    || lower(substr("language", 6, 3)) || upper(substr("language", 9))
  WHERE "language" LIKE '___-____' OR "language" LIKE '___-____-__';
