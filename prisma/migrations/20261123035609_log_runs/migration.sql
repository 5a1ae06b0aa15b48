-- CreateTable
CREATE TABLE "LogRun" (
    "id" BIGSERIAL NOT NULL,
    "epochId" TEXT NOT NULL,
    "server" TEXT NOT NULL,
    "first" BIGINT NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "LogRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LogRun_epochId_server_key" ON "LogRun"("epochId", "server");

-- AddForeignKey
ALTER TABLE "LogRun" ADD CONSTRAINT "LogRun_epochId_fkey" FOREIGN KEY ("epochId") REFERENCES "LogEpoch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Cursors that are out there go on being good.
INSERT INTO "LogRun" ("epochId", "server", "first", "key") SELECT "id", '', 0, "key" FROM "LogEpoch";

-- AlterTable
ALTER TABLE "LogEpoch" DROP COLUMN "key";
