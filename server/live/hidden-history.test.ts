import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../../schema/testing/settled.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';

/** Two instances that hear nothing of each other, so that the second is told by the sweep. */
let here: Parley;
let there: Parley;
beforeAll(async () => {
  here = await startParley();
  there = await startParley({ database: here.database });
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

// The same for all who ask, so that one answer could be everybody's.
const document = `subscription ($after: Cursor) { changes(after: $after) {
  __typename cursor
  ... on MessageAdded { message { body replyTo { body replyTo { body } } } }
  ... on MessageEdited { message { body } } ... on MessageDeleted { message { id } } ... on ThreadLeft { threadId }
} }`;
const elsewhere = ({ cookie }: Person) => Object.assign(there.browser(), { cookie });

interface Change {
  __typename: string;
  cursor: string;
  message?: { body: string; replyTo: { body: string; replyTo: { body: string } | null } | null };
}

const follow = async (browser: { connect: Person['connect'] }, after?: string) => {
  const { results } = (await browser.connect()).run(document, { after });
  return {
    results,
    async upTo(last: (change: Change) => boolean): Promise<Change[]> {
      const told: Change[] = [];
      for (;;) {
        const result = (await results.next()) as { data: { changes: Change } };
        told.push(result.data.changes);
        if (last(result.data.changes)) return told;
      }
    },
  };
};
const isBody = (body: string) => (change: Change) => change.message?.body === body;
const isCaughtUp = ({ __typename }: Change) => __typename === 'CaughtUp';

describe('a group that hides its past', () => {
  it('[GR17] [LV7] [LV16] shows none of it to newcomers, live and on resume, whoever else asks the same', async () => {
    const [owner, old, newcomer] = (await here.people(3)) as [Person, Person, Person];
    const { thread } = await owner.does('createGroup', { name: 'Group', participantIds: [old.id] });
    const threadId = thread.id;
    const say = async (person: Person, body: string, replyToId?: string) =>
      (await person.does('sendMessage', { threadId, body, replyToId })).message.id;
    const first = await say(old, 'secret one');
    const second = await say(old, 'secret two');
    await owner.does('updateGroupSettings', { threadId, historyVisible: false });

    // One follows before they come, so that they are let in by the log; one as they are; and others who see all of it.
    const early = await follow(newcomer);
    await early.upTo(isCaughtUp);
    await owner.does('addParticipant', { threadId, userId: newcomer.id });
    await settled(here.instance);
    const [late, far, others] = [
      await follow(newcomer),
      await follow(elsewhere(newcomer)),
      await Promise.all([follow(old), follow(owner)]),
    ];
    const cursors = await Promise.all([late, far, ...others].map((stream) => stream.upTo(isCaughtUp)));

    await old.does('editMessage', { messageId: first, body: 'secret one, edited' });
    const answer = await say(owner, 'an answer', first);
    await say(owner, 'and to that', answer);
    await owner.does('deleteMessage', { messageId: second });
    await say(owner, 'the end');

    const back = await follow(elsewhere(newcomer), cursors[0]!.at(-1)!.cursor);
    for (const stream of [early, late, far, back]) {
      const told = await stream.upTo(isBody('the end'));
      expect(JSON.stringify(told)).not.toContain('secret');
      const told_ = told
        .filter(({ message }) => message !== undefined)
        .map(({ __typename, message }) => [__typename, message?.body, message?.replyTo?.body ?? null]);
      expect(told_.slice(-3)).toEqual([
        ['MessageAdded', 'an answer', null],
        ['MessageAdded', 'and to that', 'an answer'],
        ['MessageAdded', 'the end', null],
      ]);
      expect(told.map(({ __typename }) => __typename)).not.toContain('MessageEdited');
    }
    for (const stream of others) {
      const told = await stream.upTo(isBody('the end'));
      expect(told.map(({ __typename }) => __typename)).toEqual(
        expect.arrayContaining(['MessageEdited', 'MessageDeleted']),
      );
      expect(told.find(isBody('an answer'))?.message?.replyTo?.body).toBe('secret one, edited');
      expect(told.find(isBody('and to that'))?.message?.replyTo?.replyTo?.body).toBe('secret one, edited');
    }
  });
});

describe('a group that is deleted', () => {
  it('[GR21] is left by everybody, live on every instance and on resume, and ends what follows it alone', async () => {
    const [owner, one, other] = (await here.people(3)) as [Person, Person, Person];
    const { thread } = await owner.does('createGroup', { name: 'Group', participantIds: [one.id, other.id] });
    const threadId = thread.id;
    await settled(here.instance);
    const live = await Promise.all([follow(owner), follow(one), follow(elsewhere(one))]);
    const seen = await Promise.all(live.map((stream) => stream.upTo(isCaughtUp)));
    const alone = (await other.connect()).run(
      `subscription { messageAdded(threadId: "${threadId}") { cursor } }`,
    ).results;
    const file = await owner.does('deleteGroup', { threadId });
    expect(file.__typename).toBe('DeleteGroupPayload');
    const isLeft = ({ __typename }: Change) => __typename === 'ThreadLeft';
    for (const stream of live) {
      expect((await stream.upTo(isLeft)).map(({ __typename }) => __typename)).toEqual(['ThreadLeft']);
    }
    expect(await alone.next()).toBe('complete');
    const back = await follow(elsewhere(one), seen[1]!.at(-1)!.cursor);
    expect((await back.upTo(isCaughtUp)).map(({ __typename }) => __typename)).toEqual([
      'ThreadLeft',
      'CaughtUp',
    ]);
    for (;;) {
      // What is left of it goes behind the answer.
      if ((await here.instance.prisma.thread.count({ where: { id: threadId } })) === 0) break;
    }
    expect(await here.instance.prisma.message.count({ where: { threadId } })).toBe(0);
  });
});
