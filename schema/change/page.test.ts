import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { cursorOf } from '../testing/cursor.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
beforeAll(async () => {
  [ann, bob, cat] = await world.people(3);
});

interface Page {
  cursor: string;
  hasMore: boolean;
  changes: {
    __typename: string;
    cursor: string;
    at: string;
    threadId?: string;
    message?: { id: string; body: string };
    thread?: { id: string; name: string | null };
    kind?: string;
    actor?: { id: string } | null;
    user?: { id: string } | null;
  }[];
}

const document = `query ($after: Cursor!, $first: Int) { changes(after: $after, first: $first) {
  cursor hasMore changes {
    __typename cursor at
    ... on MessageAdded { message { id body } } ... on MessageEdited { message { id body } } ... on MessageDeleted { message { id body } }
    ... on GroupUpdated { kind actor { id } user { id } thread { id name } }
    ... on ReceiptMoved { thread { id name } } ... on ThreadAdded { thread { id name } } ... on ThreadLeft { threadId }
  }
} }`;

async function pageAfter(person: Person, after: string, first?: number): Promise<Page> {
  await settled(world);
  return (await person.query<{ changes: Page }>(document, { after, first })).changes;
}

const typesOf = (page: Page) => page.changes.map((change) => change.__typename);

describe('the log as a query', () => {
  it('[LV12] is the same in pages of any size', async () => {
    const after = await cursorOf(world, ann!);
    const threadId = await group(ann!, { members: [bob!] });
    for (let index = 0; index < 7; index += 1) {
      const { id } = await say(bob!, threadId, `${index}`);
      if (index % 2) await bob!.must('editMessage', { messageId: id, body: `${index}!` });
      // What is not for Ann stands in between.
      await say(bob!, await direct(bob!, cat!), 'Psst');
    }
    await ann!.must('markRead', { threadId, seq: 100 });
    const whole = await pageAfter(ann!, after, 100);
    expect(whole.hasMore).toBe(false);
    expect(whole.changes.length).toBeGreaterThan(12);
    for (const first of [1, 2, 3, 5]) {
      const walked: Page['changes'] = [];
      let cursor = after;
      for (;;) {
        const page = await pageAfter(ann!, cursor, first);
        expect(page.changes.length).toBeLessThanOrEqual(first);
        walked.push(...page.changes);
        cursor = page.cursor;
        if (!page.hasMore) break;
      }
      expect(walked).toEqual(whole.changes);
    }
    // From any of its changes on, the rest.
    for (const [index, change] of whole.changes.entries()) {
      expect((await pageAfter(ann!, change.cursor, 100)).changes).toEqual(whole.changes.slice(index + 1));
    }
    expect(await pageAfter(ann!, whole.cursor)).toMatchObject({ changes: [], hasMore: false });
  });

  it('[LV12] has 50 a page where nothing is said, and at most 100', async () => {
    const threadId = await direct(ann!, bob!);
    const after = await cursorOf(world, ann!);
    await Promise.all(Array.from({ length: 110 }, () => say(bob!, threadId)));
    expect(await pageAfter(ann!, after)).toMatchObject({ hasMore: true });
    expect((await pageAfter(ann!, after)).changes).toHaveLength(50);
    expect((await pageAfter(ann!, after, 100)).changes).toHaveLength(100);
    for (const first of [0, -1, 101]) {
      const { errors } = await ann!.ask(document, { after, first });
      expect(errors?.map(({ code, fields }) => [code, fields.map((field) => field.path)])).toEqual([
        ['BAD_INPUT', ['first']],
      ]);
    }
  });

  it('[LV10] refuses a cursor that it did not make', async () => {
    const good = await cursorOf(world, ann!);
    const page = (
      await ann!.query<{ users: { edges: { cursor: string }[] } }>('{ users { edges { cursor } } }')
    ).users.edges[0]!.cursor;
    const wrong = [
      '',
      'x',
      page,
      good.slice(0, -1),
      `${good}A`,
      good.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      newId('msg'),
      '\0',
      '😀',
    ];
    for (const after of wrong) {
      const { data, errors } = await ann!.ask(document, { after });
      expect([after, data, errors?.map((error) => error.code)]).toEqual([after, null, ['RESYNC_REQUIRED']]);
    }
    for (const after of [7, null, true, ['x']])
      expect((await ann!.ask(document, { after })).errors?.map((error) => error.code)).toEqual([
        'BAD_REQUEST',
      ]);
  });

  it('[LV2] tells each mutation once, in order, to everybody who may see it', async () => {
    const afters = await Promise.all([ann!, bob!, cat!].map((person) => cursorOf(world, person)));
    const threadId = await group(ann!, { members: [bob!], name: 'One' });
    const { id } = await say(bob!, threadId, 'First');
    await bob!.must('editMessage', { messageId: id, body: 'Second' });
    await ann!.must('updateGroupName', { threadId, name: 'Two' });
    await ann!.must('setParticipantRole', { threadId, userId: bob!.id, role: 'ADMIN' });
    await bob!.must('addParticipant', { threadId, userId: cat!.id });
    await cat!.must('markRead', { threadId, seq: 1000 });
    await bob!.must('deleteMessage', { messageId: id });
    await bob!.must('removeParticipant', { threadId, userId: cat!.id });
    await bob!.must('leaveGroup', { threadId });
    const [forAnn, forBob, forCat] = await Promise.all(
      [ann!, bob!, cat!].map((person, index) => pageAfter(person, afters[index]!, 100)),
    );

    expect(
      forAnn!.changes
        .filter((change) => change.__typename === 'GroupUpdated')
        .map(({ kind, actor, user }) => [kind, actor?.id, user?.id ?? null]),
    ).toEqual([
      ['CREATED', ann!.id, null],
      ['RENAMED', ann!.id, null],
      ['ROLE_CHANGED', ann!.id, bob!.id],
      ['PARTICIPANT_ADDED', bob!.id, cat!.id],
      ['PARTICIPANT_REMOVED', bob!.id, cat!.id],
      ['PARTICIPANT_LEFT', bob!.id, bob!.id],
    ]);
    const texts = typesOf(forAnn!).filter((type) => type.startsWith('Message'));
    // Made, said, edited, renamed, role, added, deleted, removed, left.
    expect(texts).toEqual([
      'MessageAdded',
      'MessageAdded',
      'MessageEdited',
      'MessageAdded',
      'MessageAdded',
      'MessageAdded',
      'MessageDeleted',
      'MessageAdded',
      'MessageAdded',
    ]);
    expect(
      forAnn!.changes.every(
        (change) => change.__typename !== 'GroupUpdated' || change.thread?.name === 'Two',
      ),
    ).toBe(true);
    // Of what one is no longer in, one thing.
    expect(forBob!.changes.map(({ __typename, threadId: left }) => [__typename, left])).toEqual([
      ['ThreadLeft', threadId],
    ]);
    expect(forCat!.changes.map(({ __typename, threadId: left }) => [__typename, left])).toEqual([
      ['ThreadLeft', threadId],
    ]);
  });

  it('[LV15] tells who made a change as well', async () => {
    const threadId = await direct(ann!, bob!);
    const after = await cursorOf(world, ann!);
    const { id } = await say(ann!, threadId, 'From my telephone');
    await ann!.must('markRead', { threadId, seq: 0 });
    const { changes } = await pageAfter(ann!, after);
    expect(changes.map((change) => [change.__typename, change.message?.id])).toEqual([['MessageAdded', id]]);
  });

  it('[LV8] [LV9] of a group that one left and came back to begins where one came back', async () => {
    const after = await cursorOf(world, cat!);
    const threadId = await group(ann!, { members: [cat!] });
    await say(ann!, threadId, 'First stay');
    await cat!.must('leaveGroup', { threadId });
    await say(ann!, threadId, 'In between');
    await ann!.must('addParticipant', { threadId, userId: cat!.id });
    await say(ann!, threadId, 'Second stay');
    const page = await pageAfter(cat!, after);
    expect(typesOf(page)).toEqual([
      'ThreadLeft',
      'ThreadAdded',
      'GroupUpdated',
      'MessageAdded',
      'MessageAdded',
    ]);
    expect(page.changes.at(-1)?.message?.body).toBe('Second stay');
  });

  it('[LV1] what is refused leaves no event, and no hint that there is more', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const [before, hints] = [await world.prisma.event.count(), world.hints.count];
    await bob!.does('updateGroupName', { threadId, name: 'No' });
    await bob!.does('sendMessage', { threadId, body: ' ' });
    await bob!.does('sendMessage', { threadId, body: 'x', replyToId: newId('msg') });
    await cat!.does('sendMessage', { threadId, body: 'x' });
    await ann!.does('removeParticipant', { threadId, userId: cat!.id });
    expect([await world.prisma.event.count(), world.hints.count]).toEqual([before, hints]);
    await say(ann!, threadId);
    await ann!.must('updateGroupName', { threadId, name: 'Yes' });
    expect(world.hints.count).toBe(hints + 2);
  });

  it('[LV1] an event and its change are of one transaction: neither is seen without the other', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const { id } = await say(ann!, threadId);
    const rows = await world.prisma.$queryRaw<{ one: boolean }[]>`
      select e.transaction = (m.xmin::text::bigint) as one from "Event" e join "Message" m on m.id = e."messageId" where m.id = ${id}`;
    expect(rows).toEqual([{ one: true }]);
    const all = await world.prisma.$queryRaw<{ one: boolean }[]>`
      select e.transaction = (p.xmin::text::bigint) as one
      from "Event" e join "Participant" p on p."threadId" = e."threadId" and p."userId" = e."userId" and p."joinedTransaction" = e.transaction
      where e."threadId" = ${threadId} and e.kind = 'THREAD_ADDED'`;
    expect(all.length).toBeGreaterThan(0);
  });

  it('[LV7] shows nothing from after a removal that comes while it is read', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const after = await cursorOf(world, bob!);
    const { id } = await say(ann!, threadId, 'For Bob too');
    await settled(world);
    // Between what Bob may see and what it looks like by now.
    const { log } = world;
    const readFor: typeof log.readFor = async (...range) => {
      const events = await log.readFor(...range);
      await ann!.must('removeParticipant', { threadId, userId: bob!.id });
      await ann!.must('editMessage', { messageId: id, body: 'Not for Bob' });
      return events;
    };
    const slow = {
      readFor,
      open: log.open.bind(log),
      notice: log.notice.bind(log),
      seal: log.seal.bind(log),
    } as unknown as typeof log;
    const { changes } = await bob!.query<{ changes: Page }>(
      document,
      { after },
      { ...(await bob!.context()), log: slow },
    );
    expect(changes).toMatchObject({ changes: [], hasMore: false });
    expect((await pageAfter(bob!, changes.cursor)).changes.map((change) => change.__typename)).toEqual([
      'ThreadLeft',
    ]);
  });

  it('[LV5] shows things as they are by now, whatever its query has read before', async () => {
    const threadId = await group(ann!, { members: [bob!], name: 'Old' });
    const after = await cursorOf(world, ann!);
    // One request: what it reads first is kept for what it reads later.
    const ctx = await ann!.context();
    await ann!.query('query ($id: ID!) { thread(id: $id) { name participantCount } }', { id: threadId }, ctx);
    await ann!.must('updateGroupName', { threadId, name: 'New' });
    await ann!.must('addParticipant', { threadId, userId: cat!.id });
    await settled(world);
    const { changes } = await ann!.query<{ changes: Page }>(
      'query ($after: Cursor!) { changes(after: $after) { changes { ... on GroupUpdated { thread { name participantCount } } } } }',
      { after },
      ctx,
    );
    expect(changes.changes[0]).toEqual({ thread: { name: 'New', participantCount: 3 } });
  });
});
