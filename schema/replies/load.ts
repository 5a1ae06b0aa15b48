import { type Message, Prisma, type RepliesFollow } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader, maybe, whenHere } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { readUpTo } from '../preferences/rules.ts';
import { ownParticipant } from '../thread/load.ts';
import { asideLimit, type Follow, followOf, waitingLimit } from './rules.ts';

interface Place {
  messageId: string;
  userId: string;
}

const nameOf = ({ messageId, userId }: Place): string => `${messageId} ${userId}`;

const follows = `
  select ${columnsOf(Prisma.RepliesFollowScalarFieldEnum, 'o')} from unnest($1::text[], $2::text[]) as wanted (message, person)
  join "RepliesFollow" o on o."messageId" = wanted.message and o."userId" = wanted.person`;

const stored = loader<Place, RepliesFollow>(async (places, { sql }) => {
  const rows = await sql.all<RepliesFollow>('follows', follows, [
    places.map(({ messageId }) => messageId),
    places.map(({ userId }) => userId),
  ]);
  return new Map(rows.map((row) => [nameOf(row), row]));
}, nameOf);

/** Whether somebody follows the replies to a message, and has some to see. */
export async function followBy(ctx: Context, message: Message, userId: string): Promise<Follow> {
  return followOf(await stored(ctx).load({ messageId: message.id, userId }), message, userId);
}

/** The same of the viewer, and what is asked of it: at once where it is here. */
export function ofFollow<Asked>(
  ctx: Context,
  message: Message,
  ask: (follow: Follow) => Asked,
): Asked | Promise<Asked> {
  const userId = ctx.viewer?.userId;
  const row = userId === undefined ? null : stored(ctx).load({ messageId: message.id, userId });
  return whenHere(row, (found) => ask(followOf(found, message, userId)));
}

/** Reads them for many messages, before they are asked for. */
export const followsAhead = async (messages: readonly Message[], ctx: Context): Promise<void> => {
  const userId = ctx.viewer?.userId;
  if (userId !== undefined) await stored(ctx).ahead(messages.map(({ id }) => ({ messageId: id, userId })));
};

const waiting = `
  select ${columnsOf(Prisma.MessageScalarFieldEnum, 'root')} from unnest($1::text[]) as wanted (thread), lateral (
    select m.* from "RepliesFollow" o join "Message" m on m.id = o."messageId"
    where o."threadId" = wanted.thread and o."userId" = $2 and o.unread order by m.seq desc limit ${waitingLimit}
  ) as root order by root.seq desc`;

/** The messages of each thread to which there are replies that the viewer follows and has not seen. */
export const waitingIn = loader<string, Message[]>(async (threadIds, { sql, viewer }) => {
  const found = new Map(threadIds.map((id) => [id, [] as Message[]]));
  if (!viewer) return found;
  const rows = await sql.all<Message>('waiting_replies', waiting, [threadIds, viewer.userId]);
  for (const row of rows) found.get(row.threadId)?.push(row);
  return found;
});

const asides = `
  select wanted.thread, aside.seq from unnest($1::text[], $2::int[]) as wanted (thread, seq), lateral (
    select m.seq from "Message" m where m."threadId" = wanted.thread and m."onlyInReplies" and m.seq > wanted.seq
    order by m.seq limit ${asideLimit}
  ) as aside order by aside.seq`;

/** The seqs of what stands only among replies, behind what the viewer has read in each thread. */
export const unreadAsides = loader<string, number[]>(async (threadIds, ctx) => {
  const own = ownParticipant(ctx);
  const places = (await Promise.all(threadIds.map(async (id) => own.load(id)))).filter(
    (each) => each !== null,
  );
  const found = new Map(places.map(({ threadId }) => [threadId, [] as number[]]));
  if (places.length === 0) return found;
  const rows = await ctx.sql.all<{ thread: string; seq: number }>('unread_asides', asides, [
    places.map(({ threadId }) => threadId),
    places.map(readUpTo),
  ]);
  for (const { thread, seq } of rows) found.get(thread)?.push(seq);
  return found;
});

/** The `seq` of what the conversation shows last; 0 while there is nothing. */
export async function shownSeq(
  ctx: Context,
  { lastMessageId }: { lastMessageId: string | null },
): Promise<number> {
  return (await maybe(lastMessageId, messageById(ctx)))?.seq ?? 0;
}
