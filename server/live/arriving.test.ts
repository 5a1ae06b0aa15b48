import { afterAll, expect, it } from 'vitest';
import { settled } from '../../schema/testing/settled.ts';
import { group, say } from '../../schema/testing/threads.ts';
import { openWorld } from '../../schema/testing/world.ts';
import { Hub } from './hub.ts';

const world = await openWorld();
afterAll(() => world.close());

it.each(['nobody', 'somebody'])(
  '[LV2] who comes while something is on its way is told it, where %s was there before',
  async (before) => {
    const [owner, member] = await world.people(2);
    const threadId = await group(owner!, { members: [member!] });
    await settled(world);
    const start = await world.log.head();
    const { id } = await say(owner!, threadId, 'On its way');
    await owner!.must('addReaction', { messageId: id, emoji: '🎉' });
    await settled(world);
    const { events } = await world.log.read(start, 100);

    const hub = new Hub(world.sql, world.log, start);
    if (before === 'somebody')
      await hub.follow(owner!.viewer, { after: null, threadId: null, wants: () => true });
    const after = world.log.seal(start);
    const handing = hub.take(events);
    const stream = await hub.follow(member!.viewer, { after, threadId: null, wants: () => true });
    await handing;
    const told: string[] = [];
    for await (const { type } of stream) {
      if (type !== 'CaughtUp') told.push(type);
      if (type === 'ReactionsChanged') break;
    }
    expect(told).toEqual(['MessageAdded', 'ReactionsChanged']);
  },
);
