-- What nothing reads: the notice of a retraction names what replaces the article.
BEGIN;
ALTER TABLE "Edition" DROP COLUMN "replacedBy";
COMMIT;
