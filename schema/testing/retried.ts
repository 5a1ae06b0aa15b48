import { newId } from '../id.ts';
import type { Outcome } from './mutations.ts';
import type { Scene } from './retry-stage.ts';

interface Retried {
  /** Who asks. */
  by: keyof Scene & ('owner' | 'admin' | 'member' | 'outsider');
  input(scene: Scene): Record<string, unknown>;
  /** What the same key is then tried with. */
  another(scene: Scene): Record<string, unknown>;
  /** A try that fails, and how, where it is not for want of what its ids name. */
  failing?: { input: Record<string, unknown>; as: string };
  /** What has become of it 40 days later, where nobody has done anything since. */
  later?: Partial<Outcome>;
}

/** Each mutation that keeps its first result under a key. */
export const retried: Record<string, Retried> = {
  revokeSession: {
    by: 'owner',
    input: (s) => ({ sessionId: s.session }),
    another: (s) => ({ sessionId: s.otherSession }),
  },
  updatePrivacy: {
    by: 'member',
    input: () => ({ readReceipts: false }),
    another: () => ({ readReceipts: true }),
    failing: { input: { clientMutationId: '' }, as: 'InputError' },
  },
  startDirectThread: {
    by: 'admin',
    input: (s) => ({ userId: s.outsider.id }),
    another: (s) => ({ userId: s.member.id }),
  },
  createGroup: {
    by: 'outsider',
    input: (s) => ({ name: 'New', participantIds: [s.admin.id, s.member.id] }),
    another: (s) => ({ name: 'New', participantIds: [s.admin.id] }),
  },
  addParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.outsider.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.friend.id }),
  },
  removeParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.friend.id }),
  },
  leaveGroup: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId }),
    another: () => ({ threadId: newId('thr') }),
  },
  setParticipantRole: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id, role: 'ADMIN' }),
    another: (s) => ({ threadId: s.threadId, userId: s.member.id, role: 'OWNER' }),
  },
  updateGroupName: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, name: 'Other' }),
    another: (s) => ({ threadId: s.threadId, name: 'Another' }),
  },
  updateGroupSettings: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, topic: 'Topic' }),
    another: (s) => ({ threadId: s.threadId, topic: 'Another' }),
  },
  banParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.outsider.id }),
  },
  unbanParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.barred.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.alsoBarred.id }),
  },
  archiveGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId }),
    another: (s) => ({ threadId: s.archivedId }),
  },
  unarchiveGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.archivedId }),
    another: (s) => ({ threadId: s.threadId }),
  },
  deleteGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId }),
    another: (s) => ({ threadId: s.archivedId }),
  },
  createInvite: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, maxUses: 2 }),
    another: (s) => ({ threadId: s.threadId, maxUses: 3 }),
  },
  revokeInvite: {
    by: 'admin',
    input: (s) => ({ inviteId: s.invite.id }),
    another: (s) => ({ inviteId: s.otherInvite.invite.id }),
  },
  acceptInvite: {
    by: 'outsider',
    input: (s) => ({ token: s.token }),
    another: (s) => ({ token: s.otherInvite.token }),
  },
  sendMessage: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, body: 'Hello', replyToId: s.message.id, attachmentIds: [s.file] }),
    another: (s) => ({ threadId: s.threadId, body: 'Hello' }),
  },
  editMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id, body: 'Edited' }),
    another: (s) => ({ messageId: s.message.id, body: 'Edited again' }),
  },
  deleteMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  addReaction: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, emoji: '👍' }),
    another: (s) => ({ messageId: s.message.id, emoji: '👎' }),
  },
  setRepliesFollowed: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, followed: true }),
    another: (s) => ({ messageId: s.second.id, followed: true }),
  },
  markRepliesRead: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id, seq: 2_000_000_000 }),
    another: (s) => ({ messageId: s.second.id, seq: 2_000_000_000 }),
  },
  removeReaction: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, emoji: '🎉' }),
    another: (s) => ({ messageId: s.second.id, emoji: '🎉' }),
  },
  saveMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  unsaveMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.kept.id }),
    another: (s) => ({ messageId: s.alsoKept.id }),
  },
  pinMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  unpinMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.kept.id }),
    another: (s) => ({ messageId: s.alsoKept.id }),
  },
  forwardMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, threadIds: [s.threadId] }),
    another: (s) => ({ messageId: s.second.id, threadIds: [s.threadId] }),
  },
  markRead: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.message.seq - 1 }),
  },
  markDelivered: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.message.seq - 1 }),
  },
  updateThreadPreferences: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, pinned: true, mute: 'HOUR' }),
    another: (s) => ({ threadId: s.threadId, pinned: true }),
  },
  markUnread: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.second.seq }),
  },
  createUpload: {
    by: 'member',
    input: () => ({ name: 'notes.txt', contentType: 'text/plain', size: 5 }),
    another: () => ({ name: 'notes.txt', contentType: 'text/plain', size: 6 }),
    failing: { input: { name: '', contentType: 'text/plain', size: 5 }, as: 'InputError' },
    later: { deleted: true },
  },
  updateProfile: {
    by: 'member',
    input: () => ({ displayName: 'Somebody' }),
    another: () => ({ displayName: 'Somebody else' }),
    failing: { input: { displayName: '' }, as: 'InputError' },
  },
  setPresence: {
    by: 'member',
    input: () => ({ away: true }),
    another: () => ({ away: false }),
    failing: { input: { clientMutationId: '' }, as: 'InputError' },
  },
  setTyping: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, typing: true }),
    another: (s) => ({ threadId: s.threadId, typing: false }),
  },
};

export const eachRetried = Object.entries(retried).map(([mutation, its]) => ({ mutation, ...its }));
