-- CreateEnum
CREATE TYPE "UploadPurpose" AS ENUM ('MESSAGE', 'PICTURE');

-- AlterTable
ALTER TABLE "User" DROP COLUMN "avatarUrl",
ADD COLUMN     "pictureId" TEXT;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "pictureId" TEXT;

-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN     "pictureOf" TEXT,
ADD COLUMN     "purpose" "UploadPurpose" NOT NULL DEFAULT 'MESSAGE';

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_pictureOf_key" ON "Attachment"("pictureOf");
