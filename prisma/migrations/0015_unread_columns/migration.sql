-- What nothing reads any more. A key is kept with its answer, or not at all.
BEGIN;
ALTER TABLE "Article" DROP COLUMN "replacedById";
CREATE TABLE "new_IdempotencyKey" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_IdempotencyKey" ("key", "hash", "body", "createdAt")
SELECT "key", "hash", "body", "createdAt" FROM "IdempotencyKey" WHERE "body" IS NOT NULL;
DROP TABLE "IdempotencyKey";
ALTER TABLE "new_IdempotencyKey" RENAME TO "IdempotencyKey";
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");
COMMIT;
