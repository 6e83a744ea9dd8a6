-- What nothing reads any more. A key is kept with its answer, or not at all.
ALTER TABLE "Article" DROP COLUMN "replacedById";
DELETE FROM "IdempotencyKey" WHERE "body" IS NULL;
ALTER TABLE "IdempotencyKey" DROP COLUMN "status", DROP COLUMN "headers", ALTER COLUMN "body" SET NOT NULL;
