-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "editWindowSeconds" INTEGER;
