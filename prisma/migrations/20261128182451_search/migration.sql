-- CreateIndex
CREATE INDEX "Message_createdAt_id_idx" ON "Message"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Message_authorId_createdAt_id_idx" ON "Message"("authorId", "createdAt", "id");

-- By hand: what is searched. Both extensions are trusted: who owns the database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A text as it is compared: without accents, in small letters, on one line. In scripts that put no spaces between words
-- each character stands three times, so that trigrams find also a word of one or two characters.
-- The bodies are bound when they are created, whatever search_path says later: an index calls them, also while it is restored.
CREATE FUNCTION "search_text"(body text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN octet_length(body) = char_length(body) THEN lower(translate(body, E'\n\r\t', '   '))
  ELSE regexp_replace(
    lower(unaccent('unaccent'::regdictionary, translate(normalize(body, NFKC), E'\n\r\t', '   '))),
    '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\U00020000-\U0003FFFF])',
    '\1\1\1', 'g')
END;

-- What LIKE takes for "contains this", and what a regular expression takes for "a word begins with this".
CREATE FUNCTION "search_within"(term text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '%' || regexp_replace(search_text(term), '([\\%_])', '\\\1', 'g') || '%';
CREATE FUNCTION "search_start"(term text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '\m' || regexp_replace(search_text(term), '(\W)', '\\\1', 'g');

-- Whether a body holds all that is sought and nothing that is not, for where no index is asked. Patterns are as above.
CREATE FUNCTION "search_holds"(body text, within text[], starts text[], without text[], no_starts text[])
RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE text text := search_text(body);
BEGIN
  RETURN text LIKE ALL (within) AND text ~ ALL (starts)
    AND NOT text LIKE ANY (without) AND NOT text ~ ANY (no_starts);
END $$;

-- What is new stands in a list at first, where adding it costs little; Parley empties it every few seconds, so that no
-- send has to. The limit is only reached where nobody does.
CREATE INDEX "Message_search_idx" ON "Message" USING gin (search_text(body) gin_trgm_ops)
  WITH (fastupdate = on, gin_pending_list_limit = 65536);
ALTER INDEX "Message_search_idx" ALTER COLUMN 1 SET STATISTICS 1000;
ANALYZE "Message";
