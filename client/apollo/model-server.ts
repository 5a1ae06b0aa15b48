import { readFileSync } from 'node:fs';

import type { DocumentNode } from 'graphql';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { buildSchema, executeSync } from 'graphql';

import type {
  ChangesSubscription,
  GroupChange,
  Role,
  ThreadFolder,
  ThreadKind,
  WhoMay,
} from '../generated/graphql.ts';
import { ChangesDocument } from '../generated/graphql.ts';
import type { Change } from './change.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

/** The names of all that there are. */
export const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

const named = new WeakMap<DocumentNode, DocumentNode>();

/** With `__typename` everywhere, as the client sends it. */
function asSent(document: DocumentNode): DocumentNode {
  const known = named.get(document) ?? addTypenameToDocument(document);
  named.set(document, known);
  return known;
}

type Preferences = {
  pinned: boolean;
  favourite: boolean;
  mutedUntil: number | null;
  archivedSeq: number | null;
  unreadFromSeq: number | null;
  unreadWhileReadSeq: number | null;
};
type Participant = { id: string; userId: string; role: Role; lastReadSeq: number; lastDeliveredSeq: number };
type Message = {
  id: string;
  seq: number;
  authorId: string | null;
  body: string;
  /** Whether it names the viewer. */
  names: boolean;
  at: number;
  editedAt: number | null;
  deletedAt: number | null;
  pinnedAt: number | null;
  saved: boolean;
  /** Whose words it passes on. */
  forwardedFromId: string | null;
  /** In the order of first use: who has set each. */
  reactions: { emoji: string; people: string[] }[];
  /** What it answers, and whether it stands there alone. */
  answers: Message | null;
  aside: boolean;
  /** Whether the viewer follows the replies to it, and has some to see. */
  follow: { followed: boolean; unread: boolean };
};
type Thread = {
  id: string;
  kind: ThreadKind;
  name: string | null;
  topic: string | null;
  pictureUrl: string | null;
  whoMayPost: WhoMay;
  whoMayAdd: WhoMay;
  historyVisible: boolean;
  editWindowSeconds: number | null;
  groupArchivedAt: number | null;
  createdAt: number;
  people: Participant[];
  preferences: Preferences;
  messages: Message[];
};

/** How a change reads for a model: executed like a subscription's event, when the time comes. */
type Event = { at: number } & Record<string, unknown> & { __typename: Change['__typename'] };

const EPOCH = Date.UTC(2025, 0, 1);
const date = (minute: number | null) =>
  minute === null ? null : new Date(EPOCH + minute * 60_000).toISOString();
const page = (nodes: object[]) => ({
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

/** What the conversation shows. */
const shownOf = ({ messages }: Thread) => messages.filter(({ aside }) => !aside);

/** The last first. */
const repliesTo = ({ messages }: Thread, message: Message) =>
  messages.filter(({ answers }) => answers === message).reverse();

const nothingSet = (): Preferences => ({
  pinned: false,
  favourite: false,
  mutedUntil: null,
  archivedSeq: null,
  unreadFromSeq: null,
  unreadWhileReadSeq: null,
});

/** The API's rules in small, held in memory: what the cache is compared with. Answers come from the committed schema. */
export class ModelServer {
  readonly viewerId = 'usr_me';
  readonly threads: Thread[] = [];
  private clock = 0;
  private ids = 0;
  private readonly log: Event[] = [];
  private readonly names = new Map<string, string>();
  private readonly pictures = new Map<string, string | null>();

  get end(): number {
    return this.log.length;
  }

  /** The viewer's threads, or one that has been left. */
  thread(index: number): Thread | undefined {
    return this.threads[index];
  }

  start(kind: ThreadKind, others: string[]): Thread {
    const at = this.tick();
    const thread: Thread = {
      id: this.id('thr'),
      kind,
      name: kind === 'GROUP' ? 'Group' : null,
      topic: null,
      pictureUrl: null,
      whoMayPost: 'EVERYBODY',
      whoMayAdd: 'ADMINS',
      historyVisible: true,
      editWindowSeconds: null,
      groupArchivedAt: null,
      createdAt: at,
      people: [],
      preferences: nothingSet(),
      messages: [],
    };
    for (const userId of [this.viewerId, ...others]) thread.people.push(this.participant(userId, thread));
    this.threads.push(thread);
    this.tell({ __typename: 'ThreadAdded', at, thread: this.threadType(thread) });
    return thread;
  }

  send(
    thread: Thread,
    authorId: string | null,
    actorId = authorId,
    {
      answers = null,
      aside = false,
      forwardedFromId = null,
    }: { answers?: Message | null; aside?: boolean; forwardedFromId?: string | null } = {},
  ): void {
    const at = this.tick();
    const seq = thread.messages.length + 1;
    const message: Message = {
      id: this.id('msg'),
      seq,
      authorId,
      body: `${seq}`,
      names: forwardedFromId === null && seq % 3 === 0 && authorId !== null && authorId !== this.viewerId,
      at,
      editedAt: null,
      deletedAt: null,
      pinnedAt: null,
      saved: false,
      forwardedFromId,
      reactions: [],
      answers,
      aside: answers !== null && aside,
      follow: { followed: authorId === this.viewerId, unread: false },
    };
    thread.messages.push(message);
    const actor = thread.people.find(({ userId }) => userId === actorId);
    if (actor) Object.assign(actor, { lastReadSeq: seq, lastDeliveredSeq: seq });
    this.tell({ __typename: 'MessageAdded', at, message: this.messageType(thread, message) });
    this.noteReply(thread, message);
    // A line without an author does not say whose doing it was.
    if (actor && authorId === null) this.tellReceipt(thread, actor, at);
  }

  /** Of a reply's author, and of who is told of it, only the viewer is followed here. */
  private noteReply(thread: Thread, { answers, aside, authorId }: Message): void {
    if (!answers || !this.isIn(thread)) return;
    if (authorId === this.viewerId) this.follow(thread, answers, { followed: true, unread: false });
    else if (aside && answers.follow.followed) this.follow(thread, answers, { followed: true, unread: true });
  }

  /** Only the viewer's own: of others' nobody is told. */
  follow(thread: Thread, message: Message, follow: Message['follow']): void {
    const { followed, unread } = message.follow;
    if (!this.isIn(thread) || message.authorId === null) return;
    if (followed === follow.followed && unread === follow.unread) return;
    message.follow = follow;
    this.tell({
      __typename: 'FollowedRepliesChanged',
      at: this.tick(),
      message: this.messageType(thread, message),
      followed: () => message.follow.followed,
      unread: () => message.follow.unread,
    });
  }

  edit(thread: Thread, index: number): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.forwardedFromId !== null) return;
    const at = this.tick();
    Object.assign(message, {
      body: `${message.body}!`,
      names: !message.names && message.authorId !== null && message.authorId !== this.viewerId,
      editedAt: at,
    });
    this.tell({ __typename: 'MessageEdited', at, message: this.messageType(thread, message) });
  }

  delete(thread: Thread, index: number): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null) return;
    const at = this.tick();
    Object.assign(message, {
      body: '',
      names: false,
      deletedAt: at,
      reactions: [],
      pinnedAt: null,
      saved: false,
    });
    this.tell({ __typename: 'MessageDeleted', at, message: this.messageType(thread, message) });
  }

  react(thread: Thread, index: number, userId: string, emoji: string, reacted: boolean): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null) return;
    if (!thread.people.some((each) => each.userId === userId)) return;
    const kind = message.reactions.find((each) => each.emoji === emoji);
    if ((kind?.people.includes(userId) ?? false) === reacted) return;
    if (!kind) message.reactions.push({ emoji, people: [userId] });
    else kind.people = reacted ? [...kind.people, userId] : kind.people.filter((id) => id !== userId);
    message.reactions = message.reactions.filter(({ people }) => people.length > 0);
    this.tell({
      __typename: 'ReactionsChanged',
      at: this.tick(),
      message: this.messageType(thread, message),
      person: this.user(userId),
      emoji,
      reacted,
    });
  }

  pin(thread: Thread, index: number, pinned: boolean): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null) return;
    if ((message.pinnedAt !== null) === pinned) return;
    const at = this.tick();
    message.pinnedAt = pinned ? at : null;
    this.tell({ __typename: 'PinsChanged', at, message: this.messageType(thread, message) });
  }

  /** Only by the viewer: of others nobody is told. */
  save(thread: Thread, index: number, saved: boolean): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null || !this.isIn(thread)) return;
    if (message.saved === saved) return;
    message.saved = saved;
    this.tell({
      __typename: 'SavedMessagesChanged',
      at: this.tick(),
      message: this.messageType(thread, message),
      saved,
    });
  }

  forward(thread: Thread, index: number, userId: string, to: Thread): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null) return;
    const isIn = ({ people }: Thread) => people.some((each) => each.userId === userId);
    if (isIn(thread) && isIn(to))
      this.send(to, userId, userId, { forwardedFromId: message.forwardedFromId ?? message.authorId });
  }

  read(thread: Thread, userId: string, seq: number): void {
    const participant = thread.people.find((each) => each.userId === userId);
    if (participant && userId === this.viewerId) this.readMarked(thread, seq, participant.lastReadSeq);
    if (!participant || seq <= participant.lastReadSeq || seq > thread.messages.length) return;
    participant.lastReadSeq = seq;
    participant.lastDeliveredSeq = Math.max(seq, participant.lastDeliveredSeq);
    this.tellReceipt(thread, participant, this.tick());
  }

  /** Only the viewer's own: of others' nobody is told. */
  prefer(thread: Thread, wanted: Partial<Omit<Preferences, 'archivedSeq'>> & { archived?: boolean }): void {
    if (!this.isIn(thread)) return;
    const { archived, ...rest } = wanted;
    Object.assign(thread.preferences, rest);
    if (archived !== undefined) thread.preferences.archivedSeq = archived ? thread.messages.length : null;
    this.tellPreferences(thread);
  }

  markUnread(thread: Thread, seq: number): void {
    const own = thread.people.find(({ userId }) => userId === this.viewerId);
    const from = Math.min(seq, shownOf(thread).at(-1)?.seq ?? 0);
    if (own && from >= 1 && from <= own.lastReadSeq)
      this.prefer(thread, { unreadFromSeq: from, unreadWhileReadSeq: own.lastReadSeq });
  }

  rename(thread: Thread, name: string): void {
    if (thread.kind !== 'GROUP') return;
    thread.name = name;
    this.tellGroup(thread, 'RENAMED', null);
    this.send(thread, null, this.viewerId);
  }

  setUp(
    thread: Thread,
    wanted: Partial<
      Pick<
        Thread,
        'topic' | 'pictureUrl' | 'whoMayPost' | 'whoMayAdd' | 'historyVisible' | 'editWindowSeconds'
      >
    >,
  ): void {
    if (thread.kind !== 'GROUP') return;
    Object.assign(thread, wanted);
    this.tellGroup(thread, 'SETTINGS_CHANGED', null);
    this.send(thread, null, this.viewerId);
  }

  archive(thread: Thread, archived: boolean): void {
    if (thread.kind !== 'GROUP' || (thread.groupArchivedAt !== null) === archived) return;
    thread.groupArchivedAt = archived ? this.tick() : null;
    this.tellGroup(thread, archived ? 'ARCHIVED' : 'UNARCHIVED', null);
    this.send(thread, null, this.viewerId);
  }

  /** Whom it keeps out is the panel's to ask: no screen that is compared shows it. */
  ban(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP') return;
    this.remove(thread, userId);
    this.tellGroup(thread, 'BANS_CHANGED', userId);
  }

  unban(thread: Thread, userId: string): void {
    if (thread.kind === 'GROUP') this.tellGroup(thread, 'BANS_CHANGED', userId);
  }

  deleteGroup(thread: Thread): void {
    if (thread.kind !== 'GROUP' || !this.isIn(thread)) return;
    thread.people = [];
    thread.preferences = nothingSet();
    this.tell({ __typename: 'ThreadLeft', at: this.tick(), threadId: thread.id });
  }

  /** Told to everybody, whichever threads they share. */
  changePerson(userId: string, name: string, avatarUrl: string | null): void {
    this.names.set(userId, name);
    this.pictures.set(userId, avatarUrl);
    this.tell({ __typename: 'UserUpdated', at: this.tick(), person: this.user(userId) });
  }

  add(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP' || thread.people.some((each) => each.userId === userId)) return;
    thread.people.push(this.participant(userId, thread));
    if (userId === this.viewerId) {
      this.tell({ __typename: 'ThreadAdded', at: this.tick(), thread: this.threadType(thread) });
    }
    this.tellGroup(thread, 'PARTICIPANT_ADDED', userId);
  }

  remove(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP' || !thread.people.some((each) => each.userId === userId)) return;
    thread.people = thread.people.filter((each) => each.userId !== userId);
    if (userId === this.viewerId) {
      thread.preferences = nothingSet();
      for (const message of thread.messages)
        Object.assign(message, {
          saved: false,
          follow: { followed: message.authorId === userId, unread: false },
        });
    }
    if (userId === this.viewerId)
      this.tell({ __typename: 'ThreadLeft', at: this.tick(), threadId: thread.id });
    else this.tellGroup(thread, 'PARTICIPANT_REMOVED', userId);
  }

  setRole(thread: Thread, userId: string, role: Role): void {
    const participant = thread.people.find((each) => each.userId === userId);
    if (thread.kind !== 'GROUP' || !participant || participant.role === role) return;
    participant.role = role;
    this.tellGroup(thread, 'ROLE_CHANGED', userId);
  }

  /** What happened at a place in the log, with the rows as they are by now: a server loads them when it tells of them. */
  change(place: number): Change {
    const event = this.log[place];
    if (!event) throw new RangeError(`The log ends before ${place}.`);
    const changes = { ...event, at: date(event.at), cursor: `${place}` };
    const { data, errors } = executeSync({
      schema,
      document: asSent(ChangesDocument),
      operationName: 'Changes',
      // Executed as if it were a query: the selection is what counts.
      rootValue: { changes },
    });
    if (errors?.[0]) throw errors[0];
    return (data as ChangesSubscription).changes;
  }

  fetch<T>(document: DocumentNode, variables: Record<string, unknown> = {}): T {
    const mine = this.threads.filter((thread) => this.isIn(thread));
    const rootValue = {
      cursor: `${this.end}`,
      fileLimit: 25 * 1024 * 1024,
      viewer: this.user(this.viewerId),
      threads: ({ folder }: { folder?: ThreadFolder }) =>
        page(
          mine
            .filter((thread) => folder === undefined || this.isInFolder(folder, thread))
            .sort(
              (a, b) =>
                (folder === undefined ? 0 : Number(b.preferences.pinned) - Number(a.preferences.pinned)) ||
                this.activity(b) - this.activity(a) ||
                (a.id < b.id ? 1 : -1),
            )
            .map((thread) => this.threadType(thread)),
        ),
      thread: ({ id }: { id: string }) => this.own(mine, id),
      node: ({ id }: { id: string }) => {
        const thread = mine.find(({ messages }) => messages.some((message) => message.id === id));
        const message = thread?.messages.find((each) => each.id === id);
        return thread && message ? this.messageType(thread, message) : null;
      },
      nodes: ({ ids }: { ids: string[] }) => ids.map((id) => this.own(mine, id)),
    };
    const { data, errors } = executeSync({
      schema,
      document: asSent(document),
      rootValue,
      variableValues: variables,
    });
    if (errors?.[0]) throw errors[0];
    return data as T;
  }

  private isInFolder(folder: ThreadFolder, thread: Thread): boolean {
    const { archivedSeq, mutedUntil, favourite } = thread.preferences;
    const archived = archivedSeq !== null && archivedSeq >= (shownOf(thread).at(-1)?.seq ?? 0);
    if (archived || folder === 'ARCHIVED') return archived && folder === 'ARCHIVED';
    if (folder === 'UNREAD') return mutedUntil === null && this.unread(thread) > 0;
    if (folder === 'MENTIONS') return this.mentions(thread) > 0;
    if (folder === 'FAVOURITES') return favourite;
    return folder === 'INBOX' || (folder === 'GROUPS') === (thread.kind === 'GROUP');
  }

  /** From where on it is marked unread: for as long as they have read no more since. */
  private marked({ people, preferences }: Thread): number | null {
    const own = people.find(({ userId }) => userId === this.viewerId);
    return own?.lastReadSeq === preferences.unreadWhileReadSeq ? preferences.unreadFromSeq : null;
  }

  private unread(thread: Thread): number {
    const own = thread.people.find(({ userId }) => userId === this.viewerId);
    if (!own) return 0;
    return shownOf(thread).filter(({ seq }) => seq > this.readUpTo(thread)).length;
  }

  private readUpTo(thread: Thread): number {
    const own = thread.people.find(({ userId }) => userId === this.viewerId);
    return (this.marked(thread) ?? (own?.lastReadSeq ?? 0) + 1) - 1;
  }

  private mentions(thread: Thread): number {
    const read = this.readUpTo(thread);
    return this.isIn(thread) ? shownOf(thread).filter(({ seq, names }) => names && seq > read).length : 0;
  }

  private readMarked(thread: Thread, seq: number, lastReadSeq: number): void {
    const from = this.marked(thread);
    if (from === null || seq < from) return;
    this.prefer(
      thread,
      seq < lastReadSeq
        ? { unreadFromSeq: seq + 1, unreadWhileReadSeq: lastReadSeq }
        : { unreadFromSeq: null, unreadWhileReadSeq: null },
    );
  }

  private tellPreferences(thread: Thread) {
    const { preferences } = this.threadType(thread);
    this.tell({
      __typename: 'ThreadPreferencesChanged',
      at: this.tick(),
      thread: this.threadType(thread),
      preferences,
    });
  }

  private own(threads: Thread[], id: string) {
    const thread = threads.find((each) => each.id === id);
    return thread ? this.threadType(thread) : null;
  }

  private isIn(thread: Thread): boolean {
    return thread.people.some(({ userId }) => userId === this.viewerId);
  }

  private activity(thread: Thread): number {
    return shownOf(thread).at(-1)?.at ?? thread.createdAt;
  }

  private tell(event: Event) {
    const about = (event['thread'] ?? event['message']) as { isMine?: () => boolean } | undefined;
    if (about?.isMine?.() !== false) this.log.push(event);
  }

  private tellReceipt(thread: Thread, participant: Participant, at: number) {
    this.tell({
      __typename: 'ReceiptMoved',
      at,
      thread: this.threadType(thread),
      participant: this.participantType(participant),
    });
  }

  private tellGroup(thread: Thread, kind: GroupChange, userId: string | null) {
    const at = this.tick();
    this.tell({
      __typename: 'GroupUpdated',
      at,
      kind,
      thread: this.threadType(thread),
      user: userId && this.user(userId),
    });
  }

  private participant(userId: string, thread: Thread): Participant {
    const seq = thread.messages.length;
    return { id: this.id('par'), userId, role: 'MEMBER', lastReadSeq: seq, lastDeliveredSeq: seq };
  }

  private messageType(thread: Thread, message: Message) {
    return {
      __typename: 'Message',
      isMine: () => this.isIn(thread),
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
          viewerReacted: people.includes(this.viewerId),
        })),
      author: message.authorId === null ? null : this.user(message.authorId),
      // Some carry a file, for as long as they are not deleted.
      attachments: () => (message.seq % 3 === 0 && message.deletedAt === null ? [fileOf(message.id)] : []),
      replyTo: (): object | null => message.answers && this.messageType(thread, message.answers),
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
            .map((reply) => this.messageType(thread, reply)),
        ),
      repliesFollowed: () => message.follow.followed,
      repliesUnread: () => message.follow.unread,
      mentions: () => (message.names ? [this.user(this.viewerId)] : []),
      mentionsAll: false,
      forwardedFrom: message.forwardedFromId === null ? null : this.user(message.forwardedFromId),
      pinnedAt: () => date(message.pinnedAt),
      viewerSaved: () => message.saved,
      thread: () => this.threadType(thread),
      status: () => {
        const [read, delivered] = [this.least(thread, 'lastReadSeq'), this.least(thread, 'lastDeliveredSeq')];
        return message.seq <= read ? 'READ' : message.seq <= delivered ? 'DELIVERED' : 'SENT';
      },
    };
  }

  private threadType(thread: Thread) {
    const own = () => thread.people.find(({ userId }) => userId === this.viewerId);
    return {
      __typename: 'Thread',
      isMine: () => this.isIn(thread),
      id: thread.id,
      kind: thread.kind,
      name: () => thread.name,
      topic: () => thread.topic,
      pictureUrl: () => thread.pictureUrl,
      whoMayPost: () => thread.whoMayPost,
      whoMayAdd: () => thread.whoMayAdd,
      historyVisible: () => thread.historyVisible,
      editWindowSeconds: () => thread.editWindowSeconds,
      groupArchivedAt: () => date(thread.groupArchivedAt),
      viewerCan: () => this.can(thread, own()?.role),
      createdAt: date(thread.createdAt),
      createdBy: null,
      participantCount: () => thread.people.length,
      participants: () => page(thread.people.map((participant) => this.participantType(participant))),
      peer: () => {
        const other = thread.people.find(({ userId }) => userId !== this.viewerId);
        return thread.kind === 'DIRECT' && other ? this.user(other.userId) : null;
      },
      messages: () => page(thread.messages.map((message) => this.messageType(thread, message))),
      pinnedMessages: () =>
        page(
          thread.messages
            .filter(({ pinnedAt }) => pinnedAt !== null)
            .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0))
            .map((message) => this.messageType(thread, message)),
        ),
      lastMessage: () => {
        const last = shownOf(thread).at(-1);
        return last ? this.messageType(thread, last) : null;
      },
      lastActivityAt: () => date(this.activity(thread)),
      readSeq: () => this.least(thread, 'lastReadSeq'),
      deliveredSeq: () => this.least(thread, 'lastDeliveredSeq'),
      viewerParticipant: () => {
        const participant = own();
        return participant ? this.participantType(participant) : null;
      },
      unreadCount: () => this.unread(thread),
      unreadMentionCount: () => this.mentions(thread),
      unreadAsides: () =>
        thread.messages
          .filter(({ aside, seq }) => aside && seq > this.readUpTo(thread))
          .map(({ seq }) => seq),
      unreadReplies: () =>
        thread.messages
          .filter(({ follow }) => follow.unread)
          .map((message) => this.messageType(thread, message))
          .reverse()
          .slice(0, 20),
      preferences: () => {
        const { mutedUntil, ...rest } = thread.preferences;
        const marked = this.marked(thread);
        return {
          __typename: 'ThreadPreferences',
          ...rest,
          mutedUntil: date(mutedUntil),
          unreadFromSeq: marked,
          unreadWhileReadSeq: marked === null ? null : rest.unreadWhileReadSeq,
        };
      },
    };
  }

  private can({ kind, whoMayPost, whoMayAdd, groupArchivedAt }: Thread, role: Role | undefined) {
    if (!role) return null;
    const [group, open] = [kind === 'GROUP', groupArchivedAt === null];
    const [owner, admin] = [group && role === 'OWNER', group && role !== 'MEMBER'];
    return {
      __typename: 'ViewerCan',
      post: open && (!group || admin || whoMayPost === 'EVERYBODY'),
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

  private least(thread: Thread, key: 'lastReadSeq' | 'lastDeliveredSeq'): number {
    if (thread.people.length === 0) return 0;
    return Math.min(...thread.people.map((participant) => participant[key]));
  }

  private tick(): number {
    this.clock += 1;
    return this.clock;
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}_${String(this.ids).padStart(6, '0')}`;
  }

  private participantType(participant: Participant) {
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

  private user(id: string) {
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
