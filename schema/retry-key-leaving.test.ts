import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { eachRetried, retried } from './testing/retried.ts';
import { openRetryStage } from './testing/retry-stage.ts';
import { say } from './testing/threads.ts';

const stage = await openRetryStage();
const { s, effects } = stage;
beforeEach(stage.setBack);
afterAll(stage.close);

describe('a first result', () => {
  /** Those that one who has left may repeat, and why. */
  const open = new Set([
    'startDirectThread' /* nobody leaves one */,
    'leaveGroup' /* it is what they did */,
    'deleteGroup' /* so is this */,
    'updateProfile' /* it is about no thread */,
    'createUpload' /* neither is it */,
    'revokeSession' /* nor is this */,
    'updatePrivacy' /* nor this */,
    'setPresence' /* nor this */,
  ]);

  it.each(eachRetried.filter(({ mutation }) => !open.has(mutation)))(
    '[ER10] of $mutation is not told again to who has left',
    async ({ mutation, by, input }) => {
      const asked = { ...input(s), clientMutationId: 'key' };
      const first = await s[by].must(mutation, asked);
      await s[by].must('leaveGroup', { threadId: first.thread?.id ?? s.threadId });
      const before = await effects();
      const { __typename, code, reason } = await s[by].does(mutation, asked);
      expect({ __typename, code }).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
      expect(reason).toMatch(/^No such (thread|message)\.$/);
      expect(await effects()).toBe(before);
    },
  );

  it.each(['addParticipant', 'setParticipantRole'])(
    '[ER10] of %s is not told again once the other has left',
    async (mutation) => {
      const { by, input } = retried[mutation]!;
      const asked = { ...input(s), clientMutationId: 'key' };
      await s[by].must(mutation, asked);
      const { userId } = asked as unknown as { userId: string };
      await s.owner.must('removeParticipant', { threadId: s.threadId, userId });
      expect((await s[by].does(mutation, asked)).__typename).toBe('NotFoundError');
    },
  );

  it('[TH8] of leaveGroup shows nothing of what came after, however often it is told', async () => {
    const asked = { threadId: s.threadId, clientMutationId: 'key' };
    const first = await s.member.must('leaveGroup', asked);
    expect(first.thread).toMatchObject({
      id: s.threadId,
      name: 'Group',
      participantCount: 0,
      unreadCount: 0,
      readSeq: 0,
      deliveredSeq: 0,
    });
    await s.owner.must('updateGroupName', { threadId: s.threadId, name: 'A secret' });
    await s.owner.must('addParticipant', { threadId: s.threadId, userId: s.outsider.id });
    await say(s.owner, s.threadId, 'Now that they are gone');
    expect(await s.member.must('leaveGroup', asked)).toEqual(first);
    const thread =
      'thread { name lastActivityAt createdAt participantCount participants { edges { cursor } } messages { edges { cursor } } lastMessage { id } viewerParticipant { id } peer { id } }';
    const told = await s.member.query<{ leaveGroup: { thread: Record<string, unknown> } }>(
      `mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { ... on LeaveGroupPayload { ${thread} } } }`,
      { input: asked },
    );
    expect(told.leaveGroup.thread).toEqual({
      name: 'Group',
      lastActivityAt: told.leaveGroup.thread['createdAt'],
      createdAt: expect.any(String) as string,
      participantCount: 0,
      participants: { edges: [] },
      messages: { edges: [] },
      lastMessage: null,
      viewerParticipant: null,
      peer: null,
    });
  });
});
