import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../index.ts';
import { everyMutation } from '../testing/every-mutation.ts';
import { Reader } from '../testing/reader.ts';
import { saySeed, seed } from '../testing/random.ts';
import { settled } from '../testing/settled.ts';
import { drawStep, names, perform, stage, usually } from '../testing/steps.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});
beforeAll(saySeed);

const number = fc.nat({ max: 40 });
const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      mutation: fc.constantFrom(...usually),
      who: number,
      whom: number,
      where: number,
      which: number,
    }),
    { minLength: 5, maxLength },
  );

/** Which kinds of change were told, and which mutations were done rather than refused. */
const told = new Set<string>();
const done = new Set<string>();

async function expectFresh(readers: Reader[], { crowd = false } = {}): Promise<void> {
  await settled(world);
  for (const [index, reader] of readers.entries()) {
    await reader.follow(1 + index * 7);
    for (const type of reader.told) told.add(type);
    const { held, fetched } = await reader.compare({ crowd });
    expect(held).toEqual(fetched);
  }
}

/** Mutations that change nothing of what is compared here, and why. */
const withoutTrace: Record<string, string> = {
  signIn: 'tells nobody',
  signOut: 'ends what is told; see the session’s own tests',
  signUp: 'is told to nobody who is there',
  setPresence: 'is told to who follows it, and forgotten',
  changePassword: 'is told to nobody; its sessions end',
  revokeSession: 'ends what is told; see the sessions’ own tests',
  revokeOtherSessions: 'ends what is told as well',
};

/** Read page by page; what is told as it comes is in server/live/fold.test.ts. */
describe('what a reader holds after the changes is what a fresh query shows', () => {
  it('[LV5] every mutation takes part', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect([...names, ...Object.keys(withoutTrace)].toSorted()).toEqual(all.toSorted());
  });

  it('[LV5] after any mutations of several people, one after the other', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), fc.integer({ min: 1, max: 9 }), async (sequence, every) => {
        const s = await stage(world, done);
        const readers = await Promise.all(s.people.map((person) => new Reader(person).fetch()));
        for (const [index, step] of sequence.entries()) {
          await perform(s, step, world);
          // Some come back often, some only at the end.
          if (index % every === 0) await readers[index % 2]!.follow(1 + (index % 3));
        }
        await expectFresh(readers);
      }),
      { numRuns: 8, seed, endOnFailure: true },
    );
  });

  it(
    '[LV5] [LV11] also of one who fetches while others write on two instances',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps(40), async (sequence) => {
          const s = await stage(world, done);
          const readers = await Promise.all(s.people.map((person) => new Reader(person).fetch()));
          // Six at a time, and beside them readers who begin and readers who read on.
          for (let index = 0; index < sequence.length; index += 6) {
            const late = s.people.map((person) => new Reader(person));
            await Promise.all([
              ...sequence
                .slice(index, index + 6)
                .map((step, which) => perform(s, step, which % 2 ? world : other)),
              ...late.map((reader) => reader.fetch()),
              ...readers.slice(0, 4).map((reader) => reader.follow(3)),
            ]);
            readers.push(late[index % late.length]!);
          }
          await expectFresh(readers);
        }),
        { numRuns: 8, seed, endOnFailure: true },
      );
    },
  );

  it('[LV5] [LV40] [LV41] after each mutation, none of which is refused', { timeout: 240_000 }, async () => {
    const s = await stage(world, done);
    const readers = await Promise.all(s.people.map((person) => new Reader(person).fetch()));
    await everyMutation(s, world);
    await expectFresh(readers);
    expect([...done].toSorted()).toEqual(names.toSorted());
  });

  it('[LV5] [RC10] also in a group of many, but for others’ receipts', { timeout: 240_000 }, async () => {
    const s = await stage(world, done);
    const [owner, ...others] = s.people as [Person, ...Person[]];
    // More than 50 stay even if all of those leave who do something.
    const crowd = await world.people(51);
    const { thread } = await owner.must('createGroup', {
      name: 'Crowd',
      participantIds: [...others, ...crowd].slice(0, 50).map(({ id }) => id),
    });
    for (const { id } of crowd.slice(-4))
      await owner.must('addParticipant', { threadId: thread.id, userId: id });
    s.threads = [thread.id];
    const readers = await Promise.all(s.people.slice(0, 3).map((person) => new Reader(person).fetch()));
    for (let left = 40; left > 0; left -= 1) {
      await perform(s, drawStep(), world);
      if (left % 7 === 0) await readers[left % 3]!.follow(3);
      // The last of all moves what everybody has read.
      if (left === 20)
        for (const person of crowd) await person.does('markRead', { threadId: thread.id, seq: 10 });
    }
    // One of many who reads on: that is told to nobody else, unless the group is deleted by now.
    await crowd[0]!.does('markRead', { threadId: thread.id, seq: 1_000_000 });
    await expectFresh(readers, { crowd: true });
  });

  it('[LV5] for which every kind of change was told', () => {
    const kinds = schema.getPossibleTypes(schema.getType('Change') as never).map((type) => type.name);
    expect([...told, 'CaughtUp'].toSorted()).toEqual(kinds.toSorted());
  });
});
