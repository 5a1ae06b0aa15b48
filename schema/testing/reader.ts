import { type BesideAnswer, besideFetched, besideHeld, besideQuery, withoutReceipts } from './beside.ts';
import { cursorHead } from './cursor-head.ts';
import {
  inviteFields,
  type InviteView,
  messageFields,
  type MessageView,
  participantFields,
  type ParticipantView,
  type ReactionView,
} from './mutations.ts';
import type { Person } from './world.ts';

/** What changes with time, of everything that one person sees. */
export interface ThreadFields {
  id: string;
  kind: string;
  name: string | null;
  lastActivityAt: string;
  participantCount: number;
  unreadCount: number;
  unreadMentionCount: number;
  readSeq: number;
  deliveredSeq: number;
  lastMessage: { id: string } | null;
  unreadReplies: { id: string }[];
  unreadAsides: number[];
  viewerParticipant: { id: string } | null;
  preferences: Preferences | null;
  invites: Edges<InviteView>;
  bans: Edges<{ id: string }>;
  topic: string | null;
  pictureUrl: string | null;
  whoMayPost: string;
  whoMayAdd: string;
  whoMayCallAll: string;
  historyVisible: boolean;
  editWindowSeconds: number | null;
  groupArchivedAt: string | null;
  viewerCan: Record<string, boolean> | null;
}

export interface Preferences {
  pinned: boolean;
  favourite: boolean;
  mutedUntil: string | null;
  archived: boolean;
  archivedSeq: number | null;
  unreadFromSeq: number | null;
  unreadWhileReadSeq: number | null;
}

export interface Edges<Node> {
  edges: { node: Node }[];
}

interface Named {
  id: string;
  displayName: string;
  avatarUrl: string | null;
  deleted: boolean;
}

/** Somebody's place in a thread, and since when they have come so far. */
export interface Place extends ParticipantView {
  joinedAt: string;
  readAt: string | null;
  deliveredAt: string | null;
}

interface Reactions extends ReactionView {
  users: Edges<{ id: string }>;
}

type Said = Omit<MessageView, 'reactions'> & { reactions: Reactions[]; edits: Edges<object> };

interface FullThread extends ThreadFields {
  participants: Edges<Place>;
  messages: Edges<Said>;
  pinnedMessages: Edges<{ id: string }>;
}

interface ThreadState {
  fields: ThreadFields;
  participants: Map<string, Place>;
  messages: Map<string, Said>;
  /** What is pinned, as it was fetched; what is held says it of each message. */
  pinned: string[];
}

type State = Map<string, ThreadState>;

/** What somebody keeps, last saved first. */
type Saved = { id: string; thread: { id: string } }[];

interface Change {
  __typename: string;
  cursor: string;
  threadId: string;
  message: Said & { thread: ThreadFields };
  thread: FullThread;
  participant: Place;
  person: Named;
  preferences: Preferences;
  emoji: string;
  reacted: boolean;
  saved: boolean;
  followed: boolean;
  unread: boolean;
  mention: boolean;
}

/** Each change is asked for no more than what it is about: what another one must tell is not told beside it. */
const parts = `
  fragment Activity on Thread { id lastActivityAt unreadCount unreadMentionCount readSeq deliveredSeq lastMessage { id } unreadAsides }
  fragment Preferences on ThreadPreferences { pinned favourite mutedUntil archived archivedSeq unreadFromSeq unreadWhileReadSeq }
  fragment Fields on Thread { ...Activity unreadReplies { id } kind name participantCount viewerParticipant { id } preferences { ...Preferences }
    topic pictureUrl whoMayPost whoMayAdd whoMayCallAll historyVisible editWindowSeconds groupArchivedAt
    viewerCan { post callAll react pin deleteAnyMessage rename setTopic setRules add invite removeMembers removeAdmins ban setRoles archive delete leave }
    bans(first: 100) { edges { node { id user { id } bannedBy { id } } } }
    invites(first: 100) { edges { node { ${inviteFields} } } } }
  fragment Place on Participant { ${participantFields} joinedAt readAt deliveredAt user { displayName avatarUrl deleted } }
  fragment Said on Message { ${messageFields.replace(/viewerReacted|replies(?:Followed|Unread|Mention)/g, '')} author { displayName avatarUrl deleted }
    edits(first: 100) { edges { node { body editedAt } } }
    replyTo { replyCount lastRepliers { id } } }
  fragment Mine on Message { reactions { viewerReacted users(first: 100) { edges { node { id } } } } viewerSaved repliesFollowed repliesUnread repliesMention }
  fragment People on Thread { participants(first: 100) { edges { node { ...Place } } } }
  fragment Messages on Thread { messages(first: 100) { edges { node { ...Said ...Mine } } }
    pinnedMessages(first: 100) { edges { node { id } } } }`;

const everything = `${parts}
  query { cursor privacy { readReceipts presence } savedMessages(first: 100) { edges { node { id thread { id } } } } threads(first: 100) { edges { node { ...Fields ...People ...Messages } } } }`;

const changesAfter = `${parts}
  query ($after: Cursor!, $first: Int) { changes(after: $after, first: $first) {
    cursor hasMore changes {
      __typename cursor
      ... on MessageAdded { message { ...Said thread { ...Activity } } }
      ... on MessageEdited { message { ...Said thread { id unreadMentionCount } } }
      ... on MessageDeleted { message { ...Said thread { id unreadMentionCount } } }
      ... on ReactionsChanged { message { id thread { id } reactions { emoji count } } person { id } emoji reacted }
      ... on PinsChanged { message { id thread { id } pinnedAt pinnedBy { id } } }
      ... on SavedMessagesChanged { message { id thread { id } } saved }
      ... on ReceiptMoved { thread { ...Activity } participant { ...Place } }
      ... on GroupUpdated { thread { ...Fields ...People } }
      ... on ThreadAdded { thread { ...Fields ...People ...Messages } }
      ... on ThreadLeft { threadId }
      ... on UserUpdated { person { id displayName avatarUrl deleted } }
      ... on FollowedRepliesChanged { message { id thread { id unreadReplies { id } } } followed unread mention }
      ... on ThreadPreferencesChanged { thread { ...Activity } preferences { ...Preferences } }
    }
  } }`;

/** A client of the simplest kind: what it has fetched once, and every change since. */
export class Reader {
  readonly #person: Person;
  #state: State = new Map();
  #saved: Saved = [];
  #cursor = '';
  /** Who shows nothing sees nothing of others' reading, not even that they have written; nor, likewise, of deliveries. */
  #shows = { readReceipts: true, presence: true };
  /** The type of every change that was told. */
  readonly told: string[] = [];

  constructor(person: Person) {
    this.#person = person;
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
      // What one sees of receipts is different everywhere: there is nothing to go on from.
      if (changes.changes.some(({ __typename }) => __typename === 'PrivacyUpdated')) {
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
   * What it holds, and what is there.
   * @param crowd whether others' receipts are left out: among many people they are not told one by one (RC10)
   */
  async compare({ crowd = false } = {}): Promise<{ held: unknown; fetched: unknown }> {
    const me = this.#person.id;
    const { state, saved } = await fetchAll(this.#person, await this.#person.context());
    const answer = await this.#person.query<BesideAnswer>(besideQuery);
    const threads = plain(this.#followed());
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

/** Comparable, in the order of the ids; a message's status follows from its thread. */
function plain(state: State) {
  const sorted = <Value>(map: Map<string, Value>) =>
    [...map.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return sorted(state).map(({ fields, participants, messages, pinned }) => ({
    ...fields,
    pinned,
    preferences: preferencesOf(fields, participants, messages),
    participants: sorted(participants),
    messages: sorted(messages).map((message) => ({ ...message, status: statusOf(message.seq, fields) })),
  }));
}

/** What is archived comes back by a message, and what is marked unread is over once one has read on. */
function preferencesOf(
  { preferences, viewerParticipant }: ThreadFields,
  participants: ThreadState['participants'],
  messages: ThreadState['messages'],
): Preferences | null {
  if (!preferences) return null;
  const { archivedSeq, unreadWhileReadSeq } = preferences;
  const shown = [...messages.values()].filter(({ onlyInReplies }) => !onlyInReplies);
  const lastSeq = Math.max(0, ...shown.map(({ seq }) => seq));
  const archived = archivedSeq !== null && archivedSeq >= lastSeq;
  if (participants.get(viewerParticipant?.id ?? '')?.lastReadSeq === unreadWhileReadSeq)
    return { ...preferences, archived };
  return { ...preferences, archived, unreadFromSeq: null, unreadWhileReadSeq: null };
}

function statusOf(seq: number, { readSeq, deliveredSeq }: ThreadFields): MessageView['status'] {
  if (seq <= readSeq) return 'READ';
  return seq <= deliveredSeq ? 'DELIVERED' : 'SENT';
}
