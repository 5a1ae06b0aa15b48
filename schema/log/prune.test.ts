import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled } from '../testing/settled.ts';
import { openWorld, type World } from '../testing/world.ts';
import { Log } from './log.ts';
import { presentEpoch } from './epoch.ts';
import { prune } from './prune.ts';

const day = 24 * 60 * 60 * 1000;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

const eventCount = () => world.prisma.event.count();

it('[LV10] forgets what is older than it is kept for, and refuses cursors from before', async () => {
  const [ada, bob] = await world.people(2);
  const log = new Log(world.prisma, world.sql, await presentEpoch(world.prisma));
  const before = log.seal(await log.head());
  const { thread } = (await ada!.must('startDirectThread', { userId: bob!.id })) as unknown as {
    thread: { id: string };
  };
  await world.prisma.event.updateMany({ data: { at: new Date(Date.now() - 40 * day) } });
  await settled(world);
  const between = log.seal(await log.head());
  await ada!.must('sendMessage', { threadId: thread.id, body: 'kept' });
  await settled(world);
  const all = await eventCount();

  expect(await prune(world.prisma, new Date(Date.now() - 50 * day))).toBe(0);
  expect(await eventCount()).toBe(all);
  expect(await prune(world.prisma, new Date(Date.now() - 30 * day))).toBe(2);
  expect(await eventCount()).toBe(1);

  const ask = (after: string) =>
    ada!.ask('query ($after: Cursor!) { changes(after: $after) { changes { __typename } } }', { after });
  expect((await ask(before)).errors?.[0]?.code).toBe('RESYNC_REQUIRED');
  expect(await ask(between)).toMatchObject({
    data: { changes: { changes: [{ __typename: 'MessageAdded' }] } },
  });
  // Also where the log was opened before anything was pruned, and after.
  const reader = { userId: ada!.id, threadIds: [thread.id], threadsOnly: false };
  await expect(log.readFor(reader, await log.open(before), await log.head(), 10)).rejects.toMatchObject({
    extensions: { code: 'RESYNC_REQUIRED' },
  });
  const fresh = new Log(world.prisma, world.sql, await presentEpoch(world.prisma));
  await expect(fresh.open(before)).rejects.toThrow('resumed');
});

it('prunes once when several instances try at the same moment', async () => {
  await world.prisma.event.updateMany({ data: { at: new Date(Date.now() - 40 * day) } });
  await settled(world);
  const count = await eventCount();
  const pruned = await Promise.all(Array.from({ length: 5 }, () => prune(world.prisma, new Date())));
  expect(pruned.reduce((sum, each) => sum + each, 0)).toBe(count);
  expect(await eventCount()).toBe(0);
});
