import { createSession } from '../account/session.ts';
import { sweep } from '../attachment/sweep.ts';
import { prune } from '../log/prune.ts';
import { keepRows } from './kept-rows.ts';
import { footprint, letPass } from './rows.ts';
import { settled } from './settled.ts';
import { group, say } from './threads.ts';
import { uploaded } from './uploads.ts';
import { openWorld, type Person, type World } from './world.ts';

const day = 24 * 60 * 60 * 1000;

/** A group with everybody in it whom a mutation could want. */
async function scene(world: World) {
  const [owner, admin, member, friend, outsider] = (await world.people(5)) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const threadId = await group(owner, { admins: [admin], members: [member, friend] });
  const archivedId = await group(owner, { admins: [admin], members: [member, friend] });
  await owner.must('archiveGroup', { threadId: archivedId });
  const [barred, alsoBarred] = (await world.people(2)) as [Person, Person];
  for (const { id: userId } of [barred, alsoBarred]) await owner.must('banParticipant', { threadId, userId });
  const message = await say(admin, threadId, 'First');
  const second = await say(admin, threadId, 'Second');
  for (const { id } of [message, second]) await member.must('addReaction', { messageId: id, emoji: '🎉' });
  const kept = await say(admin, threadId, 'Kept');
  const alsoKept = await say(admin, threadId, 'Kept too');
  for (const { id: messageId } of [kept, alsoKept]) {
    await member.must('saveMessage', { messageId });
    await admin.must('pinMessage', { messageId });
  }
  const { invite, token } = await owner.must('createInvite', { threadId });
  const file = await uploaded(admin);
  const otherInvite = await owner.must('createInvite', { threadId });
  const [session, otherSession] = await Promise.all(
    ['Mine', 'Too'].map((userAgent) =>
      createSession(world.prisma, owner.id, { userAgent, address: '' }).then(
        ({ viewer }) => viewer.sessionId,
      ),
    ),
  );
  return {
    session,
    otherSession,
    owner,
    admin,
    member,
    friend,
    outsider,
    threadId,
    archivedId,
    barred,
    alsoBarred,
    message,
    second,
    kept,
    alsoKept,
    invite,
    token,
    otherInvite,
    file,
  };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

/** What somebody was told, with its times as they are told once `daysLater` is over. */
export const daysEarlier = <Told>(told: Told, days: number): Told =>
  JSON.parse(JSON.stringify(told), (_name, value: unknown) =>
    typeof value === 'string' && /^\d{4}-.+T.+Z$/.test(value)
      ? new Date(Date.parse(value) - days * day).toISOString()
      : value,
  ) as Told;

/** Two instances on one database, and two groups in it of the same kind, with people of their own. */
export async function openRetryStage() {
  const world = await openWorld();
  const other = await openWorld(world);
  const [s, twin] = [await scene(world), await scene(world)];
  const putBack = await keepRows(world);
  return {
    world,
    other,
    s,
    twin,
    /** Before each test. */
    setBack: async (): Promise<void> => {
      await putBack();
      await world.privacy.load();
      world.typed.length = 0;
      other.typed.length = 0;
    },
    /** All that a mutation could have written or told. */
    effects: async () => `${await footprint(world)} ${world.typed.length + other.typed.length}`,
    /** Somebody asks ten times at once, of one instance and of the other. */
    tenTimes: <T>(person: Person, ask: (person: Person, index: number) => Promise<T>): Promise<T[]> =>
      Promise.all(
        Array.from({ length: 10 }, (_, index) => ask(index % 2 ? other.as(person) : person, index)),
      ),
    /**
     * What was done so far was done that long ago, and what a server clears away by and by is gone.
     * @returns how much of it the log has forgotten by then
     */
    daysLater: async (days: number): Promise<number> => {
      await letPass(world, days);
      await sweep(world.prisma, async () => {});
      await settled(world);
      return prune(world.prisma, new Date(Date.now() - 30 * day));
    },
    close: async (): Promise<void> => {
      await other.close();
      await world.close();
    },
  };
}
