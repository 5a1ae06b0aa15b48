import {
  type Attachment,
  type Message,
  type Participant,
  Prisma,
  type Thread,
  type User,
} from '../../prisma/client/client.ts';
import { columnsOf, type Statements } from '../../prisma/statements.ts';
import { attachmentsByMessage } from '../attachment/load.ts';
import { attachmentLimit } from '../attachment/rules.ts';
import { byId } from '../loader.ts';
import type { LogEvent } from '../log/event.ts';
import { mentionsByMessage } from '../mention/load.ts';
import { placeName } from '../thread/place.ts';

/** The rows that a batch of events is about, loaded in one go: a fixed number of statements, however many events. */
export interface Rows {
  messages: ReadonlyMap<string, Message>;
  threads: ReadonlyMap<string, Thread>;
  users: ReadonlyMap<string, User>;
  /** By their message, which is not here where it carries none. */
  attachments: ReadonlyMap<string, Attachment[]>;
  /** Whom a message mentions by name, by the message; as with what it carries. */
  mentions: ReadonlyMap<string, User[]>;
  /** By `placeName`. */
  participants: ReadonlyMap<string, Participant>;
  /** Whether everything that the event names is still there. */
  complete(event: LogEvent): boolean;
}

const unique = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id != null)),
];

/** The kinds that tell of somebody's place in a thread, and the one by which they get one. */
const ofParticipant = new Set<LogEvent['kind']>([
  'RECEIPT_MOVED',
  'OWN_RECEIPT_MOVED',
  'PREFERENCES_CHANGED',
]);

const messageColumns = columnsOf(Prisma.MessageScalarFieldEnum, 'm');
const messagesAndQuoted = `
  with told as (select ${messageColumns} from "Message" m where id = any($1))
  select ${messageColumns} from told m union all
  select ${messageColumns} from "Message" m where id in (select "replyToId" from told) and not id = any($1)`;

/** Also who wrote those messages, and what they answer; whose words they pass on; who pinned them; who replied to them last. */
const usersOf = `
  with told as (
    select "authorId", "replyToId", "forwardedFromId", "pinnedById", "replierIds" from "Message" where id = any($1)
  ), answered as (select "authorId", "replierIds" from "Message" where id in (select "replyToId" from told))
  select ${columnsOf(Prisma.UserScalarFieldEnum, 'u')} from "User" u where id = any($2) or id in (select "authorId" from told)
    or id in (select "forwardedFromId" from told) or id in (select "pinnedById" from told)
    or id in (select unnest("replierIds") from told)
    or id in (select "authorId" from answered) or id in (select unnest("replierIds") from answered)`;

const attachmentsTold = `select ${columnsOf(Prisma.AttachmentScalarFieldEnum, 'a')} from "Attachment" a where "messageId" = any($1) order by position limit $2`;
const threadsTold = `select ${columnsOf(Prisma.ThreadScalarFieldEnum, 't')} from "Thread" t where id = any($1)`;

const participantsOf = `
  select ${columnsOf(Prisma.ParticipantScalarFieldEnum, 'p')} from "Participant" p join unnest($1::text[], $2::text[]) as wanted (thread, person)
    on p."threadId" = wanted.thread and p."userId" = wanted.person`;

export async function loadRows(sql: Statements, events: readonly LogEvent[]): Promise<Rows> {
  const moved = events.filter(({ kind }) => ofParticipant.has(kind) || kind === 'THREAD_ADDED');
  const messageIds = unique(events.map((event) => event.messageId));
  const named = unique(events.flatMap((event) => [event.actorId, event.userId]));
  const [messageRows, userRows, threadRows, participantRows] = await Promise.all([
    sql.all<Message>('messages_told', messagesAndQuoted, [messageIds]),
    sql.all<User>('users_told', usersOf, [messageIds, named]),
    sql.all<Thread>('threads_told', threadsTold, [unique(events.map((event) => event.threadId))]),
    moved.length === 0
      ? []
      : sql.all<Participant>('participants_told', participantsOf, [
          moved.map((event) => event.threadId),
          moved.map((event) => event.userId),
        ]),
  ]);
  const messages = byId(messageRows);
  const carrying = messageRows.filter(({ attachmentCount }) => attachmentCount > 0).map(({ id }) => id);
  const attachments = attachmentsByMessage(
    carrying.length === 0
      ? []
      : await sql.all<Attachment>('attachments_told', attachmentsTold, [
          carrying,
          carrying.length * attachmentLimit,
        ]),
  );
  const mentioning = messageRows.filter(({ mentionCount }) => mentionCount > 0).map(({ id }) => id);
  const mentions =
    mentioning.length === 0
      ? new Map<string, User[]>()
      : await mentionsByMessage(sql, 'mentions_told', mentioning);
  const threads = byId(threadRows);
  const users = byId(userRows);
  const participants = new Map(participantRows.map((row) => [placeName(row), row]));
  const complete = ({ kind, threadId, messageId, userId }: LogEvent) =>
    (messageId === null || messages.has(messageId)) &&
    ((kind !== 'USER_UPDATED' && kind !== 'PRIVACY_UPDATED') || users.has(userId ?? '')) &&
    (kind === 'THREAD_LEFT' || threadId === null || threads.has(threadId)) &&
    (!ofParticipant.has(kind) ||
      participants.has(placeName({ threadId: threadId ?? '', userId: userId ?? '' })));
  return { messages, threads, users, attachments, mentions, participants, complete };
}

/**
 * Whether an event tells of a message that answers one which some of the thread's people do not see, or which may lead on to one:
 * what is shown of it then depends on who asks.
 */
export function quotesHidden({ messageId, threadId }: LogEvent, { messages, threads }: Rows): boolean {
  const hidden = threads.get(threadId ?? '')?.hiddenUpToSeq ?? 0;
  const quoted = hidden === 0 ? undefined : messages.get(messages.get(messageId ?? '')?.replyToId ?? '');
  return quoted !== undefined && (quoted.seq <= hidden || quoted.replyToId !== null);
}
