import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addParticipant, leaveGroup, removeParticipant } from '../group/commands.ts';
import { sendMessage } from '../message/commands.ts';
import { random, saySeed } from '../testing/random.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import type { LogEvent, Position } from './event.ts';
import { Membership } from './membership.ts';

const world = await openWorld();
afterAll(() => world.close());
beforeAll(saySeed);

async function everythingAfter(from: Position): Promise<LogEvent[]> {
  await settled(world);
  const found: LogEvent[] = [];
  for (;;) {
    const { events } = await world.log.read(found.at(-1) ?? from, 500);
    if (events.length === 0) return found;
    found.push(...events);
  }
}

const load = (person: Person, threadId: string | null = null) =>
  Membership.load(world.sql, person.id, threadId);

/** What one person is told of a piece of the log. */
const told = (membership: Membership, events: LogEvent[]) =>
  events.filter((event) => membership.admits(event));

describe('a removal that races with sends', () => {
  it('[LV7] is the last that is told, 200 times', { timeout: 120_000 }, async () => {
    const rounds = 200;
    const [owner, victim, ...senders] = (await world.people(5)) as [Person, Person, ...Person[]];
    const threadId = await group(owner, { members: senders });
    const [byOwner, byVictim] = [await owner.context(), await victim.context()];
    const bySenders = await Promise.all(senders.map((sender) => sender.context()));
    const about = { threadId, userId: victim.id };
    await settled(world);
    const start = await world.log.head();

    // An instance reads what a reader is a member of, before the race or amidst it, and follows the log from there.
    const readers: { membership: Membership; wasIn: boolean }[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      await addParticipant(byOwner, about);
      const early = await load(victim);
      const race: (() => Promise<unknown>)[] = [
        ...bySenders.map((sender) => () => sendMessage(sender, { threadId, body: 'Hi' })),
        () => (round % 2 ? removeParticipant(byOwner, about) : leaveGroup(byVictim, { threadId })),
      ];
      race.splice(random(race.length), 0, () => load(victim, random(2) ? threadId : null));
      const results = await Promise.all(race.map((run) => run()));
      const memberships = [early, ...results.filter((result) => result instanceof Membership)];
      expect(memberships).toHaveLength(2);
      readers.push(memberships.map((membership) => ({ membership, wasIn: membership.has(threadId) })));
    }

    const all = await everythingAfter(start);
    const arrivals = all.flatMap((event, index) => (event.kind === 'THREAD_ADDED' ? [index] : []));
    expect(arrivals).toHaveLength(rounds);
    let told = 0;
    let spared = 0;
    for (const [round, two] of readers.entries()) {
      const events = all.slice(arrivals[round], arrivals[round + 1]);
      const left = events.findIndex((event) => event.kind === 'THREAD_LEFT');
      const before = events.slice(0, left).filter((event) => event.kind === 'MESSAGE_ADDED');
      const after = events.slice(left + 1).filter((event) => event.kind === 'MESSAGE_ADDED');
      for (const { membership, wasIn } of two) {
        const admitted = events.filter((event) => membership.admits(event));
        expect(admitted.at(-1)).toBe(events[left]);
        expect(membership.has(threadId)).toBe(false);
        // Who was in it when that was read is told all that stands in front of the removal; who was not, nothing else.
        const messages = admitted.filter((event) => event.kind === 'MESSAGE_ADDED');
        expect(messages).toEqual(wasIn ? before : []);
      }
      // The line that tells of the arrival comes before, the one that tells of the departure after.
      told += before.length - 1;
      spared += after.length - 1;
    }
    // The race went either way.
    expect(told + spared).toBe(rounds * senders.length);
    expect(told).toBeGreaterThan(0);
    expect(spared).toBeGreaterThan(0);
  });
});

describe('what one may see', () => {
  it('[LV9] begins with ThreadAdded, and with nothing from before', async () => {
    const [owner, one, newcomer] = (await world.people(3)) as [Person, Person, Person];
    const from = await world.log.head();
    const live = await load(newcomer);
    const threadId = await group(owner, { members: [one] });
    await say(owner, threadId, 'Before');
    await owner.must('addParticipant', { threadId, userId: newcomer.id });
    await say(owner, threadId, 'After');
    const events = await everythingAfter(from);
    const expected = ['THREAD_ADDED', 'PARTICIPANT_ADDED', 'MESSAGE_ADDED', 'MESSAGE_ADDED'];
    // Who listened all the time, and who comes back.
    expect(told(live, events).map((event) => event.kind)).toEqual(expected);
    expect(told(await load(newcomer), events).map((event) => event.kind)).toEqual(expected);
    expect(told(live, events).every((event) => event.threadId === threadId)).toBe(true);
  });

  it('[LV8] of a thread that one is no longer in is the departure alone, when one comes back', async () => {
    const [owner, leaver] = (await world.people(2)) as [Person, Person];
    const from = await world.log.head();
    const live = await load(leaver);
    const threadId = await group(owner, { members: [leaver] });
    await say(owner, threadId, 'Seen by who listened');
    await leaver.must('leaveGroup', { threadId });
    await say(owner, threadId, 'Seen by nobody else');
    const events = await everythingAfter(from);
    expect(told(live, events).map((event) => event.kind)).toEqual([
      'THREAD_ADDED',
      'GROUP_CREATED',
      'MESSAGE_ADDED',
      'MESSAGE_ADDED',
      'THREAD_LEFT',
    ]);
    expect(told(await load(leaver), events).map((event) => event.kind)).toEqual(['THREAD_LEFT']);
  });

  it('[LV9] of a thread that one left and came back to begins where one came back', async () => {
    const [owner, leaver] = (await world.people(2)) as [Person, Person];
    const from = await world.log.head();
    const live = await load(leaver);
    const threadId = await group(owner, { members: [leaver] });
    await say(owner, threadId, 'First stay');
    await leaver.must('leaveGroup', { threadId });
    await say(owner, threadId, 'In between');
    await owner.must('addParticipant', { threadId, userId: leaver.id });
    const { id } = await say(owner, threadId, 'Second stay');
    const events = await everythingAfter(from);
    const back = told(await load(leaver), events);
    expect(back.map((event) => event.kind)).toEqual([
      'THREAD_LEFT',
      'THREAD_ADDED',
      'PARTICIPANT_ADDED',
      'MESSAGE_ADDED',
      'MESSAGE_ADDED',
    ]);
    expect(back.at(-1)?.messageId).toBe(id);
    // Who listened all the time was also told of the first stay, and of nothing in between.
    const listened = told(live, events);
    expect(listened.slice(-5).map((event) => event.messageId)).toEqual(back.map((event) => event.messageId));
    expect(listened.slice(0, 4).map((event) => event.kind)).toEqual([
      'THREAD_ADDED',
      'GROUP_CREATED',
      'MESSAGE_ADDED',
      'MESSAGE_ADDED',
    ]);
    expect(listened).toHaveLength(9);
  });

  it('[LV7] is never another’s coming and going as if it were one’s own, nor a thread of others', async () => {
    const [owner, one, stranger] = (await world.people(3)) as [Person, Person, Person];
    const from = await world.log.head();
    const [own, strangers] = [await load(owner), await load(stranger)];
    const threadId = await group(owner, { members: [one] });
    const private_ = await direct(one, stranger);
    await say(one, private_, 'Not for the owner');
    await one.must('leaveGroup', { threadId });
    await say(owner, threadId, 'Alone');
    const events = await everythingAfter(from);
    const seenByOwner = told(own, events);
    expect(seenByOwner.filter((event) => event.kind === 'THREAD_LEFT')).toEqual([]);
    expect(seenByOwner.filter((event) => event.kind === 'THREAD_ADDED').map((event) => event.userId)).toEqual(
      [owner.id],
    );
    expect(seenByOwner.every((event) => event.threadId === threadId)).toBe(true);
    expect(seenByOwner.at(-1)?.kind).toBe('MESSAGE_ADDED');
    expect(own.has(threadId)).toBe(true);
    expect(told(strangers, events).every((event) => event.threadId === private_)).toBe(true);
  });

  it('[LV7] holds no event without a thread', async () => {
    const browser = world.browser();
    const from = await world.log.head();
    const { viewer } = await browser.must('signUp', {
      handle: 'somebody',
      displayName: 'X',
      password: 'correct horse battery',
    });
    await browser.must('signOut', {});
    const events = await everythingAfter(from);
    expect(events.map((event) => event.kind)).toEqual(['SESSION_REVOKED']);
    expect(told(await Membership.load(world.sql, viewer.id, null), events)).toEqual([]);
  });
});
