-- AlterTable
ALTER TABLE "Mention" ADD COLUMN     "anonymous" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "KeptHandle" (
    "id" BIGSERIAL NOT NULL,
    "messageId" TEXT NOT NULL,
    "editId" BIGINT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "KeptHandle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KeptHandle_messageId_idx" ON "KeptHandle"("messageId");

-- CreateIndex
CREATE INDEX "KeptHandle_editId_idx" ON "KeptHandle"("editId");

-- CreateIndex
CREATE INDEX "KeptHandle_userId_idx" ON "KeptHandle"("userId");

-- CreateIndex
CREATE INDEX "Invite_createdById_id_idx" ON "Invite"("createdById", "id");

-- CreateIndex
CREATE INDEX "Ban_bannedById_id_idx" ON "Ban"("bannedById", "id");

-- AddForeignKey
ALTER TABLE "KeptHandle" ADD CONSTRAINT "KeptHandle_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptHandle" ADD CONSTRAINT "KeptHandle_editId_fkey" FOREIGN KEY ("editId") REFERENCES "MessageEdit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: an earlier version may name whom its message mentions by now.
INSERT INTO "KeptHandle" ("messageId", "editId", "userId")
SELECT e."messageId", e.id, n."userId" FROM "MessageEdit" e
JOIN "Mention" n ON n."messageId" = e."messageId"
JOIN "User" u ON u.id = n."userId" AND u."deletedAt" IS NULL;

-- By hand: as before, but that who deletes their account waits for who mentions them, and finds the mention, also where their handle has
-- been taken out of the message and an edit names them again.
CREATE OR REPLACE FUNCTION "note_mentions"(message_ids text[], names text[]) RETURNS void LANGUAGE sql AS $$
  WITH wanted AS (
    SELECT DISTINCT m.id, m."threadId" AS thread, m."authorId" AS author, m.seq, m."createdAt" AS at, w.name
    FROM unnest(message_ids, names) AS w (message, name) JOIN "Message" m ON m.id = w.message
  ), named AS (
    SELECT w.id, w.thread, w.seq, w.at, u.id AS person FROM wanted w
    JOIN "User" u ON u.handle = w.name
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = u.id AND p."visibleFromSeq" <= w.seq
    WHERE w.name <> 'all' AND u.id <> w.author
    FOR KEY SHARE OF u
  ), called AS (
    SELECT w.id FROM wanted w
    JOIN "Thread" t ON t.id = w.thread AND t.kind = 'GROUP'
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = w.author
      AND (p.role IN ('OWNER', 'ADMIN') OR t."whoMayCallAll" = 'EVERYBODY')
    WHERE w.name = 'all'
  ), dropped AS (
    DELETE FROM "Mention" n WHERE n."messageId" = ANY (message_ids)
      AND NOT EXISTS (SELECT FROM named d WHERE d.id = n."messageId" AND d.person = n."userId")
  ), noted AS (
    INSERT INTO "Mention" ("messageId", "userId", "threadId", seq, "createdAt")
    SELECT id, person, thread, seq, at FROM named ON CONFLICT DO NOTHING
  ), again AS (
    UPDATE "Mention" n SET anonymous = false FROM named d
    WHERE n."messageId" = d.id AND n."userId" = d.person AND n.anonymous
  )
  UPDATE "Message" m SET "mentionCount" = found.names, "mentionsAll" = found.everybody
  FROM (
    SELECT w.id, (SELECT count(*) FROM named n WHERE n.id = w.id) AS names, EXISTS (SELECT FROM called c WHERE c.id = w.id) AS everybody
    FROM (SELECT DISTINCT id FROM wanted) AS w
  ) AS found
  WHERE m.id = found.id AND (m."mentionCount", m."mentionsAll") IS DISTINCT FROM (found.names, found.everybody)
$$;
