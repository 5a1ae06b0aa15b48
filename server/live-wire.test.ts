import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { csrfHeader } from './http/origin.ts';
import { sendAndLeave } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { type Browser, changesDocument, follow, type Person, type Told } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

// Hundreds of writes each, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

/** Two instances on one database, with nothing between them. */
let here: Parley;
let there: Parley;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  here = await startParley();
  there = await startParley({ database: here.database });
  [ada, bob] = (await here.people(2)) as [Person, Person];
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

/** Right behind all that has been done: of what still waits for another transaction, some would be told again. */
const cursorOf = async (person: Browser) => {
  await settled(here.instance);
  return (await person.ask('{ cursor }')).data.cursor as string;
};
const at = (parley: Parley, person: Person): Person =>
  Object.assign(parley.browser(), { cookie: person.cookie, id: person.id, handle: person.handle });
const bodies = (told: readonly Told[]) => told.map(({ message }) => message.body);

async function group(...others: Person[]): Promise<string> {
  return (await ada.does('createGroup', { name: 'Group', participantIds: others.map(({ id }) => id) })).thread
    .id;
}

const say = (person: Person, threadId: string, body: string) =>
  person.does('sendMessage', { threadId, body });

const byThread = {
  messageAdded:
    'subscription ($threadId: ID, $after: Cursor) { messageAdded(threadId: $threadId, after: $after) { cursor message { body } } }',
  groupUpdated:
    'subscription ($threadId: ID, $after: Cursor) { groupUpdated(threadId: $threadId, after: $after) { cursor kind thread { name } } }',
};

describe.each(ways)('over %s', (way) => {
  const open = (person: Person, query: string, variables: object) => subscribe(way, person, query, variables);

  it('[LV2] messageAdded tells each message once, in order', async () => {
    const threadId = await group(bob);
    const stream = await open(bob, byThread.messageAdded, { threadId, after: await cursorOf(bob) });
    for (const body of ['one', 'two', 'three']) await say(ada, threadId, body);
    for (const body of ['one', 'two', 'three'])
      expect((await stream.next()).data.messageAdded.message).toEqual({ body });
    stream.cut();
  });

  it('[LV2] groupUpdated tells what is done to a group', async () => {
    const threadId = await group(bob);
    const stream = await open(bob, byThread.groupUpdated, { threadId, after: await cursorOf(bob) });
    await ada.does('updateGroupName', { threadId, name: 'Better' });
    expect((await stream.next()).data.groupUpdated).toMatchObject({
      kind: 'RENAMED',
      thread: { name: 'Better' },
    });
    stream.cut();
  });

  it('[LV4] changes begins with what was missed, then CaughtUp, then goes on live', async () => {
    const threadId = await group(bob);
    const after = await cursorOf(bob);
    await say(ada, threadId, 'missed');
    await settled(here.instance);
    const stream = await open(bob, changesDocument, { after });
    const first: Told[] = [];
    do first.push((await stream.next()).data.changes as Told);
    while (first.at(-1)?.__typename !== 'CaughtUp');
    expect(first.map(({ __typename }) => __typename).filter((name) => name !== 'ReceiptMoved')).toEqual([
      'MessageAdded',
      'CaughtUp',
    ]);
    await say(ada, threadId, 'live');
    for (;;) {
      const { __typename, message } = (await stream.next()).data.changes as Told;
      if (__typename !== 'MessageAdded') continue;
      expect(message.body).toBe('live');
      break;
    }
    stream.cut();
  });

  it('[LV2] a reader that is cut off again and again, on either instance, misses nothing and hears nothing twice', async () => {
    const threadId = await group(bob);
    const readers = [at(here, bob), at(there, bob)];
    let after = await cursorOf(bob);
    const count = 300;
    const writing = (async () => {
      for (let body = 0; body < count; body += 10) {
        const senders = [at(here, ada), at(there, ada)];
        await Promise.all(
          Array.from({ length: 10 }, (_, step) => say(senders[step % 2]!, threadId, String(body + step))),
        );
      }
    })();
    const seen: Told[] = [];
    for (let turn = 0; seen.length < count; turn += 1) {
      const stream = await open(readers[turn % 2]!, changesDocument, { after });
      // Cut in the middle of whatever it is being told.
      for (let told = 0; told < 25 && seen.length < count; told += 1) {
        const changes = (await stream.next()).data.changes as Told;
        after = changes.cursor;
        if (changes.__typename === 'MessageAdded') seen.push(changes);
      }
      stream.cut();
    }
    await writing;
    // The group itself stands in it as the first line.
    const first = seen[0]!.message.seq;
    expect(seen.map(({ message }) => message.seq)).toEqual(
      Array.from({ length: count }, (_, step) => first + step),
    );
    expect(new Set(bodies(seen)).size).toBe(count);
  });

  it('[LV6] a thread of others is refused like one that is missing', async () => {
    const threadId = await group(await here.person());
    const refused = await (await open(bob, byThread.messageAdded, { threadId })).next();
    const missing = await (
      await open(bob, byThread.messageAdded, { threadId: 'thr_01890000-0000-7000-8000-000000000000' })
    ).next();
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(refused).toEqual(missing);
  });

  it('[LV7] a removal is the last that is told, and ends what follows the one thread', async () => {
    const threadId = await group(bob);
    const after = await cursorOf(bob);
    const one = await open(bob, byThread.messageAdded, { threadId, after });
    const all = await open(bob, changesDocument, { after });
    await say(ada, threadId, 'before');
    expect((await one.next()).data.messageAdded.message.body).toBe('before');
    await ada.does('removeParticipant', { threadId, userId: bob.id });
    await say(ada, threadId, 'after');
    await one.ended();
    const mark = await group(bob);
    await say(ada, mark, 'mark');
    const told: Told[] = [];
    do told.push((await all.next()).data.changes as Told);
    while (told.at(-1)?.message?.body !== 'mark');
    expect(bodies(told.filter(({ __typename }) => __typename === 'MessageAdded'))).not.toContain('after');
    expect(told.filter(({ __typename }) => __typename === 'ThreadLeft')).toMatchObject([{ threadId }]);
    all.cut();
  });

  it('[TY3] typing tells who types, now and whenever that changes', async () => {
    const threadId = await group(bob);
    const typing = 'subscription ($threadId: ID!) { typing(threadId: $threadId) { users { id } } }';
    const stream = await open(bob, typing, { threadId });
    const next = async () =>
      ((await stream.next()).data.typing.users as { id: string }[]).map(({ id }) => id);
    expect(await next()).toEqual([]);
    await ada.does('setTyping', { threadId, typing: true });
    expect(await next()).toEqual([ada.id]);
    await ada.does('setTyping', { threadId, typing: false });
    expect(await next()).toEqual([]);
    await ada.does('setTyping', { threadId, typing: true });
    expect(await next()).toEqual([ada.id]);
    await say(ada, threadId, 'sent');
    expect(await next()).toEqual([]);
    stream.cut();
  });
});

it('[TY2] who types is forgotten when their socket drops', async () => {
  const threadId = await group(bob);
  const reader = await bob.connect();
  const { results } = reader.run(
    'subscription ($threadId: ID!) { typing(threadId: $threadId) { users { id } } }',
    { threadId },
  );
  const typists = async () =>
    ((await results.next()) as { data: { typing: { users: object[] } } }).data.typing.users;
  expect(await typists()).toEqual([]);
  const writer = await ada.connect();
  await writer.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { __typename } }', {
    input: { threadId, typing: true },
  });
  expect(await typists()).toEqual([{ id: ada.id }]);
  writer.cut();
  expect(await typists()).toEqual([]);
  reader.close();
});

it('[WI16] what is done on one instance is told on the other, with nothing between them', async () => {
  const threadId = await group(bob);
  const socket = await at(there, bob).connect();
  const results = await follow(socket, await cursorOf(bob));
  await results.until((result) => result !== 'complete' && result.data.changes.__typename === 'CaughtUp');
  await say(ada, threadId, 'from here');
  const told = await results.until(
    (result) => result !== 'complete' && result.data.changes.__typename === 'MessageAdded',
  );
  expect(told).toMatchObject({ data: { changes: { message: { body: 'from here' } } } });
  socket.close();
});

it('[LV7] of sends that race with a removal, nothing behind it is told, on either instance', async () => {
  const threadId = await group(bob);
  const sockets = [await at(here, bob).connect(), await at(there, bob).connect()];
  const after = await cursorOf(bob);
  const streams = await Promise.all(sockets.map((socket) => follow(socket, after)));
  const rounds = 20;
  const senders = [at(here, ada), at(there, ada)];
  for (let round = 0; round < rounds; round += 1) {
    const sending = senders.flatMap((sender) => [0, 1, 2].map(() => say(sender, threadId, `round ${round}`)));
    await Promise.all([...sending, ada.does('removeParticipant', { threadId, userId: bob.id })]);
    await ada.does('addParticipant', { threadId, userId: bob.id });
  }
  const mark = (await ada.does('startDirectThread', { userId: bob.id })).thread.id;
  await say(ada, mark, 'mark');
  for (const stream of streams) {
    const told: Told[] = [];
    do told.push(((await stream.next()) as { data: { changes: Told } }).data.changes);
    while (told.at(-1)?.message?.body !== 'mark');
    const mine = told.filter(({ __typename, threadId: of }) =>
      __typename === 'ThreadLeft' ? of === threadId : true,
    );
    expect(mine.filter(({ __typename }) => __typename === 'ThreadLeft')).toHaveLength(rounds);
    // Between a departure and the arrival after it nothing of the thread is told.
    let inside = true;
    for (const { __typename, message } of mine) {
      if (__typename === 'ThreadLeft') inside = false;
      else if (__typename === 'ThreadAdded') inside = true;
      else if (__typename === 'MessageAdded' && message.body.startsWith('round')) expect(inside).toBe(true);
    }
  }
  for (const socket of sockets) socket.close();
});

describe('a reader that goes away', () => {
  it.each([
    [
      'by complete',
      async (reader: Browser) => {
        const running = (await reader.connect()).run(changesDocument);
        await running.results.next();
        return () => running.stop();
      },
    ],
    [
      'with its socket',
      async (reader: Browser) => {
        const socket = await reader.connect();
        await socket.run(changesDocument).results.next();
        return () => socket.close();
      },
    ],
    [
      'as a cable is pulled',
      async (reader: Browser) => {
        const socket = await reader.connect();
        await socket.run(changesDocument).results.next();
        return () => socket.cut();
      },
    ],
    [
      'from an event stream',
      async (reader: Browser) => {
        const stream = await reader.stream(changesDocument);
        await stream.results.next();
        return () => stream.cut();
      },
    ],
  ])('[WI15] leaves nothing behind, also while nothing happens: %s', async (_how, open) => {
    const { hub } = here.instance;
    await vi.waitUntil(() => hub.size === 0);
    const leave = await open(at(here, bob));
    expect(hub.size).toBe(1);
    leave();
    await vi.waitUntil(() => hub.size === 0);
  });

  it.each([
    [
      'while what is to be followed is looked up',
      'Participant',
      '/graphql',
      { method: 'POST', body: JSON.stringify({ query: changesDocument }) },
    ],
    ['while their session is looked up', 'Session', '/files/att_0', {}],
  ])('[WI15] forgets who goes %s', async (_when, table, path, asking) => {
    const { hub, prisma } = here.instance;
    await vi.waitUntil(() => hub.size === 0);
    const person = await here.person();
    const before = await inUse();
    const headers = {
      [csrfHeader]: '1',
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...person.headers,
    };
    await prisma.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`lock table "${table}" in access exclusive mode`);
      const leave = sendAndLeave(`${here.url}${path}`, { ...asking, headers });
      await vi.waitUntil(async () => (await waitingFor(table)) > 0);
      leave();
      await sleep(200);
    });
    await settled(here.instance);
    await expect.poll(async () => [hub.size, await inUse()]).toEqual([0, before]);
  });

  /** Sessions that a request or a socket still uses. */
  const inUse = async (): Promise<number> => {
    let found: string[] = [];
    await here.instance.sessions.lapsed(async (ids) => (found = ids));
    return found.length;
  };

  const waitingFor = async (table: string): Promise<number> => {
    const [row] = await here.instance.prisma.$queryRaw<[{ count: bigint }]>`
      select count(*) from pg_locks where not granted and relation = ${`"${table}"`}::regclass`;
    return Number(row.count);
  };
});
