-- By hand: as before, but that nothing is stored any more of an account that has been deleted.
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
  -- Who deletes their account, or changes it, waits until this is done, or this waits for them and sees what they did.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('account:' || author, 0)) FROM (
    SELECT DISTINCT unnest(author_ids)
  ) AS authors (author);

  RETURN QUERY
  WITH sends AS (
    SELECT * FROM unnest(ids, thread_ids, author_ids, bodies, reply_ids, digests, keys, key_digests)
      WITH ORDINALITY AS s (id, thread, author, body, reply, digest, key, key_digest, ordinal)
  ), judged AS (
    SELECT s.*, first.result ->> 'messageId' AS first_id,
      CASE
        WHEN first.key IS NOT NULL AND first.digest = s.key_digest THEN 'repeated'
        WHEN first.key IS NOT NULL THEN 'key taken'
        WHEN own.id IS NULL OR who."deletedAt" IS NOT NULL THEN 'no thread'
        WHEN there.id IS NOT NULL AND there."authorId" = s.author AND there.digest = s.digest THEN 'repeated'
        WHEN there.id IS NOT NULL THEN 'id taken'
        WHEN t."groupArchivedAt" IS NOT NULL THEN 'archived'
        WHEN t."whoMayPost" = 'ADMINS' AND own.role = 'MEMBER' THEN 'admins post'
        WHEN s.reply IS NOT NULL AND NOT coalesce(quoted."threadId" = s.thread AND quoted.seq >= own."visibleFromSeq", false)
          THEN 'no reply'
        ELSE 'stored'
      END AS outcome
    FROM sends s
    LEFT JOIN "Participant" own ON own."threadId" = s.thread AND own."userId" = s.author
    LEFT JOIN "User" who ON who.id = s.author
    LEFT JOIN "Message" there ON there.id = s.id
    LEFT JOIN "Thread" t ON t.id = s.thread
    LEFT JOIN "Message" quoted ON quoted.id = s.reply
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
    UPDATE "Participant" p SET "lastReadSeq" = last.seq, "shownReadSeq" = last.seq, "readAt" = last.at,
      "lastDeliveredSeq" = last.seq, "shownDeliveredSeq" = last.seq, "deliveredAt" = last.at
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
