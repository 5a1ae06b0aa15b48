-- By hand: what carries pictures and files is looked for by itself, and is a small part of what was said.
CREATE INDEX "Message_attached_idx" ON "Message" ("createdAt", id) WHERE "attachmentCount" > 0;
