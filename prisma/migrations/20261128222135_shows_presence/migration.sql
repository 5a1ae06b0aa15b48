-- AlterTable
ALTER TABLE "User" ADD COLUMN     "showsPresence" BOOLEAN NOT NULL DEFAULT true;
