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

it('[LV7] what was done to a message before a removal is told to who was removed', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const { id: messageId } = await say(owner!, threadId, 'For all');
  await owner!.must('addReaction', { messageId, emoji: '🎉' });
  await owner!.must('pinMessage', { messageId });
  await owner!.must('editMessage', { messageId, body: 'For all, edited' });
  await owner!.must('updateGroupName', { threadId, name: 'For all' });
  await remove();
  await edit((await say(owner!, threadId, 'Another')).id);
  await hub.take(await log());
  expect(await told()).toEqual([
    'CaughtUp',
    'MessageAdded For all, edited',
    'ReactionsChanged For all, edited',
    'PinsChanged For all, edited',
    'MessageEdited For all, edited',
    'GroupUpdated',
    expect.stringMatching(/^MessageAdded .* renamed/),
    'ThreadLeft',
  ]);
});

it.each([
  ['pin', (messageId: string) => owner!.must('pinMessage', { messageId })],
  ['deletion', (messageId: string) => owner!.must('deleteMessage', { messageId })],
  ['new name', () => owner!.must('updateGroupName', { threadId, name: 'Not for the removed' })],
])('[LV7] a %s from behind a removal shows in nothing from before', async (_what, change) => {
  const told = await until(victim!, 'ThreadLeft');
  const { id } = await say(owner!, threadId, 'For all');
  await remove();
  await change(id);
  await hub.take(await log());
  expect(await told()).toEqual(['CaughtUp', 'ThreadLeft']);
});

it('[LV7] nor does an edit from behind it show in what answers the message that was edited', async () => {
  const told = await until(victim!, 'ThreadLeft');
  const [first, second] = [await say(owner!, threadId, 'First'), await say(owner!, threadId, 'Second')];
  await hub.take(await log());
  start = await world.log.head();
  await say(owner!, threadId, 'To the first', { replyToId: first.id });
  await say(owner!, threadId, 'To the second', { replyToId: second.id });
  await remove();
  await edit(second.id);
  await hub.take(await log());
  expect(await told()).toEqual([
    'CaughtUp',
    'MessageAdded First',
    'MessageAdded Second',
    'MessageAdded To the first',
    'ThreadLeft',
  ]);
});

it('[LV7] of several removals the next one counts, and who has come back stays in', async () => {
  const early = await until(victim!, 'MessageEdited');
  const slow = await world.pool.connect();
  await slow.query('begin; select txid_current()');
  const { id } = await say(owner!, threadId, 'For all');
  await remove();
  await edit(id);
  await owner!.must('addParticipant', { threadId, userId: victim!.id });
  // Knows of the return, though the log is held back in front of it.
  const late = await until(victim!, 'MessageEdited');
  await slow.query('commit');
  slow.release();
  const { id: messageId } = await say(owner!, threadId, 'For all again');
  await owner!.must('editMessage', { messageId, body: 'For all, edited' });
  await remove();
  await hub.take(await log());
  for (const told of [early, late]) {
    expect((await told()).filter(isNews)).toEqual([
      'ThreadLeft',
      'ThreadAdded',
      'GroupUpdated',
      expect.stringMatching(/^MessageAdded .* added /),
      'MessageAdded For all, edited',
      'MessageEdited For all, edited',
    ]);
  }
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
  expect(await seen()).toEqual([
    'CaughtUp',
    'MessageAdded Not for the removed',
    'MessageAdded Never edited',
    'GroupUpdated',
    expect.stringMatching(/^MessageAdded .* removed /),
    'MessageEdited Not for the removed',
    'ThreadLeft',
  ]);
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
