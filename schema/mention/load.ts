import { type Message, Prisma, type User } from '../../prisma/client/client.ts';
import { columnsOf, type Sql } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader, whenHere } from '../loader.ts';
import { readUpTo } from '../preferences/rules.ts';
import { ownParticipant } from '../thread/load.ts';
import { calledBehind } from './calls.ts';
import { mentionLimit } from './rules.ts';

type Named = User & { place: string };

const mentioned = `
  select n."messageId" as place, ${columnsOf(Prisma.UserScalarFieldEnum, 'u')}
  from "Mention" n join "User" u on u.id = n."userId"
  where n."messageId" = any($1) order by u.handle limit $2`;

/** Who is mentioned by name, by message. */
export async function mentionsByMessage(
  sql: Sql,
  name: string,
  messageIds: readonly string[],
): Promise<Map<string, User[]>> {
  const found = new Map<string, User[]>();
  const rows = await sql.all<Named>(name, mentioned, [messageIds, messageIds.length * mentionLimit]);
  for (const { place, ...user } of rows) {
    const those = found.get(place);
    if (those) those.push(user);
    else found.set(place, [user]);
  }
  return found;
}

const byMessage = loader<string, User[]>(
  (messageIds, { sql }) => mentionsByMessage(sql, 'mentions', messageIds),
  undefined,
  ({ mentions }) => mentions,
);

/** Whom a message mentions by name. One that mentions nobody is known to. */
export function mentionsOf({ id, mentionCount }: Message, ctx: Context): User[] | Promise<User[]> {
  if (mentionCount === 0) return [];
  return whenHere(byMessage(ctx).load(id), (rows) => rows ?? []);
}

export const countedUpTo = 1000;

/**
 * Counted by their indexes, behind what was read, and no further than anybody looks. What stands only among replies is not counted
 * as unread.
 */
const unread = `
  select wanted.thread, (
    select count(*)::int from (
      (select 1 from "Mention" n
      where n."userId" = $1 and n."threadId" = wanted.thread and n.seq > wanted.seq
        and not exists (select from "Message" m where m.id = n."messageId" and m."onlyInReplies"))
      union all
      (select 1 from "Message" m
      where m."threadId" = wanted.thread and m.seq > wanted.called
        and m."mentionsAll" and not m."onlyInReplies" and m."authorId" <> $1
        and not exists (select from "Mention" n where n."messageId" = m.id and n."userId" = $1))
      limit ${countedUpTo}
    ) as behind) as count
  from unnest($2::text[], $3::int[], $4::int[]) as wanted (thread, seq, called)`;

/** How many messages that the viewer has not read mention them, by thread. */
export const unreadMentions = loader<string, number>(async (threadIds, ctx) => {
  const own = ownParticipant(ctx);
  const places = (await Promise.all(threadIds.map(async (id) => own.load(id)))).filter(
    (each) => each !== null,
  );
  if (places.length === 0) return new Map();
  const rows = await ctx.sql.all<{ thread: string; count: number }>('unread_mentions', unread, [
    ctx.viewer?.userId,
    places.map(({ threadId }) => threadId),
    places.map((place) => Math.max(readUpTo(place), place.visibleFromSeq - 1)),
    places.map((place) => Math.max(readUpTo(place), calledBehind(place))),
  ]);
  return new Map(rows.map(({ thread, count }) => [thread, count]));
});
