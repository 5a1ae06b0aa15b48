-- CreateEnum
CREATE TYPE "WhoMay" AS ENUM ('EVERYBODY', 'ADMINS');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "EventKind" ADD VALUE 'GROUP_SETTINGS_CHANGED';
ALTER TYPE "EventKind" ADD VALUE 'GROUP_ARCHIVED';
ALTER TYPE "EventKind" ADD VALUE 'GROUP_UNARCHIVED';
ALTER TYPE "EventKind" ADD VALUE 'BANS_CHANGED';

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "groupArchivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "hiddenUpToSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "historyVisible" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "topic" TEXT,
ADD COLUMN     "whoMayAdd" "WhoMay" NOT NULL DEFAULT 'ADMINS',
ADD COLUMN     "whoMayPost" "WhoMay" NOT NULL DEFAULT 'EVERYBODY';

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "visibleFromSeq" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Ban" (
    "id" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "bannedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ban_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ban_threadId_id_idx" ON "Ban"("threadId", "id");

-- CreateIndex
CREATE INDEX "Ban_userId_id_idx" ON "Ban"("userId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Ban_threadId_userId_key" ON "Ban"("threadId", "userId");

-- CreateIndex
CREATE INDEX "Thread_deletedAt_idx" ON "Thread"("deletedAt");

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ban" ADD CONSTRAINT "Ban_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: who may not write where everybody reads is told so, and nobody answers what they cannot see. What was sent once
-- is still a repeat. The rest is as it was.
CREATE OR REPLACE FUNCTION "send_messages"(
  ids text[], thread_ids text[], author_ids text[], bodies text[], reply_ids text[], digests bytea[],
  keys text[], key_digests bytea[]
) RETURNS TABLE ("ordinal" int, "outcome" text, "messageId" text, "seq" int, "createdAt" timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (
    SELECT rank, name FROM (
      SELECT 0 AS rank, 'key:' || author || ':' || key AS name FROM unnest(author_ids, keys) AS k (author, key)
        WHERE key IS NOT NULL
      UNION SELECT 1, unnest(thread_ids)
      UNION SELECT 1, unnest(ids)
    ) AS wanted ORDER BY rank, name COLLATE "C"
  ) AS ordered;

  RETURN QUERY
  WITH sends AS (
    SELECT * FROM unnest(ids, thread_ids, author_ids, bodies, reply_ids, digests, keys, key_digests)
      WITH ORDINALITY AS s (id, thread, author, body, reply, digest, key, key_digest, ordinal)
  ), judged AS (
    SELECT s.*, first.result ->> 'messageId' AS first_id,
      CASE
        WHEN first.key IS NOT NULL AND first.digest = s.key_digest THEN 'repeated'
        WHEN first.key IS NOT NULL THEN 'key taken'
        WHEN own.id IS NULL THEN 'no thread'
        WHEN there.id IS NOT NULL AND there."authorId" = s.author AND there.digest = s.digest THEN 'repeated'
        WHEN there.id IS NOT NULL THEN 'id taken'
        WHEN t."groupArchivedAt" IS NOT NULL THEN 'archived'
        WHEN t."whoMayPost" = 'ADMINS' AND own.role = 'MEMBER' THEN 'admins post'
        WHEN s.reply IS NOT NULL AND quoted.id IS NULL THEN 'no reply'
        ELSE 'stored'
      END AS outcome
    FROM sends s
    LEFT JOIN "Participant" own ON own."threadId" = s.thread AND own."userId" = s.author
    LEFT JOIN "Message" there ON there.id = s.id
    LEFT JOIN "Thread" t ON t.id = s.thread
    LEFT JOIN "Message" quoted
      ON quoted.id = s.reply AND quoted."threadId" = s.thread AND quoted.seq >= own."visibleFromSeq"
    LEFT JOIN "MutationResult" first ON first."accountId" = s.author AND first.key = s.key
  ), fresh AS MATERIALIZED (
    SELECT j.*, (t."lastSeq" + row_number() OVER (PARTITION BY j.thread ORDER BY j.ordinal))::int AS seq, now.at
    FROM judged j JOIN "Thread" t ON t.id = j.thread, (SELECT clock_timestamp()::timestamptz(3) AS at) AS now
    WHERE j.outcome = 'stored'
  ), messages AS (
    INSERT INTO "Message" (id, "threadId", seq, "authorId", body, "replyToId", digest, "createdAt")
    SELECT id, thread, seq, author, body, reply, digest, at FROM fresh
  ), threads AS (
    UPDATE "Thread" t SET "lastSeq" = last.seq, "lastMessageId" = last.id, "lastActivityAt" = last.at
    FROM (SELECT DISTINCT ON (thread) thread, seq, id, at FROM fresh ORDER BY thread, seq DESC) AS last
    WHERE t.id = last.thread
  ), receipts AS (
    UPDATE "Participant" p SET "lastReadSeq" = last.seq, "lastDeliveredSeq" = last.seq, "shownReadSeq" = last.seq,
      "readAt" = last.at, "deliveredAt" = last.at
    FROM (SELECT thread, author, max(seq) AS seq, max(at) AS at FROM fresh GROUP BY thread, author) AS last
    WHERE p."threadId" = last.thread AND p."userId" = last.author
  ), log AS (
    INSERT INTO "Event" (kind, "threadId", "messageId", "actorId")
    SELECT 'MESSAGE_ADDED', thread, id, author FROM fresh ORDER BY ordinal
  ), results AS (
    INSERT INTO "MutationResult" ("accountId", key, mutation, digest, result)
    SELECT author, key, 'sendMessage', key_digest, jsonb_build_object('messageId', id) FROM judged
    WHERE key IS NOT NULL AND first_id IS NULL AND outcome IN ('stored', 'repeated')
  )
  SELECT j.ordinal::int, j.outcome, coalesce(j.first_id, j.id), f.seq, f.at
  FROM judged j LEFT JOIN fresh f ON f.ordinal = j.ordinal;
END $$;
