import type { Role } from '../../generated/graphql.ts';
import { activity, isIn, least, marked, mentions, readUpTo, repliesTo, shownOf, unread } from './derived.ts';
import { type Message, type Participant, type Thread, viewerId } from './world.ts';

const EPOCH = Date.UTC(2025, 0, 1);
export const date = (minute: number | null) =>
  minute === null ? null : new Date(EPOCH + minute * 60_000).toISOString();
export const page = (nodes: object[]) => ({
  edges: nodes.map((node) => ({ cursor: 'cursor', node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
});

const fileOf = (messageId: string) => ({
  __typename: 'Attachment',
  id: messageId.replace('msg', 'att'),
  name: 'file.png',
  contentType: 'image/png',
  kind: 'IMAGE',
  size: 1,
  width: 1,
  height: 1,
  url: '/files/x',
  thumbnailUrl: '/files/x/thumbnail',
});

/** How what there is reads over the API: each field as it is by the time it is asked for. */
export class Graph {
  readonly names = new Map<string, string>();
  readonly pictures = new Map<string, string | null>();

  message(thread: Thread, message: Message) {
    return {
      __typename: 'Message',
      isMine: () => isIn(thread),
      id: message.id,
      seq: message.seq,
      body: () => message.body,
      createdAt: date(message.at),
      editedAt: () => date(message.editedAt),
      deletedAt: () => date(message.deletedAt),
      reactions: () =>
        message.reactions.map(({ emoji, people }) => ({
          __typename: 'ReactionGroup',
          emoji,
          count: people.length,
          viewerReacted: people.includes(viewerId),
        })),
      author: message.authorId === null ? null : this.user(message.authorId),
      // Some carry a file, for as long as they are not deleted.
      attachments: () => (message.seq % 3 === 0 && message.deletedAt === null ? [fileOf(message.id)] : []),
      replyTo: (): object | null => message.answers && this.message(thread, message.answers),
      onlyInReplies: message.aside,
      replyCount: () => repliesTo(thread, message).length,
      lastRepliers: () =>
        [...new Set(repliesTo(thread, message).map(({ authorId }) => authorId ?? ''))]
          .slice(0, 3)
          .map((id) => this.user(id)),
      replies: () =>
        page(
          repliesTo(thread, message)
            .reverse()
            .map((reply) => this.message(thread, reply)),
        ),
      repliesFollowed: () => message.follow.followed,
      repliesUnread: () => message.follow.unread,
      repliesMention: () => message.follow.named,
      mentions: () => (message.names ? [this.user(viewerId)] : []),
      mentionsAll: false,
      forwardedFrom: () => (message.forwardedFromId === null ? null : this.user(message.forwardedFromId)),
      pinnedAt: () => date(message.pinnedAt),
      viewerSaved: () => message.saved,
      thread: () => this.thread(thread),
      status: () => {
        const [read, delivered] = [least(thread, 'lastReadSeq'), least(thread, 'lastDeliveredSeq')];
        return message.seq <= read ? 'READ' : message.seq <= delivered ? 'DELIVERED' : 'SENT';
      },
    };
  }

  thread(thread: Thread) {
    const own = () => thread.people.find(({ userId }) => userId === viewerId);
    return {
      __typename: 'Thread',
      isMine: () => isIn(thread),
      id: thread.id,
      kind: thread.kind,
      name: () => thread.name,
      topic: () => thread.topic,
      pictureUrl: () => thread.pictureUrl,
      whoMayPost: () => thread.whoMayPost,
      whoMayAdd: () => thread.whoMayAdd,
      whoMayCallAll: () => thread.whoMayCallAll,
      historyVisible: () => thread.historyVisible,
      editWindowSeconds: () => thread.editWindowSeconds,
      groupArchivedAt: () => date(thread.groupArchivedAt),
      viewerCan: () => can(thread, own()?.role),
      createdAt: date(thread.createdAt),
      createdBy: null,
      participantCount: () => thread.people.length,
      participants: () => page(thread.people.map((participant) => this.participant(participant))),
      peer: () => {
        const other = thread.people.find(({ userId }) => userId !== viewerId);
        return thread.kind === 'DIRECT' && other ? this.user(other.userId) : null;
      },
      messages: () => page(thread.messages.map((message) => this.message(thread, message))),
      pinnedMessages: () =>
        page(
          thread.messages
            .filter(({ pinnedAt }) => pinnedAt !== null)
            .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0))
            .map((message) => this.message(thread, message)),
        ),
      lastMessage: () => {
        const last = shownOf(thread).at(-1);
        return last ? this.message(thread, last) : null;
      },
      lastActivityAt: () => date(activity(thread)),
      readSeq: () => least(thread, 'lastReadSeq'),
      deliveredSeq: () => least(thread, 'lastDeliveredSeq'),
      viewerParticipant: () => {
        const participant = own();
        return participant ? this.participant(participant) : null;
      },
      unreadCount: () => unread(thread),
      unreadMentionCount: () => mentions(thread),
      unreadAsides: () =>
        thread.messages.filter(({ aside, seq }) => aside && seq > readUpTo(thread)).map(({ seq }) => seq),
      unreadReplies: () =>
        thread.messages
          .filter(({ follow }) => follow.unread)
          .map((message) => this.message(thread, message))
          .reverse()
          .slice(0, 20),
      preferences: () => {
        const { mutedUntil, ...rest } = thread.preferences;
        const from = marked(thread);
        return {
          __typename: 'ThreadPreferences',
          ...rest,
          mutedUntil: date(mutedUntil),
          unreadFromSeq: from,
          unreadWhileReadSeq: from === null ? null : rest.unreadWhileReadSeq,
        };
      },
    };
  }

  participant(participant: Participant) {
    return {
      __typename: 'Participant',
      id: participant.id,
      user: this.user(participant.userId),
      role: () => participant.role,
      joinedAt: date(0),
      lastReadSeq: () => participant.lastReadSeq,
      lastDeliveredSeq: () => participant.lastDeliveredSeq,
    };
  }

  user(id: string) {
    return {
      __typename: 'User',
      id,
      handle: id,
      displayName: () => this.names.get(id) ?? id,
      avatarUrl: () => this.pictures.get(id) ?? null,
      bot: false,
      createdAt: date(0),
    };
  }
}

function can(thread: Thread, role: Role | undefined) {
  if (!role) return null;
  const { kind, whoMayPost, whoMayAdd, whoMayCallAll, groupArchivedAt } = thread;
  const [group, open] = [kind === 'GROUP', groupArchivedAt === null];
  const [owner, admin] = [group && role === 'OWNER', group && role !== 'MEMBER'];
  return {
    __typename: 'ViewerCan',
    post: open && (!group || admin || whoMayPost === 'EVERYBODY'),
    callAll: group && open && (admin || whoMayCallAll === 'EVERYBODY'),
    react: open,
    pin: (admin && open) || !group,
    deleteAnyMessage: admin,
    rename: admin && open,
    setTopic: admin && open,
    setRules: owner && open,
    add: group && open && (admin || whoMayAdd === 'EVERYBODY'),
    invite: admin && open,
    removeMembers: admin,
    removeAdmins: owner,
    ban: admin,
    setRoles: owner,
    archive: owner,
    delete: owner,
    leave: group,
  };
}
