/** Fifty messages in front of a place, with their authors, for somebody who is in the thread. */
export const pageSql = `
  select m.id, m.seq, m.body, m."createdAt", m."editedAt", m."deletedAt", u.id as "authorId", u."displayName"
  from "Message" m left join "User" u on u.id = m."authorId"
  where m."threadId" = $1 and m.seq < $3
    and exists (select from "Participant" where "threadId" = $1 and "userId" = $2)
  order by m.seq desc limit 50`;

/** The same as one text that PostgreSQL has written; json and not jsonb, which would be taken apart and put in order. */
export const pageInSql = `select json_agg(page)::text as page from (${pageSql}) as page`;

/** Fifty of somebody's threads, newest activity first, with the last message and how many are unread. */
export const threadsSql = `
  select t.id, t.kind, t.name, t."lastActivityAt", t."lastSeq" - p."lastReadSeq" as "unreadCount",
    m.id as "messageId", m.seq, m.body, m."createdAt", u.id as "authorId", u."displayName"
  from "Participant" p
    join "Thread" t on t.id = p."threadId"
    left join "Message" m on m.id = t."lastMessageId"
    left join "User" u on u.id = m."authorId"
  where p."userId" = $1
  order by t."lastActivityAt" desc, t.id desc limit 50`;
