import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../prisma/testing.ts';
import { prune } from '../schema/log/prune.ts';
import { settled } from '../schema/testing/settled.ts';
import { nobody } from './context.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

let database: TestDatabase;
let parley: Parley;
let ada: Person;
let bob: Person;
let threadId: string;
/** That nobody can go on from, and why. */
const useless = {
  'is of another epoch': '',
  'is older than what is kept': '',
  'lies ahead of the log': '',
  'was tampered with': '',
  'was made up': 'made-up',
};

const at = (where: Parley, { cookie, id, handle }: Person): Person =>
  Object.assign(where.browser(), { cookie, id, handle });

/** Right behind all that has been done. */
async function cursorNow(): Promise<string> {
  await settled(parley.instance);
  return (await bob.ask('{ cursor }')).data.cursor as string;
}

const say = (body: string, to = threadId) => ada.does('sendMessage', { threadId: to, body });

beforeAll(async () => {
  database = await freshDatabase();
  parley = await startParley({ database });
  [ada, bob] = (await parley.people(2)) as [Person, Person];
  const { thread } = await ada.does('createGroup', { name: 'Group', participantIds: [bob.id] });
  threadId = thread.id;
  useless['is of another epoch'] = await cursorNow();
  // As after a restore, the log is found elsewhere than where it was written.
  await parley.instance.prisma.logEpoch.updateMany({ data: { fingerprint: 'elsewhere' } });
  await parley.stop();

  parley = await startParley({ database });
  [ada, bob] = [at(parley, ada), at(parley, bob)];
  useless['is older than what is kept'] = await cursorNow();
  await say('forgotten');
  const good = await cursorNow();
  await prune(parley.instance.prisma, new Date(Date.now() + 24 * 60 * 60 * 1000));
  useless['was tampered with'] = good.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  const { log } = parley.instance.contextFor(nobody);
  const { transaction } = await log.head();
  useless['lies ahead of the log'] = log.seal({ transaction: transaction + 1_000_000n, id: 0n });
});
afterAll(async () => {
  await parley.stop();
  await database.drop();
});

const subscriptions = {
  changes: 'subscription ($after: Cursor) { changes(after: $after) { __typename } }',
  messageAdded:
    'subscription ($threadId: ID, $after: Cursor) { messageAdded(threadId: $threadId, after: $after) { message { seq body } } }',
  groupUpdated:
    'subscription ($threadId: ID, $after: Cursor) { groupUpdated(threadId: $threadId, after: $after) { kind } }',
};
const page = 'query ($after: Cursor!) { changes(after: $after) { changes { __typename } } }';
const refused = { errors: [{ extensions: { code: 'RESYNC_REQUIRED' } }] };

describe.each(Object.keys(useless) as (keyof typeof useless)[])('a cursor that %s', (why) => {
  for (const way of ways)
    it.each(Object.entries(subscriptions))(`[LV10] ends %s over ${way}`, async (_name, query) => {
      const stream = await subscribe(way, bob, query, { threadId, after: useless[why] });
      expect(await stream.next()).toMatchObject(refused);
      await stream.ended();
      stream.cut();
    });

  it('[LV10] is refused by the query, over HTTP and over a socket', async () => {
    const socket = await bob.connect();
    for (const asker of [bob, socket])
      expect(await asker.ask(page, { after: useless[why] })).toMatchObject(refused);
    socket.close();
  });
});

describe.each(ways)('of one thread, over %s', (way) => {
  it('[LV4] messageAdded tells exactly the messages that were missed, in order, and goes on live', async () => {
    const elsewhere = (await ada.does('startDirectThread', { userId: bob.id })).thread.id;
    const { message: known } = await say('known');
    const after = await cursorNow();
    for (const round of ['one', 'two', 'three']) {
      const { message } = await say(round);
      await say('elsewhere', elsewhere);
      await ada.does('addReaction', { messageId: message.id, emoji: '👍' });
      // Of this, the line that stands in the group.
      await ada.does('updateGroupName', { threadId, name: round });
    }
    await settled(parley.instance);
    const stream = await subscribe(way, bob, subscriptions.messageAdded, { threadId, after });
    const { data } = await bob.ask(
      'query ($threadId: ID!) { thread(id: $threadId) { messages(last: 100) { edges { node { seq body } } } } }',
      { threadId },
    );
    const missed = (data.thread.messages.edges as { node: { seq: number; body: string } }[])
      .map(({ node }) => node)
      .filter(({ seq }) => seq > known.seq);
    expect(missed).toHaveLength(6);
    for (const message of missed) expect((await stream.next()).data.messageAdded.message).toEqual(message);
    await say('live');
    expect((await stream.next()).data.messageAdded.message.body).toBe('live');
    stream.cut();
  });

  it('[LV4] groupUpdated tells exactly what was missed of a group, in order, and goes on live', async () => {
    const cat = await parley.person();
    await ada.does('updateGroupName', { threadId, name: 'Known' });
    const after = await cursorNow();
    const who = { threadId, userId: cat.id };
    await ada.does('addParticipant', who);
    await say('between');
    await ada.does('setParticipantRole', { ...who, role: 'ADMIN' });
    await ada.does('updateGroupName', { threadId, name: 'Missed' });
    await ada.does('removeParticipant', who);
    await settled(parley.instance);
    const stream = await subscribe(way, bob, subscriptions.groupUpdated, { threadId, after });
    const next = async () => (await stream.next()).data.groupUpdated.kind as string;
    const missed = ['PARTICIPANT_ADDED', 'ROLE_CHANGED', 'RENAMED', 'PARTICIPANT_REMOVED'];
    for (const kind of missed) expect(await next()).toBe(kind);
    await ada.does('updateGroupSettings', { threadId, topic: `Over ${way}` });
    expect(await next()).toBe('SETTINGS_CHANGED');
    stream.cut();
  });
});
