import type { DocumentNode } from 'graphql';
import type { Viewer } from '../context.ts';
import { type BesideAnswer, besideFetched, besideHeld, besideQuery, withoutReceipts } from './beside.ts';
import { cursorHead } from './cursor-head.ts';
import { plain } from './plain.ts';
import {
  type Change,
  changesAfter,
  changesForAll,
  changesToCome,
  type Edges,
  everything,
  type FullThread,
  type Named,
  type Said,
  type Saved,
  type State,
  type ThreadFields,
  type ThreadState,
  withoutOwnFields,
} from './state.ts';
import type { Person } from './world.ts';

/** Something that an instance tells one person as it comes, after a cursor. */
export type Stream = (
  viewer: Viewer,
  document: DocumentNode,
  variables: { after: string },
) => Promise<AsyncIterable<{ data?: { changes: Change } | null; errors?: unknown }>>;

/** A client of the simplest kind: what it has fetched once, and every change since. */
export class Reader {
  readonly #person: Person;
  readonly #shared: boolean;
  #state: State = new Map();
  #saved: Saved = [];
  #cursor = '';
  /** Who shows nothing sees nothing of others' reading, not even that they have written; nor, likewise, of deliveries. */
  #shows = { readReceipts: true, presence: true };
  /** The type of every change that was told. */
  readonly told: string[] = [];
  /** How many of them came while they happened, and not as what was missed. */
  live = 0;

  /** @param shared whether it asks, and compares, only what is answered to all alike */
  constructor(person: Person, { shared = false } = {}) {
    this.#person = person;
    this.#shared = shared;
  }

  async fetch(): Promise<this> {
    const ctx = await cursorHead(await this.#person.context());
    const { cursor, state, saved, shows } = await fetchAll(this.#person, ctx);
    this.#cursor = cursor;
    this.#shows = shows;
    this.#state = state;
    this.#saved = saved;
    return this;
  }

  /** Reads the changes up to the horizon, in pages of a size. */
  async follow(first: number): Promise<void> {
    for (;;) {
      const { changes } = await this.#person.query<{
        changes: { changes: Change[]; cursor: string; hasMore: boolean };
      }>(changesAfter, { after: this.#cursor, first });
      if (changes.changes.some((change) => this.#isAfresh(change))) {
        for (const { __typename } of changes.changes) this.told.push(__typename);
        await this.fetch();
        continue;
      }
      for (const change of changes.changes) this.#apply(change);
      this.#cursor = changes.cursor;
      if (!changes.hasMore) return;
    }
  }

  /**
   * Is told the changes as they come, up to the end, by one stream after the other.
   * @param cuts after how many changes each of the first streams is cut off
   * @param end begins the name that somebody takes when all else is done; again and again, for whoever fetches afresh behind it
   */
  async listen(streams: readonly [Stream, ...Stream[]], cuts: readonly number[], end: string): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      const open = streams[turn % streams.length] ?? streams[0];
      const document = this.#shared ? changesForAll : changesToCome;
      const stream = await open(this.#person.viewer, document, { after: this.#cursor });
      let left = cuts[turn] ?? Infinity;
      let caughtUp = false;
      for await (const { data, errors } of stream) {
        if (!data || errors) throw new Error(`The stream should go on: ${JSON.stringify(errors)}`);
        const change = data.changes;
        if (this.#isAfresh(change)) {
          this.told.push(change.__typename);
          await this.fetch();
          break;
        }
        this.#cursor = change.cursor;
        if (change.__typename === 'CaughtUp') caughtUp = true;
        else {
          this.#apply(change);
          if (caughtUp) this.live += 1;
          if (change.__typename === 'UserUpdated' && change.person?.displayName.startsWith(end)) return;
        }
        left -= 1;
        if (left === 0) break;
      }
    }
  }

  /**
   * Whether there is nothing to go on from: what one sees of receipts is different everywhere; and what is told to all alike does
   * not show a group.
   */
  #isAfresh({ __typename }: Change): boolean {
    if (__typename === 'PrivacyUpdated') return true;
    return this.#shared && (__typename === 'ThreadAdded' || __typename === 'GroupUpdated');
  }

  /**
   * What it holds, and what is there.
   * @param crowd whether others' receipts are left out: among many people they are not told one by one (RC10)
   */
  async compare({ crowd = false } = {}): Promise<{ held: unknown; fetched: unknown }> {
    const me = this.#person.id;
    const { state, saved } = await fetchAll(this.#person, await this.#person.context());
    const threads = plain(this.#followed());
    if (this.#shared) {
      return {
        held: withoutOwnFields({ threads, saved: this.#saved }),
        fetched: withoutOwnFields({ threads: plain(state), saved }),
      };
    }
    const answer = await this.#person.query<BesideAnswer>(besideQuery);
    const held = { threads, saved: this.#saved, beside: besideHeld(me, threads) };
    const fetched = { threads: plain(state), saved, beside: besideFetched(me, threads, answer) };
    return crowd
      ? { held: withoutReceipts(me, held), fetched: withoutReceipts(me, fetched) }
      : { held, fetched };
  }

  /** What is held, with what follows from it. */
  #followed(): State {
    const kept = new Set(this.#saved.map(({ id }) => id));
    for (const thread of this.#state.values()) {
      for (const message of thread.messages.values()) message.viewerSaved = kept.has(message.id);
      thread.pinned = pinnedOf(thread);
    }
    return this.#state;
  }

  #apply(change: Change): void {
    this.told.push(change.__typename);
    if (change.__typename === 'UserUpdated') return this.#rename(change.person);
    const thread = this.#state.get(change.thread?.id ?? change.message?.thread.id ?? '');
    if (change.__typename === 'ThreadLeft') {
      this.#state.delete(change.threadId);
      this.#saved = this.#saved.filter((message) => message.thread.id !== change.threadId);
    } else if (change.__typename === 'ThreadAdded') this.#state.set(change.thread.id, stateOf(change.thread));
    else if (!thread) throw new Error(`${change.__typename} is told of a thread that was not.`);
    else if (change.__typename === 'GroupUpdated') {
      thread.fields = fieldsOf(change.thread);
      thread.participants = byId(change.thread.participants);
    } else if (change.__typename === 'ReceiptMoved') {
      Object.assign(thread.fields, change.thread);
      thread.participants.set(change.participant.id, change.participant);
    } else if (change.__typename === 'ThreadPreferencesChanged') {
      Object.assign(thread.fields, change.thread, { preferences: change.preferences });
    } else if (change.__typename === 'MessageAdded') this.#add(thread, change.message);
    else if (!thread.messages.has(change.message.id))
      throw new Error('A message is changed that was not added.');
    else if (change.__typename === 'ReactionsChanged') this.#react(thread, change);
    else if (change.__typename === 'PinsChanged')
      Object.assign(thread.messages.get(change.message.id) ?? {}, change.message);
    else if (change.__typename === 'SavedMessagesChanged') {
      const { id, thread: within } = change.message;
      this.#forget(id);
      if (change.saved) this.#saved.unshift({ id, thread: { id: within.id } });
    } else if (change.__typename === 'FollowedRepliesChanged') this.#follow(thread, change);
    else {
      if (change.__typename === 'MessageDeleted') this.#forget(change.message.id);
      const { thread: counted, ...message } = change.message;
      // What is edited or deleted may mention somebody anew, or no more.
      Object.assign(thread.fields, counted);
      this.#put(thread, { ...message, thread: { id: counted.id } });
    }
  }

  #forget(messageId: string): void {
    this.#saved = this.#saved.filter(({ id }) => id !== messageId);
  }

  /** The counts are told; who it was follows from what each has done. */
  #react(thread: ThreadState, { message: { id, reactions }, person, emoji, reacted }: Change): void {
    const held = thread.messages.get(id);
    if (!held) throw new Error('Somebody reacts to a message that was not added.');
    this.#put(thread, { ...held, reactions });
    const kind = reactions.find((each) => each.emoji === emoji);
    if (!kind) return;
    if (person.id === this.#person.id) kind.viewerReacted = reacted;
    // Also who stands there already: what is told now may be what brought them there.
    const others = kind.users.edges.filter(({ node }) => node.id !== person.id);
    kind.users = { edges: reacted ? [...others, { node: { id: person.id } }] : others };
  }

  /** A message as a change tells it, which is the same for everybody. */
  #put({ messages }: ThreadState, message: Said): void {
    const held = messages.get(message.id);
    // Until something else is told, one follows the replies to what one wrote.
    message.repliesFollowed = held?.repliesFollowed ?? message.author?.id === this.#person.id;
    message.repliesUnread = held?.repliesUnread ?? false;
    message.repliesMention = held?.repliesMention ?? false;
    // Who has reacted follows from what is told of each.
    const before = new Map(held?.reactions.map((kind) => [kind.emoji, kind]));
    for (const kind of message.reactions) {
      kind.viewerReacted = before.get(kind.emoji)?.viewerReacted ?? false;
      kind.users = before.get(kind.emoji)?.users ?? { edges: [] };
    }
    messages.set(message.id, keptOf(message));
  }

  #follow(thread: ThreadState, { message, followed, unread, mention }: Change): void {
    const held = thread.messages.get(message.id);
    if (!held) throw new Error('Replies are followed to a message that was not added.');
    Object.assign(held, { repliesFollowed: followed, repliesUnread: unread, repliesMention: mention });
    thread.fields.unreadReplies = message.thread.unreadReplies;
  }

  #rename(person: Named): void {
    for (const { participants, messages } of this.#state.values()) {
      for (const shown of [
        ...[...participants.values()].map((participant) => participant.user),
        ...[...messages.values()].map((message) => message.author),
      ])
        if (shown?.id === person.id) Object.assign(shown, person);
      // Of who is nobody any more, what they wrote stays, and not what it said before.
      for (const message of messages.values())
        if (person.deleted && message.author?.id === person.id) message.edits = { edges: [] };
    }
  }

  #add(thread: ThreadState, { thread: activity, ...message }: Change['message']): void {
    Object.assign(thread.fields, activity);
    this.#put(thread, { ...message, thread: { id: activity.id } });
    // What it answers is told as it is by now.
    const answered = message.replyTo && thread.messages.get(message.replyTo.id);
    if (answered) Object.assign(answered, message.replyTo);
    // Sending reads up to one's own message.
    for (const participant of thread.participants.values()) {
      if (participant.user.id !== message.author?.id) continue;
      const own = participant.user.id === this.#person.id;
      const { readReceipts, presence } = this.#shows;
      const { seq, createdAt: at } = message;
      if (seq > participant.lastReadSeq && (own || readReceipts))
        Object.assign(participant, { lastReadSeq: seq, readAt: readReceipts ? at : null });
      if (seq > participant.lastDeliveredSeq && (own || readReceipts || presence))
        Object.assign(participant, { lastDeliveredSeq: seq, deliveredAt: presence ? at : null });
    }
  }
}

async function fetchAll(person: Person, ctx: Awaited<ReturnType<Person['context']>>) {
  const { cursor, privacy, threads, savedMessages } = await person.query<{
    cursor: string;
    privacy: { readReceipts: boolean; presence: boolean };
    threads: Edges<FullThread>;
    savedMessages: Edges<Saved[number]>;
  }>(everything, {}, ctx);
  return {
    cursor,
    shows: privacy,
    saved: savedMessages.edges.map(({ node }) => node),
    state: new Map(threads.edges.map(({ node }) => [node.id, stateOf(node)])),
  };
}

const byId = <Node extends { id: string }>({ edges }: Edges<Node>) =>
  new Map(edges.map(({ node }) => [node.id, node]));

function fieldsOf({
  participants: _people,
  messages: _messages,
  pinnedMessages: _pinned,
  ...fields
}: FullThread): ThreadFields {
  return fields;
}

const stateOf = (thread: FullThread): ThreadState => ({
  fields: fieldsOf(thread),
  participants: byId(thread.participants),
  messages: byId({ edges: thread.messages.edges.map(({ node }) => ({ node: keptOf(node) })) }),
  pinned: thread.pinnedMessages.edges.map(({ node }) => node.id),
});

/** What it answers is held once, as a message of its own. */
const keptOf = ({ replyTo, ...message }: Said): Said => ({
  ...message,
  replyTo: replyTo && { id: replyTo.id },
});

/** Last pinned first. */
const pinnedOf = ({ messages }: ThreadState): string[] =>
  [...messages.values()]
    .flatMap(({ id, pinnedAt }) => (pinnedAt === null ? [] : [{ id, key: `${pinnedAt} ${id}` }]))
    .toSorted((a, b) => (a.key < b.key ? 1 : -1))
    .map(({ id }) => id);
