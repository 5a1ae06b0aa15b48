import { type Message, Prisma, type Thread } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { byId, loader, maybe } from '../loader.ts';
import { ownParticipant, threadById } from '../thread/load.ts';

export const messageColumns = columnsOf(Prisma.MessageScalarFieldEnum, 'm');
const byIds = `select ${messageColumns} from "Message" m where m.id = any($1)`;

/** For whoever got the id from something that they may see; `visibleMessage` is for ids that a client sent. */
export const messageById = loader<string, Message>(
  async (ids, { sql }) => byId(await sql.all<Message>('messages_by_id', byIds, [ids])),
  undefined,
  ({ messages }) => messages,
);

/** A message of a thread that the viewer is in; null when it is missing or not for them. */
export async function visibleMessage(ctx: Context, id: string): Promise<Message | null> {
  const message = await messageById(ctx).load(id);
  return message && (await isVisible(ctx, message)) ? message : null;
}

/** Whether the viewer is in its thread, and it is not from before their history there begins. */
export async function isVisible(ctx: Context, { threadId, seq }: Message): Promise<boolean> {
  const own = await ownParticipant(ctx).load(threadId);
  return own !== null && seq >= own.visibleFromSeq;
}

/**
 * What a message that the viewer sees answers, as far as they see that too. Where nothing is hidden from anybody, nobody's place is
 * looked at; see also `quotesHidden` in change/rows.ts.
 */
export function quotedBy(ctx: Context, { replyToId }: Message): Message | null | Promise<Message | null> {
  const quoted = maybe(replyToId, messageById(ctx));
  return quoted instanceof Promise ? quoted.then((row) => asSeen(ctx, row)) : asSeen(ctx, quoted);
}

function asSeen(ctx: Context, message: Message | null): Message | null | Promise<Message | null> {
  if (message === null) return null;
  const shown = (thread: Thread | null) =>
    thread && message.seq > thread.hiddenUpToSeq
      ? message
      : isVisible(ctx, message).then((visible) => (visible ? message : null));
  const thread = threadById(ctx).load(message.threadId);
  return thread instanceof Promise ? thread.then(shown) : shown(thread);
}
