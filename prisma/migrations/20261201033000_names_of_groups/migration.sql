-- By hand: groups are found by their names however many one is in.
CREATE INDEX "Thread_name_idx" ON "Thread" USING gin (search_text(name) gin_trgm_ops) WITH (fastupdate = off);
ANALYZE "Thread";
