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
  'READ_MOVED',
  'DELIVERY_MOVED',
  'PREFERENCES_CHANGED',
]);

/** A row as JSON, by the columns that there are to this version. What a send is recognised by is nobody's to be told. */
const { digest: _digest, ...messageFields } = Prisma.MessageScalarFieldEnum;
const asJson = (fields: Readonly<Record<string, string>>, table: string) =>
  `(select row_to_json(told) from (select ${columnsOf(fields, table)}) as told)`;

/**
 * In one statement, since each that a database is woken for costs more than what it then reads: the messages and what they
 * answer; who wrote those, whose words they pass on, who pinned them, who replied to them last; and the threads.
 */
const told = `
  with those as (select * from "Message" where id = any($1)), messages as (
    select * from those union all
    select * from "Message" where id in (select "replyToId" from those) and not id = any($1)
  ), people as (
    select "authorId" as id from messages union select unnest("replierIds") from messages
    union select "forwardedFromId" from those union select "pinnedById" from those union select unnest($2::text[])
  )
  select 'messages' as "of", ${asJson(messageFields, 'm')} as row from messages m
  union all select 'users', ${asJson(Prisma.UserScalarFieldEnum, 'u')} from "User" u where id in (select id from people)
  union all select 'threads', ${asJson(Prisma.ThreadScalarFieldEnum, 't')} from "Thread" t where id = any($3)`;

interface Told {
  of: 'messages' | 'users' | 'threads';
  row: Record<string, unknown> & { id: string };
}

/** JSON has no times: every column that ends in "At" is one, and no other. */
function asTyped({ of, row }: Told): Told {
  for (const [column, value] of Object.entries(row))
    if (column.endsWith('At') && typeof value === 'string') row[column] = new Date(value);
  if (of === 'messages') row['digest'] = null;
  return { of, row };
}

const attachmentsTold = `select ${columnsOf(Prisma.AttachmentScalarFieldEnum, 'a')} from "Attachment" a where "messageId" = any($1) order by position limit $2`;

const participantsOf = `
  select ${columnsOf(Prisma.ParticipantScalarFieldEnum, 'p')} from "Participant" p join unnest($1::text[], $2::text[]) as wanted (thread, person)
    on p."threadId" = wanted.thread and p."userId" = wanted.person`;

export async function loadRows(sql: Statements, events: readonly LogEvent[]): Promise<Rows> {
  const moved = events.filter(({ kind }) => ofParticipant.has(kind) || kind === 'THREAD_ADDED');
  const messageIds = unique(events.map((event) => event.messageId));
  const named = unique(events.flatMap((event) => [event.actorId, event.userId]));
  const [found, participantRows] = await Promise.all([
    sql.all<Told>('rows_told', told, [messageIds, named, unique(events.map((event) => event.threadId))]),
    moved.length === 0
      ? []
      : sql.all<Participant>('participants_told', participantsOf, [
          moved.map((event) => event.threadId),
          moved.map((event) => event.userId),
        ]),
  ]);
  const typed = found.map(asTyped);
  const rowsOf = <Row>(table: Told['of']) =>
    typed.flatMap(({ of, row }) => (of === table ? [row as unknown as Row] : []));
  const messageRows = rowsOf<Message>('messages');
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
  const threads = byId(rowsOf<Thread>('threads'));
  const users = byId(rowsOf<User>('users'));
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
