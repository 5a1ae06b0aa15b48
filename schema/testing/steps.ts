import { newId } from '../id.ts';
import { pick, random } from './random.ts';
import { uploaded, uploadedPicture } from './uploads.ts';
import { type Person, testPassword, type World } from './world.ts';

/** One thing that somebody does; the numbers pick among what is there. */
export interface Step {
  mutation: keyof typeof inputs;
  who: number;
  whom: number;
  where: number;
  which: number;
}

export interface Stage {
  people: Person[];
  threads: string[];
  messages: { id: string; author: Person }[];
  links: { id: string; token: string }[];
  /** Files that can be attached, and whose they are. */
  files: { id: string; owner: Person }[];
  /** What can be a picture, or was one. */
  pictures: { id: string; owner: Person }[];
  /** Which mutations were not refused, at least once. */
  done: Set<string>;
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function personAt({ people }: Stage, index: number): Person {
  const person = at(people, index);
  if (!person) throw new Error('There is nobody to do it.');
  return person;
}

/** What each mutation is asked. */
const inputs = {
  startDirectThread: (s: Stage, step: Step) => ({ userId: personAt(s, step.whom).id }),
  createGroup: (s: Stage, step: Step) => ({
    name: `Group ${step.which}`,
    participantIds: [personAt(s, step.whom).id, personAt(s, step.whom + 1).id],
  }),
  addParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: personAt(s, step.whom).id,
  }),
  removeParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: personAt(s, step.whom).id,
  }),
  leaveGroup: (s: Stage, step: Step) => ({ threadId: threadOf(s, step) }),
  setParticipantRole: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: personAt(s, step.whom).id,
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
    whoMayCallAll: at(['EVERYBODY', 'ADMINS', null], step.which),
    historyVisible: [true, false, null][step.whom % 3],
    // Long enough for all that happens here.
    editWindowSeconds: [0, 3600, 86_400, null][step.which % 4],
  }),
  banParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: personAt(s, step.whom).id,
  }),
  unbanParticipant: (s: Stage, step: Step) => ({
    threadId: threadOf(s, step),
    userId: personAt(s, step.whom).id,
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
  // Only the last of them, and now and then with a wrong password: who is gone does nothing any more.
  deleteAccount: (s: Stage, step: Step) => ({
    password: at(s.people, step.who) === s.people.at(-1) && step.which % 3 > 0 ? testPassword : 'wrong',
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

/** Now and then somebody is named, or everybody; more often who may delete their account. */
const nameFor = (s: Stage, { which, whom }: Step) => {
  if (which % 3 > 0) return '';
  if (which % 2 === 0) return ' @all';
  return ` @${personAt(s, whom % 3 ? whom : s.people.length - 1).handle}`;
};

/** What the sender has by now; now and then somebody else's as well. */
const filesFor = (s: Stage, { who, which }: Step) =>
  s.files
    .filter(({ owner }) => owner.id === personAt(s, who).id || which === 40)
    .map(({ id }) => id)
    .slice(-3);

/** The last that they have sent; now and then none, or one that was used before. */
const pictureFor = (s: Stage, { who, which }: Step) => {
  const own = s.pictures.filter(({ owner }) => owner.id === personAt(s, who).id);
  return ['', at(own, which)?.id][which % 5] ?? own.at(-1)?.id ?? null;
};

export const names = Object.keys(inputs) as (keyof typeof inputs)[];

/** Each of them, and more often what people mostly do, and what makes groups last. */
export const usually: readonly Step['mutation'][] = [
  ...names,
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
];

/** What somebody may do, drawn. */
export const drawStep = (): Step => ({
  mutation: pick(usually),
  who: random(41),
  whom: random(41),
  where: random(41),
  which: random(41),
});

/** Two of their devices may delete an account at the same moment; the second is nobody's by then. */
function unlessGone(error: Error): null {
  if (error.message.includes('UNAUTHENTICATED')) return null;
  throw error;
}

/** Does it, or is refused. @returns whether it was done */
export async function perform(s: Stage, step: Step, through: World): Promise<boolean> {
  // What only an author may do is mostly done by the author.
  const owns = (step.mutation === 'editMessage' || step.mutation === 'deleteMessage') && step.who % 4 > 0;
  const somebody = (owns && at(s.messages, step.which)?.author) || personAt(s, step.who);
  const person = through.as(somebody);
  const outcome = await person.does(step.mutation, inputs[step.mutation](s, step)).catch(unlessGone);
  if (!outcome?.__typename.endsWith('Payload')) return false;
  s.done.add(step.mutation);
  const { __typename, thread, message, messages, invite, token } = outcome;
  if (step.mutation === 'createGroup' || step.mutation === 'startDirectThread') {
    if (!s.threads.includes(thread.id)) s.threads.push(thread.id);
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
  return true;
}

/** Four people who have something to begin with. */
export async function stage(world: World, done: Set<string>): Promise<Stage> {
  const people = await world.people(4);
  const s: Stage = { people, threads: [], messages: [], links: [], files: [], pictures: [], done };
  for (const which of [0, 1]) {
    await perform(s, { mutation: 'createGroup', who: which, whom: which + 1, where: 0, which }, world);
    await perform(s, { mutation: 'sendMessage', who: which, whom: 0, where: which, which: 1 }, world);
  }
  return s;
}
