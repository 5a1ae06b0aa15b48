import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import type { Change } from '../../schema/change/change.ts';
import type { Position } from '../../schema/log/event.ts';
import { prune } from '../../schema/log/prune.ts';
import { cursorOf } from '../../schema/testing/cursor.ts';
import { settled } from '../../schema/testing/settled.ts';
import { group, say } from '../../schema/testing/threads.ts';
import { openWorld, type Person } from '../../schema/testing/world.ts';
import { Hub } from './hub.ts';
import { Tail } from './tail.ts';

const world = await openWorld();
afterAll(() => world.close());

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000);

/** Everything that a tail hands on, and where it had to go on from. */
function follow(from: Position) {
  const handed: (string | null)[] = [];
  const skipped: Position[] = [];
  const tail = new Tail(
    world.log,
    from,
    {
      batch: async (events) => void handed.push(...events.map(({ messageId }) => messageId)),
      heldBack: () => {},
      forgotten: (head) => void skipped.push(head),
      undone: () => {},
      ended: () => {},
    },
    pino({ level: 'silent' }),
  );
  tail.start();
  return { tail, handed, skipped };
}

it('[LV10] an instance that stood still while the log was pruned says so, and goes on from where the log stands', async () => {
  const [owner, member] = await world.people(2);
  const threadId = await group(owner!, { members: [member!] });
  await settled(world);
  const read = await world.log.head();
  await say(owner!, threadId, 'Forgotten before it was read');
  await settled(world);
  await prune(world.prisma, tomorrow());
  const { tail, handed, skipped } = follow(read);
  await expect.poll(() => skipped).toHaveLength(1);
  const { id } = await say(owner!, threadId, 'Seen');
  tail.hint();
  await expect.poll(() => handed).toEqual([id]);
  expect(skipped).toHaveLength(1);
  await tail.stop();
});

it('[LV10] whoever had read everything loses nothing by its being forgotten', async () => {
  const [owner, member] = await world.people(2);
  const threadId = await group(owner!, { members: [member!] });
  await settled(world);
  const { tail, handed, skipped } = follow(await world.log.head());
  const { id: first } = await say(owner!, threadId, 'Read, then forgotten');
  tail.hint();
  await expect.poll(() => handed).toEqual([first]);
  await settled(world);
  await prune(world.prisma, tomorrow());
  const { id: second } = await say(owner!, threadId, 'Seen');
  tail.hint();
  await expect.poll(() => handed).toEqual([first, second]);
  expect(skipped).toEqual([]);
  await tail.stop();
});

/** Somebody follows an instance from a place, or from now: what they are told from `CaughtUp` on. */
async function following(hub: Hub, person: Person, after: string | null) {
  const stream = (await hub.follow(person.viewer, { after, threadId: null, wants: () => true }))[
    Symbol.asyncIterator
  ]();
  const next = async () => (await stream.next()).value as Change;
  while ((await next()).type !== 'CaughtUp');
  return async () => {
    const change = await next();
    return change.type === 'MessageAdded' ? change.event.messageId : change.type;
  };
}

it('[LV2] [LV10] who follows such an instance is told to start afresh, and who came with a newer cursor goes on from there', async () => {
  const [owner, early, late] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await group(owner, { members: [early, late] });
  const cursor = await cursorOf(world, early);
  const hub = new Hub(world.sql, world.log, await world.log.head());
  const refused = (await following(hub, early, cursor))();
  await say(owner, threadId, 'Forgotten before it was read');
  await settled(world);
  await world.prisma.event.updateMany({ data: { at: new Date('2000-01-01') } });
  const told = await Promise.all([
    following(hub, late, await cursorOf(world, late)),
    following(hub, owner, null),
  ]);
  const { id: passed } = await say(owner, threadId, 'Kept, and not handed on');
  await settled(world);
  await prune(world.prisma, new Date('2001-01-01'));

  const head = await world.log.head();
  hub.goOnFrom(head);
  await expect(refused).rejects.toMatchObject({ extensions: { code: 'RESYNC_REQUIRED' } });
  expect(await Promise.all(told.map((next) => next()))).toEqual([passed, passed]);
  expect(hub.size).toBe(2);

  const { id: seen } = await say(owner, threadId, 'Seen');
  await settled(world);
  await hub.take((await world.log.read(head, 10)).events);
  expect(await Promise.all(told.map((next) => next()))).toEqual([seen, seen]);
});

it('[LV18] who was told what has been undone is told to start afresh, never nothing', async () => {
  const [owner] = (await world.people(1)) as [Person];
  const hub = new Hub(world.sql, world.log, await world.log.head());
  const next = (await following(hub, owner, null))();
  hub.startAfreshFrom(await world.log.head());
  await expect(next).rejects.toMatchObject({ extensions: { code: 'RESYNC_REQUIRED' } });
  expect(hub.size).toBe(0);
});
