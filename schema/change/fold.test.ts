import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { schema } from '../index.ts';
import { Reader } from '../testing/reader.ts';
import { pick, random, saySeed, seed } from '../testing/random.ts';
import { settled } from '../testing/settled.ts';
import { uploaded, uploadedPicture } from '../testing/uploads.ts';
import { openWorld, type Person, testPassword, type World } from '../testing/world.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});
beforeAll(saySeed);

/** One thing that somebody does; the numbers pick among what is there. */
interface Step {
  mutation: keyof typeof inputs;
  who: number;
  whom: number;
  where: number;
  which: number;
}

interface Stage {
  people: Person[];
  threads: string[];
  messages: { id: string; author: Person }[];
  links: { id: string; token: string }[];
  /** Files that can be attached, and whose they are. */
  files: { id: string; owner: Person }[];
  /** What can be a picture, or was one. */
  pictures: { id: string; owner: Person }[];
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** What each mutation is asked. */
const inputs = {
  startDirectThread: (s: Stage, step: Step) => ({ userId: at(s.people, step.whom)!.id }),
  createGroup: (s: Stage, step: Step) => ({
    name: `Group ${step.which}`,
    participantIds: [at(s.people, step.whom)!.id, at(s.people, step.whom + 1)!.id],
  }),
  addParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: at(s.people, step.whom)!.id,
  }),
  removeParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: at(s.people, step.whom)!.id,
  }),
  leaveGroup: (s: Stage, step: Step) => ({ threadId: threadOf(s, step) }),
  setParticipantRole: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: at(s.people, step.whom)!.id,
    role: at(['OWNER', 'ADMIN', 'MEMBER'], step.which),
  }),
  updateGroupName: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), name: `Name ${step.which}` }),
  updateGroupSettings: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    topic: [`Topic ${step.whom}`, '', null][step.which % 3],
    pictureId: pictureFor(s, step),
    // Mostly open: where nobody writes, nothing happens.
    whoMayPost: step.which % 5 ? 'EVERYBODY' : 'ADMINS',
    whoMayAdd: at(['EVERYBODY', 'ADMINS', null], step.whom),
    historyVisible: [true, false, null][step.whom % 3],
    // Long enough for all that happens here.
    editWindowSeconds: [0, 3600, 86_400, null][step.which % 4],
  }),
  banParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: at(s.people, step.whom)!.id,
  }),
  unbanParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: at(s.people, step.whom)!.id,
  }),
  archiveGroup: (s: Stage, step: Step) => ({ threadId: threadOf(s, step) }),
  unarchiveGroup: (s: Stage, step: Step) => ({ threadId: threadOf(s, step) }),
  // Now and then: of a group that is gone nothing can be told any more.
  deleteGroup: (s: Stage, step: Step) => ({
    threadId: step.which % 4 ? newId('thr') : threadOf(s, step),
  }),
  createInvite: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), maxUses: 1 + (step.which % 3) }),
  revokeInvite: (s: Stage, step: Step) => ({ inviteId: at(s.links, step.which)?.id ?? newId('inv') }),
  acceptInvite: (s: Stage, step: Step) => ({ token: at(s.links, step.which)?.token ?? '' }),
  sendMessage: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    body: `Message ${step.which}${nameFor(s, step)}`,
    replyToId: step.which % 3 ? null : at(s.messages, step.which)?.id,
    attachmentIds: step.which % 4 ? [] : filesFor(s, step),
    onlyInReplies: step.which % 3 === 0 && step.whom % 2 === 0,
  }),
  editMessage: (s: Stage, step: Step) => ({
    messageId: messageOf(s, step),
    body: `Edited ${step.which}${nameFor(s, step)}`,
  }),
  deleteMessage: (s: Stage, step: Step) => ({ messageId: messageOf(s, step) }),
  addReaction: (s: Stage, step: Step) => ({ messageId: messageOf(s, step), emoji: emojiOf(step) }),
  setRepliesFollowed: (s: Stage, step: Step) => ({
    messageId: messageOf(s, step),
    followed: step.whom % 3 > 0,
  }),
  markRepliesRead: (s: Stage, step: Step) => ({
    messageId: messageOf(s, step),
    seq: step.whom % 2 ? 2_000_000_000 : step.whom,
  }),
  removeReaction: (s: Stage, step: Step) => ({ messageId: messageOf(s, step), emoji: emojiOf(step) }),
  saveMessage: (s: Stage, step: Step) => ({ messageId: messageOf(s, step) }),
  unsaveMessage: (s: Stage, step: Step) => ({ messageId: messageOf(s, step) }),
  pinMessage: (s: Stage, step: Step) => ({ messageId: messageOf(s, step) }),
  unpinMessage: (s: Stage, step: Step) => ({ messageId: messageOf(s, step) }),
  forwardMessage: (s: Stage, step: Step) => ({
    messageId: messageOf(s, step),
    threadIds: [...new Set([threadOf(s, step), at(s.threads, step.whom) ?? newId('thr')])],
  }),
  markRead: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), seq: step.which }),
  markDelivered: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), seq: step.which }),
  updateThreadPreferences: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    pinned: [true, false, null][step.which % 3],
    favourite: [true, false][step.whom % 2],
    mute: at(['OFF', 'HOUR', 'DAY', 'ALWAYS', null], step.which),
    archived: [true, false, null][step.whom % 3],
  }),
  markUnread: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), seq: 1 + (step.which % 8) }),
  updateProfile: (s: Stage, step: Step) => ({
    displayName: `Called ${step.which}`,
    pictureId: pictureFor(s, step),
  }),
  createUpload: (_s: Stage, step: Step) => ({
    name: `File ${step.which}`,
    contentType: 'text/plain',
    size: 1 + step.which,
  }),
  // Only the last of them, and mostly with a wrong password: who is gone does nothing any more.
  deleteAccount: (s: Stage, step: Step) => ({
    password: at(s.people, step.who) === s.people.at(-1) && step.which % 5 === 0 ? testPassword : 'wrong',
  }),
  updatePrivacy: (_s: Stage, step: Step) => ({
    readReceipts: [true, false, null][step.which % 3],
    presence: [true, false, null][step.whom % 3],
  }),
  setTyping: (s: Stage, step: Step) => ({ threadId: threadOf(s, step), typing: true }),
};
const threadOf = (s: Stage, { where }: Step) => at(s.threads, where) ?? newId('thr');
const messageOf = (s: Stage, { which }: Step) => at(s.messages, which)?.id ?? newId('msg');

/** Few, so that people agree; two of them are one. */
const emojiOf = ({ whom }: Step) => at(['👍', '❤', '❤️', '🎉'], whom);

/** Now and then somebody is named, or everybody. */
const nameFor = (s: Stage, { which, whom }: Step) =>
  which % 3 === 0 ? ` @${which % 2 === 0 ? 'all' : at(s.people, whom)!.handle}` : '';

/** What the sender has by now; now and then somebody else's as well. */
const filesFor = (s: Stage, { who, which }: Step) =>
  s.files
    .filter(({ owner }) => owner.id === at(s.people, who)!.id || which === 40)
    .map(({ id }) => id)
    .slice(-3);

/** The last that they have sent; now and then none, or one that was used before. */
const pictureFor = (s: Stage, { who, which }: Step) => {
  const own = s.pictures.filter(({ owner }) => owner.id === at(s.people, who)!.id);
  return ['', at(own, which)?.id][which % 5] ?? own.at(-1)?.id ?? null;
};

const names = Object.keys(inputs) as (keyof typeof inputs)[];
/** Groups last longer when fewer leave, and most of what people do is talk. */
const often = [
  'sendMessage',
  'sendMessage',
  'sendMessage',
  'addParticipant',
  'markRead',
  'editMessage',
  'markUnread',
  'createUpload',
  'addReaction',
  'addReaction',
  'saveMessage',
  'pinMessage',
  'unbanParticipant',
  'unarchiveGroup',
] as const;
const number = fc.nat({ max: 40 });
const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      mutation: fc.constantFrom(...names, ...often),
      who: number,
      whom: number,
      where: number,
      which: number,
    }),
    { minLength: 5, maxLength },
  );

/** Two of their devices may delete an account at the same moment; the second is nobody's by then. */
function unlessGone(error: Error): null {
  if (error.message.includes('UNAUTHENTICATED')) return null;
  throw error;
}

async function perform(s: Stage, step: Step, through: World): Promise<void> {
  // What only an author may do is mostly done by the author.
  const owns = (step.mutation === 'editMessage' || step.mutation === 'deleteMessage') && step.who % 4 > 0;
  const somebody = (owns && at(s.messages, step.which)?.author) || at(s.people, step.who)!;
  const person = through.as(somebody);
  const outcome = await person.does(step.mutation, inputs[step.mutation](s, step)).catch(unlessGone);
  if (outcome === null) return;
  const { __typename, thread, message, messages, invite, token } = outcome;
  if (step.mutation === 'createGroup' || step.mutation === 'startDirectThread') {
    if (__typename.endsWith('Payload') && !s.threads.includes(thread.id)) s.threads.push(thread.id);
  }
  if (__typename === 'CreateUploadPayload') {
    s.files.push({ id: await uploaded(person), owner: person });
    s.pictures.push({ id: await uploadedPicture(person), owner: person });
  }
  if (__typename === 'CreateInvitePayload') s.links.push({ id: invite.id, token });
  if (__typename === 'ForwardMessagePayload')
    for (const { id } of messages) s.messages.push({ id, author: person });
  if (__typename === 'SendMessagePayload') {
    s.messages.push({ id: message.id, author: person });
    s.files = s.files.filter(({ id }) => !message.attachments.some((attached) => attached.id === id));
  }
}

async function stage(): Promise<Stage> {
  const people = await world.people(4);
  const s: Stage = { people, threads: [], messages: [], links: [], files: [], pictures: [] };
  // Something to begin with.
  for (const which of [0, 1]) {
    await perform(s, { mutation: 'createGroup', who: which, whom: which + 1, where: 0, which }, world);
    await perform(s, { mutation: 'sendMessage', who: which, whom: 0, where: which, which: 1 }, world);
  }
  return s;
}

/** After which every kind of change has been told. */
async function everyKind(s: Stage): Promise<void> {
  const [owner, member, leaver] = s.people as [Person, Person, Person];
  const { thread } = await owner.must('createGroup', {
    name: 'Last',
    participantIds: [member.id, leaver.id],
  });
  const { message } = await member.must('sendMessage', { threadId: thread.id, body: 'One' });
  await member.must('editMessage', { messageId: message.id, body: 'Two' });
  await owner.must('addReaction', { messageId: message.id, emoji: '👍' });
  await owner.must('pinMessage', { messageId: message.id });
  await owner.must('saveMessage', { messageId: message.id });
  await owner.must('markRead', { threadId: thread.id, seq: message.seq });
  await owner.must('setRepliesFollowed', { messageId: message.id, followed: true });
  await owner.must('deleteMessage', { messageId: message.id });
  await owner.must('markUnread', { threadId: thread.id, seq: 1 });
  await leaver.must('leaveGroup', { threadId: thread.id });
  await leaver.must('updateProfile', { displayName: 'Gone', pictureId: await uploadedPicture(leaver) });
  for (const shows of [true, false])
    await owner.must('updatePrivacy', { readReceipts: shows, presence: shows });
}

const told = new Set<string>();

async function compareAll(readers: Reader[]): Promise<void> {
  await settled(world);
  for (const [index, reader] of readers.entries()) {
    await reader.follow(1 + index * 7);
    for (const type of reader.told) told.add(type);
    const { held, fetched } = await reader.compare();
    expect(held).toEqual(fetched);
  }
}

/** Mutations that change nothing of what is compared here, and why. */
const withoutTrace: Record<string, string> = {
  signIn: 'tells nobody',
  signOut: 'ends what is told; see the session’s own tests',
  signUp: 'is told to nobody who is there',
  setPresence: 'is told to who follows it, and forgotten',
  changePassword: 'is told to nobody; its sessions end',
  revokeSession: 'ends what is told; see the sessions’ own tests',
  revokeOtherSessions: 'ends what is told as well',
};

/** A few each time; .ci/run takes `INTERLEAVINGS=10000 npm test -- schema/change/fold`. */
const wanted = Number(process.env['INTERLEAVINGS'] ?? 200);
const inOneScene = 25;
const scenesAtOnce = 6;

/**
 * One interleaving: somebody does something, on one of two instances, while up to three others do, and while each of the
 * readers is away or reads a page on, of a size of its own. The plan is drawn beforehand, so that a seed gives it again;
 * how the database orders what runs at once it cannot give.
 */
interface Wave {
  steps: Step[];
  /** Of each reader, the size of the pages that it reads meanwhile; 0 for one that is away. */
  pages: number[];
}

function drawScene(): Wave[] {
  const waves: Wave[] = [];
  for (let left = inOneScene; left > 0;) {
    const atOnce = Math.min(left, 1 + random(4));
    left -= atOnce;
    waves.push({
      steps: Array.from({ length: atOnce }, () => ({
        mutation: pick([...names, ...often]),
        who: random(41),
        whom: random(41),
        where: random(41),
        which: random(41),
      })),
      pages: [0, 1, 2].map(() => (random(3) ? 0 : 1 + random(9))),
    });
  }
  return waves;
}

/** @returns how many interleavings there were, after each of which every reader could have gone wrong */
async function playScene(waves: Wave[]): Promise<number> {
  const s = await stage();
  const readers = await Promise.all(s.people.slice(0, 3).map((person) => new Reader(person).fetch()));
  for (const { steps, pages } of waves) {
    await Promise.all([
      ...steps.map((step, index) => perform(s, step, index % 2 ? other : world)),
      ...readers.map((reader, index) => (pages[index] ? reader.follow(pages[index]) : null)),
    ]);
  }
  await compareAll(readers);
  return waves.reduce((sum, { steps }) => sum + steps.length, 0);
}

describe('what a reader holds after the changes is what a fresh query shows', () => {
  it('[LV5] every mutation takes part', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect([...names, ...Object.keys(withoutTrace)].toSorted()).toEqual(all.toSorted());
  });

  it(
    '[LV5] [LV11] in thousands of interleavings of mutations on two instances, absences and pages',
    { timeout: 240_000 + wanted * 150 },
    async () => {
      const scenes = Array.from({ length: wanted / inOneScene }, drawScene);
      let played = 0;
      const play = async () => {
        for (let scene = scenes.pop(); scene; scene = scenes.pop()) {
          const count = await playScene(scene);
          played += count;
        }
      };
      await Promise.all(Array.from({ length: scenesAtOnce }, play));
      console.info(`${played} interleavings`);
      expect(played).toBe(wanted);
    },
  );

  it('[LV5] after any mutations of several people, one after the other', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), fc.integer({ min: 1, max: 9 }), async (sequence, every) => {
        const s = await stage();
        const readers = await Promise.all(s.people.map((person) => new Reader(person).fetch()));
        for (const [index, step] of sequence.entries()) {
          await perform(s, step, world);
          // Some come back often, some only at the end.
          if (index % every === 0) await readers[index % 2]!.follow(1 + (index % 3));
        }
        await everyKind(s);
        await compareAll(readers);
      }),
      { numRuns: 8, seed, endOnFailure: true },
    );
  });

  it(
    '[LV5] [LV11] also of one who fetches while others write on two instances',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps(40), async (sequence) => {
          const s = await stage();
          const readers = await Promise.all(s.people.map((person) => new Reader(person).fetch()));
          // Six at a time, and beside them readers who begin and readers who read on.
          for (let index = 0; index < sequence.length; index += 6) {
            const late = s.people.map((person) => new Reader(person));
            await Promise.all([
              ...sequence
                .slice(index, index + 6)
                .map((step, which) => perform(s, step, which % 2 ? world : other)),
              ...late.map((reader) => reader.fetch()),
              ...readers.slice(0, 4).map((reader) => reader.follow(3)),
            ]);
            readers.push(late[index % late.length]!);
          }
          await compareAll(readers);
        }),
        { numRuns: 8, seed, endOnFailure: true },
      );
    },
  );

  it('[LV5] for which every kind of change was told', () => {
    const kinds = schema.getPossibleTypes(schema.getType('Change') as never).map((type) => type.name);
    expect([...told, 'CaughtUp'].toSorted()).toEqual(kinds.toSorted());
  });
});
