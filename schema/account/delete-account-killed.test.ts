import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { anywhere, killsOf } from '../testing/kills.ts';
import { keepRows } from '../testing/kept-rows.ts';
import { mutationOf } from '../testing/mutations.ts';
import { random, saySeed } from '../testing/random.ts';
import { Reader } from '../testing/reader.ts';
import { everything, rowsOf } from '../testing/rows.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
const other = await openWorld(world);
const kills = await killsOf(world);
beforeAll(saySeed);
afterAll(async () => {
  await kills.close();
  await other.close();
  await world.close();
});

const password = 'correct horse battery';
const handle = 'leaver-who-is-killed';
const displayName = `Zebedee ${handle.toUpperCase()}`;

/** Somebody who has left something of every kind behind, and who reads along. */
async function setUp() {
  const [owner, friend] = (await world.people(2)) as [Person, Person];
  const browser = world.browser();
  const { viewer } = await browser.must('signUp', { handle, displayName, password });
  const leaver = Object.assign(browser, { id: viewer.id }) as unknown as Person;
  const theirs = await group(leaver, { members: [owner, friend] });
  const joined = await group(owner, { admins: [leaver], members: [friend] });
  await leaver.must('updateGroupName', { threadId: joined, name: 'Renamed' });
  const said = await say(leaver, joined, 'One', { attachmentIds: [await uploaded(leaver)] });
  await leaver.must('editMessage', { messageId: said.id, body: 'Two' });
  await leaver.must('addReaction', { messageId: said.id, emoji: '👍' });
  const pair = await direct(owner, leaver);
  const heard = await say(owner, pair, 'Are you there?');
  await leaver.must('markRead', { threadId: pair, seq: heard.seq, clientMutationId: 'a key of mine' });
  await leaver.must('saveMessage', { messageId: heard.id });
  await leaver.must('updateThreadPreferences', { threadId: pair, pinned: true });
  await say(friend, theirs, 'Bye');
  const barred = await group(owner, { members: [friend, leaver] });
  await owner.must('banParticipant', { threadId: barred, userId: leaver.id });
  return { owner, leaver, secret: browser.secret };
}

const { owner, leaver, secret } = await setUp();
const { passwordHash } = await world.prisma.user.findUniqueOrThrow({ where: { id: leaver.id } });
const putBack = await keepRows(world);
beforeEach(putBack);

type Deleting = (key: string) => Promise<unknown>;

/** The same browser, which has no answer yet. */
const again = (through: typeof world) => Object.assign(through.browser(), { secret });

/** Deletes the account after a first try. @returns what the other was told of it all, and how many rows there are then */
async function deleteAfter(first: Deleting, key: string) {
  // Nothing from before is told late.
  await settled(world);
  const reader = await new Reader(owner).fetch();
  await first('key');
  const asked = { input: { password, clientMutationId: key } };
  const { data, errors } = await again(other).ask(mutationOf('deleteAccount'), asked);
  expect(data ?? errors?.map(({ code }) => code)).toEqual(data ? { outcome: done } : ['UNAUTHENTICATED']);

  const rest = await everything(world);
  for (const trace of [displayName, handle, passwordHash, 'a key of mine']) expect(rest).not.toContain(trace);
  await settled(world);
  await reader.follow(10);
  const { held, fetched } = await reader.compare();
  expect(held).toEqual(fetched);
  return { told: reader.told.toSorted(), rows: await rowsOf(world) };
}

const done = { __typename: 'DeleteAccountPayload', ok: true };

it('[AC17] [AC18] a deletion that is killed between two of its pieces is done once it is asked for again', async () => {
  /** Dies once it has told the bus so often. */
  const dying =
    (pieces: number): Deleting =>
    async (clientMutationId) => {
      let left = pieces;
      const announce = () => {
        left -= 1;
        if (left === 0) throw new Error('Killed.');
      };
      const context: Context = { ...(await again(world).context()), announce };
      const asked = { input: { password, clientMutationId } };
      await again(world)
        .query(mutationOf('deleteAccount'), asked, context)
        .catch((error: Error) => expect(error.message).toBe('Killed.'));
      expect(left).toBe(0);
    };
  const before = world.hints.count;
  const whole = await deleteAfter(() => again(world).must('deleteAccount', { password }), 'another key');
  const pieces = world.hints.count - before;
  expect(pieces).toBeGreaterThan(6);
  // Each other one: what is left out by this seed is tried by the next.
  for (let piece = 1 + random(2); piece <= pieces; piece += 2) {
    await putBack();
    expect(await deleteAfter(dying(piece), piece % 4 < 2 ? 'key' : 'another key'), `piece ${piece}`).toEqual(
      whole,
    );
  }
});

it('[AC17] [AC18] a deletion whose connection is ended anywhere is done once it is asked for again', async () => {
  const deleting = () => again(world).must('deleteAccount', { password, clientMutationId: 'key' });
  let said: string[] = [];
  const whole = await deleteAfter(async () => {
    ({ said } = await kills.during(null, deleting));
  }, 'key');
  for (let round = 0; round < 4; round += 1) {
    await putBack();
    const kill = anywhere(said);
    const killed = async () => {
      await kills.during(kill, deleting);
      await kills.over();
    };
    const key = round % 2 ? 'key' : 'another key';
    expect(await deleteAfter(killed, key), JSON.stringify(kill)).toEqual(whole);
  }
});
