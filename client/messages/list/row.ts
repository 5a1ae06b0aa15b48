import type { MessageRow_shownFragment } from '../../generated/graphql.ts';
import { asAttachment } from '../outbox/as-attachment.ts';
import type { OutboxEntry } from '../outbox/entry.ts';

export type Message = MessageRow_shownFragment;
export type Quoted = NonNullable<Message['replyTo']>;
/** Whether it stands in the conversation: also where what it answers is not for the viewer, since it stands nowhere else then. */
export const isInConversation = ({
  onlyInReplies,
  replyTo,
}: Pick<Message, 'onlyInReplies' | 'replyTo'>): boolean => !onlyInReplies || replyTo === null;

export type Reaction = Message['reactions'][number];
export type Person = NonNullable<Message['author']>;

/** One line of the list: a stored message, or one of the viewer's own that still waits to be sent. */
export interface Row {
  readonly message: Message;
  /** Undefined once the server has it. */
  readonly waiting?: OutboxEntry;
  /** The first row of a group shows who, and when. */
  readonly startsGroup: boolean;
  /** This row begins a day: the date stands above it. */
  readonly startsDay: boolean;
  /** The "new" divider stands above it. */
  readonly startsUnread: boolean;
}

const groupWithinMs = 5 * 60_000;

/**
 * What the list shows, in order. A waiting row is left out as soon as the stored message with its id is there: the two are
 * one and the same, so nothing is ever shown twice.
 */
export function toRows(
  messages: readonly Message[],
  outbox: readonly OutboxEntry[],
  viewer: Person,
  firstUnreadSeq: number | undefined,
): Row[] {
  const stored = new Set(messages.map((message) => message.id));
  const waiting = outbox.filter((entry) => !stored.has(entry.id));
  const rows: Row[] = [];

  const push = (message: Message, entry?: OutboxEntry) => {
    const before = rows.at(-1)?.message;
    const startsDay = before === undefined || dayOf(before.createdAt) !== dayOf(message.createdAt);
    const startsUnread =
      entry === undefined &&
      firstUnreadSeq !== undefined &&
      message.seq >= firstUnreadSeq &&
      (before === undefined ? message.seq === firstUnreadSeq : before.seq < firstUnreadSeq);
    const startsGroup = startsDay || startsUnread || before === undefined || !together(before, message);
    rows.push({ message, startsGroup, startsDay, startsUnread, ...(entry && { waiting: entry }) });
  };

  for (const message of messages) push(message);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  waiting.forEach((entry, index) =>
    push(entry.stored ?? asMessage(entry, viewer, lastSeq + index + 1), entry),
  );
  return rows;
}

function together(before: Message, message: Message): boolean {
  // System lines stand together too: none of them has an author.
  return (
    before.author?.id === message.author?.id &&
    Math.abs(Date.parse(message.createdAt) - Date.parse(before.createdAt)) < groupWithinMs
  );
}

function asMessage(entry: OutboxEntry, author: Person, seq: number): Message {
  return {
    __typename: 'Message',
    id: entry.id,
    seq,
    body: entry.body,
    createdAt: entry.createdAt,
    editedAt: null,
    deletedAt: null,
    reactions: [],
    author,
    attachments: (entry.files ?? []).map(asAttachment),
    replyTo: entry.replyTo,
    // Found by the server once it has it.
    mentions: [],
    mentionsAll: false,
    forwardedFrom: null,
    pinnedAt: null,
    viewerSaved: false,
    onlyInReplies: entry.onlyInReplies ?? false,
    replyCount: 0,
    lastRepliers: [],
    repliesUnread: false,
  };
}

/** The reader's own calendar day. */
function dayOf(iso: string): string {
  return new Date(iso).toDateString();
}
