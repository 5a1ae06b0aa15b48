import { type Message, Prisma, type Thread } from '../../prisma/client/client.ts';
import { columnsOf, type Sql } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { idArgument } from '../id-rule.ts';
import { loader } from '../loader.ts';
import { cursorAt, emptyPage, limitFor, page, type PageArgs, type Range, sizeOf } from '../paging.ts';
import { messageById, messageColumns } from './load.ts';

type Seqs = Range<[number]>;

/** What PostgreSQL's integer holds. */
const maxSeq = 2 ** 31 - 1;
const isSeq = (value: unknown) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= maxSeq;

/** Messages in the order of their thread. */
const bySeq = {
  keyOf: (message: Message): [number] => [message.seq],
  isKey: (key: unknown): key is [number] => Array.isArray(key) && key.length === 1 && isSeq(key[0]),
};

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from "Message" m where m."threadId" = $1 and m.seq > $2 and m.seq < $3
  order by m.seq ${order} limit ${limit}`;

/** @param from the first that is for whoever asks */
export const messagesOf = (sql: Sql, threadId: string, from: number) => ({
  ...bySeq,
  name: `messages:${threadId}`,
  fetch: ({ after, before, take, fromBack }: Seqs) => {
    const order = fromBack ? 'desc' : 'asc';
    const limit = limitFor(take);
    const values = [threadId, Math.max(after?.[0] ?? 0, from - 1), before?.[0] ?? maxSeq];
    return sql.all<Message>(`messages_${order}_${limit}`, listed(order, limit), values);
  },
});

/**
 * The page with a message in its middle, or as near to it as the thread's ends allow. `seq` has no gaps, so that its place
 * is known, however far back: no row in between is read. Of what is missing, or of another thread, an empty page.
 * @param from the first that is for whoever asks
 * @throws BAD_INPUT for what is no id of a message, and beside a cursor
 */
export async function messagesAround(
  ctx: Context,
  thread: Thread,
  from: number,
  { around, ...args }: PageArgs & { around: string },
) {
  const id = idArgument('msg', 'around', around);
  if (args.after != null || args.before != null || args.last != null)
    throw badInput('around', 'Ask for `around` beside `first` alone.');
  const { take } = sizeOf(args);
  const message = await messageById(ctx).load(id);
  if (message?.threadId !== thread.id || message.seq < from) return emptyPage;
  const list = messagesOf(ctx.sql, thread.id, from);
  const start = Math.max(from, Math.min(message.seq - Math.floor(take / 2), thread.lastSeq - take + 1));
  return page(start === 1 ? args : { ...args, after: cursorAt(list, [start - 1]) }, list);
}

export const repliesTo = (ctx: Context, { id, threadId }: Message) => ({
  ...bySeq,
  name: `replies:${id}`,
  fetch: async (range: Seqs) => (await repliesIn(ctx).load({ id, threadId, range })) ?? [],
});

interface Wanted {
  id: string;
  threadId: string;
  range: Seqs;
}

const nameOf = ({ id, range }: Pick<Wanted, 'id' | 'range'>): string => JSON.stringify([id, range]);

/** A page of messages may ask for the replies to each: what is asked alike is asked together. */
const repliesIn = loader<Wanted, Message[]>(async (wanted, { sql }) => {
  const found = new Map(wanted.map((each) => [nameOf(each), [] as Message[]]));
  const ranges = new Map(wanted.map(({ range }) => [JSON.stringify(range), range]));
  await Promise.all(
    [...ranges].map(async ([name, range]) => {
      const alike = wanted.filter((each) => JSON.stringify(each.range) === name);
      const order = range.fromBack ? 'desc' : 'asc';
      const rows = await sql.all<Message>(`replies_${order}`, replies(order), [
        alike.map(({ id }) => id),
        alike.map(({ threadId }) => threadId),
        range.after?.[0] ?? 0,
        range.before?.[0] ?? maxSeq,
        range.take,
      ]);
      for (const row of rows) found.get(nameOf({ id: row.replyToId ?? '', range }))?.push(row);
    }),
  );
  return found;
}, nameOf);

const replies = (order: 'asc' | 'desc') => `
  select ${columnsOf(Prisma.MessageScalarFieldEnum, 'reply')} from unnest($1::text[], $2::text[]) as answered (id, thread), lateral (
    select * from "Message" where "replyToId" = answered.id and "threadId" = answered.thread and seq > $3 and seq < $4
    order by seq ${order} limit $5
  ) as reply order by reply.seq ${order}`;
