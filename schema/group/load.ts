import type { Ban } from '../../prisma/client/client.ts';
import type { Context } from '../context.ts';
import { byId, loader } from '../loader.ts';
import { ownParticipant, threadById } from '../thread/load.ts';
import { type ActName, isAllowed, type Place } from './roles.ts';

/** The viewer's place in a thread, and the thread; null where they are not in it. */
export async function viewerPlace(ctx: Context, threadId: string): Promise<Place | null> {
  const own = await ownParticipant(ctx).load(threadId);
  const thread = own && (await threadById(ctx).load(threadId));
  return thread && { ...own, thread };
}

export async function viewerMay(ctx: Context, act: ActName, threadId: string): Promise<boolean> {
  const place = await viewerPlace(ctx, threadId);
  return place !== null && isAllowed(act, place);
}

/** For whoever got the id from something that they may see; `visibleBan` is for ids that a client sent. */
export const banById = loader<string, Ban>(async (ids, { prisma }) =>
  byId(await prisma.ban.findMany({ where: { id: { in: [...ids] } } })),
);

/** A ban from a group whose bans the viewer sees to; null when it is missing or not for them. */
export async function visibleBan(ctx: Context, id: string): Promise<Ban | null> {
  const ban = await banById(ctx).load(id);
  return ban && ((await viewerMay(ctx, 'ban', ban.threadId)) ? ban : null);
}
