-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EventKind" ADD VALUE 'MESSAGE_SAVED';
ALTER TYPE "EventKind" ADD VALUE 'MESSAGE_UNSAVED';
ALTER TYPE "EventKind" ADD VALUE 'MESSAGE_PINNED';
ALTER TYPE "EventKind" ADD VALUE 'MESSAGE_UNPINNED';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "forwardedFromId" TEXT,
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedById" TEXT;

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "bytesId" TEXT;

-- CreateTable
CREATE TABLE "SavedMessage" (
    "id" BIGSERIAL NOT NULL,
    "userId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedMessage_userId_id_idx" ON "SavedMessage"("userId", "id");

-- CreateIndex
CREATE INDEX "SavedMessage_threadId_userId_idx" ON "SavedMessage"("threadId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedMessage_messageId_userId_key" ON "SavedMessage"("messageId", "userId");

-- CreateIndex
CREATE INDEX "Attachment_bytesId_idx" ON "Attachment"("bytesId");

-- AddForeignKey
ALTER TABLE "SavedMessage" ADD CONSTRAINT "SavedMessage_threadId_userId_fkey" FOREIGN KEY ("threadId", "userId") REFERENCES "Participant"("threadId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedMessage" ADD CONSTRAINT "SavedMessage_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: of a thread's messages few are pinned, and of those that somebody has pinned the export tells.
CREATE INDEX "Message_pinned_idx" ON "Message" ("threadId", "pinnedAt", "id") WHERE "pinnedAt" IS NOT NULL;
CREATE INDEX "Message_pinnedBy_idx" ON "Message" ("pinnedById", "id") WHERE "pinnedById" IS NOT NULL;
