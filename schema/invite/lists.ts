import type { Invite, PrismaClient } from '../../prisma/client/client.ts';
import { idPattern } from '../id.ts';
import { isTextLike, type Range } from '../paging.ts';

/** A group's links, the newest first, also those that do not work any more. */
export const invitesOf = (prisma: PrismaClient, threadId: string) => ({
  name: `invites:${threadId}`,
  keyOf: (invite: Invite): [string] => [invite.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('inv'), key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) =>
    prisma.invite.findMany({
      where: { threadId, id: { ...(after && { lt: after[0] }), ...(before && { gt: before[0] }) } },
      orderBy: { id: fromBack ? 'asc' : 'desc' },
      take,
    }),
});
