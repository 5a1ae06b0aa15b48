import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import type { Position } from '../../schema/log/event.ts';
import { prune } from '../../schema/log/prune.ts';
import { settled } from '../../schema/testing/settled.ts';
import { group, say } from '../../schema/testing/threads.ts';
import { openWorld } from '../../schema/testing/world.ts';
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

it('[LV10] who follows such an instance is told to start afresh, never nothing', async () => {
  const [owner] = await world.people(1);
  const hub = new Hub(world.sql, world.log, await world.log.head());
  const options = { after: null, threadId: null, wants: () => true };
  const stream = (await hub.follow(owner!.viewer, options))[Symbol.asyncIterator]();
  expect((await stream.next()).value).toMatchObject({ type: 'CaughtUp' });
  const next = stream.next();
  hub.skipTo(await world.log.head());
  await expect(next).rejects.toMatchObject({ extensions: { code: 'RESYNC_REQUIRED' } });
  expect(hub.size).toBe(0);
});
