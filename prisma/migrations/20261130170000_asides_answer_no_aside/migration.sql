-- By hand: as before, but that what stands only among replies is refused here where it answers what stands there itself. Looked up
-- beforehand, that would let what its author sends behind it come first.
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
  nested text[];
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

  -- Of what its author does not see nothing is told, nor where it stands.
  SELECT coalesce(array_agg(s.id), '{}') INTO nested
  FROM unnest(ids, thread_ids, author_ids, reply_ids) AS s (id, thread, author, reply)
  JOIN "Message" quoted ON quoted.id = s.reply AND quoted."threadId" = s.thread AND quoted."onlyInReplies"
  JOIN "Participant" own ON own."threadId" = s.thread AND own."userId" = s.author AND own."visibleFromSeq" <= quoted.seq
  WHERE cardinality(aside_ids) > 0 AND s.id = ANY (aside_ids);

  FOR sent IN SELECT * FROM send_mentioning(
    ids, thread_ids, author_ids, bodies, ARRAY(
      -- An id that nothing has, so that it is refused where nothing else is found first.
      SELECT CASE WHEN s.id = ANY (nested) THEN '' ELSE s.reply END
      FROM unnest(ids, reply_ids) WITH ORDINALITY AS s (id, reply, place) ORDER BY s.place
    ), digests, keys, key_digests, attachment_ids, mention_ids, mention_names)
  LOOP
    IF sent.outcome = 'stored' THEN stored := stored || sent."messageId"; END IF;
    RETURN QUERY SELECT sent.ordinal,
      CASE WHEN sent.outcome = 'no reply' AND sent."messageId" = ANY (nested) THEN 'reply among replies' ELSE sent.outcome END,
      sent."messageId", sent.seq, sent."createdAt";
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
    SELECT c.*, m."authorId" = c.person AS wrote, o.followed, coalesce(o.unread, false) AS unread, coalesce(o.named, false) AS named,
      (SELECT max(f.seq) FROM fresh f WHERE f.root = c.root AND f.author = c.person) AS own,
      (SELECT max(f.seq) FROM fresh f WHERE f.root = c.root AND f.aside AND f.author <> c.person) AS others,
      (SELECT max(f.seq) FROM fresh f JOIN "Mention" n ON n."messageId" = f.id AND n."userId" = c.person
        WHERE f.root = c.root AND f.aside) AS naming
    FROM concerned c JOIN "Message" m ON m.id = c.root
    JOIN "Participant" p ON p."threadId" = c.thread AND p."userId" = c.person AND p."visibleFromSeq" <= m.seq
    JOIN "User" u ON u.id = c.person AND u."deletedAt" IS NULL
    LEFT JOIN "RepliesFollow" o ON o."messageId" = c.root AND o."userId" = c.person
  ), are AS (
    SELECT w.*, w.own IS NOT NULL OR w.naming IS NOT NULL OR coalesce(w.followed, true) AS follows,
      coalesce(w.others > coalesce(w.own, 0), false) OR (w.own IS NULL AND w.unread) AS waits,
      coalesce(w.naming > coalesce(w.own, 0), false) OR (w.own IS NULL AND w.named) AS names
    FROM were w
  ), changed AS (
    INSERT INTO "RepliesFollow" AS o ("messageId", "threadId", "userId", followed, unread, named)
    SELECT a.root, a.thread, a.person, a.follows, a.follows AND a.waits, a.names FROM are a
    WHERE (a.follows, a.follows AND a.waits, a.names)
      IS DISTINCT FROM (coalesce(a.followed, a.wrote, false), a.unread, a.named)
    ON CONFLICT ("messageId", "userId") DO UPDATE
      SET followed = excluded.followed, unread = excluded.unread, named = excluded.named
    RETURNING o."messageId", o."threadId", o."userId"
  )
  INSERT INTO "Event" (kind, "threadId", "messageId", "userId", "actorId")
  SELECT 'REPLIES_FOLLOW_CHANGED', c."threadId", c."messageId", c."userId", c."userId" FROM changed c
  ORDER BY c."messageId", c."userId";
END $$;
