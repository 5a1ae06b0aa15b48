-- AlterEnum
ALTER TYPE "EventKind" ADD VALUE 'PREFERENCES_CHANGED';

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "archivedSeq" INTEGER,
ADD COLUMN     "favourite" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "markedReadSeq" INTEGER,
ADD COLUMN     "markedUnreadSeq" INTEGER,
ADD COLUMN     "mutedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false;
