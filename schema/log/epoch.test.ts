import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOf } from '../../prisma/testing.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, type World } from '../testing/world.ts';
import { presentEpoch, type Run } from './epoch.ts';
import { Log } from './log.ts';
import { prune } from './prune.ts';

let world: World;
const worlds: World[] = [];
beforeEach(async () => {
  world = await openWorld();
  worlds.push(world);
});
// Each holds connections, of which a server has a hundred.
afterEach(() => Promise.all(worlds.splice(0).map((each) => each.close())));

/** What an instance that starts now would answer. */
async function restarted(): Promise<World> {
  const started = await openWorld(world);
  worlds.push(started);
  return started;
}

const changesSince = (asker: Person, after: string) =>
  asker.ask<{ changes: { cursor: string; changes: { __typename: string }[] } }>(
    'query ($after: Cursor!) { changes(after: $after) { cursor changes { __typename } } }',
    { after },
  );

/** Done to the log where it lies; who starts then, and who runs through it, notice. */
const inPlace = (restore: string) => async (): Promise<World> => {
  expect(await world.log.isPresent()).toBe(true);
  await world.prisma.$executeRawUnsafe(restore);
  expect(await world.log.isPresent()).toBe(false);
  return restarted();
};

/** A backup, put back beside the database, which goes on. */
async function copied(): Promise<World> {
  const copy = await openWorld(undefined, () => copyOf(world.url));
  worlds.push(copy);
  expect(await world.log.isPresent()).toBe(true);
  return copy;
}

const cursorOf = async (asker: Person) => (await asker.query<{ cursor: string }>('{ cursor }')).cursor;

describe('an epoch', () => {
  it('[LV14] goes on while the log stands where it was written', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const cursor = await cursorOf(ann);
    await say(ann, await direct(ann, bob));
    await settled(world);
    const later = await restarted();
    const { data } = await changesSince(later.as(ann), cursor);
    expect(data?.changes.changes).toEqual([{ __typename: 'ThreadAdded' }, { __typename: 'MessageAdded' }]);
    expect(await world.prisma.logEpoch.count()).toBe(1);
  });

  it('[LV14] begins once when many instances start at once', async () => {
    await world.prisma.logEpoch.deleteMany();
    const epochs = await Promise.all(Array.from({ length: 10 }, () => presentEpoch(world.prisma)));
    expect(new Set(epochs.map((epoch) => epoch.id)).size).toBe(1);
    expect(await world.prisma.logEpoch.count()).toBe(1);
  });

  it.each([
    ['in a copy of its database', copied],
    ['in another cluster', inPlace('update "LogEpoch" set fingerprint = \'123/\' || fingerprint')],
    [
      'on another timeline',
      inPlace("update \"LogEpoch\" set fingerprint = replace(fingerprint, '/1/', '/9/')"),
    ],
    [
      'in a cluster whose transactions run behind its people',
      inPlace(`with people as (update "Participant" set "joinedTransaction" = "joinedTransaction" + 1000000)
      update "LogEpoch" set fingerprint = '123/' || fingerprint`),
    ],
    [
      'behind itself',
      inPlace(`insert into "Event" (transaction, kind) select max(transaction) + 1000000, 'SESSION_REVOKED' from (
      select txid_current() as transaction) as now`),
    ],
  ])(
    '[LV14] begins when the log is found %s, and cursors of the old one are refused',
    async (_where, restore) => {
      const [ann, bob] = (await world.people(2)) as [Person, Person];
      const cursor = await cursorOf(ann);
      const threadId = await group(ann, { members: [bob] });
      const { id } = await say(ann, threadId, 'Kept');
      const late = await cursorOf(ann);

      const later = await restore();
      const annLater = later.as(ann);
      for (const old of [cursor, late]) {
        const { data, errors } = await changesSince(annLater, old);
        expect([data, errors?.map((error) => error.code)]).toEqual([null, ['RESYNC_REQUIRED']]);
      }
      // A second start finds it in its place.
      const { id: epoch } = await presentEpoch(later.prisma);
      expect((await presentEpoch(later.prisma)).id).toBe(epoch);

      // What was written is there, and what comes is told, to who was in it before too.
      await settled(later);
      const fresh = await cursorOf(annLater);
      const node = await annLater.query('query ($id: ID!) { node(id: $id) { ... on Message { body } } }', {
        id,
      });
      expect(node).toEqual({ node: { body: 'Kept' } });
      await say(later.as(bob), threadId, 'After');
      await settled(later);
      expect((await changesSince(annLater, fresh)).data?.changes.changes).toEqual([
        { __typename: 'MessageAdded' },
      ]);
    },
  );
});

describe('a run of PostgreSQL', () => {
  /** As if PostgreSQL had started anew when the log stood here. What it had written by then is all that it knows. */
  async function startedAgainAt(first: bigint): Promise<void> {
    const { id: epochId, runs } = await presentEpoch(world.prisma);
    const [{ server, key }] = runs as [Run];
    await world.prisma.event.deleteMany({ where: { transaction: { gte: first } } });
    await world.prisma.logRun.updateMany({ data: { server: 'before' } });
    await world.prisma.logRun.create({ data: { epochId, server, first, key: key.toReversed() } });
  }

  /** An instance that has run since before. */
  async function runningThrough(): Promise<Log> {
    const { runs, ...epoch } = await presentEpoch(world.prisma);
    return new Log(world.prisma, world.sql, { ...epoch, runs: runs.slice(1) });
  }

  it('[LV18] seals with a key of its own, and cursors from before it began go on', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const threadId = await direct(ann, bob);
    await settled(world);
    const before = await cursorOf(ann);
    const head = await world.log.head();
    await startedAgainAt(head.transaction);
    await say(ann, threadId, 'In the next run');
    await settled(world);
    const later = await restarted();
    expect(later.log.seal(head)).not.toBe(world.log.seal(head));
    const { data } = await changesSince(later.as(ann), before);
    expect(data?.changes.changes).toEqual([{ __typename: 'MessageAdded' }]);
    expect((await changesSince(later.as(ann), data!.changes.cursor)).data?.changes.changes).toEqual([]);
  });

  it('[LV18] is noticed with whatever place is read in it, and in what another instance gave out', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const threadId = await direct(ann, bob);
    await settled(world);
    const before = await cursorOf(ann);
    const { transaction: first } = await world.log.head();
    await startedAgainAt(first);
    await say(ann, threadId, 'In the next run');
    await settled(world);
    const later = await restarted();
    const head = await later.log.head();
    // These run since before, and read on only now.
    const opens = await runningThrough();
    expect(await opens.open(later.log.seal(head))).toEqual(head);
    const reads = await runningThrough();
    expect(later.log.seal(await reads.head())).toBe(reads.seal(head));
    const pages = Object.assign(await ann.context(), { log: await runningThrough() });
    const page = 'query ($after: Cursor!) { changes(after: $after) { cursor } }';
    const { changes } = await ann.query<{ changes: { cursor: string } }>(page, { after: before }, pages);
    expect((await changesSince(later.as(ann), changes.cursor)).data?.changes.changes).toEqual([]);
  });

  it('[LV18] refuses what was given out behind where it began, though the log is further by now', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const before = await cursorOf(ann);
    const threadId = await direct(ann, bob);
    await settled(world);
    const { transaction: first } = await world.log.head();
    await say(ann, threadId, 'Undone');
    await settled(world);
    const { cursor: ofChange } = (await changesSince(ann, before)).data!.changes;
    const undone = [ofChange, await cursorOf(ann), world.log.seal({ transaction: first, id: 1n })];
    await startedAgainAt(first);
    await say(ann, threadId, 'New');
    await settled(world);
    const later = (await restarted()).as(ann);
    for (const cursor of undone) {
      expect((await changesSince(later, cursor)).errors?.map(({ code }) => code)).toEqual([
        'RESYNC_REQUIRED',
      ]);
    }
    expect((await changesSince(later, before)).data?.changes.changes).toEqual([
      { __typename: 'ThreadAdded' },
      { __typename: 'MessageAdded' },
    ]);
  });

  it('[LV18] is noticed by who reads on through its beginning, and only what is undone ends there', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const threadId = await direct(ann, bob);
    await settled(world);
    const kept = await world.log.head();
    await say(ann, threadId, 'Undone');
    await settled(world);
    const undone = await world.log.head();
    await startedAgainAt(kept.transaction);
    await say(ann, threadId, 'New');
    await settled(world);
    const ahead = await runningThrough();
    expect(await ahead.read(undone, 10)).toMatchObject({ undone: true });
    // It goes on from where the log stands, in the new run.
    expect(await ahead.read(await ahead.head(), 10)).toMatchObject({ events: [], undone: false });
    const inFront = await runningThrough();
    const { events, undone: isUndone } = await inFront.read(kept, 10);
    expect([events.map(({ kind }) => kind), isUndone]).toEqual([['MESSAGE_ADDED'], false]);
    for (const log of [ahead, inFront]) expect(log.seal(kept)).toBe((await restarted()).log.seal(kept));
  });

  it('[LV18] is forgotten with the log that it wrote', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const { transaction: first } = await world.log.head();
    await startedAgainAt(first);
    await direct(ann, bob);
    await settled(world);
    await prune(world.prisma, new Date(Date.now() + 60_000));
    await world.prisma.logRun.updateMany({ where: { first }, data: { server: 'again' } });
    expect((await presentEpoch(world.prisma)).runs).toHaveLength(2);
    expect(await world.prisma.logRun.count({ where: { server: 'before' } })).toBe(0);
  });
});

describe('a cursor', () => {
  it('[LV18] that lies ahead of the log is refused, and the very head is not', async () => {
    const [ann] = (await world.people(1)) as [Person];
    const head = await world.log.head();
    for (const ahead of [
      { transaction: head.transaction + 1_000_000n, id: 0n },
      { transaction: head.transaction + 1_000_000n, id: 7n },
      { transaction: 2n ** 62n, id: 1n },
    ]) {
      const { errors } = await changesSince(ann, world.log.seal(ahead));
      expect(errors?.map(({ code }) => code)).toEqual(['RESYNC_REQUIRED']);
    }
    expect((await changesSince(ann, world.log.seal(head))).data?.changes.changes).toEqual([]);
  });

  it('[LV10] from before what is kept is refused, one from after it goes on', async () => {
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const before = await cursorOf(ann);
    const threadId = await direct(ann, bob);
    await say(ann, threadId, 'Forgotten');
    await settled(world);
    const { cursor: amidst } = (await changesSince(ann, before)).data!.changes;
    await prune(world.prisma, new Date(Date.now() + 60_000));
    await say(ann, threadId, 'Kept');
    await settled(world);
    // On an instance that has been running, and on one that starts now.
    for (const asker of [ann, (await restarted()).as(ann)]) {
      expect((await changesSince(asker, before)).errors?.map((error) => error.code)).toEqual([
        'RESYNC_REQUIRED',
      ]);
      expect((await changesSince(asker, amidst)).data?.changes.changes).toEqual([
        { __typename: 'MessageAdded' },
      ]);
    }
  });

  it('[LV10] at the very beginning of what was forgotten is refused too', async () => {
    // Nothing ran: the head is the id of the next transaction, which is then pruned.
    const [ann, bob] = (await world.people(2)) as [Person, Person];
    const threadId = await direct(ann, bob);
    await prune(world.prisma, new Date(Date.now() + 60_000));
    const message = await say(ann, threadId);
    const event = await world.prisma.event.findFirstOrThrow({ where: { messageId: message.id } });
    const cursor = world.log.seal({ transaction: event.transaction, id: 0n });
    await settled(world);
    expect((await changesSince(ann, cursor)).data?.changes.changes).toHaveLength(1);
    await prune(world.prisma, new Date(Date.now() + 60_000));
    expect((await changesSince(ann, cursor)).errors?.map((error) => error.code)).toEqual(['RESYNC_REQUIRED']);
    const fresh = new Log(world.prisma, world.sql, await presentEpoch(world.prisma));
    await expect(fresh.open(cursor)).rejects.toThrow('Fetch afresh');
  });
});
