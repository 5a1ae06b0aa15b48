import {
  execute,
  getNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventKind } from '../prisma/client/enums.ts';
import { toChange } from './change/change.ts';
import { loadRows, type Rows } from './change/rows.ts';
import type { Presences, Typists } from './context.ts';
import type { LogEvent } from './log/event.ts';
import { schema } from './index.ts';
import {
  type Asking,
  everythingOf,
  fieldedTypesOf,
  fieldOfKey,
  marked,
  nameOfKey,
  reachable,
} from './testing/questions.ts';
import { settled } from './testing/settled.ts';
import { direct, group, say } from './testing/threads.ts';
import { uploaded, uploadedPicture } from './testing/uploads.ts';
import { openWorld, type Person, type World } from './testing/world.ts';

/** Something that a subscription tells, and those who are told it. */
interface Told {
  type: string;
  value: object;
  threadId: string | null;
  known: Rows | null;
  to: Person[];
}

const subscription = schema.getSubscriptionType() as GraphQLObjectType;
const roots = Object.values(subscription.getFields());
/** Who selects one of these is answered alone; see server/live/question.ts. */
const isMarked = (name: string) => marked.has(name);
const unmarked = (name: string) => !isMarked(name);

const world = await openWorld();
afterAll(() => world.close());

let told: Told[] = [];
beforeAll(async () => {
  told = await everythingThatHappens(world);
});

/** All kinds of events, in threads whose people differ in role, in how far they have read, and in whether they are still there. */
async function everythingThatHappens({ prisma, log, person, people, browser }: World): Promise<Told[]> {
  const before = await log.head();
  const owner = await person({ displayName: 'Ann' });
  const [admin, member, gone, guest] = (await people(4)) as [Person, Person, Person, Person];
  await owner.must('updateProfile', { pictureId: await uploadedPicture(owner) });
  await prisma.user.update({ where: { id: member.id }, data: { bot: true } });

  const threadId = await group(owner, { admins: [admin], members: [member, gone] });
  const first = await say(owner, threadId, 'First');
  const second = await say(gone, threadId, 'Second', { replyToId: first.id });
  const third = await say(member, threadId, 'Third', { replyToId: second.id });
  await member.must('editMessage', { messageId: third.id, body: 'Edited' });
  await admin.must('addReaction', { messageId: first.id, emoji: '👍' });
  await gone.must('addReaction', { messageId: third.id, emoji: '🎉' });
  await gone.must('removeReaction', { messageId: third.id, emoji: '🎉' });
  await say(member, threadId, 'Aside', { replyToId: first.id, onlyInReplies: true });
  await gone.must('deleteMessage', { messageId: second.id });
  await owner.must('pinMessage', { messageId: first.id });
  await owner.must('pinMessage', { messageId: third.id });
  await owner.must('unpinMessage', { messageId: third.id });
  await owner.must('saveMessage', { messageId: first.id });
  await owner.must('saveMessage', { messageId: third.id });
  await owner.must('unsaveMessage', { messageId: third.id });
  await member.must('forwardMessage', { messageId: first.id, threadIds: [threadId] });
  await admin.must('markRead', { threadId, seq: first.seq });
  await gone.must('markDelivered', { threadId, seq: third.seq });
  await gone.must('markRead', { threadId, seq: third.seq });
  await admin.must('markUnread', { threadId, seq: first.seq });
  await admin.must('updateThreadPreferences', { threadId, mute: 'DAY', archived: true });
  await owner.must('updateGroupName', { threadId, name: 'Renamed' });
  await owner.must('createInvite', { threadId });
  await owner.must('addParticipant', { threadId, userId: guest.id });
  await guest.must('leaveGroup', { threadId });
  const picture = await uploaded(owner, { width: 3, height: 2 });
  await say(owner, threadId, '@all Fourth', { replyToId: third.id, attachmentIds: [picture] });
  const barred = await person();
  await owner.must('banParticipant', { threadId, userId: barred.id });
  await owner.must('updateGroupSettings', {
    threadId,
    topic: 'About',
    pictureId: await uploadedPicture(owner),
    editWindowSeconds: 3600,
    whoMayPost: 'ADMINS',
    whoMayAdd: 'EVERYBODY',
    whoMayCallAll: 'EVERYBODY',
  });
  await owner.must('archiveGroup', { threadId });
  await owner.must('unarchiveGroup', { threadId });
  await owner.must('archiveGroup', { threadId });
  // Told as things are by now: those who are gone may be told of what came before, as may those who stayed.
  await owner.must('removeParticipant', { threadId, userId: gone.id });

  const pair = await direct(owner, member);
  const ours = await say(owner, pair, 'Just us');
  await owner.must('addReaction', { messageId: ours.id, emoji: '👍' });
  await say(member, pair, 'Aside', { replyToId: ours.id, onlyInReplies: true });
  await say(owner, pair, `Still, @${member.handle}`);
  await member.must('markRead', { threadId: pair, seq: 1 });

  await member.must('updateProfile', { displayName: 'Mem Ber' });
  await member.must('updatePrivacy', { readReceipts: false });
  await member.must('updatePrivacy', { readReceipts: true });
  const visitor = browser();
  await visitor.must('signUp', { handle: 'visitor', displayName: 'V', password: 'correct horse battery' });
  await visitor.must('signOut', {});

  await settled(world);
  const { events } = await log.read(before, 1000);
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(Object.values(EventKind)));

  const inThread = new Map([
    [threadId, [owner, admin, member, gone]],
    [pair, [owner, member]],
    // What is of no thread is told to everybody.
    ['', [owner, member]],
  ]);
  const known = await loadRows(world.sql, events);
  const changes = events.flatMap((event): Told[] => {
    const change = toChange(event, log.seal(event), known);
    const to = inThread.get(event.threadId ?? '') ?? [];
    return change ? [{ type: change.type, value: change, threadId: event.threadId, known, to }] : [];
  });
  const everybody = [...inThread.values()].flat();
  const caughtUp = { type: 'CaughtUp', cursor: log.seal(before), at: new Date() };
  const typists: Typists = { threadId, userIds: [owner.id, member.id] };
  // What each may see of somebody is decided before they are told; see server/live/presence.ts.
  const { id: visitorId } = await prisma.user.findUniqueOrThrow({ where: { handle: 'visitor' } });
  const presences: Presences = { presences: [{ userId: visitorId, state: 'OFFLINE', shown: true }] };
  return [
    ...changes,
    { type: 'CaughtUp', value: caughtUp, threadId: null, known: null, to: everybody },
    { type: 'Typing', value: typists, threadId, known: null, to: inThread.get(threadId) ?? [] },
    { type: 'Presence', value: presences, threadId: null, known: null, to: everybody },
  ];
}

type Answer = Record<string, unknown>;

/** What everybody is told who asks for all that is wanted of an event, by the subscription that tells it. */
async function answersTo(event: Told, wants: Asking['wants']): Promise<Answer[][]> {
  const telling = roots.filter(({ type }) =>
    fieldedTypesOf(getNamedType(type)).some(({ name }) => name === event.type),
  );
  return Promise.all(
    telling.map(async ({ name, type, args }) => {
      // What is required of the root says what is followed, and has been decided by the time that an event is told.
      const followed = args
        .filter(isRequiredArgument)
        .map((arg) => `${arg.name}: ${JSON.stringify(arg.name === 'threadId' ? event.threadId : [])}`);
      const root = followed.length > 0 ? `${name}(${followed.join(', ')})` : name;
      const question = (cursorOf: Asking['cursorOf']) =>
        `subscription { ${root} { ${everythingOf(getNamedType(type), { wants, cursorOf })} } }`;
      const plain = question(() => null);
      const answers = await Promise.all(event.to.map((person) => answer(person, event, name, plain)));
      // Lists are asked for again from within, by cursors that the first of them was given.
      const within = question((path) => cursorIn(answers[0], path));
      if (within === plain) return answers;
      return Promise.all(event.to.map((person) => answer(person, event, name, within)));
    }),
  );
}

async function answer(person: Person, { value, known }: Told, root: string, source: string): Promise<Answer> {
  const contextValue = { ...(await person.context()), scope: {}, known };
  const { data, errors } = await execute({ schema, document: parse(source), rootValue: value, contextValue });
  if (errors?.[0]) throw errors[0];
  return data?.[root] as Answer;
}

/** The cursor of the first entry of a list at a place in an answer; null for an empty one, and for one of many. */
function cursorIn(answered: Answer | undefined, path: readonly string[]): string | null {
  let found: unknown = answered;
  for (const key of path) found = (found as Answer | null | undefined)?.[key];
  const edges = Object.entries((found ?? {}) as Answer).find(([key]) => key.endsWith('__edges'))?.[1];
  const [first] = (edges ?? []) as Answer[];
  const cursor = Object.entries(first ?? {}).find(([key]) => key.endsWith('__cursor'))?.[1];
  return typeof cursor === 'string' ? cursor : null;
}

/** The fields on the way to each place where two answers differ. */
function differences(one: unknown, other: unknown, path: string[] = []): string[][] {
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differences(one[key], other[key], [...path, fieldOfKey(key)]));
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length)
    return one.flatMap((entry, index) => differences(entry, other[index], path));
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [path];
}

const isObject = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was asked and given a value: of a list, one with something in it. */
function given(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) given(entry, found);
  if (!isObject(value)) return found;
  for (const [key, below] of Object.entries(value)) {
    if (below == null || (Array.isArray(below) && below.length === 0)) continue;
    if (key !== '__typename') found.add(nameOfKey(key));
    given(below, found);
  }
  return found;
}

/** Where the viewers' answers differ, as ways that lead there; and what had no value in any answer. */
async function ask(events: Told[], wants: Asking['wants']) {
  const differing = new Set<string>();
  const missing = new Set(roots.flatMap(({ type }) => [...reachable(getNamedType(type), wants)]));
  for (const event of events) {
    for (const [first, ...others] of await answersTo(event, wants)) {
      for (const name of given(first)) missing.delete(name);
      for (const other of others)
        for (const path of differences(first, other)) differing.add(path.join(' → '));
    }
  }
  return { differing: [...differing], missing: [...missing] };
}

describe('who ask the same about the same event', () => {
  it('[LV16] get the same answer, unless they ask for what is marked', async () => {
    const { differing, missing } = await ask(told, unmarked);
    expect(differing, 'mark the fields that depend on the viewer with `ofViewer`').toEqual([]);
    expect(missing, 'let something happen here that gives these a value').toEqual([]);
  });

  it.each([
    ['receipts', { readReceipts: false }],
    ['presence', { presence: false }],
    ['either', { readReceipts: false, presence: false }],
  ])('[LV16] get the same answer where they all show no %s', { timeout: 180_000 }, async (_what, shown) => {
    const people = new Map(told.flatMap(({ to }) => to).map((person) => [person.id, person]));
    for (const person of people.values()) await person.must('updatePrivacy', shown);
    // Of themselves everybody is shown more than others are.
    const ofOthers = told.map((event) => {
      const about = 'event' in event.value ? (event.value.event as LogEvent).userId : null;
      return { ...event, to: event.to.filter(({ id }) => id !== about) };
    });
    const { differing } = await ask(ofOthers, unmarked);
    for (const person of people.values())
      await person.must('updatePrivacy', { readReceipts: true, presence: true });
    expect(differing).toEqual([]);
  });

  it('[LV16] are told apart here where a mark is missing', { timeout: 180_000 }, async () => {
    const known = [
      'Thread.participants',
      'Thread.peer',
      'Thread.viewerParticipant',
      'Thread.unreadCount',
      'Thread.unreadMentionCount',
      'Thread.messages',
      'Thread.lastMessage',
      'Thread.invites',
      'Thread.preferences',
      'Thread.viewerCan',
      'Thread.bans',
      'Thread.pinnedMessages',
      'Message.replies',
      'Message.viewerSaved',
      'ReactionGroup.viewerReacted',
      'Message.repliesFollowed',
      'Message.repliesUnread',
    ];
    expect([...marked]).toEqual(expect.arrayContaining(known));
    // A message with replies in the group, and two of the pair: enough for all of these.
    const few = told.filter(
      ({ type, to }) => type === 'MessageDeleted' || (type === 'MessageAdded' && to.length === 2),
    );
    for (const name of known) {
      const { differing } = await ask(few, (asked) => asked === name || unmarked(asked));
      expect([name, differing.some((path) => path.includes(name))]).toEqual([name, true]);
      expect(differing.filter((path) => !path.includes(name))).toEqual([]);
    }
  });

  it(
    '[LV16] are asked about here for everything: what never had a value is named',
    { timeout: 180_000 },
    async () => {
      const silent = told.filter(({ type }) => type !== 'Typing' && type !== 'Presence');
      expect((await ask(silent, unmarked)).missing.toSorted()).toEqual([
        'Presence.lastSeenAt',
        'Presence.state',
        'Presence.user',
        'Typing.thread',
        'Typing.users',
      ]);
      const unedited = told.filter(({ value }) => !('rows' in value));
      expect((await ask(unedited, unmarked)).missing).toContain('Message.editedAt');
    },
  );

  it('[LV16] cannot get around a mark by an interface', () => {
    const around = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        type
          .getInterfaces()
          .filter(isInterfaceType)
          .flatMap((parent) =>
            Object.keys(parent.getFields()).filter(
              (name) => isMarked(`${type.name}.${name}`) && !isMarked(`${parent.name}.${name}`),
            ),
          ),
      );
    expect(around).toEqual([]);
  });
});
