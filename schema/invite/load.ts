import type { Invite } from '../../prisma/client/client.ts';
import type { Context } from '../context.ts';
import { viewerMay } from '../group/load.ts';
import { byId, loader } from '../loader.ts';
import { timeOf } from '../log/write.ts';
import { ownParticipant, threadById } from '../thread/load.ts';
import { works } from './rules.ts';
import { hashSecret } from './secret.ts';

/** For whoever got the id from something that they may see; `visibleInvite` is for ids that a client sent. */
export const inviteById = loader<string, Invite>(async (ids, { prisma }) =>
  byId(await prisma.invite.findMany({ where: { id: { in: [...ids] } } })),
);

/** Whether the viewer sees to a group's links. */
export async function seesInvites(ctx: Context, threadId: string): Promise<boolean> {
  return viewerMay(ctx, 'revokeInvite', threadId);
}

/** A link of a group whose links the viewer sees to; null when it is missing or not for them. */
export async function visibleInvite(ctx: Context, id: string): Promise<Invite | null> {
  const invite = await inviteById(ctx).load(id);
  return invite && (await seesInvites(ctx, invite.threadId)) ? invite : null;
}

export interface Preview {
  threadId: string;
  groupName: string;
}

/**
 * Where a link leads, for whoever has it; null for every link that does not work.
 * @throws RATE_LIMITED, as guesses are
 */
export async function previewOf(ctx: Context, token: string): Promise<Preview | null> {
  const key = ctx.viewer?.userId ?? '';
  await ctx.throttle.spend('invite', key);
  const invite = await ctx.prisma.invite.findUnique({ where: { secretHash: hashSecret(token) } });
  const leads = invite && works(invite, await timeOf(ctx.prisma)) && !(await isKeptOut(ctx, invite.threadId));
  const found = leads ? await threadById(ctx).load(invite.threadId) : null;
  // Nobody comes into what is archived, but who is in it finds the way.
  const thread =
    found && (found.groupArchivedAt === null || (await ownParticipant(ctx).load(found.id))) ? found : null;
  if (thread) await ctx.throttle.refund('invite', key);
  return thread && { threadId: thread.id, groupName: thread.name ?? '' };
}

/** To who is banned, a link looks like one that does not work. */
async function isKeptOut({ prisma, viewer }: Context, threadId: string): Promise<boolean> {
  if (!viewer) return false;
  const { userId } = viewer;
  return (await prisma.ban.findUnique({ where: { threadId_userId: { threadId, userId } } })) !== null;
}
