import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { LocalBus } from './live/bus.ts';
import { PresenceBoard } from './live/presence.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Browser, Person } from './testing/person.ts';
import type { Socket } from './testing/socket.ts';

let parley: Parley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

type Seen = { user: { id: string }; state: string; lastSeenAt: string | null };
const fields = '{ user { id } state lastSeenAt }';
const following = `subscription ($userIds: [ID!]!) { presence(userIds: $userIds) ${fields} }`;
const asking = `query ($userIds: [ID!]!) { presence(userIds: $userIds) ${fields} }`;
const saying = `mutation ($input: SetPresenceInput!) { setPresence(input: $input) { __typename } }`;

const look = async (person: Browser, ...people: Person[]) =>
  (await person.ask(asking, { userIds: people.map(({ id }) => id) })).data.presence as Seen[];

async function follow(person: Person, ...people: Person[]) {
  const socket = await person.connect();
  const { results } = socket.run(following, { userIds: people.map(({ id }) => id) });
  const next = async () =>
    ((await results.next()) as { data: { presence: Seen[] } }).data.presence.map(
      ({ user, state, lastSeenAt }) => [user.id, state, lastSeenAt !== null],
    );
  return { next, socket, results };
}

/** Once somebody has been seen to be there. */
const shown = (by: Browser, person: Person) =>
  vi.waitUntil(async () => (await look(by, person))[0]?.state === 'ONLINE');

const say = (socket: Socket, away: boolean) => socket.run(saying, { input: { away } }).results.next();

describe('who is there', () => {
  it('[PR1] [PR5] is told: first of all who were asked for, then of whom it changes', async () => {
    const [ada, bob, cat] = (await parley.people(3)) as [Person, Person, Person];
    const { next, socket } = await follow(ada, bob, cat);
    expect(await next()).toEqual([
      [bob.id, 'OFFLINE', true],
      [cat.id, 'OFFLINE', true],
    ]);
    const phone = await bob.connect();
    expect(await next()).toEqual([[bob.id, 'ONLINE', false]]);
    expect((await look(cat, bob, ada)).map(({ state }) => state)).toEqual(['ONLINE', 'ONLINE']);
    await say(phone, true);
    expect(await next()).toEqual([[bob.id, 'AWAY', false]]);
    const before = Date.now();
    phone.cut();
    expect(await next()).toEqual([[bob.id, 'OFFLINE', true]]);
    const [{ lastSeenAt }] = (await look(cat, bob)) as [Seen];
    expect(Math.abs(Date.parse(lastSeenAt ?? '') - before)).toBeLessThan(10_000);
    socket.close();
  });

  it('[PR5] takes 500 people, leaves out who does not exist, and wants ids', async () => {
    const [ada, bob] = (await parley.people(2)) as [Person, Person];
    const nobody = 'usr_01890000-0000-7000-8000-000000000000';
    const asked = async (userIds: string[]) => ada.ask(asking, { userIds });
    expect((await asked([nobody, bob.id, bob.id])).data.presence).toHaveLength(1);
    const ids = (count: number) =>
      Array.from({ length: count }, (_, index) => nobody.slice(0, -3) + String(index).padStart(3, '0'));
    expect((await asked(ids(500))).data.presence).toEqual([]);
    for (const wrong of [ids(501), ['x'], ['thr_01890000-0000-7000-8000-000000000000']]) {
      const { errors } = (await asked(wrong)) as unknown as { errors: { extensions: object }[] };
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'userIds' }] });
    }
  });

  it('[PR2] is said over a socket alone', async () => {
    const ada = await parley.person();
    const { errors } = (await ada.ask(saying, { input: { away: true } })) as unknown as {
      errors: { extensions: object }[];
    };
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('[PR1] goes with the session', async () => {
    const [ada, bob] = (await parley.people(2)) as [Person, Person];
    const { next, socket } = await follow(ada, bob);
    expect(await next()).toMatchObject([[bob.id, 'OFFLINE', true]]);
    await bob.connect();
    expect(await next()).toMatchObject([[bob.id, 'ONLINE', false]]);
    await bob.ask('mutation { signOut(input: {}) { __typename } }');
    expect(await next()).toMatchObject([[bob.id, 'OFFLINE', true]]);
    socket.close();
  });
});

describe('who does not show it', () => {
  it('[PV5] is OFFLINE for everybody else, never seen, and sees the same of them', async () => {
    const [ada, bob, cat] = (await parley.people(3)) as [Person, Person, Person];
    const phone = await bob.connect();
    await shown(cat, bob);
    const { next, socket } = await follow(ada, bob, cat);
    expect(await next()).toMatchObject([
      [bob.id, 'ONLINE', false],
      [cat.id, 'OFFLINE', true],
    ]);
    await shown(cat, ada);
    const own = await follow(bob, ada, bob);
    expect(await own.next()).toMatchObject([
      [ada.id, 'ONLINE', false],
      [bob.id, 'ONLINE', false],
    ]);
    await bob.does('updatePrivacy', { presence: false });
    // As if they had gone, and never been there.
    expect(await next()).toEqual([[bob.id, 'OFFLINE', false]]);
    expect(await own.next()).toEqual([
      [ada.id, 'OFFLINE', false],
      [bob.id, 'ONLINE', false],
    ]);
    expect(await look(bob, ada)).toMatchObject([{ state: 'OFFLINE', lastSeenAt: null }]);
    // Nothing of what they do is told, not even that something has changed.
    await say(phone, true);
    await bob.does('updatePrivacy', { readReceipts: false });
    phone.cut();
    const desk = await cat.connect();
    expect(await next()).toEqual([[cat.id, 'ONLINE', false]]);
    await bob.does('updatePrivacy', { presence: true });
    expect(await next()).toMatchObject([[bob.id, 'ONLINE', false]]);
    for (const one of [socket, own.socket, desk]) one.close();
  });

  it('[PV5] [PV10] [PV12] gets messages without anybody being told, and is told of nobody else’s, live and on resume', async () => {
    const [ada, bob, cat] = (await parley.people(3)) as [Person, Person, Person];
    await bob.does('updatePrivacy', { presence: false });
    const { thread } = await ada.does('createGroup', { name: 'Three', participantIds: [bob.id, cat.id] });
    await settled(parley.instance);
    const { cursor } = (await ada.ask('{ cursor }')).data as { cursor: string };
    const live = { ada: await receipts(ada), bob: await receipts(bob), cat: await receipts(cat) };
    const mark = async (person: Person, what: 'markDelivered' | 'markRead') => {
      const { participant } = await person.does(what, { threadId: thread.id, seq: 2 });
      return participant.lastDeliveredSeq;
    };
    await ada.does('sendMessage', { threadId: thread.id, body: 'Are you there?' });
    // His tab does so by itself, within a second.
    expect(await mark(bob, 'markDelivered')).toBe(2);
    await mark(cat, 'markDelivered');
    await mark(cat, 'markRead');
    await ada.does('sendMessage', { threadId: thread.id, body: 'So that all has been told' });

    const ofCat = [cat.id, 2, expect.any(String) as string];
    const toAll = [ofCat, ofCat];
    const ofBob = [bob.id, 2, null];
    // That she has read it says that she got it; not when.
    const toBob = [ofBob, [cat.id, 2, null]];
    for (const told of [live, await again(cursor, { ada, bob, cat })]) {
      expect(await told.ada()).toEqual(toAll);
      expect(await told.cat()).toEqual(toAll);
      expect(await told.bob()).toEqual(toBob);
    }
  });
});

const moves = `subscription ($after: Cursor) { changes(after: $after) { __typename
  ... on MessageAdded { message { seq } }
  ... on ReceiptMoved { participant { user { id } lastDeliveredSeq deliveredAt } } } }`;

type Change = {
  __typename: string;
  message: { seq: number };
  participant: { user: { id: string }; lastDeliveredSeq: number; deliveredAt: string | null };
};

/** The receipts that somebody is told of up to the message with seq 3. */
async function receipts(person: Person, after: string | null = null) {
  const { results } = (await person.connect()).run(moves, { after });
  // Followed from now on: that all of the past has been told comes first.
  if (after === null) await results.next();
  return async () => {
    const found: unknown[][] = [];
    for (;;) {
      const { changes } = ((await results.next()) as { data: { changes: Change } }).data;
      if (changes.__typename === 'MessageAdded' && changes.message.seq === 3) return found;
      if (changes.__typename !== 'ReceiptMoved') continue;
      const { user, lastDeliveredSeq, deliveredAt } = changes.participant;
      found.push([user.id, lastDeliveredSeq, deliveredAt]);
    }
  };
}

const again = async (cursor: string, { ada, bob, cat }: Record<'ada' | 'bob' | 'cat', Person>) => ({
  ada: await receipts(ada, cursor),
  bob: await receipts(bob, cursor),
  cat: await receipts(cat, cursor),
});

it('[LV16] who follow the same people are told of them by one object, and who is shown less by their own', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const hidden = new Set(['usr_shy']);
  const privacy = { hidesPresence: (userId: string | undefined) => hidden.has(userId ?? '') };
  const board = new PresenceBoard({ bus: new LocalBus(), privacy, noteUse: async () => {} });
  onTestFinished(() => board.stop());
  const follow = async (userId: string, userIds: string[]) => {
    const told = await board.follow({ userId, sessionId: 'ses' }, userIds);
    await told.next();
    return async () => (await told.next()).value;
  };
  const [ann, bob, one] = await Promise.all([
    follow('usr_ann', ['usr_x', 'usr_shy']),
    follow('usr_bob', ['usr_x', 'usr_shy']),
    follow('usr_shy', ['usr_x', 'usr_shy']),
  ]);
  for (const userId of ['usr_x', 'usr_shy'])
    board.enter({ userId, sessionId: 'ses' }, { onClose: () => {}, giveUp: () => {} });
  vi.advanceTimersByTime(1000);
  const told = await ann();
  expect(told).toEqual({ presences: [{ userId: 'usr_x', state: 'ONLINE', shown: true }] });
  expect(await bob()).toBe(told);
  expect(await one()).toEqual({ presences: [{ userId: 'usr_shy', state: 'ONLINE', shown: true }] });
});
