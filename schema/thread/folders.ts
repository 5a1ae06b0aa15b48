import type { Statements } from '../../prisma/statements.ts';
import { calls } from '../mention/calls.ts';

/** As preferences/rules.ts says it of a row, in the words of the database: of a participant `p` in a thread `t`. */
/** What stands only among replies brings nothing back from the archive: what the conversation shows last decides. */
const archived = `(p."archivedSeq" is not null and (p."archivedSeq" >= t."lastSeq" or p."archivedSeq" >= (
  select m.seq from "Message" m where m.id = t."lastMessageId")))`;
const muted = `coalesce(p."mutedUntil" > now(), false)`;
const unreadFrom = `
  case when p."markedReadSeq" = p."lastReadSeq" then p."markedUnreadSeq" else p."lastReadSeq" + 1 end`;

const inbox = `not ${archived}`;

/** Mostly none of it is only among replies, which their own index says. */
const unreadPart = (which: 'not' | '') =>
  `exists (select from "Message" m where m."threadId" = t.id and m.seq >= ${unreadFrom} and ${which} m."onlyInReplies")`;

/** What waits for somebody: something unread in the conversation, in a thread that is to be noticed. */
const waits = `${inbox} and not ${muted} and t."lastSeq" >= ${unreadFrom} and (not ${unreadPart('')} or ${unreadPart('not')})`;

/** A reply that they have not seen names them there: that is no part of how far they have read. */
const named = `exists (
  select from "RepliesFollow" o where o."threadId" = t.id and o."userId" = p."userId" and o.unread and o.named)`;

/** What somebody has not read in it mentions them; that it is muted changes nothing about that. */
const mentions = `${inbox} and (exists (
  select from "Mention" n where n."userId" = p."userId" and n."threadId" = t.id and n.seq >= ${unreadFrom}
    and not exists (select from "Message" m where m.id = n."messageId" and m."onlyInReplies")
) or exists (
  select from "Message" m where ${calls} and m.seq >= ${unreadFrom} and not m."onlyInReplies"
) or ${named})`;

/** What each folder of somebody's list holds. */
export const folders = {
  INBOX: inbox,
  UNREAD: waits,
  MENTIONS: mentions,
  DIRECT: `${inbox} and t.kind = 'DIRECT'`,
  GROUPS: `${inbox} and t.kind = 'GROUP'`,
  FAVOURITES: `${inbox} and p.favourite`,
  ARCHIVED: archived,
} as const;

export type Folder = keyof typeof folders;

const names = Object.keys(folders) as Folder[];
export const countedUpTo = 100;

const waitsIn = (name: Folder) => (name === 'MENTIONS' ? mentions : `${waits} and ${folders[name]}`);

const counts = `
  select ${names.map((name) => `least(count(*) filter (where ${waitsIn(name)}), ${countedUpTo})::int as "${name}"`).join(', ')}
  from "Participant" p join "Thread" t on t.id = p."threadId"
  where p."userId" = $1 and ${inbox} and (t."lastSeq" >= ${unreadFrom} or ${named})`;

export interface Counted {
  folder: Folder;
  unreadThreads: number;
}

/** How many threads wait in each folder, all by one statement. */
export async function countFolders(sql: Statements, userId: string): Promise<Counted[]> {
  const [row] = await sql.all<Record<Folder, number>>('folder_counts', counts, [userId]);
  return names.map((folder) => ({ folder, unreadThreads: row?.[folder] ?? 0 }));
}
