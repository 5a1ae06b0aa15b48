import { Prisma, type User } from '../../prisma/client/client.ts';
import { columnsOf } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader } from '../loader.ts';
import { idPattern } from '../id.ts';
import { type ByTime, isByTime, placeOr, type Range } from '../paging.ts';
import { kindLimit } from './rules.ts';

const own = `
  select "messageId", emoji from "Reaction" where "messageId" = any($1) and "userId" = $2
  limit cardinality($1) * ${kindLimit}`;

/** Which emoji the viewer has set at each message. */
export const ownReactions = loader<string, Set<string>>(async (messageIds, { sql, viewer }) => {
  const found = new Map(messageIds.map((id) => [id, new Set<string>()]));
  if (!viewer) return found;
  const rows = await sql.all<{ messageId: string; emoji: string }>('own_reactions', own, [
    messageIds,
    viewer.userId,
  ]);
  for (const { messageId, emoji } of rows) found.get(messageId)?.add(emoji);
  return found;
});

type Places = Range<ByTime>;
type Reactor = User & { place: Date };
type Found = Reactor & { messageId: string; emoji: string };

interface Wanted {
  messageId: string;
  emoji: string;
  range: Places;
}

const reactors = (order: 'asc' | 'desc') => `
  select ${columnsOf(Prisma.UserScalarFieldEnum, 'u')}, reacted.place, reacted."messageId", reacted.emoji
  from unnest($1::text[], $2::text[]) as wanted (message, kind), lateral (
    select r."createdAt" as place, r."messageId", r.emoji, r."userId" from "Reaction" r
    where r."messageId" = wanted.message and r.emoji = wanted.kind
      and (r."createdAt", r."userId") > ($3::timestamptz, $4::text) and (r."createdAt", r."userId") < ($5::timestamptz, $6::text)
    order by r."createdAt" ${order}, r."userId" ${order} limit $7
  ) as reacted join "User" u on u.id = reacted."userId" order by reacted.place ${order}, u.id ${order}`;

const nameOf = ({ messageId, emoji, range }: Wanted): string => JSON.stringify([messageId, emoji, range]);

/** A page of messages may ask who has reacted to each, in each kind: what is asked alike is asked together. */
const reactorsIn = loader<Wanted, Reactor[]>(async (wanted, { sql }) => {
  const found = new Map(wanted.map((each) => [nameOf(each), [] as Reactor[]]));
  const ranges = new Map(wanted.map(({ range }) => [JSON.stringify(range), range]));
  await Promise.all(
    [...ranges].map(async ([name, range]) => {
      const alike = wanted.filter((each) => JSON.stringify(each.range) === name);
      const order = range.fromBack ? 'desc' : 'asc';
      const rows = await sql.all<Found>(`reactors_${order}`, reactors(order), [
        alike.map(({ messageId }) => messageId),
        alike.map(({ emoji }) => emoji),
        ...placeOr(range.after, '-infinity'),
        ...placeOr(range.before, 'infinity'),
        range.take,
      ]);
      for (const { messageId, emoji, ...row } of rows)
        found.get(nameOf({ messageId, emoji, range }))?.push(row);
    }),
  );
  return found;
}, nameOf);

/**
 * Who has set an emoji at a message, in the order in which they did. A cursor is good for all kinds of its message, since they
 * are asked for together.
 */
export const reactorsOf = (ctx: Context, messageId: string, emoji: string) => ({
  name: `reactors:${messageId}`,
  keyOf: ({ place, id }: Reactor): ByTime => [place.getTime(), id],
  isKey: (key: unknown): key is ByTime => isByTime(idPattern('usr'), key),
  fetch: async (range: Places) => (await reactorsIn(ctx).load({ messageId, emoji, range })) ?? [],
});
