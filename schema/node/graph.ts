import { userById } from '../account/load.ts';
import { visibleAttachment } from '../attachment/load.ts';
import { atMost, builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { visibleBan } from '../group/load.ts';
import { typeOfId } from '../id.ts';
import { visibleInvite } from '../invite/load.ts';
import { visibleMessage } from '../message/load.ts';
import { participantById, visibleThread } from '../thread/load.ts';

const Node = builder.nodeInterfaceRef();
const nodesLimit = 100;

/** Each kind by the loader that asks whether the viewer may see it. */
const load: Record<string, (ctx: Context, id: string) => Promise<{ id: string } | null>> = {
  User: async (ctx, id) => userById(ctx).load(id),
  Thread: visibleThread,
  Message: visibleMessage,
  Invite: visibleInvite,
  Attachment: visibleAttachment,
  Ban: visibleBan,
  Participant: async (ctx, id) => {
    const participant = await participantById(ctx).load(id);
    return participant && ((await visibleThread(ctx, participant.threadId)) ? participant : null);
  },
};

/** @throws BAD_INPUT for what is no id at all; what is missing or not for the viewer is null */
async function find(ctx: Context, path: string, id: string): Promise<{ id: string } | null> {
  const type = typeOfId(id);
  if (!type) throw badInput(path, 'This is not an id.');
  return (await load[type]?.(ctx, id)) ?? null;
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Anything by its id; null when it is missing or not for the viewer to see.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_root, { id }, ctx) => find(ctx, 'id', id),
  }),
  nodes: t.field({
    type: [Node],
    ...atMost(nodesLimit),
    nullable: { list: false, items: true },
    description: 'Several at once, in the order asked for: at most 100.',
    args: { ids: t.arg.idList({ required: true, description: 'Their ids.' }) },
    resolve: (_root, { ids }, ctx) => {
      if (ids.length > nodesLimit) throw badInput('ids', `At most ${nodesLimit} at once.`);
      return Promise.all(ids.map((id, index) => find(ctx, `ids.${index}`, id)));
    },
  }),
}));
