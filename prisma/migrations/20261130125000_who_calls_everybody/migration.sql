-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "whoMayCallAll" "WhoMay" NOT NULL DEFAULT 'ADMINS';

-- By hand: as before, but that @all is also a member's where the group says so.
CREATE OR REPLACE FUNCTION "note_mentions"(message_ids text[], names text[]) RETURNS void LANGUAGE sql AS $$
  WITH wanted AS (
    SELECT DISTINCT m.id, m."threadId" AS thread, m."authorId" AS author, m.seq, m."createdAt" AS at, w.name
    FROM unnest(message_ids, names) AS w (message, name) JOIN "Message" m ON m.id = w.message
  ), named AS (
    SELECT w.id, w.thread, w.seq, w.at, u.id AS person FROM wanted w
    JOIN "User" u ON u.handle = w.name
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = u.id AND p."visibleFromSeq" <= w.seq
    WHERE w.name <> 'all' AND u.id <> w.author
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
  )
  UPDATE "Message" m SET "mentionCount" = found.names, "mentionsAll" = found.everybody
  FROM (
    SELECT w.id, (SELECT count(*) FROM named n WHERE n.id = w.id) AS names, EXISTS (SELECT FROM called c WHERE c.id = w.id) AS everybody
    FROM (SELECT DISTINCT id FROM wanted) AS w
  ) AS found
  WHERE m.id = found.id AND (m."mentionCount", m."mentionsAll") IS DISTINCT FROM (found.names, found.everybody)
$$;
