-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "mentionCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mentionsAll" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Mention" (
    "messageId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "everybody" BOOLEAN NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("messageId","userId")
);

-- CreateIndex
CREATE INDEX "Mention_userId_threadId_seq_idx" ON "Mention"("userId", "threadId", "seq");

-- CreateIndex
CREATE INDEX "Mention_userId_createdAt_messageId_idx" ON "Mention"("userId", "createdAt", "messageId");

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: whom a message mentions by name is looked for beside everybody whom it calls by @all.
CREATE INDEX "Mention_named_idx" ON "Mention" ("messageId") WHERE NOT everybody;

-- By hand: writes down whom messages mention, by those who are in their threads now and what their authors may do. Names
-- are handles in lower case, or `all`. Nobody is mentioned by what they wrote themselves.
CREATE FUNCTION "note_mentions"(message_ids text[], names text[]) RETURNS void LANGUAGE sql AS $$
  WITH wanted AS (
    SELECT DISTINCT m.id, m."threadId" AS thread, m."authorId" AS author, m.seq, m."createdAt" AS at, w.name
    FROM unnest(message_ids, names) AS w (message, name) JOIN "Message" m ON m.id = w.message
  ), named AS (
    SELECT w.id, w.thread, w.seq, w.at, u.id AS person FROM wanted w
    JOIN "User" u ON u.handle = w.name
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = u.id AND p."visibleFromSeq" <= w.seq
    WHERE w.name <> 'all' AND u.id <> w.author
  ), called AS (
    SELECT w.* FROM wanted w
    JOIN "Thread" t ON t.id = w.thread AND t.kind = 'GROUP'
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = w.author AND p.role IN ('OWNER', 'ADMIN')
    WHERE w.name = 'all'
  ), noted AS (
    INSERT INTO "Mention" ("messageId", "userId", "threadId", seq, "createdAt", everybody)
    SELECT id, person, thread, seq, at, false FROM named
    UNION ALL
    SELECT c.id, p."userId", c.thread, c.seq, c.at, true FROM called c
    JOIN "Participant" p ON p."threadId" = c.thread AND p."visibleFromSeq" <= c.seq
    WHERE p."userId" <> c.author AND NOT EXISTS (SELECT FROM named n WHERE n.id = c.id AND n.person = p."userId")
  )
  UPDATE "Message" m SET "mentionCount" = (SELECT count(*) FROM named n WHERE n.id = m.id),
    "mentionsAll" = EXISTS (SELECT FROM called c WHERE c.id = m.id)
  WHERE m.id IN (SELECT id FROM wanted)
$$;

-- By hand: stores sends of which some mention somebody, in the same round trip and transaction as every other: what was
-- mentioned is there as soon as the message is. What was sent before is not mentioned again.
CREATE FUNCTION "send_mentioning"(
  ids text[], thread_ids text[], author_ids text[], bodies text[], reply_ids text[], digests bytea[],
  keys text[], key_digests bytea[], attachment_ids text[], mention_ids text[], mention_names text[]
) RETURNS TABLE ("ordinal" int, "outcome" text, "messageId" text, "seq" int, "createdAt" timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  sent record;
  stored text[] := '{}';
BEGIN
  IF cardinality(attachment_ids) > 0 THEN
    SELECT * INTO sent FROM send_with_attachments(
      ids[1], thread_ids[1], author_ids[1], bodies[1], reply_ids[1], digests[1], keys[1], key_digests[1], attachment_ids);
    IF sent.outcome = 'stored' THEN stored := ARRAY[sent."messageId"]; END IF;
    RETURN QUERY SELECT sent.ordinal, sent.outcome, sent."messageId", sent.seq, sent."createdAt";
  ELSE
    FOR sent IN SELECT * FROM send_messages(
      ids, thread_ids, author_ids, bodies, reply_ids, digests, keys, key_digests)
    LOOP
      IF sent.outcome = 'stored' THEN stored := stored || sent."messageId"; END IF;
      RETURN QUERY SELECT sent.ordinal, sent.outcome, sent."messageId", sent.seq, sent."createdAt";
    END LOOP;
  END IF;
  PERFORM note_mentions(array_agg(w.message), array_agg(w.name))
  FROM unnest(mention_ids, mention_names) AS w (message, name) WHERE w.message = ANY (stored);
END $$;
