import { afterAll, describe, expect, it } from 'vitest';
import { readableAttachment } from '../attachment/load.ts';
import { sweep } from '../attachment/sweep.ts';
import { direct, group, say } from '../testing/threads.ts';
import { asked, uploaded, uploadedPicture } from '../testing/uploads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

const urlOf = (id: string) => `https://parley.example/files/${id}`;

async function scene() {
  const [ann, bob, cat] = (await world.people(3)) as [Person, Person, Person];
  return { ann, bob, cat, threadId: await group(ann, { members: [bob] }) };
}

async function avatarOf({ id }: Person, asker: Person): Promise<string | null> {
  const { node } = await asker.query<{ node: { avatarUrl: string | null } }>(
    'query ($id: ID!) { node(id: $id) { ... on User { avatarUrl } } }',
    { id },
  );
  return node.avatarUrl;
}

async function pictureOf(id: string, asker: Person): Promise<string | null | undefined> {
  const { thread } = await asker.query<{ thread: { pictureUrl: string | null } | null }>(
    'query ($id: ID!) { thread(id: $id) { pictureUrl } }',
    { id },
  );
  return thread?.pictureUrl;
}

const sees = async ({ viewer }: Person, id: string) =>
  (await readableAttachment(world.prisma, viewer, id)) !== null;

/** What is swept up now, of these. */
async function swept(...ids: string[]): Promise<string[]> {
  const gone: string[] = [];
  await sweep(world.prisma, async (id) => void gone.push(id));
  return ids.filter((id) => gone.includes(id));
}

const events = (where: object) => world.prisma.event.count({ where });

describe('a person’s picture', () => {
  it('[PI1] [PI4] [PI6] is set, seen by everybody, told, and taken away', async () => {
    const { ann, cat } = await scene();
    const pictureId = await uploadedPicture(ann);
    expect(await sees(cat, pictureId)).toBe(false);
    await ann.must('updateProfile', { pictureId });
    expect(await avatarOf(ann, cat)).toBe(urlOf(pictureId));
    expect(await sees(cat, pictureId)).toBe(true);
    await ann.must('updateProfile', { displayName: 'Ann' });
    await ann.must('updateProfile', { pictureId: null });
    expect(await avatarOf(ann, cat)).toBe(urlOf(pictureId));
    await ann.must('updateProfile', { pictureId: '' });
    expect(await avatarOf(ann, cat)).toBeNull();
    expect(await sees(cat, pictureId)).toBe(false);
    expect(await events({ kind: 'USER_UPDATED', userId: ann.id })).toBe(3);
    expect(await swept(pictureId)).toEqual([pictureId]);
  });

  it('[AC15] [PI3] that is there already changes nothing', async () => {
    const { ann } = await scene();
    await ann.must('updateProfile', { pictureId: '' });
    const pictureId = await uploadedPicture(ann);
    await ann.must('updateProfile', { pictureId });
    await ann.must('updateProfile', { pictureId });
    expect(await events({ kind: 'USER_UPDATED', userId: ann.id })).toBe(1);
  });

  it('[PI5] [PI7] makes place for another one, which has another address', async () => {
    const { ann, bob } = await scene();
    const [first, second] = [await uploadedPicture(ann), await uploadedPicture(ann)];
    await ann.must('updateProfile', { pictureId: first });
    expect(await swept(first)).toEqual([]);
    await ann.must('updateProfile', { pictureId: second });
    expect([await sees(bob, first), await sees(bob, second)]).toEqual([false, true]);
    expect(await ann.does('updateProfile', { pictureId: first })).toMatchObject({ code: 'CONFLICT' });
    expect(await avatarOf(ann, bob)).toBe(urlOf(second));
    expect(await swept(first, second)).toEqual([first]);
  });

  it('[PI7] of several that are set at once one is left, and no other', async () => {
    const { ann, bob } = await scene();
    const ids = await Promise.all([1, 2, 3, 4].map(() => uploadedPicture(ann)));
    await Promise.all(ids.map((pictureId) => ann.must('updateProfile', { pictureId })));
    const url = await avatarOf(ann, bob);
    const kept = await world.prisma.attachment.findMany({ where: { pictureOf: ann.id } });
    expect(kept.map(({ id }) => urlOf(id))).toEqual([url]);
  });

  it('[PI3] is the viewer’s own, complete, and for this purpose; nothing is done otherwise', async () => {
    const { ann, bob } = await scene();
    const tried = async (pictureId: string) => ann.does('updateProfile', { pictureId, displayName: 'Other' });
    expect(await tried(await uploadedPicture(bob))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tried('att_01890000-0000-7000-8000-000000000000')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tried(await uploaded(ann, { width: 2, height: 2 }))).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ path: 'pictureId' }],
    });
    expect(await tried(await asked(ann, { purpose: 'PICTURE' }))).toMatchObject({ code: 'CONFLICT' });
    expect(await tried('no id')).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'pictureId' }] });
    expect(await world.prisma.user.findUnique({ where: { id: ann.id } })).toMatchObject({
      displayName: ann.displayName,
      pictureId: null,
    });
    expect(await events({ kind: 'USER_UPDATED', userId: ann.id })).toBe(0);
  });

  it('[PI3] is carried by no message, and what a message carries is no picture', async () => {
    const { ann, bob, threadId } = await scene();
    const pictureId = await uploadedPicture(ann);
    await ann.must('updateProfile', { pictureId });
    const send = { threadId, body: '', attachmentIds: [pictureId] };
    expect(await ann.does('sendMessage', send)).toMatchObject({ code: 'CONFLICT' });
    const sent = await uploadedPicture(ann);
    await say(ann, threadId, 'Here', { attachmentIds: [sent] });
    expect(await ann.does('updateProfile', { pictureId: sent })).toMatchObject({ code: 'CONFLICT' });
    expect(await avatarOf(ann, bob)).toBe(urlOf(pictureId));
  });

  it('[PI2] has at most 10 MB', async () => {
    const { ann } = await scene();
    const input = { name: 'me.png', contentType: 'image/png', size: 10 * 1024 * 1024 + 1 };
    expect(await ann.does('createUpload', { ...input, purpose: 'PICTURE' })).toMatchObject({
      code: 'LIMIT_REACHED',
      final: true,
      reason: 'A picture of a person or a group has at most 10 MB.',
    });
    await ann.must('createUpload', input);
    await ann.must('createUpload', { ...input, size: input.size - 1, purpose: 'PICTURE' });
  });

  it('[PI7] [AC18] goes with the account, and the group’s that they set stays', async () => {
    const { ann, bob, threadId } = await scene();
    const [own, ours] = [await uploadedPicture(ann), await uploadedPicture(ann)];
    await ann.must('updateProfile', { pictureId: own });
    await ann.must('updateGroupSettings', { threadId, pictureId: ours });
    await ann.must('deleteAccount', { password: testPassword });
    expect(await avatarOf(ann, bob)).toBeNull();
    expect([await sees(bob, own), await sees(bob, ours)]).toEqual([false, true]);
    expect(await swept(own, ours)).toEqual([own]);
  });
});

describe('a group’s picture', () => {
  it('[PI1] [PI4] [PI6] is set by admins, seen by its people, told with a line, and taken away', async () => {
    const { ann, bob, cat, threadId } = await scene();
    expect(
      await bob.does('updateGroupSettings', { threadId, pictureId: await uploadedPicture(bob) }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    await ann.must('setParticipantRole', { threadId, userId: bob.id, role: 'ADMIN' });
    const pictureId = await uploadedPicture(bob);
    await bob.must('updateGroupSettings', { threadId, pictureId });
    await bob.must('updateGroupSettings', { threadId, pictureId });
    expect(await pictureOf(threadId, ann)).toBe(urlOf(pictureId));
    expect([await sees(ann, pictureId), await sees(cat, pictureId)]).toEqual([true, false]);
    await ann.must('updateGroupSettings', { threadId, pictureId: '' });
    expect(await pictureOf(threadId, bob)).toBeNull();
    const last = await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
    expect(last.slice(-2).map(({ body }) => body)).toEqual([
      `${bob.displayName} changed the group’s picture`,
      `${ann.displayName} removed the group’s picture`,
    ]);
    expect(await events({ kind: 'GROUP_SETTINGS_CHANGED', threadId })).toBe(2);
    expect(await swept(pictureId)).toEqual([pictureId]);
  });

  it('[PI4] [PI6] is not for who has left, and again for who comes back', async () => {
    const { ann, bob, threadId } = await scene();
    const pictureId = await uploadedPicture(ann);
    await ann.must('updateGroupSettings', { threadId, pictureId });
    const { outcome } = await bob.query<{ outcome: { thread: { pictureUrl: string | null } } }>(
      `mutation ($input: LeaveGroupInput!) { outcome: leaveGroup(input: $input) {
        ... on LeaveGroupPayload { thread { pictureUrl } } } }`,
      { input: { threadId } },
    );
    expect(outcome.thread.pictureUrl).toBeNull();
    expect(await sees(bob, pictureId)).toBe(false);
    await ann.must('addParticipant', { threadId, userId: bob.id });
    expect(await sees(bob, pictureId)).toBe(true);
  });

  it('[PI7] goes with the group', async () => {
    const { ann, threadId } = await scene();
    const pictureId = await uploadedPicture(ann);
    await ann.must('updateGroupSettings', { threadId, pictureId });
    await ann.must('deleteGroup', { threadId });
    expect(await sees(ann, pictureId)).toBe(false);
    expect(await swept(pictureId)).toEqual([pictureId]);
  });

  it('[PI3] is nobody else’s picture at the same time, and a direct thread has none', async () => {
    const { ann, bob, threadId } = await scene();
    const pictureId = await uploadedPicture(ann);
    await ann.must('updateProfile', { pictureId });
    expect(await ann.does('updateGroupSettings', { threadId, pictureId })).toMatchObject({
      code: 'CONFLICT',
    });
    const pair = await direct(ann, bob);
    const another = await uploadedPicture(ann);
    expect(await ann.does('updateGroupSettings', { threadId: pair, pictureId: another })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

it('[PI7] a picture in use does not wait for being sent, and one that is not goes after a day', async () => {
  const { ann } = await scene();
  const [used, unused] = [await uploadedPicture(ann), await uploadedPicture(ann)];
  await ann.must('updateProfile', { pictureId: used });
  await world.prisma.attachment.updateMany({
    where: { id: { in: [used, unused] } },
    data: { createdAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
  });
  expect(await swept(used, unused)).toEqual([unused]);
});
