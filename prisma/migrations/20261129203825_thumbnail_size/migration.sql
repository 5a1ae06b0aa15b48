-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "thumbnailSize" INTEGER NOT NULL DEFAULT 0;
