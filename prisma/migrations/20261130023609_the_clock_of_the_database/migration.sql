-- AlterTable
ALTER TABLE "User" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Session" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp(),
ALTER COLUMN "lastSeenAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Thread" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp(),
ALTER COLUMN "lastActivityAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Participant" ALTER COLUMN "joinedAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Message" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Attachment" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Invite" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Ban" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "Event" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "LogEpoch" ALTER COLUMN "startedAt" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "MutationResult" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();
