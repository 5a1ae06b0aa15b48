import { afterAll, describe, expect, it } from 'vitest';
import { readableAttachment } from '../attachment/load.ts';
import { bytesIdOf } from '../attachment/rules.ts';
import { sweep } from '../attachment/sweep.ts';
import { newId } from '../id.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
/** Another instance. */
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

/** Ann and Bob talk; Bob also talks with Eve, and has a group with her. */
const scene = async () => {
  const [ann, bob, eve] = (await world.people(3)) as [Person, Person, Person];
  const from = await direct(ann, bob);
  const pair = await direct(bob, eve);
  const room = await group(bob, { members: [eve] });
  return { ann, bob, eve, from, pair, room, message: await say(ann, from, 'Hello') };
};

const forward = async (person: Person, messageId: string, threadIds: string[], more = {}) =>
  (await person.must('forwardMessage', { messageId, threadIds, ...more })).messages;
const refusal = async (person: Person, input: Record<string, unknown>) =>
  (await person.does('forwardMessage', input)).__typename;
const countIn = (threadId: string) => world.prisma.message.count({ where: { threadId } });

describe('a forwarded message', () => {
  it('[FW1] [FW2] says again what was said, by its name, and tells nothing else of it', async () => {
    const { ann, bob, eve, from, pair, room } = await scene();
    const quoted = await say(bob, from, 'What?');
    const message = await say(ann, from, 'Answer', { replyToId: quoted.id });
    await ann.must('addReaction', { messageId: message.id, emoji: '👍' });
    await ann.must('pinMessage', { messageId: message.id });
    const copies = await forward(bob, message.id, [pair, room]);
    expect(copies.map(({ thread }) => thread.id)).toEqual([pair, room]);
    for (const { id } of copies) {
      const { node } = await eve.query<{ node: object }>(
        `query ($id: ID!) { node(id: $id) { ... on Message {
          body author { id } forwardedFrom { id } replyTo { id } reactions { emoji } pinnedAt editedAt } } }`,
        { id },
      );
      expect(node).toEqual({
        body: 'Answer',
        author: { id: bob.id },
        forwardedFrom: { id: ann.id },
        replyTo: null,
        reactions: [],
        pinnedAt: null,
        editedAt: null,
      });
    }
    const [again] = await forward(eve, copies[0]!.id, [room]);
    expect(again).toMatchObject({ author: { id: eve.id }, forwardedFrom: { id: ann.id } });
  });

  it('[FW1] mentions nobody, whoever it names', async () => {
    const { ann, bob, eve, from, room } = await scene();
    const { id } = await say(ann, from, `@${eve.handle} and @all`);
    const [copy] = await forward(bob, id, [room]);
    expect(copy).toMatchObject({ body: `@${eve.handle} and @all`, mentions: [], mentionsAll: false });
    expect(await world.prisma.mention.count({ where: { messageId: copy!.id } })).toBe(0);
  });

  it('[FW1] [FW3] stands in all of the threads or, where one refuses it, in none', async () => {
    const { ann, bob, eve, from, pair, room, message } = await scene();
    const theirs = await group(eve, { members: [bob] });
    await eve.must('updateGroupSettings', { threadId: theirs, whoMayPost: 'ADMINS' });
    const closed = await group(bob, { members: [eve] });
    await bob.must('archiveGroup', { threadId: closed });
    const strange = await direct(ann, eve);
    const before = await countIn(pair);
    for (const [threadId, as] of [
      [theirs, 'ForbiddenError'],
      [closed, 'ForbiddenError'],
      [strange, 'NotFoundError'],
      [newId('thr'), 'NotFoundError'],
    ])
      expect(await refusal(bob, { messageId: message.id, threadIds: [pair, threadId, room] })).toBe(as);
    expect(await countIn(pair)).toBe(before);
    // Out of what is archived one forwards, as one reads it; and to where it stands, too.
    const word = await say(ann, from, 'Word');
    expect((await forward(ann, word.id, [from]))[0]).toMatchObject({ forwardedFrom: { id: ann.id } });
  });

  it('[FW4] is nothing that one does not see, no system line, and nothing deleted', async () => {
    const { ann, bob, eve, pair, room, message } = await scene();
    expect(await refusal(eve, { messageId: message.id, threadIds: [pair] })).toBe('NotFoundError');
    expect(await refusal(bob, { messageId: newId('msg'), threadIds: [pair] })).toBe('NotFoundError');
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: room, authorId: null } });
    expect(await refusal(bob, { messageId: line.id, threadIds: [pair] })).toBe('ForbiddenError');
    await ann.must('deleteMessage', { messageId: message.id });
    expect(await refusal(bob, { messageId: message.id, threadIds: [pair] })).toBe('ConflictError');
    const old = await say(bob, room, 'Old secret');
    await bob.must('updateGroupSettings', { threadId: room, historyVisible: false });
    await bob.must('addParticipant', { threadId: room, userId: ann.id });
    expect(await refusal(ann, { messageId: old.id, threadIds: [room] })).toBe('NotFoundError');
  });

  it('[FW5] takes its files along, which stay until the last that carries them is deleted', async () => {
    const { ann, bob, eve, from, pair, room } = await scene();
    const file = await uploaded(ann, { width: 2, height: 2 });
    const text = await uploaded(ann);
    const message = await say(ann, from, '', { attachmentIds: [file, text] });
    const copies = await forward(bob, message.id, [pair, room]);
    const ids = copies.map(({ attachments }) => attachments[0]!.id);
    expect(new Set([file, ...ids]).size).toBe(3);
    expect(copies[0]!.attachments.map(({ kind, width }) => [kind, width])).toEqual([
      ['IMAGE', 2],
      ['FILE', null],
    ]);
    const readable = (person: Person, id: string) => readableAttachment(world.prisma, person.viewer, id);
    expect(await readable(eve, file)).toBeNull();
    expect(await readable(ann, ids[0]!)).toBeNull();
    for (const id of ids) expect(bytesIdOf((await readable(eve, id))!)).toBe(file);

    const removed: string[] = [];
    const sweepAll = () => sweep(world.prisma, async (id) => void removed.push(id));
    await ann.must('deleteMessage', { messageId: message.id });
    await sweepAll();
    await bob.must('deleteMessage', { messageId: copies[0]!.id });
    await sweepAll();
    expect(removed).toEqual([]);
    expect(await readable(eve, ids[1]!)).not.toBeNull();
    const [again] = await forward(eve, copies[1]!.id, [pair]);
    await bob.must('deleteMessage', { messageId: copies[1]!.id });
    await eve.must('deleteMessage', { messageId: again!.id });
    await Promise.all([sweepAll(), sweepAll()]);
    expect(new Set(removed)).toEqual(new Set([file, text]));
    expect(await world.prisma.attachment.count({ where: { messageId: null, position: { not: null } } })).toBe(
      0,
    );
  });

  it('[FW6] counts its files once among those of who forwards it, up to what an account may have', async () => {
    const { ann, bob, from, pair, room } = await scene();
    const file = await uploaded(ann);
    const limit = (await bob.context()).files.limits.account;
    const message = await say(ann, from, 'Large', { attachmentIds: [file] });
    const large = { where: { id: file }, data: { size: limit - 1000 } };
    await world.prisma.attachment.update(large);
    await forward(bob, message.id, [pair, room]);
    await forward(bob, message.id, [room]);
    const more = { name: 'a', contentType: 'text/plain' };
    expect((await bob.does('createUpload', { ...more, size: 1001 })).code).toBe('LIMIT_REACHED');
    expect((await bob.does('createUpload', { ...more, size: 1000 })).__typename).toBe('CreateUploadPayload');
    const another = await say(ann, from, 'More', { attachmentIds: [await uploaded(ann)] });
    expect(await refusal(bob, { messageId: another.id, threadIds: [room] })).toBe('LimitError');
  });

  it('[FW7] is the same under the same ids, also from several tries, and when the original is gone', async () => {
    const { ann, bob, pair, room, message } = await scene();
    const ids = [newId('msg'), newId('msg')];
    const input = { messageId: message.id, threadIds: [pair, room], ids };
    const [first, ...others] = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 ? other.as(bob) : bob).must('forwardMessage', input),
      ),
    );
    expect(first!.messages.map(({ id }) => id)).toEqual(ids);
    for (const outcome of others) expect(outcome).toEqual(first);
    await ann.must('deleteMessage', { messageId: message.id });
    expect((await bob.must('forwardMessage', input)).messages.map(({ body }) => body)).toEqual([
      'Hello',
      'Hello',
    ]);
    expect(await world.prisma.event.count({ where: { messageId: { in: ids } } })).toBe(2);
  });

  it('[FW7] [MS11] is the same where a copy is deleted by then, of which nothing tells what it was', async () => {
    const { bob, pair, room, message } = await scene();
    const ids = [newId('msg'), newId('msg')];
    const input = { messageId: message.id, threadIds: [pair, room], ids };
    await bob.must('forwardMessage', input);
    const { message: gone } = await bob.must('deleteMessage', { messageId: ids[1] });
    expect(gone.forwardedFrom).toBeNull();
    expect(await world.prisma.message.findUniqueOrThrow({ where: { id: ids[1]! } })).toMatchObject({
      digest: null,
      forwardedFromId: null,
    });
    expect((await bob.must('forwardMessage', input)).messages.map(({ body }) => body)).toEqual(['Hello', '']);
  });

  it('[FW7] is a conflict where the id was used for something else', async () => {
    const { ann, bob, from, pair, room, message } = await scene();
    const id = newId('msg');
    await forward(bob, message.id, [pair], { ids: [id] });
    const another = await say(ann, from, 'Another');
    for (const input of [
      { messageId: another.id, threadIds: [pair], ids: [id] },
      { messageId: message.id, threadIds: [room], ids: [id] },
      { messageId: message.id, threadIds: [room], ids: [message.id] },
    ])
      expect(await refusal(bob, input)).toBe('ConflictError');
    const sent = await bob.does('sendMessage', { id, threadId: pair, body: 'Hello' });
    expect(sent.__typename).toBe('ConflictError');
  });

  it('[FW8] is not edited, and deleted like any other', async () => {
    const { bob, eve, room, message } = await scene();
    const [copy] = await forward(bob, message.id, [room]);
    const edited = await bob.does('editMessage', { messageId: copy!.id, body: 'Put into her mouth' });
    expect(edited.__typename).toBe('ForbiddenError');
    await eve.must('addReaction', { messageId: copy!.id, emoji: '👍' });
    const answer = await say(eve, room, 'Ah', { replyToId: copy!.id });
    expect(answer.replyTo).toEqual({ id: copy!.id });
    const { message: gone } = await bob.must('deleteMessage', { messageId: copy!.id });
    expect(gone.body).toBe('');
  });

  it('[FW9] goes to 1–10 threads, each once, with an id for each', async () => {
    const { bob, pair, room, message } = await scene();
    const { id: messageId } = message;
    const paths = async (input: Record<string, unknown>) =>
      (await bob.does('forwardMessage', { messageId, ...input })).fields.map(({ path }) => path);
    expect(await paths({ threadIds: [] })).toEqual(['threadIds']);
    expect(await paths({ threadIds: [pair, pair] })).toEqual(['threadIds']);
    expect(await paths({ threadIds: Array.from({ length: 11 }, () => newId('thr')) })).toEqual(['threadIds']);
    expect(await paths({ threadIds: [pair, room], ids: [newId('msg')] })).toEqual(['ids']);
    const id = newId('msg');
    expect(await paths({ threadIds: [pair, room], ids: [id, id] })).toEqual(['ids']);
    expect(await paths({ threadIds: ['x', room] })).toEqual(['threadIds.0']);
  });
});
