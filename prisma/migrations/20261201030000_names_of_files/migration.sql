-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "fileNames" TEXT NOT NULL DEFAULT '';

-- By hand: of what was sent before.
UPDATE "Message" m SET "fileNames" = files.names
FROM (
  SELECT a."messageId" AS id, string_agg(E'\x1F' || a.name, '' ORDER BY a.position) AS names
  FROM "Attachment" a WHERE a."messageId" IS NOT NULL GROUP BY a."messageId"
) AS files WHERE m.id = files.id;

-- By hand: the names of a message's files are searched with what it says.
DROP INDEX "Message_search_idx";

-- By hand: as before, but that blank space is one however wide it is. U+001F is none: it stands between names.
CREATE OR REPLACE FUNCTION "search_text"(body text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN octet_length(body) = char_length(body) THEN lower(CASE
    WHEN body ~ '[\n\r\t\f\v]|  ' THEN regexp_replace(body, '[ \n\r\t\f\v]+', ' ', 'g')
    ELSE body
  END)
  ELSE regexp_replace(
    lower(unaccent('unaccent'::regdictionary,
      regexp_replace(normalize(body, NFKC), '[ \n\r\t\f\v\u0085\u2028\u2029]+', ' ', 'g'))),
    '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\U00020000-\U0003FFFF])',
    '\1\1\1', 'g')
END;

CREATE INDEX "Message_search_idx" ON "Message" USING gin (search_text(body || "fileNames") gin_trgm_ops)
  WITH (fastupdate = on, gin_pending_list_limit = 65536);
ALTER INDEX "Message_search_idx" ALTER COLUMN 1 SET STATISTICS 1000;
ANALYZE "Message";

-- By hand: as before, but that the message knows the names of what it carries.
CREATE OR REPLACE FUNCTION "send_with_attachments"(
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
    UPDATE "Message" m SET "attachmentCount" = attached, "fileNames" = (
      SELECT string_agg(E'\x1F' || a.name, '' ORDER BY a.position) FROM "Attachment" a WHERE a."messageId" = m.id)
    WHERE m.id = sent."messageId";
  END IF;
  RETURN QUERY SELECT sent.ordinal, sent.outcome, sent."messageId", sent.seq, sent."createdAt";
EXCEPTION WHEN SQLSTATE 'PA001' THEN
  RETURN QUERY SELECT 1, 'no attachment'::text, id, NULL::int, NULL::timestamptz;
END $$;
