-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('IMAGE', 'VIDEO', 'AUDIO', 'FILE');

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "attachmentCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "kind" "AttachmentKind" NOT NULL DEFAULT 'FILE',
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT,
    "pieces" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),
    "messageId" TEXT,
    "position" INTEGER,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Attachment_messageId_position_idx" ON "Attachment"("messageId", "position");

-- CreateIndex
CREATE INDEX "Attachment_ownerId_size_idx" ON "Attachment"("ownerId", "size");

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: stores one send that carries attachments, through the same door and in the same order as every other. What
-- cannot be attached any more takes the whole send back: sqlstate PA001 is this function's own.
--
-- Attachments are locked behind the thread, in the order of their ids, so that of two sends with the same one the second
-- finds it attached.
CREATE FUNCTION "send_with_attachments"(
  id text, thread_id text, author_id text, body text, reply_id text, digest bytea, key text, key_digest bytea,
  attachment_ids text[]
) RETURNS TABLE ("ordinal" int, "outcome" text, "messageId" text, "seq" int, "createdAt" timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  sent record;
  attached int;
BEGIN
  SELECT * INTO sent FROM send_messages(
    ARRAY[id], ARRAY[thread_id], ARRAY[author_id], ARRAY[body], ARRAY[reply_id], ARRAY[digest], ARRAY[key],
    ARRAY[key_digest]);
  IF sent.outcome = 'stored' THEN
    PERFORM FROM "Attachment" a WHERE a.id = ANY (attachment_ids) ORDER BY a.id FOR UPDATE;
    UPDATE "Attachment" a SET "messageId" = sent."messageId", position = wanted.place
    FROM unnest(attachment_ids) WITH ORDINALITY AS wanted (attachment, place)
    WHERE a.id = wanted.attachment AND a."ownerId" = author_id AND a."completedAt" IS NOT NULL AND a.position IS NULL;
    GET DIAGNOSTICS attached = ROW_COUNT;
    IF attached < cardinality(attachment_ids) THEN
      RAISE EXCEPTION 'Not all of these can be attached.' USING ERRCODE = 'PA001';
    END IF;
    UPDATE "Message" m SET "attachmentCount" = attached WHERE m.id = sent."messageId";
  END IF;
  RETURN QUERY SELECT sent.ordinal, sent.outcome, sent."messageId", sent.seq, sent."createdAt";
EXCEPTION WHEN SQLSTATE 'PA001' THEN
  RETURN QUERY SELECT 1, 'no attachment'::text, id, NULL::int, NULL::timestamptz;
END $$;
