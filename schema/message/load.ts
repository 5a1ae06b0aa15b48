import { type Message, Prisma } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { byId, loader } from '../loader.ts';
import { ownParticipant } from '../thread/load.ts';

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
  return message && ((await ownParticipant(ctx).load(message.threadId)) ? message : null);
}
