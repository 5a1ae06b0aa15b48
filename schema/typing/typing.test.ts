import { execute, parse } from 'graphql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { schema } from '../index.ts';
import { direct, group } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
beforeEach(async () => {
  [ann, bob, cat] = await world.people(3);
  world.typed.length = 0;
});

describe('typing', () => {
  it('[TY1] is told of one’s own threads, and leaves nothing', async () => {
    const threadId = await direct(ann!, bob!);
    const rows = async () => [await world.prisma.event.count(), await world.prisma.mutationResult.count()];
    const before = await rows();
    expect(await ann!.must('setTyping', { threadId, typing: true })).toEqual({
      __typename: 'SetTypingPayload',
      ok: true,
    });
    await ann!.must('setTyping', { threadId, typing: false });
    expect(world.typed).toEqual([
      { threadId, userId: ann!.id, typing: true, connection: world.socket },
      { threadId, userId: ann!.id, typing: false, connection: world.socket },
    ]);
    expect(await rows()).toEqual(before);
  });

  it('[TY1] is not told of others’, as if they were missing', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    await bob!.must('leaveGroup', { threadId });
    for (const person of [bob!, cat!]) {
      for (const clientMutationId of [undefined, 'key']) {
        const outcome = await person.does('setTyping', { threadId, typing: true, clientMutationId });
        expect(outcome.__typename).toBe('NotFoundError');
        expect(outcome).toEqual(await person.does('setTyping', { threadId: newId('thr'), typing: true }));
      }
    }
    for (const wrong of ['', 'x', newId('usr')]) {
      expect(
        (await ann!.does('setTyping', { threadId: wrong, typing: true })).fields?.map((field) => field.path),
      ).toEqual(['threadId']);
    }
    expect(world.typed).toEqual([]);
  });

  it('[TY1] [GR16] of who may not write, nobody is told', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    await ann!.must('updateGroupSettings', { threadId, whoMayPost: 'ADMINS' });
    for (const clientMutationId of [undefined, newId('thr')])
      await bob!.must('setTyping', { threadId, typing: true, clientMutationId });
    expect(world.typed).toEqual([]);
    await ann!.must('setTyping', { threadId, typing: true });
    await bob!.must('setTyping', { threadId, typing: false });
    expect(world.typed.map(({ userId, typing }) => [userId, typing])).toEqual([
      [ann!.id, true],
      [bob!.id, false],
    ]);
  });

  it('[TY3] names a hundred of those who type', async () => {
    const threadId = await direct(ann!, bob!);
    const userIds = Array.from({ length: 101 }, () => newId('usr'));
    await world.prisma.user.createMany({
      data: userIds.map((id) => ({ id, handle: id.slice(-12), displayName: 'Typist', passwordHash: '-' })),
    });
    const { data } = await execute({
      schema,
      document: parse('subscription ($id: ID!) { typing(threadId: $id) { users { id } } }'),
      rootValue: { threadId, userIds },
      variableValues: { id: threadId },
      contextValue: await ann!.context(),
    });
    expect(data).toEqual({ typing: { users: userIds.slice(0, 100).map((id) => ({ id })) } });
  });
});
