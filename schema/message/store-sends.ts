import type { Statements } from '../../prisma/statements.ts';

/** A send that has passed the rules. */
export interface Send {
  id: string;
  threadId: string;
  authorId: string;
  body: string;
  replyToId: string | null;
  onlyInReplies: boolean;
  digest: Uint8Array;
  key: string | null;
  keyDigest: Uint8Array | null;
  attachmentIds: readonly string[];
  /** Whom it may mention: handles in lower case, or `all`. */
  mentions: readonly string[];
}

export interface Sent {
  outcome:
    | 'stored'
    | 'repeated'
    | 'no thread'
    | 'archived'
    | 'admins post'
    | 'no reply'
    | 'reply among replies'
    | 'no attachment'
    | 'id taken'
    | 'key taken';
  messageId: string;
  /** Only of what was stored just now. */
  seq: number | null;
  createdAt: Date | null;
}

/** For how long a function waits for a lock is said in its first argument, which is there before it begins. */
const ids = `case when set_config('lock_timeout', $1, true) is not null then $2::text[] end`;
const id = `case when set_config('lock_timeout', $1, true) is not null then $2::text end`;

const sendMessages = `
  select outcome, "messageId", seq, "createdAt" from send_messages(${ids}, $3, $4, $5, $6, $7, $8, $9) order by ordinal`;

const sendWithAttachments = `
  select outcome, "messageId", seq, "createdAt" from send_with_attachments(${id}, $3, $4, $5, $6, $7, $8, $9, $10)`;

const sendMentioning = `
  select outcome, "messageId", seq, "createdAt"
  from send_mentioning(${ids}, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) order by ordinal`;

const sendReplying = `
  select outcome, "messageId", seq, "createdAt"
  from send_replying(${ids}, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) order by ordinal`;

/** Which of these locks somebody holds just now. Shared, so that several who look are not in each other's way. */
const locksHeld = `
  select name from unnest($1::text[]) as name where not pg_try_advisory_xact_lock_shared(hashtextextended(name, 0))`;

/**
 * Stores sends by one call of a function, which takes their locks first, in the order of their keys.
 * @param waitMs milliseconds that a lock is waited for
 * @returns what became of each, in their order, after the commit
 */
export function storeSends(sql: Statements, sends: readonly Send[], waitMs: number): Promise<Sent[]> {
  const wait = `${waitMs}`;
  const [first] = sends;
  const mentions = sends.flatMap(({ id, mentions: names }) => names.map((name) => ({ id, name })));
  const more = [
    wait,
    ...columnsOf(sends),
    first?.attachmentIds ?? [],
    mentions.map(({ id }) => id),
    mentions.map(({ name }) => name),
  ];
  if (sends.some(({ replyToId }) => replyToId !== null)) {
    const asides = sends.filter(({ onlyInReplies }) => onlyInReplies).map(({ id }) => id);
    return sql.all<Sent>('send_replying', sendReplying, [...more, asides]);
  }
  if (mentions.length > 0) return sql.all<Sent>('send_mentioning', sendMentioning, more);
  if (first && first.attachmentIds.length > 0) {
    const { id, threadId, authorId, body, replyToId, digest, key, keyDigest, attachmentIds } = first;
    const values = [wait, id, threadId, authorId, body, replyToId, digest, key, keyDigest, attachmentIds];
    return sql.all<Sent>('send_with_attachments', sendWithAttachments, values);
  }
  return sql.all<Sent>('send_messages', sendMessages, [wait, ...columnsOf(sends)]);
}

/** Which of these locks somebody holds just now. */
export async function locksHeldOf(sql: Statements, locks: readonly string[]): Promise<string[]> {
  const held = await sql.all<{ name: string }>('locks_held', locksHeld, [locks]);
  return held.map(({ name }) => name);
}

/** What the functions take of a batch: of each send the same, in the order in which they came. */
const columnsOf = (sends: readonly Send[]) => [
  sends.map((send) => send.id),
  sends.map((send) => send.threadId),
  sends.map((send) => send.authorId),
  sends.map((send) => send.body),
  sends.map((send) => send.replyToId),
  sends.map((send) => send.digest),
  sends.map((send) => send.key),
  sends.map((send) => send.keyDigest),
];

/** What the functions lock for a send. */
export const locksOf = ({ authorId, threadId, id, key }: Send): string[] =>
  key === null ? [threadId, id] : [threadId, id, `key:${authorId}:${key}`];
