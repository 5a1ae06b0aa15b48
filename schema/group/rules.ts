import { z } from 'zod';
import type { Participant, Thread } from '../../prisma/client/client.ts';
import { Role, WhoMay } from '../../prisma/client/enums.ts';
import { ConflictError, ForbiddenError, InputError, LimitError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';
import { pictureIdRule } from '../picture/rules.ts';
import { maybeSingleLine, singleLine } from '../text.ts';
import { assertMay, type Place } from './roles.ts';

export const groupLimit = 10_000;
/** How many a group may keep out: as many as it may let in. */
export const banLimit = 10_000;
const topicLimit = 250;
/** A slip can be taken back: there is no group in which it cannot. */
const shortestWindow = 60;
const longestWindow = 31_536_000;
const windowReason = 'A time limit is 60 to 31,536,000 seconds; 0 for none.';

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
export const updateGroupSettingsRule = z.object({
  threadId,
  topic: maybeSingleLine(topicLimit, `A topic has at most ${topicLimit} characters on one line.`).nullish(),
  pictureId: pictureIdRule,
  whoMayPost: z.enum(WhoMay).nullish(),
  whoMayAdd: z.enum(WhoMay).nullish(),
  whoMayCallAll: z.enum(WhoMay).nullish(),
  historyVisible: z.boolean().nullish(),
  editWindowSeconds: z
    .int()
    .refine(
      (seconds) => seconds === 0 || (seconds >= shortestWindow && seconds <= longestWindow),
      windowReason,
    )
    .nullish(),
  clientMutationId,
});
export const banParticipantRule = z.object({ threadId, userId, clientMutationId });
export const unbanParticipantRule = z.object({ threadId, userId, clientMutationId });
export const archiveGroupRule = z.object({ threadId, clientMutationId });
export const deleteGroupRule = z.object({ threadId, clientMutationId });

export type CreateGroup = z.infer<typeof createGroupRule>;
export type AboutParticipant = z.infer<typeof addParticipantRule>;
export type LeaveGroup = z.infer<typeof leaveGroupRule>;
export type SetParticipantRole = z.infer<typeof setParticipantRoleRule>;
export type UpdateGroupSettings = z.infer<typeof updateGroupSettingsRule>;
export type AboutGroup = z.infer<typeof archiveGroupRule>;
export type UpdateGroupName = z.infer<typeof updateGroupNameRule>;

/** @throws ForbiddenError for a direct thread, which has no roles, no name, and always the same two people */
export function assertIsGroup(thread: Thread): void {
  if (thread.kind !== 'GROUP') throw new ForbiddenError('A direct thread cannot be changed.');
}

/** @throws LimitError */
export function assertHasRoom(count: number): void {
  if (count >= groupLimit) throw new LimitError('A group has at most 10,000 people.');
}

/** @throws LimitError */
export function assertMayBanAnother(bans: number): void {
  if (bans >= banLimit) throw new LimitError('A group keeps out at most 10,000 people. Lift a ban first.');
}

/** @throws InputError, ForbiddenError */
export function assertCanRemove(actor: Place, target: Participant): void {
  assertIsGroup(actor.thread);
  assertOther(actor, target);
  if (target.role === 'OWNER') throw new ForbiddenError('The owner cannot be removed.');
  assertMay(target.role === 'ADMIN' ? 'removeAdmin' : 'removeMember', actor);
}

/**
 * @param target their role, where they are in the group
 * @throws InputError, ForbiddenError
 */
export function assertCanBan(actor: Place, target: { userId: string; role?: Role | undefined }): void {
  assertIsGroup(actor.thread);
  assertOther(actor, target);
  if (target.role === 'OWNER') throw new ForbiddenError('The owner cannot be banned.');
  assertMay(target.role === 'ADMIN' ? 'banAdmin' : 'ban', actor);
}

function assertOther(actor: { userId: string }, target: { userId: string }): void {
  if (actor.userId === target.userId)
    throw new InputError([{ path: 'userId', reason: 'Use leaveGroup to leave a group yourself.' }]);
}

/** There is one owner, so the owner's own role changes only by handing over. @throws ForbiddenError, ConflictError */
export function assertCanSetRole(actor: Place, target: Participant, role: Role): void {
  assertMay('setRole', actor);
  if (target.userId === actor.userId && role !== 'OWNER') {
    throw new ConflictError('Make somebody else the owner first.');
  }
}

/** What can be set, as it is stored. */
type Settings = Pick<
  Thread,
  | 'topic'
  | 'pictureId'
  | 'whoMayPost'
  | 'whoMayAdd'
  | 'whoMayCallAll'
  | 'historyVisible'
  | 'editWindowSeconds'
>;

/** What of it is to be otherwise; empty where all of it is so already. */
export function settingsChanged(input: UpdateGroupSettings, thread: Thread): Partial<Settings> {
  const { topic, pictureId, whoMayPost, whoMayAdd, whoMayCallAll, historyVisible, editWindowSeconds } = input;
  const wanted: Partial<Settings> = {
    ...(topic != null && { topic: topic || null }),
    ...(pictureId != null && { pictureId: pictureId || null }),
    ...(whoMayPost != null && { whoMayPost }),
    ...(whoMayAdd != null && { whoMayAdd }),
    ...(whoMayCallAll != null && { whoMayCallAll }),
    ...(historyVisible != null && { historyVisible }),
    ...(editWindowSeconds != null && { editWindowSeconds: editWindowSeconds || null }),
  };
  const differs = ([name, value]: [string, unknown]) => value !== thread[name as keyof Settings];
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}

/** Topic and picture are the admins' to set, like the name; the rest is the owner's. @throws ForbiddenError */
export function assertCanSetUp(input: UpdateGroupSettings, actor: Place): void {
  const { topic, pictureId, whoMayPost, whoMayAdd, whoMayCallAll, historyVisible, editWindowSeconds } = input;
  const rules = [whoMayPost, whoMayAdd, whoMayCallAll, historyVisible, editWindowSeconds].some(
    (rule) => rule != null,
  );
  if (topic != null || pictureId != null || !rules) assertMay('setTopic', actor);
  if (rules) assertMay('setRules', actor);
}
