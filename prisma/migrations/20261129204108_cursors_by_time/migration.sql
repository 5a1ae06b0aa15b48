-- DropIndex
DROP INDEX "Reaction_messageId_emoji_id_idx";

-- DropIndex
DROP INDEX "MessageEdit_messageId_id_idx";

-- AlterTable
ALTER TABLE "Reaction" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "SavedMessage" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- CreateIndex
CREATE INDEX "Reaction_messageId_emoji_createdAt_userId_idx" ON "Reaction"("messageId", "emoji", "createdAt", "userId");

-- CreateIndex
CREATE INDEX "SavedMessage_userId_createdAt_messageId_idx" ON "SavedMessage"("userId", "createdAt", "messageId");

-- CreateIndex
CREATE INDEX "MessageEdit_messageId_editedAt_idx" ON "MessageEdit"("messageId", "editedAt");
