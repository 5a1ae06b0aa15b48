import { Prisma } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import type { Sought } from './query.ts';

/** Whose messages, and of which threads; null for anybody's, and for all that one is in. */
export interface Scope {
  authors: string[] | null;
  threads: string[] | null;
  /** Whose messages not. */
  notAuthors: string[];
}

/** Of more, those that were active last. */
export const threadsAtMost = 100;

/** Handles and names as ids. What there is none of is nobody, and nowhere: nothing is found by it. */
export async function scopeOf(ctx: SignedIn, sought: Sought, threadId: string | null): Promise<Scope> {
  const [authors, named, notAuthors] = await Promise.all([
    sought.from.length === 0 ? null : authorsCalled(ctx, sought.from),
    sought.in.length === 0 ? null : threadsNamed(ctx, sought.in),
    sought.not.from.length === 0 ? [] : authorsCalled(ctx, sought.not.from),
  ]);
  if (threadId === null) return { authors, threads: named, notAuthors };
  return { authors, threads: named === null || named.includes(threadId) ? [threadId] : [], notAuthors };
}

async function authorsCalled(ctx: SignedIn, handles: string[]): Promise<string[]> {
  const rows = await ctx.prisma.user.findMany({
    where: { handle: { in: handles } },
    select: { id: true },
    take: handles.length,
  });
  return [...rows.map(({ id }) => id), ...(handles.includes('me') ? [ctx.viewer.userId] : [])];
}

/**
 * Of somebody's threads: groups whose name holds any of these, the group or conversation with this id, and the conversation with who
 * has this handle. What is compared is made once and not for each thread: one may be in thousands. The offset: no names are read but of
 * one's own, where PostgreSQL would read those of all there are.
 */
export function threadsCalled(userId: string, names: string[]): Prisma.Sql {
  const handles = names.map((name) => name.replace(/^@+/, '').toLowerCase());
  return Prisma.sql`
  select t.id from "Participant" own
    cross join lateral (select * from "Thread" t where t.id = own."threadId" offset 0) as t
  where own."userId" = ${userId} and (
    t.id = any(${names}::text[])
    or (t.kind = 'GROUP' and search_text(t.name) like any (array(select search_within(w) from unnest(${names}::text[]) w)))
    or (t.kind = 'DIRECT' and t.id in (
      select p."threadId" from "User" u join "Participant" p on p."userId" = u.id
      where u.handle = any(${handles}::text[]) and u.id <> ${userId})))`;
}

async function threadsNamed(ctx: SignedIn, names: string[]): Promise<string[]> {
  const { text, values } = threadsCalled(ctx.viewer.userId, names);
  const newest = `${text} order by t."lastActivityAt" desc, t.id desc limit ${threadsAtMost}`;
  const rows = await ctx.sql.all<{ id: string }>('search_threads', newest, values);
  return rows.map(({ id }) => id);
}
