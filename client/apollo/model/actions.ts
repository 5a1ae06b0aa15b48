import type { World } from './follower.ts';

/** What somebody does; the numbers pick among what is there. */
type Action = (world: World, by: { who: string; where: number; which: number; text: string }) => void;

const threadOf = ({ server }: World, where: number) => server.thread(where % server.threads.length);

const add: Action = ({ server, group }, { who }) => server.add(group, who);
const remove: Action = ({ server, group }, { who }) => server.remove(group, who);
const read: Action = (world, { who, where, which }) => {
  const thread = threadOf(world, where);
  if (thread) world.server.read(thread, who, which);
};

const keep = (
  world: World,
  { where, which }: { where: number; which: number },
  how: 'save' | 'pin',
  on: boolean,
) => {
  const thread = threadOf(world, where);
  if (thread) world.server[how](thread, which % (thread.messages.length + 1), on);
};
function follows(world: World, where: number, which: number, change: (now: Follow) => Follow): void {
  const thread = threadOf(world, where);
  const message = thread?.messages[which % 4 ? 0 : which % Math.max(1, thread.messages.length)];
  if (!thread || !message) return;
  const { followed, unread, named } = change(message.follow);
  world.server.follow(thread, message, { followed, unread: followed && unread, named: followed && named });
}
type Follow = { followed: boolean; unread: boolean; named: boolean };

/** Of each mutation, what it does to a model server. A new one wants a line here. */
export const actions: Record<string, Action> = {
  sendMessage: (world, { who, where, which }) => {
    const thread = threadOf(world, where);
    if (!thread?.people.some(({ userId }) => userId === who)) return;
    // Mostly to the first message, whose replies are looked at.
    const answered = thread.messages[which % 5 ? 0 : which % thread.messages.length];
    const answers = which % 2 && answered && !answered.aside ? answered : null;
    world.server.send(thread, who, who, { answers, aside: which % 3 > 0 });
  },
  setRepliesFollowed: (world, { where, which }) =>
    follows(world, where, which, (now) => ({ ...now, followed: which % 3 > 0 })),
  // What there is to see and to take back: by luck alone it would hardly ever be met.
  markRepliesRead: (world, { where }) => {
    const thread = threadOf(world, where);
    const message = thread?.messages.find(({ follow }) => follow.unread);
    if (thread && message)
      world.server.follow(thread, message, { ...message.follow, unread: false, named: false });
  },
  editMessage: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.edit(thread, which % (thread.messages.length + 1));
  },
  deleteMessage: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.delete(thread, which % (thread.messages.length + 1));
  },
  addReaction: (world, { who, where, which }) => {
    const thread = threadOf(world, where);
    const emoji = ['👍', '🎉', '🐌'][which % 3];
    if (thread && emoji) world.server.react(thread, which % (thread.messages.length + 1), who, emoji, true);
  },
  removeReaction: (world, { where, which }) => {
    const thread = threadOf(world, where);
    const set = thread?.messages.flatMap(({ reactions }, index) =>
      reactions.flatMap(({ emoji, people }) => people.map((who) => ({ index, emoji, who }))),
    );
    const one = set?.[which % Math.max(1, set.length)];
    if (thread && one) world.server.react(thread, one.index, one.who, one.emoji, false);
  },
  saveMessage: (world, by) => keep(world, by, 'save', true),
  unsaveMessage: (world, by) => keep(world, by, 'save', false),
  pinMessage: (world, by) => keep(world, by, 'pin', true),
  unpinMessage: (world, by) => keep(world, by, 'pin', false),
  forwardMessage: (world, { who, where, which }) => {
    const [from, to] = [threadOf(world, where), threadOf(world, which)];
    if (from && to) world.server.forward(from, which % (from.messages.length + 1), who, to);
  },
  markRead: read,
  markDelivered: read,
  updateGroupName: ({ server, group }, { text }) => server.rename(group, text),
  addParticipant: add,
  acceptInvite: add,
  removeParticipant: remove,
  leaveGroup: remove,
  setParticipantRole: ({ server, group }, { who, which }) =>
    server.setRole(group, who, which % 2 ? 'ADMIN' : 'MEMBER'),
  updateGroupSettings: ({ server, group }, { which, text }) =>
    server.setUp(group, {
      topic: which % 3 ? text : null,
      pictureUrl: which % 2 ? `/files/${which}` : null,
      whoMayPost: which % 2 ? 'ADMINS' : 'EVERYBODY',
      whoMayAdd: which % 5 < 2 ? 'EVERYBODY' : 'ADMINS',
      whoMayCallAll: which % 3 < 2 ? 'EVERYBODY' : 'ADMINS',
      historyVisible: which % 7 < 3,
      editWindowSeconds: which % 4 ? 60 * which : null,
    }),
  archiveGroup: ({ server, group }) => server.archive(group, true),
  unarchiveGroup: ({ server, group }) => server.archive(group, false),
  banParticipant: ({ server, group }, { who }) => server.ban(group, who),
  unbanParticipant: ({ server, group }, { who }) => server.unban(group, who),
  // Now and then: nothing more happens in a group that is gone.
  deleteGroup: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread && which % 5 === 0) world.server.deleteGroup(thread);
  },
  updateThreadPreferences: (world, { where, which }) => {
    const thread = threadOf(world, where);
    // The model's clock begins in the past: muted is until long after it.
    const mutedUntil = which % 3 ? null : 1_000_000_000;
    if (thread)
      world.server.prefer(thread, {
        pinned: which % 2 === 0,
        favourite: which % 5 < 2,
        archived: which % 7 < 2,
        mutedUntil,
      });
  },
  markUnread: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.markUnread(thread, 1 + (which % 6));
  },
  updateProfile: ({ server }, { who, text, which }) =>
    server.changePerson(who, text, which % 2 ? `/files/${text}` : null),
  createGroup: ({ server }) => {
    if (server.threads.length < 4) server.start('GROUP', ['usr_ben']);
  },
  startDirectThread: ({ server }) => {
    if (server.threads.length < 4) server.start('DIRECT', ['usr_cat']);
  },
};

/** Mutations that change nothing of what is compared here, and why. */
export const withoutTrace: Record<string, string> = {
  createInvite: 'a group’s links are read again whenever they are looked at',
  createUpload: 'is its owner’s alone until a message carries it',
  revokeInvite: 'a group’s links are read again whenever they are looked at',
  setTyping: 'is told beside the log, and forgotten',
  setPresence: 'is told to who follows it, and kept beside the cache',
  signIn: 'begins with an empty cache',
  signOut: 'ends with an empty cache',
  signUp: 'begins with an empty cache',
  changePassword: 'is told to nobody',
  revokeSession: 'is told to nobody; the list is read again whenever it is looked at',
  revokeOtherSessions: 'is told to nobody; the list is read again whenever it is looked at',
  deleteAccount: 'is told as what it does: a new name, edits and departures',
  updatePrivacy: 'everything is read afresh',
};
