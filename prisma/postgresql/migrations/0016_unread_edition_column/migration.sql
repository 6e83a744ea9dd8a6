-- What nothing reads: the notice of a retraction names what replaces the article.
ALTER TABLE "Edition" DROP COLUMN "replacedBy";
