import { afterAll, describe, expect, it } from 'vitest';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';
import { editsKept } from './keep.ts';

const world = await openWorld();
afterAll(() => world.close());

const edit = (person: Person, messageId: string, body: string) =>
  person.must('editMessage', { messageId, body });

type Edits = {
  edges: { cursor: string; node: { body: string; editedAt: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

async function editsOf(person: Person, id: string, args = 'first: 100'): Promise<Edits | undefined> {
  const { node } = await person.query<{ node: { edits: Edits } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Message { edits(${args}) {
      edges { cursor node { body editedAt } } pageInfo { hasNextPage endCursor } } } } }`,
    { id },
  );
  return node?.edits;
}
const bodies = (edits: Edits | undefined) => edits?.edges.map(({ node }) => node.body);

async function scene() {
  const [ann, bob] = (await world.people(2)) as [Person, Person];
  const threadId = await direct(ann, bob);
  return { ann, bob, threadId, message: await say(ann, threadId, 'One') };
}

describe('the earlier versions of a message', () => {
  it('[ED1] are what it said before, the newest first, on pages', async () => {
    const { ann, bob, message } = await scene();
    expect(bodies(await editsOf(bob, message.id))).toEqual([]);
    await edit(ann, message.id, 'Two');
    await edit(ann, message.id, 'Two');
    const { message: third } = await edit(ann, message.id, 'Three');
    await edit(ann, message.id, 'Four');
    const all = await editsOf(bob, message.id);
    expect(bodies(all)).toEqual(['Three', 'Two', 'One']);
    expect(all?.edges[1]?.node.editedAt).toBe(third.editedAt);
    const first = await editsOf(bob, message.id, 'first: 2');
    expect([bodies(first), first?.pageInfo.hasNextPage]).toEqual([['Three', 'Two'], true]);
    const rest = await editsOf(bob, message.id, `first: 2, after: "${first?.pageInfo.endCursor}"`);
    expect([bodies(rest), rest?.pageInfo.hasNextPage]).toEqual([['One'], false]);
  });

  it('[ED2] are the last 99, and what it said first', { timeout: 180_000 }, async () => {
    const { ann, bob, message } = await scene();
    for (let version = 0; version < editsKept + 3; version += 1) await edit(ann, message.id, `${version}`);
    const all = await editsOf(bob, message.id);
    const last = Array.from({ length: editsKept - 1 }, (_, index) => `${editsKept + 1 - index}`);
    expect(bodies(all)).toEqual([...last, 'One']);
    expect(await world.prisma.messageEdit.count({ where: { messageId: message.id } })).toBe(editsKept);
  });

  it('[ED1] are all kept of edits that come at once', async () => {
    const { ann, bob, message } = await scene();
    await Promise.all(['Two', 'Three', 'Four', 'Five'].map((body) => edit(ann, message.id, body)));
    const { body } = await world.prisma.message.findUniqueOrThrow({ where: { id: message.id } });
    const before = bodies(await editsOf(bob, message.id)) ?? [];
    expect(before.at(-1)).toBe('One');
    expect([body, ...before].toSorted()).toEqual(['Five', 'Four', 'One', 'Three', 'Two']);
  });

  it('[ED3] go when the message is deleted', async () => {
    const { ann, bob, message } = await scene();
    await edit(ann, message.id, 'Two');
    await ann.must('deleteMessage', { messageId: message.id });
    expect(bodies(await editsOf(bob, message.id))).toEqual([]);
    expect(await world.prisma.messageEdit.count({ where: { messageId: message.id } })).toBe(0);
  });

  it('[ED3] go when the author’s account is deleted, and nobody else’s do; the message stays', async () => {
    const { ann, bob, threadId, message } = await scene();
    const answer = await say(bob, threadId, 'Yes');
    await edit(ann, message.id, 'Two');
    await edit(bob, answer.id, 'No');
    await ann.must('deleteAccount', { password: testPassword });
    expect(bodies(await editsOf(bob, message.id))).toEqual([]);
    expect(bodies(await editsOf(bob, answer.id))).toEqual(['Yes']);
    expect(await world.prisma.messageEdit.count({ where: { authorId: ann.id } })).toBe(0);
    expect((await world.prisma.message.findUniqueOrThrow({ where: { id: message.id } })).body).toBe('Two');
  });

  it('[ED4] are seen by newcomers, and by nobody who has left', async () => {
    const [ann, bob, eve] = (await world.people(3)) as [Person, Person, Person];
    const room = await group(ann, { members: [bob] });
    const { id } = await say(ann, room, 'One');
    await edit(ann, id, 'Two');
    expect(await editsOf(eve, id)).toBeUndefined();
    await ann.must('addParticipant', { threadId: room, userId: eve.id });
    expect(bodies(await editsOf(eve, id))).toEqual(['One']);
    await eve.must('leaveGroup', { threadId: room });
    expect(await editsOf(eve, id)).toBeUndefined();
  });
});
