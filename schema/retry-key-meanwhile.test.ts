import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Outcome } from './testing/mutations.ts';
import { retried } from './testing/retried.ts';
import { openRetryStage } from './testing/retry-stage.ts';
import { say } from './testing/threads.ts';

const stage = await openRetryStage();
const { s, effects, daysLater } = stage;
beforeEach(stage.setBack);
afterAll(stage.close);

interface Meanwhile {
  mutation: string;
  /** What happens between the first try and the next. */
  what: string;
  change(first: Outcome): Promise<unknown>;
  /** What the next shows of it. */
  shown: object;
}

const about = ({ id: userId }: { id: string }) => ({ threadId: s.threadId, userId });
const moment = expect.any(String) as string;

const meanwhile: Meanwhile[] = [
  {
    mutation: 'createGroup',
    what: 'the group is renamed',
    change: ({ thread }) => s.outsider.must('updateGroupName', { threadId: thread.id, name: 'Since' }),
    shown: { thread: { name: 'Since' } },
  },
  {
    mutation: 'updateGroupName',
    what: 'the group is renamed again',
    change: () => s.owner.must('updateGroupName', { threadId: s.threadId, name: 'Since' }),
    shown: { thread: { name: 'Since' } },
  },
  {
    mutation: 'startDirectThread',
    what: 'the other writes',
    change: ({ thread }) => say(s.outsider, thread.id),
    shown: { thread: { unreadCount: 1 } },
  },
  {
    mutation: 'addParticipant',
    what: 'they become an admin',
    change: () => s.owner.must('setParticipantRole', { ...about(s.outsider), role: 'ADMIN' }),
    shown: { participant: { role: 'ADMIN' } },
  },
  {
    mutation: 'setParticipantRole',
    what: 'they are a member again',
    change: () => s.owner.must('setParticipantRole', { ...about(s.member), role: 'MEMBER' }),
    shown: { participant: { role: 'MEMBER' } },
  },
  {
    mutation: 'createInvite',
    what: 'somebody comes by the link',
    change: ({ token }) => s.outsider.must('acceptInvite', { token }),
    shown: { invite: { uses: 1 } },
  },
  {
    mutation: 'acceptInvite',
    what: 'the group is renamed',
    change: () => s.owner.must('updateGroupName', { threadId: s.threadId, name: 'Since' }),
    shown: { thread: { name: 'Since' } },
  },
  {
    mutation: 'sendMessage',
    what: 'the message is edited',
    change: ({ message }) => s.admin.must('editMessage', { messageId: message.id, body: 'Since' }),
    shown: { message: { body: 'Since', editedAt: moment } },
  },
  {
    mutation: 'sendMessage',
    what: 'the message is deleted',
    change: ({ message }) => s.owner.must('deleteMessage', { messageId: message.id }),
    shown: { message: { body: '', deletedAt: moment } },
  },
  {
    mutation: 'editMessage',
    what: 'the message is edited again',
    change: ({ message }) => s.admin.must('editMessage', { messageId: message.id, body: 'Since' }),
    shown: { message: { body: 'Since' } },
  },
  {
    mutation: 'addReaction',
    what: 'the reaction is taken back',
    change: ({ message }) => s.member.must('removeReaction', { messageId: message.id, emoji: '👍' }),
    shown: { message: { reactions: [{ emoji: '🎉' }] } },
  },
  {
    mutation: 'pinMessage',
    what: 'the message is taken down',
    change: ({ message }) => s.owner.must('unpinMessage', { messageId: message.id }),
    shown: { message: { pinnedAt: null } },
  },
  {
    mutation: 'updateProfile',
    what: 'another name is taken',
    change: () => s.member.must('updateProfile', { displayName: 'Since' }),
    shown: { viewer: { displayName: 'Since' } },
  },
  {
    mutation: 'updatePrivacy',
    what: 'it is switched on again',
    change: () => s.member.must('updatePrivacy', { readReceipts: true }),
    shown: { privacy: { readReceipts: true } },
  },
  {
    mutation: 'createUpload',
    what: 'nothing comes for two days',
    change: () => daysLater(2),
    shown: { deleted: true },
  },
];

/** What a payload is about, by its ids. */
const idsOf = ({ thread, message, participant, invite, token, viewer, attachmentId, uploadUrl }: Outcome) => [
  ...[thread, message, participant, invite, viewer].map((one) => one?.id),
  token,
  attachmentId,
  uploadUrl,
];

it.each(meanwhile)(
  '[ER6] of $mutation tells the same ids once $what, shows that, and does not undo it',
  async ({ mutation, change, shown }) => {
    const { by, input } = retried[mutation]!;
    const asked = { ...input(s), clientMutationId: 'key' };
    const first = await s[by].must(mutation, asked);
    await change(first);
    const before = await effects();
    const next = await s[by].must(mutation, asked);
    expect(next).not.toEqual(first);
    expect(next).toMatchObject(shown);
    expect(idsOf(next)).toEqual(idsOf(first));
    expect(await effects()).toBe(before);
  },
);

it('[ER10] of banParticipant is not found once the ban is lifted, and nobody is banned again by it', async () => {
  const asked = { ...about(s.member), clientMutationId: 'key' };
  await s.admin.must('banParticipant', asked);
  await s.owner.must('unbanParticipant', about(s.member));
  const before = await effects();
  expect((await s.admin.does('banParticipant', asked)).__typename).toBe('NotFoundError');
  expect(await effects()).toBe(before);
});
