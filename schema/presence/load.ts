import { loader } from '../loader.ts';

interface Seen {
  userId: string;
  at: Date;
}

const lastUse = `
  select asked.id as "userId", seen."lastSeenAt" as at
  from unnest($1::text[]) as asked (id)
  cross join lateral (
    select "lastSeenAt" from "Session" where "userId" = asked.id order by "lastSeenAt" desc limit 1
  ) as seen`;

/** When somebody's sessions were last in use. While a socket of theirs is open that is noted every minute, and at its end. */
export const lastSeen = loader<string, Date>(async (userIds, { sql }) => {
  const rows = await sql.all<Seen>('presence_last_seen', lastUse, [userIds]);
  return new Map(rows.map(({ userId, at }) => [userId, at]));
});
