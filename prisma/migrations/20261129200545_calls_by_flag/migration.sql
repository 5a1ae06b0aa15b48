-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "joinedSeq" INTEGER NOT NULL DEFAULT 0;

-- By hand: whom @all calls follows from the message, and is no row for each of them any more. What is counted as unread, and what
-- is listed, is found in an index alone. Who came after an @all that there is by now, or does not see it, is not called by it:
-- one look for each of them, at the last before they came.
DELETE FROM "Mention" WHERE everybody;
CREATE INDEX "Message_calls_idx" ON "Message" ("threadId", seq) INCLUDE ("authorId", id)
  WHERE "mentionsAll" AND NOT "onlyInReplies";
CREATE INDEX "Message_calls_by_time_idx" ON "Message" ("threadId", "createdAt", id) INCLUDE (seq, "authorId")
  WHERE "mentionsAll";
UPDATE "Participant" p SET "joinedSeq" = past.seq FROM (
  SELECT o.id, greatest(o."visibleFromSeq" - 1, (
    SELECT m.seq FROM "Message" m
    WHERE m."threadId" = o."threadId" AND m."mentionsAll" AND m."createdAt" < o."joinedAt"
    ORDER BY m."createdAt" DESC, m.id DESC LIMIT 1
  )) AS seq FROM "Participant" o
) AS past WHERE p.id = past.id AND past.seq > 0;

-- AlterTable
ALTER TABLE "Mention" DROP COLUMN "everybody";

-- By hand: as before, but that @all is noted at the message alone, and that of a message which mentioned somebody before only
-- what differs is written. Of one that mentions nobody any more the name is empty.
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
    JOIN "Participant" p ON p."threadId" = w.thread AND p."userId" = w.author AND p.role IN ('OWNER', 'ADMIN')
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

-- By hand: as before, but that no mention is one of everybody.
CREATE OR REPLACE FUNCTION "send_replying"(
  ids text[], thread_ids text[], author_ids text[], bodies text[], reply_ids text[], digests bytea[],
  keys text[], key_digests bytea[], attachment_ids text[], mention_ids text[], mention_names text[], aside_ids text[]
) RETURNS TABLE ("ordinal" int, "outcome" text, "messageId" text, "seq" int, "createdAt" timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  sent record;
  stored text[] := '{}';
  threads text[];
  last_ids text[];
  last_ats timestamptz[];
BEGIN
  -- As send_messages does, which finds them held: what stands last is read under the threads' locks.
  PERFORM pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (
    SELECT rank, name FROM (
      SELECT 0 AS rank, 'key:' || author || ':' || key AS name FROM unnest(author_ids, keys) AS k (author, key)
        WHERE key IS NOT NULL
      UNION SELECT 1, unnest(thread_ids)
      UNION SELECT 1, unnest(ids)
    ) AS wanted ORDER BY rank, name COLLATE "C"
  ) AS ordered;

  SELECT array_agg(t.id), array_agg(t."lastMessageId"), array_agg(t."lastActivityAt") INTO threads, last_ids, last_ats
  FROM "Thread" t WHERE cardinality(aside_ids) > 0 AND t.id = ANY (thread_ids);

  FOR sent IN SELECT * FROM send_mentioning(
    ids, thread_ids, author_ids, bodies, reply_ids, digests, keys, key_digests, attachment_ids, mention_ids, mention_names)
  LOOP
    IF sent.outcome = 'stored' THEN stored := stored || sent."messageId"; END IF;
    RETURN QUERY SELECT sent.ordinal, sent.outcome, sent."messageId", sent.seq, sent."createdAt";
  END LOOP;

  IF cardinality(aside_ids) > 0 THEN
    UPDATE "Message" m SET "onlyInReplies" = true WHERE m.id = ANY (aside_ids) AND m.id = ANY (stored);
    -- What stands only among replies is not what the conversation shows last.
    UPDATE "Thread" t SET "lastMessageId" = coalesce(shown.id, before.message), "lastActivityAt" = coalesce(shown.at, before.at)
    FROM unnest(threads, last_ids, last_ats) AS before (thread, message, at)
    LEFT JOIN LATERAL (
      SELECT m.id, m."createdAt" AS at FROM "Message" m
      WHERE m.id = ANY (stored) AND m."threadId" = before.thread AND NOT m."onlyInReplies" ORDER BY m.seq DESC LIMIT 1
    ) AS shown ON true
    WHERE t.id = before.thread AND EXISTS (
      SELECT FROM "Message" m WHERE m.id = ANY (stored) AND m."threadId" = t.id AND m."onlyInReplies");
  END IF;

  UPDATE "Message" m SET "replyCount" = m."replyCount" + answered.count, "replierIds" = (
    SELECT (array_agg(author ORDER BY place))[1:3] FROM (
      SELECT author, min(place) AS place FROM unnest(answered.people || m."replierIds") WITH ORDINALITY AS each (author, place)
      GROUP BY author
    ) AS lately)
  FROM (
    SELECT r."replyToId" AS id, count(*)::int AS count, array_agg(r."authorId" ORDER BY r.seq DESC) AS people
    FROM "Message" r WHERE r.id = ANY (stored) AND r."replyToId" IS NOT NULL GROUP BY r."replyToId"
  ) AS answered WHERE m.id = answered.id;

  WITH fresh AS (
    SELECT r.id, r."replyToId" AS root, r."threadId" AS thread, r."authorId" AS author, r.seq, r."onlyInReplies" AS aside
    FROM "Message" r WHERE r.id = ANY (stored) AND r."replyToId" IS NOT NULL
  ), concerned AS (
    SELECT f.root, f.thread, f.author AS person FROM fresh f
    UNION SELECT f.root, f.thread, m."authorId" FROM fresh f JOIN "Message" m ON m.id = f.root WHERE f.aside
    UNION SELECT f.root, f.thread, n."userId" FROM fresh f JOIN "Mention" n ON n."messageId" = f.id WHERE f.aside
    UNION SELECT f.root, f.thread, o."userId" FROM fresh f JOIN "RepliesFollow" o ON o."messageId" = f.root
      WHERE f.aside AND o.followed AND NOT o.unread
  ), were AS (
    SELECT c.*, m."authorId" = c.person AS wrote, o.followed, coalesce(o.unread, false) AS unread,
      (SELECT max(f.seq) FROM fresh f WHERE f.root = c.root AND f.author = c.person) AS own,
      (SELECT max(f.seq) FROM fresh f WHERE f.root = c.root AND f.aside AND f.author <> c.person) AS others
    FROM concerned c JOIN "Message" m ON m.id = c.root
    JOIN "Participant" p ON p."threadId" = c.thread AND p."userId" = c.person AND p."visibleFromSeq" <= m.seq
    JOIN "User" u ON u.id = c.person AND u."deletedAt" IS NULL
    LEFT JOIN "RepliesFollow" o ON o."messageId" = c.root AND o."userId" = c.person
  ), are AS (
    SELECT w.*, w.own IS NOT NULL OR coalesce(w.followed, true) AS follows,
      coalesce(w.others > coalesce(w.own, 0), false) OR (w.own IS NULL AND w.unread) AS waits
    FROM were w
  ), changed AS (
    INSERT INTO "RepliesFollow" AS o ("messageId", "threadId", "userId", followed, unread)
    SELECT a.root, a.thread, a.person, a.follows, a.follows AND a.waits FROM are a
    WHERE (a.follows, a.follows AND a.waits) IS DISTINCT FROM (coalesce(a.followed, a.wrote, false), a.unread)
    ON CONFLICT ("messageId", "userId") DO UPDATE SET followed = excluded.followed, unread = excluded.unread
    RETURNING o."messageId", o."threadId", o."userId"
  )
  INSERT INTO "Event" (kind, "threadId", "messageId", "userId", "actorId")
  SELECT 'REPLIES_FOLLOW_CHANGED', c."threadId", c."messageId", c."userId", c."userId" FROM changed c
  ORDER BY c."messageId", c."userId";
END $$;
