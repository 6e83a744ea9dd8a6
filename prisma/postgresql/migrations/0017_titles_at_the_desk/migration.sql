-- What an article is found by in the desk's list. Only `onrecord rebuild` folds it whole: here
-- accents stay as they are.
ALTER TABLE "Article" ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';
UPDATE "Article" SET "searchText" = lower("headline") || ' ' || "slug";
