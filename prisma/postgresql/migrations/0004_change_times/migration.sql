-- DropIndex
DROP INDEX "Change_targetId_idx";

-- CreateIndex
CREATE INDEX "Change_targetId_seq_at_idx" ON "Change"("targetId", "seq", "at");
