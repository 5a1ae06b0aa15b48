import type { DocumentNode } from 'graphql';

import type { Role, ThreadKind } from '../../generated/graphql.ts';
import type { Change } from '../change.ts';
import { answer } from './answer.ts';
import { isIn, marked, shownOf } from './derived.ts';
import { Graph } from './graph.ts';
import { Log } from './log.ts';
import { rootsOf } from './roots.ts';
import {
  type Message,
  nothingSet,
  type Participant,
  type Preferences,
  type Thread,
  viewerId,
} from './world.ts';

/** The API's rules in small, held in memory: what the cache is compared with. Answers come from the committed schema. */
export class ModelServer {
  readonly viewerId = viewerId;
  readonly threads: Thread[] = [];
  private ids = 0;
  private readonly graph = new Graph();
  private readonly log = new Log(this.graph);

  get end(): number {
    return this.log.end;
  }

  /** The viewer's threads, or one that has been left. */
  thread(index: number): Thread | undefined {
    return this.threads[index];
  }

  start(kind: ThreadKind, others: string[]): Thread {
    const at = this.log.tick();
    const thread: Thread = {
      id: this.id('thr'),
      kind,
      name: kind === 'GROUP' ? 'Group' : null,
      topic: null,
      pictureUrl: null,
      whoMayPost: 'EVERYBODY',
      whoMayAdd: 'ADMINS',
      whoMayCallAll: 'ADMINS',
      historyVisible: true,
      editWindowSeconds: null,
      groupArchivedAt: null,
      createdAt: at,
      people: [],
      preferences: nothingSet(),
      messages: [],
    };
    for (const userId of [viewerId, ...others]) thread.people.push(this.participant(userId, thread));
    this.threads.push(thread);
    this.log.tell({ __typename: 'ThreadAdded', at, thread: this.graph.thread(thread) });
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
    const at = this.log.tick();
    const seq = thread.messages.length + 1;
    const message: Message = {
      id: this.id('msg'),
      seq,
      authorId,
      body: `${seq}`,
      names: forwardedFromId === null && seq % 3 === 0 && authorId !== null && authorId !== viewerId,
      at,
      editedAt: null,
      deletedAt: null,
      pinnedAt: null,
      saved: false,
      forwardedFromId,
      reactions: [],
      answers,
      aside: answers !== null && aside,
      follow: { followed: authorId === viewerId, unread: false, named: false },
    };
    thread.messages.push(message);
    const actor = thread.people.find(({ userId }) => userId === actorId);
    if (actor) Object.assign(actor, { lastReadSeq: seq, lastDeliveredSeq: seq });
    this.log.tell({ __typename: 'MessageAdded', at, message: this.graph.message(thread, message) });
    this.noteReply(thread, message);
    // A line without an author does not say whose doing it was.
    if (actor && authorId === null) this.log.tellReceipt(thread, actor, at);
  }

  /** Of a reply's author, and of who is told of it, only the viewer is followed here. */
  private noteReply(thread: Thread, { answers, aside, authorId, names }: Message): void {
    if (!answers || !isIn(thread)) return;
    const { followed, named } = answers.follow;
    if (authorId === viewerId) this.follow(thread, answers, { followed: true, unread: false, named: false });
    else if (aside && (followed || names))
      this.follow(thread, answers, { followed: true, unread: true, named: named || names });
  }

  /** Only the viewer's own: of others' nobody is told. */
  follow(thread: Thread, message: Message, follow: Message['follow']): void {
    const { followed, unread, named } = message.follow;
    if (!isIn(thread) || message.authorId === null) return;
    if (followed === follow.followed && unread === follow.unread && named === follow.named) return;
    message.follow = follow;
    this.log.tell({
      __typename: 'FollowedRepliesChanged',
      at: this.log.tick(),
      message: this.graph.message(thread, message),
      followed: () => message.follow.followed,
      unread: () => message.follow.unread,
      mention: () => message.follow.named,
    });
  }

  edit(thread: Thread, index: number): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.forwardedFromId !== null) return;
    const at = this.log.tick();
    Object.assign(message, {
      body: `${message.body}!`,
      names: !message.names && message.authorId !== null && message.authorId !== viewerId,
      editedAt: at,
    });
    this.log.tell({ __typename: 'MessageEdited', at, message: this.graph.message(thread, message) });
  }

  delete(thread: Thread, index: number): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null) return;
    const at = this.log.tick();
    Object.assign(message, {
      body: '',
      names: false,
      forwardedFromId: null,
      deletedAt: at,
      reactions: [],
      pinnedAt: null,
      saved: false,
    });
    this.log.tell({ __typename: 'MessageDeleted', at, message: this.graph.message(thread, message) });
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
    this.log.tell({
      __typename: 'ReactionsChanged',
      at: this.log.tick(),
      message: this.graph.message(thread, message),
      person: this.graph.user(userId),
      emoji,
      reacted,
    });
  }

  pin(thread: Thread, index: number, pinned: boolean): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null) return;
    if ((message.pinnedAt !== null) === pinned) return;
    const at = this.log.tick();
    message.pinnedAt = pinned ? at : null;
    this.log.tell({ __typename: 'PinsChanged', at, message: this.graph.message(thread, message) });
  }

  /** Only by the viewer: of others nobody is told. */
  save(thread: Thread, index: number, saved: boolean): void {
    const message = thread.messages[index];
    if (!message || message.deletedAt !== null || message.authorId === null || !isIn(thread)) return;
    if (message.saved === saved) return;
    message.saved = saved;
    this.log.tell({
      __typename: 'SavedMessagesChanged',
      at: this.log.tick(),
      message: this.graph.message(thread, message),
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
    if (participant && userId === viewerId) this.readMarked(thread, seq, participant.lastReadSeq);
    if (!participant || seq <= participant.lastReadSeq || seq > thread.messages.length) return;
    participant.lastReadSeq = seq;
    participant.lastDeliveredSeq = Math.max(seq, participant.lastDeliveredSeq);
    this.log.tellReceipt(thread, participant, this.log.tick());
  }

  /** Only the viewer's own: of others' nobody is told. */
  prefer(thread: Thread, wanted: Partial<Omit<Preferences, 'archivedSeq'>> & { archived?: boolean }): void {
    if (!isIn(thread)) return;
    const { archived, ...rest } = wanted;
    Object.assign(thread.preferences, rest);
    if (archived !== undefined) thread.preferences.archivedSeq = archived ? thread.messages.length : null;
    this.log.tellPreferences(thread);
  }

  markUnread(thread: Thread, seq: number): void {
    const own = thread.people.find(({ userId }) => userId === viewerId);
    const from = Math.min(seq, shownOf(thread).at(-1)?.seq ?? 0);
    if (own && from >= 1 && from <= own.lastReadSeq)
      this.prefer(thread, { unreadFromSeq: from, unreadWhileReadSeq: own.lastReadSeq });
  }

  rename(thread: Thread, name: string): void {
    if (thread.kind !== 'GROUP') return;
    thread.name = name;
    this.log.tellGroup(thread, 'RENAMED', null);
    this.send(thread, null, viewerId);
  }

  setUp(
    thread: Thread,
    wanted: Partial<
      Pick<
        Thread,
        | 'topic'
        | 'pictureUrl'
        | 'whoMayPost'
        | 'whoMayAdd'
        | 'whoMayCallAll'
        | 'historyVisible'
        | 'editWindowSeconds'
      >
    >,
  ): void {
    if (thread.kind !== 'GROUP') return;
    Object.assign(thread, wanted);
    this.log.tellGroup(thread, 'SETTINGS_CHANGED', null);
    this.send(thread, null, viewerId);
  }

  archive(thread: Thread, archived: boolean): void {
    if (thread.kind !== 'GROUP' || (thread.groupArchivedAt !== null) === archived) return;
    thread.groupArchivedAt = archived ? this.log.tick() : null;
    this.log.tellGroup(thread, archived ? 'ARCHIVED' : 'UNARCHIVED', null);
    this.send(thread, null, viewerId);
  }

  /** Whom it keeps out is the panel's to ask: no screen that is compared shows it. */
  ban(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP') return;
    this.remove(thread, userId);
    this.log.tellGroup(thread, 'BANS_CHANGED', userId);
  }

  unban(thread: Thread, userId: string): void {
    if (thread.kind === 'GROUP') this.log.tellGroup(thread, 'BANS_CHANGED', userId);
  }

  deleteGroup(thread: Thread): void {
    if (thread.kind !== 'GROUP' || !isIn(thread)) return;
    thread.people = [];
    thread.preferences = nothingSet();
    this.log.tell({ __typename: 'ThreadLeft', at: this.log.tick(), threadId: thread.id });
  }

  /** Told to everybody, whichever threads they share. */
  changePerson(userId: string, name: string, avatarUrl: string | null): void {
    this.graph.names.set(userId, name);
    this.graph.pictures.set(userId, avatarUrl);
    this.log.tell({ __typename: 'UserUpdated', at: this.log.tick(), person: this.graph.user(userId) });
  }

  add(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP' || thread.people.some((each) => each.userId === userId)) return;
    thread.people.push(this.participant(userId, thread));
    if (userId === viewerId) {
      this.log.tell({ __typename: 'ThreadAdded', at: this.log.tick(), thread: this.graph.thread(thread) });
    }
    this.log.tellGroup(thread, 'PARTICIPANT_ADDED', userId);
  }

  remove(thread: Thread, userId: string): void {
    if (thread.kind !== 'GROUP' || !thread.people.some((each) => each.userId === userId)) return;
    thread.people = thread.people.filter((each) => each.userId !== userId);
    if (userId === viewerId) {
      thread.preferences = nothingSet();
      for (const message of thread.messages)
        Object.assign(message, {
          saved: false,
          follow: { followed: message.authorId === userId, unread: false, named: false },
        });
    }
    if (userId === viewerId)
      this.log.tell({ __typename: 'ThreadLeft', at: this.log.tick(), threadId: thread.id });
    else this.log.tellGroup(thread, 'PARTICIPANT_REMOVED', userId);
  }

  setRole(thread: Thread, userId: string, role: Role): void {
    const participant = thread.people.find((each) => each.userId === userId);
    if (thread.kind !== 'GROUP' || !participant || participant.role === role) return;
    participant.role = role;
    this.log.tellGroup(thread, 'ROLE_CHANGED', userId);
  }

  change(place: number): Change {
    return this.log.change(place);
  }

  fetch<T>(document: DocumentNode, variables: Record<string, unknown> = {}): T {
    const roots = { ...rootsOf(this.graph, this.threads), cursor: `${this.end}` };
    return answer<T>(document, roots, { variableValues: variables });
  }

  private readMarked(thread: Thread, seq: number, lastReadSeq: number): void {
    const from = marked(thread);
    if (from === null || seq < from) return;
    this.prefer(
      thread,
      seq < lastReadSeq
        ? { unreadFromSeq: seq + 1, unreadWhileReadSeq: lastReadSeq }
        : { unreadFromSeq: null, unreadWhileReadSeq: null },
    );
  }

  private participant(userId: string, thread: Thread): Participant {
    const seq = thread.messages.length;
    return { id: this.id('par'), userId, role: 'MEMBER', lastReadSeq: seq, lastDeliveredSeq: seq };
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}_${String(this.ids).padStart(6, '0')}`;
  }
}
