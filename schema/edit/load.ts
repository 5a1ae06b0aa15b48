import { type Message, type MessageEdit, Prisma } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader } from '../loader.ts';
import { isMoment, type Range } from '../paging.ts';

type Places = Range<[editedAt: number]>;

interface Wanted {
  messageId: string;
  range: Places;
}

const edits = (order: 'asc' | 'desc') => `
  select ${columnsOf(Prisma.MessageEditScalarFieldEnum, 'edit')} from unnest($1::text[]) as wanted (message), lateral (
    select ${columnsOf(Prisma.MessageEditScalarFieldEnum, 'e')} from "MessageEdit" e
    where e."messageId" = wanted.message and e."editedAt" < $2::timestamptz and e."editedAt" > $3::timestamptz
    order by e."editedAt" ${order} limit $4
  ) as edit order by edit."editedAt" ${order}`;

const nameOf = ({ messageId, range }: Wanted): string => JSON.stringify([messageId, range]);

/** A page of messages may ask for the edits of each: what is asked alike is asked together. */
const editsIn = loader<Wanted, MessageEdit[]>(async (wanted, { sql }) => {
  const found = new Map(wanted.map((each) => [nameOf(each), [] as MessageEdit[]]));
  const ranges = new Map(wanted.map(({ range }) => [JSON.stringify(range), range]));
  await Promise.all(
    [...ranges].map(async ([name, range]) => {
      const alike = wanted.filter((each) => JSON.stringify(each.range) === name);
      const order = range.fromBack ? 'asc' : 'desc';
      const rows = await sql.all<MessageEdit>(`edits_${order}`, edits(order), [
        alike.map(({ messageId }) => messageId),
        range.after ? new Date(range.after[0]) : 'infinity',
        range.before ? new Date(range.before[0]) : '-infinity',
        range.take,
      ]);
      for (const row of rows) found.get(nameOf({ messageId: row.messageId, range }))?.push(row);
    }),
  );
  return found;
}, nameOf);

/** What a message said before, the newest first. One that was never edited is not asked for. */
export const editsOf = (ctx: Context, { id, editedAt }: Message) => ({
  name: `edits:${id}`,
  keyOf: ({ editedAt: at }: MessageEdit): [number] => [at.getTime()],
  isKey: (key: unknown): key is [number] => Array.isArray(key) && key.length === 1 && isMoment(key[0]),
  fetch: async (range: Places) =>
    editedAt ? ((await editsIn(ctx).load({ messageId: id, range })) ?? []) : [],
});
