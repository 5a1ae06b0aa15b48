import { z } from 'zod';
import type { Participant, Thread } from '../../prisma/client/client.ts';
import { Role } from '../../prisma/client/enums.ts';
import { ConflictError, ForbiddenError, InputError, LimitError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';
import { singleLine } from '../text.ts';

export const groupLimit = 10_000;

const name = singleLine(100, 'A group’s name has 1 to 100 characters on one line.');
const threadId = idRule('thr');
const userId = idRule('usr');
const clientMutationId = retryKeyRule;

export const createGroupRule = z.object({
  name,
  participantIds: z
    .array(userId)
    .min(1, 'Invite at least one person.')
    .max(50, 'Invite at most 50 people at once.'),
  clientMutationId,
});
export const addParticipantRule = z.object({ threadId, userId, clientMutationId });
export const removeParticipantRule = z.object({ threadId, userId, clientMutationId });
export const leaveGroupRule = z.object({ threadId, clientMutationId });
export const setParticipantRoleRule = z.object({ threadId, userId, role: z.enum(Role), clientMutationId });
export const updateGroupNameRule = z.object({ threadId, name, clientMutationId });

export type CreateGroup = z.infer<typeof createGroupRule>;
export type AboutParticipant = z.infer<typeof addParticipantRule>;
export type LeaveGroup = z.infer<typeof leaveGroupRule>;
export type SetParticipantRole = z.infer<typeof setParticipantRoleRule>;
export type UpdateGroupName = z.infer<typeof updateGroupNameRule>;

/** The table of who may do what. Members read and write; leaving is everybody's. */
const may = {
  rename: ['OWNER', 'ADMIN'],
  add: ['OWNER', 'ADMIN'],
  removeMember: ['OWNER', 'ADMIN'],
  removeAdmin: ['OWNER'],
  setRole: ['OWNER'],
  invite: ['OWNER', 'ADMIN'],
} as const satisfies Record<string, readonly Role[]>;

type Act = keyof typeof may;

const refusals: Record<Act, string> = {
  rename: 'Only the owner and admins can rename the group.',
  add: 'Only the owner and admins can add people.',
  removeMember: 'Only the owner and admins can remove people.',
  removeAdmin: 'Only the owner can remove an admin.',
  setRole: 'Only the owner can change roles.',
  invite: 'Only the owner and admins can see to invite links.',
};

/** @throws ForbiddenError for a direct thread, which has no roles, no name, and always the same two people */
export function assertIsGroup(thread: Thread): void {
  if (thread.kind !== 'GROUP') throw new ForbiddenError('A direct thread cannot be changed.');
}

/** @throws ForbiddenError */
export function assertMay(act: Act, actor: Participant & { thread: Thread }): void {
  assertIsGroup(actor.thread);
  if (!isAllowed(act, actor)) throw new ForbiddenError(refusals[act]);
}

/** Of a group's participant: whether their role allows it. */
export const isAllowed = (act: Act, { role }: Participant): boolean =>
  (may[act] as readonly Role[]).includes(role);

/** @throws LimitError */
export function assertHasRoom(count: number): void {
  if (count >= groupLimit) throw new LimitError('A group has at most 10,000 people.');
}

/** @throws InputError, ForbiddenError */
export function assertCanRemove(actor: Participant & { thread: Thread }, target: Participant): void {
  assertIsGroup(actor.thread);
  if (actor.userId === target.userId) {
    throw new InputError([{ path: 'userId', reason: 'Use leaveGroup to leave a group yourself.' }]);
  }
  if (target.role === 'OWNER') throw new ForbiddenError('The owner cannot be removed.');
  assertMay(target.role === 'ADMIN' ? 'removeAdmin' : 'removeMember', actor);
}

/** There is one owner, so the owner's own role changes only by handing over. @throws ForbiddenError, ConflictError */
export function assertCanSetRole(
  actor: Participant & { thread: Thread },
  target: Participant,
  role: Role,
): void {
  assertMay('setRole', actor);
  if (target.userId === actor.userId && role !== 'OWNER') {
    throw new ConflictError('Make somebody else the owner first.');
  }
}
