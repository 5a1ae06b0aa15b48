import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../schema/change/change.ts';
import type { LogEvent, Position } from '../../schema/log/event.ts';
import type { Log } from '../../schema/log/log.ts';
import { settled } from '../../schema/testing/settled.ts';
import { group, say } from '../../schema/testing/threads.ts';
import { openWorld, type Person } from '../../schema/testing/world.ts';
import { Hub } from './hub.ts';

const world = await openWorld();
afterAll(() => world.close());

let [owner, victim, witness]: Person[] = [];
let threadId = '';
let start: Position;
let hub: Hub;
beforeEach(async () => {
  [owner, victim, witness] = await world.people(3);
  threadId = await group(owner!, { members: [victim!, witness!] });
  await settled(world);
  start = await world.log.head();
  hub = new Hub(world.sql, world.log, start);
});

/** Everything that a person is told, up to what they are told last. */
async function until(
  person: Person,
  last: Change['type'],
  from: Hub = hub,
  after: string | null = null,
): Promise<() => Promise<string[]>> {
  const stream = await from.follow(person.viewer, { after, threadId: null, wants: () => true });
  const told: string[] = [];
  return async () => {
    for await (const change of stream) {
      const body =
        change.type === 'CaughtUp' ? undefined : change.rows.messages.get(change.event.messageId ?? '')?.body;
      told.push(body === undefined ? change.type : `${change.type} ${body}`);
      if (change.type === last) break;
    }
    return told;
  };
}

async function log(): Promise<LogEvent[]> {
  await settled(world);
  return (await world.log.read(start, 1000)).events;
}

/** One that is read as slowly as a test likes. */
function slowLog(readFor: Log['readFor']): Log {
  const { log: real } = world;
  const slow = {
    readFor,
    open: real.open.bind(real),
    notice: real.notice.bind(real),
    seal: real.seal.bind(real),
    departuresAfter: real.departuresAfter.bind(real),
  };
  return slow as unknown as Log;
}

/** Whether a removal is told as the past or as the present depends on who was faster. */
const isNews = (change: string) => change !== 'CaughtUp';

const remove = () => owner!.must('removeParticipant', { threadId, userId: victim!.id });
const edit = (messageId: string) => owner!.must('editMessage', { messageId, body: 'Not for the removed' });

it('[LV7] a removal and an edit that come together with a message show the edit to nobody who was removed', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const seen = await until(witness!, 'MessageEdited');
  const { id } = await say(owner!, threadId, 'For all');
  await remove();
  await edit(id);
  await hub.take(await log());
  expect(await told()).toEqual(['CaughtUp', 'ThreadLeft']);
  expect(await seen()).toContain('MessageEdited Not for the removed');
});

it('[LV7] so do a removal and a reaction, set or taken back', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const seen = await until(witness!, 'ReactionsChanged');
  const { id } = await say(owner!, threadId, 'For all');
  await owner!.must('addReaction', { messageId: id, emoji: '🎉' });
  await remove();
  await owner!.must('removeReaction', { messageId: id, emoji: '🎉' });
  await owner!.must('addReaction', { messageId: id, emoji: '👍' });
  await hub.take(await log());
  expect(await told()).toEqual(['CaughtUp', 'ThreadLeft']);
  expect(await seen()).toContain('ReactionsChanged For all');
});

it('[LV7] what comes between that and the departure is not told either: a thread has no gap', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const seen = await until(witness!, 'ThreadLeft');
  const { id } = await say(owner!, threadId, 'Edited later');
  await say(owner!, threadId, 'Never edited');
  await remove();
  await edit(id);
  await owner!.must('removeParticipant', { threadId, userId: witness!.id });
  await hub.take(await log());
  expect(await told()).toEqual(['CaughtUp', 'ThreadLeft']);
  expect(await seen()).toEqual(['CaughtUp', 'ThreadLeft']);
});

it('[LV7] so do those that are written while a message is on its way', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const { id } = await say(owner!, threadId, 'For all');
  const before = await log();
  await remove();
  await edit(id);
  await hub.take(before);
  await hub.take((await log()).slice(before.length));
  expect(await told()).toEqual(['CaughtUp', 'ThreadLeft']);
});

it('[LV7] so do those that are written while one reads what one missed', async () => {
  const after = world.log.seal(start);
  const { id } = await say(owner!, threadId, 'For all');
  const before = await log();
  const later = before.at(-1)!;
  // Between what the victim may see and what it looks like by now.
  let removed = () => {};
  const removal = new Promise<void>((resolve) => (removed = resolve));
  const readFor: Log['readFor'] = async (...range) => {
    const events = await world.log.readFor(...range);
    await remove();
    await edit(id);
    removed();
    return events;
  };
  const late = new Hub(world.sql, slowLog(readFor), later);
  const told = await until(victim!, 'ThreadLeft', late, after);
  await removal;
  await late.take((await log()).slice(before.length));
  expect((await told()).filter(isNews)).toEqual(['ThreadLeft']);
});

it('[LV7] who is removed while they read what they missed is told no message behind one that they are not told', async () => {
  const after = world.log.seal(start);
  await say(owner!, threadId, 'Missed');
  const before = await log();
  let removed = () => {};
  const removal = new Promise<void>((resolve) => (removed = resolve));
  const readFor: Log['readFor'] = async (...range) => {
    const events = await world.log.readFor(...range);
    await say(owner!, threadId, 'Just sent');
    await remove();
    removed();
    return events;
  };
  const late = new Hub(world.sql, slowLog(readFor), before.at(-1)!);
  const told = await until(victim!, 'ThreadLeft', late, after);
  const seen = await until(witness!, 'CaughtUp');
  await removal;
  await seen();
  await late.take((await log()).slice(before.length));
  expect((await told()).filter(isNews)).toEqual(['ThreadLeft']);
});

it('[LV7] what is told before a removal that comes later is told as it was', async () => {
  const told = await until(victim!, 'ThreadLeft');
  await say(owner!, threadId, 'For all');
  const before = await log();
  await hub.take(before);
  await remove();
  await hub.take((await log()).slice(before.length));
  expect(await told()).toEqual(['CaughtUp', 'MessageAdded For all', 'ThreadLeft']);
});
