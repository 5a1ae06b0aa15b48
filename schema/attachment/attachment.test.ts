import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { footprint } from '../testing/rows.ts';
import { direct, say } from '../testing/threads.ts';
import { asked, uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { sweep } from './sweep.ts';

const world = await openWorld();
/** Another instance. */
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

let [ann, bob]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  [ann, bob] = await world.people(2);
  threadId = await direct(ann!, bob!);
});

const send = (person: Person, input: object) => person.does('sendMessage', { threadId, body: '', ...input });

describe('a message with files', () => {
  it('[AT14] carries up to 10 in the order named, and needs no words', async () => {
    const ids = [];
    for (let count = 0; count < 10; count += 1) ids.push(await uploaded(ann!));
    ids.reverse();
    const message = await say(ann!, threadId, '', { attachmentIds: ids });
    expect([message.body, message.attachments.map(({ id }) => id)]).toEqual(['', ids]);
    const { node } = await bob!.query<{ node: typeof message }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { attachments { id } } } }',
      { id: message.id },
    );
    expect(node.attachments.map(({ id }) => id)).toEqual(ids);
  });

  it('[AT14] [SE2] [MS11] keeps their names in this order, each behind a separator, until it is deleted', async () => {
    const ids = [await uploaded(ann!, undefined, 'zebra.txt'), await uploaded(ann!, undefined, 'ant.txt')];
    const sent = await say(ann!, threadId, 'Animals', { attachmentIds: ids });
    const { messages } = await ann!.must('forwardMessage', { messageId: sent.id, threadIds: [threadId] });
    const names = async ({ id }: { id: string }) =>
      (await world.prisma.message.findUniqueOrThrow({ where: { id } })).fileNames;
    for (const message of [sent, ...messages]) {
      expect(await names(message)).toBe('\x1Fzebra.txt\x1Fant.txt');
      await ann!.must('deleteMessage', { messageId: message.id });
      expect(await names(message)).toBe('');
    }
  });

  it('[AT14] is refused with none and no words, with 11, and with one twice', async () => {
    const id = await uploaded(ann!);
    const before = await footprint(world);
    const wrong = async (input: object) => (await send(ann!, input)).fields?.map(({ path }) => path);
    expect(await wrong({ attachmentIds: [] })).toEqual(['body']);
    expect(await wrong({ attachmentIds: Array.from({ length: 11 }, () => newId('att')) })).toEqual([
      'attachmentIds',
    ]);
    expect(await wrong({ attachmentIds: [id, id] })).toEqual(['attachmentIds']);
    expect(await wrong({ attachmentIds: [id, 'x', newId('msg')] })).toEqual([
      'attachmentIds.1',
      'attachmentIds.2',
    ]);
    expect(await footprint(world)).toBe(before);
  });

  it('[AT15] takes own files alone that are complete and in no other message; nothing is written otherwise', async () => {
    const good = await uploaded(ann!);
    const used = await uploaded(ann!);
    await say(ann!, threadId, '', { attachmentIds: [used] });
    const cases = [
      [newId('att'), 'NotFoundError'],
      [await uploaded(bob!), 'NotFoundError'],
      [await asked(ann!), 'ConflictError'],
      [used, 'ConflictError'],
    ] as const;
    for (const [id, type] of cases) {
      const before = await footprint(world);
      expect((await send(ann!, { attachmentIds: [good, id] })).__typename).toBe(type);
      expect((await send(ann!, { attachmentIds: [id], clientMutationId: 'key' })).__typename).toBe(type);
      expect(await footprint(world)).toBe(before);
    }
    expect((await send(ann!, { attachmentIds: [good] })).__typename).toBe('SendMessagePayload');
  });

  it('[MS3] [MS4] is stored once however often it is sent, and its files are part of what was sent', async () => {
    const [one, two] = [await uploaded(ann!), await uploaded(ann!)];
    const message = { id: newId('msg'), attachmentIds: [one, two], clientMutationId: newId('msg') };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => send(index % 2 ? other.as(ann!) : ann!, message)),
    );
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(outcomes[0]!.message.attachments.map(({ id }) => id)).toEqual([one, two]);
    const { clientMutationId: _key, ...bare } = message;
    for (const attachmentIds of [[two, one], [one], []])
      expect((await send(ann!, { ...bare, attachmentIds, body: 'x' })).__typename).toBe('ConflictError');
    expect((await send(ann!, bare)).message).toEqual(outcomes[0]!.message);
  });

  it('[AT15] [MS6] of sends at once that want the same file one gets it, on all instances together', async () => {
    const file = await uploaded(ann!);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        send(index % 2 ? other.as(ann!) : ann!, { attachmentIds: [file] }),
      ),
    );
    const types = outcomes.map(({ __typename }) => __typename);
    expect(types.filter((type) => type === 'SendMessagePayload')).toHaveLength(1);
    expect(types.filter((type) => type === 'ConflictError')).toHaveLength(7);
    const messages = await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  });

  it('[MS6] keeps its author’s order among other messages', async () => {
    const files = [await uploaded(ann!), await uploaded(ann!)];
    const sent = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        send(ann!, {
          body: `${index}`,
          attachmentIds: index % 4 === 2 ? [files[Math.floor(index / 4)]] : [],
        }),
      ),
    );
    const seqs = sent.map(({ message }) => message.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  });

  it('[AT10] has none once it is deleted', async () => {
    const file = await uploaded(ann!);
    const { id } = await say(ann!, threadId, 'Look', { attachmentIds: [file] });
    const { message } = await ann!.must('deleteMessage', { messageId: id });
    expect(message.attachments).toEqual([]);
    expect((await send(ann!, { attachmentIds: [file] })).__typename).toBe('ConflictError');
  });
});

describe('asking for a place', () => {
  it('[AT12] needs a name, a media type and a size that can be', async () => {
    const good = { name: 'a.png', contentType: 'image/png', size: 1 };
    const wrong = async (input: object) =>
      (await ann!.does('createUpload', { ...good, ...input })).fields?.map(({ path }) => path);
    for (const name of ['', ' ', 'a/b', 'a\\b', 'a\nb', '\u202Egnp.exe', 'x'.repeat(256)])
      expect([name, await wrong({ name })]).toEqual([name, ['name']]);
    for (const contentType of ['image', 'image/png\nx: y', '<b>/x', `x/${'y'.repeat(65)}`])
      expect([contentType, await wrong({ contentType })]).toEqual([contentType, ['contentType']]);
    for (const size of [0, -1]) expect(await wrong({ size })).toEqual(['size']);
    expect(await wrong({ sha256: 'abc' })).toEqual(['sha256']);
    expect(
      (await ann!.must('createUpload', { ...good, contentType: 'Text/Plain; charset=utf-8' })).method,
    ).toBe('PUT');
  });

  it('[ER10] gives the same id again by the same key, and says whether the file is gone', async () => {
    const person = await world.person();
    const pair = await direct(person, bob!);
    const place = async (key: string, more: object = {}) => {
      const input = { name: 'a.png', contentType: 'image/png', size: 1, clientMutationId: key, ...more };
      const { attachmentId: id, deleted } = await person.must('createUpload', input);
      return { id, deleted };
    };
    const stored = async ({ id }: { id: string }) => {
      await world.prisma.attachment.update({
        where: { id },
        data: { completedAt: new Date(), kind: 'IMAGE' },
      });
    };

    const first = await place('key');
    expect(first.deleted).toBe(false);
    await stored(first);
    const { id: messageId } = await say(person, pair, '', { attachmentIds: [first.id] });
    expect(await place('key')).toEqual(first);
    await person.must('deleteMessage', { messageId });
    expect(await place('key')).toEqual({ ...first, deleted: true });
    await sweep(world.prisma, async () => {});
    expect(await place('key')).toEqual({ ...first, deleted: true });

    const purpose = 'PICTURE';
    const picture = await place('another key', { purpose });
    expect(picture).toEqual({ id: expect.not.stringMatching(first.id) as string, deleted: false });
    await stored(picture);
    await person.must('updateProfile', { pictureId: picture.id });
    expect(await place('another key', { purpose })).toEqual(picture);
    await person.must('updateProfile', { pictureId: '' });
    expect(await place('another key', { purpose })).toEqual({ ...picture, deleted: true });
  });

  it('[AT12] is refused to who has 100 files that wait', async () => {
    const person = await world.person();
    await world.prisma.attachment.createMany({
      data: Array.from({ length: 100 }, () => ({
        id: newId('att'),
        ownerId: person.id,
        name: 'x',
        contentType: 'x/y',
        size: 1,
      })),
    });
    const outcome = await person.does('createUpload', { name: 'x', contentType: 'x/y', size: 1 });
    expect([outcome.__typename, outcome.final]).toEqual(['LimitError', false]);
  });
});
