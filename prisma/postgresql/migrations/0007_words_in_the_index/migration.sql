-- AlterTable
ALTER TABLE "PublishedArticle" DROP COLUMN "searchText";

-- AlterTable
ALTER TABLE "PublishedClaim" DROP COLUMN "searchText";

-- AlterTable
ALTER TABLE "PublishedQuote" DROP COLUMN "searchText";
