import type { Stage } from './steps.ts';
import { uploadedPicture } from './uploads.ts';
import { type Person, testPassword, type World } from './world.ts';

/** Does each mutation once, in a group of its own, so that it must succeed and has something to change. */
export async function everyMutation(s: Stage, world: World): Promise<void> {
  const [owner, member, leaver] = s.people as [Person, Person, Person];
  const guest = await world.person();
  const must = async (who: Person, mutation: string, input: Record<string, unknown>) => {
    const outcome = await who.must(mutation, input);
    s.done.add(mutation);
    return outcome;
  };

  const { thread } = await must(owner, 'createGroup', {
    name: 'Last',
    participantIds: [member.id, leaver.id],
  });
  const threadId = thread.id;
  const pair = (await must(owner, 'startDirectThread', { userId: guest.id })).thread;

  const { message } = await must(member, 'sendMessage', { threadId, body: 'One' });
  const about = { messageId: message.id };
  await must(member, 'editMessage', { ...about, body: `Two, @${owner.handle}` });
  for (const emoji of ['👍', '🎉']) await must(owner, 'addReaction', { ...about, emoji });
  await must(owner, 'removeReaction', { ...about, emoji: '👍' });
  for (const mutation of [
    'pinMessage',
    'unpinMessage',
    'pinMessage',
    'saveMessage',
    'unsaveMessage',
    'saveMessage',
  ])
    await must(owner, mutation, about);
  await must(owner, 'forwardMessage', { ...about, threadIds: [pair.id] });
  await must(owner, 'setRepliesFollowed', { ...about, followed: true });
  const { message: reply } = await must(leaver, 'sendMessage', {
    threadId,
    body: 'Aside',
    replyToId: message.id,
    onlyInReplies: true,
  });
  await must(owner, 'markRepliesRead', { ...about, seq: reply.seq });
  await must(owner, 'setTyping', { threadId, typing: true });
  await must(member, 'markDelivered', { threadId, seq: reply.seq });
  await must(owner, 'markRead', { threadId, seq: reply.seq });
  await must(owner, 'markUnread', { threadId, seq: 1 });
  await must(owner, 'updateThreadPreferences', { threadId, favourite: true });

  const roleOf = (userId: string, role: string) => ({ threadId, userId, role });
  await must(owner, 'setParticipantRole', roleOf(leaver.id, 'ADMIN'));
  await must(owner, 'setParticipantRole', roleOf(member.id, 'OWNER'));
  await must(member, 'setParticipantRole', roleOf(owner.id, 'OWNER'));
  await must(owner, 'updateGroupName', { threadId, name: 'Renamed' });
  await must(owner, 'updateGroupSettings', { threadId, topic: 'All that can be done' });
  await must(owner, 'archiveGroup', { threadId });
  await must(owner, 'unarchiveGroup', { threadId });

  const { token } = await must(owner, 'createInvite', { threadId, maxUses: 2 });
  await must(guest, 'acceptInvite', { token });
  const { invite } = await must(owner, 'createInvite', { threadId });
  await must(owner, 'revokeInvite', { inviteId: invite.id });
  const whom = { threadId, userId: guest.id };
  await must(owner, 'banParticipant', whom);
  await must(owner, 'unbanParticipant', whom);
  await must(owner, 'addParticipant', whom);
  await must(owner, 'removeParticipant', whom);
  await must(owner, 'addParticipant', whom);
  await must(guest, 'addReaction', { ...about, emoji: '🎉' });
  const { message: last } = await must(guest, 'sendMessage', { threadId, body: 'Once' });
  await must(guest, 'editMessage', { messageId: last.id, body: 'Twice' });
  const { message: naming } = await must(owner, 'sendMessage', { threadId, body: `@${guest.handle}` });
  await must(owner, 'editMessage', { messageId: naming.id, body: `Two, @${guest.handle}` });
  await must(owner, 'forwardMessage', { messageId: naming.id, threadIds: [threadId, pair.id] });
  await must(owner, 'sendMessage', { threadId: pair.id, body: `Three, @${guest.handle}` });
  await must(guest, 'deleteAccount', { password: testPassword });

  await must(leaver, 'leaveGroup', { threadId });
  await must(leaver, 'createUpload', { name: 'notes.txt', contentType: 'text/plain', size: 5 });
  await must(leaver, 'updateProfile', { displayName: 'Gone', pictureId: await uploadedPicture(leaver) });
  await must(owner, 'deleteMessage', { messageId: reply.id });

  const other = await must(owner, 'createGroup', { name: 'Other', participantIds: [member.id] });
  await must(owner, 'deleteGroup', { threadId: other.thread.id });
  // Whoever does this fetches all afresh: of them nothing else is compared.
  for (const shows of [true, false])
    await must(leaver, 'updatePrivacy', { readReceipts: shows, presence: shows });
}
